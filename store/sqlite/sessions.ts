import type { Leases, Sessions } from '../store.ts'
import type { Database } from './file/database.ts'

/** ms of the machine's monotonic clock, which all its processes share and nobody sets. It begins anew when the machine does. */
const now = (): number => Number(process.hrtime.bigint() / 1_000_000n)

/** A session lasts no longer; one that claims to is of another start of the machine. */
const LONGEST_MS = 60_000

export const alive = (from: string, to: string) => `SELECT id FROM sessions WHERE until > ${from} AND until <= ${to}`
export const ALIVE = alive('?', '?')
const NUMBERED = alive('?3', '?4')
/** Values of the places in `ALIVE`. */
export const aliveNow = (): [number, number] => [now(), now() + LONGEST_MS]

export function sqliteSessions(db: Database): Sessions {
  return {
    begin: (session, role, ms) =>
      db.write(() => {
        db.run('DELETE FROM sessions WHERE role = ?', role)
        db.run(
          'INSERT INTO sessions (id, role, until) VALUES (?, ?, ?)',
          session,
          role,
          now() + Math.min(ms, LONGEST_MS),
        )
      }),
    keep: (session, ms) =>
      db.write(() => {
        const until = now() + Math.min(ms, LONGEST_MS)
        const kept = db.run(
          `UPDATE sessions SET until = ? WHERE id = ? AND id IN (${ALIVE})`,
          until,
          session,
          ...aliveNow(),
        )
        return kept > 0
      }),
    end: (session) =>
      db.write(() => {
        db.run('DELETE FROM sessions WHERE id = ?', session)
      }),
  }
}

export function sqliteLeases(db: Database): Leases {
  return {
    acquire: (name, session) =>
      db.write(() => {
        const row = db.get(
          `INSERT INTO leases (name, owner, token) SELECT ?1, ?2, 1 WHERE ?2 IN (${NUMBERED})
             ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, token = token + (owner IS NOT excluded.owner)
             WHERE owner IS excluded.owner OR owner IS NULL OR owner NOT IN (${NUMBERED})
             RETURNING token`,
          name,
          session,
          ...aliveNow(),
        )
        return row ? (row.token as number) : null
      }),
    release: (name, session) =>
      db.write(() => {
        db.run('UPDATE leases SET owner = NULL WHERE name = ? AND owner = ?', name, session)
      }),
  }
}
