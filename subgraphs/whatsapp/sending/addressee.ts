/** Where a citizen is written to. */
import type { Host } from '../../subgraph.ts'
import { type Address, isInOtherHands, openChat } from '../chat.ts'
import type { CloudMessage } from './layout.ts'

type Needs = Pick<Host, 'citizens' | 'store' | 'vaultOf'>

/** The number while it is known and theirs, else the user id; never both. Null where nothing leads to this citizen any more. */
export async function addressee(host: Needs, citizen: string, address: Address): Promise<CloudMessage | null> {
  const { citizens } = host
  const { mobile, userId } = address
  if (await holds(host, address)) return mobile ? { to: mobile } : userId ? { recipient: userId } : null
  if (mobile && !(await citizens.isAnothers({ mobile }, citizen))) return { to: mobile }
  return userId && !(await citizens.isAnothers({ userId }, citizen)) ? { recipient: userId } : null
}

/** Whether this is still the one who holds a phone that is known as another's. */
async function holds({ store, vaultOf }: Needs, { former, seen }: Address): Promise<boolean> {
  if (!former) return false
  const chat = await store.channel.chat(former)
  const { address } = openChat(chat, former, await vaultOf(former, chat?.address))
  return [address, ...(address.phones ?? [])].some((phone) => isInOtherHands(phone) && phone.seen === seen)
}
