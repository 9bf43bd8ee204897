import { chain, GENESIS } from '../chain.ts'
import type { EventLog, LoggedEvent } from '../store.ts'
import type { Database } from './file/database.ts'

type Row = Record<string, any>

/** The last row of the log. */
export const lastOf = (db: Database): Row | undefined =>
  db.get('SELECT position, hash, commit_order FROM log ORDER BY position DESC LIMIT 1')

export function sqliteLog(db: Database): EventLog {
  const last = () => lastOf(db)
  return {
    relay: (limit) =>
      db.write(() => {
        const head = last()
        const rows = db.all(
          'SELECT * FROM events WHERE commit_order > ? ORDER BY commit_order LIMIT ?',
          head?.commit_order ?? 0,
          limit,
        )
        let position: number = head?.position ?? 0
        let hash: string = head?.hash ?? GENESIS
        for (const row of rows) {
          position += 1
          hash = chain(hash, position, row.document)
          db.run(
            'INSERT INTO log (position, id, document, hash, commit_order) VALUES (?, ?, ?, ?, ?)',
            position,
            row.id,
            row.document,
            hash,
            row.commit_order,
          )
        }
        return rows.length
      }),
    after: async (position, limit) =>
      db
        .all('SELECT position, document, hash FROM log WHERE position > ? ORDER BY position LIMIT ?', position, limit)
        .map((row): LoggedEvent => ({ ...JSON.parse(row.document), position: row.position, hash: row.hash })),
    rows: async (position, limit) =>
      db
        .all(
          'SELECT position, id, document, hash FROM log WHERE position > ? ORDER BY position LIMIT ?',
          position,
          limit,
        )
        .map((row) => ({ position: row.position, id: row.id, document: row.document, hash: row.hash })),
    position: async (event) =>
      (db.get('SELECT position FROM log WHERE id = ?', event) as Row | undefined)?.position ?? null,
    async head() {
      const head = last()
      return { position: head?.position ?? 0, hash: head?.hash ?? GENESIS }
    },
  }
}
