import type { ChannelStore } from '../../store/channel.ts'
import type { Store } from '../../store/store.ts'
import type { Vault } from '../subgraph.ts'

/** An id of Meta's: base64 of, among others, the number or user id of the chat. It may stand within an id of ours. */
const WAMID = /wamid\.[\w+/=.-]+/g

/**
 * A store that keeps no wamid as it is: in its place stands a keyed hash, the same for the same, which leads back to nobody, also
 * after whoever it was of was erased. Ids that were hashed pass as they are, so what is read can be written.
 */
export function withoutNumbers(store: Store, vault: Pick<Vault, 'blind'>): Store {
  const hidden = (id: string): string => id.replace(WAMID, (wamid) => `m.${vault.blind(wamid, 'wamid')}`)
  const { channel } = store
  const own: Partial<ChannelStore> = {
    receive: (rows) => channel.receive(rows.map((row) => ({ ...row, id: hidden(row.id) }))),
    accepted: (id, wamid) => channel.accepted(hidden(id), hidden(wamid)),
    async receipt(receipt) {
      const wamid = hidden(receipt.wamid)
      const row = await channel.receipt({ ...receipt, id: receipt.id && hidden(receipt.id), wamid })
      // whoever asks knows it by Meta's name
      return row?.wamid === wamid ? { ...row, wamid: receipt.wamid } : row
    },
  }
  return { ...store, channel: { ...channel, ...own } }
}
