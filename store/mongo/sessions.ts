import type { Leases, Sessions } from '../store.ts'
import { type Database, violated } from './database.ts'

/** Of those sessions, the ones that have ended. Settles it: none of them can be kept from now on, whatever its process believes. */
export async function ended({ sessions }: Pick<Database, 'sessions'>, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const of = { _id: { $in: [...ids] } }
  await sessions.deleteMany({ ...of, $expr: { $lte: ['$until', '$$NOW'] } })
  const living = await sessions.find(of, { projection: { _id: 1 } }).toArray()
  return new Set(ids).difference(new Set(living.map(({ _id }) => _id)))
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
      const living = await sessions.findOne({ _id: session, $expr: { $gt: ['$until', '$$NOW'] } })
      if (!living) return null
      const row = await leases.findOne({ _id: name })
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
      if (row.owner === null || (await ended(database, [row.owner])).size) return take(name, row.owner, session)
      return null
    },
    async release(name, session) {
      await leases.updateOne({ _id: name, owner: session }, { $set: { owner: null } })
    },
  }
}
