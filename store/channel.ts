/**
 * Where the WhatsApp channel keeps what came, where each chat stands, and what is owed to it.
 * Personal data comes in sealed. Every promise of a change resolves once the change is durable; one call is one atomic write.
 */

/** Something that Meta posted: one message, one status, one other change. */
export interface Inbound {
  /** What makes it the same when Meta repeats it: a message's wamid, a status' wamid and word, else a hash. */
  readonly id: string
  /** `status`: what became of a message, or another change that asks something of the channel. `kept`: nothing is to be done about it (another number's message, an unknown field). */
  readonly kind: 'message' | 'status' | 'kept'
  /** Sealed JSON. */
  readonly sealed: string
  /** ms since the epoch at which it came in. */
  readonly at: number
}
export interface PendingInbound extends Inbound {
  /** Grows with each row. */
  readonly position: number
}

/** Where a citizen's chat stands. */
export interface Chat {
  readonly citizen: string
  /** Counts the writes; 0 for a chat that was never written. A write against an old version is refused. */
  readonly version: number
  /** Sealed JSON: number, user id, identity hash. */
  readonly address: string
  /** Sealed JSON: the conversation's state. */
  readonly state: string
}
export interface ReadChat extends Chat {
  /** ms since the epoch until which free text may be sent. */
  readonly windowUntil: number
}

/** Replies of a live chat wait for no notice; each lane of a chat keeps its order. */
export type Lane = 'reply' | 'notice'
/** A message that is to be owed to a chat. */
export interface Owed {
  /** Derived from what caused it, so that causing it again changes nothing. */
  readonly id: string
  readonly citizen: string
  readonly lane: Lane
  /** Sealed JSON. */
  readonly sealed: string
  /** ms since the epoch. */
  readonly at: number
}
export type ReceiptWord = 'sent' | 'failed' | 'delivered' | 'read'
export interface OutboxRow extends Owed {
  readonly position: number
  readonly state: 'owed' | 'accepted' | 'parked'
  /** ms since the epoch: not before. */
  readonly due: number
  /** Sends that ended in an error. */
  readonly attempts: number
  /** ms since the epoch at which a send began whose answer has not been recorded; null where none has. */
  readonly began: number | null
  /** Must go as a template, whatever is known of the window. */
  readonly template: boolean
  readonly wamid: string | null
  /** Furthest receipt, in the order of `RECEIPTS`. */
  readonly receipt: ReceiptWord | null
  /** An error code, no personal data. */
  readonly note: string | null
}
/** A receipt never takes the place of one that stands later in this list. */
export const RECEIPTS: readonly ReceiptWord[] = ['sent', 'failed', 'delivered', 'read']

/** A chat that soon may not be written to freely any more. */
export interface ClosingChat {
  readonly citizen: string
  readonly windowUntil: number
}

export interface ChannelWrite {
  /** `version` is the one that was read. */
  readonly chat?: Chat
  /** Free text may be sent until then; never moved back by this. */
  readonly windowUntil?: number
  /** Inbox rows that this write settles; `citizen` is whose chat they belong to, where that is known. */
  readonly done?: readonly {
    readonly id: string
    readonly citizen: string | null
    /** Takes the place of what the row held: sealed under the citizen's own key, or empty where nothing is to be kept. */
    readonly sealed?: string
  }[]
  /** Rows whose id is there already are left as they are; where all of them are, the chat is left as it is, too (it was written with them). */
  readonly owes?: readonly Owed[]
  /** Notices of the chat's citizen with one of these notes, parked or waiting, are owed anew, from now on as if never tried. */
  readonly revives?: readonly string[]
  readonly cursor?: { readonly name: string; readonly value: string }
}

/** A line of a chat, in or out. */
export interface Line {
  readonly id: string
  readonly cursor: string
  readonly direction: 'in' | 'out'
  readonly at: number
  /** Sealed JSON of an Inbound or an Owed. */
  readonly sealed: string
  readonly state: OutboxRow['state'] | null
  readonly receipt: ReceiptWord | null
}

