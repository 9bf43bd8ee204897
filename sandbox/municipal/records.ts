/** The office's own database: applications, their documents, keys that were used, changes of status, notices to send. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

export type Status = 'RCVD' | 'SCRUTINY' | 'QUERY' | 'APPRVD' | 'DLVRD' | 'REJCTD' | 'WDRAWN'
export interface Query {
  readonly kind: 'text' | 'document' | 'visit'
  readonly about?: string
  readonly text?: string
  readonly due_on?: string
  readonly place?: string
}
export interface Row {
  readonly number: string
  readonly external_id: string
  readonly type: 'BC' | 'CN'
  /** The part `application` as it came. */
  readonly content: any
  readonly status: Status
  readonly sequence: number
  readonly changed_at: string
  readonly remarks: string | null
  readonly query: Query | null
  /** What supplements said. */
  readonly answers: readonly { about?: string; answer: string }[]
  /** Entry of the register at the approval, and its day; null before. */
  readonly issued: { readonly on: string; readonly entry: any } | null
}
export interface Paper {
  readonly part: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}
export interface KeptPaper {
  readonly part: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}
export interface Key {
  readonly hash: string
  readonly status: number
  readonly answer: string
}

const KEYS_MS = 7 * 86_400_000
const SCHEMA = `
CREATE TABLE IF NOT EXISTS applications (
  number TEXT PRIMARY KEY, external_id TEXT NOT NULL, type TEXT NOT NULL, content TEXT NOT NULL, status TEXT NOT NULL, sequence INTEGER NOT NULL,
  changed_at TEXT NOT NULL, remarks TEXT, query TEXT, answers TEXT NOT NULL, issued TEXT);
CREATE INDEX IF NOT EXISTS applications_external ON applications (external_id);
CREATE TABLE IF NOT EXISTS documents (number TEXT NOT NULL, position INTEGER NOT NULL, part TEXT NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (number, position));
CREATE TABLE IF NOT EXISTS keys (key TEXT PRIMARY KEY, hash TEXT NOT NULL, status INTEGER NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS changes (id INTEGER PRIMARY KEY, number TEXT NOT NULL, application TEXT NOT NULL, shown INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS notices (id INTEGER PRIMARY KEY, number TEXT NOT NULL, body TEXT NOT NULL, due INTEGER NOT NULL, tries INTEGER NOT NULL, aside INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL);`

/** An application as the interface gives it. */
export const applicationOf = (row: Row) => ({
  application_number: row.number,
  external_id: row.external_id,
  type: row.type,
  status: row.status,
  sequence: row.sequence,
  changed_at: row.changed_at,
  ...(row.remarks ? { remarks: row.remarks } : {}),
  ...(row.query ? { query: row.query } : {}),
})

const rowOf = (row: any): Row => ({
  ...row,
  content: JSON.parse(row.content),
  query: row.query && JSON.parse(row.query),
  answers: JSON.parse(row.answers),
  issued: row.issued && JSON.parse(row.issued),
})
const india = (at: Date) => new Date(at.getTime() + 330 * 60_000).toISOString().replace(/\.\d+Z$/, '+05:30')

export class Records {
  readonly db: DatabaseSync
  readonly #folder: string
  /** Called for each change of status, inside its transaction. */
  onChange: (row: Row) => { shown: number } = () => ({ shown: 0 })

  constructor(folder: string) {
    this.#folder = folder
    for (const part of ['documents', 'certificates']) mkdirSync(join(folder, part), { recursive: true })
    this.db = new DatabaseSync(join(folder, 'office.sqlite'))
    this.db.exec(`PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${SCHEMA}`)
  }

  get(sql: string, ...values: SQLInputValue[]): any {
    return this.db.prepare(sql).get(...values)
  }
  all(sql: string, ...values: SQLInputValue[]): any[] {
    return this.db.prepare(sql).all(...values)
  }
  run(sql: string, ...values: SQLInputValue[]): void {
    this.db.prepare(sql).run(...values)
  }
  transaction<T>(change: () => T): T {
    this.db.exec('BEGIN IMMEDIATE')
    try {
      const value = change()
      this.db.exec('COMMIT')
      return value
    } catch (error) {
      this.db.exec('ROLLBACK')
      throw error
    }
  }

