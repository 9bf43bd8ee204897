import { describe, expect, it } from '@jest/globals'
import mongoose from 'mongoose'
import { mongoStore } from '../../store/mongo/index.ts'
import type { Store } from '../../store/store.ts'
import { describeStore, type StoreBench } from './describe-store.ts'
import { freshDatabase } from './mongod.ts'

const database = await freshDatabase()

async function openMongo(): Promise<StoreBench> {
  const { url } = database!
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
      await database!.drop()
    },
  }
}

if (database) describeStore('mongo', openMongo)
else
  describe('mongo:', () => {
    it.skip('there is no MongoDB here', () => expect(database).not.toBeNull())
  })
