import { randomInt } from 'node:crypto'
import { type Adapter, AdapterError } from '../../adapters/adapter.ts'
import type { Effect } from '../../store/store.ts'
import type { Host } from '../subgraph.ts'
import { effects, type Try } from './effects.ts'
import type { Guard } from './resilience.ts'
import { readOne } from './steps.ts'

export interface DispatchOptions {
  /** ms that a department call may take, once it is begun. */
  readonly timeout: number
  /** ms: the longest wait between two tries. */
  readonly retryMaximum: number
}

const AT_ONCE = 8
const IDLE_MS = 1000
const FIRST_RETRY_MS = 500
/** A try asks the department twice at most (`find`, then `submit`), and each may wait as long as it takes. */
const LEASE_TIMEOUTS = 6
/** Tries after which a person must look, by what they end with. What a department that is down answers is none of these. */
const TRIES = { DEPARTMENT_PROTOCOL: 4, INTERNAL: 8 } as const
/** ms: a department that names a longer wait is asked all the same. */
const RETRY_AFTER_MAXIMUM = 3_600_000

/** Full jitter: anywhere up to twice as long as the last time. */
const backoff = (attempts: number, maximum: number) =>
  randomInt(1, Math.max(2, Math.min(maximum, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20))))

/** Carries out what is owed to one department: claims effects that are due and calls the adapter, outside any transaction. */
export function dispatcher(host: Host, adapter: Adapter, guard: Guard, options: DispatchOptions) {
  const { store, clock, log } = host
  const { retryMaximum, timeout } = options
  const department = adapter.department
  const inFlight = new Map<string, Promise<void>>()
  const { handlers, refused } = effects(host, adapter, guard, {
    timeout,
    again: (attempts) => backoff(attempts, retryMaximum),
    parked: retryMaximum,
  })

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !(await released())) await host.wait('effects', IDLE_MS, signal)
    while (!signal.aborted) {
      const claimed = await claim()
      for (const effect of claimed) {
        const work = process(effect).finally(() => {
          inFlight.delete(effect.id)
          host.wake('effects')
        })
        inFlight.set(effect.id, work)
      }
      if (!claimed.length) await host.wait('effects', IDLE_MS, signal)
      else if (inFlight.size >= AT_ONCE) await Promise.race(inFlight.values())
    }
    await Promise.all(inFlight.values())
  }

  /** Takes over from a predecessor. */
  async function released(): Promise<boolean> {
    try {
      await store.applications.release(department)
      return true
    } catch (error) {
      log.error('effects could not be taken over', error, { department })
      return false
    }
  }

  async function claim(): Promise<Effect[]> {
    const room = AT_ONCE - inFlight.size
    if (room <= 0) return []
    const now = clock.now().getTime()
    try {
      const effects = await store.applications.claim(department, now, now + timeout * LEASE_TIMEOUTS, room)
      return effects.filter((effect) => !inFlight.has(effect.id))
    } catch (error) {
      log.error('effects could not be claimed', error, { department })
      return []
    }
  }

  async function process(effect: Effect): Promise<void> {
    const tried: Try = { effect, uncertain: effect.uncertainSince, sent: false }
    try {
      const application = await readOne(store, effect.reference)
      if (!application) throw new Error(`effect ${effect.id} has no application`)
      await handlers[effect.kind](tried, application)
    } catch (error) {
      await failed(tried, error).catch((again) =>
        // its lease ends, and it is claimed again
        log.error('an effect could not be put back', again, { effect: effect.id }),
      )
    }
  }

  /** What a failure means for the next try. The code decides; see AdapterErrorCode. */
  async function failed({ effect, sent, uncertain }: Try, error: unknown): Promise<void> {
    const now = clock.now().getTime()
    const code = error instanceof AdapterError ? error.code : 'INTERNAL'
    log.error('a department effect failed', error, { effect: effect.id, attempt: effect.attempts, department })
    if (error instanceof AdapterError && error.code === 'DEPARTMENT_REJECTED')
      return refused(effect, error.reason ?? null)
    const mayHaveHappened = sent && code !== 'DEPARTMENT_UNAVAILABLE'
    const retryAfter = error instanceof AdapterError ? (error.retryAfter ?? 0) : 0
    const park = code in TRIES && effect.attempts >= TRIES[code as keyof typeof TRIES]
    const wait = park ? retryMaximum : backoff(effect.attempts, retryMaximum)
    await store.applications.later(effect.id, {
      due: now + Math.max(wait, Math.min(retryAfter, RETRY_AFTER_MAXIMUM)),
      uncertainSince: mayHaveHappened ? now : uncertain,
      note: code,
      park,
    })
  }

  return { run }
}
