import type { CitizenKey, Keys } from '../people.ts'
import type { Database } from './file/database.ts'

export const toKey = (row: Record<string, any>): CitizenKey => ({
  id: row.id,
  citizen: row.citizen,
  wrapped: row.wrapped,
})

export function sqliteKeys(db: Database): Keys {
  const of = (citizen: string) =>
    db.all('SELECT * FROM citizen_keys WHERE citizen = ? ORDER BY made', citizen).map(toKey)
  return {
    of: async (citizen) => of(citizen),
    first: (key) =>
      db.write(() => {
        const known = of(key.citizen)
        if (known.length) return known
        db.run('INSERT INTO citizen_keys (id, citizen, wrapped) VALUES (?, ?, ?)', key.id, key.citizen, key.wrapped)
        return of(key.citizen)
      }),
    async byId(id) {
      const row = db.get('SELECT * FROM citizen_keys WHERE id = ?', id)
      return row ? toKey(row) : null
    },
    page: async (after, limit) =>
      db.all('SELECT * FROM citizen_keys WHERE id > ? ORDER BY id LIMIT ?', after ?? '', limit).map(toKey),
    rewrap: (id, from, to) =>
      db.write(() => db.run('UPDATE citizen_keys SET wrapped = ? WHERE id = ? AND wrapped = ?', to, id, from) > 0),
    async destroy(citizen) {
      await db.write(() => {
        db.destroy('DELETE FROM citizen_keys WHERE citizen = ?', citizen)
      })
      db.wipe()
    },
  }
}
