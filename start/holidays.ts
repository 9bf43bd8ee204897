import { readFileSync } from 'node:fs'
import { EnvironmentError } from '../adapters/environment.ts'
import { HolidaysError, parseHolidays, type WorkingDays, workingDays } from '../subgraphs/host/working-days.ts'
import type { Clock, Log } from '../subgraphs/subgraph.ts'

const OWN = new URL('../subgraphs/host/holidays.json', import.meta.url)
const SOON_MS = 60 * 24 * 60 * 60 * 1000

/** The calendar of the departments: of HOLIDAYS_FILE, or the hub's own. Throws an EnvironmentError that says what is wrong with the file. */
export function readWorkingDays(file: string | undefined): WorkingDays {
  try {
    return workingDays(parseHolidays(readFileSync(file || OWN, 'utf8')))
  } catch (error) {
    const said = error instanceof HolidaysError ? error.message : 'it cannot be read'
    throw new EnvironmentError(`HOLIDAYS_FILE is no list of holidays: ${said}`, { cause: error })
  }
}

/** Says for which of the years of today and of sixty days on no holidays are known. */
export function warnOfUnknownYears(days: WorkingDays, clock: Clock, log: Log): void {
  const soon = new Date(clock.now().getTime() + SOON_MS).toISOString().slice(0, 10)
  const years = new Set([clock.today(), soon].filter((date) => !days.knows(date)).map((date) => date.slice(0, 4)))
  for (const year of years)
    log.warn('no holidays are known of a year: only Saturdays and Sundays count as free', { year })
}