/** Cursor with the sealed state of a citizen's other chat, where two became one and both had begun something; empty once it is taken over. */
export const otherChat = (citizen: string): string => `other chat ${citizen}`

export interface ChannelStore {
  /** Keeps rows; those whose id is there already are left as they are. Returns those that were new, as they are kept: under the ids that `pending` gives. */
  receive(rows: readonly Inbound[]): Promise<readonly Inbound[]>
  /** Rows of a kind that are not done, oldest first, behind a position. */
  pending(kind: 'message' | 'status', after: number, limit: number): Promise<PendingInbound[]>

  /** Takes a chat for a session, which alone answers in it until it lets go or ends; false while another living session has it. */
  hold(citizen: string, session: string): Promise<boolean>
  letGo(citizen: string, session: string): Promise<void>
  /** Whether an inbox row still waits: asked by whoever has just taken the chat of `citizen`. */
  waits(id: string, citizen: string): Promise<boolean>
  chat(citizen: string): Promise<ReadChat | null>
  /** State, owed messages, settled rows and cursor in one write. False where the chat's version has moved on: nothing is written. */
  commit(write: ChannelWrite): Promise<boolean>
  /** Meta says that the 24 hours are over. */
  closeWindow(citizen: string): Promise<void>
  /** Chats whose window ends at `from` or later, and before `until` (ms since the epoch), the first to end first. */
  closing(from: number, until: number, limit: number): Promise<ClosingChat[]>
  cursor(name: string): Promise<string | null>

  /** The first owed row of each lane of each chat, if it is due: replies first, then oldest first. */
  ready(now: number, limit: number): Promise<OutboxRow[]>
  outgoing(id: string): Promise<OutboxRow | null>
  /** What was sent as this message of Meta's; null for one that is not ours. */
  sentAs(wamid: string): Promise<OutboxRow | null>
  /** When the next owed row is due; null where nothing is owed. */
  nextDue(after: number): Promise<number | null>
  /**
   * What a clock that was set back would make wait: owed rows that are due later than `latest` are due `now`, those with one of the notes `slow` only where
   * that is later than `latestSlow`; a send that began later than `now` began `now` (all ms since the epoch).
   */
  hasten(now: number, latest: number, slow: readonly string[], latestSlow: number): Promise<void>
  /**
   * A send begins: from now on it is uncertain whether it happened. `before` is the row's `began` as it was read.
   * False where the row is not as it was read: another process sends it, or nothing is owed any more.
   */
  began(id: string, at: number, before: number | null): Promise<boolean>
  accepted(id: string, wamid: string): Promise<void>
  /** Owes it again, or parks it for a person. What was sent under the old wamid counts no longer. */
  again(
    id: string,
    change: { due: number; note: string | null; template?: boolean; park?: boolean; counts?: boolean },
  ): Promise<void>
  /**
   * Records a receipt, found by the wamid or by our id that came back with it; a send whose answer was lost is accepted by it.
   * Returns the row as it stands then; null for a message that is not ours. Receipts of a wamid that counts no longer are ignored unless they say delivered or read.
   */
  receipt(receipt: {
    id: string | null
    wamid: string
    word: ReceiptWord
    note: string | null
    /** Inbox row that asks for nothing more: it is done, at the latest when this resolves, and never before the receipt is recorded. */
    settles?: string
  }): Promise<OutboxRow | null>

  /**
   * Forgets a person's chat: where it stands, what was said, what is owed to it. Ids of what came stay, so that a repeat changes nothing.
   * With `goesOn` the chat itself is that from now on, in its window, and is missing at no moment; false where its version has moved on: nothing
   * is forgotten.
   */
  forget(citizen: string, goesOn?: Chat): Promise<boolean>
  /** Newest first, behind a cursor. */
  lines(citizen: string, first: number, after: string | null): Promise<Line[]>
  counts(): Promise<{ inbox: number; owed: number; parked: number }>
}
