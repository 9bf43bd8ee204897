/** Reminds of what was begun and not sent, while a chat may still be written to freely: once for each draft. */
import type { ClosingChat } from '../../../store/channel.ts'
import type { Host } from '../../subgraph.ts'
import { isInOtherHands, openChat, owe, sealChat } from '../chat.ts'
import { remind } from '../conversation/index.ts'
import { layOut } from '../sending/layout.ts'
import type { Turns } from '../turns.ts'
import type { Worlds } from '../world.ts'

const LOOK_MS = 5000
const BATCH = 200
const MINUTE = 60 * 1000
/** Before the end of the 24 hours: from when on it is time, and when it would not arrive any more. */
const FROM_MS = 4 * 60 * MINUTE
const UNTIL_MS = 5 * MINUTE

export interface RemindersOptions {
  readonly host: Host
  readonly worldOf: Worlds
  readonly turns: Turns
}

export function reminders({ host, worldOf, turns }: RemindersOptions) {
  const { store, clock, log } = host
  /** Chats that were looked at, with the end of their window then: whoever writes again has another. */
  const looked = new Map<string, number>()

  async function look({ citizen, windowUntil }: ClosingChat): Promise<void> {
    await turns.run(citizen, async () => {
      const kept = await store.channel.chat(citizen)
      // they wrote meanwhile, or are gone
      if (!kept || kept.windowUntil !== windowUntil) return
      const vault = await host.vaultOf(citizen, kept.address)
      const chat = openChat(kept, citizen, vault)
      const now = clock.now().getTime()
      if (chat.state.remind === null || chat.state.remind > now || isInOtherHands(chat.address)) return
      const id = `reminder:${citizen}:${chat.version}`
      const { state, replies } = remind(chat.state, await worldOf(id))
      const owes = replies
        .flatMap((reply) => layOut(reply))
        .map((free, n) =>
          owe(
            vault,
            { id: n ? `${id}:${n}` : id, citizen, lane: 'notice', at: now },
            { free, template: null, file: null },
          ),
        )
      // a chat that changed is looked at again
      if (!(await store.channel.commit({ chat: sealChat({ ...chat, state }, vault), owes }))) looked.delete(citizen)
      else if (owes.length) host.wake('outbox')
    })
  }

  async function round(): Promise<void> {
    const now = clock.now().getTime()
    for (const [citizen, until] of looked) if (until <= now) looked.delete(citizen)
    for (let after = now + UNTIL_MS; ; ) {
      const closing = await store.channel.closing(after, now + FROM_MS, BATCH)
      const fresh = closing.filter(({ citizen, windowUntil }) => looked.get(citizen) !== windowUntil)
      for (const chat of fresh) {
        looked.set(chat.citizen, chat.windowUntil)
        await look(chat).catch((error) => log.error('somebody could not be reminded', error))
      }
      const last = closing.at(-1)
      if (closing.length < BATCH || !last || last.windowUntil <= after) return
      after = last.windowUntil
    }
  }

  return {
    /** Reminds while this process is the one that does. */
    run: (signal: AbortSignal): Promise<void> =>
      host.held('reminders', signal, async (held) => {
        while (!held.aborted) {
          try {
            await round()
          } catch (error) {
            log.error('reminders could not be looked for', error)
          }
          await host.wait('reminders', LOOK_MS, held)
        }
      }),
  }
}
