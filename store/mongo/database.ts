import mongoose from 'mongoose'
import { type Migration, migrate, refuseHalf } from './migrations.ts'
import * as rows from './schemas.ts'

type Collection<T extends mongoose.mongo.Document> = mongoose.mongo.Collection<T>

/** How long a call waits for a server that is away before it fails. */
const AWAY_MS = 3000
/** Where the address names no database. */
const DATABASE = 'dwar'

export interface MongoOptions {
  /** ms that a call waits for a server that is away; 3000 by default. */
  readonly awayMs?: number
  /** Steps of the schema, for a test of them. */
  readonly migrations?: readonly Migration[]
  /** It is opened to be loaded: one that was loaded half is no error. */
  readonly loading?: boolean
}

/** The collections of the hub. Every write is acknowledged by a majority, from its journal; reads come from the primary. */
export interface Database {
  readonly db: mongoose.mongo.Db
  readonly applications: Collection<rows.ApplicationRow>
  readonly records: Collection<rows.RecordRow>
  readonly log: Collection<rows.LogRowDocument>
  readonly documents: Collection<rows.DocumentRow>
  readonly loose: Collection<rows.LooseRow>
  readonly people: Collection<rows.PersonRow>
  readonly unions: Collection<rows.UnionRow>
  readonly keys: Collection<rows.KeyRow>
  readonly sessions: Collection<rows.SessionRow>
  readonly leases: Collection<rows.LeaseRow>
  readonly holds: Collection<rows.HoldRow>
  readonly inbox: Collection<rows.InboxRow>
  readonly chats: Collection<rows.ChatRow>
  readonly outbox: Collection<rows.OutboxDocument>
  readonly cursors: Collection<rows.ValueRow>
  readonly counters: Collection<rows.CounterRow>
  readonly counts: Collection<rows.CountRow>
  readonly codes: Collection<rows.CodeRow>
  close(): Promise<void>
}

export const connectionOptions = (url: string, awayMs: number = AWAY_MS): mongoose.ConnectOptions => ({
  ...(/^mongodb(\+srv)?:\/\/[^/]+\/[^?]/.test(url) ? {} : { dbName: DATABASE }),
  serverSelectionTimeoutMS: awayMs,
  connectTimeoutMS: awayMs,
  waitQueueTimeoutMS: awayMs * 2,
  // a server that takes a call and never answers
  socketTimeoutMS: awayMs * 5,
  heartbeatFrequencyMS: 2000,
  writeConcern: { w: 'majority', journal: true },
  // said again, or what the address says of it would count
  journal: true,
  readPreference: 'primary',
  retryWrites: true,
  autoIndex: false,
  autoCreate: false,
})

/** Connects, brings the schema up to date and builds the indexes. Throws where the server is no member of a replica set, or holds a database from the future. */
export async function openDatabase(url: string, options: MongoOptions = {}): Promise<Database> {
  const connection = mongoose.createConnection(url, connectionOptions(url, options.awayMs))
  // each call says by itself what is the matter
  connection.on('error', () => undefined)
  try {
    await connection.asPromise()
    const db = connection.db as mongoose.mongo.Db
    const hello = await db.command({ hello: 1 })
    if (!hello.setName && hello.msg !== 'isdbgrid')
      throw new Error('this MongoDB is no replica set; one member is enough: start mongod with --replSet')
    if (!options.loading) await refuseHalf(db)
    await migrate(db, options.migrations)
    const there = await db.listCollections({}, { nameOnly: true }).toArray()
    for (const [name, schema] of Object.entries(rows.SCHEMAS)) {
      const model = connection.model(name, schema, name)
      // all of them now: a snapshot cannot read one that came to be after it
      if (!there.some((one) => one.name === name)) await model.createCollection()
      await model.createIndexes()
    }
    const collection = <T extends mongoose.mongo.Document>(name: keyof typeof rows.SCHEMAS) => db.collection<T>(name)
    return {
      db,
      applications: collection('applications'),
      records: collection('records'),
      log: db.collection('log', { readConcern: { level: 'majority' } }),
      documents: collection('documents'),
      loose: collection('loose'),
      people: collection('people'),
      unions: collection('unions'),
      keys: collection('keys'),
      sessions: collection('sessions'),
      leases: collection('leases'),
      holds: collection('holds'),
      inbox: collection('inbox'),
      chats: collection('chats'),
      outbox: collection('outbox'),
      cursors: collection('cursors'),
      counters: collection('counters'),
      counts: collection('counts'),
      codes: collection('codes'),
      close: () => connection.close(),
    }
  } catch (error) {
    await connection.close()
    throw error
  }
}

/** A value that MongoDB must not read as an expression, whatever characters it begins with. */
export const literal = (value: unknown): { $literal: unknown } => ({ $literal: value ?? null })

/** Field of the unique index that a write violated; null for any other error. */
export function violated(error: unknown): string | null {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11000) return null
  return Object.keys(error.keyPattern ?? error.errorResponse?.keyPattern ?? {})[0] ?? ''
}

/** Inserts documents, except those whose id is there already: their places in the list are returned. */
export async function insertNew<T extends { readonly _id: string }>(
  collection: Collection<T>,
  documents: readonly T[],
): Promise<Set<number>> {
  if (!documents.length) return new Set()
  try {
    await collection.insertMany(documents as unknown as mongoose.mongo.OptionalUnlessRequiredId<T>[], {
      ordered: false,
    })
    return new Set()
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error
    const failed = [error.writeErrors].flat()
    if (!failed.length || failed.some(({ code }) => code !== 11000)) throw error
    return new Set(failed.map(({ index }) => index))
  }
}

/** The last of `n` numbers that nobody else gets. */
export async function numbers({ counters }: Pick<Database, 'counters'>, name: string, n: number): Promise<number> {
  const row = await counters.findOneAndUpdate(
    { _id: name },
    { $inc: { value: n } },
    { upsert: true, returnDocument: 'after' },
  )
  return row!.value
}
