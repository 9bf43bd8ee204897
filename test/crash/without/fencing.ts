/** A process that was paused does not notice: its session seems to live on, its claims seem its own, its calls have no deadline. */
import { dwell } from './dwell.ts'
import { wrap } from './wrap.ts'

const NEVER = new AbortController().signal

dwell(() => true)
wrap('/subgraphs/host/session.ts', 'sessionKeeper', (sessionKeeper) => (...given: unknown[]) => {
  const keeper = sessionKeeper(...given)
  return { ...keeper, current: () => ({ id: keeper.current().id, signal: NEVER, isAlive: true }) }
})
wrap('/adapters/in-time.ts', 'onlyWhile', () => () => undefined)
wrap('/subgraphs/filing/resilience.ts', 'guard', () => () => ({
  open: true,
  call: (_operation: string, key: string, run: (call: object) => Promise<unknown>) => run({ key, signal: NEVER }),
}))
