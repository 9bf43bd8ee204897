/** The register of licences: those that applications led to, and specimens whose dates keep their distance from today. */
import type { DatabaseSync } from 'node:sqlite'
import { age, plusDays, plusMonths } from './days.ts'

export interface Licence {
  readonly number: string
  readonly kind: 'L' | 'D'
  readonly name: string
  readonly born: string
  readonly classes: readonly string[]
  readonly issued: string
  readonly expires: string
  readonly rtoCode: string
  readonly mobile: string | null
  readonly applicationNo: number | null
}

const LEARNER_MONTHS = 6

/** Days from today, so that whoever tries the services, whenever, finds them as they are described here. */
function specimens(today: string): Licence[] {
  const learner = (number: string, age: number, classes: readonly string[] = ['2', '4']): Licence => {
    const issued = plusDays(today, -age)
    return { ...person(number, 'L', classes), issued, expires: learnerExpiry(issued) }
  }
  const driving = (number: string, expiresIn: number, classes: readonly string[] = ['2', '4']): Licence => {
    const expires = plusDays(today, expiresIn)
    return { ...person(number, 'D', classes), issued: plusMonths(expires, -240), expires }
  }
  return [
    learner('DL0420250012345', 100),
    learner('DL0420250054321', 10),
    learner('DL0420240011111', 220),
    driving('DL0420110149646', 180),
    driving('DL0920150222222', 3 * 365),
    driving('DL0320130333333', -200),
    driving('DL0120100444444', -900),
    driving('DL0720020555555', -6 * 366),
    driving('DL0820120666666', 90, ['4', '9']),
  ]
}

const person = (number: string, kind: 'L' | 'D', classes: readonly string[]) => ({
  number,
  kind,
  name: 'Asha Devi',
  born: '1990-01-05',
  classes,
  rtoCode: `DL${number.slice(2, 4)}`,
  mobile: null,
  applicationNo: null,
})

export const learnerExpiry = (issued: string): string => plusDays(plusMonths(issued, LEARNER_MONTHS), -1)

/** Section 14 of the Act: until 40 for those below 30, ten years until 50, until 60 for those below 55, then five years. */
export function drivingExpiry(born: string, issued: string): string {
  const years = age(born, issued)
  const birthday = (at: number) => plusDays(plusMonths(born, at * 12), -1)
  if (years < 30) return birthday(40)
  if (years < 50) return plusDays(plusMonths(issued, 120), -1)
  if (years < 55) return birthday(60)
  return plusDays(plusMonths(issued, 60), -1)
}

/** A driving licence can be renewed from one year before its expiry, without growing fees until one year after, without a test until five. */
export const renewalPeriod = (expires: string) => ({
  from: plusMonths(expires, -12),
  grace: plusMonths(expires, 12),
  until: plusMonths(expires, 60),
})

const licenceOf = (row: Record<string, any>): Licence => ({
  number: row.licence_no,
  kind: row.licence_kind,
  name: row.full_name,
  born: row.birth_date,
  classes: JSON.parse(row.cov_codes),
  issued: row.issue_date,
  expires: row.expiry_date,
  rtoCode: row.rto_code,
  mobile: row.mobile_no,
  applicationNo: row.application_no,
})

/** The entry in force for a number. */
export function licence(db: DatabaseSync, number: string, today: string): Licence | null {
  const specimen = specimens(today).find((one) => one.number === number)
  if (specimen) return specimen
  const row = db.prepare('SELECT * FROM licence WHERE licence_no = ? ORDER BY application_no DESC LIMIT 1').get(number)
  return row ? licenceOf(row) : null
}

export const licencesOfMobile = (db: DatabaseSync, mobile: string): Licence[] =>
  db.prepare('SELECT * FROM licence WHERE mobile_no = ? ORDER BY application_no').all(mobile).map(licenceOf)

export function licenceOfApplication(
  db: DatabaseSync,
  applicationNo: number,
): (Licence & { readonly paper: Uint8Array }) | null {
  const row = db.prepare('SELECT * FROM licence WHERE application_no = ?').get(applicationNo)
  return row ? { ...licenceOf(row), paper: row.paper as Uint8Array } : null
}

/** The next number of an office and year; never one that is in the register. */
export function nextNumber(db: DatabaseSync, rtoCode: string, year: string): string {
  const head = `${rtoCode}${year}`
  const last = db.prepare("SELECT max(licence_no) AS last FROM licence WHERE licence_no LIKE ? || '%'").get(head)
    ?.last as string | null
  const serial = last ? Number(last.slice(head.length)) + 1 : 7_000_001
  return `${head}${String(serial).padStart(7, '0')}`
}

export function addLicence(
  db: DatabaseSync,
  entry: Licence & { readonly applicationNo: number },
  paper: Uint8Array,
): void {
  db.prepare('INSERT INTO licence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    entry.applicationNo,
    entry.number,
    entry.kind,
    entry.name,
    entry.born,
    JSON.stringify(entry.classes),
    entry.issued,
    entry.expires,
    entry.rtoCode,
    entry.mobile,
    paper,
  )
}
