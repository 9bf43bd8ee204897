/** Departments that lie, and clerks who decide; both by a seed. */
import type { Mode } from '../journeys/departments.ts'
import type { Filing } from './ledger.ts'
import { type Outside, pause } from './outside.ts'

const MODES: readonly Mode[] = [
  'unavailable',
  'slow',
  'hang',
  'fault',
  'garbage',
  'half',
  'lost-answer',
  'duplicate',
  'out-of-order',
]
/** Those that say what has happened wrongly come more often: they are what opens a second case. */
export const DRAWN: readonly Mode[] = [...MODES, 'lost-answer', 'half', 'lost-answer']
const MOOD_MS = 3000
const RATE = 0.3

interface Moods {
  readonly outside: Outside
  readonly departments: readonly string[]
  readonly modes: readonly Mode[]
  readonly random: () => number
}

/** Gives each department another mood every few seconds until `signal` aborts; then all are kind. */
export async function moods({ outside, departments, modes, random }: Moods, signal: AbortSignal): Promise<void> {
  const set = (department: string, mode: Mode | null) =>
    outside.control(`${department}/rude`, { mode, rate: RATE, seed: Math.floor(random() * 1e9) })
  while (!signal.aborted) {
    for (const department of departments) await set(department, modes[Math.floor(random() * modes.length)]!)
    await Promise.race([pause(MOOD_MS), new Promise((resolve) => signal.addEventListener('abort', resolve))])
  }
  for (const department of departments) await set(department, null)
}

const LOOK_MS = 400
const BETWEEN_MS = 1500
/** A case that is not there by then is missed by the verdict, too. */
const PATIENCE_MS = 120_000

/** The clerk takes a case on and decides it, as soon as it can be acted on. */
export async function decides(outside: Outside, filing: Filing, random: () => number): Promise<void> {
  const [reference] = filing.references
  if (!reference || !filing.outcome) return
  for (const status of ['in_review', filing.outcome]) {
    await pause(random() * BETWEEN_MS)
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const done = await outside
        .control(`${filing.department}/cases/${reference}`, { status, reason: 'as decided' })
        .then(
          () => true,
          () => false,
        )
      if (done) break
      const view = await outside.caseOf(filing.department, reference).catch(() => null)
      // the act was done, and its answer lost
      if (view && (view.status === status || view.status === filing.outcome)) break
      await pause(LOOK_MS)
    }
  }
}
