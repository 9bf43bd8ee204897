import { LANGUAGES } from '../../../vocabulary/catalogue.ts'
import { CHAT_CURSOR } from '../../host/chat-purposes.ts'
import type { Host, Principal } from '../../subgraph.ts'
import { ACTION_FIELDS, actionView } from '../application-view.ts'
import { openChat, owe, sealChat } from '../chat.ts'
import type { Turns } from '../turns.ts'
import type { Worlds } from '../world.ts'
import { noticeOf, tellOf } from './notice.ts'
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

const inAll = (field: string, selection = '') =>
  LANGUAGES.map((code) => `${field}_${code}: ${field}(language: ${code.toUpperCase()})${selection}`).join(' ')
/** Actions are read in each language: a department's question is asked in the citizen's. */
const ACTIONS = LANGUAGES.map((code) => `action_${code}: action { ${ACTION_FIELDS(code.toUpperCase())} }`).join(' ')
const CHANGES = `subscription Changes($after: ID) { applicationChanged(after: $after) {
  id name status reason at
  application { reference status restricted citizen { id } service { code ${inAll('title')} processingDays department { ${inAll('name')} } } ${ACTIONS} certificate { code url } }
} }`

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
        const vault = await host.vaultOf(citizen)
        const opened = openChat(kept, citizen, vault)
        const chat = kept ? opened : { ...opened, address: { ...opened.address, mobile } }
        const world = await worldOf(event.id)
        const told = tellOf(noticeOf(event, chat.state.language, actionView), chat.state, world, host.publicUrl)
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
      const code = result.errors?.length ? String(result.errors[0]?.extensions?.code ?? 'unknown') : null
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
          if (!passedOver.has(id)) throw new Untold(id, error.name, error)
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
    for await (const result of host.ask.subscribe(CHANGES, { after: event }, FOLLOWER, until))
      if (!result.errors?.length) return true
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
