import type { Application } from '../../store/store.ts'
import type { Host } from '../subgraph.ts'
import { change, noteOf } from './steps.ts'

const PAGE = 100
/** ms between looks at the clock: it may be set. */
const LOOK_MS = 1000
const AGAIN_MS = 60_000

/** Tells, once, of each application that waits for its department longer than `delay` (ms), that it takes longer and is not lost. */
export function delays(host: Host, department: string, delay: number) {
  const { store, clock, log } = host
  /** Those that could not be told (their person's key is not to be opened) hold up no other: when they are tried again, by the monotonic clock. */
  const untold = new Map<string, number>()

  /** Since when it waits: one that was filed anew has not waited since its first filing. Null where that is not known yet. */
  async function waitsSince(application: Application): Promise<number | null> {
    const events = await store.applications.events(application.reference)
    const last = events.findLast(({ name }) => name === 'submitted' || name === 'resubmitted')
    return last && events.length === application.events ? Date.parse(last.at) : null
  }

  async function look(): Promise<void> {
    const before = clock.now().getTime() - delay
    for (const slow of await store.applications.slow(department, new Date(before).toISOString(), PAGE)) {
      const since = await waitsSince(slow)
      if (since === null || since >= before || performance.now() < (untold.get(slow.reference) ?? 0)) continue
      untold.delete(slow.reference)
      await change(host, slow.reference, (current) =>
        current.status === 'SUBMITTED' && !current.delayed
          ? noteOf(current, 'delayed', 'hub', clock.now(), { changes: { delayed: true } })
          : null,
      ).catch((error) => {
        untold.set(slow.reference, performance.now() + AGAIN_MS)
        log.error('a delay could not be told', error, { reference: slow.reference })
      })
    }
  }

  return {
    /** Looks while this process holds the department's delays; resolves when `signal` aborts. */
    run: (signal: AbortSignal): Promise<void> =>
      host.held(`delays:${department}`, signal, async (held) => {
        while (!held.aborted) {
          await look().catch((error) => log.error('delays could not be told', error, { department }))
          await host.wait(`delays:${department}`, LOOK_MS, held)
        }
      }),
  }
}
