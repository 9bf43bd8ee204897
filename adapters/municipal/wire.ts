/** The shapes of contract/openapi.yaml: what is sent from a filing, and what is read from an answer. */
import type { Action, Filing, StatusChange } from '../adapter.ts'
import {
  boolean,
  date,
  instant,
  integer,
  list,
  type Members,
  nullable,
  object,
  oneOf,
  type Reader,
  ShapeError,
  text,
} from '../rest/json.ts'
import { STATUS } from './status.ts'

export const CASE_CODES = ['RCVD', 'SCRUTINY', 'QUERY', 'APPRVD', 'DLVRD', 'REJCTD', 'WDRAWN'] as const
export type CaseCode = (typeof CASE_CODES)[number]
export const ERROR_CODES = [
  'INVALID_REQUEST',
  'INVALID_CLIENT',
  'INVALID_TOKEN',
  'NOT_FOUND',
  'KEY_REUSED',
  'TOO_LATE',
  'NO_QUERY_OPEN',
  'RECORD_NOT_FOUND',
  'NAME_ALREADY_REGISTERED',
  'NAME_PERIOD_OVER',
  'DOCUMENT_UNREADABLE',
  'TRY_LATER',
  'REGISTER_LOCKED',
  'RATE_LIMITED',
  'OUT_OF_SERVICE',
  'INTERNAL',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Their part of a document, by the path of our question. */
export const PARTS: Readonly<Record<string, string>> = {
  identity: 'applicant_identity',
  certificate: 'certificate_without_name',
  motherIdentity: 'mother_identity',
  fatherIdentity: 'father_identity',
  guardianshipOrder: 'guardianship_order',
  declaration: 'joint_declaration',
}
const SEARCHED = {
  registration_number: 'registrationNumber',
  date_of_birth: 'dateOfBirth',
  sex: 'sex',
  place: 'place',
  mother_name: 'motherName',
  father_name: 'fatherName',
}
/** `QueryTopic` as a path of our questions, for each type of application. */
const TOPICS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BC: { relation: 'relation', ...SEARCHED, purpose: 'purpose', copies: 'copies', applicant_identity: 'identity' },
  CN: {
    relation: 'relation',
    ...SEARCHED,
    given_name: 'childName',
    certificate_without_name: 'certificate',
    mother_identity: 'motherIdentity',
    father_identity: 'fatherIdentity',
    guardianship_order: 'guardianshipOrder',
    joint_declaration: 'declaration',
  },
}
const SEXES = { F: 'FEMALE', M: 'MALE', T: 'TRANSGENDER' } as const
const SEX_CODES = { FEMALE: 'F', MALE: 'M', TRANSGENDER: 'T' } as const
const DELIVERIES: Readonly<Record<string, string>> = { DIGITAL: 'file', POST: 'post', COUNTER: 'counter' }
const KINDS = { text: 'ANSWER', document: 'DOCUMENT', visit: 'APPOINTMENT' } as const
const TYPES: Readonly<Record<string, string>> = { 'municipal.birth-certificate': 'BC', 'municipal.child-name': 'CN' }

export type Sex = keyof typeof SEX_CODES
/** An entry of the register. */
export interface Birth {
  readonly recordId: string
  readonly registrationNumber: string
  readonly registeredOn: string
  readonly dateOfBirth: string
  readonly sex: Sex
  readonly place: string
  readonly name: string | null
  readonly motherName: string | null
  readonly fatherName: string | null
  /** Rupees. */
  readonly lateNameFee: number
}
export interface BirthSearch {
  readonly registrationNumber?: string | null
  readonly dateOfBirth: string
  readonly sex?: Sex | null
  readonly motherName?: string | null
  readonly place?: string | null
}

const lower = (code: string | undefined) => code?.toLowerCase()
/** Without what is absent. */
const present = (members: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null))

/** `NewApplication`. The same for the same filing, so that it can be repeated under its key. */
export function newApplication(filing: Filing): Record<string, unknown> {
  const { input } = filing
  const type = TYPES[filing.service]
  if (!type) throw new TypeError(`the municipality has no service ${filing.service}`)
  const address = input.postalAddress
  const certificate = present({
    purpose: lower(input.purpose),
    copies: input.copies,
    delivery: DELIVERIES[input.delivery],
    address: address && { line: address.line, town: address.town, pin: address.pinCode },
    zone: lower(input.zone),
  })
  return present({
    type,
    external_id: filing.reference,
    submitted_at: filing.submittedAt,
    applicant: present({ relation: lower(input.relation), mobile: filing.mobile }),
    record_id: input.match,
    registration_number: input.registrationNumber,
    date_of_birth: input.dateOfBirth,
    sex: input.sex && SEX_CODES[input.sex as Sex],
    place: input.place,
    mother_name: input.motherName,
    father_name: input.fatherName,
    certificate: type === 'BC' ? certificate : undefined,
    name: type === 'CN' ? { given: input.childName } : undefined,
    fee: filing.fee,
  })
}

/** `BirthSearch`: with a number, by number and date alone. */
export function birthSearch(search: BirthSearch, page: number): Record<string, unknown> {
  const { registrationNumber, dateOfBirth, sex, motherName, place } = search
  if (registrationNumber) return { registration_number: registrationNumber, date_of_birth: dateOfBirth, page }
  return present({ date_of_birth: dateOfBirth, sex: sex && SEX_CODES[sex], mother_name: motherName, place, page })
}

