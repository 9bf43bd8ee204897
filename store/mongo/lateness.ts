import type { Applications } from '../store.ts'
import { listing } from './applications.ts'
import type { Database } from './database.ts'
import { ANY_TEXT } from './schemas.ts'

/** What is asked of applications by their days. */
export type Lateness = Pick<Applications, 'slow' | 'late' | 'overdue' | 'undecided' | 'decided'>

export function mongoLateness(database: Database): Lateness {
  const list = listing(database)
  const undecided = { open: true, status: { $ne: 'APPROVED' as const } }
  return {
    slow: (department, before, limit) =>
      list(
        { department, open: true, status: 'SUBMITTED', delayed: false, submittedAt: { $lt: before } },
        { submittedAt: 1 },
        limit,
      ),
    late: (today, limit) => list({ ...undecided, overdue: false, due: { $lt: today } }, { due: 1, _id: 1 }, limit),
    overdue: (first, after) => list({ ...undecided, overdue: true, _id: { $gt: after ?? '' } }, { _id: 1 }, first),
    undecided: (service, limit) =>
      database.applications.countDocuments({ ...undecided, overdue: true, service }, { limit }),
    async decided(service, limit) {
      if (limit < 1) return []
      return database.applications
        .find(
          { service, decidedAt: ANY_TEXT },
          { projection: { _id: 0, submittedAt: 1, decidedAt: 1, due: 1 }, sort: { decidedAt: -1 }, limit },
        )
        .toArray()
    },
  }
}
