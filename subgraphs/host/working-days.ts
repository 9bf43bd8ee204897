/** Monday to Friday, without the holidays of the departments' calendar. Dates are `YYYY-MM-DD`. */
export interface WorkingDays {
  /** The `days`th working day after a date. */
  after(from: string, days: number): string
  /** Working days after `from`, up to and with `to`; 0 where `to` is not later. */
  between(from: string, to: string): number
  /** Whether the holidays of a date's year are known; where not, only Saturdays and Sundays are free. */
  knows(date: string): boolean
}

/** Names of holidays by their dates, by year. */
export type Holidays = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A list of holidays that cannot be used. The message names what is wrong in it. */
export class HolidaysError extends Error {
  override readonly name = 'HolidaysError'
}

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

/** Reads `{ "2026": { "2026-01-26": "Republic Day", … }, … }`. Throws a HolidaysError. */
export function parseHolidays(json: string): Holidays {
  let years: unknown
  try {
    years = JSON.parse(json)
  } catch (cause) {
    throw new HolidaysError('it is no JSON', { cause })
  }
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isRecord(years)) throw new HolidaysError('it is no object of years')
  for (const [year, days] of Object.entries(years)) {
    if (!/^\d{4}$/.test(year) || !isRecord(days)) throw new HolidaysError(`${year} is no year with its days`)
    for (const [date, name] of Object.entries(days)) {
      if (!isDate(date) || !date.startsWith(year)) throw new HolidaysError(`${date} is no day of ${year}`)
      if (typeof name !== 'string' || !name) throw new HolidaysError(`${date} has no name`)
    }
  }
  return years as Holidays
}

export function workingDays(holidays: Holidays): WorkingDays {
  const free = (date: Date, text: string) =>
    date.getUTCDay() === 0 || date.getUTCDay() === 6 || holidays[text.slice(0, 4)]?.[text] !== undefined
  function* from(start: string): Generator<{ text: string; works: boolean }> {
    for (const date = new Date(`${start}T00:00:00Z`); ; ) {
      date.setUTCDate(date.getUTCDate() + 1)
      const text = date.toISOString().slice(0, 10)
      yield { text, works: !free(date, text) }
    }
  }
  return {
    after(start, days) {
      if (days <= 0) return start
      let left = days
      for (const { text, works } of from(start)) if (works && --left === 0) return text
      throw new Error('a calendar has an end')
    },
    between(start, end) {
      let count = 0
      for (const { text, works } of from(start)) {
        if (text > end) return count
        if (works) count++
      }
      return count
    },
    knows: (date) => holidays[date.slice(0, 4)] !== undefined,
  }
}
