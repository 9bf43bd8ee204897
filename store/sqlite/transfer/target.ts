import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { isOpen } from '../../open-application.ts'
import { type Item, KINDS, type Kind, type Rows, type Target } from '../../transfer.ts'
import { toDocument } from '../applications.ts'
import { blobFolder } from '../blobs.ts'
import { Database } from '../file/database.ts'
import { makeFolder } from '../file/folder.ts'
import { assertSound, refusal } from '../file/soundness.ts'
import { MIGRATIONS } from '../migrations.ts'
import { workersOf } from './snapshot.ts'

type Values = readonly SQLInputValue[]
/** Where rows of a kind stand, and what is written for one: several places where it has several. */
type Writing<K extends Kind> = (row: Rows[K], number: number) => readonly (readonly [table: string, values: Values])[]

const referenceOf = (document: string): string => {
  try {
    return String(JSON.parse(document).reference ?? '')
  } catch {
    // a row that was spoilt in the record is restored as it was: the audit names it
    return ''
  }
}
const COLUMNS = {
  sequences: 'name, value',
  cursors: 'name, value',
  citizen_keys: 'id, citizen, wrapped',
  people: 'identity, citizen, sealed, met',
  events: 'commit_order, id, reference, document',
  log: 'position, id, document, hash, commit_order',
  applications:
    'reference, department, citizen, department_reference, digest, request, certificate, open, version, document',
  effects:
    'id, reference, department, kind, key, payload, due, attempts, uncertain_since, state, owner, note, raw, misunderstood, parked',
  documents: 'id, owner, name, media_type, size, sha256, blob, expires',
  counts: 'key, day, item',
  codes: 'code, sealed, expires, spender',
  inbox: 'id, kind, sealed, at, done, citizen',
  chats: 'citizen, version, address, state, window_until',
  outbox: 'id, citizen, lane, sealed, at, state, due, attempts, began, template, wamid, refused, receipt, note',
} as const
const WRITINGS: { readonly [K in Kind]: Writing<K> } = {
  sequence: (r) => [['sequences', [r.name, r.value]]],
  cursor: (r) => [['cursors', [r.name, r.value]]],
  key: (r) => [['citizen_keys', [r.id, r.citizen, r.wrapped]]],
  identity: (r, number) => [['people', [r.identity, r.citizen, r.sealed, number]]],
  log: (r) => [
    ['events', [r.position, r.id, referenceOf(r.document), r.document]],
    ['log', [r.position, r.id, r.document, r.hash, r.position]],
  ],
  // null: behind all that came before
  event: (r) => [['events', [null, r.id, r.reference, r.document]]],
  application: (r) => [
    [
      'applications',
      [
        r.reference,
        r.department,
        r.citizen,
        r.departmentReference,
        r.digest,
        r.request,
        r.certificate?.code ?? null,
        Number(isOpen(r)),
        r.version,
        toDocument(r),
      ],
    ],
  ],
  effect: (r) => [
    [
      'effects',
      [
        r.id,
        r.reference,
        r.department,
        r.kind,
        r.key,
        r.payload,
        r.due,
        r.attempts,
        r.uncertainSince,
        r.state,
        r.owner,
        r.note,
        r.raw,
        r.misunderstood ?? 0,
        Number(r.parked ?? r.state === 'parked'),
      ],
    ],
  ],
  document: (r) => [['documents', [r.id, r.owner, r.name, r.mediaType, r.size, r.sha256, r.blob, r.expires]]],
  count: (r) => [['counts', [r.key, r.day, r.item]]],
  code: (r) => [['codes', [r.code, r.sealed, r.expires, r.spender ?? null]]],
  inbox: (r) => [['inbox', [r.id, r.kind, r.sealed, r.at, Number(r.done), r.citizen]]],
  chat: (r) => [['chats', [r.citizen, r.version, r.address, r.state, r.windowUntil]]],
  outbox: (r) => [
    [
      'outbox',
      [
        r.id,
        r.citizen,
        r.lane,
        r.sealed,
        r.at,
        r.state,
        r.due,
        r.attempts,
        r.began,
        Number(r.template),
        r.wamid,
        r.refused,
        r.receipt,
        r.note,
      ],
    ],
  ],
}

/** A store in a folder, which is made where it is missing. All rows are one transaction, and blobs that belong to none do no harm. */
export function sqliteTarget(folder: string): Target {
  makeFolder(folder)
  const file = join(folder, 'hub.sqlite')
  const isFresh = !existsSync(file)
  // one that holds anything is not even brought up to date
  if (isEmptyFile(file)) void new Database(file, MIGRATIONS).close()
  const db = new DatabaseSync(file)
  db.exec('PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL')
  return {
    isEmpty: async () => isEmpty(db),
    workers: async () => (tablesOf(db).has('sessions') ? workersOf(db) : []),
    async load(items) {
      const blobs = blobFolder(join(folder, 'blobs'))
      const before = new Set(await blobs.names())
      const written: string[] = []
      const inserts = new Map(
        Object.entries(COLUMNS).map(([table, columns]) => {
          const places = columns.split(',').map(() => '?')
          return [table, db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${places.join(', ')})`)]
        }),
      )
      const numbers = Object.fromEntries(KINDS.map((kind) => [kind, 0]))
      const put = ([kind, row]: Exclude<Item, readonly ['blob', unknown]>) => {
        numbers[kind]! += 1
        const writing = WRITINGS[kind] as Writing<Kind>
        for (const [table, values] of writing(row as never, numbers[kind]!)) inserts.get(table)!.run(...values)
      }
      db.exec('BEGIN IMMEDIATE')
      try {
        if (!isEmpty(db)) throw new Error('a hub has begun to work on this store meanwhile')
        for await (const item of items)
          if (item[0] === 'blob') {
            if (!before.has(item[1].name)) written.push(item[1].name)
            await blobs.write(item[1].name, item[1].bytes)
          } else put(item)
        db.exec('COMMIT')
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK')
        await blobs.remove(written)
        throw refusal(file, error)
      }
    },
    async close() {
      const isInVain = isFresh && isEmpty(db) && !workersOf(db).length
      db.close()
      if (isInVain) for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    },
  }
}

/** Names of the tables that there are: fewer, where an earlier program left them. */
const tablesOf = (db: DatabaseSync) =>
  new Set(
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map((row) => row.name as string),
  )
const isEmpty = (db: DatabaseSync): boolean =>
  Object.keys(COLUMNS)
    .filter((table) => tablesOf(db).has(table))
    .every(
      (table) =>
        !db.prepare(`SELECT 1 FROM ${table} ${table === 'cursors' ? "WHERE name <> 'ping'" : ''} LIMIT 1`).get(),
    )

function isEmptyFile(file: string): boolean {
  assertSound(file)
  if (!existsSync(file)) return true
  try {
    using db = new DatabaseSync(file, { readOnly: true })
    db.exec('PRAGMA busy_timeout = 10000')
    return isEmpty(db)
  } catch (error) {
    throw refusal(file, error)
  }
}
