import { otherChat } from '../channel.ts'
import type { People } from '../people.ts'
import type { Database } from './file/database.ts'

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
          takeChat(db, citizen, other.citizen)
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

/** The chat of `other` is `citizen`'s from now on; of two, the one whose window ends later goes on. */
function takeChat(db: Database, citizen: string, other: string): void {
  const chat = (of: string) => db.get('SELECT version, window_until, state FROM chats WHERE citizen = ?', of)
  const [mine, theirs] = [chat(citizen), chat(other)]
  if (mine && theirs) {
    const ended = theirs.window_until > mine.window_until ? mine : theirs
    db.run(
      'INSERT INTO cursors (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      otherChat(citizen),
      ended.state,
    )
  }
  if (theirs && (!mine || theirs.window_until > mine.window_until)) {
    db.run('DELETE FROM chats WHERE citizen = ?', citizen)
    // whoever is just answering in either finds that it has moved on
    const version = Math.max(theirs.version, mine?.version ?? 0) + 1
    db.run('UPDATE chats SET citizen = ?, version = ? WHERE citizen = ?', citizen, version, other)
  } else db.run('DELETE FROM chats WHERE citizen = ?', other)
  for (const table of ['outbox', 'inbox']) db.run(`UPDATE ${table} SET citizen = ? WHERE citizen = ?`, citizen, other)
}
