/** What each operation of the contract does. */
import { createHash } from 'node:crypto'
import { applicationOf, type KeptPaper, type Paper, type Records, type Row } from './records.ts'
import { birthOf, dateIn, type Register } from './register.ts'

export interface Given {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** JSON body, or the JSON part of a multipart one. */
  readonly body: any
  readonly papers: readonly Paper[]
  readonly key: string
}
export interface Reply {
  readonly status: number
  /** JSON, or the bytes of a PDF. */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}
export interface Office {
  readonly records: Records
  readonly register: Register
  readonly now: () => Date
}
type Run = (given: Given, office: Office) => Reply

const NAME_PERIOD_YEARS = 15
const PAGE = 10
const CHANGES = 100
const UNDECIDED = ['RCVD', 'SCRUTINY', 'QUERY']

export const failure = (status: number, code: string, message: string, more: object = {}): Reply => ({
  status,
  body: { error: { code, message, ...more } },
})
const notFound = (number: string) => failure(404, 'NOT_FOUND', `There is no application ${number}.`)

const UNREADABLE = 'This document cannot be opened. Please send it again as a clear photograph or a PDF.'

/** A PDF that is none, or nothing at all. */
function unreadable(papers: readonly Paper[]): Paper | undefined {
  return papers.find(
    ({ mediaType, bytes }) =>
      bytes.byteLength === 0 ||
      (mediaType === 'application/pdf' && !Buffer.from(bytes).subarray(0, 1024).includes('%PDF')),
  )
}

const hashOf = (operation: string, body: unknown, papers: readonly KeptPaper[]) =>
  createHash('sha256')
    .update(JSON.stringify([operation, body, papers]))
    .digest('hex')

/** Does it once for a key: the first answer is kept with what it did, in one transaction. */
function once(office: Office, given: Given, operation: string, papers: readonly KeptPaper[], act: () => Reply): Reply {
  const { records, now } = office
  const hash = hashOf(operation, given.body, papers)
  return records.transaction(() => {
    const used = records.key(given.key, now())
    if (used && used.hash !== hash)
      return failure(409, 'KEY_REUSED', 'This Idempotency-Key came with other content before.')
    if (used) return { status: used.status, body: JSON.parse(used.answer) }
    const reply = act()
    const taken = reply.status < 300 && !(reply.body as any).error
    if (taken) records.useKey(given.key, { hash, status: reply.status, answer: JSON.stringify(reply.body) }, now())
    return reply
  })
}

function years(from: string, to: string): number {
  const full = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? full - 1 : full
}

const createApplication: Run = (given, office) => {
  const { records, register, now } = office
  const content = given.body
  const broken = unreadable(given.papers)
  if (broken) return failure(200, 'DOCUMENT_UNREADABLE', UNREADABLE, { part: broken.part })
  const missing = content.type === 'BC' ? 'certificate' : 'name'
  if (!content[missing])
    return failure(422, 'INVALID_REQUEST', `An application of type ${content.type} has ${missing}.`)
  return once(office, given, 'createApplication', records.keep(given.papers), () => {
    const entry = register.entry(content.record_id)
    if (!entry || entry.sealed || entry.born !== content.date_of_birth)
      return failure(422, 'RECORD_NOT_FOUND', 'The entry was not found in the register of births.')
    if (content.type === 'CN' && entry.name !== null)
      return failure(
        422,
        'NAME_ALREADY_REGISTERED',
        'A name is registered for this birth. It is changed only by a correction.',
      )
    if (content.type === 'CN' && years(entry.registered, dateIn(now())) >= NAME_PERIOD_YEARS)
      return failure(422, 'NAME_PERIOD_OVER', 'The fifteen years in which a name can be added have passed.')
    return { status: 201, body: applicationOf(records.open(content, records.keep(given.papers), now())) }
  })
}

const findApplications: Run = ({ query }, { records }) => ({
  status: 200,
  body: { applications: records.byExternalId(query.external_id!).map(applicationOf) },
})

const readApplication: Run = ({ path }, { records }) => {
  const row = records.row(path.number!)
  return row ? { status: 200, body: applicationOf(row) } : notFound(path.number!)
}

