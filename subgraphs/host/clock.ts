import type { Clock } from '../subgraph.ts'

const INDIA = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Kolkata',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** `YYYY-MM-DD` of an instant in Asia/Kolkata. */
export const dateInIndia = (at: Date): string => INDIA.format(at)

/**
 * A source of now that never runs backwards: where the wall clock is set back, time goes on by the monotonic one until
 * the wall clock has caught up.
 */
export function steady(wall: () => Date, monotonic: () => number = () => performance.now()): () => Date {
  let last = Number.NEGATIVE_INFINITY
  let mark = 0
  return () => {
    const now = wall().getTime()
    const gone = monotonic()
    last = now >= last ? now : last + Math.max(0, gone - mark)
    mark = gone
    return new Date(last)
  }
}

/** The machine's clock, or any other source of now; steady in either case. */
export function clockOf(wall: () => Date = () => new Date()): Clock {
  const now = steady(wall)
  return { now, today: () => dateInIndia(now()) }
}
