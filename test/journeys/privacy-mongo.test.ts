import mongoose from 'mongoose'
import { onMongo } from '../store/on-mongo.ts'
import { describePrivacy } from './privacy.ts'
import type { Place } from './traces.ts'

/** Every document of every collection, as it is on the wire and on the disk. */
async function dump(url: string): Promise<Place[]> {
  const connection = await mongoose.createConnection(url).asPromise()
  try {
    const collections = await connection.db!.collections()
    return await Promise.all(
      collections.map(async (collection) => {
        const documents = await collection.find({}, { raw: true }).toArray()
        return { name: collection.collectionName, bytes: Buffer.concat(documents as unknown as Buffer[]) }
      }),
    )
  } finally {
    await connection.close()
  }
}

onMongo('a hub', (fresh) => {
  describePrivacy('MongoDB', async () => {
    const database = await fresh()
    return {
      env: { STORE_URL: database.url },
      places: () => dump(database.url),
      isHeart: (name) => name === 'applications',
      close: () => database.drop(),
    }
  })
})
