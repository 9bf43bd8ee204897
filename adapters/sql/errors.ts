import { AdapterError, type AdapterErrorCode } from '../adapter.ts'

/** How far a statement had come when it failed. */
export interface Progress {
  readonly department: string
  readonly operation: string
  /** Whether the statement may have reached the server. */
  readonly sent: boolean
  /** Whether it changes something, so that a lost answer leaves open whether it did. */
  readonly changes: boolean
  /** Whether the call's deadline ended it. */
  readonly ended: boolean
}

/** An error report of the server, as the driver gives it. */
interface ServerReport {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
}

function isServerReport(error: unknown): error is ServerReport {
  const report = error as Partial<ServerReport> | null
  return typeof report?.severity === 'string' && typeof report.code === 'string' && /^[0-9A-Z]{5}$/.test(report.code)
}

/** Classes and codes of SQLSTATE (appendix A of PostgreSQL's manual). The longest that fits decides; one that is not listed is for a person. */
const SQLSTATE: Readonly<Record<string, AdapterErrorCode>> = {
  // a value that does not fit or that a constraint refuses
  '22': 'DEPARTMENT_REJECTED',
  '23': 'DEPARTMENT_REJECTED',
  // raised by the department's own procedure
  P0001: 'DEPARTMENT_REJECTED',
  // connection, rollback and retry, resources, intervention, system: over, and nothing happened
  '08': 'DEPARTMENT_UNAVAILABLE',
  '25006': 'DEPARTMENT_UNAVAILABLE',
  '28': 'DEPARTMENT_UNAVAILABLE',
  '3D': 'DEPARTMENT_UNAVAILABLE',
  '40': 'DEPARTMENT_UNAVAILABLE',
  '53': 'DEPARTMENT_UNAVAILABLE',
  '55': 'DEPARTMENT_UNAVAILABLE',
  '57': 'DEPARTMENT_UNAVAILABLE',
  '58': 'DEPARTMENT_UNAVAILABLE',
  XX: 'DEPARTMENT_UNAVAILABLE',
  // the outcome of the commit is not known
  '40003': 'DEPARTMENT_TIMEOUT',
  // the statement's own time limit
  '57014': 'DEPARTMENT_TIMEOUT',
}

/** The error that a failed statement is. A server's words may hold a citizen's data and are left out, but for a sentence raised on purpose. */
export function adapterError(error: unknown, progress: Progress): AdapterError {
  const { department, operation } = progress
  const where = { department, operation }
  if (error instanceof AdapterError) return error
  if (progress.ended)
    return progress.sent
      ? new AdapterError('DEPARTMENT_TIMEOUT', where, 'no answer before the deadline')
      : new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'no connection before the deadline')
  if (isServerReport(error)) {
    const code = SQLSTATE[error.code] ?? SQLSTATE[error.code.slice(0, 2)] ?? 'DEPARTMENT_PROTOCOL'
    const raw = [error.code, error.table, error.column, error.constraint].filter(Boolean).join(' ')
    const reason = error.code === 'P0001' ? { reason: error.message } : {}
    return new AdapterError(code, { ...where, raw, ...reason }, `SQLSTATE ${raw}`)
  }
  if (progress.sent && progress.changes)
    return new AdapterError('DEPARTMENT_TIMEOUT', where, 'the connection was lost before the answer', { cause: error })
  return new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'no connection', { cause: error })
}
