import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { HolidaysError, parseHolidays, workingDays } from '../../subgraphs/host/working-days.ts'

const own = workingDays(
  parseHolidays(readFileSync(new URL('../../subgraphs/host/holidays.json', import.meta.url), 'utf8')),
)

describe('working days', () => {
  it('pass over Saturdays, Sundays and holidays', () => {
    // Friday before the Monday that is Republic Day
    expect(own.after('2026-01-23', 1)).toBe('2026-01-27')
    expect(own.after('2026-10-01', 2)).toBe('2026-10-06')
    expect(own.after('2026-01-23', 0)).toBe('2026-01-23')
  })
  it('count from the day behind the filing, though that was a Saturday, a Sunday or a holiday, and over the end of a year', () => {
    for (const friday of ['2026-02-06', '2026-02-07', '2026-02-08'])
      expect([own.after(friday, 1), own.after(friday, 5)]).toEqual(['2026-02-09', '2026-02-13'])
    expect(own.after('2026-01-26', 1)).toBe('2026-01-27')
    expect(own.after('2026-12-26', 7)).toBe('2027-01-05')
    expect(own.between('2026-12-26', '2027-01-05')).toBe(7)
    // of the next year nothing is known
    expect(own.knows('2028-01-03')).toBe(false)
    expect(own.after('2027-12-31', 1)).toBe('2028-01-03')
  })
  it('between two dates are those by which the second comes after the first', () => {
    for (const days of [1, 3, 7, 30]) expect(own.between('2026-01-23', own.after('2026-01-23', days))).toBe(days)
    expect(own.between('2026-01-23', '2026-01-26')).toBe(0)
    expect(own.between('2026-01-23', '2026-01-20')).toBe(0)
  })
  it('of a year without a list are all from Monday to Friday', () => {
    expect(own.knows('2027-06-01')).toBe(true)
    expect(own.knows('2031-06-01')).toBe(false)
    expect(own.after('2031-01-24', 1)).toBe('2031-01-27')
  })
})

describe('a list of holidays', () => {
  it.each([
    ['{', 'it is no JSON'],
    ['[]', 'it is no object of years'],
    ['{"26":{}}', '26 is no year with its days'],
    ['{"2026":["2026-01-26"]}', '2026 is no year with its days'],
    ['{"2026":{"2026-02-30":"None"}}', '2026-02-30 is no day of 2026'],
    ['{"2026":{"2027-01-26":"Republic Day"}}', '2027-01-26 is no day of 2026'],
    ['{"2026":{"2026-01-26":""}}', '2026-01-26 has no name'],
  ])('%s is refused: %s', (json, message) => {
    expect(() => parseHolidays(json)).toThrow(HolidaysError)
    expect(() => parseHolidays(json)).toThrow(message)
  })
})
