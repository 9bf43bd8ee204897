// Registrar of marriages (Revenue Department, GNCTD): the Marriage Registration System, a PostgreSQL database.
// Contract: contract/schema.sql, issue 4.2. What it does oddly: README.md.
import { setTimeout as pause } from 'node:timers/promises'
import {
  type Adapter,
  AdapterError,
  type AdapterModule,
  type Call,
  type CertificateFile,
  type FilingDocument,
  type StatusChange,
} from '../adapter.ts'
import { type Row, type Sql, sql } from '../sql/index.ts'
import { advance, OVERLAP, parseCursor, printCursor } from './cursor.ts'
import { isNumber, type Register, register } from './register.ts'
import { columnsOf, documentRow, statusChange } from './wire.ts'

export type { MarriageDistrict, MarriageOffice, Register } from './register.ts'
export type { Marriage } from './wire.ts'

export interface RegistrarOptions {
  /** `postgresql://ext_hub:…@host:5432/mrs` */
  readonly url: string
  /** How long a statement already sent may still take effect, in ms. The server ends statements after half of it. @default 60000 */
  readonly settles?: number
}

/** The department's cases, and its register besides. */
export interface RegistrarAdapter extends Adapter, Register {}

const NAME = 'registrar'
const SETTLES_MS = 60_000
/** Rows of STS_HIST a reading. */
const PAGE = 200
/** Between two looks whether the batch has honoured a request; it runs every second. */
const LOOK_MS = 500

/** A case's state is its newest row of STS_HIST; before the batch there is none, and it is received. */
const HISTORY = `h.HIST_NO::TEXT, h.STS_CD, to_char(h.STS_TS, 'YYYY-MM-DD HH24:MI:SS') AS STS_TS, h.RMKS,
  h.APPT_DT, h.APPT_TM, h.APPT_PLC, h.DUE_DT, h.QRY_FLD`

export function registrar(options: RegistrarOptions): RegistrarAdapter {
  const settles = options.settles ?? SETTLES_MS
  const db = sql({ department: NAME, url: options.url, statementTimeout: Math.ceil(settles / 2) })

  return {
    department: NAME,
    settles,

    async submit(filing, call) {
      const columns = Object.entries(columnsOf(filing))
      const documents = documentsIn(await readAll(filing.documents, false), columns.length)
      const written = await db.change(
        'submit',
        call,
        `WITH a AS (
           INSERT INTO STG_APPL (${columns.map(([name]) => name).join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})
           ON CONFLICT (EXT_REF) DO NOTHING RETURNING STG_NO
         )${documents.insert('SELECT STG_NO, NULL::BIGINT AS RQST_NO FROM a')}
         SELECT STG_NO::TEXT FROM a`,
        [...columns.map(([, value]) => value), ...documents.values],
      )
      // no row: this number was taken before, by an earlier try
      const known = written.length ? written : await staged(db, 'submit', filing.reference, call)
      return { reference: one(known, 'submit').required('stg_no') }
    },

    async find(key, call) {
      return (await staged(db, 'find', key, call)).map((row) => ({ reference: row.required('stg_no') }))
    },

    async answer(reference, answer, call) {
      const text =
        answer.value === null || answer.value === undefined
          ? null
          : typeof answer.value === 'string'
            ? answer.value
            : JSON.stringify(answer.value)
      const documents = documentsIn(await readAll(answer.documents, true), 3)
      await db.change(
        'answer',
        call,
        `WITH r AS (
           INSERT INTO STG_RQST (RQST_KEY, STG_NO, RQST_CD, ANS_TXT) VALUES ($1, $2, 'AN', $3)
           ON CONFLICT (RQST_KEY) DO NOTHING RETURNING STG_NO, RQST_NO
         )${documents.insert('SELECT STG_NO, RQST_NO FROM r')}
         SELECT RQST_NO FROM r`,
        [call.key, numberOf(reference, 'answer'), text, ...documents.values],
      )
    },

    async withdraw(reference, call) {
      await db.change(
        'withdraw',
        call,
        `INSERT INTO STG_RQST (RQST_KEY, STG_NO, RQST_CD) VALUES ($1, $2, 'WD') ON CONFLICT (RQST_KEY) DO NOTHING`,
        [call.key, numberOf(reference, 'withdraw')],
      )
      for (;;) {
        const [request] = await db.read('withdrawal', call, 'SELECT RSLT_CD FROM STG_RQST WHERE RQST_KEY = $1', [
          call.key,
        ])
        const result = request?.text('rslt_cd')
        if (result) return request!.code('rslt_cd', { Y: 'withdrawn', N: 'too-late' } as const)
        await pause(LOOK_MS, undefined, { signal: call.signal }).catch((cause) => {
          throw new AdapterError(
            'DEPARTMENT_TIMEOUT',
            { department: NAME, operation: 'withdraw' },
            'the batch has not looked at it yet',
            { cause },
          )
        })
      }
    },

    async status(references, call) {
      const rows = await db.read(
        'status',
        call,
        `SELECT s.STG_NO::TEXT, s.EXT_REF, coalesce(h.HIST_NO::TEXT, '0') AS HIST_NO, coalesce(h.STS_CD, 'RC') AS STS_CD,
           to_char(coalesce(h.STS_TS, s.RECD_TS), 'YYYY-MM-DD HH24:MI:SS') AS STS_TS, h.RMKS, h.APPT_DT, h.APPT_TM, h.APPT_PLC, h.DUE_DT, h.QRY_FLD
         FROM STG_APPL s LEFT JOIN LATERAL (SELECT * FROM STS_HIST x WHERE x.STG_NO = s.STG_NO ORDER BY x.HIST_NO DESC LIMIT 1) h ON TRUE
         WHERE s.STG_NO = ANY ($1::BIGINT[])`,
        [references.filter(isNumber)],
      )
      const found = new Map(rows.map((row) => [row.required('stg_no'), row]))
      return references.map((reference) => {
        const row = found.get(reference)
        if (!row)
          return new AdapterError(
            'DEPARTMENT_PROTOCOL',
            { department: NAME, operation: 'status' },
            'it does not know the reference',
          )
        return attempted(() => statusChange(row))
      })
    },

    async *changes(after, call) {
      let cursor = parseCursor(after)
      // a page of which nothing can be told has no cursor to go on from: the next one is read at once
      for (let isOver = false; !isOver; ) {
        const rows = await db.read(
          'changes',
          call,
          `SELECT h.STG_NO::TEXT, c.EXT_REF, ${HISTORY}, (extract(epoch FROM h.LAST_UPD) * 1000000)::BIGINT::TEXT AS UPD_US
           FROM STS_HIST h JOIN CASE_REG c USING (STG_NO)
           WHERE h.LAST_UPD > TIMESTAMP 'epoch' + $1::BIGINT * INTERVAL '1 microsecond' AND h.HIST_NO <> ALL ($2::BIGINT[])
           ORDER BY h.LAST_UPD, h.HIST_NO LIMIT ${PAGE}`,
          [Math.max(cursor.to - OVERLAP, 0), [...cursor.seen.keys()]],
        )
        isOver = rows.length < PAGE
        for (const row of rows) {
          cursor = advance(cursor, row.required('hist_no'), Number(row.required('upd_us')))
          const change = attempted(() => statusChange(row))
          // a row that its contract does not allow must not stop the feed: status() reports it, case by case
          if (change instanceof Error) continue
          isOver = true
          yield { change, cursor: printCursor(cursor) }
        }
      }
    },

    async certificate(reference, call): Promise<CertificateFile | null> {
      const [row] = await db.read(
        'certificate',
        call,
        'SELECT FILE_NM, ISSU_DT, CERT_BODY FROM CERT_DOC WHERE STG_NO = $1',
        [numberOf(reference, 'certificate')],
      )
      if (!row) return null
      return {
        name: row.required('file_nm'),
        mediaType: 'application/pdf',
        bytes: row.bytes('cert_body'),
        issuedOn: row.date('issu_dt') ?? row.required('issu_dt'),
      }
    },

    async ping(call) {
      await db.read('ping', call, 'SELECT 1 FROM STS_MST LIMIT 1')
    },

    ...register(db),

    close: () => db.close(),
  }
}

