/** Shapes of licensing.wsdl: its codes, its dates, and what a filing and its answers look like in them. */
import type { Action, Filing, StatusChange } from '../adapter.ts'
import { isDay } from '../day.ts'
import type { Answer } from '../soap/index.ts'
import { STATUS } from './status.ts'

// codes: licensing.wsdl annex B
export const CASE_STATUSES = ['10', '20', '30', '40', '50', '90', '95'] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]
export const RETURN_CODES = ['0', '11', '21', '22', '31', '41', '42', '51', '52', '61'] as const
export type ReturnCode = (typeof RETURN_CODES)[number]
export const CLASSES = { '2': 'MCWG', '4': 'LMV', '1': 'MCWOG', '9': 'LMV_TR', '12': 'HMV', '58': 'ERIKSH' } as const
export const GENDERS = { '1': 'MALE', '2': 'FEMALE', '3': 'TRANSGENDER' } as const
export const BLOOD_GROUPS = {
  '01': 'A_POSITIVE',
  '02': 'A_NEGATIVE',
  '03': 'B_POSITIVE',
  '04': 'B_NEGATIVE',
  '05': 'AB_POSITIVE',
  '06': 'AB_NEGATIVE',
  '07': 'O_POSITIVE',
  '08': 'O_NEGATIVE',
  '99': 'UNKNOWN',
} as const
export const TEST_LANGUAGES = { ENG: 'ENGLISH', HIN: 'HINDI', PUN: 'PUNJABI', URD: 'URDU' } as const
export const SERVICES = {
  LL: 'transport.learner-licence',
  DL: 'transport.driving-licence',
  RN: 'transport.licence-renewal',
} as const
export const KINDS = { L: 'LEARNER', D: 'DRIVING' } as const
export const FEES = {
  LLC: 'learnerClass',
  LLT: 'learnerTest',
  DLT: 'drivingTest',
  DLI: 'drivingLicence',
  RNW: 'renewal',
  RNL: 'renewalLate',
  RNY: 'renewalYear',
} as const
/** Questions of the services by the item that the department names; `OTH` is none of them. */
export const ITEMS = {
  PHO: 'photograph',
  SIG: 'signature',
  AGE: 'proofOfAge',
  ADR: 'proofOfAddress',
  F1A: 'medicalCertificate',
  GRD: 'guardianConsent',
  SLT: 'slot',
  NAM: 'holder.name',
  REL: 'holder.relativeName',
  DOB: 'dateOfBirth',
  RES: 'holder.address.line',
  OTH: null,
} as const
const QUERY_KINDS = { R: 'ANSWER', D: 'DOCUMENT', V: 'APPOINTMENT' } as const

export type VehicleClass = (typeof CLASSES)[keyof typeof CLASSES]
export type Fees = Readonly<Record<(typeof FEES)[keyof typeof FEES], number>>
export interface Licence {
  /** `DL-0420110149646` */
  readonly number: string
  readonly kind: (typeof KINDS)[keyof typeof KINDS]
  readonly holder: string
  readonly dateOfBirth: string
  readonly classes: readonly VehicleClass[]
  readonly issuedOn: string
  readonly expiresOn: string
  /** Of a driving licence: from when it can be renewed, until when without fees that grow, and until when at all. */
  readonly renewal: { readonly from: string; readonly grace: string; readonly until: string } | null
  /** `DL-04` */
  readonly office: string
  /** `+919810012345` */
  readonly mobile: string | null
  /** The department's reference of the application that led to it. */
  readonly application: string | null
}

export const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[]
/** The code of a word; every value of the schema's enums has one. */
function codeOf<T extends Record<string, string | null>>(table: T, word: string): keyof T & string {
  const code = keysOf(table).find((known) => table[known] === word)
  if (code === undefined) throw new TypeError('a value of the input has no code')
  return code
}

/** `YYYY-MM-DD` ⇄ `dd-MM-yyyy` */
export const printDate = (day: string): string => day.split('-').reverse().join('-')
export function readDate(answer: Answer, name: string): string {
  const text = answer.text(name)
  const day = printDate(text)
  return isDay(day) ? day : answer.refuse(`${name} is no date`)
}
/** `dd-MM-yyyy HH:mm:ss`, Indian time → RFC 3339 */
export function readInstant(answer: Answer, name: string): string {
  const [, date = '', time = ''] = /^(\d\d-\d\d-\d{4}) (\d\d:\d\d:\d\d)$/.exec(answer.text(name)) ?? []
  const instant = new Date(`${printDate(date)}T${time}+05:30`)
  // a 31 February would pass for a day of March
  return Number.isNaN(instant.getTime()) || !isDay(printDate(date))
    ? answer.refuse(`${name} is no time`)
    : instant.toISOString()
}

