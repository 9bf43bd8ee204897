/** The clerk's side: what the desk and the control do with a case. */
import type { DatabaseSync } from 'node:sqlite'
import type { CaseView, ClerkAct } from '../office.ts'
import { type Case, caseOf, type Query, setStatus } from './cases.ts'
import { CASE_STATUS, DECIDED, itemOf } from './codes.ts'
import { transaction } from './database.ts'
import { dayOf } from './days.ts'
import { licencePaper } from './paper.ts'
import {
  addLicence,
  drivingExpiry,
  type Licence,
  learnerExpiry,
  licence,
  licenceOfApplication,
  nextNumber,
} from './register.ts'
import { releaseSlots } from './slots.ts'

const KINDS: Readonly<Record<string, Query['kind']>> = { ANSWER: 'R', DOCUMENT: 'D', APPOINTMENT: 'V' }
/** What the clerk writes where they write nothing of their own. */
const TEXTS: Readonly<Record<Query['kind'], string>> = {
  R: 'Please reply.',
  D: 'Please send this document again.',
  V: 'Please come to the office with your papers.',
}
const STATUS_CODES = { in_review: '20', action_required: '30', rejected: '90' } as const

export async function act(db: DatabaseSync, reference: string, clerkAct: ClerkAct, now: Date): Promise<void> {
  const one = openCase(db, reference)
  if (clerkAct.status === 'approved') return approve(db, one, clerkAct.reason ?? null, now)
  const status = STATUS_CODES[clerkAct.status]
  if (!status) throw new Error(`a case cannot become ${clerkAct.status}`)
  const query = status === '30' ? queryOf(clerkAct) : null
  transaction(db, () => {
    if (status === '90') releaseSlots(db, one.applicationNo)
    setStatus(db, one.applicationNo, status, now, clerkAct.reason ?? null, query)
  })
}

function openCase(db: DatabaseSync, reference: string): Case {
  const one = /^\d{1,15}$/.test(reference) ? caseOf(db, Number(reference)) : null
  if (!one) throw new Error(`there is no application ${reference}`)
  if (DECIDED.includes(one.status)) throw new Error(`application ${reference} is ${CASE_STATUS[one.status]} already`)
  return one
}

function queryOf({ action = {}, reason }: ClerkAct): Query {
  const kind = KINDS[(action.kind ?? 'ANSWER').toUpperCase()]
  if (!kind) throw new Error(`a query is an ANSWER, a DOCUMENT or an APPOINTMENT, not ${action.kind}`)
  if (action.due !== undefined && !/^\d{4}-\d\d-\d\d$/.test(action.due)) throw new Error('due is a date, YYYY-MM-DD')
  return {
    kind,
    text: action.text ?? reason ?? TEXTS[kind],
    itemCode: itemOf(action.question),
    replyBy: action.due ?? null,
    venue: action.place ?? null,
  }
}

async function approve(db: DatabaseSync, one: Case, remarks: string | null, now: Date): Promise<void> {
  const today = dayOf(now)
  for (;;) {
    const entry = licenceFor(db, one, today)
    const paper = await licencePaper(entry)
    const done = transaction(db, () => {
      openCase(db, String(one.applicationNo))
      // another case may have been given the number while the paper was printed
      if (one.service !== 'RN' && entry.number !== nextNumber(db, one.rtoCode, today.slice(0, 4))) return false
      addLicence(db, entry, paper)
      setStatus(db, one.applicationNo, '50', now, remarks, null)
      return true
    })
    if (done) return
  }
}

function licenceFor(db: DatabaseSync, one: Case, today: string): Licence & { applicationNo: number } {
  const { applicant } = one
  const held = one.service === 'RN' ? licence(db, one.licenceNo!, today) : null
  return {
    number: held?.number ?? nextNumber(db, one.rtoCode, today.slice(0, 4)),
    kind: one.service === 'LL' ? 'L' : 'D',
    name: applicant.FullName,
    born: applicant.BirthDate,
    classes: held?.classes ?? one.classes,
    issued: today,
    expires: one.service === 'LL' ? learnerExpiry(today) : drivingExpiry(applicant.BirthDate, today),
    rtoCode: one.rtoCode,
    mobile: one.mobile,
    applicationNo: one.applicationNo,
  }
}

/** What a clerk who takes every case on by themselves does next. */
export function next(view: CaseView): ClerkAct | null {
  if (view.status === 'received') return { status: 'in_review' }
  return view.status === 'in_review' ? { status: 'approved' } : null
}

export function paperOf(db: DatabaseSync, reference: string): { name: string; bytes: Uint8Array } | null {
  const issued = /^\d{1,15}$/.test(reference) ? licenceOfApplication(db, Number(reference)) : null
  return (
    issued && {
      name: `${issued.kind === 'L' ? 'learner' : 'driving'}-licence-${issued.number}.pdf`,
      bytes: issued.paper,
    }
  )
}
