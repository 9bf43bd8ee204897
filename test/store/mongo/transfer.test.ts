import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import mongoose from 'mongoose'
import { mongoStore } from '../../../store/mongo/index.ts'
import { peekMongo } from '../../../store/mongo/transfer/peek.ts'
import { mongoSnapshot } from '../../../store/mongo/transfer/snapshot.ts'
import { mongoTarget } from '../../../store/mongo/transfer/target.ts'
import { sqliteStore } from '../../../store/sqlite/index.ts'
import { sqliteSnapshot } from '../../../store/sqlite/transfer/snapshot.ts'
import { sqliteTarget } from '../../../store/sqlite/transfer/target.ts'
import { differences, dump, type Item, newTally, type Snapshot, tallied } from '../../../store/transfer.ts'
import { fill } from '../full-store.ts'
import type { MongoDatabase } from '../mongod.ts'
import { onMongo } from '../on-mongo.ts'

const ignore = () => undefined

/** All rows as JSON, and how much there is of each. */
async function all(snapshot: Snapshot) {
  const tally = newTally()
  const rows: string[] = []
  for await (const item of tallied(dump(snapshot, ignore), tally)) {
    if (item[0] === 'blob') for await (const _ of item[1].bytes);
    else rows.push(JSON.stringify(item))
  }
  await snapshot.close()
  return { tally, rows }
}
const byName = (rows: readonly string[]) => rows.map((row) => JSON.stringify(sorted(JSON.parse(row)))).sort()
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(sorted)
  return Object.fromEntries(
    Object.entries(value)
      .map(([k, v]) => [k, sorted(v)] as const)
      .sort(),
  )
}

onMongo('a store moves to MongoDB and back', (fresh) => {
  let folder: string
  let there: MongoDatabase
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dwar-store-'))
    there = await fresh()
    const store = sqliteStore(join(folder, 'from'))
    await fill(store)
    await store.sessions.end('one')
    await store.close()
  })
  afterAll(async () => {
    await there.drop()
    await rm(folder, { recursive: true })
  })
  const sqliteRows = (name: string) => all(sqliteSnapshot(join(folder, name)))

  it('with every row and byte, in the order that matters, and goes on', async () => {
    const target = await mongoTarget(there.url)
    expect(await target.isEmpty()).toBe(true)
    expect(await target.workers()).toEqual([])
    const from = sqliteSnapshot(join(folder, 'from'))
    await target.load(dump(from, ignore))
    expect(await target.isEmpty()).toBe(false)
    await target.close()
    await from.close()

    const [wanted, found] = [await sqliteRows('from'), await all(await mongoSnapshot(there.url))]
    expect(differences(wanted.tally, found.tally)).toEqual([])
    expect(byName(found.rows)).toEqual(byName(wanted.rows))

    const back = sqliteTarget(join(folder, 'back'))
    const moved = await mongoSnapshot(there.url)
    await back.load(dump(moved, ignore))
    await moved.close()
    await back.close()
    expect(byName((await sqliteRows('back')).rows)).toEqual(byName(wanted.rows))

    const store = await mongoStore(there.url)
    const before = await store.log.head()
    expect(before).toEqual(wanted.tally.head)
    while (await store.log.relay(100));
    expect((await store.log.head()).position).toBe(before.position + wanted.tally.rows.event)
    expect(await store.applications.reference('2026')).toBe('DWR-2026-000004')
    await store.close()
  })

  it('not over what is there already', async () => {
    const target = await mongoTarget(there.url)
    await expect(target.load((async function* (): AsyncIterable<Item> {})())).rejects.toThrow('meanwhile')
    await target.close()
    expect(await peekMongo(there.url, 'poll:parks')).toBe('page 7')
  })
})

onMongo('a copy that is cut off', (fresh) => {
  it('leaves nothing, and can be made again', async () => {
    const { url, drop } = await fresh()
    const broken = async function* (): AsyncIterable<Item> {
      yield ['cursor', { name: 'vault', value: 'x' }]
      yield ['chat', { citizen: 'asha', version: 1, address: '', state: '', windowUntil: 0 }]
      throw new Error('the file ends')
    }
    const target = await mongoTarget(url)
    await expect(target.load(broken())).rejects.toThrow('the file ends')
    expect(await target.isEmpty()).toBe(true)
    await target.close()
    await drop()
  })

  it('is not taken for a store where its process was killed: no hub works on it, and nothing is read from it', async () => {
    const { url, drop } = await fresh()
    const target = await mongoTarget(url)
    const connection = await mongoose.createConnection(url).asPromise()
    await connection.db!.collection<{ _id: string }>('meta').insertOne({ _id: 'loading' })
    await connection.db!.collection<{ _id: string }>('cursors').insertOne({ _id: 'half' })
    await connection.close()
    for (const opens of [mongoStore, mongoSnapshot]) await expect(opens(url)).rejects.toThrow('was copied half')
    expect(await target.isEmpty()).toBe(true)
    await target.load(
      (async function* (): AsyncIterable<Item> {
        yield ['cursor', { name: 'whole', value: 'x' }]
      })(),
    )
    await target.close()
    expect([await peekMongo(url, 'half'), await peekMongo(url, 'whole')]).toEqual([null, 'x'])
    await (await mongoStore(url)).close()
    await drop()
  })
})

onMongo('a snapshot', (fresh) => {
  it('is of one moment, whatever is written meanwhile, and knows who works on it', async () => {
    const { url, drop } = await fresh()
    await expect(mongoSnapshot(url)).rejects.toThrow('there is no store')
    const store = await mongoStore(url)
    await store.sessions.begin('s', 'hub', 60_000)
    await store.cursors.write('a', '1')
    const snapshot = await mongoSnapshot(url)
    const rows = snapshot.rows()[Symbol.asyncIterator]()
    expect((await rows.next()).value).toEqual(['cursor', { name: 'a', value: '1' }])
    await store.codes.put('late', 'sealed', 1)
    expect(await rows.next()).toMatchObject({ done: true })
    expect(await snapshot.workers()).toEqual(['hub'])
    await snapshot.close()
    await store.close()
    await drop()
  })
})

describe('peeking at MongoDB', () => {
  it('says soon that nobody answers', async () => {
    await expect(peekMongo('mongodb://127.0.0.1:9/', 'x')).rejects.toThrow('127.0.0.1:9')
  })
})
