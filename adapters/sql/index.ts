/**
 * The kit for departments that are a PostgreSQL database: single statements, each its own transaction, over a small pool
 * that connects when it is first needed. What fails is an AdapterError; see errors.ts.
 */
import pg from 'pg'
import { AdapterError, type Call } from '../adapter.ts'
import { isInTime } from '../in-time.ts'
import { adapterError } from './errors.ts'
import { Row } from './row.ts'

export { Row } from './row.ts'

export interface SqlOptions {
  readonly department: string
  /** `postgresql://user:password@host:5432/database`, with `?sslmode=verify-full` where the server is not on this machine. */
  readonly url: string
  /** The server ends a statement after this, in ms. */
  readonly statementTimeout: number
  /** Connections at most. @default 5 */
  readonly connections?: number
  /** How long to wait for a connection, in ms. @default 3000 */
  readonly connectTimeout?: number
}

export interface Sql {
  /** A statement that changes nothing. */
  read(operation: string, call: Call, text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** A statement that changes something: an answer that is lost is DEPARTMENT_TIMEOUT. */
  change(operation: string, call: Call, text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  close(): Promise<void>
}

const CONNECTIONS = 5
const CONNECT_MS = 3000
const IDLE_MS = 30_000

/** Opens nothing until the first statement. Each statement begins with a comment that names its operation. */
export function sql(options: SqlOptions): Sql {
  const { department, statementTimeout } = options
  let pool: pg.Pool | undefined
  let closed = false

  function open(): pg.Pool {
    if (pool) return pool
    pool = new pg.Pool({
      connectionString: options.url,
      max: options.connections ?? CONNECTIONS,
      connectionTimeoutMillis: options.connectTimeout ?? CONNECT_MS,
      idleTimeoutMillis: IDLE_MS,
      statement_timeout: statementTimeout,
      application_name: 'dwar',
      keepAlive: true,
    })
    // a connection that breaks while nobody uses it is replaced at the next statement
    pool.on('error', () => {})
    return pool
  }

  async function run(
    changes: boolean,
    operation: string,
    call: Call,
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const where = { department, operation }
    if (closed) throw new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'the adapter is closed')
    const progress = { ...where, changes, sent: false }
    let client: pg.PoolClient
    try {
      client = await connection(open(), call.signal)
    } catch (error) {
      throw adapterError(error, { ...progress, ended: call.signal.aborted })
    }
    const ignore = () => {}
    client.on('error', ignore)
    let broken = false
    const abandon = () => {
      broken = true
      // ends the socket: the only way to stop waiting for a server that does not answer
      client.release(true)
    }
    call.signal.addEventListener('abort', abandon, { once: true })
    if (!isInTime(call.signal)) {
      call.signal.removeEventListener('abort', abandon)
      client.off('error', ignore)
      client.release()
      throw new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'not sent: too late')
    }
    progress.sent = true
    try {
      const result = await client.query({ text: `/* ${operation} */ ${text}`, values: [...values] })
      return result.rows.map((row) => new Row(row, where))
    } catch (error) {
      const failure = adapterError(error, { ...progress, ended: call.signal.aborted })
      // only after a plain error of the statement is the session fit for another
      if (!broken && (error as { severity?: string }).severity !== 'ERROR') {
        broken = true
        client.release(true)
      }
      throw failure
    } finally {
      call.signal.removeEventListener('abort', abandon)
      if (!broken) {
        client.off('error', ignore)
        client.release()
      }
    }
  }

  return {
    read: (operation, call, text, values = []) => run(false, operation, call, text, values),
    change: (operation, call, text, values = []) => run(true, operation, call, text, values),
    async close() {
      closed = true
      await pool?.end()
    },
  }
}

/** A connection of the pool; one that comes after the deadline goes back. */
function connection(pool: pg.Pool, signal: AbortSignal): Promise<pg.PoolClient> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    let late = false
    const abandon = () => {
      late = true
      reject(signal.reason)
    }
    signal.addEventListener('abort', abandon, { once: true })
    pool.connect().then(
      (client) => {
        signal.removeEventListener('abort', abandon)
        if (late) client.release()
        else resolve(client)
      },
      (error) => {
        signal.removeEventListener('abort', abandon)
        reject(error)
      },
    )
  })
}
