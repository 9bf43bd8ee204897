import type { GraphQLError } from 'graphql'
import { LANGUAGES, type LanguageCode } from '../../../vocabulary/catalogue.ts'
import { CHAT_CURSOR } from '../../host/chat-purposes.ts'
import type { Host, Principal } from '../../subgraph.ts'
import { ACTION_FIELDS } from '../application-view.ts'
import { isInOtherHands, openChat, owe, sealChat } from '../chat.ts'
import type { Turns } from '../turns.ts'
import type { Worlds } from '../world.ts'
import { isUntold, noticeOf, tellOf } from './notice.ts'
import { progress } from './progress.ts'

/** Behind no event: the first start follows the log from its beginning. */
const START = 'START'
const AGAIN_MS = 1000
const CONFLICTS = 20
/** Events of different citizens that are told at once. */
const AT_ONCE = 32

/** How often an event is tried that cannot be told while others can; ms in which one behind it comes. */
const TRIES = 5
const BEHIND_MS = 5000

/** Rows of the log that are read to be counted. */
const COUNTED = 1000

export const FOLLOWER: Principal = { kind: 'operator', client: 'whatsapp', scopes: ['applications:read'] }

/** Events come one after the other, so they bring no more than whose they are. */
const CHANGES = `subscription Changes($after: ID) { applicationChanged(after: $after) {
  id name status reason application { reference citizen { id } }
} }`
/** What else is told of an application, in its citizen's language: read for many citizens at once. */
const ABOUT = Object.fromEntries(
  LANGUAGES.map((code) => {
    const language = code.toUpperCase()
    return [
      code,
      `query About($reference: ID!) { application(reference: $reference) {
  restricted service { code title(language: ${language}) department { name(language: ${language}) } }
  action { ${ACTION_FIELDS(language)} } certificate { code url }
} }`,
    ]
  }),
) as Readonly<Record<LanguageCode, string>>

/** An event that did not come whole, or whose telling failed. */
class Untold extends Error {
  override readonly name = 'Untold'
  readonly event: string
  readonly code: string

  constructor(event: string, code: string, cause?: unknown) {
    super(`${event} cannot be told: ${code}`, { cause })
    this.event = event
    this.code = code
  }
}

const codeOf = (errors: readonly GraphQLError[]): string => String(errors[0]?.extensions?.code ?? 'unknown')

export interface FollowerOptions {
  readonly host: Host
  readonly worldOf: Worlds
  readonly turns: Turns
}

/**
 * From the event log to the outbox: each citizen's events in order, many citizens at once. What an event owes has an id of the event, so that
 * one that is told again after a process ended is told once.
 */
