import type { Store } from '../store.ts'
import { mongoApplications } from './applications.ts'
import { mongoChannel } from './channel/index.ts'
import { literal, type MongoOptions, openDatabase, violated } from './database.ts'
import { mongoDocuments } from './documents.ts'
import { mongoKeys } from './keys.ts'
import { mongoLateness } from './lateness.ts'
import { mongoLog } from './log.ts'
import { finishUnion, mongoPeople } from './people.ts'
import { mongoLeases, mongoSessions } from './sessions.ts'

export type { MongoOptions } from './database.ts'

/** The store of several processes: a MongoDB replica set, at a `mongodb://` or `mongodb+srv://` address. */
export async function mongoStore(url: string, options: MongoOptions = {}): Promise<Store> {
  const database = await openDatabase(url, options)
  const { codes, counts, cursors } = database
  const documents = mongoDocuments(database)
  try {
    await finishUnion(database)
    await documents.sweep()
  } catch (error) {
    await database.close()
    throw error
  }
  const write = async (name: string, value: string) => {
    await cursors.updateOne({ _id: name }, { $set: { value } }, { upsert: true })
  }
  return {
    shared: true,
    applications: { ...mongoApplications(database), ...mongoLateness(database) },
    log: mongoLog(database),
    documents,
    people: mongoPeople(database),
    keys: mongoKeys(database),
    channel: mongoChannel(database),
    cursors: {
      read: async (name) => (await cursors.findOne({ _id: name }))?.value ?? null,
      write,
      async forget(name) {
        await cursors.deleteOne({ _id: name })
      },
    },
    sessions: mongoSessions(database),
    leases: mongoLeases(database),
    counts: {
      async add(key, day, item, limit) {
        const _id = JSON.stringify([key, day])
        const isThere = async () => (await counts.countDocuments({ _id, items: item })) > 0
        if (limit < 1) return isThere()
        try {
          // matches while there is room; where there is none, it would be a second document of this id
          await counts.updateOne(
            { _id, [`items.${limit - 1}`]: { $exists: false } },
            { $addToSet: { items: item } },
            { upsert: true },
          )
          return true
        } catch (error) {
          if (violated(error) === null) throw error
          return isThere()
        }
      },
    },
    codes: {
      async put(code, sealed, expires) {
        await codes.replaceOne({ _id: code }, { sealed, expires }, { upsert: true })
      },
      async add(code, sealed, expires, now) {
        try {
          // one that is alive does not match, and would be a second document of this id
          await codes.replaceOne({ _id: code, expires: { $lte: now } }, { sealed, expires }, { upsert: true })
          return true
        } catch (error) {
          if (violated(error) === null) throw error
          return false
        }
      },
      async read(code, now) {
        const row = await codes.findOne({ _id: code, expires: { $gt: now } })
        return row && { sealed: row.sealed, spender: row.spender ?? null }
      },
      async spend(code, citizen, now) {
        await codes.deleteMany({ expires: { $lte: now } })
        const spender = { $ifNull: ['$spender', literal(citizen)] }
        const row = await codes.findOneAndUpdate({ _id: code }, [{ $set: { spender } }], { returnDocument: 'after' })
        return row && { sealed: row.sealed, spender: row.spender! }
      },
    },
    ping: () => write('ping', ''),
    close: () => database.close(),
  }
}
