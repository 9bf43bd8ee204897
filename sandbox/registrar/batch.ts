/** The batch: takes over what came from outside, row by row, and honours requests. */
import type { Session } from './database.ts'

type Transaction = Pick<Session, 'query'>

/** Columns that staging and register share. */
const SHARED = `SELECT s.column_name FROM information_schema.columns s
  JOIN information_schema.columns r ON r.table_name = 'mrg_reg' AND r.column_name = s.column_name
  WHERE s.table_name = 'stg_appl' AND s.column_name NOT IN ('stg_no', 'reg_no')`

export const DECIDED: ReadonlySet<string> = new Set(['RG', 'IS', 'RJ', 'WD'])
export const WAITING: ReadonlySet<string> = new Set(['AP', 'DN', 'QY'])

/** A timestamp column's value: local time without a zone. */
export const localTime = (now: Date): string =>
  new Date(now.getTime() + 5.5 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
/** DDMMYYYY, local. */
export const localDate = (now: Date): string => {
  const [year, month, day] = localTime(now).slice(0, 10).split('-')
  return `${day}${month}${year}`
}

/** One run. Each row is a transaction of its own, so a row that fails holds up no other. */
export async function runBatch(db: Session, now: Date): Promise<void> {
  const staged = await db.query<{ stg_no: string }>(
    `SELECT STG_NO::TEXT FROM STG_APPL WHERE PROC_FLG = 'N' ORDER BY STG_NO LIMIT 100`,
  )
  for (const { stg_no } of staged.rows) await db.transaction((tx) => takeOver(tx, stg_no, now))
  const requests = await db.query<{ rqst_no: string }>(
    `SELECT r.RQST_NO::TEXT FROM STG_RQST r JOIN CASE_REG c USING (STG_NO) WHERE r.RSLT_CD IS NULL ORDER BY r.RQST_NO LIMIT 100`,
  )
  for (const { rqst_no } of requests.rows) await db.transaction((tx) => honour(tx, rqst_no, now))
}

async function takeOver(tx: Transaction, staging: string, now: Date): Promise<void> {
  const { rows } = await tx.query<{
    srvc_cd: string
    dist_cd: string
    reg_no: string | null
    reg_yr: string | null
    damaged: number
  }>(
    `SELECT SRVC_CD, DIST_CD, REG_NO, REG_YR,
       (SELECT COUNT(*)::INT FROM STG_DOC d WHERE d.STG_NO = s.STG_NO AND encode(sha256(d.DOC_BODY), 'hex') <> d.DOC_SHA) AS damaged
     FROM STG_APPL s WHERE STG_NO = $1 AND PROC_FLG = 'N' FOR UPDATE`,
    [staging],
  )
  const row = rows[0]
  if (!row) return
  const year = localDate(now).slice(4)
  const counted = await tx.query<{ number: string }>(`SELECT lpad(nextval('FILE_SEQ')::TEXT, 6, '0') AS number`)
  const file = `SDM/${row.dist_cd}/${year}/${counted.rows[0]!.number}`
  let entry: string | null = null
  let refusal = row.damaged ? 'A document arrived damaged. Please apply again.' : null
  if (row.srvc_cd === 'MR') {
    entry = file
    const columns = (await tx.query<{ column_name: string }>(SHARED)).rows
      .map((column) => column.column_name)
      .join(', ')
    await tx.query(
      `INSERT INTO MRG_REG (REG_NO, STG_NO, CONT_MOB, ${columns}) SELECT $2, STG_NO, APPL_MOB, ${columns} FROM STG_APPL WHERE STG_NO = $1`,
      [staging, file],
    )
  } else {
    const found = await tx.query<{ reg_no: string }>(
      `SELECT REG_NO FROM MRG_REG WHERE REG_NO = $1 AND DIST_CD = $2 AND right(REG_DT, 4) = $3`,
      [row.reg_no ?? '', row.dist_cd, row.reg_yr],
    )
    entry = found.rows[0]?.reg_no ?? null
    if (!entry) refusal ??= 'The register has no such entry.'
  }
  await tx.query(
    `INSERT INTO CASE_REG (STG_NO, EXT_REF, FILE_NO, SRVC_CD, REG_NO, STS_CD, STS_TS, RMKS)
     SELECT STG_NO, EXT_REF, $2, SRVC_CD, $3, 'RC', $4, NULL FROM STG_APPL WHERE STG_NO = $1`,
    [staging, file, entry, localTime(now)],
  )
  if (refusal)
    await tx.query(`UPDATE CASE_REG SET STS_CD = 'RJ', STS_TS = $2, RMKS = $3 WHERE STG_NO = $1`, [
      staging,
      localTime(now),
      refusal,
    ])
  await tx.query(`UPDATE STG_APPL SET PROC_FLG = 'Y' WHERE STG_NO = $1`, [staging])
}

async function honour(tx: Transaction, request: string, now: Date): Promise<void> {
  const { rows } = await tx.query<{
    stg_no: string
    rqst_cd: string
    ans_txt: string | null
    sts_cd: string
    qry_fld: string | null
    reg_no: string | null
  }>(
    `SELECT r.STG_NO::TEXT, r.RQST_CD, r.ANS_TXT, c.STS_CD, c.QRY_FLD, c.REG_NO
     FROM STG_RQST r JOIN CASE_REG c USING (STG_NO) WHERE r.RQST_NO = $1 AND r.RSLT_CD IS NULL FOR UPDATE`,
    [request],
  )
  const row = rows[0]
  if (!row) return
  const refused = DECIDED.has(row.sts_cd)
  if (!refused && row.rqst_cd === 'WD')
    await tx.query(
      `UPDATE CASE_REG SET STS_CD = 'WD', STS_TS = $2, RMKS = NULL, QRY_FLD = NULL, DUE_DT = NULL WHERE STG_NO = $1`,
      [row.stg_no, localTime(now)],
    )
  if (!refused && row.rqst_cd === 'AN' && WAITING.has(row.sts_cd)) {
    if (
      row.sts_cd === 'QY' &&
      row.ans_txt !== null &&
      /^(GRM|BRD|WIT[123])_[A-Z_]+_U$|^(GRM|BRD)_(OCC|ADDR|TOWN)$/.test(row.qry_fld ?? '')
    )
      await tx.query(`UPDATE MRG_REG SET ${row.qry_fld} = $2 WHERE REG_NO = $1`, [row.reg_no, row.ans_txt])
    await tx.query(
      `UPDATE CASE_REG SET STS_CD = 'SC', STS_TS = $2, RMKS = NULL, QRY_FLD = NULL, DUE_DT = NULL WHERE STG_NO = $1`,
      [row.stg_no, localTime(now)],
    )
  }
  await tx.query('UPDATE STG_RQST SET RSLT_CD = $2 WHERE RQST_NO = $1', [request, refused ? 'N' : 'Y'])
}
