import { randomUUID } from 'node:crypto'
import type { Store } from '../../store/store.ts'
import type { Log } from '../subgraph.ts'

/** How long what this process holds is still its own after it was last heard of. */
const SESSION_MS = 9000
const BEAT_MS = 2000
/** Nothing is begun in the last of it: the store's clock may run a little ahead of ours. */
const MARGIN_MS = 1500
const AGAIN_MS = 500

/** This process at work, as the store knows it: see `Sessions`. */
export interface Session {
  /** Changes when a session has ended: a process that slept comes back as another. */
  readonly id: string
  /** Aborts when this session may have ended: whatever it held may be another's by then. */
  readonly signal: AbortSignal
  /** Whether it is certain, by the machine's monotonic clock, that this session still lives. */
  readonly isAlive: boolean
  /** Ids of what is claimed for it outside the dispatchers' work: they leave it alone. */
  readonly inHand: Set<string>
}
export interface SessionKeeper {
  current(): Session
  /** Begins the first session; from then on it is kept alive, and begun anew where it ended. */
  start(): Promise<void>
  /** Ends it: what it held is free at once. */
  stop(): Promise<void>
}

/** `role`: what of the hub this process is (`hub`, `subgraph parks`). */
export function sessionKeeper(store: Pick<Store, 'sessions'>, role: string, log: Log): SessionKeeper {
  let current = fresh()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let beating: Promise<void> = Promise.resolve()

  function fresh() {
    const ended = new AbortController()
    const session = {
      id: randomUUID(),
      until: 0,
      ended,
      signal: ended.signal,
      inHand: new Set<string>(),
      // not the wall clock: a process that was stopped for a while must know it on waking
      get isAlive(): boolean {
        return !ended.signal.aborted && performance.now() < session.until - MARGIN_MS
      },
    }
    return session
  }

  async function begin(): Promise<void> {
    current = fresh()
    const asked = performance.now()
    await store.sessions.begin(current.id, role, SESSION_MS)
    current.until = asked + SESSION_MS
  }

  async function beat(): Promise<void> {
    const session = current
    const asked = performance.now()
    try {
      if (session.until > asked && (await store.sessions.keep(session.id, SESSION_MS))) {
        session.until = asked + SESSION_MS
        return
      }
    } catch (error) {
      log.error('the session could not be kept', error, { role })
      if (performance.now() < session.until - MARGIN_MS) return
    }
    if (!session.ended.signal.aborted) log.warn('the session has ended; another begins', { role })
    session.ended.abort()
    await begin().catch((error) => log.error('a session could not be begun; it is tried again', error, { role }))
  }

  function schedule(): void {
    if (stopped) return
    timer = setTimeout(
      () => {
        beating = beat().finally(schedule)
      },
      current.isAlive ? BEAT_MS : AGAIN_MS,
    )
    timer.unref()
  }

  return {
    current: () => current,
    async start() {
      await begin()
      schedule()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await beating
      current.ended.abort()
      await store.sessions
        .end(current.id)
        .catch((error) => log.error('the session could not be ended', error, { role }))
    },
  }
}
