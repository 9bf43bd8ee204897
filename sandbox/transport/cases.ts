/** Applications in the licensing system. */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { CaseView } from '../office.ts'
import {
  BLOOD_GROUPS,
  CASE_STATUS,
  type CaseStatusCode,
  CLASSES,
  GENDERS,
  licenceWords,
  officeWords,
  SERVICES,
  type ServiceCode,
  TEST_LANGUAGES,
} from './codes.ts'
import { dayOf } from './days.ts'
import { slotOf } from './slots.ts'

export interface Address {
  readonly Line: string
  readonly Town: string
  readonly Pin: string
}
/** As submitted; dates `YYYY-MM-DD`. */
export interface Applicant {
  readonly FullName: string
  readonly RelativeName: string
  readonly BirthDate: string
  readonly GenderCode: string
  readonly BloodGroupCode: string
  readonly IdMark: string
  readonly OrganDonor: string
  readonly Form1Declared: string
  readonly PresentAddress: Address
  readonly PermanentAddress: Address | null
}
export interface Submission {
  readonly externalRef: string
  readonly service: ServiceCode
  readonly filedOn: string
  readonly mobile: string | null
  readonly rtoCode: string
  readonly classes: readonly string[]
  readonly licenceNo: string | null
  readonly slotId: string | null
  readonly testLanguage: string | null
  readonly fee: number | null
  readonly applicant: Applicant
  readonly documents: readonly PaperIn[]
}
export interface PaperIn {
  readonly itemCode: string
  readonly fileName: string
  readonly contentType: string
  readonly content: Uint8Array
}
export interface Query {
  readonly kind: 'R' | 'D' | 'V'
  readonly text: string
  readonly itemCode: string | null
  readonly replyBy: string | null
  readonly venue: string | null
}
export interface Case extends Omit<Submission, 'documents'> {
  readonly applicationNo: number
  readonly status: CaseStatusCode
  readonly serial: number
}
export interface Status {
  readonly serial: number
  readonly status: CaseStatusCode
  /** ISO */
  readonly on: string
  readonly remarks: string | null
  readonly query: Query | null
}

/** Ten digits: year, then a serial. */
export function nextApplicationNo(db: DatabaseSync, now: Date): number {
  const first = Number(dayOf(now).slice(0, 4)) * 1_000_000
  const last = db
    .prepare('SELECT max(application_no) AS last FROM application WHERE application_no BETWEEN ? AND ?')
    .get(first, first + 999_999)?.last
  return (last === null || last === undefined ? first : Number(last)) + 1
}

export function addCase(db: DatabaseSync, applicationNo: number, submission: Submission, now: Date): void {
  const {
    externalRef,
    service,
    filedOn,
    mobile,
    rtoCode,
    classes,
    licenceNo,
    slotId,
    testLanguage,
    fee,
    applicant,
    documents,
  } = submission
  db.prepare('INSERT INTO application VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    applicationNo,
    externalRef,
    service,
    filedOn,
    mobile,
    rtoCode,
    JSON.stringify(classes),
    licenceNo,
    slotId,
    testLanguage,
    fee,
    JSON.stringify(applicant),
    '10',
    0,
  )
  addDocuments(db, applicationNo, documents)
  setStatus(db, applicationNo, '10', now, null, null)
}

