import mongoose from 'mongoose'
import { mongoStore } from '../../store/mongo/index.ts'
import type { Store } from '../../store/store.ts'
import { describeStore, type StoreBench } from './describe-store.ts'
import type { MongoDatabase } from './mongod.ts'
import { onMongo } from './on-mongo.ts'

async function openMongo(database: MongoDatabase): Promise<StoreBench> {
  const { url } = database
  const connection = await mongoose.createConnection(url).asPromise()
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
    async empty() {
      const collections = await connection.db!.listCollections({}, { nameOnly: true }).toArray()
      for (const { name } of collections) if (name !== 'meta') await connection.db!.collection(name).deleteMany({})
    },
    async close() {
      await Promise.all([store.close(), other?.close(), connection.close()])
      await database.drop()
    },
  }
}

onMongo('MongoDB', (fresh) => describeStore('mongo', async () => openMongo(await fresh())))
