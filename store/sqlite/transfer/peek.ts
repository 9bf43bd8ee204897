import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { refusal } from '../file/soundness.ts'

/**
 * A cursor of the store in `folder`, read without changing a byte there: no folder is made, no file, and no migration is run.
 * Null where there is no store yet, or no such cursor.
 */
export async function peekSqlite(folder: string, name: string): Promise<string | null> {
  const file = join(folder, 'hub.sqlite')
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
  const db = new DatabaseSync(url, { readOnly: true })
  try {
    if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'cursors'").get()) return null
    const row = db.prepare('SELECT value FROM cursors WHERE name = ?').get(name)
    return (row?.value as string | undefined) ?? null
  } catch (error) {
    throw refusal(file, error)
  } finally {
    db.close()
  }
}
