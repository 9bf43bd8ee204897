import { afterAll, beforeAll, expect, it } from '@jest/globals'
import mongoose from 'mongoose'
import { mongoStore } from '../../../store/mongo/index.ts'
import type { Store } from '../../../store/store.ts'
import { describeStore, type StoreBench } from '../contract/index.ts'
import { emptied, type MongoDatabase } from '../mongod.ts'
import { onMongo } from '../on-mongo.ts'

async function openMongo(database: MongoDatabase): Promise<StoreBench> {
  const { url } = database
  const connection = await mongoose.createConnection(url, { appName: TEST }).asPromise()
  let store = await mongoStore(url)
  let other: Store | undefined
  return {
    get store() {
      return store
    },
    another: async () => (other ??= await mongoStore(url)),
    async reopen() {
      await store.close()
      store = await mongoStore(url)
      return store
    },
    empty: () => emptied(connection.db!),
    async close() {
      await Promise.all([store.close(), other?.close(), connection.close()])
    },
  }
}

/** What the server has recorded of each query, update and removal since it was told to. */
interface Recorded {
  readonly ns: string
  readonly op: string
  readonly appName?: string
  readonly planSummary?: string
  readonly command: object
}
/** Connections of the test, which may do as they like. */
const TEST = 'the test itself'

onMongo('MongoDB', (fresh) => {
  let database: MongoDatabase
  beforeAll(async () => {
    database = await fresh()
    const connection = await mongoose.createConnection(database.url).asPromise()
    await connection.db!.createCollection('system.profile', { capped: true, size: 200_000_000 })
    await connection.db!.setProfilingLevel('all')
    await connection.close()
  })
  afterAll(() => database.drop())

  describeStore('mongo', () => openMongo(database))

  it('answered whoever asked again for a filing with what a majority has', async () => {
    const connection = await mongoose.createConnection(database.url, { appName: TEST }).asPromise()
    const sure = await connection
      .db!.collection<Recorded>('system.profile')
      .find({ 'command.find': 'applications', 'command.readConcern.level': 'linearizable' })
      .toArray()
    await connection.close()
    expect(sure.length).toBeGreaterThan(1)
    for (const { planSummary } of sure) expect(planSummary).toMatch(/IDHACK/)
  })

  it('answered each query of the contract from an index', async () => {
    const connection = await mongoose.createConnection(database.url, { appName: TEST }).asPromise()
    const recorded = await connection.db!.collection<Recorded>('system.profile').find().toArray()
    await connection.close()
    const own = recorded.filter(({ appName, planSummary }) => appName !== TEST && planSummary !== undefined)
    expect(own.length).toBeGreaterThan(1000)
    const scans = own.filter(
      ({ planSummary, ns, command }) =>
        /COLLSCAN/.test(planSummary!) &&
        !/\.(meta|system\.)/.test(ns) &&
        // the driver looks whether there is any file at all
        !JSON.stringify(command).startsWith('{"find":"blobs.files","filter":{},"projection":{"_id":1},"limit":1,'),
    )
    expect([...new Set(scans.map(({ ns, command }) => `${ns} ${JSON.stringify(command)}`))]).toEqual([])
  })
})
