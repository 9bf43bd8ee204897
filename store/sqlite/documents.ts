import type { DocumentRecord, Documents } from '../store.ts'
import type { blobFolder } from './blobs.ts'
import type { Database } from './file/database.ts'

type Row = Record<string, any>

export const toRecord = (row: Row): DocumentRecord => ({
  id: row.id,
  owner: row.owner,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
  blob: row.blob,
  expires: row.expires,
})

export function sqliteDocuments(db: Database, blobs: ReturnType<typeof blobFolder>): Documents {
  const read = (ids: readonly string[]) =>
    db.all('SELECT * FROM documents WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
  return {
    announce: (d) =>
      db.write(() => {
        db.run(
          'INSERT INTO documents (id, owner, name, media_type, size, sha256, blob, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          d.id,
          d.owner,
          d.name,
          d.mediaType,
          d.size,
          d.sha256,
          d.blob,
          d.expires,
        )
      }),
    async read(ids) {
      const found = new Map(read(ids).map((row) => [row.id, toRecord(row)]))
      return ids.map((id) => found.get(id) ?? null)
    },
    complete: (id, { blob, sha256, mediaType }) =>
      db.write(
        () =>
          db.run(
            'UPDATE documents SET blob = ?, sha256 = ?, media_type = ? WHERE id = ? AND blob IS NULL',
            blob,
            sha256,
            mediaType,
            id,
          ) > 0,
      ),
    write: (blob, bytes) => blobs.write(blob, bytes),
    open: (blob) => blobs.open(blob),
    remove: (names) => blobs.remove(names),
    ofOwner: async (owner) => db.all('SELECT * FROM documents WHERE owner = ?', owner).map(toRecord),
    async forget(ids) {
      // first the bytes: whoever is cut off finds by the rows what is left to do
      await blobs.remove(read(ids).flatMap((row) => row.blob ?? []))
      await db.write(() => {
        db.run('DELETE FROM documents WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
      })
    },
  }
}
