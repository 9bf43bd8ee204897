import mongoose from 'mongoose'
import type { Effect } from '../../store.ts'
import { KINDS, type Kind, NoSuchStore, type Row, type Rows, type Snapshot } from '../../transfer.ts'
import { PLAIN, toApplication } from '../applications.ts'
import { toChat } from '../channel/chats.ts'
import { connectionOptions } from '../database.ts'
import { blobBucket, toRecord } from '../documents.ts'
import { toKey } from '../keys.ts'
import { refuseHalf, versionOf } from '../migrations.ts'
import type * as rows from '../schemas.ts'

type Document = mongoose.mongo.Document
type Sort = Record<string, 1 | -1>

/** All of a store as of one cluster time: the hubs go on writing. Throws a NoSuchStore. */
export async function mongoSnapshot(url: string): Promise<Snapshot> {
  const connection = mongoose.createConnection(url, connectionOptions(url))
  connection.on('error', () => undefined)
  try {
    await connection.asPromise()
    await refuseHalf(connection.db!)
    const { found, known } = await versionOf(connection.db!)
    if (found === 0) throw new NoSuchStore('there is no store in this database')
    if (found !== known)
      throw new NoSuchStore(
        `the store is at version ${found}, this program knows ${known}: ${found > known ? 'use the newer program' : 'start the hub on it once'}`,
      )
  } catch (error) {
    await connection.close()
    throw error
  }
  const db = connection.db!
  const session = connection.getClient().startSession({ snapshot: true })
  const find = <T extends Document>(name: string, filter: object, sort: Sort, projection: Document = {}) =>
    db.collection<T>(name).find(filter as any, { session, sort, projection, allowDiskUse: true })
  const moment = readMoment(find)
  // whoever needs it hears of its failure; a reader that needed less must not end by it
  moment.catch(() => undefined)

  const readings: { readonly [K in Kind]: () => AsyncIterable<Rows[K]> } = {
    async *sequence() {
      const found = find<rows.CounterRow>('counters', { _id: /^reference / }, { _id: 1 })
      for await (const { _id, value } of found) yield { name: _id, value }
    },
    async *cursor() {
      const found = find<rows.ValueRow>('cursors', { _id: { $ne: 'ping' } }, { _id: 1 })
      for await (const { _id, value } of found) yield { name: _id, value }
    },
    async *key() {
      const { citizen } = await moment
      for await (const row of find<rows.KeyRow>('keys', {}, { made: 1 }))
        yield { ...toKey(row), citizen: citizen(row.citizen) }
    },
    async *identity() {
      const { citizen } = await moment
      for await (const row of find<rows.PersonRow>('people', {}, { met: 1, _id: 1 }))
        yield { identity: row._id, citizen: citizen(row.citizen), sealed: row.sealed }
    },
    async *log() {
      for await (const { _id, id, document, hash } of find<rows.LogRowDocument>('log', {}, { _id: 1 }))
        yield { position: _id, id, document, hash }
    },
    async *event() {
      for (const { id, reference, document } of await waitingEvents(find)) yield { id, reference, document }
    },
    async *application() {
      const { citizen } = await moment
      for await (const row of find<rows.ApplicationRow>('applications', {}, { _id: 1 }, PLAIN))
        yield { ...toApplication(row), citizen: citizen(row.citizen) }
    },
    async *effect() {
      const found = find<rows.ApplicationRow>('applications', { owing: { $exists: true } }, { _id: 1 }, { effects: 1 })
      for await (const { effects } of found)
        for (const effect of effects) yield effect.state === 'claimed' ? unclaimed(effect) : effect
    },
    async *document() {
      const { citizen } = await moment
      for await (const row of find<rows.DocumentRow>('documents', {}, { _id: 1 }))
        yield { ...toRecord(row), owner: citizen(row.owner) }
    },
    async *count() {
      for await (const { _id, items } of find<rows.CountRow>('counts', {}, { _id: 1 })) {
        const [key, day] = JSON.parse(_id)
        for (const item of items) yield { key, day, item }
      }
    },
    async *code() {
      for await (const { _id, sealed, expires, spender } of find<rows.CodeRow>('codes', {}, { _id: 1 }))
        yield { code: _id, sealed, expires, ...(spender ? { spender } : {}) }
    },
    async *inbox() {
      const { citizen, settled } = await moment
      for await (const row of find<rows.InboxRow>('inbox', {}, { position: 1 })) {
        const { _id, position: _, ...rest } = row
        const now = { ...rest, ...(row.done ? {} : settled(_id)) }
        yield { id: _id, ...now, citizen: now.citizen && citizen(now.citizen) }
      }
    },
    async *chat() {
      const { citizen, isUniting } = await moment
      // the chat that goes on of those that are just becoming one
      let moving: ReturnType<typeof toChat> | null = null
      for await (const row of find<rows.ChatRow>('chats', {}, { _id: 1 }, { leftovers: 0 })) {
        const chat = { ...toChat(row), citizen: citizen(row._id) }
        if (!isUniting(row._id)) yield chat
        else if (!moving || chat.windowUntil > moving.windowUntil) moving = chat
      }
      if (moving) yield moving
    },
    async *outbox() {
      const { citizen, owedIn } = await moment
      for await (const row of owedIn(find<rows.OutboxDocument>('outbox', {}, { position: 1 }))) {
        const { _id, position: _, revived: __, ...rest } = row
        yield { id: _id, ...rest, citizen: citizen(row.citizen) }
      }
    },
  }

  let isReleased = false
  const release = async () => {
    if (!isReleased) await session.endSession()
    isReleased = true
  }
  return {
    async *rows(kinds = KINDS) {
      for (const kind of KINDS.filter((one) => kinds.includes(one)))
        for await (const row of readings[kind]()) yield [kind, row] as unknown as Row
    },
    release,
    async blob(name) {
      const file = await db.collection('blobs.files').findOne({ filename: name }, { projection: { _id: 1 } })
      return file && blobBucket(db).openDownloadStream(file._id)
    },
    workers: () => workersOf(db),
    async close() {
      await moment.catch(() => undefined)
      await release()
      await connection.close()
    },
  }
}