export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  /** Path of our question that the failure is about. */
  readonly question: string | null
}
const failureMembers = object(({ get, optional }): Failure => {
  const part = optional('part', text)
  const question = Object.entries(PARTS).find(([, code]) => code === part)?.[0] ?? null
  return { code: get('code', oneOf(ERROR_CODES)), message: get('message', text), question }
})
/** The `error` of an answer, whatever its status; null where it has none. */
export const failureOf = object(({ optional }) => optional('error', failureMembers) ?? null)

function action(type: string): Reader<Action> {
  return object(({ get, optional }) => ({
    kind: KINDS[get('kind', oneOf(['text', 'document', 'visit']))],
    text: optional('text', text) ?? null,
    question: TOPICS[type]?.[optional('about', text) ?? ''] ?? null,
    due: optional('due_on', date) ?? null,
    place: optional('place', text) ?? null,
  }))
}

const NUMBER = /^(BC|CN)-\d{4}-\d{7}$/
const applicationNumber: Reader<string> = (value, path) => {
  const number = text(value, path)
  if (!NUMBER.test(number)) throw new ShapeError(`${path} is no application's number`)
  return number
}

/** An application of the client's, as a report of its status. */
export interface Application {
  readonly number: string
  readonly externalId: string
  readonly change: StatusChange
}
function applicationOf(members: Members): Application {
  const { get, optional } = members
  const number = get('application_number', applicationNumber)
  const externalId = get('external_id', text)
  const status = STATUS[get('status', oneOf(CASE_CODES))]
  const reason = optional('remarks', text)
  const change: StatusChange = {
    reference: number,
    key: externalId,
    status,
    at: get('changed_at', instant),
    sequence: String(get('sequence', integer)),
    ...(reason === undefined ? {} : { reason }),
    ...(status === 'action_required' ? { action: query(members) } : {}),
  }
  return { number, externalId, change }
}
export const application: Reader<Application> = object(applicationOf)
/** A query without particulars is answered in words. */
const query = ({ get, optional }: Members): Action =>
  optional('query', action(get('type', oneOf(['BC', 'CN'])))) ?? {
    kind: 'ANSWER',
    text: optional('remarks', text) ?? null,
    question: null,
    due: null,
    place: null,
  }

export const applications = object(({ get }) => get('applications', list(application)))

/** An item that is not as agreed spoils no other: it is the ShapeError that says what is wrong with it. */
const orShapeError =
  <T>(reader: Reader<T>): Reader<T | ShapeError> =>
  (value, path) => {
    try {
      return reader(value, path)
    } catch (error) {
      if (error instanceof ShapeError) return error
      throw error
    }
  }

/** One of `StatusList`: null for a number that the office does not know. */
export const statuses = object(({ get }) =>
  get(
    'results',
    list(
      orShapeError(
        object((members) => ({
          number: members.get('application_number', text),
          found: members.has('error') ? null : orShapeError(() => applicationOf(members))(null, ''),
        })),
      ),
    ),
  ),
)

const birthWithDisclosure = object(({ get }) => ({
  sealed: get('disclosure', oneOf(['open', 'sealed'])) === 'sealed',
  birth: {
    recordId: get('record_id', text),
    registrationNumber: get('registration_number', text),
    registeredOn: get('registered_on', date),
    dateOfBirth: get('date_of_birth', date),
    sex: SEXES[get('sex', oneOf(['F', 'M', 'T']))],
    place: get('place', text),
    name: get('name', nullable(text)),
    motherName: get('mother_name', nullable(text)),
    fatherName: get('father_name', nullable(text)),
    lateNameFee: get('late_name_fee', integer),
  } satisfies Birth,
}))
/** Entries that may be shown. */
const births: Reader<Birth[]> = (value, path) =>
  list(birthWithDisclosure)(value, path).flatMap(({ sealed, birth }) => (sealed ? [] : [birth]))

export const birthList = object(({ get }) => get('births', births))
export const birthPage = object(({ get }) => ({
  births: get('births', births),
  /** Entries on this page, shown or not. */
  count: get('births', (value) => (value as unknown[]).length),
  total: get('total', integer),
}))
export const records = object(({ get }) =>
  get(
    'results',
    list(
      object((members) => ({
        number: members.get('application_number', text),
        birth: members.get('record', nullable(birthWithDisclosure))?.birth ?? null,
      })),
    ),
  ),
)
const natural: Reader<number> = (value, path) => {
  const number = integer(value, path)
  if (number < 0) throw new ShapeError(`${path} is below 0`)
  return number
}
export const changePage = object(({ get }) => ({
  changes: get(
    'changes',
    list(
      object((members) => ({
        id: members.get('id', integer),
        application: members.get('application', orShapeError(application)),
      })),
    ),
  ),
  settled: get('settled', natural),
  more: get('more', boolean),
}))
export const notice = object(({ get }) => get('application', application).change)
export const beingPrepared = object(({ get }) => get('status', oneOf(['being_prepared'])))
export { ShapeError }