export function follower({ host, worldOf, turns }: FollowerOptions) {
  const { store, clock, log } = host
  const passedOver = new Set<string>()
  const tries = new Map<string, number>()

  async function tell(event: any): Promise<void> {
    const citizen: string | undefined = event.application?.citizen?.id
    if (!citizen) return
    // an answer that is being given to this citizen comes first: it may be what the event is about
    await turns.run(citizen, async () => {
      for (let i = 0; i < CONFLICTS; i++) {
        const kept = await store.channel.chat(citizen)
        // who filed in a portal or at a counter hears of it at their verified number, though they never wrote here
        const mobile = kept ? null : await host.citizens.mobile(citizen)
        if (!kept && !mobile) return
        const vault = await host.vaultOf(citizen, kept?.address)
        const opened = openChat(kept, citizen, vault)
        const chat = kept ? opened : { ...opened, address: { ...opened.address, mobile } }
        const { name, status, application: of } = event
        if (isUntold({ name, status, reference: of.reference }, chat.state)) return
        const application = await about(event.id, of.reference, chat.state.language)
        if (!application) return
        const world = await worldOf(event.id)
        const notice = noticeOf(event, application)
        // whoever may hold the phone now hears no more than at a number that a counter gave; Meta holds the certificate itself
        const isHeld = isInOtherHands(chat.address) && notice.status !== 'CERTIFIED'
        const told = tellOf(isHeld ? { ...notice, restricted: true } : notice, chat.state, world, host.publicUrl)
        const owes = told.messages.map((outgoing, n) =>
          owe(
            vault,
            {
              id: n ? `${event.id}:${citizen}:${n}` : `${event.id}:${citizen}`,
              citizen,
              lane: 'notice',
              at: clock.now().getTime(),
            },
            outgoing,
          ),
        )
        // who is told nothing gets no chat by it: they may just have been erased
        const isAsItWas = kept ? told.state === chat.state : !owes.length
        const changed = isAsItWas ? {} : { chat: sealChat({ ...chat, state: told.state }, vault) }
        if ((isAsItWas && !owes.length) || (await store.channel.commit({ ...changed, owes }))) {
          if (owes.length) host.wake('outbox')
          return
        }
      }
      throw new Error('a chat changed too often while it was told')
    })
  }

  /** What the application of an event is by now; null where there is none any more. */
  async function about(event: string, reference: string, language: LanguageCode): Promise<any> {
    const { data, errors } = await host.ask(ABOUT[language], { reference }, FOLLOWER)
    if (errors?.length && !passedOver.has(event)) throw new Untold(event, codeOf(errors))
    return data?.application ?? null
  }

  const save = async (event: string) =>
    void (await store.channel.commit({ cursor: { name: CHAT_CURSOR, value: event } }))
  const positionOf = async (cursor: string | null): Promise<number> =>
    cursor === null || cursor === START ? 0 : ((await store.log.position(cursor)) ?? 0)
  const eventsBehind = async (cursor: string | null, limit: number) =>
    (await store.log.after(await positionOf(cursor), limit)).filter(({ reference }) => reference)

  async function follow(signal: AbortSignal): Promise<void> {
    let after = (await store.channel.cursor(CHAT_CURSOR)) ?? START
    const told = progress(save, AT_ONCE)
    const until = AbortSignal.any([signal, told.failed])
    for await (const result of host.ask.subscribe(CHANGES, { after }, FOLLOWER, until)) {
      const event = result.data?.applicationChanged
      const code = result.errors?.length ? codeOf(result.errors) : null
      const id: string | undefined = event?.id ?? (await eventsBehind(after, COUNTED))[0]?.id
      if (code === 'BAD_CURSOR' || !id) {
        log.warn('the event log refused the channel', { code })
        await told.end()
        if (code === 'BAD_CURSOR') await save(START)
        return
      }
      const work = async () => {
        if (code && !passedOver.has(id)) throw new Untold(id, code)
        if (!event) return
        await tell(event).catch((error) => {
          if (!passedOver.has(id)) throw error instanceof Untold ? error : new Untold(id, error.name, error)
        })
        tries.delete(id)
      }
      await told.begin(id, work)
      after = id
    }
    await told.end()
  }

  /** Whether an event behind this one comes whole: it is not the hub that fails, then. */
  async function comesBehind(event: string, signal: AbortSignal): Promise<boolean> {
    const until = AbortSignal.any([signal, AbortSignal.timeout(BEHIND_MS)])
    for await (const { data, errors } of host.ask.subscribe(CHANGES, { after: event }, FOLLOWER, until)) {
      const reference = data?.applicationChanged?.application?.reference
      if (errors?.length || !reference) continue
      if (!(await host.ask(ABOUT.en, { reference }, FOLLOWER)).errors?.length) return true
    }
    return false
  }

  /** It is tried again, as long as the hub may be what fails; then it holds up the news of everybody else no longer. */
  async function untold({ event, code, cause }: Untold, signal: AbortSignal): Promise<void> {
    tries.set(event, (tries.get(event) ?? 0) + 1)
    log.warn('an event cannot be told yet; it is tried again', { event, code })
    // a log that cannot be read just now says that it is the hub
    if (tries.get(event)! < TRIES || !(await comesBehind(event, signal).catch(() => false))) return
    passedOver.add(event)
    tries.clear()
    log.error('an event cannot be told: its citizen hears of the next', cause, { event, code })
  }

  return {
    /** Events of applications that are not told yet; where they are many, the log's other rows are counted with them. */
    async behind(): Promise<number> {
      const cursor = await store.channel.cursor(CHAT_CURSOR)
      const rows = (await store.log.head()).position - (await positionOf(cursor))
      return rows > COUNTED ? rows : (await eventsBehind(cursor, COUNTED)).length
    },
    /** Follows while this process is the one that does. */
    run: (signal: AbortSignal): Promise<void> =>
      host.held('follower', signal, async (held) => {
        while (!held.aborted) {
          try {
            await follow(held)
          } catch (error) {
            if (held.aborted) return
            if (error instanceof Untold) await untold(error, held)
            else log.error('the event log could not be followed; it is tried again', error)
          }
          await host.wait('follower', AGAIN_MS, held)
        }
      }),
  }
}
