/** The operations of the WSDL, each from its request's elements to its answer's. */
import type { DatabaseSync } from 'node:sqlite'
import {
  addCase,
  addDocuments,
  type Case,
  caseOf,
  casesOfRef,
  nextApplicationNo,
  type Status,
  type Submission,
  setStatus,
  statusesOf,
} from './cases.ts'
import { paperOf } from './clerk.ts'
import { DECIDED, FEES, OFFICES } from './codes.ts'
import { transaction } from './database.ts'
import { dayOf, printed, stampOf } from './days.ts'
import {
  applicationNoOf,
  documentsOf,
  Fault,
  licenceElement,
  licenceNoOf,
  listOf,
  Missing,
  malformed,
  submissionOf,
  textOf,
} from './message.ts'
import { licence, licenceOfApplication, licencesOfMobile } from './register.ts'
import { brokenRule } from './rules.ts'
import { freeSlots, releaseSlots, startsOn, takeSlot } from './slots.ts'

export interface Desk {
  readonly db: DatabaseSync
  now(): Date
  /** How a batch of statuses is misreported, if it is. */
  readonly statusRudeness: 'duplicate' | 'out-of-order' | null
}
type Operation = (request: any, desk: Desk) => object

const BATCH = 50
const RETURN_TEXTS = {
  '0': 'Done',
  '11': 'A mandatory field is missing',
  '21': 'The slot is not available. Please choose another.',
  '22': 'The licence is not in the register',
  '31': 'A document cannot be read',
  '41': 'The licence is not printed yet',
  '42': 'No such application',
  '51': 'The case is decided',
  '52': 'Withdrawn before',
  '61': 'No query is open',
} as const
const returned = (code: keyof typeof RETURN_TEXTS) => ({ ReturnCode: code, ReturnText: RETURN_TEXTS[code] })

function batchOf<T>(values: any, name: string, read: (value: any) => T): T[] {
  const list = listOf(values)
  if (!list.length || list.length > BATCH) throw malformed(`the number of ${name}`)
  return list.map(read)
}

/** Operations that change something. */
export const CHANGES: ReadonlySet<string> = new Set(['SubmitApplication', 'ReplyToQuery', 'WithdrawApplication'])

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  SubmitApplication(request, desk) {
    const ExternalRef = textOf(request.ExternalRef) ?? ''
    try {
      return { ...submit(submissionOf(request), desk), ExternalRef }
    } catch (error) {
      if (error instanceof Missing)
        return { ...returned('11'), ReturnText: `${RETURN_TEXTS['11']}: ${error.message}`, ExternalRef }
      throw error
    }
  },

  SearchByExternalRef(request, { db }) {
    const ExternalRef = textOf(request.ExternalRef) ?? ''
    return { ExternalRef, ApplicationNo: casesOfRef(db, ExternalRef) }
  },

  GetStatus(request, desk) {
    const records = batchOf(request.ApplicationNo, 'ApplicationNo', applicationNoOf).map((number) =>
      statusRecord(number, desk),
    )
    if (desk.statusRudeness === 'duplicate') return { StatusRecord: [...records, ...records] }
    return { StatusRecord: desk.statusRudeness === 'out-of-order' ? records.toReversed() : records }
  },

  ReplyToQuery(request, { db, now }) {
    const number = applicationNoOf(request.ApplicationNo)
    const one = caseOf(db, number)
    const code = transaction(db, () => (one ? reply(db, one, request, now()) : '42'))
    return { ApplicationNo: number, ...returned(code) }
  },

  WithdrawApplication(request, { db, now }) {
    const number = applicationNoOf(request.ApplicationNo)
    return { ApplicationNo: number, ...returned(transaction(db, () => withdraw(db, number, now()))) }
  },

  GetLicenceDocument(request, { db }) {
    const number = applicationNoOf(request.ApplicationNo)
    const issued = licenceOfApplication(db, number)
    const paper = paperOf(db, String(number))
    if (!issued || !paper) return { ApplicationNo: number, ...returned(caseOf(db, number) ? '41' : '42') }
    return {
      ApplicationNo: number,
      ...returned('0'),
      FileName: paper.name,
      ContentType: 'application/pdf',
      IssueDate: printed(issued.issued),
      Content: Buffer.from(paper.bytes).toString('base64'),
    }
  },

  GetLicences(request, { db, now }) {
    const numbers = batchOf(request.LicenceNo, 'LicenceNo', licenceNoOf)
    return listed(numbers.flatMap((number) => licence(db, number, dayOf(now())) ?? []))
  },
  GetLicencesByMobile: (request, { db }) =>
    listed(
      batchOf(request.MobileNo, 'MobileNo', (value) => textOf(value) ?? '').flatMap((mobile) =>
        licencesOfMobile(db, mobile),
      ),
    ),
  GetLicencesByApplication: (request, { db }) =>
    listed(
      batchOf(request.ApplicationNo, 'ApplicationNo', applicationNoOf).flatMap(
        (number) => licenceOfApplication(db, number) ?? [],
      ),
    ),

  GetOffices: () => ({
    Office: OFFICES.map(([RtoCode, OfficeName, OfficeNameHindi]) => ({
      RtoCode,
      OfficeName,
      OfficeNameHindi,
      OfficeAddress: `RTO ${OfficeName}, Delhi`,
    })),
  }),
  GetSlots(request, { db, now }) {
    const rtoCode = textOf(request.RtoCode) ?? ''
    if (!OFFICES.some(([code]) => code === rtoCode)) throw malformed('RtoCode')
    return {
      Slot: freeSlots(db, rtoCode, now()).map((slot) => ({
        SlotId: slot.id,
        RtoCode: slot.rtoCode,
        StartsOn: startsOn(slot),
      })),
    }
  },
  GetFees: () => ({ Fee: FEES.map(([FeeCode, Rupees]) => ({ FeeCode, Rupees })) }),
  GetServiceState: (_, { now }) => ({ State: 'UP', ServerTime: stampOf(now()) }),
}

