/** `npm run store -- copy --from URL --to URL`: all of a store into another, of whatever kind. */
import { EnvironmentError } from '../../../adapters/environment.ts'
import { differences, drain, dump, newTally, tallied } from '../../../store/transfer.ts'
import { openSnapshot, openTarget, placeOf } from '../../open-store.ts'
import { type Command, keysOf, only, printed } from './command.ts'
import { filesIn, lostOf } from './missing.ts'
import { refuseUnlessFree } from './restore.ts'

export const copy: Command = {
  usage: 'copy --from URL --to URL [--env FILE]',
  does: 'copies all of one store (sqlite:FOLDER, mongodb://…) into an empty one, and compares them; no hub works on either',
  async run(words, options, env) {
    only(options, ['env', 'from', 'to'], copy)
    const { from, to } = options
    if (words.length || !from || !to) throw new EnvironmentError(`npm run store -- ${copy.usage}`)
    const { DATA_DIR } = placeOf({ ...env, STORE_URL: undefined })
    const { secrets } = keysOf(env)
    const snapshot = await openSnapshot({ STORE_URL: from, DATA_DIR }, secrets, '--from')
    try {
      const workers = await snapshot.workers()
      if (workers.length)
        throw new EnvironmentError(
          `a process of the hub works on ${from.split(':')[0]} at --from (${workers.join(', ')}): what it goes on to write would be lost; end it first`,
        )
      const target = await openTarget({ STORE_URL: to, DATA_DIR }, '--to')
      const read = newTally()
      const gone: string[] = []
      try {
        await refuseUnlessFree(target, 'the store at --to')
        const items = dump(snapshot, (name) => gone.push(name))
        await target.load(tallied(items, read))
      } finally {
        await target.close()
      }
      const copied = await openSnapshot({ STORE_URL: to, DATA_DIR }, secrets, '--to')
      const found = newTally()
      try {
        await drain(
          tallied(
            dump(copied, () => undefined),
            found,
          ),
        )
      } finally {
        await copied.close()
      }
      console.log(printed(found))
      const unlike = differences(read, found)
      if (unlike.length) throw new Error(`the copy is not what was read: ${unlike.join('; ')}`)
      console.log('both are equal: counts of every kind, and the head of the log')
      const lost = await lostOf(gone, () => openSnapshot({ STORE_URL: from, DATA_DIR }, secrets, '--from'))
      if (lost.length) throw new Error(`${filesIn(lost)}, and so from the copy`)
    } finally {
      await snapshot.close()
    }
  },
}
