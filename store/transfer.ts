/**
 * What a store holds as neutral rows, the same whichever store it is: for backups, for moving to another store, and for whoever
 * checks the record. Sessions, leases and holds are no part of it: they belong to processes. Personal data stays sealed as it is.
 */
import { GENESIS } from './chain.ts'
import type { Inbound, OutboxRow, ReadChat } from './channel.ts'
import type { CitizenKey, Identity } from './people.ts'
import type { Application, DocumentRecord, Effect, LogRow } from './store.ts'

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
  /** `spender`: missing while it is not spent. */
  code: { readonly code: string; readonly sealed: string; readonly expires: number; readonly spender?: string }
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
  /** Roles of the processes that worked on it at that moment. Read before `release`. */
  workers(): Promise<readonly string[]>
  close(): Promise<void>
}

/** There is no store where one was to be read, or it is not as this program knows it. */
export class NoSuchStore extends Error {
  override readonly name = 'NoSuchStore'
}

/** Sealed bytes under their name: read to their end before the next item is asked for. */
export interface Blob {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}
/** All of a store, piece by piece: rows in the order of `KINDS`, then blobs. */
export type Item = Row | readonly [kind: 'blob', blob: Blob]

/** Where a store is to come to be. */
export interface Target {
  /** Whether there is nothing there that a `load` could meet. */
  isEmpty(): Promise<boolean>
  /** Roles of the processes that work on it now. */
  workers(): Promise<readonly string[]>
  /** Takes it all, or nothing where it rejects. The store is empty. */
  load(items: AsyncIterable<Item>): Promise<void>
  close(): Promise<void>
}

/** How much of each there is, and where the log stands. */
export interface Tally {
  readonly rows: Record<Kind, number>
  blobs: number
  /** Of all blobs together. */
  bytes: number
  head: { position: number; hash: string }
}
export const newTally = (): Tally => ({
  rows: Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>,
  blobs: 0,
  bytes: 0,
  head: { position: 0, hash: GENESIS },
})

/** Passes items on, and counts them. */
export async function* tallied(items: AsyncIterable<Item>, tally: Tally): AsyncIterable<Item> {
  for await (const item of items) {
    if (item[0] === 'blob') {
      const [, { name, bytes }] = item
      tally.blobs += 1
      yield ['blob', { name, bytes: counted(bytes, tally) }]
      continue
    }
    tally.rows[item[0]] += 1
    if (item[0] === 'log') tally.head = { position: item[1].position, hash: item[1].hash }
    yield item
  }
}
async function* counted(bytes: AsyncIterable<Uint8Array>, tally: Tally): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    tally.bytes += chunk.length
    yield chunk
  }
}

/** All that a snapshot holds: its rows, and then the blobs that they name. `gone` hears of those that were removed since. */
export async function* dump(snapshot: Snapshot, gone: (name: string) => unknown): AsyncIterable<Item> {
  const names = new Set<string>()
  for await (const row of snapshot.rows()) {
    if (row[0] === 'document' && row[1].blob !== null) names.add(row[1].blob)
    if (row[0] === 'application' && row[1].certificate) names.add(row[1].certificate.blob)
    yield row
  }
  await snapshot.release()
  for (const name of names) {
    const bytes = await snapshot.blob(name)
    if (bytes) yield ['blob', { name, bytes }]
    else gone(name)
  }
}

/** Reads items to their end: blobs too. */
export async function drain(items: AsyncIterable<Item>): Promise<void> {
  for await (const [kind, blob] of items) {
    if (kind !== 'blob') continue
    for await (const _ of blob.bytes);
  }
}

/** What of two tallies is not equal, in words; empty where all is. */
export function differences(one: Tally, other: Tally): string[] {
  const counts = (tally: Tally) => ({ ...tally.rows, blob: tally.blobs, 'byte of blobs': tally.bytes })
  const [a, b] = [counts(one), counts(other)] as [Record<string, number>, Record<string, number>]
  const unequal = Object.keys(a).filter((kind) => a[kind] !== b[kind])
  return [
    ...unequal.map((kind) => `${kind}: ${a[kind]} there, ${b[kind]} here`),
    ...(one.head.position === other.head.position && one.head.hash === other.head.hash
      ? []
      : [`the log: ${one.head.position} ${one.head.hash} there, ${other.head.position} ${other.head.hash} here`]),
  ]
}
