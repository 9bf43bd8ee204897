/** Citizens: which identities are theirs, and the keys that what is theirs is sealed under. */

/** A citizen's key, wrapped by the hub's own. Destroying it makes unreadable whatever was sealed under it. */
export interface CitizenKey {
  /** Hex; stands in each value that was sealed under it. */
  readonly id: string
  readonly citizen: string
  readonly wrapped: string
}
export interface Keys {
  /** Keys of a citizen, oldest first: one, or several where citizens were united. */
  of(citizen: string): Promise<CitizenKey[]>
  /** Keeps a citizen's first key, unless there is one. Returns the keys as they then stand. */
  first(key: CitizenKey): Promise<CitizenKey[]>
  byId(id: string): Promise<CitizenKey | null>
  /** In the order of their ids, behind the id `after`. */
  page(after: string | null, limit: number): Promise<CitizenKey[]>
  /** Replaces a wrapping. False where `from` is not what stands there. */
  rewrap(id: string, from: string, to: string): Promise<boolean>
  destroy(citizen: string): Promise<void>
}

export interface People {
  /** The citizen that this identity (a blind hash, such as `mobile:…`) belongs to. */
  byIdentity(identity: string): Promise<string | null>
  /**
   * One write: makes the citizen `fresh` if none of the identities has one, else gives all of them, all applications, and what was said
   * and is owed in the chat, to the oldest one met. Of two chats the one that was written to last goes on, and the
   * state of the other is left under `otherChat`. Returns its id.
   */
  unite(identities: readonly Identity[], fresh: string): Promise<string>
  /** Takes an identity from whoever has it: a number went to a new holder. */
  forget(identity: string): Promise<void>
  /** Sealed values of a citizen's identities. */
  identities(citizen: string): Promise<Identity[]>
}
// `unite` takes keys, documents and the chat along: what was sealed under a united citizen's key opens under its survivor.
/** `identity`: a blind hash such as `mobile:…`; `sealed`: the value itself. */
export interface Identity {
  readonly identity: string
  readonly sealed: string
}
