import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** Sealed bytes as files: written beside, synced, then renamed, so that a name always stands for whole bytes. */
export function blobFolder(folder: string) {
  mkdirSync(folder, { recursive: true })
  const path = (id: string) => {
    if (!/^[\w-]+$/.test(id)) throw new Error('a blob id has letters, digits, hyphens and underscores')
    return join(folder, id)
  }
  return {
    async write(id: string, bytes: Uint8Array): Promise<void> {
      const name = path(id)
      const beside = join(folder, `.${randomUUID()}`)
      const file = await open(beside, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(beside, name)
      const directory = await open(folder, 'r')
      try {
        await directory.sync()
      } finally {
        await directory.close()
      }
    },
    /** Null where there are none. */
    async read(id: string): Promise<Uint8Array | null> {
      try {
        return await readFile(path(id))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
  }
}
