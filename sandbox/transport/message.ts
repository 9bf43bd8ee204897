/** Reads a request's elements as the WSDL describes them, and prints answers. */
import type { Applicant, PaperIn, Submission } from './cases.ts'
import { BLOOD_GROUPS, CLASSES, GENDERS, ITEMS, OFFICES, SERVICES, TEST_LANGUAGES } from './codes.ts'
import { printed, scanned } from './days.ts'
import { type Licence, renewalPeriod } from './register.ts'

/** A fault of SOAP 1.1, as node-soap's server prints it. */
export class Fault extends Error {
  readonly Fault: object
  constructor(faultcode: string, no: string, text: string) {
    super(text)
    this.Fault = {
      faultcode,
      faultstring: text,
      detail: { LicensingFault: { FaultNo: no, FaultText: text } },
      statusCode: 500,
    }
  }
}
export const malformed = (what: string): Fault =>
  new Fault('soap:Client', 'V100', `${what} is not as the WSDL describes it`)
/** A mandatory field that is not there: said in an ordinary answer. */
export class Missing extends Error {}

const NAME_LENGTH = 100

/** Text of an element; null where it is missing or empty. */
export function textOf(value: any): string | null {
  const text = typeof value === 'object' && value !== null ? value.$value : value
  return text === undefined || text === null || String(text).trim() === '' ? null : String(text).trim()
}
export const listOf = (value: any): any[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

function given(parent: any, name: string): string {
  const text = textOf(parent?.[name])
  if (text === null) throw new Missing(name)
  return text
}
function coded(parent: any, name: string, codes: Readonly<Record<string, unknown>>): string {
  const code = given(parent, name)
  if (!Object.hasOwn(codes, code)) throw malformed(name)
  return code
}
function dated(parent: any, name: string): string {
  const day = scanned(given(parent, name))
  if (day === null) throw malformed(name)
  return day
}
function named(parent: any, name: string): string {
  const text = given(parent, name)
  if ([...text].length > NAME_LENGTH) throw malformed(name)
  return text
}
const optional = (parent: any, name: string, pattern: RegExp): string | null => {
  const text = textOf(parent?.[name])
  if (text !== null && !pattern.test(text)) throw malformed(name)
  return text
}

export function applicationNoOf(value: any): number {
  const text = textOf(value) ?? ''
  if (!/^\d{1,15}$/.test(text)) throw malformed('ApplicationNo')
  return Number(text)
}

export function submissionOf(request: any): Submission {
  const service = coded(request, 'ServiceCode', SERVICES) as Submission['service']
  const rtoCode = given(request, 'RtoCode')
  if (!OFFICES.some(([code]) => code === rtoCode)) throw malformed('RtoCode')
  const classes = listOf(request.CovCodes?.CovCode).map((code) => textOf(code) ?? '')
  if (classes.some((code) => !Object.hasOwn(CLASSES, code)) || new Set(classes).size < classes.length)
    throw malformed('CovCodes')
  if (service !== 'RN' && !classes.length) throw new Missing('CovCodes')
  const testLanguage = service === 'LL' ? coded(request, 'TestLanguageCode', TEST_LANGUAGES) : null
  const fee = optional(request, 'FeeAmount', /^\d{1,7}$/)
  const externalRef = given(request, 'ExternalRef')
  if (externalRef.length > 40) throw malformed('ExternalRef')
  return {
    externalRef,
    service,
    filedOn: dated(request, 'FiledOn'),
    mobile: optional(request, 'MobileNo', /^[6-9]\d{9}$/),
    rtoCode,
    classes,
    licenceNo: service === 'LL' ? null : licenceNoOf(given(request, 'LicenceNo')),
    slotId: service === 'DL' ? given(request, 'SlotId') : null,
    testLanguage,
    fee: fee === null ? null : Number(fee),
    applicant: applicantOf(request.Applicant),
    documents: documentsOf(request.Documents),
  }
}

export function licenceNoOf(value: any): string {
  const number = textOf(value) ?? ''
  if (!/^[A-Z]{2}\d{13}$/.test(number)) throw malformed('LicenceNo')
  return number
}

function applicantOf(applicant: any): Applicant {
  const address = (value: any) => ({ Line: given(value, 'Line'), Town: given(value, 'Town'), Pin: given(value, 'Pin') })
  const yesNo = (name: string) => coded(applicant, name, { Y: true, N: true })
  return {
    FullName: named(applicant, 'FullName'),
    RelativeName: named(applicant, 'RelativeName'),
    BirthDate: dated(applicant, 'BirthDate'),
    GenderCode: coded(applicant, 'GenderCode', GENDERS),
    BloodGroupCode: coded(applicant, 'BloodGroupCode', BLOOD_GROUPS),
    IdMark: given(applicant, 'IdMark'),
    OrganDonor: yesNo('OrganDonor'),
    Form1Declared: yesNo('Form1Declared'),
    PresentAddress: address(applicant.PresentAddress),
    PermanentAddress: applicant.PermanentAddress ? address(applicant.PermanentAddress) : null,
  }
}

export function documentsOf(documents: any): PaperIn[] {
  return listOf(documents?.Document).map((document) => ({
    itemCode: coded(document, 'ItemCode', ITEMS),
    fileName: given(document, 'FileName'),
    contentType: given(document, 'ContentType'),
    content: Buffer.from(textOf(document.Content) ?? '', 'base64'),
  }))
}

export function licenceElement(licence: Licence): object {
  const period = licence.kind === 'D' ? renewalPeriod(licence.expires) : null
  return {
    LicenceNo: licence.number,
    LicenceKind: licence.kind,
    FullName: licence.name,
    BirthDate: printed(licence.born),
    CovCodes: { CovCode: [...licence.classes] },
    IssueDate: printed(licence.issued),
    ExpiryDate: printed(licence.expires),
    ...(period && {
      RenewalFrom: printed(period.from),
      GraceUntil: printed(period.grace),
      RenewalUntil: printed(period.until),
    }),
    RtoCode: licence.rtoCode,
    ...(licence.mobile && { MobileNo: licence.mobile }),
    ...(licence.applicationNo && { ApplicationNo: licence.applicationNo }),
  }
}
