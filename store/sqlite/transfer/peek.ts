import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { isGone, refusal, StoreBusy } from '../file/soundness.ts'

/**
 * A cursor of the store in `folder`, read without changing a byte there: no folder is made, no file, and no migration is run.
 * Null where there is no store yet, or no such cursor.
 */
export async function peekSqlite(folder: string, name: string): Promise<string | null> {
  for (let tries = 1; ; tries++)
    try {
      return await look(join(folder, 'hub.sqlite'), name)
    } catch (error) {
      if (tries === TRIES || !isPassing(error)) throw error
      await pause(PAUSE_MS)
    }
}
/** A second for whoever is just opening or closing it. */
const TRIES = 20
const PAUSE_MS = 50

/** What a process that closes the store at this moment takes away, or has not let go of. */
const isPassing = (error: unknown): boolean =>
  error instanceof StoreBusy || (error as NodeJS.ErrnoException).code === 'ENOENT' || isGone(error)

async function look(file: string, name: string): Promise<string | null> {
  if (!existsSync(file)) return null
  const log = await stat(`${file}-wal`).catch(() => null)
  // a hub that was stopped leaves one file, and one that was killed, or that runs, three
  if (!log?.size) return read(file, 'immutable=1', name)
  if (existsSync(`${file}-shm`)) return read(file, 'mode=ro&readonly_shm=1', name)
  const beside = await mkdtemp(join(tmpdir(), 'dwar-peek-'))
  try {
    for (const end of ['', '-wal']) await cp(file + end, join(beside, `hub.sqlite${end}`))
    return read(join(beside, 'hub.sqlite'), '', name)
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

function read(file: string, search: string, name: string): string | null {
  const url = pathToFileURL(file)
  url.search = search
  let db: DatabaseSync
  try {
    db = new DatabaseSync(url, { readOnly: true })
  } catch (error) {
    throw refusal(file, error)
  }
  try {
    db.exec(`PRAGMA busy_timeout = ${PAUSE_MS}`)
    if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'cursors'").get()) return null
    const row = db.prepare('SELECT value FROM cursors WHERE name = ?').get(name)
    return (row?.value as string | undefined) ?? null
  } catch (error) {
    throw refusal(file, error)
  } finally {
    db.close()
  }
}