function submit(submission: Submission, { db, now }: Desk): object {
  const today = dayOf(now())
  const held = submission.licenceNo === null ? null : licence(db, submission.licenceNo, today)
  if (submission.licenceNo !== null && held?.kind !== (submission.service === 'DL' ? 'L' : 'D')) return returned('22')
  const empty = submission.documents.find(({ content }) => !content.byteLength)
  if (empty) return { ...returned('31'), ItemCode: empty.itemCode }
  const rule = brokenRule(submission, held, today)
  if (rule) throw new Fault('soap:Client', rule.no, rule.text)
  return transaction(db, () => {
    const number = nextApplicationNo(db, now())
    if (submission.slotId !== null && !takeSlot(db, submission.slotId, submission.rtoCode, number, now()))
      return returned('21')
    addCase(db, number, submission, now())
    return { ...returned('0'), ApplicationNo: number }
  })
}

function reply(db: DatabaseSync, one: Case, request: any, now: Date) {
  const query = statusesOf(db, one.applicationNo).at(-1)!.query
  if (one.status !== '30' || !query) return '61'
  const text = textOf(request.ReplyText)
  if (query.itemCode === 'SLT' && text !== null) {
    releaseSlots(db, one.applicationNo)
    if (!takeSlot(db, text, one.rtoCode, one.applicationNo, now)) {
      // the case stays with the applicant, under a new query
      setStatus(db, one.applicationNo, '30', now, null, { ...query, text: RETURN_TEXTS['21'] })
      return '0'
    }
    db.prepare('UPDATE application SET slot_id = ? WHERE application_no = ?').run(text, one.applicationNo)
  } else if (text !== null) db.prepare('INSERT INTO reply VALUES (?, ?)').run(one.applicationNo, text)
  addDocuments(db, one.applicationNo, documentsOf(request.Documents))
  setStatus(db, one.applicationNo, '20', now, null, null)
  return '0'
}

function withdraw(db: DatabaseSync, number: number, now: Date) {
  const one = caseOf(db, number)
  if (!one) return '42'
  if (one.status === '95') return '52'
  if (DECIDED.includes(one.status)) return '51'
  releaseSlots(db, number)
  setStatus(db, number, '95', now, null, null)
  return '0'
}

function statusRecord(number: number, { db, statusRudeness }: Desk): object {
  const one = caseOf(db, number)
  if (!one) return { ApplicationNo: number, ReturnCode: '42' }
  const changes = statusesOf(db, number)
  // from a copy of the register that lags behind
  const shown: Status = (statusRudeness === 'out-of-order' ? changes.at(-2) : undefined) ?? changes.at(-1)!
  return {
    ApplicationNo: number,
    ReturnCode: '0',
    ExternalRef: one.externalRef,
    CaseStatus: shown.status,
    StatusSerial: shown.serial,
    StatusOn: stampOf(new Date(shown.on)),
    ...(shown.remarks && { Remarks: shown.remarks }),
    ...(shown.query && {
      Query: {
        QueryKind: shown.query.kind,
        QueryText: shown.query.text,
        ...(shown.query.itemCode && { ItemCode: shown.query.itemCode }),
        ...(shown.query.replyBy && { ReplyBy: printed(shown.query.replyBy) }),
        ...(shown.query.venue && { Venue: shown.query.venue }),
      },
    }),
  }
}

const listed = (licences: readonly Parameters<typeof licenceElement>[0][]) => ({
  Licences: { Licence: licences.map(licenceElement) },
})
