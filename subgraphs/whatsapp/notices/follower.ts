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

/** No more than so many are counted. */
export const BEHIND = 1000

export const FOLLOWER: Principal = { kind: 'operator', client: 'whatsapp', scopes: ['applications:read'] }

const inAll = (field: string, selection = '') =>
  LANGUAGES.map((code) => `${field}_${code}: ${field}(language: ${code.toUpperCase()})${selection}`).join(' ')
/** Actions are read in each language: a department's question is asked in the citizen's. */
const ACTIONS = LANGUAGES.map((code) => `action_${code}: action { ${ACTION_FIELDS(code.toUpperCase())} }`).join(' ')
const CHANGES = `subscription Changes($after: ID) { applicationChanged(after: $after) {
  id name status reason at
  application { reference status restricted citizen { id } service { code ${inAll('title')} processingDays department { ${inAll('name')} } } ${ACTIONS} certificate { code url } }
} }`

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

  async function follow(signal: AbortSignal): Promise<void> {
    const after = (await store.channel.cursor(CHAT_CURSOR)) ?? START
    const save = async (event: string) =>
      void (await store.channel.commit({ cursor: { name: CHAT_CURSOR, value: event } }))
    const told = progress(save, AT_ONCE)
    const until = AbortSignal.any([signal, told.failed])
    for await (const result of host.ask.subscribe(CHANGES, { after }, FOLLOWER, until)) {
      const event = result.data?.applicationChanged
      if (!event) {
        const code = String(result.errors?.[0]?.extensions?.code ?? 'unknown')
        log.warn('the event log refused the channel', { code })
        await told.end()
        if (code === 'BAD_CURSOR') await store.channel.commit({ cursor: { name: CHAT_CURSOR, value: START } })
        return
      }
      if (result.errors?.length)
        log.warn('an event came incomplete', { code: String(result.errors[0]?.extensions?.code ?? 'unknown') })
      await told.begin(event.id, () => tell(event))
    }
    await told.end()
  }

  return {
    /** Events of applications that are not told yet, `BEHIND` at most. */
    async behind(): Promise<number> {
      const cursor = await store.channel.cursor(CHAT_CURSOR)
      const position = cursor === null ? 0 : await store.log.position(cursor)
      const events = await store.log.after(position ?? 0, BEHIND)
      return events.filter(({ reference }) => reference).length
    },
    /** Follows while this process is the one that does. */
    run: (signal: AbortSignal): Promise<void> =>
      host.held('follower', signal, async (held) => {
        while (!held.aborted) {
          try {
            await follow(held)
          } catch (error) {
            if (held.aborted) return
            log.error('the event log could not be followed; it is tried again', error)
          }
          await host.wait('follower', AGAIN_MS, held)
        }
      }),
  }
}
