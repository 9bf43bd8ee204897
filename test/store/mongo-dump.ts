import mongoose from 'mongoose'

/** Every document of every collection, as it is on the wire and on the disk. */
export async function dump(url: string): Promise<{ name: string; bytes: Buffer }[]> {
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
