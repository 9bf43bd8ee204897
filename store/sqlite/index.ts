import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentRecord, Documents, People, Store } from '../store.ts'
import { sqliteApplications } from './applications.ts'
import { blobFolder } from './blobs.ts'
import { sqliteChannel } from './channel.ts'
import { Database } from './database.ts'
import { sqliteLog } from './log.ts'
import { MIGRATIONS } from './migrations.ts'

type Row = Record<string, any>

const contentName = (id: string, sha256: string): string => `${id}-${sha256.slice(0, 16)}`

function sqliteDocuments(db: Database, folder: string): Documents {
  const blobs = blobFolder(folder)
  const toRecord = (row: Row): DocumentRecord => ({
    id: row.id,
    owner: row.owner,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    expires: row.expires,
  })
  return {
    announce: (d) =>
      db.write(() => {
        db.run(
          'INSERT INTO documents (id, owner, name, media_type, size, sha256, expires) VALUES (?, ?, ?, ?, ?, ?, ?)',
          d.id,
          d.owner,
          d.name,
          d.mediaType,
          d.size,
          d.sha256,
          d.expires,
        )
      }),
    async read(ids) {
      const rows = db.all('SELECT * FROM documents WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
      const found = new Map(rows.map((row) => [row.id, toRecord(row)]))
      return ids.map((id) => found.get(id) ?? null)
    },
    async complete(id, sha256, mediaType, sealed) {
      // of two who put different bytes at once, the one whose hash is kept is the one whose bytes are read
      await blobs.write(contentName(id, sha256), sealed)
      await db.write(() => {
        db.run('UPDATE documents SET sha256 = ?, media_type = ? WHERE id = ? AND sha256 IS NULL', sha256, mediaType, id)
      })
    },
    async bytes(id) {
      const sha256 = db.get('SELECT sha256 FROM documents WHERE id = ?', id)?.sha256
      return blobs.read(sha256 ? contentName(id, sha256) : id)
    },
    keep: (id, sealed) => blobs.write(id, sealed),
  }
}

function sqlitePeople(db: Database): People {
  return {
    byIdentity: async (identity) => db.get('SELECT citizen FROM people WHERE identity = ?', identity)?.citizen ?? null,
    unite: (identities, fresh) =>
      db.write(() => {
        const names = JSON.stringify(identities.map((i) => i.identity))
        const known = db.all(
          'SELECT citizen, min(met) AS met FROM people WHERE identity IN (SELECT value FROM json_each(?)) GROUP BY citizen ORDER BY met, citizen',
          names,
        )
        const citizen: string = known[0]?.citizen ?? fresh
        for (const other of known.slice(1)) {
          db.run('UPDATE people SET citizen = ? WHERE citizen = ?', citizen, other.citizen)
          db.run('UPDATE applications SET citizen = ?, version = version + 1 WHERE citizen = ?', citizen, other.citizen)
          db.run('UPDATE documents SET owner = ? WHERE owner = ?', citizen, other.citizen)
        }
        const order = (db.get('SELECT coalesce(max(met), 0) + 1 AS met FROM people') as Row).met
        for (const { identity, sealed } of identities)
          db.run(
            'INSERT OR IGNORE INTO people (identity, citizen, sealed, met) VALUES (?, ?, ?, ?)',
            identity,
            citizen,
            sealed,
            order,
          )
        return citizen
      }),
    forget: (identity) =>
      db.write(() => {
        db.run('DELETE FROM people WHERE identity = ?', identity)
      }),
    identities: async (citizen) =>
      db
        .all('SELECT identity, sealed FROM people WHERE citizen = ? ORDER BY met', citizen)
        .map((row) => ({ identity: row.identity, sealed: row.sealed })),
  }
}

/** The embedded store: one SQLite file and a folder of sealed blobs in `folder`, which is made if it is missing. */
export function sqliteStore(folder: string): Store {
  mkdirSync(folder, { recursive: true })
  const db = new Database(join(folder, 'hub.sqlite'), MIGRATIONS)
  return {
    applications: sqliteApplications(db),
    log: sqliteLog(db),
    documents: sqliteDocuments(db, join(folder, 'blobs')),
    people: sqlitePeople(db),
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
    },
    leases: {
      acquire: (name, owner, ms) =>
        db.write(() => {
          const now = Date.now()
          const row = db.get(
            `INSERT INTO leases (name, owner, until, token) VALUES (?, ?, ?, 1) ON CONFLICT (name) DO UPDATE
               SET owner = excluded.owner, until = excluded.until, token = token + (owner != excluded.owner)
               WHERE owner = excluded.owner OR until <= ? RETURNING token`,
            name,
            owner,
            now + ms,
            now,
          )
          return row ? (row.token as number) : null
        }),
      release: (name, owner) =>
        db.write(() => {
          db.run('UPDATE leases SET until = 0 WHERE name = ? AND owner = ?', name, owner)
        }),
    },
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
      spend: (code, now) =>
        db.write(() => {
          const row = db.get('DELETE FROM codes WHERE code = ? RETURNING sealed, expires', code)
          return row && row.expires > now ? (row.sealed as string) : null
        }),
    },
    ping: () =>
      db.write(() => {
        db.run("INSERT INTO cursors (name, value) VALUES ('ping', '') ON CONFLICT (name) DO UPDATE SET value = ''")
      }),
    async close() {
      db.close()
    },
  }
}
