import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFolder } from './folder.ts'

/** Another process works on the store as the same. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse'
}

/** ms that one which is about to end is waited for. */
const ENDING_MS = 10_000
const BUSY = 5

/**
 * Holds the store in `folder` for one process of a role (`hub`, `subgraph parks`), by a lock of the system's, which lets go of it
 * whatever ends the process: one that was killed is followed at once. Lets go by what it returns. Throws a StoreInUse.
 */
export function holdSqlite(folder: string, role: string): () => void {
  makeFolder(folder)
  let lock: DatabaseSync | null = null
  try {
    lock = new DatabaseSync(join(folder, `${role.replaceAll(' ', '-')}.lock`))
    lock.exec(`PRAGMA busy_timeout = ${ENDING_MS}; BEGIN EXCLUSIVE`)
  } catch (cause) {
    lock?.close()
    lock = null
    // a folder that cannot be written is told of by whoever opens the database
    if (((cause as { errcode?: number }).errcode ?? 0) % 256 === BUSY)
      throw new StoreInUse(
        `a process of the hub (${role}) works on the store in ${folder} already: end it first, or give this one a store of its own (DATA_DIR, STORE_URL). Several work on one MongoDB`,
        { cause },
      )
  }
  return () => {
    lock?.close()
    lock = null
  }
}
