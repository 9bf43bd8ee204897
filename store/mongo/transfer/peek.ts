import mongoose from 'mongoose'
import { connectionOptions } from '../database.ts'
import type { ValueRow } from '../schemas.ts'

/** A cursor of the store at `url`, read without changing anything: no index is built, and no migration is run. Null where there is no store yet. */
export async function peekMongo(url: string, name: string): Promise<string | null> {
  const connection = mongoose.createConnection(url, connectionOptions(url))
  connection.on('error', () => undefined)
  try {
    await connection.asPromise()
    const row = await connection.db!.collection<ValueRow>('cursors').findOne({ _id: name })
    return row?.value ?? null
  } finally {
    await connection.close()
  }
}