  row(number: string): Row | null {
    const row = this.get('SELECT * FROM applications WHERE number = ?', number)
    return row ? rowOf(row) : null
  }
  rows(): Row[] {
    return this.all('SELECT * FROM applications ORDER BY rowid').map(rowOf)
  }
  byExternalId(externalId: string): Row[] {
    return this.all('SELECT * FROM applications WHERE external_id = ? ORDER BY rowid', externalId).map(rowOf)
  }

  /** Opens an application. Inside a transaction. */
  open(content: any, papers: readonly KeptPaper[], now: Date): Row {
    const year = india(now).slice(0, 4)
    const name = `${content.type}-${year}`
    this.run(
      'INSERT INTO counters (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1',
      name,
    )
    const count = this.get('SELECT value FROM counters WHERE name = ?', name).value
    const number = `${name}-${String(count).padStart(7, '0')}`
    this.run(
      `INSERT INTO applications (number, external_id, type, content, status, sequence, changed_at, answers) VALUES (?, ?, ?, ?, 'RCVD', 1, ?, '[]')`,
      ...[number, content.external_id, content.type, JSON.stringify(content), india(now)],
    )
    this.addPapers(number, papers)
    return this.#changed(number)
  }

  /** Brings an application to another status. Inside a transaction. */
  move(
    number: string,
    to: {
      status: Status
      remarks?: string | null
      query?: Query | null
      issued?: Row['issued']
      answers?: Row['answers']
    },
    now: Date,
  ): Row {
    const before = this.row(number)!
    this.run(
      'UPDATE applications SET status = ?, sequence = sequence + 1, changed_at = ?, remarks = ?, query = ?, answers = ?, issued = ? WHERE number = ?',
      to.status,
      india(now),
      to.remarks ?? null,
      to.query ? JSON.stringify(to.query) : null,
      JSON.stringify(to.answers ?? before.answers),
      to.issued ? JSON.stringify(to.issued) : null,
      number,
    )
    return this.#changed(number)
  }

  #changed(number: string): Row {
    const row = this.row(number)!
    const { shown } = this.onChange(row)
    this.run(
      'INSERT INTO changes (number, application, shown) VALUES (?, ?, ?)',
      number,
      JSON.stringify(applicationOf(row)),
      shown,
    )
    return row
  }

  /** Keeps the bytes of papers, before anything speaks of them. */
  keep(papers: readonly Paper[]): KeptPaper[] {
    return papers.map(({ part, name, mediaType, bytes }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const file = join(this.#folder, 'documents', sha256)
      if (!existsSync(file)) {
        writeFileSync(`${file}.tmp`, bytes)
        renameSync(`${file}.tmp`, file)
      }
      return { part, name, mediaType, size: bytes.byteLength, sha256 }
    })
  }
  addPapers(number: string, papers: readonly KeptPaper[]): void {
    const first = this.papers(number).length
    for (const [i, { part, name, mediaType, size, sha256 }] of papers.entries())
      this.run(
        'INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)',
        number,
        first + i,
        part,
        name,
        mediaType,
        size,
        sha256,
      )
  }
  papers(number: string): KeptPaper[] {
    return this.all(
      'SELECT part, name, media_type AS mediaType, size, sha256 FROM documents WHERE number = ? ORDER BY position',
      number,
    )
  }
  paperBytes(paper: KeptPaper): Uint8Array {
    return readFileSync(join(this.#folder, 'documents', paper.sha256))
  }

  certificateFile(number: string): string {
    return join(this.#folder, 'certificates', `${number}.pdf`)
  }
  certificate(number: string): Uint8Array | null {
    const file = this.certificateFile(number)
    return existsSync(file) ? readFileSync(file) : null
  }
  keepCertificate(number: string, bytes: Uint8Array): void {
    const file = this.certificateFile(number)
    writeFileSync(`${file}.tmp`, bytes)
    renameSync(`${file}.tmp`, file)
  }

  /** The first answer to a key, for seven days. */
  key(key: string, now: Date): Key | null {
    const row = this.get('SELECT hash, status, answer, at FROM keys WHERE key = ?', key)
    return row && now.getTime() - row.at < KEYS_MS ? row : null
  }
  useKey(key: string, { hash, status, answer }: Key, now: Date): void {
    this.run(
      'INSERT OR REPLACE INTO keys (key, hash, status, answer, at) VALUES (?, ?, ?, ?, ?)',
      key,
      hash,
      status,
      answer,
      now.getTime(),
    )
  }

  close(): void {
    this.db.close()
  }
}
