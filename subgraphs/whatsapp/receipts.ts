/** What Meta says became of a message that was sent. */
import { RECEIPTS, type ReceiptWord } from '../../store/channel.ts'
import type { Host } from '../subgraph.ts'
import type { Sender } from './sending/sender.ts'

export interface Receipts {
  /** Records a status, and does what a failure asks for; then its inbox row is done. */
  take(row: string, status: any): Promise<void>
}

export function receipts(host: Host, sending: Pick<Sender, 'settle'>): Receipts {
  const { channel } = host.store
  return {
    async take(id, status) {
      const word = status.status === 'played' ? 'read' : status.status
      let citizen: string | null = null
      if (typeof status.id === 'string' && RECEIPTS.includes(word)) {
        const code = Number(status.errors?.[0]?.code ?? 0)
        const ours = typeof status.biz_opaque_callback_data === 'string' ? status.biz_opaque_callback_data : null
        const row = await channel.receipt({
          id: ours,
          wamid: status.id,
          word: word as ReceiptWord,
          note: word === 'failed' ? String(code) : null,
        })
        citizen = row?.citizen ?? null
        // a failure that came after a delivery, or of an earlier try, asks for nothing
        if (word === 'failed' && row?.receipt === 'failed' && row.wamid === status.id && row.state === 'accepted') {
          await sending.settle(row, code)
          host.wake('outbox')
        }
      }
      await channel.commit({ done: [{ id, citizen }] })
    },
  }
}
