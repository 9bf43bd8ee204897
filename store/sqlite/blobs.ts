import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedBlobName } from '../blob-name.ts'
import { makeFolder } from './file/folder.ts'

/** ms: no upload takes longer. */
const UNFINISHED_MS = 3_600_000

/** Sealed bytes as files: written beside, synced, then renamed, so that a name always stands for whole bytes. */
export function blobFolder(folder: string) {
  makeFolder(folder)
  const path = (id: string) => join(folder, checkedBlobName(id))
  return {
    async write(id: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
      const name = path(id)
      const beside = join(folder, `.${randomUUID()}`)
      const file = await open(beside, 'wx', 0o600)
      try {
        for await (const chunk of bytes) await file.writeFile(chunk)
        await file.sync()
        await file.close()
        await rename(beside, name)
      } catch (error) {
        await file.close().catch(() => undefined)
        await rm(beside, { force: true }).catch(() => undefined)
        throw error
      }
      const directory = await open(folder, 'r')
      try {
        await directory.sync()
      } finally {
        await directory.close()
      }
    },
    /** Null where there are none. */
    async open(id: string): Promise<AsyncIterable<Uint8Array> | null> {
      const name = path(id)
      try {
        await access(name)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
      return createReadStream(name, { highWaterMark: 256 * 1024 })
    },
    async remove(ids: readonly string[]): Promise<void> {
      for (const id of ids) await rm(path(id), { force: true })
    },
    /** Removes what a process that was killed had not finished, once it is an hour old: a younger one may be at work. */
    async tidy(now = Date.now()): Promise<void> {
      for await (const { name } of await opendir(folder)) {
        if (!name.startsWith('.')) continue
        const begun = await stat(join(folder, name)).catch(() => null)
        if (begun && now - begun.mtimeMs > UNFINISHED_MS) await rm(join(folder, name), { force: true })
      }
    },
    /** Names of all that is kept. */
    async names(): Promise<string[]> {
      return (await readdir(folder)).filter((name) => !name.startsWith('.'))
    },
  }
}
