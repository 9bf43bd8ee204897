import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import mongoose from 'mongoose'
import { mongoStore } from '../../store/mongo/index.ts'
import { mongoSnapshot } from '../../store/mongo/transfer/snapshot.ts'
import { sqliteStore } from '../../store/sqlite/index.ts'
import { sqliteSnapshot } from '../../store/sqlite/transfer/snapshot.ts'
import { KINDS, type Rows, type Snapshot } from '../../store/transfer.ts'
import { run } from '../journeys/processes.ts'
import { fill, LARGE } from './full-store.ts'
import { goesOn, lives, SECRET } from './lives.ts'
import type { MongoDatabase } from './mongod.ts'
import { onMongo } from './on-mongo.ts'

// each makes and drops databases, whose indexes take a while
jest.setTimeout(120_000)

onMongo('from one store to the other:', (fresh) => {
  let folder: string
  let database: MongoDatabase
  let other: MongoDatabase
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dwar-both-'))
    ;[database, other] = await Promise.all([fresh(), fresh()])
  })
  afterEach(async () => {
    await Promise.all([database.drop(), other.drop(), rm(folder, { recursive: true })])
  })

  async function command(entry: 'store' | 'audit', args: string[], env: Record<string, string> = {}) {
    const running = run(entry, args, { DATA_DIR: folder, HUB_SECRET_KEY: SECRET, ...env })
    const code = await new Promise<number | null>((resolve) => running.child.once('close', resolve))
    const says = running.output()
    expect(says).not.toMatch(/^ {4}at |Error:/m)
    return { code, says }
  }
  type All = { [K in keyof Rows]: Rows[K][] }
  async function rowsOf(of: Snapshot | Promise<Snapshot>): Promise<All> {
    const snapshot = await of
    const rows = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as All
    for await (const [kind, row] of snapshot.rows()) (rows[kind] as unknown[]).push(row)
    expect(LARGE.equals(Buffer.concat(await Array.fromAsync((await snapshot.blob('large')) ?? [])))).toBe(true)
    await snapshot.close()
    return rows
  }
  const tampered = async (
    url: string,
    change: (rows: mongoose.mongo.Collection<any>) => Promise<unknown>,
    collection = 'log',
  ) => {
    const connection = await mongoose.createConnection(url).asPromise()
    await change(connection.db!.collection(collection))
    await connection.close()
  }

  it('everything is copied to MongoDB and back, and is what it was', async () => {
    const store = sqliteStore(folder)
    await fill(store)
    await store.sessions.end('one')
    await store.close()
    const before = await rowsOf(sqliteSnapshot(folder))
    const there = await command('store', ['copy', '--from', 'sqlite:', '--to', database.url])
    expect(there).toMatchObject({ code: 0, says: expect.stringContaining('both are equal') })
    expect(await rowsOf(mongoSnapshot(database.url))).toEqual(before)
    const back = join(folder, 'back')
    expect((await command('store', ['copy', '--from', database.url, '--to', `sqlite:${back}`])).code).toBe(0)
    expect(await rowsOf(sqliteSnapshot(back))).toEqual(before)

    // both go on from there in the same way
    const [one, two] = [sqliteStore(back), await mongoStore(database.url)]
    for (const copied of [one, two]) {
      expect(await copied.applications.reference('2026')).toBe('DWR-2026-000004')
      await copied.sessions.begin('two', 'hub', 30_000)
      const claimed = await copied.applications.claim('parks', 'two', 100, 10)
      expect(claimed.map(({ id }) => id).sort()).toEqual(before.effect.map(({ id }) => id).sort())
      expect((await copied.channel.pending('status', 0, 10)).map(({ id }) => id)).toEqual(['wamid.1'])
      expect((await copied.channel.ready(1e15, 10)).map(({ id }) => id)).toEqual(['o2', 'o1'])
      expect((await copied.keys.of('asha')).map(({ id }) => id)).toEqual(['aa'])
      await copied.log.relay(10)
    }
    expect(await two.log.head()).toEqual(await one.log.head())
    await Promise.all([one.close(), two.close()])
  })

  it('a backup of MongoDB is made while hubs work, and restored into either', async () => {
    const store = await mongoStore(database.url)
    await fill(store)
    const before = await rowsOf(mongoSnapshot(database.url))
    for (const kind of KINDS) expect([kind, before[kind].length]).not.toEqual([kind, 0])
    const file = join(folder, 'backup')
    expect((await command('store', ['backup', file], { STORE_URL: database.url })).code).toBe(0)
    await goesOn(store, 'B', 4)
    const working = await command('store', ['restore', file], { STORE_URL: database.url })
    expect(working).toMatchObject({ code: 1, says: expect.stringContaining('works on the store (hub)') })
    await store.close()

    expect((await command('store', ['restore', file], { STORE_URL: other.url })).code).toBe(0)
    expect((await command('store', ['restore', file], { DATA_DIR: join(folder, 'sqlite') })).code).toBe(0)
    const changed = { sequence: [], event: [], effect: [] }
    for (const after of [
      await rowsOf(mongoSnapshot(other.url)),
      await rowsOf(sqliteSnapshot(join(folder, 'sqlite'))),
    ]) {
      expect({ ...after, ...changed }).toEqual({ ...before, ...changed })
      for (const effect of after.effect)
        expect([effect.kind, effect.uncertainSince !== null]).toEqual([effect.kind, effect.kind !== 'certificate'])
    }
    const again = await command('store', ['restore', file], { STORE_URL: other.url })
    expect(again).toMatchObject({ code: 1, says: expect.stringContaining('the store is not empty') })
  })

  it('the record on MongoDB is proved whole beside a hub, and the first row that is wrong is named', async () => {
    const store = await mongoStore(database.url)
    await lives(store, ['A', 'B', 'C'])
    await goesOn(store, 'A', 4)
    const env = { STORE_URL: database.url }
    const verify = (...args: string[]) => command('audit', ['verify', ...args], env)
    const whole = await verify()
    expect(whole).toMatchObject({ code: 0, says: expect.stringMatching(/^whole: 9 rows.*1 events are on their way/s) })
    const heads = join(folder, 'heads')
    await command('audit', ['heads', '--out', heads], env)
    await tampered(database.url, (rows) => rows.updateOne({ _id: 'C' }, { $unset: { events: 1 } }), 'applications')
    expect((await verify()).says).toMatch(/^NOT WHOLE at C\.4: C says that it has had undefined events/)
    await tampered(database.url, (rows) => rows.updateOne({ _id: 'C' }, { $set: { events: 3 } }), 'applications')
    await tampered(database.url, (log) => log.deleteOne({ _id: 9 }))
    expect((await verify('--heads', heads)).says).toMatch(/^NOT WHOLE at position 9: the log ends at position 8/)
    expect((await verify()).says).toMatch(/^NOT WHOLE at C\.3: C has 3 events and the log has 2/)
    await tampered(database.url, (log) => log.updateOne({ _id: 5 }, { $set: { document: '{"id":"B.2"}' } }))
    expect(await verify()).toMatchObject({ code: 1, says: expect.stringMatching(/^NOT WHOLE at position 5, B\.2: /) })
    await tampered(database.url, (log) => log.deleteOne({ _id: 3 }))
    expect((await verify()).says).toMatch(/^NOT WHOLE at position 3: position 3 is missing/)
    await store.close()
  })
})
