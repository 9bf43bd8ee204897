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

/** `days` working days (Monday to Friday) after a date, `YYYY-MM-DD`. */
export function afterWorkingDays(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`)
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1)
    if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) left -= 1
  }
  return date.toISOString().slice(0, 10)
}
