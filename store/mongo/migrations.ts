import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { mongo } from 'mongoose'
import { FutureDatabase } from '../future-database.ts'

/** One numbered step of the schema. Steps are only ever added; one that was cut off is run again from its beginning. */
export interface Migration {
  readonly name: string
  up(db: mongo.Db): Promise<void>
}

/** In order; only ever added to. Indexes are no steps: they are built at each start, from the schemas. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'applications with their effects and waiting events, log, people, channel',
    // collections come to be with their indexes
    up: async () => undefined,
  },
]

/** Stands in `meta` while another store is being copied into this one. */
export const LOADING = 'loading'
/** Throws where it does: what is there now is no store. */
export async function refuseHalf(db: mongo.Db): Promise<void> {
  if (await db.collection<{ _id: string }>('meta').findOne({ _id: LOADING }))
    throw new Error('another store is being copied into this one, or was copied half: finish that, or copy it again')
}

/** Version of a database, 0 where it is no store yet, and the one that this program knows. */
export async function versionOf(db: mongo.Db): Promise<{ found: number; known: number }> {
  const row = await db.collection<SchemaRow>('meta').findOne({ _id: 'schema' })
  return { found: row?.version ?? 0, known: MIGRATIONS.length }
}

interface SchemaRow {
  readonly _id: 'schema'
  readonly version: number
  /** Who brings it up to date; missing where nobody does. */
  readonly by?: string
  readonly until?: Date
}
/** A process that ended half-way is waited for no longer. */
const LOCK_MS = 12_000
const LOOK_MS = 100

/** Brings a database up to date, one process at a time. Throws a FutureDatabase, and touches nothing, where it is newer than this program. */
export async function migrate(db: mongo.Db, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const meta = db.collection<SchemaRow>('meta')
  const me = randomUUID()
  for (;;) {
    const version = (await meta.findOne({ _id: 'schema' }))?.version ?? 0
    if (version > migrations.length) throw new FutureDatabase(version, migrations.length)
    if (version === migrations.length) return
    if (await lock(meta, me, version)) break
    await pause(LOOK_MS)
  }
  const keeping = setInterval(() => void renew(meta, me).catch(() => undefined), LOCK_MS / 4)
  try {
    let version = (await meta.findOne({ _id: 'schema' }))?.version ?? 0
    for (const migration of migrations.slice(version)) {
      await migration.up(db)
      version += 1
      const { matchedCount } = await meta.updateOne({ _id: 'schema', by: me }, { $set: { version } })
      if (!matchedCount) throw new Error(`another process took over at the step "${migration.name}"; start again`)
    }
  } finally {
    clearInterval(keeping)
    await meta.updateOne({ _id: 'schema', by: me }, { $unset: { by: '', until: '' } })
  }
}

const UNTIL = { $add: ['$$NOW', LOCK_MS] }

async function lock(meta: mongo.Collection<SchemaRow>, by: string, version: number): Promise<boolean> {
  await meta.updateOne({ _id: 'schema' }, { $setOnInsert: { version: 0 } }, { upsert: true })
  const isFree = { $or: [{ until: { $exists: false } }, { $expr: { $lte: ['$until', '$$NOW'] } }] }
  const { matchedCount } = await meta.updateOne({ _id: 'schema', version, ...isFree }, [{ $set: { by, until: UNTIL } }])
  return matchedCount > 0
}

async function renew(meta: mongo.Collection<SchemaRow>, by: string): Promise<void> {
  await meta.updateOne({ _id: 'schema', by }, [{ $set: { until: UNTIL } }])
}
