import type { Applications } from '../store.ts'
import { toApplication } from './applications.ts'
import type { Database } from './file/database.ts'

/** What is asked of applications by their days. */
export type Lateness = Pick<Applications, 'slow' | 'late' | 'overdue' | 'undecided' | 'decided'>

export function sqliteLateness(db: Database): Lateness {
  return {
    slow: async (department, before, limit) =>
      db
        .all(
          `SELECT * FROM applications WHERE department = ? AND open = 1 AND document ->> 'status' = 'SUBMITTED'
             AND coalesce(document ->> 'delayed', 0) = 0 AND document ->> 'submittedAt' < ? ORDER BY document ->> 'submittedAt' LIMIT ?`,
          department,
          before,
          limit,
        )
        .map(toApplication),
    late: async (today, limit) =>
      db
        .all(
          `SELECT * FROM applications WHERE open = 1 AND coalesce(document ->> 'overdue', 0) = 0 AND document ->> 'due' < ?
             AND document ->> 'status' <> 'APPROVED' ORDER BY document ->> 'due', reference LIMIT ?`,
          today,
          limit,
        )
        .map(toApplication),
    overdue: async (first, after) =>
      db
        .all(
          `SELECT * FROM applications WHERE open = 1 AND document ->> 'overdue' = 1 AND document ->> 'status' <> 'APPROVED' AND reference > ?
             ORDER BY reference LIMIT ?`,
          after ?? '',
          first,
        )
        .map(toApplication),
    async undecided(service, limit) {
      const row = db.get(
        `SELECT count(*) AS many FROM (SELECT 1 FROM applications WHERE document ->> 'service' = ? AND open = 1 AND document ->> 'overdue' = 1
           AND document ->> 'status' <> 'APPROVED' LIMIT ?)`,
        service,
        limit,
      )
      return (row as { many: number }).many
    },
    decided: async (service, limit) =>
      db
        .all(
          `SELECT document ->> 'submittedAt' AS submittedAt, document ->> 'decidedAt' AS decidedAt, document ->> 'due' AS due FROM applications
             WHERE document ->> 'service' = ? AND document ->> 'decidedAt' IS NOT NULL ORDER BY document ->> 'decidedAt' DESC LIMIT ?`,
          service,
          limit,
        )
        .map((row) => ({ submittedAt: row.submittedAt, decidedAt: row.decidedAt, due: row.due })),
  }
}
