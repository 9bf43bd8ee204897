/** What was begun, sent and remembered in another chat of somebody who turned out to be the same person. */
import { otherChat } from '../../../store/channel.ts'
import type { Host, Vault } from '../../subgraph.ts'
import { type Address, type OpenChat, openState } from '../chat.ts'
import type { State } from '../conversation/index.ts'

/** A number or a user id comes that this chat was not known by: whoever it is of may have had a chat of their own. */
export const isMet = ({ address }: OpenChat, { mobile, userId }: Address): boolean =>
  mobile !== address.mobile || userId !== address.userId

export interface OtherChat {
  readonly state: State
  /** Written with the chat that has taken it over. */
  readonly taken: { readonly name: string; readonly value: string }
}

/** Null where there is none, or it has been taken over. */
export async function otherChatOf(
  { citizen }: OpenChat,
  vault: Vault,
  { channel }: Host['store'],
): Promise<OtherChat | null> {
  const name = otherChat(citizen)
  const sealed = await channel.cursor(name)
  return sealed ? { state: openState(sealed, vault), taken: { name, value: '' } } : null
}
