import type { People } from '../store.ts'
import type { Database } from './database.ts'

type Row = Record<string, any>

export function sqlitePeople(db: Database): People {
  return {
    byIdentity: async (identity) => db.get('SELECT citizen FROM people WHERE identity = ?', identity)?.citizen ?? null,
    unite: (identities, fresh) =>
      db.write(() => {
        const names = JSON.stringify(identities.map((i) => i.identity))
        const known = db.all(
          'SELECT citizen, min(met) AS met FROM people WHERE identity IN (SELECT value FROM json_each(?)) GROUP BY citizen ORDER BY met, citizen',
          names,
        )
        const citizen: string = known[0]?.citizen ?? fresh
        for (const other of known.slice(1)) {
          db.run('UPDATE people SET citizen = ? WHERE citizen = ?', citizen, other.citizen)
          db.run('UPDATE applications SET citizen = ?, version = version + 1 WHERE citizen = ?', citizen, other.citizen)
          db.run('UPDATE documents SET owner = ? WHERE owner = ?', citizen, other.citizen)
          db.run('UPDATE citizen_keys SET citizen = ? WHERE citizen = ?', citizen, other.citizen)
        }
        const order = (db.get('SELECT coalesce(max(met), 0) + 1 AS met FROM people') as Row).met
        for (const { identity, sealed } of identities)
          db.run(
            'INSERT OR IGNORE INTO people (identity, citizen, sealed, met) VALUES (?, ?, ?, ?)',
            identity,
            citizen,
            sealed,
            order,
          )
        return citizen
      }),
    forget: (identity) =>
      db.write(() => {
        db.run('DELETE FROM people WHERE identity = ?', identity)
      }),
    identities: async (citizen) =>
      db
        .all('SELECT identity, sealed FROM people WHERE citizen = ? ORDER BY met', citizen)
        .map((row) => ({ identity: row.identity, sealed: row.sealed })),
  }
}
