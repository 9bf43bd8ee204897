import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { KINDS, type Kind, NoSuchStore, type Row, type Rows, type Snapshot } from '../../transfer.ts'
import { toApplication, toEffect } from '../applications.ts'
import { blobFolder } from '../blobs.ts'
import { toChat, toOutbox } from '../channel.ts'
import { toRecord } from '../documents.ts'
import { assertSound, refusal } from '../file/soundness.ts'
import { toKey } from '../keys.ts'
import { MIGRATIONS } from '../migrations.ts'
import { ALIVE, aliveNow } from '../sessions.ts'

type Found = Record<string, any>
/** How the rows of a kind are found, and what each is. */
type Reading<K extends Kind> = readonly [sql: string, row: (found: Found) => Rows[K]]

const READINGS: { readonly [K in Kind]: Reading<K> } = {
  sequence: ['SELECT * FROM sequences ORDER BY name', ({ name, value }) => ({ name, value })],
  cursor: ["SELECT * FROM cursors WHERE name <> 'ping' ORDER BY name", ({ name, value }) => ({ name, value })],
  key: ['SELECT * FROM citizen_keys ORDER BY made', toKey],
  identity: [
    'SELECT * FROM people ORDER BY met, identity',
    ({ identity, citizen, sealed }) => ({ identity, citizen, sealed }),
  ],
  log: [
    'SELECT position, id, document, hash FROM log ORDER BY position',
    ({ position, id, document, hash }) => ({ position, id, document, hash }),
  ],
  event: [
    'SELECT * FROM events WHERE commit_order > (SELECT coalesce(max(commit_order), 0) FROM log) ORDER BY commit_order',
    ({ id, reference, document }) => ({ id, reference, document }),
  ],
  application: ['SELECT * FROM applications ORDER BY reference', toApplication],
  effect: [
    'SELECT * FROM effects ORDER BY id',
    (found) => {
      const effect = toEffect(found)
      return effect.state === 'claimed' ? { ...effect, state: effect.parked ? 'parked' : 'owed', owner: null } : effect
    },
  ],
  document: ['SELECT * FROM documents ORDER BY id', toRecord],
  count: ['SELECT * FROM counts ORDER BY key, day, item', ({ key, day, item }) => ({ key, day, item })],
  code: [
    'SELECT * FROM codes ORDER BY code',
    ({ code, sealed, expires, spender }) => ({ code, sealed, expires, ...(spender ? { spender } : {}) }),
  ],
  inbox: [
    'SELECT * FROM inbox ORDER BY position',
    ({ id, kind, sealed, at, done, citizen }) => ({ id, kind, sealed, at, done: done === 1, citizen }),
  ],
  chat: ['SELECT * FROM chats ORDER BY citizen', toChat],
  outbox: [
    'SELECT * FROM outbox ORDER BY position',
    (found) => {
      const { position: _, ...row } = toOutbox(found)
      return { ...row, refused: found.refused }
    },
  ],
}

/** A second connection that only reads, in one read transaction: the hub goes on writing. Throws a NoSuchStore, or a DamagedDatabase. */
export function sqliteSnapshot(folder: string): Snapshot {
  const file = join(folder, 'hub.sqlite')
  if (!existsSync(file)) throw new NoSuchStore(`there is no store in ${folder}`)
  assertSound(file)
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    db.exec('PRAGMA busy_timeout = 10000; BEGIN')
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as Found
    if (version !== MIGRATIONS.length)
      throw new NoSuchStore(
        `the store in ${folder} is at version ${version}, this program knows ${MIGRATIONS.length}: ${version > MIGRATIONS.length ? 'use the newer program' : 'start the hub on it once'}`,
      )
  } catch (error) {
    db.close()
    throw refusal(file, error)
  }
  let isReleased = false
  const release = () => {
    if (!isReleased) db.exec('COMMIT')
    isReleased = true
  }
  return {
    async *rows(kinds = KINDS) {
      for (const kind of KINDS.filter((one) => kinds.includes(one))) {
        const [sql, row] = READINGS[kind]
        try {
          for (const found of db.prepare(sql).iterate()) yield [kind, row(found)] as unknown as Row
        } catch (error) {
          throw refusal(file, error)
        }
      }
    },
    release: async () => release(),
    blob: (name) => blobFolder(join(folder, 'blobs')).open(name),
    workers: async () => workersOf(db),
    async close() {
      release()
      db.close()
    },
  }
}

/** Roles of the sessions that live. */
export const workersOf = (db: DatabaseSync): string[] =>
  db
    .prepare(`SELECT role FROM sessions WHERE id IN (${ALIVE}) ORDER BY role`)
    .all(...aliveNow())
    .map(({ role }) => role as string)
