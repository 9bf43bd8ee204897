/** The clerk's side: what a case looks like decoded, and what can be done with it. */

import type { CaseView, ClerkAct } from '../office.ts'
import { certificatePdf } from '../paper.ts'
import type { Office } from './operations.ts'
import { applicationOf, type Query, type Row } from './records.ts'
import { dateIn, type Entry } from './register.ts'

const AUTHORITY = 'Municipal Corporation of Delhi'
const SERVICES = { BC: 'municipal.birth-certificate', CN: 'municipal.child-name' } as const
const STATUSES = {
  RCVD: 'received',
  SCRUTINY: 'in_review',
  QUERY: 'action_required',
  APPRVD: 'approved',
  DLVRD: 'approved',
  REJCTD: 'rejected',
  WDRAWN: 'withdrawn',
} as const
const SEXES: Readonly<Record<string, string>> = { F: 'female', M: 'male', T: 'transgender' }
const DOCUMENTS = new Set([
  'applicant_identity',
  'certificate_without_name',
  'mother_identity',
  'father_identity',
  'guardianship_order',
  'joint_declaration',
])
/** The questions of the public interface by what this office calls them. */
const TOPICS: Readonly<Record<string, string>> = {
  relation: 'relation',
  registrationNumber: 'registration_number',
  dateOfBirth: 'date_of_birth',
  sex: 'sex',
  place: 'place',
  motherName: 'mother_name',
  fatherName: 'father_name',
  purpose: 'purpose',
  copies: 'copies',
  childName: 'given_name',
  identity: 'applicant_identity',
  certificate: 'certificate_without_name',
  motherIdentity: 'mother_identity',
  fatherIdentity: 'father_identity',
  guardianshipOrder: 'guardianship_order',
  declaration: 'joint_declaration',
}
const KINDS: Readonly<Record<string, Query['kind']>> = { ANSWER: 'text', DOCUMENT: 'document', APPOINTMENT: 'visit' }

const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))

export function viewOf(row: Row, { records, register }: Office): CaseView {
  const { content: c } = row
  const { address, ...certificate } = c.certificate ?? {}
  const fields = present({
    applicant_relation: c.applicant.relation,
    applicant_mobile: c.applicant.mobile,
    submitted_at: c.submitted_at,
    registration_number: c.registration_number,
    date_of_birth: c.date_of_birth,
    sex: c.sex && SEXES[c.sex],
    place: c.place,
    mother_name: c.mother_name,
    father_name: c.father_name,
    child_name: c.name?.given,
    ...certificate,
    zone: certificate.zone?.replaceAll('_', ' '),
    address_line: address?.line,
    address_town: address?.town,
    address_pin: address?.pin,
    fee: c.fee,
    register_entry: register.entry(c.record_id)?.number,
    ...(row.query ? { query: row.query.text ?? row.query.about ?? row.query.kind } : {}),
    ...(row.remarks ? { remarks: row.remarks } : {}),
    ...(row.answers.length ? { answers: row.answers.map(({ answer }) => answer) } : {}),
  })
  const documents = records
    .papers(row.number)
    .map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 }))
  return {
    reference: row.number,
    key: row.external_id,
    service: SERVICES[row.type],
    status: STATUSES[row.status],
    fields,
    documents,
  }
}

function queryOf({ action, reason }: ClerkAct): Query {
  const given = action?.question
  const about = given && (TOPICS[given] ?? (Object.values(TOPICS).includes(given) ? given : undefined))
  const kind =
    KINDS[action?.kind ?? ''] ?? (action?.place ? 'visit' : about && DOCUMENTS.has(about) ? 'document' : 'text')
  const due = action?.due && /^\d{4}-\d\d-\d\d$/.test(action.due) ? action.due : undefined
  return present({ kind, about, text: action?.text ?? reason, due_on: due, place: action?.place }) as unknown as Query
}

/** Does what the clerk wants; the certificate of an approval is printed before it resolves. */
export async function actOn(number: string, act: ClerkAct, office: Office): Promise<void> {
  const { records, register, now } = office
  const before = records.row(number)
  if (!before) throw new Error(`there is no application ${number}`)
  if (!['RCVD', 'SCRUTINY', 'QUERY'].includes(before.status))
    throw new Error(`${number} has been decided: it is ${STATUSES[before.status]}`)
  const remarks = act.reason ?? null
  records.transaction(() => {
    switch (act.status) {
      case 'in_review':
        if (before.status !== 'SCRUTINY') records.move(number, { status: 'SCRUTINY', remarks }, now())
        return
      case 'action_required':
        records.move(number, { status: 'QUERY', remarks, query: queryOf(act) }, now())
        return
      case 'rejected':
        records.move(number, { status: 'REJCTD', remarks }, now())
        return
      case 'approved': {
        const { content } = before
        const entry =
          content.type === 'CN'
            ? register.giveName(content.record_id, content.name.given)
            : register.entry(content.record_id)!
        records.move(number, { status: 'APPRVD', remarks, issued: { on: dateIn(now()), entry } }, now())
      }
    }
  })
  if (act.status === 'approved') await printCertificate(number, office)
}

export async function printCertificate(number: string, { records }: Office): Promise<void> {
  const row = records.row(number)!
  const entry: Entry = row.issued!.entry
  const both = (value: string | null, local: string | undefined) => [value, local].filter(Boolean).join(' · ')
  const rows: [string, string][] = [
    ['Name', both(entry.name, entry.name && row.type === 'BC' ? entry.local[0] : '') || 'Not registered yet'],
    ['Sex', SEXES[entry.sex]!],
    ['Date of birth', entry.born.split('-').reverse().join('/')],
    ['Place of birth', both(entry.place, entry.local[3])],
    ["Mother's name", both(entry.mother, entry.local[1]) || 'Not known'],
    ["Father's name", both(entry.father, entry.local[2]) || 'Not known'],
    ['Registration number', entry.number],
    ['Date of registration', entry.registered.split('-').reverse().join('/')],
  ]
  const paper = {
    title: 'Birth Certificate',
    subtitle: 'Form 5 · Registration of Births and Deaths Act, 1969, sections 12 and 17',
    authority: AUTHORITY,
    number,
    issuedOn: row.issued!.on,
    rows,
  }
  records.keepCertificate(number, await certificatePdf(paper))
}

/** Approved before the office closed, but not printed. */
export async function printWhatIsLeft(office: Office): Promise<void> {
  for (const row of office.records.rows())
    if (row.issued && !office.records.certificate(row.number)) await printCertificate(row.number, office)
}

export const certificateName = (row: Row): string =>
  `${row.type === 'CN' ? 'birth-certificate-with-name' : 'birth-certificate'}-${applicationOf(row).application_number}.pdf`
