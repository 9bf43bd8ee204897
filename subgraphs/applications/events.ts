import type { LoggedEvent } from '../../store/store.ts'
import { refusal, unauthenticated } from '../filing/refusal.ts'
import { readOne, SEALED } from '../filing/steps.ts'
import { visible } from '../filing/visibility.ts'
import type { Context, Host } from '../subgraph.ts'

const PAGE = 100
/** ms between looks where no wake-up comes: another process may have committed. */
const LOOK_MS = 250

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

export function eventValue(
  host: Host,
  event: Omit<LoggedEvent, 'position' | 'hash'>,
  sight: 'whole' | 'outline',
): EventValue {
  return {
    __typename: 'ApplicationEvent',
    id: event.id,
    name: event.name,
    status: event.status,
    at: event.at,
    reason: event.reason && sight === 'whole' ? host.vault.openText(event.reason, SEALED.reason) : null,
    application: { __typename: 'Application', reference: event.reference },
  }
}

/**
 * Events of the log from behind `after` (without it: from now), as far as the principal may see them. The log's order is
 * kept, so a subscription that resumes at the last event it saw has no gap and no repeat.
 */
export async function* applicationChanged(
  host: Host,
  args: { reference?: string | null; after?: string | null },
  context: Context,
  ended: AbortSignal,
): AsyncGenerator<{ applicationChanged: EventValue }> {
  const { principal } = context
  if (!principal) throw unauthenticated()
  const citizen = await context.citizen()
  const sightOf = async (reference: string) => {
    const application = reference ? await readOne(host.store, reference) : null
    return application ? visible(application, principal, citizen) : 'nothing'
  }
  if (args.reference && (await sightOf(args.reference)) === 'nothing')
    throw refusal('NOT_FOUND', 'No such application.')

  let position = (await host.store.log.head()).position
  if (args.after === 'START') position = 0
  else if (args.after) {
    const found = await host.store.log.position(args.after)
    // an event of somebody else is as unknown as one that never was
    if (found === null || (await sightOf(args.after.replace(/\.\d+$/, ''))) === 'nothing')
      throw refusal(
        'BAD_CURSOR',
        `No event ${args.after} that this token may see: subscribe without \`after\` and read \`history\`.`,
      )
    position = found
  }
  while (!ended.aborted) {
    const events = await host.store.log.after(position, PAGE)
    for (const event of events) {
      position = event.position
      if (!event.reference || (args.reference && event.reference !== args.reference)) continue
      const sight = await sightOf(event.reference)
      if (sight !== 'nothing') yield { applicationChanged: eventValue(host, event, sight) }
    }
    if (!events.length) await host.wait('log', LOOK_MS, ended)
  }
}

/** Moves committed events into the log. */
export function relay(host: Host) {
  return {
    async run(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        let moved = 0
        try {
          moved = await host.store.log.relay(PAGE * 5)
        } catch (error) {
          host.log.error('events could not be relayed', error)
        }
        if (moved) host.wake('log')
        else await host.wait('events', LOOK_MS, signal)
      }
    },
  }
}
