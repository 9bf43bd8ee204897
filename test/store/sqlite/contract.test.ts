import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sqliteStore } from '../../../store/sqlite/index.ts'
import { MIGRATIONS } from '../../../store/sqlite/migrations.ts'
import { sqliteTarget } from '../../../store/sqlite/transfer/target.ts'
import type { Store } from '../../../store/store.ts'
import { describeStore, type StoreBench } from '../contract/index.ts'

async function openSqlite(): Promise<StoreBench> {
  const opened: Store[] = []
  const folders: string[] = []
  let folder = ''
  let store: Store
  const open = () => {
    const made = sqliteStore(folder)
    opened.push(made)
    return made
  }
  return {
    get store() {
      return store
    },
    another: async () => open(),
    async reopen() {
      await store.close()
      store = open()
      return store
    },
    async empty() {
      folder = await mkdtemp(join(tmpdir(), 'dwar-store-'))
      folders.push(folder)
      store = open()
    },
    async close() {
      for (const each of opened) await each.close()
      for (const each of folders) await rm(each, { recursive: true })
    },
  }
}

/** As many rows as there are processes. */
const A_FEW = 'SCAN sessions'
/** The first row of a scan by key. */
const LAST = 'ORDER BY position DESC LIMIT 1'
/** Texts of all statements that were prepared. */
const statements = new Set<string>()
const { prepare } = DatabaseSync.prototype
beforeAll(() => {
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
    statements.add(sql)
    return prepare.call(this, sql)
  }
})
afterAll(() => {
  DatabaseSync.prototype.prepare = prepare
})

describeStore('sqlite', openSqlite)

it('each query of the contract is answered from an index', () => {
  expect(statements.size).toBeGreaterThan(80)
  const db = new DatabaseSync(':memory:')
  for (const { sql } of MIGRATIONS) db.exec(sql)
  const scans = [...statements]
    .filter((sql) => !/^(PRAGMA|BEGIN|EXPLAIN)/.test(sql))
    .flatMap((sql) =>
      prepare
        .call(db, `EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail))
        .filter((detail) => /^SCAN (?!json_each|\(|CONSTANT)/.test(detail) && !/ USING /.test(detail))
        .filter((detail) => !detail.startsWith(A_FEW) && !(detail === 'SCAN log' && sql.endsWith(LAST)))
        .map((detail) => `${detail}: ${sql}`),
    )
  expect(scans).toEqual([])
})

describe('the store of one machine', () => {
  let folder: string
  let store: Store
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dwar-store-'))
    store = sqliteStore(folder)
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })

  it('has one session for each role: the process that had it before is gone', async () => {
    await store.sessions.begin('one', 'hub', 30_000)
    await store.sessions.begin('two', 'subgraph parks', 30_000)
    await store.sessions.begin('three', 'hub', 30_000)
    expect(await store.sessions.keep('one', 5000)).toBe(false)
    expect(await store.sessions.keep('two', 5000)).toBe(true)
  })

  it('is not begun where only the log of another is left, which it would take for its own', async () => {
    await store.cursors.write('a', 'b')
    const beside = join(folder, 'beside')
    await mkdir(beside)
    await copyFile(join(folder, 'hub.sqlite-wal'), join(beside, 'hub.sqlite-wal'))
    for (const opens of [sqliteStore, sqliteTarget])
      expect(() => opens(beside)).toThrow(/hub\.sqlite is not there, and .*hub\.sqlite-wal is/)
    expect(await readdir(beside)).toEqual(['hub.sqlite-wal'])
    // a folder of which the three were moved away
    await rm(join(beside, 'hub.sqlite-wal'))
    await sqliteStore(beside).close()
  })

  it('is for its owner alone: whose application is where stands in it in the clear', async () => {
    await store.ping()
    for (const name of ['hub.sqlite', 'hub.sqlite-wal', 'hub.sqlite-shm'])
      expect([name, (await stat(join(folder, name))).mode & 0o777]).toEqual([name, 0o600])
  })

  it('has a file for each blob, and none of what was cut off', async () => {
    async function* bytes(isWhole: boolean) {
      yield new Uint8Array([1, 2, 3])
      if (!isWhole) throw new Error('cut off')
    }
    await store.documents.write('certificate-abc', bytes(true))
    await expect(store.documents.write('other', bytes(false))).rejects.toThrow('cut off')
    expect(await readdir(join(folder, 'blobs'))).toEqual(['certificate-abc'])
    expect(await readFile(join(folder, 'blobs', 'certificate-abc'))).toEqual(Buffer.from([1, 2, 3]))
    expect(existsSync(join(folder, '..', 'outside'))).toBe(false)
  })
})