export function addDocuments(db: DatabaseSync, applicationNo: number, documents: readonly PaperIn[]): void {
  const first = Number(
    db.prepare('SELECT count(*) AS count FROM document WHERE application_no = ?').get(applicationNo)!.count,
  )
  const add = db.prepare('INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const [index, { itemCode, fileName, contentType, content }] of documents.entries())
    add.run(applicationNo, first + index, itemCode, fileName, contentType, content.byteLength, sha256(content), content)
}

export function setStatus(
  db: DatabaseSync,
  applicationNo: number,
  status: CaseStatusCode,
  now: Date,
  remarks: string | null,
  query: Query | null,
): void {
  db.prepare('UPDATE application SET case_status = ?, status_serial = status_serial + 1 WHERE application_no = ?').run(
    status,
    applicationNo,
  )
  db.prepare(
    'INSERT INTO status_change SELECT application_no, status_serial, case_status, ?, ?, ? FROM application WHERE application_no = ?',
  ).run(now.toISOString(), remarks, query && JSON.stringify(query), applicationNo)
}

export function caseOf(db: DatabaseSync, applicationNo: number): Case | null {
  const row = db.prepare('SELECT * FROM application WHERE application_no = ?').get(applicationNo)
  return row ? caseOfRow(row) : null
}

const caseOfRow = (row: Record<string, any>): Case => ({
  applicationNo: Number(row.application_no),
  externalRef: row.external_ref,
  service: row.service_code,
  filedOn: row.filed_on,
  mobile: row.mobile_no,
  rtoCode: row.rto_code,
  classes: JSON.parse(row.cov_codes),
  licenceNo: row.licence_no,
  slotId: row.slot_id,
  testLanguage: row.test_language_code,
  fee: row.fee_amount,
  applicant: JSON.parse(row.applicant),
  status: row.case_status,
  serial: Number(row.status_serial),
})

export const casesOfRef = (db: DatabaseSync, externalRef: string): number[] =>
  db
    .prepare('SELECT application_no FROM application WHERE external_ref = ? ORDER BY application_no')
    .all(externalRef)
    .map((row) => Number(row.application_no))

/** The changes of a case, oldest first. */
export const statusesOf = (db: DatabaseSync, applicationNo: number): Status[] =>
  db
    .prepare('SELECT * FROM status_change WHERE application_no = ? ORDER BY status_serial')
    .all(applicationNo)
    .map((row: Record<string, any>) => ({
      serial: Number(row.status_serial),
      status: row.case_status,
      on: row.status_on,
      remarks: row.remarks,
      query: row.query && JSON.parse(row.query),
    }))

export function documentOf(db: DatabaseSync, applicationNo: number, position: number) {
  const row = db
    .prepare('SELECT * FROM document WHERE application_no = ? AND position = ?')
    .get(applicationNo, position) as Record<string, any> | undefined
  return row
    ? { name: row.file_name as string, mediaType: row.content_type as string, bytes: row.content as Uint8Array }
    : null
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** All cases as a person reads them, oldest first. */
/** All cases, or those with this number or reference. */
export function caseViews(db: DatabaseSync, named?: string): CaseView[] {
  const [which, values] =
    named === undefined
      ? ['', []]
      : [
          'WHERE application_no IN (SELECT application_no FROM application WHERE application_no = ? OR external_ref = ?)',
          [/^\d{1,15}$/.test(named) ? Number(named) : -1, named],
        ]
  const grouped = (sql: string) =>
    Map.groupBy(db.prepare(sql).all(...values) as Record<string, any>[], (row) => Number(row.application_no))
  const documents = grouped(
    `SELECT application_no, file_name, content_type, size, sha256 FROM document ${which} ORDER BY application_no, position`,
  )
  const replies = grouped(`SELECT application_no, reply_text FROM reply ${which} ORDER BY rowid`)
  const licences = grouped(`SELECT application_no, licence_no FROM licence ${which}`)
  return db
    .prepare(`SELECT * FROM application ${which} ORDER BY application_no`)
    .all(...values)
    .map((row) => {
      const one = caseOfRow(row)
      const number = one.applicationNo
      return {
        reference: String(number),
        key: one.externalRef,
        service: `transport.${SERVICES[one.service]}`,
        status: CASE_STATUS[one.status],
        fields: fieldsOf(
          one,
          licences.get(number)?.[0]?.licence_no,
          replies.get(number)?.map((reply) => reply.reply_text),
        ),
        documents: (documents.get(number) ?? []).map(({ file_name, content_type, size, sha256: hash }) => ({
          name: file_name,
          mediaType: content_type,
          size,
          sha256: hash,
        })),
      }
    })
}

function fieldsOf(
  one: Case,
  issued: string | undefined,
  replies: readonly string[] | undefined,
): Record<string, unknown> {
  const { applicant } = one
  const address = ({ Line, Town, Pin }: Address) => ({ line: Line, town: Town, pinCode: Pin })
  const slot = one.slotId === null ? null : slotOf(one.slotId)
  const fields: Record<string, unknown> = {
    name: applicant.FullName,
    relativeName: applicant.RelativeName,
    dateOfBirth: applicant.BirthDate,
    gender: GENDERS[applicant.GenderCode],
    bloodGroup: BLOOD_GROUPS[applicant.BloodGroupCode],
    address: address(applicant.PresentAddress),
    permanentAddress: applicant.PermanentAddress && address(applicant.PermanentAddress),
    identificationMark: applicant.IdMark,
    organDonor: applicant.OrganDonor === 'Y',
    fit: applicant.Form1Declared === 'Y',
    mobile: one.mobile && `+91${one.mobile}`,
    office: officeWords(one.rtoCode),
    classes: one.classes.length ? one.classes.map((code) => CLASSES[code]) : null,
    [one.service === 'DL' ? 'learnerLicenceNumber' : 'licenceNumber']: one.licenceNo && licenceWords(one.licenceNo),
    slot: one.slotId,
    slotTime: slot && `${slot.day} ${slot.time}`,
    testLanguage: one.testLanguage && TEST_LANGUAGES[one.testLanguage],
    fee: one.fee,
    filedOn: one.filedOn,
    replies,
    licenceIssued: issued && licenceWords(issued),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
}
