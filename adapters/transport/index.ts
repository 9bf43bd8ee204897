/**
 * Transport Department, Licensing Service 2.4 (SOAP 1.1): contract/licensing.wsdl.
 * It takes no idempotency key: a repeated submission is a second case, so `find` looks our reference up before a retry.
 */
import {
  type Action,
  type ActionNeeded,
  type Adapter,
  AdapterError,
  type AdapterModule,
  type Call,
  type StatusChange,
} from '../adapter.ts'
import { type Answer, type SoapFault, type SoapService, soapService } from '../soap/index.ts'
import {
  FEES,
  type Fees,
  ITEMS,
  keysOf,
  type Licence,
  printDocuments,
  printFiling,
  printLicenceNumber,
  printMobile,
  printOffice,
  RETURN_CODES,
  readDate,
  readInstant,
  readLicence,
  readOffice,
  readStatus,
} from './wire.ts'

export type { Fees, Licence } from './wire.ts'

export interface TransportOptions {
  /** URL of the WSDL; the service is at its origin. */
  readonly wsdl: string
  readonly username: string
  readonly password: string
  /** ms after which a request already sent can no longer open a case. The department promises ten seconds. @default 10000 */
  readonly settles?: number
  /** @default a client made at the first call */
  readonly service?: SoapService
}
export interface Office {
  /** `DL-04` */
  readonly code: string
  readonly name: string
  readonly nameHindi: string | null
  readonly address: string | null
}
export interface TestSlot {
  readonly id: string
  /** RFC 3339 */
  readonly startsAt: string
}
/** What the department can be asked besides. All of it changes nothing. */
export interface TransportAdapter extends Adapter {
  offices(call: Call): Promise<readonly Office[]>
  /** Free slots of the driving test at an office (`DL-04`), in order of time. */
  slots(office: string, call: Call): Promise<readonly TestSlot[]>
  fees(call: Call): Promise<Fees>
  /** By number, with or without hyphens and spaces; null for those that are not in the register. */
  licences(numbers: readonly string[], call: Call): Promise<readonly (Licence | null)[]>
  /** All licences of each mobile number (`+91…`). */
  licencesOfMobiles(mobiles: readonly string[], call: Call): Promise<readonly (readonly Licence[])[]>
  /** What each application (the department's reference) led to; null for what led to none yet. */
  licencesOfApplications(references: readonly string[], call: Call): Promise<readonly (Licence | null)[]>
}

const DEPARTMENT = 'transport'
/** GetStatus and the register take so many at once. */
const BATCH = 50
const DOCUMENT_BYTES = 32_000_000
/** A slip of the pen in any of these is asked for anew, not held against the citizen. */
const NUMBER_QUESTIONS: Readonly<Record<string, string>> = {
  'transport.driving-licence': 'learnerLicenceNumber',
  'transport.licence-renewal': 'licenceNumber',
}

export const adapter: AdapterModule<TransportAdapter> = {
  department: DEPARTMENT,
  environment: {
    TRANSPORT_WSDL_URL: {
      description: "Address of the Transport Department's licensing WSDL.",
      kind: 'url',
      example: 'http://localhost:4100/transport/licensing?wsdl',
    },
    TRANSPORT_USERNAME: { description: 'User of the licensing service.', kind: 'text', example: 'dwar-hub' },
    TRANSPORT_PASSWORD: { description: 'Password of the licensing service.', kind: 'secret', example: 'change-me' },
    TRANSPORT_SETTLES_MS: {
      description: 'The longest, in ms, after which a submission already sent can still open a case.',
      kind: 'integer',
      example: '10000',
      default: '10000',
    },
  },
  create: (values) =>
    transport({
      wsdl: values.TRANSPORT_WSDL_URL!,
      username: values.TRANSPORT_USERNAME!,
      password: values.TRANSPORT_PASSWORD!,
      settles: Number(values.TRANSPORT_SETTLES_MS),
    }),
}

