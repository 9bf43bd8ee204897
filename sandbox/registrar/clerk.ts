/** The clerk's side: what an act writes into the case, and the paper that an approval makes. */

import type { CaseView, ClerkAct } from '../office.ts'
import { certificatePdf } from '../paper.ts'
import { DECIDED, localDate, localTime } from './batch.ts'
import { day, inWords, type Row, readCase } from './cases.ts'
import type { Database } from './database.ts'

/** Party and type of a document, or column of an answer, by the name that the public service has for it. */
const FIELDS: Readonly<Record<string, string>> = {
  photograph: 'PH',
  proofOfAge: 'AG',
  identity: 'ID',
  proofOfAddress: 'AD',
  affidavit: 'AF',
  name: 'NM_U',
  fatherName: 'FTHR_U',
  motherName: 'MTHR_U',
  occupation: 'OCC',
  'address.line': 'ADDR',
  'address.town': 'TOWN',
}
const WHOLE: Readonly<Record<string, string>> = {
  jointPhotograph: 'CPJP',
  ceremonyProof: 'CPIC',
  groomDivorceDecree: 'GRDD',
  groomDeathCertificate: 'GRDC',
  brideDivorceDecree: 'BRDD',
  brideDeathCertificate: 'BRDC',
  identity: 'APID',
}

function queryField(question: string | undefined): string | null {
  if (!question) return null
  const [, party, index, rest] = /^(groom|bride|witnesses)(?:\[?\.?(\d*)\]?)\.(.+)$/.exec(question) ?? []
  if (!party) return WHOLE[question] ?? null
  const field = FIELDS[rest!]
  if (!field) return null
  const person = party === 'witnesses' ? `WIT${Number(index || 0) + 1}` : party === 'groom' ? 'GRM' : 'BRD'
  if (field.length === 2) return `${person.startsWith('WIT') ? `W${person.slice(3)}` : person.slice(0, 2)}${field}`
  return `${person}_${field}`
}

interface Change {
  readonly status: string
  readonly remarks?: string | null
  readonly appointment?: { readonly date: string; readonly time: string | null; readonly place: string }
  readonly due?: string | null
  readonly field?: string | null
}

const digits = (date: string): string => {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  if (!year) throw new Error(`${date} is no date such as 2026-11-30`)
  return `${dayOfMonth}${month}${year}`
}

/** The next working day a week on. */
function appointmentDay(now: Date): string {
  const date = new Date(now.getTime() + 7 * 86_400_000)
  if (date.getUTCDay() === 0) date.setUTCDate(date.getUTCDate() + 1)
  return localDate(date)
}

async function called(database: Database, row: Row, act: ClerkAct, now: Date): Promise<Change> {
  const action = act.action ?? {}
  const due = action.due ? digits(action.due) : null
  const remarks = action.text ?? act.reason
  const field = queryField(action.question)
  switch (action.kind ?? 'APPOINTMENT') {
    case 'APPOINTMENT': {
      const office = await database.alone((db) =>
        db.query<Row>(
          `SELECT OFFC_NM, OFFC_ADDR FROM OFFC_MST WHERE OFFC_CD = $1 OR DIST_CD = $2 ORDER BY OFFC_CD = $1 DESC, OFFC_CD LIMIT 1`,
          [row.offc_cd, row.dist_cd],
        ),
      )
      const { offc_nm, offc_addr } = office.rows[0]!
      const usual =
        row.srvc_cd === 'MR'
          ? 'Please come, both of you and all witnesses, with the originals of all documents.'
          : 'Please come with your identity document.'
      return {
        status: 'AP',
        remarks: remarks ?? usual,
        appointment: {
          date: due ?? appointmentDay(now),
          time: action.place ? null : '1130',
          place: action.place ?? `Office of the ${inWords(offc_nm)}, ${offc_addr}`,
        },
      }
    }
    case 'DOCUMENT':
      return { status: 'DN', remarks: remarks ?? 'Please send this document again: it cannot be read.', due, field }
    case 'ANSWER':
      return { status: 'QY', remarks: remarks ?? 'Please answer this question again.', due, field }
    default:
      throw new Error(`the registrar has no action of the kind ${action.kind}`)
  }
}

export async function act(database: Database, reference: string, act: ClerkAct, now: Date): Promise<void> {
  const row = await database.alone((db) => readCase(db, reference))
  if (!row) throw new Error(`the registrar has no case ${reference}`)
  if (DECIDED.has(row.sts_cd)) throw new Error(`case ${reference} is decided already`)
  switch (act.status) {
    case 'in_review':
      return write(database, reference, { status: 'SC', remarks: act.reason ?? null }, now)
    case 'action_required':
      return write(database, reference, await called(database, row, act, now), now)
    case 'rejected':
      return write(database, reference, { status: 'RJ', remarks: act.reason ?? 'The application was refused.' }, now)
    case 'approved':
      return write(
        database,
        reference,
        { status: row.srvc_cd === 'MR' ? 'RG' : 'IS', remarks: act.reason ?? null },
        now,
      )
    default:
      throw new Error(`the registrar has no act ${act.status}`)
  }
}

