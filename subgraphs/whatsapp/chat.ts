/** What the channel keeps of a chat, and what it owes to it: the shapes of what the store holds sealed. */
import type { Chat, Owed, ReadChat } from '../../store/channel.ts'
import { CHAT_SEALED } from '../host/chat-purposes.ts'
import type { Vault } from '../subgraph.ts'
import { START, type State } from './conversation/state.ts'
import type { CloudMessage } from './sending/layout.ts'

/** What the channel's values are sealed for. */
export const SEALED = CHAT_SEALED

/** A phone that a citizen wrote from. */
export interface Phone {
  /** `+919810012345` */
  readonly mobile: string | null
  readonly userId: string | null
  /** Meta's hash of who held the phone when the chat was last known to be theirs. */
  readonly identity: string | null
  /** The newest hash that came; another one than `identity` may be another person. */
  readonly seen: string | null
  /** Key of whoever wrote from it under another hash: a citizen of their own, until a one-time code shows who they are. */
  readonly holder?: string
}
/** Where a citizen is written to. */
export interface Address extends Phone {
  /** Others of theirs, where several chats became one. */
  readonly phones?: readonly Phone[]
  /** Of whoever holds a phone that is still known as another citizen's: that citizen. */
  readonly former?: string
}
export const NOWHERE: Address = { mobile: null, userId: null, identity: null, seen: null }

/** Another person than the one that it is known by may hold this phone. */
export const isInOtherHands = ({ identity, seen }: Phone): boolean =>
  identity !== null && seen !== null && identity !== seen

export interface OpenChat {
  readonly citizen: string
  readonly version: number
  readonly windowUntil: number
  readonly address: Address
  readonly state: State
}

export function openChat(chat: ReadChat | null, citizen: string, vault: Vault): OpenChat {
  if (!chat) return { citizen, version: 0, windowUntil: 0, address: NOWHERE, state: START }
  return {
    citizen,
    version: chat.version,
    windowUntil: chat.windowUntil,
    address: JSON.parse(vault.openText(chat.address, SEALED.address)),
    state: openState(chat.state, vault),
  }
}

export const openState = (sealed: string, vault: Vault): State => ({
  ...START,
  ...JSON.parse(vault.openText(sealed, SEALED.state)),
})

export const sealChat = ({ citizen, version, address, state }: OpenChat, vault: Vault): Chat => ({
  citizen,
  version,
  address: vault.seal(JSON.stringify(address), SEALED.address),
  state: vault.seal(JSON.stringify(state), SEALED.state),
})

/** A message that is owed. `free` within the 24 hours, `template` after them; null where there is none. */
export interface Outgoing {
  readonly free: CloudMessage | null
  readonly template: Template | null
  /** A certificate to be fetched and sent: in a document of its own, or in the template's header. */
  readonly file: { readonly url: string; readonly name: string; readonly caption: string } | null
  /** A form that is opened: what is said where Meta refuses to open it, and which it is. */
  readonly form?: { readonly otherwise: CloudMessage; readonly key: string }
  /** Ids of the notices whose words stand in this one. */
  readonly joins?: readonly string[]
}
export interface Template {
  readonly name: string
  readonly language: { readonly code: string }
  readonly components: readonly Readonly<Record<string, unknown>>[]
}

export function owe(
  vault: Vault,
  row: { readonly id: string; readonly citizen: string; readonly lane: Owed['lane']; readonly at: number },
  outgoing: Outgoing,
): Owed {
  return { ...row, sealed: vault.seal(JSON.stringify(outgoing), SEALED.outbound) }
}
export const openOutgoing = (row: Pick<Owed, 'sealed'>, vault: Vault): Outgoing =>
  JSON.parse(vault.openText(row.sealed, SEALED.outbound))
