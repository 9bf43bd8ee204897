/** What goes to a number only waits until its citizen has shared theirs: they are asked for it, by WhatsApp's own button. */
import type { Host } from '../../subgraph.ts'
import { openChat, owe } from '../chat.ts'
import type { Wording } from '../wording.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Asks a citizen for their number: while their chat may be written to freely, once a day at most. Later they are asked when they write. */
export function numberRequest(
  { store, clock, vaultOf, wake }: Pick<Host, 'store' | 'clock' | 'vaultOf' | 'wake'>,
  wording: Wording,
) {
  return async (citizen: string): Promise<void> => {
    const at = clock.now().getTime()
    const chat = await store.channel.chat(citizen)
    const vault = await vaultOf(citizen, chat?.address)
    const { address, state, windowUntil } = openChat(chat, citizen, vault)
    if (address.mobile || state.stopped || at >= windowUntil) return
    const free = {
      type: 'interactive',
      interactive: {
        type: 'request_contact_info',
        body: { text: wording.say(state.language, 'ask-number') },
        action: { name: 'request_contact_info' },
      },
    }
    const id = `number:${citizen}:${Math.floor(at / DAY_MS)}`
    await store.channel.commit({
      owes: [owe(vault, { id, citizen, lane: 'notice', at }, { free, template: null, file: null })],
    })
    wake('outbox')
  }
}