/** What `readEnvironment` checked becomes the adapter. */
export const adapter: AdapterModule<RegistrarAdapter> = {
  department: NAME,
  environment: {
    REGISTRAR_DATABASE_URL: {
      description: "The registrar's database, with the role that its contract grants.",
      kind: 'url',
      example: 'postgresql://ext_hub:password@mrs.example:5432/mrs?sslmode=verify-full',
    },
    REGISTRAR_SETTLES_MS: {
      description: 'How long a statement already sent to the registrar may still take effect, in ms.',
      kind: 'integer',
      example: '10000',
      default: String(SETTLES_MS),
    },
  },
  create: (values) => registrar({ url: values.REGISTRAR_DATABASE_URL!, settles: Number(values.REGISTRAR_SETTLES_MS) }),
}

function numberOf(reference: string, operation: string): string {
  if (!isNumber(reference))
    throw new AdapterError('DEPARTMENT_PROTOCOL', { department: NAME, operation }, 'the reference is no staging number')
  return reference
}

const staged = (db: Sql, operation: string, key: string, call: Call): Promise<readonly Row[]> =>
  db.read(operation, call, 'SELECT STG_NO::TEXT FROM STG_APPL WHERE EXT_REF = $1', [key])

function one(rows: readonly Row[], operation: string): Row {
  if (rows.length !== 1)
    throw new AdapterError(
      'DEPARTMENT_PROTOCOL',
      { department: NAME, operation, raw: `${rows.length} rows` },
      `${rows.length} rows where one must be`,
    )
  return rows[0]!
}

function attempted(parse: () => StatusChange): StatusChange | Error {
  try {
    return parse()
  } catch (error) {
    return error as Error
  }
}

const readAll = (documents: readonly FilingDocument[], answer: boolean) =>
  Promise.all(documents.map((document) => documentRow(document, answer)))

/** The documents of a statement as parameters behind its first `before`, and the insert that files them under the row of `owner`. */
function documentsIn(rows: readonly (readonly unknown[])[], before: number) {
  const types = ['', '', '', '', '', '::BYTEA']
  const tuples = rows.map(
    (row, r) => `(${r}, ${row.map((_, c) => `$${before + r * row.length + c + 1}${types[c]}`).join(', ')})`,
  )
  return {
    values: rows.flat(),
    insert: (owner: string): string =>
      rows.length
        ? `, d AS (
           INSERT INTO STG_DOC (STG_NO, RQST_NO, DOCTYP_CD, PRTY_CD, FILE_NM, MIME_TYP, DOC_SHA, DOC_BODY)
           SELECT o.STG_NO, o.RQST_NO, v.TYP, v.PRTY, v.NM, v.MIME, v.SHA, v.BODY
           FROM (${owner}) o, (VALUES ${tuples.join(', ')}) AS v (PLACE, TYP, PRTY, NM, MIME, SHA, BODY) ORDER BY v.PLACE
         )`
        : '',
  }
}
