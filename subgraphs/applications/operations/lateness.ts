import type { Application } from '../../../store/store.ts'
import { isFinal } from '../../filing/lifecycle.ts'
import { change, noteOf } from '../../filing/steps.ts'
import type { Host } from '../../subgraph.ts'

const PAGE = 100
/** ms between looks at the clock: it may be set. */
const LOOK_MS = 1000
/** ms until those are tried again that could not be told. */
const AGAIN_MS = 60_000

/** Whether its day has passed and its department has not decided. */
export const isOverdue = (application: Application, today: string): boolean =>
  application.due !== null &&
  application.due < today &&
  !isFinal(application.status) &&
  application.status !== 'APPROVED'

/** Tells, once, of each application whose day has passed without a decision. */
export function lateness(host: Host) {
  const { store, clock, log } = host

  /** Whether all are told. One that cannot be (its person's key is not to be opened) holds up no other. */
  async function tellOf(today: string, signal: AbortSignal): Promise<boolean> {
    const untold = new Set<string>()
    while (!signal.aborted) {
      const late = await store.applications.late(today, PAGE)
      const fresh = late.filter(({ reference }) => !untold.has(reference))
      for (const { reference } of fresh)
        await change(host, reference, (current) =>
          !current.overdue && isOverdue(current, today)
            ? noteOf(current, 'overdue', 'hub', clock.now(), { changes: { overdue: true } })
            : null,
        ).catch((error) => {
          untold.add(reference)
          log.error('lateness could not be told', error, { reference })
        })
      if (late.length < PAGE || !fresh.length) break
    }
    return !untold.size
  }

  return {
    /** Looks, whenever a day has begun, while this process is the one that does; resolves when `signal` aborts. */
    run: (signal: AbortSignal): Promise<void> =>
      host.held('lateness', signal, async (held) => {
        let looked = ''
        while (!held.aborted) {
          const today = clock.today()
          let wait = LOOK_MS
          if (today !== looked)
            try {
              if (await tellOf(today, held)) looked = today
              else wait = AGAIN_MS
            } catch (error) {
              log.error('lateness could not be told', error)
            }
          await host.wait('lateness', wait, held)
        }
      }),
  }
}
