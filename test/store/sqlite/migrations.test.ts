import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { FutureDatabase } from '../../../store/future-database.ts'
import { sqliteStore } from '../../../store/sqlite/index.ts'
import { MIGRATIONS } from '../../../store/sqlite/migrations.ts'
import { peekSqlite } from '../../../store/sqlite/transfer/peek.ts'
import { sqliteTarget } from '../../../store/sqlite/transfer/target.ts'
import { application, begin, event } from '../contract/samples.ts'

describe('migrations of SQLite', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dwar-store-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** A database as the program left it that knew so many migrations. */
  function left(version: number, fill: (db: DatabaseSync) => void = () => undefined): void {
    const db = new DatabaseSync(join(folder, 'hub.sqlite'))
    for (const { sql } of MIGRATIONS.slice(0, version)) db.exec(sql)
    db.exec(`PRAGMA user_version = ${version}`)
    fill(db)
    db.close()
  }

  for (let version = 1; version <= MIGRATIONS.length; version++)
    it(`open what version ${version} left`, async () => {
      const { reference, decidedAt: _, delayed: __, overdue: ___, ...fields } = application('A')
      const document = JSON.stringify(fields)
      left(version, (db) => {
        db.prepare(
          "INSERT INTO applications (reference, department, citizen, digest, open, version, document) VALUES (?, 'parks', 'asha', 'A', 1, 3, ?)",
        ).run(reference, document)
        db.prepare("INSERT INTO events (id, reference, document) VALUES ('A.1', 'A', ?)").run(
          JSON.stringify(event('A', 1)),
        )
        db.exec(
          `INSERT INTO effects (id, reference, department, kind, key, due, attempts, state) VALUES ('A:submit:1', 'A', 'parks', 'submit', 'A', 5, 1, '${version < 3 ? 'claimed' : 'owed'}')`,
        )
        db.exec(
          `INSERT INTO documents (id, owner, name, media_type, size, sha256, expires) VALUES ('doc_1', 'asha', 's', 'image/png', 1, '${'a'.repeat(64)}', 1)`,
        )
        db.exec("INSERT INTO people (identity, citizen, sealed, met) VALUES ('mobile:1', 'asha', 's', 1)")
      })
      const store = sqliteStore(folder)
      expect(await store.applications.read(['A'])).toMatchObject([{ ...application('A'), version: 3 }])
      await begin(store, 'one')
      expect(await store.applications.claim('parks', 'one', 5, 9)).toMatchObject([{ attempts: 2, owner: 'one' }])
      expect(await store.log.relay(9)).toBe(1)
      expect(await store.people.byIdentity('mobile:1')).toBe('asha')
      const [kept] = await store.documents.read(['doc_1'])
      expect(kept!.blob).toBe(version < 3 ? 'doc_1-aaaaaaaaaaaaaaaa' : null)
      await store.close()
    })

  it.each([1, MIGRATIONS.length - 1])(
    'are not run by a restore onto what version %s left, and holds something',
    async (version) => {
      left(version, (db) => db.exec("INSERT INTO people (identity, citizen, sealed, met) VALUES ('m', 'asha', 's', 1)"))
      const target = sqliteTarget(folder)
      expect([await target.workers(), await target.isEmpty()]).toEqual([[], false])
      await target.close()
      const db = new DatabaseSync(join(folder, 'hub.sqlite'))
      expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: version })
      db.close()
    },
  )

  it('are run by a restore onto what version 1 left, and is empty', async () => {
    left(1)
    const target = sqliteTarget(folder)
    expect([await target.workers(), await target.isEmpty()]).toEqual([[], true])
    await target.close()
  })

  it('refuse a database from the future, and touch nothing in it', () => {
    left(MIGRATIONS.length, (db) => db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`))
    expect(() => sqliteStore(folder)).toThrow(FutureDatabase)
    const db = new DatabaseSync(join(folder, 'hub.sqlite'))
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length + 1 })
    db.close()
  })
})

it('a store whose process ends while another looks into it is looked into again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dwar-peek-'))
  await sqliteStore(folder).close()
  const db = new DatabaseSync(join(folder, 'hub.sqlite'))
  db.exec("INSERT INTO cursors VALUES ('poll:parks', 'page 7')")
  const found = peekSqlite(folder, 'poll:parks')
  // what it has asked the system for is answered, and it does not know yet
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  db.close()
  expect(await found).toBe('page 7')
  await rm(folder, { recursive: true })
})
