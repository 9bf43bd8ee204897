import type { Store } from '../../store/store.ts'
import type { Host } from '../subgraph.ts'
import type { SessionKeeper } from './session.ts'

/** ms between the tries to get what another process holds. */
const AGAIN_MS = 1000

/** Runs work that only one process does at a time: under a lease that lasts as long as this process's session. */
export function held(
  store: Pick<Store, 'leases'>,
  sessions: Pick<SessionKeeper, 'current'>,
  { wait, log }: Pick<Host, 'wait' | 'log'>,
): Host['held'] {
  return async (name, signal, work) => {
    while (!signal.aborted) {
      const session = sessions.current()
      try {
        const token = session.isAlive ? await store.leases.acquire(name, session.id) : null
        if (token !== null) {
          await work(AbortSignal.any([signal, session.signal]), token)
          if (session.isAlive) await store.leases.release(name, session.id)
          if (!signal.aborted && session.isAlive) continue
        }
      } catch (error) {
        log.error('work under a lease ended; it is begun again', error, { lease: name })
      }
      await wait(`lease:${name}`, AGAIN_MS, signal)
    }
  }
}
