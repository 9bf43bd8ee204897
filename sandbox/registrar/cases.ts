/** The office's records as people read them: codes as words, dates in full, padding gone. */
import type { CaseView } from '../office.ts'
import type { Session } from './database.ts'

const STATUS: Readonly<Record<string, CaseView['status']>> = {
  RC: 'received',
  SC: 'in_review',
  AP: 'action_required',
  DN: 'action_required',
  QY: 'action_required',
  RG: 'approved',
  IS: 'approved',
  RJ: 'rejected',
  WD: 'withdrawn',
}
/** What a case waits for. */
const CALLED: Readonly<Record<string, string>> = { AP: 'appointment', DN: 'document', QY: 'answer' }
const SERVICE: Readonly<Record<string, string>> = { MR: 'registrar.marriage', CC: 'registrar.marriage-copy' }
const CODE_TABLES = ['ACT', 'DIST', 'RELGN', 'MARSTS', 'WHO', 'WITREL', 'OFFC']

export type Row = Readonly<Record<string, any>>
export type Words = (table: string, code: string | null) => string | undefined

/** `SDM KAROL BAGH` is "SDM Karol Bagh". */
export const inWords = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/(^|\s)(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
    .replace(/^Sdm /, 'SDM ')

/** What the codes mean. */
export async function codeWords(db: Session): Promise<Words> {
  const found = new Map<string, string>()
  for (const table of CODE_TABLES) {
    const { rows } = await db.query<{ code: string; name: string }>(
      `SELECT ${table}_CD AS code, ${table}_NM AS name FROM ${table}_MST`,
    )
    for (const { code, name } of rows) found.set(`${table} ${code}`, inWords(name))
  }
  return (table, code) => (code === null ? undefined : (found.get(`${table} ${code}`) ?? code))
}

export const day = (date: string | null): string | undefined =>
  date?.trim() ? `${date.slice(4)}-${date.slice(2, 4)}-${date.slice(0, 2)}` : undefined
const time = (clock: string | null): string | undefined =>
  clock?.trim() ? `${clock.slice(0, 2)}:${clock.slice(2)}` : undefined
const mobile = (number: string | null): string | undefined => (number?.trim() ? `+91${number}` : undefined)
const text = (value: string | null): string | undefined => value?.trimEnd() || undefined

function dense(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
const address = (row: Row, p: string) =>
  dense({ line: text(row[`${p}_addr`]), town: text(row[`${p}_town`]), pinCode: text(row[`${p}_pin`]) })

function spouse(row: Row, p: 'grm' | 'brd', words: Words) {
  return dense({
    name: text(row[`${p}_nm_u`]),
    fatherName: text(row[`${p}_fthr_u`]),
    motherName: text(row[`${p}_mthr_u`]),
    dateOfBirth: day(row[`${p}_dob`]),
    religion: words('RELGN', row[`${p}_relgn`]),
    statusBefore: words('MARSTS', row[`${p}_sts`]),
    occupation: text(row[`${p}_occ`]),
    address: address(row, p),
    mobile: mobile(row[`${p}_mob`]),
    newName: text(row[`${p}_new_u`]),
  })
}
function witness(row: Row, p: string, words: Words) {
  return dense({
    name: text(row[`${p}_nm_u`]),
    fatherName: text(row[`${p}_fthr_u`]),
    age: row[`${p}_age`] ?? undefined,
    relation: words('WITREL', row[`${p}_rel`]),
    address: address(row, p),
  })
}

function fieldsOf(row: Row, words: Words): Record<string, unknown> {
  const office = dense({
    fileNumber: text(row.file_no),
    fee: row.fee_amt === null ? undefined : Number(row.fee_amt),
    applicantMobile: mobile(row.appl_mob),
    remarks: text(row.rmks),
    called: CALLED[row.sts_cd],
    appointment:
      text(row.appt_dt) && dense({ date: day(row.appt_dt), time: time(row.appt_tm), place: text(row.appt_plc) }),
    answers: row.answers?.length ? row.answers : undefined,
  })
  if (row.srvc_cd === 'CC')
    return {
      registrationNumber: text(row.asked_no),
      year: Number(row.reg_yr),
      district: words('DIST', row.dist_cd),
      groomName: text(row.grm_nm_u),
      brideName: text(row.brd_nm_u),
      ...office,
    }
  return {
    ...dense({
      act: words('ACT', row.act_cd),
      date: day(row.mrg_dt),
      place: text(row.mrg_plc),
      district: words('DIST', row.dist_cd),
      citizenship: words('WHO', row.ctzn_cd),
      residence: words('WHO', row.resd_cd),
      office: words('OFFC', row.offc_cd),
      registeredOn: day(row.reg_dt),
    }),
    groom: spouse(row, 'grm', words),
    bride: spouse(row, 'brd', words),
    witnesses: ['wit1', 'wit2', 'wit3'].filter((p) => row[`${p}_nm_u`] !== null).map((p) => witness(row, p, words)),
    ...office,
  }
}

/** A case: its staging row, the register's entry that it made, and what the clerks wrote. */
const CASES = `
  SELECT s.STG_NO::TEXT AS stg_no, to_jsonb(s) AS staged, to_jsonb(m) AS entry, s.REG_NO AS asked_no,
    c.FILE_NO, coalesce(c.STS_CD, 'RC') AS sts_cd, c.RMKS, c.APPT_DT, c.APPT_TM, c.APPT_PLC, c.QRY_FLD,
    (SELECT json_agg(json_build_object('name', d.FILE_NM, 'mediaType', d.MIME_TYP, 'size', octet_length(d.DOC_BODY), 'sha256', d.DOC_SHA) ORDER BY d.DOC_NO)
       FROM STG_DOC d WHERE d.STG_NO = s.STG_NO) AS documents,
    (SELECT json_agg(r.ANS_TXT ORDER BY r.RQST_NO) FROM STG_RQST r WHERE r.STG_NO = s.STG_NO AND r.ANS_TXT IS NOT NULL) AS answers
  FROM STG_APPL s LEFT JOIN CASE_REG c USING (STG_NO) LEFT JOIN MRG_REG m ON m.STG_NO = s.STG_NO`
const whole = ({ staged, entry, ...own }: Row): Row => ({ ...staged, ...entry, ...own })

/** All cases, or those with this number or key. */
export async function readCases(db: Session, words: Words, named?: string): Promise<CaseView[]> {
  const { rows } =
    named === undefined
      ? await db.query<Row>(`${CASES} ORDER BY s.STG_NO`)
      : /^\d{1,18}$/.test(named)
        ? await db.query<Row>(`${CASES} WHERE s.STG_NO = $1`, [named])
        : await db.query<Row>(`${CASES} WHERE s.EXT_REF = $1 ORDER BY s.STG_NO`, [named])
  return rows.map(whole).map((row) => ({
    reference: row.stg_no,
    key: row.ext_ref,
    service: SERVICE[row.srvc_cd]!,
    status: STATUS[row.sts_cd]!,
    fields: fieldsOf(row, words),
    documents: row.documents ?? [],
  }))
}

/** One case, as the tables have it; undefined where there is none. */
export async function readCase(db: Session, reference: string): Promise<Row | undefined> {
  if (!/^\d{1,18}$/.test(reference)) return undefined
  const { rows } = await db.query<Row>(`${CASES} WHERE s.STG_NO = $1`, [reference])
  return rows[0] && whole(rows[0])
}

export async function readDocument(db: Session, reference: string, index: number) {
  if (!/^\d{1,18}$/.test(reference)) return null
  const { rows } = await db.query<Row>(
    `SELECT FILE_NM, MIME_TYP, DOC_BODY FROM STG_DOC WHERE STG_NO = $1 ORDER BY DOC_NO LIMIT 1 OFFSET $2`,
    [reference, index],
  )
  const row = rows[0]
  return row
    ? { name: row.file_nm as string, mediaType: row.mime_typ as string, bytes: row.doc_body as Uint8Array }
    : null
}

export async function readCertificate(db: Session, reference: string) {
  if (!/^\d{1,18}$/.test(reference)) return null
  const { rows } = await db.query<Row>('SELECT FILE_NM, CERT_BODY FROM CERT_DOC WHERE STG_NO = $1', [reference])
  const row = rows[0]
  return row ? { name: row.file_nm as string, bytes: row.cert_body as Uint8Array } : null
}
