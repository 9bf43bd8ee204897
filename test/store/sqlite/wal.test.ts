/** The write-ahead log of a database that is written to without a pause. */

import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { Database } from '../../../store/sqlite/file/database.ts'

const TABLE = [{ name: 'rows', sql: 'CREATE TABLE rows (id INTEGER PRIMARY KEY, bytes BLOB) STRICT' }]
const PIECE = 100_000
const AT_ONCE = 16
/** Frames: 8 MB. */
const LONGEST = 2000

let folder: string
let db: Database
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dwar-wal-'))
})
afterEach(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

it('is begun anew again and again, and no write is lost by it', async () => {
  const file = join(folder, 'hub.sqlite')
  db = new Database(file, TABLE, LONGEST)
  const bytes = randomBytes(PIECE)
  let pieces = 0
  let refused = 0
  const written = () => pieces * PIECE
  const writes = async () => {
    // without an end, the log would be as long as all that was written
    while (written() < 60_000_000 || (statSync(`${file}-wal`).size > written() / 3 && written() < 2_000_000_000)) {
      const id = pieces++ % 500
      await db.write(() => db.run('INSERT OR REPLACE INTO rows VALUES (?, ?)', id, bytes)).catch(() => refused++)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, writes))
  expect(written()).toBeLessThan(2_000_000_000)
  expect(refused).toBe(0)
  await db.write(() => db.run('INSERT INTO rows VALUES (1000, ?)', Buffer.from('the last')))
  await db.close()
  db = new Database(file, TABLE)
  expect(Buffer.from(db.get('SELECT bytes FROM rows WHERE id = 1000')!.bytes).toString()).toBe('the last')
  expect(db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
})
