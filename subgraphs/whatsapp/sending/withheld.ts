/** A certificate that WhatsApp did not deliver, since another person may hold the phone: whoever holds it hears what to do, and no more. */
import type { Host } from '../../subgraph.ts'
import { type Outgoing, openChat, owe } from '../chat.ts'
import type { Wording } from '../wording.ts'
import { HELPLINE } from '../world.ts'
import { template } from './templates.ts'

/** Tells of the certificate of an outbox row, once. */
export function withheldNotice(
  { store, clock, env, vaultOf, wake }: Pick<Host, 'store' | 'clock' | 'env' | 'vaultOf' | 'wake'>,
  wording: Wording,
) {
  return async (row: { readonly id: string; readonly citizen: string }, { file }: Outgoing): Promise<void> => {
    if (!file) return
    const { citizen } = row
    const chat = await store.channel.chat(citizen)
    const vault = await vaultOf(citizen, chat?.address)
    const { state } = openChat(chat, citizen, vault)
    const { language } = state
    const reference = file.name.replace(/\.pdf$/, '')
    const helpline = env.HELPLINE || HELPLINE
    const body = wording.say(language, 'certificate-withheld', { reference, helpline })
    const status = wording.say(language, 'status-withheld')
    const outgoing: Outgoing = {
      free: { type: 'text', text: { body } },
      template: template('application_update', language, wording, { reference, title: reference, status }),
      file: null,
    }
    const at = clock.now().getTime()
    await store.channel.commit({
      owes: [owe(vault, { id: `withheld:${row.id}`, citizen, lane: 'notice', at }, outgoing)],
    })
    wake('outbox')
  }
}
