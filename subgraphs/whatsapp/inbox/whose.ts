/** Whose chat a message belongs to: its number's citizen's, or that of whoever holds the phone since. */
import { randomUUID } from 'node:crypto'
import type { Host, Vault } from '../../subgraph.ts'
import { type Address, isInOtherHands, type OpenChat, openChat, type Phone, sealChat } from '../chat.ts'
import { addressed, type Sender } from './inbound.ts'

export interface Whose {
  readonly citizen: string
  readonly own: Vault
  readonly kept: OpenChat
  readonly address: Address
  /** Meta says that another person may hold the phone, and nothing has shown that it is the same one. */
  readonly unproved: { readonly former: string; readonly holder: string } | null
  /** It has just been shown, by a code, that whoever holds the phone is its citizen. */
  readonly proved: boolean
}

/**
 * The chat of a message of `citizen`'s number or user id. Under another identity hash it is that of a person of their own, who sees nothing
 * of the citizen's; a one-time code that was made for the citizen makes both one. Null where the chat changed meanwhile: to be asked again.
 */
export async function whoseChat(
  { store, citizens, vaultOf }: Pick<Host, 'store' | 'citizens' | 'vaultOf'>,
  citizen: string,
  sender: Sender,
): Promise<Whose | null> {
  const there = await store.channel.chat(citizen)
  const own = await vaultOf(citizen, there?.address)
  const kept = openChat(there, citizen, own)
  const address = addressed(kept.address, sender)
  if (!isInOtherHands(address)) return { citizen, own, kept, address, unproved: null, proved: false }
  const { phones = [], holder = randomUUID(), ...phone } = address
  if (!address.holder) {
    // the phone that is known to be theirs stays the one that they are written to at
    const isOnlyOne = phones.length === 0 || isInOtherHands(phones[0]!)
    const held: Phone = { ...phone, holder }
    const [first, others]: [Phone, readonly Phone[]] = isOnlyOne
      ? [held, phones]
      : [phones[0]!, [...phones.slice(1), held]]
    const chat = { ...kept, address: { ...first, ...(others.length ? { phones: others } : {}) } }
    if (!(await store.channel.commit({ chat: sealChat(chat, own) }))) return null
    return whoseChat({ store, citizens, vaultOf }, citizen, sender)
  }
  const now = await citizens.ofHolder(holder)
  if (now === citizen) {
    const { holder: _, ...theirs } = address
    return { citizen, own, kept, address: { ...theirs, identity: theirs.seen }, unproved: null, proved: true }
  }
  const theirs = await store.channel.chat(now)
  const vault = await vaultOf(now, theirs?.address)
  const chat = openChat(theirs, now, vault)
  const { language, chosen } = kept.state
  return {
    citizen: now,
    own: vault,
    kept: chat.version ? chat : { ...chat, state: { ...chat.state, language, chosen } },
    address: { mobile: phone.mobile, userId: phone.userId, identity: phone.seen, seen: phone.seen, former: citizen },
    unproved: { former: citizen, holder },
    proved: false,
  }
}
