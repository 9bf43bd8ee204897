import type { Clock } from '../subgraph.ts'

const INDIA = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Kolkata',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** `YYYY-MM-DD` of an instant in Asia/Kolkata. */
export const dateInIndia = (at: Date): string => INDIA.format(at)

/** The machine's clock, or any other source of now. */
export function clockOf(now: () => Date = () => new Date()): Clock {
  return { now, today: () => dateInIndia(now()) }
}
