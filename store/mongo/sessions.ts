import type { Leases, Sessions } from '../store.ts'
import { type Database, violated } from './database.ts'

/** Of those sessions, the ones that have ended. Settles it: none of them can be kept from now on, whatever its process believes. */
export async function ended({ sessions }: Pick<Database, 'sessions'>, ids: readonly string[]): Promise<Set<string>> {
  const asked = new Set(ids)
  if (!asked.size) return asked
  const of = { _id: { $in: [...asked] } }
  const found = async (more: object = {}) => {
    const rows = await sessions.find({ ...of, ...more }, { projection: { _id: 1 } }).toArray()
    return new Set(rows.map(({ _id }) => _id))
  }
  // mostly all of them live, and nothing needs to be written to know it
  const living = await found({ $expr: { $gt: ['$until', '$$NOW'] } })
  if (living.size === asked.size) return new Set()
  await sessions.deleteMany({ ...of, $expr: { $lte: ['$until', '$$NOW'] } })
  return asked.difference(await found())
}

/** Every clock here is the server's: those of the processes may say what they like. */
export function mongoSessions({ sessions }: Database): Sessions {
  return {
    async begin(session, role, ms) {
      await sessions.updateOne(
        { _id: session },
        [{ $set: { role: { $literal: role }, until: { $add: ['$$NOW', ms] } } }],
        {
          upsert: true,
        },
      )
    },
    async keep(session, ms) {
      const { matchedCount } = await sessions.updateOne({ _id: session, $expr: { $gt: ['$until', '$$NOW'] } }, [
        { $set: { until: { $add: ['$$NOW', ms] } } },
      ])
      return matchedCount > 0
    },
    async end(session) {
      await sessions.deleteOne({ _id: session })
    },
  }
}

export function mongoLeases(database: Database): Leases {
  const { leases, sessions } = database

  /** Takes it from `owner`, whose hold on it was seen to be over. */
  async function take(name: string, owner: string | null, session: string): Promise<number | null> {
    const row = await leases.findOneAndUpdate(
      { _id: name, owner },
      { $set: { owner: session }, $inc: { token: 1 } },
      { returnDocument: 'after' },
    )
    return row?.token ?? null
  }

  return {
    async acquire(name, session) {
      const row = await leases.findOne({ _id: name })
      const isAnothers = row !== null && row.owner !== null && row.owner !== session
      if (isAnothers && !(await ended(database, [row.owner!])).size) return null
      const living = await sessions.findOne({ _id: session, $expr: { $gt: ['$until', '$$NOW'] } })
      if (!living) return null
      if (!row) {
        try {
          await leases.insertOne({ _id: name, owner: session, token: 1 })
          return 1
        } catch (error) {
          if (violated(error) === null) throw error
          return null
        }
      }
      if (row.owner === session) {
        // a write, so that a server that was left behind cannot answer
        const kept = await leases.findOneAndUpdate({ _id: name, owner: session }, { $set: { owner: session } })
        return kept?.token ?? null
      }
      return take(name, row.owner, session)
    },
    async release(name, session) {
      await leases.updateOne({ _id: name, owner: session }, { $set: { owner: null } })
    },
  }
}