/** `DL-04` ⇄ `DL04` */
export const printOffice = (office: string): string => office.replace('-', '')
export const readOffice = (code: string): string => `${code.slice(0, 2)}-${code.slice(2)}`
/** `DL-0420110149646`, with or without hyphens and spaces, ⇄ `DL0420110149646` */
export const printLicenceNumber = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, '')
export const readLicenceNumber = (number: string): string => `${number.slice(0, 2)}-${number.slice(2)}`
/** `+919810012345` → `9810012345` */
export const printMobile = (mobile: string): string => mobile.slice(-10)

export async function printFiling(filing: Filing): Promise<object> {
  const { input } = filing
  const service = codeOf(SERVICES, filing.service)
  const licence = input.learnerLicenceNumber ?? input.licenceNumber
  return {
    ExternalRef: filing.reference,
    ServiceCode: service,
    FiledOn: printDate(new Date(Date.parse(filing.submittedAt) + 19_800_000).toISOString().slice(0, 10)),
    MobileNo: filing.mobile && printMobile(filing.mobile),
    RtoCode: printOffice(input.office),
    CovCodes: input.classes && { CovCode: input.classes.map((name: string) => codeOf(CLASSES, name)) },
    LicenceNo: licence && printLicenceNumber(licence),
    SlotId: input.slot,
    TestLanguageCode: input.testLanguage && codeOf(TEST_LANGUAGES, input.testLanguage),
    FeeAmount: filing.fee,
    Applicant: printApplicant(input),
    Documents: await printDocuments(filing.documents),
  }
}

function printApplicant({ holder, dateOfBirth, fit }: Filing['input']): object {
  const address = ({ line, town, pinCode }: Record<string, string>) => ({ Line: line, Town: town, Pin: pinCode })
  return {
    FullName: holder.name,
    RelativeName: holder.relativeName,
    BirthDate: printDate(dateOfBirth),
    GenderCode: codeOf(GENDERS, holder.gender),
    BloodGroupCode: codeOf(BLOOD_GROUPS, holder.bloodGroup),
    IdMark: holder.identificationMark,
    OrganDonor: holder.organDonor ? 'Y' : 'N',
    Form1Declared: fit ? 'Y' : 'N',
    PresentAddress: address(holder.address),
    PermanentAddress: holder.permanentAddress && address(holder.permanentAddress),
  }
}

export async function printDocuments(documents: Filing['documents']): Promise<object> {
  const printed = documents.map(async (document) => ({
    ItemCode: keysOf(ITEMS).find((code) => ITEMS[code] === document.path) ?? 'OTH',
    FileName: document.name,
    ContentType: document.mediaType,
    Content: Buffer.from(await document.read()).toString('base64'),
  }))
  return { Document: await Promise.all(printed) }
}

/** Null for `no such application`. */
export function readStatus(record: Answer): StatusChange | null {
  const reference = record.text('ApplicationNo')
  const code = record.code('ReturnCode', RETURN_CODES)
  if (code === '42') return null
  if (code !== '0') record.refuse('ReturnCode is neither 0 nor 42')
  const status = STATUS[record.code('CaseStatus', CASE_STATUSES)]
  const remarks = record.optionalText('Remarks')
  const change = {
    reference,
    key: record.optionalText('ExternalRef'),
    status,
    at: readInstant(record, 'StatusOn'),
    sequence: String(record.integer('StatusSerial')),
    ...(remarks ? { reason: remarks } : {}),
  }
  return status === 'action_required' ? { ...change, action: readQuery(record.child('Query')) } : change
}

function readQuery(query: Answer): Action {
  const item = query.optionalText('ItemCode')
  return {
    kind: QUERY_KINDS[query.code('QueryKind', keysOf(QUERY_KINDS))],
    text: query.text('QueryText'),
    question: item === null ? null : ITEMS[query.code('ItemCode', keysOf(ITEMS))],
    due: query.has('ReplyBy') ? readDate(query, 'ReplyBy') : null,
    place: query.optionalText('Venue'),
  }
}

export function readLicence(licence: Answer): Licence {
  const kind = KINDS[licence.code('LicenceKind', keysOf(KINDS))]
  const mobile = licence.optionalText('MobileNo')
  return {
    number: readLicenceNumber(licence.text('LicenceNo')),
    kind,
    holder: licence.text('FullName'),
    dateOfBirth: readDate(licence, 'BirthDate'),
    classes: licence
      .child('CovCodes')
      .texts('CovCode')
      .map((code) =>
        Object.hasOwn(CLASSES, code)
          ? CLASSES[code as keyof typeof CLASSES]
          : licence.refuse('CovCode is not a known code'),
      ),
    issuedOn: readDate(licence, 'IssueDate'),
    expiresOn: readDate(licence, 'ExpiryDate'),
    renewal:
      kind === 'DRIVING'
        ? {
            from: readDate(licence, 'RenewalFrom'),
            grace: readDate(licence, 'GraceUntil'),
            until: readDate(licence, 'RenewalUntil'),
          }
        : null,
    office: readOffice(licence.text('RtoCode')),
    mobile: mobile && `+91${mobile}`,
    application: licence.optionalText('ApplicationNo'),
  }
}
