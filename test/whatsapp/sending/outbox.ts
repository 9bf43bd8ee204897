/** Somebody with a chat, a sender that runs, and a Meta to send to: what the tests of sending share. */
import type { OutboxRow } from '../../../store/channel.ts'
import { type Address, NOWHERE, type Outgoing, openChat, owe, sealChat } from '../../../subgraphs/whatsapp/chat.ts'
import { START } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { closedForms } from '../../../subgraphs/whatsapp/flows/closed.ts'
import { receipts } from '../../../subgraphs/whatsapp/inbox/receipts.ts'
import { accountChanges } from '../../../subgraphs/whatsapp/sending/account.ts'
import { cloudApi } from '../../../subgraphs/whatsapp/sending/cloud-api.ts'
import { holds } from '../../../subgraphs/whatsapp/sending/holds.ts'
import { pace } from '../../../subgraphs/whatsapp/sending/pace.ts'
import { sender } from '../../../subgraphs/whatsapp/sending/sender.ts'
import { WORDING } from '../chat.ts'
import { NUMBER, type SmallHub, until } from '../host.ts'

export const HOUR = 3_600_000
export const say = (body: string): Outgoing => ({ free: { type: 'text', text: { body } }, template: null, file: null })
export const template = { name: 'application_update', language: { code: 'en' }, components: [] }
export const news = (body: string): Outgoing => ({ ...say(body), template })

export async function post(
  hub: SmallHub,
  url: string,
  { window = 24 * HOUR, address = { ...NOWHERE, mobile: '+919810012345' } as Address } = {},
) {
  const { host } = hub
  const { channel } = host.store
  const before = openChat(await channel.chat('asha'), 'asha', host.vault)
  if (before.version === 0)
    await channel.commit({
      chat: sealChat({ ...before, address, state: START }, host.vault),
      windowUntil: Date.now() + window,
    })
  const held = holds(host)
  const api = cloudApi({ url, phoneNumberId: NUMBER, accessToken: 'token' })
  const sending = sender({ host, api, pace: pace(80), holds: held, wording: WORDING, closedForms: closedForms(host) })
  const account = accountChanges({ host, holds: held })
  const stopping = new AbortController()
  const running = sending.run(stopping.signal)
  const row = async (id: string) => (await channel.outgoing(id))!
  return {
    sending,
    account,
    holds: held,
    channel,
    row,
    receipts: {
      take: (id: string, status: object) =>
        receipts(host, sending, account).take({ id, at: host.clock.now().getTime() }, status),
    },
    async owes(id: string, outgoing: Outgoing, lane: 'reply' | 'notice' = 'reply') {
      await this.owesAll([id], () => outgoing, lane)
    },
    /** In one write. */
    async owesAll(ids: readonly string[], outgoing: (id: string) => Outgoing, lane: 'reply' | 'notice' = 'reply') {
      const at = host.clock.now().getTime()
      await channel.commit({
        owes: ids.map((id) => owe(host.vault, { id, citizen: 'asha', lane, at }, outgoing(id))),
      })
      host.wake('outbox')
    },
    settled: (id: string, state: OutboxRow['state'] = 'accepted') =>
      until(`${id} ${state}`, async () => (await row(id)).state === state && row(id)),
    async [Symbol.asyncDispose]() {
      stopping.abort()
      host.wake('outbox')
      await running
    },
  }
}
