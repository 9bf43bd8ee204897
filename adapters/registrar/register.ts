/** What the registrar can be asked besides its cases: its offices, and the register. */
import type { Call } from '../adapter.ts'
import type { Sql } from '../sql/index.ts'
import { DISTRICT, type Marriage, marriage, printDate, registrationNumber } from './wire.ts'

export type MarriageDistrict = keyof typeof DISTRICT

export interface MarriageOffice {
  readonly code: string
  readonly name: string
  readonly address: string
}

export interface Register {
  /** Offices that take a marriage held on a date; of one district, or of all. */
  offices(question: { date: string; district: MarriageDistrict | null }, call: Call): Promise<readonly MarriageOffice[]>
  /** The entry with this number, as people type it, made in this year in this district. */
  registered(
    question: { number: string; year: number; district: MarriageDistrict },
    call: Call,
  ): Promise<Marriage | null>
  /** What cases led to; null where nothing is registered yet. One call, in the order of the references. */
  marriages(references: readonly string[], call: Call): Promise<readonly (Marriage | null)[]>
  /** What each of these mobile numbers (`+91…`) had registered, newest first. One call, in their order. */
  marriagesOf(mobiles: readonly string[], call: Call): Promise<readonly (readonly Marriage[])[]>
}

const ENTRY = `m.REG_NO, m.REG_DT, m.MRG_DT, m.MRG_PLC, m.DIST_CD, m.ACT_CD, m.GRM_NM, m.GRM_NM_U, m.BRD_NM, m.BRD_NM_U`

/** Staging numbers are BIGINT: anything else is nobody's. */
export const isNumber = (reference: string): boolean => /^\d{1,18}$/.test(reference)

export const register = (db: Sql): Register => ({
  async offices({ date, district }, call) {
    const rows = await db.read(
      'offices',
      call,
      `SELECT OFFC_CD, OFFC_NM, OFFC_ADDR FROM OFFC_MST
       WHERE to_date(FROM_DT, 'DDMMYYYY') <= to_date($1, 'DDMMYYYY') AND ($2::TEXT IS NULL OR DIST_CD = $2) ORDER BY OFFC_CD`,
      [printDate(date), district && DISTRICT[district]],
    )
    return rows.map((row) => ({
      code: row.required('offc_cd'),
      name: row.required('offc_nm'),
      address: row.required('offc_addr'),
    }))
  },

  async registered({ number, year, district }, call) {
    const [row] = await db.read(
      'registered',
      call,
      `SELECT ${ENTRY} FROM MRG_REG m WHERE m.REG_NO = $1 AND m.DIST_CD = $2 AND right(m.REG_DT, 4) = $3`,
      [registrationNumber(number), DISTRICT[district], String(year)],
    )
    return row ? marriage(row) : null
  },

  async marriages(references, call) {
    const rows = await db.read(
      'marriages',
      call,
      `SELECT c.STG_NO::TEXT, ${ENTRY} FROM CASE_REG c JOIN MRG_REG m ON m.REG_NO = c.REG_NO
       WHERE c.STG_NO = ANY ($1::BIGINT[]) AND c.STS_CD IN ('RG', 'IS') AND m.REG_DT IS NOT NULL`,
      [references.filter(isNumber)],
    )
    const found = new Map(rows.map((row) => [row.required('stg_no'), row]))
    return references.map((reference) => {
      const row = found.get(reference)
      return row ? marriage(row) : null
    })
  },

  async marriagesOf(mobiles, call) {
    const rows = await db.read(
      'marriages-of',
      call,
      `SELECT q.MOB, ${ENTRY} FROM unnest($1::TEXT[]) AS q (MOB) JOIN MRG_REG m ON m.CONT_MOB = q.MOB
       WHERE m.REG_DT IS NOT NULL ORDER BY to_date(m.REG_DT, 'DDMMYYYY') DESC, m.REG_NO DESC LIMIT 1000`,
      [mobiles.map((mobile) => mobile.replace(/^\+91/, ''))],
    )
    return mobiles.map((mobile) => rows.filter((row) => mobile === `+91${row.text('mob')}`).map(marriage))
  },
})
