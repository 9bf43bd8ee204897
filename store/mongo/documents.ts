import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import mongoose from 'mongoose'
import { checkedBlobName } from '../blob-name.ts'
import type { DocumentRecord, Documents } from '../store.ts'
import type { Database } from './database.ts'
import { citizensIn } from './people.ts'
import type { DocumentRow } from './schemas.ts'

const { GridFSBucket, ObjectId } = mongoose.mongo

/** A write that takes longer has ended with its process. */
const LONGEST_MS = 3_600_000

export const toRecord = ({ _id, ...rest }: DocumentRow): DocumentRecord => ({ id: _id, ...rest })

export const blobBucket = (db: mongoose.mongo.Db) =>
  new GridFSBucket(db, { bucketName: 'blobs', writeConcern: { w: 'majority', journal: true } })

export function mongoDocuments(database: Database): Documents & { sweep(olderThanMs?: number): Promise<void> } {
  const { db, documents, loose } = database
  const bucket = blobBucket(db)
  const files = db.collection<{ _id: mongoose.mongo.ObjectId; filename: string }>('blobs.files')
  const chunks = db.collection<{ files_id: mongoose.mongo.ObjectId }>('blobs.chunks')

  /** Bytes that are, or may become, of no file: found again if this process ends before it has seen to them. */
  async function mark(id: mongoose.mongo.ObjectId): Promise<void> {
    await loose.updateOne({ _id: id }, [{ $set: { since: '$$NOW' } }], { upsert: true })
  }
  /** Removes bytes unless they have become a file. */
  async function tidy(id: mongoose.mongo.ObjectId): Promise<void> {
    if (!(await files.findOne({ _id: id }, { projection: { _id: 1 } }))) await chunks.deleteMany({ files_id: id })
    await loose.deleteOne({ _id: id })
  }

  async function remove(names: readonly string[]): Promise<void> {
    const found = await files
      .find({ filename: { $in: names.map(checkedBlobName) } }, { projection: { _id: 1 } })
      .toArray()
    for (const { _id } of found) {
      await mark(_id)
      await files.deleteOne({ _id })
      await tidy(_id)
    }
  }

  return {
    async announce({ id, ...rest }) {
      await documents.insertOne({ _id: id, ...rest })
    },
    async read(ids) {
      const rows = await documents.find({ _id: { $in: [...ids] } }).toArray()
      const found = new Map(rows.map((row) => [row._id, toRecord(row)]))
      return ids.map((id) => found.get(id) ?? null)
    },
    async complete(id, { blob, sha256, mediaType }) {
      const { matchedCount } = await documents.updateOne({ _id: id, blob: null }, { $set: { blob, sha256, mediaType } })
      return matchedCount > 0
    },
    async write(blob, bytes) {
      // the file is inserted after its last chunk, and so is never seen half
      const id = new ObjectId()
      const upload = bucket.openUploadStreamWithId(id, checkedBlobName(blob))
      await mark(id)
      try {
        await pipeline(Readable.from(bytes), upload)
      } catch (error) {
        await tidy(id).catch(() => undefined)
        throw error
      }
      await loose.deleteOne({ _id: id })
    },
    async open(blob) {
      const file = await files.findOne({ filename: checkedBlobName(blob) }, { projection: { _id: 1 } })
      return file && bucket.openDownloadStream(file._id)
    },
    remove,
    ofOwner: (owner) =>
      citizensIn(database, owner, async (ids) => {
        const rows = await documents.find({ owner: { $in: ids } }).toArray()
        return rows.map(toRecord)
      }),
    async forget(ids) {
      const rows = await documents.find({ _id: { $in: [...ids] } }, { projection: { blob: 1 } }).toArray()
      await remove(rows.flatMap(({ blob }) => blob ?? []))
      await documents.deleteMany({ _id: { $in: [...ids] } })
    },
    /** Removes what writes and removals left that were cut off. */
    async sweep(olderThanMs = LONGEST_MS) {
      const old = await loose
        .find({ $expr: { $lt: ['$since', { $subtract: ['$$NOW', olderThanMs] }] } }, { projection: { _id: 1 } })
        .toArray()
      for (const { _id } of old) await tidy(_id)
    },
  }
}