export function transport(options: TransportOptions): TransportAdapter {
  const { wsdl, username, password, settles = 10_000 } = options
  const service = options.service ?? soapService({ department: DEPARTMENT, wsdl, username, password, refusal })

  return {
    department: DEPARTMENT,
    settles,

    async submit(filing, { signal }) {
      const answer = await service.call('SubmitApplication', await printFiling(filing), { signal, changes: true })
      if (answer.text('ExternalRef') !== filing.reference) answer.refuse('ExternalRef is not ours')
      const code = answer.code('ReturnCode', RETURN_CODES)
      if (code === '0') return { reference: caseNumber(answer, answer.text('ApplicationNo')) }
      return curable(code, answer, filing.service) ?? rejected('submit', answer)
    },

    async find(key, { signal }) {
      const answer = await service.call('SearchByExternalRef', { ExternalRef: key }, { signal })
      if (answer.text('ExternalRef') !== key) answer.refuse('ExternalRef is not ours')
      return answer.texts('ApplicationNo').map((number) => ({ reference: caseNumber(answer, number) }))
    },

    async answer(reference, { value, documents }, { signal }) {
      const request = {
        ApplicationNo: reference,
        ReplyText:
          value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value),
        Documents: documents.length ? await printDocuments(documents) : null,
      }
      const answer = await service.call('ReplyToQuery', request, { signal, changes: true })
      own(answer, reference)
      // 61, no query is open: a reply whose answer was lost has been taken, or the office has gone on without it
      if (!['0', '61'].includes(answer.code('ReturnCode', RETURN_CODES))) rejected('answer', answer)
    },

    async withdraw(reference, { signal }) {
      const answer = await service.call('WithdrawApplication', { ApplicationNo: reference }, { signal, changes: true })
      own(answer, reference)
      const code = answer.code('ReturnCode', RETURN_CODES)
      if (code === '51') return 'too-late'
      // 52, withdrawn before: by a try whose answer was lost
      return code === '0' || code === '52' ? 'withdrawn' : rejected('withdraw', answer)
    },

    async status(references, { signal }) {
      const known = new Map<string, StatusChange | Error>()
      for (const some of batches(references)) {
        const answer = await service.call('GetStatus', { ApplicationNo: some }, { signal })
        for (const record of answer.children('StatusRecord')) keepNewest(known, some, record)
      }
      return references.map((reference) => known.get(reference) ?? unknown(reference))
    },

    async certificate(reference, { signal }) {
      const answer = await service.call(
        'GetLicenceDocument',
        { ApplicationNo: reference },
        { signal, maximumBytes: DOCUMENT_BYTES },
      )
      own(answer, reference)
      const code = answer.code('ReturnCode', RETURN_CODES)
      if (code === '41') return null
      if (code !== '0') answer.refuse(`ReturnCode is ${code}`)
      return {
        name: answer.text('FileName'),
        mediaType: answer.text('ContentType'),
        bytes: new Uint8Array(contentOf(answer)),
        issuedOn: readDate(answer, 'IssueDate'),
      }
    },

    async ping({ signal }) {
      const answer = await service.call('GetServiceState', {}, { signal })
      if (answer.text('State') !== 'UP')
        throw new AdapterError('DEPARTMENT_UNAVAILABLE', where('ping'), 'says that it is down')
    },
    close: () => service.close(),

    async offices({ signal }) {
      const answer = await service.call('GetOffices', {}, { signal })
      return answer.children('Office').map((office) => ({
        code: readOffice(office.text('RtoCode')),
        name: office.text('OfficeName'),
        nameHindi: office.optionalText('OfficeNameHindi'),
        address: office.optionalText('OfficeAddress'),
      }))
    },

    async slots(office, { signal }) {
      const answer = await service.call('GetSlots', { RtoCode: printOffice(office) }, { signal })
      return answer
        .children('Slot')
        .map((slot) => ({ id: slot.text('SlotId'), startsAt: readInstant(slot, 'StartsOn') }))
    },

    async fees({ signal }) {
      const answer = await service.call('GetFees', {}, { signal })
      const rupees = new Map(answer.children('Fee').map((fee) => [fee.text('FeeCode'), fee.integer('Rupees')]))
      const amount = (code: keyof typeof FEES) => rupees.get(code) ?? answer.refuse(`Fee ${code} is missing`)
      return Object.fromEntries(keysOf(FEES).map((code) => [FEES[code], amount(code)])) as Fees
    },

    async licences(numbers, { signal }) {
      const wanted = numbers.map(printLicenceNumber)
      const found = await register('GetLicences', 'LicenceNo', wanted, signal)
      const byNumber = new Map(found.map((licence) => [printLicenceNumber(licence.number), licence]))
      return wanted.map((number) => byNumber.get(number) ?? null)
    },

    async licencesOfMobiles(mobiles, { signal }) {
      const found = await register('GetLicencesByMobile', 'MobileNo', mobiles.map(printMobile), signal)
      const byMobile = Map.groupBy(found, ({ mobile }) => mobile)
      return mobiles.map((mobile) => byMobile.get(mobile) ?? [])
    },

    async licencesOfApplications(references, { signal }) {
      const found = await register('GetLicencesByApplication', 'ApplicationNo', references, signal)
      const byApplication = new Map(found.map((licence) => [licence.application, licence]))
      return references.map((reference) => byApplication.get(reference) ?? null)
    },
  }

  async function register(
    operation: string,
    name: string,
    values: readonly string[],
    signal: AbortSignal,
  ): Promise<Licence[]> {
    const found: Licence[] = []
    for (const some of batches([...new Set(values)])) {
      const answer = await service.call(operation, { [name]: some }, { signal })
      found.push(...answer.child('Licences').children('Licence').map(readLicence))
    }
    return found
  }
}