const readStatuses: Run = ({ body }, { records }) => ({
  status: 200,
  body: {
    results: body.numbers.map((number: string) => {
      const row = records.row(number)
      return row
        ? applicationOf(row)
        : { application_number: number, error: { code: 'NOT_FOUND', message: `There is no application ${number}.` } }
    }),
  },
})

const readRecords: Run = ({ body }, { records }) => ({
  status: 200,
  body: {
    results: body.numbers.map((number: string) => {
      const issued = records.row(number)?.issued
      return { application_number: number, record: issued ? birthOf(issued.entry) : null }
    }),
  },
})

const supplementApplication: Run = (given, office) => {
  const { records, now } = office
  const number = given.path.number!
  if (!records.row(number)) return notFound(number)
  const papers = records.keep(given.papers)
  return once(office, given, `supplementApplication ${number}`, papers, () => {
    const row = records.row(number)!
    if (row.status !== 'QUERY' || !row.query)
      return failure(409, 'NO_QUERY_OPEN', 'Nothing was asked about this application.')
    if (row.query.kind === 'document' && papers.length === 0)
      return failure(422, 'INVALID_REQUEST', 'A document was asked for.')
    const about = row.query.about ? { about: row.query.about } : {}
    const answers =
      given.body.answer === undefined ? row.answers : [...row.answers, { ...about, answer: given.body.answer }]
    records.addPapers(number, papers)
    let after = records.move(number, { status: 'SCRUTINY', answers }, now())
    if (unreadable(given.papers))
      after = records.move(number, { status: 'QUERY', query: { ...row.query, text: UNREADABLE } }, now())
    return { status: 200, body: applicationOf(after) }
  })
}

const withdrawApplication: Run = (given, office) => {
  const { records, now } = office
  const number = given.path.number!
  if (!records.row(number)) return notFound(number)
  return once(office, given, `withdrawApplication ${number}`, [], () => {
    const row = records.row(number)!
    if (row.status === 'WDRAWN') return { status: 200, body: applicationOf(row) }
    if (!UNDECIDED.includes(row.status)) return failure(409, 'TOO_LATE', 'This application has been decided.')
    return { status: 200, body: applicationOf(records.move(number, { status: 'WDRAWN' }, now())) }
  })
}

const readCertificate: Run = ({ path }, { records }) => {
  const row: Row | null = records.row(path.number!)
  if (!row?.issued) return row ? failure(404, 'NOT_FOUND', 'No certificate is issued.') : notFound(path.number!)
  const bytes = records.certificate(row.number)
  if (!bytes) return { status: 202, body: { status: 'being_prepared' } }
  return { status: 200, body: bytes, headers: { 'x-application-number': row.number, 'x-issued-on': row.issued.on } }
}

const searchBirths: Run = ({ body }, { register }) => {
  const found = register.search(body)
  const page = body.page ?? 0
  const size = Math.min(body.page_size ?? PAGE, PAGE)
  return {
    status: 200,
    body: { births: found.slice(page * size, (page + 1) * size).map(birthOf), page, total: found.length },
  }
}

const birthsByMobile: Run = ({ body }, { register }) => ({
  status: 200,
  body: { births: register.byMobile(body.mobile).map(birthOf) },
})

const readChanges: Run = ({ query }, { records }) => {
  const since = Number(query.since ?? 0)
  const limit = Number(query.limit ?? CHANGES)
  const now = Date.now()
  const rows = records.all(
    'SELECT id, application FROM changes WHERE id > ? AND shown <= ? ORDER BY id LIMIT ?',
    since,
    now,
    limit + 1,
  )
  const hidden = records.get('SELECT min(id) AS id FROM changes WHERE shown > ?', now).id as number | null
  const last = records.get('SELECT max(id) AS id FROM changes').id as number | null
  return {
    status: 200,
    body: {
      changes: rows.slice(0, limit).map(({ id, application }) => ({ id, application: JSON.parse(application) })),
      settled: hidden === null ? (last ?? 0) : hidden - 1,
      more: rows.length > limit,
    },
  }
}

export const OPERATIONS: Readonly<Record<string, Run>> = {
  ping: () => ({ status: 200, body: { open: true } }),
  createApplication,
  findApplications,
  readApplication,
  readStatuses,
  readRecords,
  supplementApplication,
  withdrawApplication,
  readCertificate,
  searchBirths,
  birthsByMobile,
  readChanges,
}
