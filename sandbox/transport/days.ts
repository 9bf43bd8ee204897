/** Dates of the licensing system: `dd-MM-yyyy`, Indian Standard Time, whatever the machine's zone. Inside, days are `YYYY-MM-DD`. */
const INDIA = 5.5 * 3_600_000
const DAY = 86_400_000

export const dayOf = (instant: Date): string => new Date(instant.getTime() + INDIA).toISOString().slice(0, 10)
/** `dd-MM-yyyy HH:mm:ss` */
export function stampOf(instant: Date): string {
  const local = new Date(instant.getTime() + INDIA).toISOString()
  return `${printed(local.slice(0, 10))} ${local.slice(11, 19)}`
}
/** `YYYY-MM-DD` and `HH:mm`, Indian time. */
export const instantOf = (day: string, time: string): Date => new Date(Date.parse(`${day}T${time}:00Z`) - INDIA)

export const printed = (day: string): string => day.split('-').reverse().join('-')
/** Null for what is no date of the calendar. */
export function scanned(text: string): string | null {
  if (!/^\d\d-\d\d-\d{4}$/.test(text)) return null
  const day = printed(text)
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null
}

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
/** The same day of a later (or earlier) month, or the last one of it. */
export function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)
/** Full years. */
export function age(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}
/** 0 is Sunday. */
export const weekday = (day: string): number => new Date(day).getUTCDay()
