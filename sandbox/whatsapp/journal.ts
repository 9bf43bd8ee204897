/** What the emulator remembers: people, messages, media, templates, and the webhooks that are owed. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { digitsOf, identityHash, userIdOf } from './wire.ts'

const SCHEMA = `
CREATE TABLE IF NOT EXISTS person (id INTEGER PRIMARY KEY, number TEXT UNIQUE NOT NULL, user_id TEXT UNIQUE NOT NULL,
  username TEXT, name TEXT NOT NULL, identity_hash TEXT NOT NULL, shown INTEGER NOT NULL, last_in INTEGER);
CREATE TABLE IF NOT EXISTS message (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, person INTEGER NOT NULL,
  direction TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL, status TEXT NOT NULL, fate TEXT, answers TEXT);
CREATE INDEX IF NOT EXISTS message_of ON message (person, place);
CREATE TABLE IF NOT EXISTS media (id TEXT PRIMARY KEY, origin TEXT NOT NULL, name TEXT, media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL, at INTEGER NOT NULL, removed INTEGER NOT NULL DEFAULT 0, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS media_url (token TEXT PRIMARY KEY, media TEXT NOT NULL, expires INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS template (id TEXT PRIMARY KEY, name TEXT NOT NULL, language TEXT NOT NULL, category TEXT NOT NULL,
  status TEXT NOT NULL, components TEXT NOT NULL, named INTEGER NOT NULL, UNIQUE (name, language));
CREATE TABLE IF NOT EXISTS flow (id TEXT PRIMARY KEY, name TEXT UNIQUE NOT NULL, status TEXT NOT NULL, categories TEXT NOT NULL,
  endpoint TEXT, draft TEXT, published TEXT);
CREATE TABLE IF NOT EXISTS webhook (seq INTEGER PRIMARY KEY AUTOINCREMENT, lane TEXT NOT NULL, change TEXT NOT NULL,
  message TEXT, since INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS webhook_lane ON webhook (lane, seq);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`

export interface Person {
  readonly id: number
  /** Digits with the country code; everybody has one, not everybody shows it. */
  readonly number: string
  readonly userId: string
  readonly username: string | null
  readonly name: string
  readonly identityHash: string
  /** Whether the business may see the number. */
  readonly shown: boolean
  /** When the person last wrote; ms. */
  readonly lastIn: number | null
}
export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed'
export interface Entry {
  readonly place: number
  readonly id: string
  readonly person: number
  readonly direction: 'in' | 'out'
  readonly at: number
  /** As on Meta's wire. */
  readonly message: Readonly<Record<string, any>>
  readonly status: MessageStatus
  /** Why it will fail though it was accepted: an error code and its details; null mostly. */
  readonly fate: { readonly code: number; readonly details: string } | null
}
export interface Medium {
  readonly id: string
  readonly origin: 'business' | 'citizen'
  readonly name: string | null
  readonly mediaType: string
  /** Hex. */
  readonly sha256: string
  readonly size: number
  readonly at: number
  readonly removed: boolean
}
export interface Template {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly category: string
  readonly status: string
  readonly components: readonly Record<string, any>[]
  readonly named: boolean
}

type Row = Record<string, any>

const person = (row: Row): Person => ({
  id: row.id,
  number: row.number,
  userId: row.user_id,
  username: row.username,
  name: row.name,
  identityHash: row.identity_hash,
  shown: row.shown === 1,
  lastIn: row.last_in,
})
const entry = (row: Row): Entry => ({
  place: row.place,
  id: row.id,
  person: row.person,
  direction: row.direction,
  at: row.at,
  message: JSON.parse(row.body),
  status: row.status,
  fate: row.fate ? JSON.parse(row.fate) : null,
})
const medium = (row: Row): Medium => ({
  id: row.id,
  origin: row.origin,
  name: row.name,
  mediaType: row.media_type,
  sha256: row.sha256,
  size: row.size,
  at: row.at,
  removed: row.removed === 1,
})
const template = (row: Row): Template => ({
  id: row.id,
  name: row.name,
  language: row.language,
  category: row.category,
  status: row.status,
  components: JSON.parse(row.components),
  named: row.named === 1,
})

export class Journal {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(file: string) {
    this.#db = new DatabaseSync(file)
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000')
    this.#db.exec(SCHEMA)
  }

