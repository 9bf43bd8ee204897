import { dateInIndia } from '../../host/clock.ts'
import type { Host } from '../../subgraph.ts'

/** How many of a service's last decisions count. */
const DECISIONS = 1000
/** ms that figures are kept for: so many times what it took to read them, within these. */
const KEPT = { times: 50, least: 2000, most: 60_000 } as const

/** `ServicePerformance` of the schema, its service by code. */
interface Figures {
  readonly code: string
  readonly applications: number
  readonly medianDays: number | null
  readonly shareLate: number | null
}

/** Middle of an ascending list, which is not empty. */
const median = (sorted: readonly number[]): number => {
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** How long each service took to be decided of late, and how often that was, or is by now, too late. Read anew after two seconds; where that is much work, once a minute. */
export function performance(host: Host) {
  let kept: { readonly at: number; lasts: number; readonly figures: Promise<readonly Figures[]> } | null = null

  async function figuresOf(code: string): Promise<Figures> {
    const { applications } = host.store
    const [decided, overdue] = await Promise.all([
      applications.decided(code, DECISIONS),
      applications.undecided(code, DECISIONS),
    ])
    const due = decided.length + overdue
    if (!due) return { code, applications: 0, medianDays: null, shareLate: null }
    const days = decided.map(({ submittedAt, decidedAt }) =>
      host.workingDays.between(dateInIndia(new Date(submittedAt)), dateInIndia(new Date(decidedAt!))),
    )
    const late = decided.filter(({ due, decidedAt }) => due !== null && dateInIndia(new Date(decidedAt!)) > due)
    return {
      code,
      applications: decided.length,
      medianDays: days.length ? median(days.toSorted((a, b) => a - b)) : null,
      shareLate: (late.length + overdue) / due,
    }
  }

  return async () => {
    const now = host.clock.now().getTime()
    // a clock that was set back makes them old, too
    if (!kept || Math.abs(now - kept.at) >= kept.lasts) {
      const begun = globalThis.performance.now()
      const figures = Promise.all(host.catalogue.services.map(({ code }) => figuresOf(code)))
      const reading = { at: now, lasts: KEPT.most as number, figures }
      kept = reading
      figures.then(
        () => {
          const took = globalThis.performance.now() - begun
          reading.lasts = Math.min(KEPT.most, Math.max(KEPT.least, took * KEPT.times))
        },
        () => {
          if (kept === reading) kept = null
        },
      )
    }
    return (await kept.figures).map(({ code, ...figures }) => ({
      ...figures,
      service: host.catalogue.services.find((service) => service.code === code),
    }))
  }
}
