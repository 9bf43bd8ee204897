import { randomInt } from 'node:crypto'
import { type Adapter, AdapterError } from '../../adapters/adapter.ts'
import type { Effect } from '../../store/store.ts'
import { isKeyGone } from '../host/seal.ts'
import type { Session } from '../host/session.ts'
import type { Host } from '../subgraph.ts'
import { ClaimLost, effects, MISUNDERSTOOD, type Try } from './effects.ts'
import { type Guard, RETRY_AFTER_MAXIMUM } from './resilience.ts'
import { DENIED, readOne, SEALED } from './steps.ts'

export interface DispatchOptions {
  /** ms that a department call may take, once it is begun. */
  readonly timeout: number
  /** ms: the longest wait between two tries. */
  readonly retryMaximum: number
}

/** ms since the epoch: when a department asked to be left alone, and until when. */
interface Wait {
  readonly since: number
  readonly until: number
}

const IDLE_MS = 250
const FIRST_RETRY_MS = 500
const PUT_BACK_MS = 500
/** ms between looks for claims whose answer was lost; at once after one that failed. */
const LOOK_MS = 10_000
/** Tries after which a person must look, by what they end with. What a department that is down answers is none of these. */
const TRIES = { DEPARTMENT_PROTOCOL: MISUNDERSTOOD, INTERNAL: 8 } as const
/** Of so many at the head of the queue one is tried while the department is down, the one that was tried least: another may be what it falls over. */
const PROBED = 8

/** Full jitter: anywhere up to twice as long as the last time. */
const backoff = (attempts: number, maximum: number) =>
  randomInt(1, Math.max(2, Math.min(maximum, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20))))