/** R…: a rule of the Act is not met, and the text is for the applicant (annex C). */
function refusal({ code, detail }: SoapFault): string | null {
  const { FaultNo: no, FaultText: text } = detail.LicensingFault ?? {}
  return code === 'Client' && typeof no === 'string' && no.startsWith('R') && typeof text === 'string'
    ? text.trim()
    : null
}

/** What the citizen can put right: another slot, another document, the number of a licence. Nothing was registered. */
function curable(code: string, answer: Answer, service: string): ActionNeeded | null {
  const needed = (kind: Action['kind'], question: string | null, text: string | null) => ({
    action: { kind, text, question, due: null, place: null },
  })
  // the hub asks its own question, in the citizen's language
  if (code === '21') return needed('ANSWER', 'slot', answer.text('ReturnText'))
  if (code === '22' && NUMBER_QUESTIONS[service])
    return needed('ANSWER', NUMBER_QUESTIONS[service], answer.text('ReturnText'))
  if (code === '31') return needed('DOCUMENT', ITEMS[answer.code('ItemCode', keysOf(ITEMS))], answer.text('ReturnText'))
  return null
}

function rejected(operation: string, answer: Answer): never {
  throw new AdapterError(
    'DEPARTMENT_REJECTED',
    { ...where(operation), reason: answer.text('ReturnText') },
    `refused with ${answer.text('ReturnCode')}`,
  )
}

const where = (operation: string) => ({ department: DEPARTMENT, operation })

/** `xsd:long`. An element that is empty, or holds anything else, is no case's number. */
const caseNumber = (answer: Answer, number: string): string =>
  /^\d{1,19}$/.test(number) ? number : answer.refuse('ApplicationNo is no number')

function own(answer: Answer, reference: string): void {
  if (answer.text('ApplicationNo') !== reference) answer.refuse('ApplicationNo is of another case')
}

function contentOf(answer: Answer): Buffer {
  const content = answer.text('Content').replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(content) || content.length % 4) answer.refuse('Content is no base64')
  return Buffer.from(content, 'base64')
}

/** One faulty record spoils no other; of two for one case the later counts. */
function keepNewest(known: Map<string, StatusChange | Error>, asked: readonly string[], record: Answer): void {
  // without one number it is nobody's: the case that it was for stays without an answer
  const reference = attempted(() => record.text('ApplicationNo'))
  if (reference instanceof Error || !asked.includes(reference)) return
  const change = attempted(() => readStatus(record) ?? unknown(reference))
  const before = known.get(reference)
  const isOlder =
    before &&
    !(before instanceof Error) &&
    (change instanceof Error || Number(before.sequence) >= Number(change.sequence))
  if (!isOlder) known.set(reference, change)
}

function attempted<T>(read: () => T): T | Error {
  try {
    return read()
  } catch (error) {
    return error as Error
  }
}

const unknown = (reference: string): AdapterError =>
  new AdapterError('DEPARTMENT_PROTOCOL', where('status'), `has no application ${reference}`)

function batches<T>(values: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(values.length / BATCH) }, (_, index) =>
    values.slice(index * BATCH, (index + 1) * BATCH),
  )
}
