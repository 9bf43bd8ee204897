import { join } from 'node:path'
import type { Store } from '../store.ts'
import { sqliteApplications } from './applications.ts'
import { blobFolder } from './blobs.ts'
import { sqliteChannel } from './channel.ts'
import { sqliteDocuments } from './documents.ts'
import { Database } from './file/database.ts'
import { makeFolder } from './file/folder.ts'
import { sqliteKeys } from './keys.ts'
import { sqliteLateness } from './lateness.ts'
import { sqliteLog } from './log.ts'
import { MIGRATIONS } from './migrations.ts'
import { sqlitePeople } from './people.ts'
import { sqliteLeases, sqliteSessions } from './sessions.ts'

type Row = Record<string, any>

/** The embedded store: one SQLite file and a folder of sealed blobs in `folder`, which is made if it is missing. */
export function sqliteStore(folder: string): Store {
  makeFolder(folder)
  const db = new Database(join(folder, 'hub.sqlite'), MIGRATIONS)
  const blobs = blobFolder(join(folder, 'blobs'))
  // room on the disk is all that it costs when it fails
  blobs.tidy().catch(() => undefined)
  return {
    shared: false,
    applications: { ...sqliteApplications(db), ...sqliteLateness(db) },
    log: sqliteLog(db),
    documents: sqliteDocuments(db, blobs),
    people: sqlitePeople(db),
    keys: sqliteKeys(db),
    channel: sqliteChannel(db),
    cursors: {
      read: async (name) => db.get('SELECT value FROM cursors WHERE name = ?', name)?.value ?? null,
      write: (name, value) =>
        db.write(() => {
          db.run(
            'INSERT INTO cursors (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
            name,
            value,
          )
        }),
      forget: (name) =>
        db.write(() => {
          db.run('DELETE FROM cursors WHERE name = ?', name)
        }),
    },
    sessions: sqliteSessions(db),
    leases: sqliteLeases(db),
    counts: {
      add: (key, day, item, limit) =>
        db.write(() => {
          if (db.get('SELECT 1 FROM counts WHERE key = ? AND day = ? AND item = ?', key, day, item)) return true
          const { n } = db.get('SELECT count(*) AS n FROM counts WHERE key = ? AND day = ?', key, day) as Row
          if (n >= limit) return false
          db.run('INSERT INTO counts (key, day, item) VALUES (?, ?, ?)', key, day, item)
          return true
        }),
    },
    codes: {
      put: (code, sealed, expires) =>
        db.write(() => {
          db.run('INSERT OR REPLACE INTO codes (code, sealed, expires) VALUES (?, ?, ?)', code, sealed, expires)
        }),
      add: (code, sealed, expires, now) =>
        db.write(() => {
          const free = 'DELETE FROM codes WHERE code = ? AND expires <= ?'
          db.run(free, code, now)
          const keep = 'INSERT OR IGNORE INTO codes (code, sealed, expires) VALUES (?, ?, ?)'
          return db.run(keep, code, sealed, expires) > 0
        }),
      read: async (code, now) => {
        const row = db.get('SELECT sealed, spender FROM codes WHERE code = ? AND expires > ?', code, now)
        return row ? { sealed: row.sealed as string, spender: row.spender as string | null } : null
      },
      spend: (code, citizen, now) =>
        db.write(() => {
          db.run('DELETE FROM codes WHERE expires <= ?', now)
          const set = 'UPDATE codes SET spender = coalesce(spender, ?) WHERE code = ? RETURNING sealed, spender'
          const row = db.get(set, citizen, code)
          return row ? { sealed: row.sealed as string, spender: row.spender as string } : null
        }),
    },
    ping: () =>
      db.write(() => {
        db.run("INSERT INTO cursors (name, value) VALUES ('ping', '') ON CONFLICT (name) DO UPDATE SET value = ''")
      }),
    close: () => db.close(),
  }
}