async function write(database: Database, reference: string, change: Change, now: Date): Promise<void> {
  const paper = change.status === 'RG' || change.status === 'IS' ? await printed(database, reference, now) : null
  await database.alone((db) =>
    db.transaction(async (tx) => {
      const current = await tx.query<Row>('SELECT STS_CD FROM CASE_REG WHERE STG_NO = $1 FOR UPDATE', [reference])
      if (DECIDED.has(current.rows[0]?.sts_cd)) throw new Error(`case ${reference} is decided already`)
      if (paper) {
        if (change.status === 'RG')
          await tx.query('UPDATE MRG_REG SET REG_DT = $2 WHERE STG_NO = $1', [reference, localDate(now)])
        await tx.query(
          'INSERT INTO CERT_DOC (CERT_NO, STG_NO, ISSU_DT, FILE_NM, CERT_BODY) VALUES ($1, $2, $3, $4, $5)',
          [paper.number, reference, localDate(now), paper.name, paper.bytes],
        )
      }
      await tx.query(
        `UPDATE CASE_REG SET STS_CD = $2, STS_TS = $3, RMKS = $4, DUE_DT = $5, QRY_FLD = $6,
           APPT_DT = coalesce($7, APPT_DT), APPT_TM = CASE WHEN $7::TEXT IS NULL THEN APPT_TM ELSE $8 END, APPT_PLC = coalesce($9, APPT_PLC)
         WHERE STG_NO = $1`,
        [
          reference,
          change.status,
          localTime(now),
          change.remarks ?? null,
          change.due ?? null,
          change.field ?? null,
          change.appointment?.date ?? null,
          change.appointment?.time ?? null,
          change.appointment?.place ?? null,
        ],
      )
    }),
  )
}

async function printed(database: Database, reference: string, now: Date) {
  const found = await database.alone((db) =>
    db.query<Row>(
      `SELECT c.FILE_NO, c.SRVC_CD, m.*, d.DIST_NM, a.ACT_NM FROM CASE_REG c JOIN MRG_REG m ON m.REG_NO = c.REG_NO
       JOIN DIST_MST d ON d.DIST_CD = m.DIST_CD JOIN ACT_MST a ON a.ACT_CD = m.ACT_CD WHERE c.STG_NO = $1`,
      [reference],
    ),
  )
  const row = found.rows[0]
  if (!row) throw new Error(`case ${reference} has no entry in the register`)
  const copy = row.srvc_cd === 'CC'
  const number = row.file_no.trim() as string
  const issuedOn = day(localDate(now))!
  const registered = copy ? day(row.reg_dt)! : issuedOn
  const rows: [string, string][] = [
    ['Registration number', row.reg_no.trim()],
    ['Registered on', registered],
    ['Groom', row.grm_nm_u],
    ['Bride', row.brd_nm_u],
    ['Date of the marriage', day(row.mrg_dt)!],
    ['Place of the marriage', row.mrg_plc],
    ['District', inWords(row.dist_nm)],
    ['Under the', inWords(row.act_nm)],
  ]
  for (const [label, value] of [
    ['New name of the groom', row.grm_new_u],
    ['New name of the bride', row.brd_new_u],
    ['First witness', row.wit1_nm_u],
    ['Second witness', row.wit2_nm_u],
    ['Third witness', row.wit3_nm_u],
  ])
    if (value && !copy) rows.push([label, value])
  const bytes = await certificatePdf({
    title: 'Certificate of Marriage',
    ...(copy ? { subtitle: 'Certified copy of the entry in the register of marriages' } : {}),
    authority: 'Registrar of Marriages, Government of NCT of Delhi',
    number,
    issuedOn,
    rows,
  })
  return { number, bytes, name: `marriage-certificate-${number.replaceAll('/', '-')}.pdf` }
}

/** What a clerk does next who takes a case on: looks at it, calls the couple in, and registers; a copy needs no visit. */
export function next(view: CaseView): ClerkAct | null {
  const comes = view.service === 'registrar.marriage'
  switch (view.status) {
    case 'received':
      return { status: 'in_review' }
    case 'in_review':
      return comes && !view.fields.appointment ? { status: 'action_required' } : { status: 'approved' }
    case 'action_required':
      return view.fields.called === 'appointment' ? { status: 'approved' } : null
    default:
      return null
  }
}
