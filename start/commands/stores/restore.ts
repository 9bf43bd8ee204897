/** `npm run store -- restore FILE`: a store from a backup, where there is none yet. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { EnvironmentError } from '../../../adapters/environment.ts'
import { BackupError, proveBackup, readBackup } from '../../../store/backup/index.ts'
import { restored } from '../../../store/backup/restored.ts'
import { newTally, type Target, tallied } from '../../../store/transfer.ts'
import { knows, MARK } from '../../../subgraphs/host/vault.ts'
import { openTarget, placeOf } from '../../open-store.ts'
import { type Command, keysOf, only, printed, wordOf } from './command.ts'

/** More than a hub gives between two backups. */
const SKIP = 100_000

export const restore: Command = {
  usage: 'restore FILE [--skip NUMBER] [--env FILE]',
  does: `puts a backup into an empty store; --skip: how many references may have been given since it was made, ${SKIP} where it is not said`,
  async run(words, options, env) {
    only(options, ['env', 'skip'], restore)
    const file = wordOf(words, {}, '', restore)
    const skip = Number(options.skip ?? SKIP)
    if (!Number.isSafeInteger(skip) || skip < 0) throw new EnvironmentError('--skip is a whole number')
    if (!existsSync(file)) throw new BackupError(`${file}: there is no such file`)
    if (!statSync(file).isFile()) throw new BackupError(`${file} is no file, and no backup`)
    const { secrets, backup } = keysOf(env)
    const { at, tally } = await proveBackup(file, createReadStream(file), backup, ([kind, row]) => {
      if (kind === 'cursor' && row.name === MARK) knows(secrets, row.value)
    })
    const place = placeOf(env)
    const target = await openTarget(place)
    try {
      await refuseUnlessFree(target, 'the store')
      const written = newTally()
      const { items } = readBackup(file, createReadStream(file), backup)
      const heads = join(place.DATA_DIR, 'heads.jsonl')
      // before the store is there: whoever is killed in between would find it cut off by the heads of another
      const aside = await setHeadsAside(heads)
      try {
        await target.load(tallied(restored(items, { made: new Date(at), now: new Date(), skip }), written))
      } catch (error) {
        if (aside) await rename(aside, heads)
        throw error
      }
      console.log(printed(written))
      console.log(`restored the store as of ${at}: ${tally.rows.application} applications`)
      if (aside) console.log(`heads of the log that it had before are in ${aside}`)
      console.log('what it owed to departments is looked for there before it is sent; start the hub')
    } finally {
      await target.close()
    }
  },
}

/** Throws where a hub works on it, or where it holds anything. */
export async function refuseUnlessFree(target: Target, called: string): Promise<void> {
  const workers = await target.workers()
  if (workers.length)
    throw new EnvironmentError(
      `a process of the hub works on ${called} (${workers.join(', ')}): end it first; one that was killed counts for ten seconds more`,
    )
  if (!(await target.isEmpty()))
    throw new EnvironmentError(`${called} is not empty, and nothing in it was touched: name another, or move it away`)
}

/** Heads of what the log was before lie in the restored one no longer. Where they are now; null where there were none. */
async function setHeadsAside(file: string): Promise<string | null> {
  if (!existsSync(file)) return null
  const aside = file.replace(/\.jsonl$/, `-until-${new Date().toISOString().replaceAll(':', '')}.jsonl`)
  await rename(file, aside)
  return aside
}
