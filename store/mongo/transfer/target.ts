import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { isOpen } from '../../open-application.ts'
import type { Item, Kind, Rows, Target } from '../../transfer.ts'
import { type Database, openDatabase } from '../database.ts'
import { mongoDocuments } from '../documents.ts'
import { SUMMARY } from '../effects.ts'
import { LOADING } from '../migrations.ts'
import { SCHEMAS, type WaitingEvent } from '../schemas.ts'
import { workersOf } from './snapshot.ts'

const { Timestamp } = mongoose.mongo
type Write = mongoose.mongo.AnyBulkWriteOperation<any>

/** Rows that are written together. */
const BATCH = 500
/** These belong to processes, or to nobody. */
const NO_ROWS: ReadonlySet<string> = new Set([
  'sessions',
  'leases',
  'holds',
  'loose',
  'unions',
  'blobs.files',
  'blobs.chunks',
])

/** A database, which is made where it is missing. While it is loaded no hub opens it; what was loaded half is emptied by the next `load`. */
export async function mongoTarget(url: string): Promise<Target> {
  const database = await openDatabase(url, { loading: true })
  const { db } = database
  const meta = db.collection<{ _id: string; by: string }>('meta')
  const names = Object.keys(SCHEMAS).filter((name) => !NO_ROWS.has(name))

  async function isEmpty(): Promise<boolean> {
    for (const name of names) {
      const filter = name === 'cursors' ? { _id: { $ne: 'ping' } } : {}
      if (await db.collection<{ _id: string }>(name).findOne(filter as object, { projection: { _id: 1 } })) return false
    }
    return true
  }
  async function empty(): Promise<void> {
    for (const name of Object.keys(SCHEMAS)) await db.collection(name).deleteMany({})
  }

  return {
    isEmpty: async () => (await meta.findOne({ _id: LOADING })) !== null || isEmpty(),
    workers: () => workersOf(db),
    async load(items) {
      const by = randomUUID()
      const isHalf = (await meta.findOneAndUpdate({ _id: LOADING }, { $set: { by } }, { upsert: true })) !== null
      if (isHalf) await empty()
      else if (!(await isEmpty())) {
        await meta.deleteOne({ _id: LOADING, by })
        throw new Error('a hub has begun to work on this store meanwhile')
      }
      try {
        await put(database, items)
        const { deletedCount } = await meta.deleteOne({ _id: LOADING, by })
        if (!deletedCount) throw new Error('another process has begun to load this store meanwhile')
      } catch (error) {
        await empty()
        await meta.deleteOne({ _id: LOADING, by })
        throw error
      }
    },
    close: () => database.close(),
  }
}

async function put(database: Database, items: AsyncIterable<Item>): Promise<void> {
  const documents = mongoDocuments(database)
  const write = writings()
  let batch: { readonly kind: Kind; readonly writes: Map<string, Write[]>; size: number } | null = null
  const flush = async () => {
    for (const [name, writes] of batch?.writes ?? [])
      await database.db.collection(name).bulkWrite(writes, { ordered: true })
    batch = null
  }
  for await (const item of items) {
    if (item[0] === 'blob') {
      await flush()
      await documents.write(item[1].name, item[1].bytes)
      continue
    }
    const [kind, row] = item
    if (batch && (batch.kind !== kind || batch.size >= BATCH)) await flush()
    batch ??= { kind, writes: new Map(), size: 0 }
    batch.size += 1
    for (const [name, one] of (write[kind] as (row: unknown) => readonly Written[])(row))
      batch.writes.set(name, [...(batch.writes.get(name) ?? []), one])
  }
  await flush()
  for (const [name, one] of write.end()) await database.db.collection(name).bulkWrite([one])
}

type Written = readonly [collection: keyof typeof SCHEMAS, write: Write]
const insert = (collection: keyof typeof SCHEMAS, document: object): Written => [
  collection,
  { insertOne: { document } },
]

/** What is written for a row of each kind; `end`: what is left to write when all have come. */
function writings(): { readonly [K in Kind]: (row: Rows[K]) => readonly Written[] } & { end(): readonly Written[] } {
  const waiting = new Map<string, WaitingEvent[]>()
  const digests = new Set<string>()
  const numbers = { met: 0, inbox: 0, outbox: 0, event: 0 }
  /** Before every commit that is still to come. */
  const committed = () => new Timestamp({ t: 1, i: ++numbers.event })
  const record = (event: WaitingEvent) => insert('records', { _id: event.id, ...event })
  return {
    sequence: ({ name, value }) => [insert('counters', { _id: name, value })],
    cursor: ({ name, value }) => [
      ['cursors', { updateOne: { filter: { _id: name }, update: { $set: { value } }, upsert: true } }],
    ],
    // the server puts its cluster time in the place of an empty one
    key: ({ id, citizen, wrapped }) => [
      insert('keys', { _id: id, citizen, wrapped, first: `${citizen} ${id}`, made: new Timestamp({ t: 0, i: 0 }) }),
    ],
    identity: ({ identity, citizen, sealed }) => [
      insert('people', { _id: identity, citizen, sealed, met: ++numbers.met }),
    ],
    log: ({ position, id, document, hash }) => [
      insert('log', { _id: position, id, reference: referenceOf(document), document, hash }),
    ],
    event({ id, reference, document }) {
      const event = { id, document, committed: committed() }
      if (reference === '') return [record(event)]
      waiting.set(reference, [...(waiting.get(reference) ?? []), event])
      return []
    },
    application({ reference, ...rest }) {
      const open = isOpen(rest)
      const isHolder = open && !digests.has(rest.digest)
      if (isHolder) digests.add(rest.digest)
      const events = waiting.get(reference) ?? []
      waiting.delete(reference)
      return [
        insert('applications', {
          _id: reference,
          ...rest,
          open,
          ...(isHolder ? { openDigest: rest.digest } : {}),
          effects: [],
          waiting: events,
          ...(events.length ? { waitingSince: events[0]!.committed } : {}),
        }),
      ]
    },
    effect: (effect) => [
      [
        'applications',
        {
          updateOne: {
            filter: { _id: effect.reference },
            update: [{ $set: { effects: { $concatArrays: ['$effects', { $literal: [effect] }] } } }, SUMMARY],
          },
        },
      ],
    ],
    document: ({ id, ...rest }) => [insert('documents', { _id: id, ...rest })],
    count: ({ key, day, item }) => [
      [
        'counts',
        {
          updateOne: {
            filter: { _id: JSON.stringify([key, day]) },
            update: { $addToSet: { items: item } },
            upsert: true,
          },
        },
      ],
    ],
    code: ({ code, ...rest }) => [insert('codes', { _id: code, ...rest })],
    inbox: ({ id, ...rest }) => [insert('inbox', { _id: id, ...rest, position: ++numbers.inbox })],
    chat: ({ citizen, ...rest }) => [insert('chats', { _id: citizen, ...rest, leftovers: [] })],
    outbox: ({ id, ...rest }) => [insert('outbox', { _id: id, ...rest, position: ++numbers.outbox, revived: 0 })],
    end: () => [
      ...(['met', 'inbox', 'outbox'] as const).map((name) => insert('counters', { _id: name, value: numbers[name] })),
      // whose application is not there: they go to the log all the same
      ...[...waiting.values()].flat().map(record),
    ],
  }
}

function referenceOf(document: string): string {
  try {
    return String(JSON.parse(document).reference ?? '')
  } catch {
    // a row that was spoilt in the record is restored as it was: the audit names it
    return ''
  }
}
