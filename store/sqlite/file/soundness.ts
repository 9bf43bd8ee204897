import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, linkSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A database file that cannot be trusted. Nothing was written to it. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase'
}
/** A folder that the store must be able to write to, and is not. */
export class ReadOnlyFolder extends Error {
  override readonly name = 'ReadOnlyFolder'
}

/** Another process has the database for itself at this moment. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy'
}

/** One is nothing without the others. */
const ALL = 'hub.sqlite, hub.sqlite-wal and hub.sqlite-shm'
/** Bytes: half a second of reading. What is wrong in a larger file is met where it is read. */
const READ_THROUGH = 1024 * 1024 * 1024

/**
 * Reads a database through before anything is written to it; throws DamagedDatabase where it is not whole. One that is not there is sound,
 * unless its log is: the next database of this name would take the log for its own.
 */
export function assertSound(file: string): void {
  if (!existsSync(file)) {
    // asked again: another process may have begun it meanwhile
    if (!statSync(`${file}-wal`, { throwIfNoEntry: false })?.size || existsSync(file)) return
    throw new DamagedDatabase(
      `${file} is not there, and ${file}-wal is, which has what was written last; nothing was touched. Bring the file back, or move away ${ALL} and restore the last backup (npm run store -- restore FILE)`,
    )
  }
  // one that was just begun has its tables: see beginDatabase
  if (statSync(file).size === 0) throw damaged(file, new Error('it has no bytes'))
  let found: string
  try {
    const db = new DatabaseSync(file, { readOnly: true })
    try {
      db.exec('PRAGMA busy_timeout = 10000')
      const check =
        statSync(file).size > READ_THROUGH
          ? 'SELECT count(*) AS quick_check FROM sqlite_schema'
          : 'PRAGMA quick_check(1)'
      found = String(db.prepare(check).get()?.quick_check)
      if (found === 'ok' || /^\d+$/.test(found)) return
    } finally {
      db.close()
    }
  } catch (cause) {
    // anything else is not the file's fault, and is met again when it is opened
    if (!isDamage(cause)) return
    throw damaged(file, cause)
  }
  throw damaged(file, new Error(found))
}

/**
 * Makes a database where there is none, whole under another name first: whatever is killed, a file without a byte is one
 * whose bytes were lost.
 */
export function beginDatabase(file: string, fill: (db: DatabaseSync) => void): void {
  const beside = `${file}-${randomUUID()}`
  try {
    const db = new DatabaseSync(beside)
    try {
      db.exec('PRAGMA synchronous = FULL')
      fill(db)
    } finally {
      db.close()
    }
    // for its owner alone, as are its files beside it, which take after it
    chmodSync(beside, 0o600)
    // unlike a renaming, it does not take the place of what another process has begun meanwhile
    linkSync(beside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    for (const end of ['', '-journal']) rmSync(beside + end, { force: true })
  }
}

/** SQLite's code, without what extends it. */
const codeOf = (error: unknown): number => Number((error as { errcode?: number } | undefined)?.errcode) & 0xff
/** SQLITE_CORRUPT, SQLITE_NOTADB. */
const isDamage = (error: unknown): boolean => [11, 26].includes(codeOf(error))

/** Whether a file of the database was not to be opened: of one that is just closed, its log goes. SQLITE_CANTOPEN. */
export const isGone = (error: unknown): boolean => error instanceof Error && codeOf(error.cause) === 14

const damaged = (file: string, cause: unknown) =>
  new DamagedDatabase(
    `${file} is damaged; nothing was touched. Move away ${ALL}, and restore the last backup (npm run store -- restore FILE), or have it mended by sqlite3's .recover`,
    { cause },
  )

/** What opening or reading a database failed with, in the words of whoever runs the hub. */
export function refusal(file: string, error: unknown): unknown {
  if (isDamage(error)) return damaged(file, error)
  const code = codeOf(error)
  const isFull = code === 13 || (error as NodeJS.ErrnoException).code === 'ENOSPC'
  // SQLITE_FULL; SQLITE_IOERR is said of it, too
  if (isFull || (code === 10 && statfsSync(dirname(file)).bavail === 0))
    return new ReadOnlyFolder(
      `${file} cannot be written: the disk under ${dirname(file)} (DATA_DIR, or STORE_URL) is full`,
      {
        cause: error,
      },
    )
  // SQLITE_BUSY
  if (code === 5)
    return new StoreBusy(
      `${file} is held by another process, which is just starting or ending: try again in a moment`,
      {
        cause: error,
      },
    )
  // SQLITE_READONLY, SQLITE_IOERR and SQLITE_CANTOPEN
  if (code !== 8 && code !== 10 && code !== 14) return error
  return new ReadOnlyFolder(`${file} cannot be written: its folder (DATA_DIR) is read-only, or not the hub's`, {
    cause: error,
  })
}
