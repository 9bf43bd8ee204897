import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const CACHE = at('../../node_modules/.cache/dwar')
/** What the database is made of: another content is another database. */
const MADE_OF = [
  '../../adapters/registrar/contract/schema.sql',
  '../../node_modules/@electric-sql/pglite/package.json',
  './database.ts',
  './register.ts',
]

/**
 * Path of a folder that `make` has filled, now or in an earlier run; null where there is no place to keep it.
 * It is to be copied, never to be opened.
 */
export async function madeOnce(make: (path: string) => Promise<void>): Promise<string | null> {
  const hash = createHash('sha256')
  for (const path of MADE_OF) hash.update(readFileSync(at(path)))
  const kept = join(CACHE, `registrar-${hash.digest('hex').slice(0, 16)}`)
  if (await isThere(kept)) return kept
  const own = `${kept}.${process.pid}.${performance.now()}`
  try {
    await mkdir(CACHE, { recursive: true })
    await make(own)
    await rename(own, kept)
    return kept
  } catch {
    // another process was quicker, or nothing can be written here
    return (await isThere(kept)) ? kept : null
  } finally {
    await rm(own, { recursive: true, force: true }).catch(() => undefined)
  }
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
