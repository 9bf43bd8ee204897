/** `npm run store -- backup FILE`: all of a store in one file, as of one moment, while the hub works. */
import { createReadStream, existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { BackupError, backupOf, proveBackup } from '../../store/backup/index.ts'
import { dump, NoSuchStore, type Tally } from '../../store/transfer.ts'
import { openSnapshot, placeOf } from '../open-store.ts'
import { type Command, type Env, keysOf, only, printed, wordOf } from './command.ts'

export const backup: Command = {
  usage: 'backup FILE [--force] [--env FILE]',
  does: 'writes all of the store to a file, as of one moment, while the hub works; --force: over one that is there',
  async run(words, options, env) {
    only(options, ['env', 'force'], backup)
    const file = wordOf(words, options, 'force', backup)
    if (existsSync(file) && !options.force)
      throw new BackupError(`${file} is there already: name another file, or say --force`)
    const { tally, gone } = await writeBackup(env, file, Boolean(options.force))
    console.log(printed(tally))
    if (gone) console.log(`${gone} files that rows name are not in the store any more; they are not in the backup`)
    console.log(`wrote ${file}, and read it back`)
  },
}

async function writeBackup(env: Env, file: string, force: boolean): Promise<{ tally: Tally; gone: number }> {
  const { secrets, backup } = keysOf(env)
  const snapshot = await openSnapshot(placeOf(env), secrets)
  const beside = `${file}.partial`
  try {
    let gone = 0
    const items = dump(snapshot, () => {
      gone += 1
    })
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
    return { tally, gone }
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  } finally {
    await snapshot.close()
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
