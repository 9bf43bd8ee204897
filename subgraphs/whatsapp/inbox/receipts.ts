/** What Meta says became of a message that was sent, and of the account that sends. */

import type { Inbound } from '../../../store/channel.ts'
import { RECEIPTS, type ReceiptWord } from '../../../store/channel.ts'
import type { Host } from '../../subgraph.ts'
import type { AccountChanges } from '../sending/account.ts'
import { codeOf } from '../sending/cloud-api.ts'
import { NO_CODE } from '../sending/send-errors.ts'
import type { Sender } from '../sending/sender.ts'
import { NotYetKnown } from './work.ts'

/** ms: a failure of a message may come before the answer that names it. */
const UNKNOWN_MS = 60_000

export interface Receipts {
  /** Records a status, and does what a failure asks for; then its inbox row is done. Throws NotYetKnown. */
  take(row: Pick<Inbound, 'id' | 'at'>, status: any): Promise<void>
  /** Does what another change asks for; then its inbox row is done. */
  takeOther(row: Pick<Inbound, 'id'>, field: string, value: unknown): Promise<void>
}

export function receipts(host: Host, sending: Pick<Sender, 'settle'>, account: AccountChanges): Receipts {
  const { channel } = host.store
  return {
    async take({ id, at }, status) {
      const word = status.status === 'played' ? 'read' : status.status
      let citizen: string | null = null
      if (typeof status.id === 'string' && RECEIPTS.includes(word)) {
        const code = codeOf(status.errors?.[0])
        const ours = typeof status.biz_opaque_callback_data === 'string' ? status.biz_opaque_callback_data : null
        const row = await channel.receipt({
          id: ours,
          wamid: status.id,
          word: word as ReceiptWord,
          note: word === 'failed' ? String(code ?? NO_CODE) : null,
          ...(word === 'failed' ? {} : { settles: id }),
        })
        if (word !== 'failed') return
        if (!row && host.clock.now().getTime() < at + UNKNOWN_MS) throw new NotYetKnown()
        citizen = row?.citizen ?? null
        // a failure that came after a delivery, or of an earlier try, asks for nothing
        if (row?.receipt === 'failed' && row.wamid === status.id && row.state === 'accepted') {
          await sending.settle(row, { code, status: 400 })
          host.wake('outbox')
        }
      }
      await channel.commit({ done: [{ id, citizen, sealed: '' }] })
    },
    async takeOther({ id }, field, value) {
      await account.take(field, value)
      await channel.commit({ done: [{ id, citizen: null, sealed: '' }] })
    },
  }
}
