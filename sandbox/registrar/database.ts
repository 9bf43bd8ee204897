import { readFileSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { isThere, madeOnce } from './made-once.ts'
import { seed } from './register.ts'

/** What the office's own programs need of a database. */
export interface Session {
  query<T>(text: string, values?: any[]): Promise<{ rows: T[] }>
  transaction<T>(run: (session: Pick<Session, 'query'>) => Promise<T>): Promise<T>
}
export interface Database {
  /** Runs when everyone before has ended; nobody else's statement falls between its own. */
  alone<T>(run: (db: Session) => Promise<T>): Promise<T>
}
/** PGlite is one session for all: its wire has to take turns too. */
export interface OfficeDatabase extends Database {
  alone<T>(run: (db: PGlite) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const CONTRACT = new URL('../../adapters/registrar/contract/schema.sql', import.meta.url)

/** Opens the database in `folder`; made from the contract, with the registers seeded, where there is none. */
export async function openDatabase(folder: string): Promise<OfficeDatabase> {
  await mkdir(folder, { recursive: true })
  const data = join(folder, 'postgres')
  const db = await PGlite.create((await isThere(data)) ? data : await copied(data))
  await seeded(db)
  let last: Promise<unknown> = Promise.resolve()
  const alone = <T>(run: (db: PGlite) => Promise<T>): Promise<T> => {
    const turn = last.then(() => run(db))
    last = turn.catch(() => {})
    return turn
  }
  return { alone, close: () => alone(() => db.close()) }
}

/** Copies a database that was made before to `data`: to make one takes seconds. */
async function copied(data: string): Promise<string> {
  const made = await madeOnce(async (path) => {
    const db = await PGlite.create(path)
    await seeded(db)
    await db.close()
  })
  if (made === null) return data
  // whole or not at all, for a kill in the middle
  const beside = `${data}.new`
  await rm(beside, { recursive: true, force: true })
  await cp(made, beside, { recursive: true })
  await rename(beside, data)
  return data
}

/** One transaction: a kill in the middle leaves nothing behind, and the next start makes it all. */
async function seeded(db: PGlite): Promise<void> {
  const made = await db.query(`select 1 from pg_class where relname = 'file_seq'`)
  if (made.rows.length) return
  const contract = readFileSync(CONTRACT, 'utf8')
  await db.transaction(async (tx) => {
    await tx.exec(contract)
    await tx.exec('CREATE SEQUENCE FILE_SEQ START WITH 101')
    await seed(tx)
  })
}
