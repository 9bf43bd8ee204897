/**
 * What a store holds as neutral rows, the same whichever store it is: for backups, for moving to another store, and for whoever
 * checks the record. Sessions, leases and holds are no part of it: they belong to processes. Personal data stays sealed as it is.
 */
import type { Inbound, OutboxRow, ReadChat } from './channel.ts'
import type { Application, CitizenKey, DocumentRecord, Effect, Identity, LogRow } from './store.ts'

/** Each kind of row, in the order in which rows are read and written. */
export interface Rows {
  /** A counter by name, such as `reference 2026`: the last number given. */
  sequence: { readonly name: string; readonly value: number }
  cursor: { readonly name: string; readonly value: string }
  /** Of one citizen oldest first. */
  key: CitizenKey
  /** In the order in which they were met. */
  identity: Identity & { readonly citizen: string }
  /** By position. */
  log: LogRow
  /** Committed, and not in the log yet; in the order of their commits. `reference` is empty for an event of no application. */
  event: { readonly id: string; readonly reference: string; readonly document: string }
  application: Application
  /** Claimed by nobody: a claim ends with its session. */
  effect: Effect
  document: DocumentRecord
  count: { readonly key: string; readonly day: string; readonly item: string }
  code: { readonly code: string; readonly sealed: string; readonly expires: number }
  /** In the order in which they came. */
  inbox: Inbound & { readonly done: boolean; readonly citizen: string | null }
  chat: ReadChat
  /** In the order in which they were owed. `refused`: the last wamid that counts no longer. */
  outbox: Omit<OutboxRow, 'position'> & { readonly refused: string | null }
}
export type Kind = keyof Rows
export const KINDS = [
  'sequence',
  'cursor',
  'key',
  'identity',
  'log',
  'event',
  'application',
  'effect',
  'document',
  'count',
  'code',
  'inbox',
  'chat',
  'outbox',
] as const satisfies readonly Kind[]
export type Row = { [K in Kind]: readonly [kind: K, row: Rows[K]] }[Kind]

/** A store as of one moment, whatever is written to it meanwhile. */
export interface Snapshot {
  /** Rows of these kinds, or of all, in the order of `KINDS`. Read before `release`. */
  rows(kinds?: readonly Kind[]): AsyncIterable<Row>
  /** The moment is let go: the store may forget it. Blobs can be read still, for a name always stands for the same bytes. */
  release(): Promise<void>
  /** Sealed bytes; null where they were removed since. */
  blob(name: string): Promise<AsyncIterable<Uint8Array> | null>
  close(): Promise<void>
}

/** There is no store where one was to be read, or it is not as this program knows it. */
export class NoSuchStore extends Error {
  override readonly name = 'NoSuchStore'
}