/** Carries out what is owed to one department: claims effects that are due and calls the adapter, outside any transaction. */
export function dispatcher(host: Host, adapter: Adapter, guard: Guard, options: DispatchOptions) {
  const { store, clock, log } = host
  const { retryMaximum, timeout } = options
  const department = adapter.department
  const inFlight = new Map<string, Promise<void>>()
  const flow = flowOf(retryMaximum)
  /** Keeps until when the department asked to be left alone, for whoever dispatches next. */
  const waitName = `wait:${department}`
  let isWaitKnown = false
  /** Tries of each effect since the department went down. */
  const probes = new Map<string, number>()
  /** When it was last made sure, by the monotonic clock, that nothing is claimed which nobody here works on. */
  let looked = 0
  const { handlers, refused } = effects(host, adapter, guard, {
    timeout,
    again: (attempts) => backoff(attempts, retryMaximum),
    parked: retryMaximum,
  })

  async function dispatch(signal: AbortSignal): Promise<void> {
    isWaitKnown = false
    const now = clock.now().getTime()
    const longest = Math.max(retryMaximum, timeout + adapter.settles)
    await store.applications.hasten(department, now, { due: now + longest, sent: now + timeout })
    while (!signal.aborted) {
      const claimed = await claim()
      for (const effect of claimed) {
        const work = process(effect, signal).finally(() => {
          inFlight.delete(effect.id)
          host.wake('effects')
        })
        inFlight.set(effect.id, work)
      }
      if (!claimed.length) await host.wait('effects', IDLE_MS, signal)
      else if (inFlight.size >= flow.width) await Promise.race(inFlight.values())
    }
    await Promise.all(inFlight.values())
  }

  async function claim(): Promise<Effect[]> {
    const session = host.session()
    if (!session.isAlive) return []
    try {
      const now = clock.now().getTime()
      if (!isWaitKnown) await rememberWait(now)
      const room = flow.room(inFlight.size, now)
      const { isUp } = flow
      if (room <= 0) return []
      await giveBackLost(session)
      const found = await store.applications.claim(department, session.id, now, isUp ? room : PROBED)
      const mine = found.filter((effect) => !inFlight.has(effect.id))
      // claimed by a session of this process that has ended, and still in work: when that is over, it is looked at again
      for (const effect of found)
        if (!mine.includes(effect))
          await store.applications.later(effect.id, session.id, { ...effect, due: now + timeout })
      return isUp ? mine : await leastTried(mine, session.id)
    } catch (error) {
      log.error('effects could not be claimed', error, { department })
      looked = 0
      return []
    }
  }

  async function rememberWait(now: number): Promise<void> {
    const kept = await store.cursors.read(waitName)
    const { since, until }: Wait = kept ? JSON.parse(kept) : { since: 0, until: 0 }
    // a clock that was set back since says nothing of how long is left
    if (since <= now) flow.waits(now, until - now)
    isWaitKnown = true
  }

  async function keepWait(since: number, ms: number): Promise<void> {
    const wait: Wait = { since, until: since + ms }
    // where it is not kept, a hub that starts meanwhile asks too early
    await store.cursors
      .write(waitName, JSON.stringify(wait))
      .catch((error) => log.error('a wait could not be kept', error, { department }))
  }

  /** A claim that was refused may have been made all the same: it would be this session's, and nobody's work, for as long as it lives. */
  async function giveBackLost(session: Session): Promise<void> {
    if (looked && performance.now() - looked < LOOK_MS) return
    for (const effect of await store.applications.claimed(department, session.id))
      if (!inFlight.has(effect.id) && !session.inHand.has(effect.id))
        await store.applications.later(effect.id, session.id, effect)
    looked = performance.now()
  }

  function isBack(): void {
    flow.answered()
    probes.clear()
  }

  /** The one that was tried least since the department went down, the oldest first; the others go back to their places. */
  async function leastTried(claimed: readonly Effect[], session: string): Promise<Effect[]> {
    const tried = ({ id }: Effect) => probes.get(id) ?? 0
    const [chosen, ...others] = claimed.toSorted((a, b) => tried(a) - tried(b))
    const kept = chosen ? [chosen] : []
    // what cannot be put back is this session's, and nobody else will try it
    for (const effect of others)
      await store.applications.later(effect.id, session, effect).catch(() => kept.push(effect))
    return kept
  }

  async function process(effect: Effect, signal: AbortSignal): Promise<void> {
    const tried: Try = {
      effect,
      session: host.session(),
      uncertain: effect.uncertainSince,
      sent: false,
      answered: false,
    }
    try {
      const application = await readOne(store, effect.reference)
      if (!application) throw new Error(`effect ${effect.id} has no application`)
      await handlers[effect.kind](tried, application)
      if (tried.answered) isBack()
    } catch (error) {
      if (error instanceof ClaimLost)
        return log.warn('an effect is carried out by another process', { effect: effect.id })
      await failed(tried, error).catch((again) => putBack(tried, again, signal))
    }
  }

  /** The store could not be written: what was claimed is this living session's, and nobody else's, until it can. */
  async function putBack(
    { effect, session, sent, uncertain }: Try,
    failure: unknown,
    signal: AbortSignal,
  ): Promise<void> {
    log.error('an effect could not be put back; it is tried until the store is there again', failure, {
      effect: effect.id,
    })
    while (!signal.aborted && session.isAlive) {
      await new Promise((resolve) => setTimeout(resolve, PUT_BACK_MS))
      const now = clock.now().getTime()
      const change = { due: now, uncertainSince: sent ? now : uncertain, note: 'INTERNAL' }
      const isDone = await store.applications.later(effect.id, session.id, change).then(
        () => true,
        () => false,
      )
      if (isDone) return
    }
  }

  /** What a failure means for the next try. The code decides; see AdapterErrorCode. */
  async function failed(tried: Try, error: unknown): Promise<void> {
    const { effect, session, sent, uncertain } = tried
    const now = clock.now().getTime()
    const code = error instanceof AdapterError ? error.code : 'INTERNAL'
    log.error('a department effect failed', error, { effect: effect.id, attempt: effect.attempts, department })
    if (error instanceof AdapterError && error.code === 'DEPARTMENT_REJECTED') {
      isBack()
      return refused(tried, error.reason ?? null)
    }
    const isDown = code === 'DEPARTMENT_UNAVAILABLE' || code === 'DEPARTMENT_TIMEOUT'
    const wasUp = flow.isUp
    const retryAfter = error instanceof AdapterError ? Math.min(error.retryAfter ?? 0, RETRY_AFTER_MAXIMUM) : 0
    if (isDown) {
      flow.failed(now)
      if (flow.waits(now, retryAfter)) await keepWait(now, retryAfter)
      probes.set(effect.id, (probes.get(effect.id) ?? 0) + 1)
    }
    const denied = effect.kind === 'submit' && sent ? DENIED : uncertain
    const uncertainSince = code === 'DEPARTMENT_UNAVAILABLE' ? denied : sent ? now : uncertain
    const isAnswer = code === 'DEPARTMENT_PROTOCOL' && sent
    const misunderstood = (effect.misunderstood ?? 0) + (isAnswer ? 1 : 0)
    // what was tried while the department was down counts for nothing here
    const isRepeated = !isAnswer && effect.note === code
    const isTriedEnough = code in TRIES && effect.attempts >= TRIES[code as keyof typeof TRIES]
    const park = misunderstood >= MISUNDERSTOOD || (isRepeated && isTriedEnough)
    const wait = park ? retryMaximum : Math.max(backoff(effect.attempts, retryMaximum), retryAfter)
    // while nothing gets through, each keeps its place in the queue, and the queue waits: what was filed first goes first
    const wasNotTaken = isDown && (code === 'DEPARTMENT_UNAVAILABLE' || !sent)
    const keepsPlace = wasNotTaken && (!wasUp || effect.attempts === 1)
    await store.applications.later(effect.id, session.id, {
      due: keepsPlace ? Math.min(effect.due, now) : now + wait,
      uncertainSince,
      note: code,
      raw: await sealedRaw(tried, error),
      misunderstood,
      park: park || undefined,
    })
  }

  /** What came of the department, for whoever looks at it, where it was not understood. */
  async function sealedRaw({ effect, sent }: Try, error: unknown): Promise<string | null> {
    if (!(error instanceof AdapterError) || error.code !== 'DEPARTMENT_PROTOCOL' || !error.raw) return null
    // what it answered to a filing says more than what it answers to the question for its case
    if (effect.kind === 'submit' && !sent && effect.raw !== null) return null
    const application = await readOne(store, effect.reference)
    if (!application) return null
    try {
      return (await host.vaultOf(application.citizen)).seal(error.raw, SEALED.raw)
    } catch (gone) {
      // what a department says of somebody who was erased is not kept either
      if (isKeyGone(gone)) return null
      throw gone
    }
  }

  return {
    /** Carries out what is owed while this process holds the department's queue; resolves when `signal` aborts and nothing is in flight. */
    run: (signal: AbortSignal): Promise<void> => host.held(`dispatch:${department}`, signal, dispatch),
  }
}

const WIDEST = 8
/** ms: one try so often is asked of a department that is down. */
const PROBE_MAXIMUM_MS = 30_000

/** How many calls a department is asked to bear: one at a time while it is down, ever rarer; twice as many with each answer once it is back. */
function flowOf(retryMaximum: number) {
  let width = WIDEST
  let failures = 0
  let quietUntil = 0
  /** By its own word, which no answer to what was asked before takes back. */
  let leftUntil = 0
  return {
    get width() {
      return width
    },
    get isUp() {
      return failures === 0
    },
    room: (inFlight: number, now: number): number => (now < Math.max(quietUntil, leftUntil) ? 0 : width - inFlight),
    answered(): void {
      failures = 0
      quietUntil = 0
      width = Math.min(WIDEST, width * 2)
    },
    failed(now: number): void {
      failures++
      width = 1
      quietUntil = now + backoff(failures, Math.min(retryMaximum, PROBE_MAXIMUM_MS))
    },
    /** Leaves it alone for `ms`; whether that is news. */
    waits(now: number, ms: number): boolean {
      const until = now + Math.min(ms, RETRY_AFTER_MAXIMUM)
      if (until <= Math.max(now, leftUntil)) return false
      leftUntil = until
      return true
    },
  }
}