  #prepared(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
  one(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined
  }
  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepared(sql).all(...values) as Row[]
  }
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).lastInsertRowid)
  }
  /** All that `write` does is kept, or nothing of it. */
  together<T>(write: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const value = write()
      this.#db.exec('COMMIT')
      return value
    } catch (error) {
      this.#db.exec('ROLLBACK')
      throw error
    }
  }
  close(): void {
    this.#db.close()
  }

  setting(name: string): string | undefined {
    return this.one('SELECT value FROM setting WHERE name = ?', name)?.value
  }
  set(name: string, value: string): void {
    this.run('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)', name, value)
  }

  /** By number (with or without `+`), user id or username. */
  person(key: string): Person | null {
    const row = this.one(
      'SELECT * FROM person WHERE number = ? OR user_id = ? OR username = ?',
      key.replace(/^\+/, ''),
      key,
      key.startsWith('@') ? key : `@${key}`,
    )
    return row ? person(row) : null
  }
  personAt(id: number): Person {
    return person(this.one('SELECT * FROM person WHERE id = ?', id)!)
  }
  people(): Person[] {
    return this.all('SELECT * FROM person ORDER BY id').map(person)
  }
  /** Makes a person; whoever shows only an id has a number all the same. */
  addPerson(known: {
    number?: string
    userId?: string
    username?: string | null
    name: string
    shown: boolean
  }): Person {
    const number = known.number ?? `9199${digitsOf(`number:${known.userId}`, 8)}`
    const userId = known.userId ?? userIdOf(number)
    const id = this.run(
      'INSERT INTO person (number, user_id, username, name, identity_hash, shown) VALUES (?, ?, ?, ?, ?, ?)',
      number,
      userId,
      known.username ?? null,
      known.name,
      identityHash(userId),
      known.shown ? 1 : 0,
    )
    return this.personAt(id)
  }
  changePerson(changed: Person): Person {
    this.run(
      'UPDATE person SET number = ?, user_id = ?, username = ?, name = ?, identity_hash = ?, shown = ?, last_in = ? WHERE id = ?',
      changed.number,
      changed.userId,
      changed.username,
      changed.name,
      changed.identityHash,
      changed.shown ? 1 : 0,
      changed.lastIn,
      changed.id,
    )
    return changed
  }

  addMessage(added: Omit<Entry, 'place'>): void {
    this.run(
      'INSERT INTO message (id, person, direction, at, body, status, fate) VALUES (?, ?, ?, ?, ?, ?, ?)',
      added.id,
      added.person,
      added.direction,
      added.at,
      JSON.stringify(added.message),
      added.status,
      added.fate ? JSON.stringify(added.fate) : null,
    )
  }
  message(id: string): Entry | null {
    const row = this.one('SELECT * FROM message WHERE id = ?', id)
    return row ? entry(row) : null
  }
  /** Oldest first. */
  chat(of: number): Entry[] {
    return this.all('SELECT * FROM message WHERE person = ? ORDER BY place', of).map(entry)
  }
  /** What was sent and has not arrived yet. */
  underway(): Entry[] {
    return this.all(
      `SELECT * FROM message WHERE direction = 'out' AND status IN ('accepted', 'sent') ORDER BY place`,
    ).map(entry)
  }
  setStatus(id: string, status: MessageStatus): void {
    this.run('UPDATE message SET status = ? WHERE id = ?', status, id)
  }
  /** The message arrives behind those that have arrived. */
  moveToEnd(id: string): void {
    this.run('UPDATE message SET place = (SELECT max(place) + 1 FROM message) WHERE id = ?', id)
  }

  addMedium(added: Medium, bytes: Uint8Array): void {
    this.run(
      'INSERT INTO media (id, origin, name, media_type, sha256, size, at, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      added.id,
      added.origin,
      added.name,
      added.mediaType,
      added.sha256,
      added.size,
      added.at,
      bytes,
    )
  }
  medium(id: string): Medium | null {
    const row = this.one('SELECT id, origin, name, media_type, sha256, size, at, removed FROM media WHERE id = ?', id)
    return row ? medium(row) : null
  }
  mediumBytes(id: string): Uint8Array {
    return this.one('SELECT bytes FROM media WHERE id = ?', id)!.bytes
  }

  template(name: string, language: string): Template | null {
    const row = this.one('SELECT * FROM template WHERE name = ? AND language = ?', name, language)
    return row ? template(row) : null
  }
  templates(): Template[] {
    return this.all('SELECT * FROM template ORDER BY rowid').map(template)
  }
  saveTemplate(saved: Template): void {
    this.run(
      'INSERT OR REPLACE INTO template (id, name, language, category, status, components, named) VALUES (?, ?, ?, ?, ?, ?, ?)',
      saved.id,
      saved.name,
      saved.language,
      saved.category,
      saved.status,
      JSON.stringify(saved.components),
      saved.named ? 1 : 0,
    )
  }
}
