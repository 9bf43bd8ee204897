import type { Application, LoggedEvent } from '../../store/store.ts'
import { refusal, unauthenticated } from '../filing/refusal.ts'
import { readOne, SEALED } from '../filing/steps.ts'
import { visible } from '../filing/visibility.ts'
import { shown } from '../host/vault.ts'
import type { Context, Host } from '../subgraph.ts'
import { isErased } from './erase.ts'

const PAGE = 100
/** ms between looks where no wake-up comes: another process may have committed. */
const LOOK_MS = 250

/** ms that an event which was committed may take to the log: another process relays once the session of one that was killed has ended. */
const RELAY_MS = 20_000

/** The cursor in front of the first event. */
const START = 'START'

/** `ApplicationEvent` as resolvers see it. */
export interface EventValue {
  readonly __typename: 'ApplicationEvent'
  readonly id: string
  readonly name: string
  readonly status: string
  readonly at: string
  readonly reason: string | null
  readonly application: { readonly __typename: 'Application'; readonly reference: string }
}

/**
 * An event of this application. The reason is not shown in an outline, nor of an application that was erased: its citizen's key may still be there, for
 * another case.
 */
export async function eventValue(
  host: Host,
  event: Omit<LoggedEvent, 'position' | 'hash'>,
  sight: 'whole' | 'outline',
  application: Application,
): Promise<EventValue> {
  const reason = sight === 'whole' && !isErased(application) ? event.reason : null
  return {
    __typename: 'ApplicationEvent',
    id: event.id,
    name: event.name,
    status: event.status,
    at: event.at,
    reason: reason && shown(await host.vaultOf(application.citizen, reason), reason, SEALED.reason),
    application: { __typename: 'Application', reference: event.reference },
  }
}

/**
 * Events of the log from behind `after` (without it: from now), as far as the principal may see them. The log's order is
 * kept, so a subscription that resumes at the last event it saw has no gap and no repeat.
 */
export async function applicationChanged(
  host: Host,
  args: { reference?: string | null; after?: string | null },
  context: Context,
  stopping: AbortSignal,
): Promise<AsyncIterableIterator<{ applicationChanged: EventValue }>> {
  const { principal } = context
  if (!principal) throw unauthenticated()
  const citizen = await context.citizen()
  const seen = async (reference: string) => {
    const application = reference ? await readOne(host.store, reference) : null
    return { sight: application ? visible(application, principal, citizen) : 'nothing', application } as const
  }
  if (args.reference && (await seen(args.reference)).sight === 'nothing')
    throw refusal('NOT_FOUND', 'No such application.')
  let position = (await host.store.log.head()).position
  if (args.after === START) position = 0
  else if (args.after) {
    const found = await positionOf(host, args.after)
    // an event of somebody else is as unknown as one that never was
    if (found === null || (await seen(args.after.replace(/\.\d+$/, ''))).sight === 'nothing')
      throw refusal(
        'BAD_CURSOR',
        `No event ${args.after.slice(0, 40)} that this token may see: subscribe without \`after\` and read \`history\`.`,
      )
    position = found
  }

  const gone = new AbortController()
  const ended = AbortSignal.any([gone.signal, stopping])
  let waiting: LoggedEvent[] = []
  async function nextEvent(): Promise<EventValue | null> {
    while (!ended.aborted) {
      const event = waiting.shift()
      if (!event) {
        waiting = await host.store.log.after(position, PAGE)
        if (!waiting.length) await host.wait('log', LOOK_MS, ended)
        continue
      }
      position = event.position
      if (!event.reference || (args.reference && event.reference !== args.reference)) continue
      const { sight, application } = await seen(event.reference)
      if (sight !== 'nothing') return eventValue(host, event, sight, application!)
    }
    return null
  }
  const finished = { done: true as const, value: undefined }
  // no generator: its return() would wait for the next event before it takes effect
  const iterator: AsyncIterableIterator<{ applicationChanged: EventValue }> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      const event = await nextEvent()
      return event ? { done: false, value: { applicationChanged: event } } : finished
    },
    async return() {
      gone.abort()
      return finished
    },
  }
  return iterator
}

/** Where an event stands in the log, null for one that never was. One that was committed a moment ago may still be on its way there. */
async function positionOf(host: Host, event: string): Promise<number | null> {
  const [, reference, number] = /^(.+)\.(\d+)$/.exec(event) ?? []
  for (const end = performance.now() + RELAY_MS; ; ) {
    const position = await host.store.log.position(event)
    if (position !== null || !reference || performance.now() > end) return position
    const application = await readOne(host.store, reference)
    if (!application || Number(number) < 1 || Number(number) > application.events) return null
    await host.wait('log', LOOK_MS, AbortSignal.timeout(LOOK_MS))
  }
}

/** Moves committed events into the log. */
export function relay(host: Host) {
  return {
    /** Relays while this process is the one that does. */
    run: (signal: AbortSignal): Promise<void> =>
      host.held('relay', signal, async (held) => {
        while (!held.aborted) {
          let moved = 0
          try {
            moved = await host.store.log.relay(PAGE * 5)
          } catch (error) {
            host.log.error('events could not be relayed', error)
          }
          if (moved) host.wake('log')
          else await host.wait('events', LOOK_MS, held)
        }
      }),
  }
}
