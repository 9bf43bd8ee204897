/** `npm run store -- COMMAND [--env FILE]`: work on the store as a whole, beside a hub that runs. */
import { EnvironmentError, readEnvironment } from '../../adapters/environment.ts'
import { headKey } from '../../subgraphs/host/heads.ts'
import { formerSecrets, secrets } from '../../subgraphs/host/secrets.ts'
import { rotate } from '../../subgraphs/host/vault.ts'
import { commandLine, environmentWith, HUB_ENVIRONMENT, onlyThese } from '../environment.ts'
import { openStore } from '../open-store.ts'
import { refuseToStart } from '../stopping.ts'
import { backup } from './stores/backup.ts'
import type { Command } from './stores/command.ts'
import { copy } from './stores/copy.ts'
import { restore } from './stores/restore.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  rotate: {
    usage: 'rotate [--env FILE]',
    does: 'wraps every key anew under HUB_SECRET_KEY; the former secrets stand in HUB_SECRET_KEY_OLD until then',
    async run(words, options, env) {
      onlyThese({ words, options }, ['env'], 'npm run store -- rotate [--env FILE]')
      const { DATA_DIR, STORE_URL, HUB_SECRET_KEY } = HUB_ENVIRONMENT
      const values = readEnvironment({ DATA_DIR, STORE_URL, HUB_SECRET_KEY }, env)
      const keys = secrets(values.HUB_SECRET_KEY!, env.HUB_SECRET_KEY_OLD)
      const store = await openStore(values, keys, { existing: true })
      try {
        const { citizens, hub, unreadable, done } = await rotate(store, keys)
        console.log(`citizens' keys   ${citizens.rewrapped} wrapped anew, ${citizens.current} were already`)
        console.log(`the hub's keys   ${hub.rewrapped} wrapped anew, ${hub.current} were already`)
        if (unreadable)
          throw new Error(`${unreadable} keys are opened by none of the secrets: HUB_SECRET_KEY_OLD lacks one`)
        if (!done)
          throw new Error('a hub without the new HUB_SECRET_KEY still makes keys: restart it, then rotate again')
        console.log(
          'a process of the hub that knows the former secret alone opens and makes no keys any more: restart any that was not started with both',
        )
        console.log('done: HUB_SECRET_KEY_OLD is not needed any more')
        const former = formerSecrets(env.HUB_SECRET_KEY_OLD)
        if (former.length)
          console.log(
            `what was signed under it is proved by: npm run audit -- verify ${former.map((secret) => `--key ${headKey(secret)}`).join(' ')}`,
          )
      } finally {
        await store.close()
      }
    },
  },
  backup,
  restore,
  copy,
}

const usage = () =>
  ['npm run store -- COMMAND', ...Object.values(COMMANDS).map(({ usage, does }) => `  ${usage}\n      ${does}`)].join(
    '\n',
  )

try {
  const { words, options } = commandLine(process.argv.slice(2))
  const [name = '', ...rest] = words
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new EnvironmentError(name ? `no command ${name}\n${usage()}` : usage())
  await command.run(rest, options, environmentWith(options.env))
} catch (error) {
  refuseToStart(error)
}
