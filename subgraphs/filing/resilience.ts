import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel'
import { AdapterError, type Call } from '../../adapters/adapter.ts'
import { onlyWhile } from '../../adapters/in-time.ts'

export interface Guard {
  /** Runs one department call, ended twice `timeout` after it was asked for at the latest. Everything that fails is an AdapterError. */
  call<T>(operation: string, key: string, run: (call: Call) => Promise<T>): Promise<T>
  /** False while the department is not asked, because it did not answer lately. */
  readonly open: boolean
}

export type Asking = Pick<Guard, 'call'>

export { RETRY_AFTER_MAXIMUM } from '../../adapters/retry-after.ts'

const CALLS_AT_ONCE = 10
const CALLS_WAITING = 1000
const FAILURES_TO_BREAK = 5

const isDown = (error: unknown) =>
  error instanceof AdapterError && (error.code === 'DEPARTMENT_UNAVAILABLE' || error.code === 'DEPARTMENT_TIMEOUT')

/** Deadline, bulkhead and circuit breaker around one department, so that its outage stays its own. `timeout` in ms. */
export function guard(department: string, timeout: number): Guard {
  const breaker = circuitBreaker(handleWhen(isDown), {
    halfOpenAfter: Math.min(timeout, 10_000),
    breaker: new ConsecutiveBreaker(FAILURES_TO_BREAK),
  })
  const atOnce = bulkhead(CALLS_AT_ONCE, CALLS_WAITING)
  return {
    get open() {
      return breaker.state !== CircuitState.Open
    },
    async call(operation, key, run) {
      const where = { department, operation }
      const called = performance.now()
      try {
        return await atOnce.execute(() => {
          // what waited so long behind slow calls is not begun: its caller's lease must not end before its answer
          if (performance.now() - called > timeout)
            throw new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'not asked: the calls before it took too long')
          return breaker.execute(() => withDeadline(where, timeout, key, run))
        })
      } catch (error) {
        if (error instanceof AdapterError) throw error
        if (error instanceof BrokenCircuitError)
          throw new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'not asked: it did not answer lately', {
            cause: error,
          })
        if (error instanceof BulkheadRejectedError)
          throw new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'not asked: too many calls wait', { cause: error })
        throw new AdapterError('DEPARTMENT_PROTOCOL', where, 'the adapter failed', { cause: error })
      }
    },
  }
}

async function withDeadline<T>(
  where: { department: string; operation: string },
  ms: number,
  key: string,
  run: (call: Call) => Promise<T>,
): Promise<T> {
  const ended = new AbortController()
  const until = performance.now() + ms
  onlyWhile(ended.signal, () => performance.now() < until)
  let timer: NodeJS.Timeout | undefined
  // an adapter that does not heed the signal must not hold its caller
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      ended.abort()
      reject(new AdapterError('DEPARTMENT_TIMEOUT', where, `no answer in ${ms} ms`))
    }, ms)
  })
  try {
    return await Promise.race([run({ key, signal: ended.signal }), deadline])
  } finally {
    clearTimeout(timer)
  }
}
