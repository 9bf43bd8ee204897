/** The write-ahead log of a database that is written to without a pause. */

import { randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Database } from '../../../store/sqlite/file/database.ts'
import { sqliteKeys } from '../../../store/sqlite/keys.ts'
import { MIGRATIONS } from '../../../store/sqlite/migrations.ts'
import { until } from '../../journeys/world.ts'

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
  db = new Database(file, TABLE, { longest: LONGEST })
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

describe('what is destroyed', () => {
  const KEYS = 400
  const wrapped = (i: number) => `wrapped-${String(i).padStart(4, '0')}-`.padEnd(200, 'x')
  const isDestroyed = (name: string) => Number(name.slice(-4)) % 2 === 1
  /** Names of the keys whose bytes stand in either file. */
  const left = (file: string) =>
    ['', '-wal'].flatMap(
      (end) =>
        readFileSync(file + end)
          .toString('latin1')
          .match(/wrapped-\d{4}/g) ?? [],
    )
  let file: string
  beforeEach(async () => {
    file = join(folder, 'hub.sqlite')
    db = new Database(file, MIGRATIONS, { cutMs: 200 })
    const keys = sqliteKeys(db)
    const all = [...Array(KEYS).keys()]
    await Promise.all(all.map((i) => keys.first({ id: `k${i}`, citizen: `c${i}`, wrapped: wrapped(i) })))
  })
  const destroys = async () => {
    const keys = sqliteKeys(db)
    for (let i = 1; i < KEYS; i += 2) await keys.destroy(`c${i}`)
  }
  const write = () => db.write(() => db.run("INSERT OR REPLACE INTO cursors VALUES ('a', 'b')"))

  it('stands in no file soon, though somebody reads an older moment until then; writers go on', async () => {
    const reader = new DatabaseSync(file, { readOnly: true })
    reader.exec('BEGIN; SELECT count(*) FROM citizen_keys')
    await destroys()
    expect(left(file).some(isDestroyed)).toBe(true)
    setTimeout(() => reader.close(), 300)
    let longest = 0
    await until('its bytes to be gone', async () => {
      const began = performance.now()
      await write()
      longest = Math.max(longest, performance.now() - began)
      return !left(file).some(isDestroyed)
    })
    expect(longest).toBeLessThan(1500)
    expect(new Set(left(file)).size).toBe(KEYS / 2)
    expect(db.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
  })

  it('is gone as soon where the process was killed before: the next one sees to it', async () => {
    await destroys()
    const killed = join(folder, 'killed.sqlite')
    for (const end of ['', '-wal']) copyFileSync(file + end, killed + end)
    expect(left(killed).some(isDestroyed)).toBe(true)
    await db.close()
    db = new Database(killed, MIGRATIONS, { cutMs: 0 })
    await until('its bytes to be gone', async () => !left(killed).some(isDestroyed))
  })
})