/** Roles of the sessions that live. */
export async function workersOf(db: mongoose.mongo.Db): Promise<string[]> {
  const living = await db
    .collection<rows.SessionRow>('sessions')
    .find({ $expr: { $gt: ['$until', '$$NOW'] } }, { sort: { role: 1 } })
    .toArray()
  return living.map(({ role }) => role)
}

type Find = <T extends Document>(
  name: string,
  filter: object,
  sort: Sort,
) => mongoose.mongo.FindCursor<mongoose.mongo.WithId<T>>

const unclaimed = (effect: Effect): Effect => ({
  ...effect,
  state: effect.parked ? 'parked' : 'owed',
  owner: null,
})

/** What was half-way at this moment, done: citizens that are being united, and chats that are not unfolded yet. */
async function readMoment(find: Find) {
  const [union] = await find<rows.UnionRow>('unions', {}, { _id: 1 }).toArray()
  const chats = await find<rows.ChatRow>('chats', { leftSince: { $exists: true } }, { _id: 1 }).toArray()
  const leftovers = chats.flatMap(({ _id, leftovers }) => leftovers.map((leftover) => ({ ...leftover, citizen: _id })))
  const done = new Map(leftovers.flatMap((leftover) => leftover.done.map((row) => [row.id, row] as const)))

  function revived(row: rows.OutboxDocument): rows.OutboxDocument {
    const isMeant =
      row.state !== 'accepted' &&
      row.began === null &&
      (row.lane === 'notice' || row.state === 'owed') &&
      row.note !== null
    const by = leftovers.some(
      ({ citizen, version, revives }) =>
        citizen === row.citizen && version > row.revived && revives.includes(row.note ?? ''),
    )
    return isMeant && by ? { ...row, state: 'owed', due: row.at, attempts: 0, template: false } : row
  }
  return {
    citizen: (id: string): string => (union?.into && union.from.includes(id) ? union.into : id),
    isUniting: (id: string): boolean => Boolean(union?.into) && (union!.into === id || union!.from.includes(id)),
    settled(id: string) {
      const row = done.get(id)
      return row ? { done: true, citizen: row.citizen, ...(row.sealed == null ? {} : { sealed: row.sealed }) } : {}
    },
    /** Rows by position, with those that only their chat holds as yet. */
    async *owedIn(found: AsyncIterable<rows.OutboxDocument>): AsyncIterable<rows.OutboxDocument> {
      const ids = leftovers.flatMap(({ owes }) => owes.map(({ _id }) => _id))
      const there = await find<rows.OutboxDocument>('outbox', { _id: { $in: ids } }, { _id: 1 }).toArray()
      const known = new Set(there.map(({ _id }) => _id))
      const more = leftovers
        .flatMap(({ owes }) => owes)
        .filter(({ _id }) => !known.has(_id))
        .sort((a, b) => a.position - b.position)
      for await (const row of found) {
        while (more.length && more[0]!.position < row.position) yield more.shift()!
        yield revived(row)
      }
      yield* more
    },
  }
}

async function waitingEvents(find: Find) {
  const ofApplications = await find<rows.ApplicationRow>(
    'applications',
    { waitingSince: { $exists: true } },
    { waitingSince: 1 },
  ).toArray()
  const ofNone = await find<rows.RecordRow>('records', {}, { committed: 1 }).toArray()
  const all = [
    ...ofApplications.flatMap(({ _id, waiting }) => waiting.map((event) => ({ ...event, reference: _id }))),
    ...ofNone.map((event) => ({ ...event, reference: '' })),
  ]
  const logged = await find<rows.LogRowDocument>('log', { id: { $in: all.map(({ id }) => id) } }, { _id: 1 }).toArray()
  const there = new Set(logged.map(({ id }) => id))
  return all.filter(({ id }) => !there.has(id)).sort((a, b) => a.committed.compare(b.committed))
}
