/** `npm run store -- backup FILE`: all of a store in one file, as of one moment, while the hub works. */
import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { BackupError, backupOf, MAGIC, proveBackup } from '../../../store/backup/index.ts'
import { dump, NoSuchStore, type Tally } from '../../../store/transfer.ts'
import { openSnapshot, placeOf } from '../../open-store.ts'
import { type Command, type Env, keysOf, only, printed, wordOf } from './command.ts'
import { filesIn, lostOf } from './missing.ts'

export const backup: Command = {
  usage: 'backup FILE [--force] [--env FILE]',
  does: 'writes all of the store to a file, as of one moment, while the hub works; --force: over a backup that is there',
  async run(words, options, env) {
    only(options, ['env', 'force'], backup)
    const file = wordOf(words, options, 'force', backup)
    if (existsSync(file) && !options.force)
      throw new BackupError(`${file} is there already: name another file, or say --force`)
    if (existsSync(file)) await refuseToReplace(file)
    const { tally, gone } = await writeBackup(env, file, Boolean(options.force))
    console.log(printed(tally))
    const lost = await lostOf(gone, () => openSnapshot(placeOf(env)))
    if (gone.length > lost.length)
      console.log(`files not in it, of people who were erased: ${gone.length - lost.length}`)
    console.log(`wrote ${file}, and read it back`)
    if (lost.length) throw new BackupError(`${filesIn(lost)}, and so from this backup: keep an earlier one`)
  },
}

/** Throws where there is anything but a backup, or a file without a byte: it may be the hub's own database, its log beside it, or its settings. */
async function refuseToReplace(file: string): Promise<void> {
  if (!(await stat(file)).isFile()) throw new BackupError(`${file} is no file, and was not touched: name another`)
  const there = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await there.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0)
    if (bytesRead && buffer.subarray(0, bytesRead).toString('latin1') !== MAGIC)
      throw new BackupError(`${file} is no backup, and was not touched: name another file`)
  } finally {
    await there.close()
  }
}

async function writeBackup(env: Env, file: string, force: boolean): Promise<{ tally: Tally; gone: readonly string[] }> {
  const { secrets, backup } = keysOf(env)
  const snapshot = await openSnapshot(placeOf(env), secrets)
  // of its own: another that is made at the same time must not write into what this one has proved
  const beside = `${file}.${randomUUID()}.partial`
  try {
    const gone: string[] = []
    const items = dump(snapshot, (name) => gone.push(name))
    const { bytes, tally } = backupOf(items, backup[0], new Date())
    await write(beside, bytes)
    if (!tally.rows.cursor) throw new NoSuchStore('the store is empty: no hub has worked on it')
    await proveBackup(beside, createReadStream(beside), backup)
    if (force) await rename(beside, file)
    else {
      // unlike rename, it does not take the place of what has come there meanwhile
      await link(beside, file)
      await rm(beside)
    }
    await syncFolder(dirname(resolve(file)))
    return { tally, gone }
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  } finally {
    await snapshot.close()
  }
}

/** A name, too, is on disk only then. */
async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

async function write(name: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(name, 'w', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`${name} cannot be written (${error.code})`)
  })
  try {
    for await (const piece of bytes) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
}
