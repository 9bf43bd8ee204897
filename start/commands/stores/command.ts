import { EnvironmentError, readEnvironment } from '../../../adapters/environment.ts'
import type { Tally } from '../../../store/transfer.ts'
import { backupKeys } from '../../../subgraphs/host/backup-keys.ts'
import { type Secrets, secrets } from '../../../subgraphs/host/secrets.ts'
import { HUB_ENVIRONMENT, onlyThese } from '../../environment.ts'

export type Env = Readonly<Record<string, string | undefined>>
export type Options = Readonly<Record<string, string>>

/** One command of `npm run store`. `run` prints what it found and did, and throws what it could not do. */
export interface Command {
  readonly usage: string
  readonly does: string
  run(words: readonly string[], options: Options, env: Env): Promise<void>
}

/** What HUB_SECRET_KEY and the former ones open, and what they prove. */
export function keysOf(env: Env): { secrets: Secrets; backup: readonly [Buffer, ...Buffer[]] } {
  const { HUB_SECRET_KEY } = HUB_ENVIRONMENT
  const secret = readEnvironment({ HUB_SECRET_KEY }, env).HUB_SECRET_KEY!
  return { secrets: secrets(secret, env.HUB_SECRET_KEY_OLD), backup: backupKeys(secret, env.HUB_SECRET_KEY_OLD) }
}

/** Throws where an option is given that the command does not have. */
export const only = (options: Options, known: readonly string[], { usage }: Pick<Command, 'usage'>): void =>
  onlyThese({ words: [], options }, known, `npm run store -- ${usage}`)

/** The one word of a command; an option without a value may have taken it for its own. */
export function wordOf(
  words: readonly string[],
  options: Options,
  flag: string,
  { usage }: Pick<Command, 'usage'>,
): string {
  const taken = options[flag] && options[flag] !== 'true' ? [options[flag]] : []
  const [word, ...more] = [...words, ...taken]
  if (!word || more.length) throw new EnvironmentError(`npm run store -- ${usage}`)
  return word
}

/** How much of each there was, a line each. */
export function printed({ rows, blobs, bytes, head }: Tally): string {
  const lines = [...Object.entries(rows), ['blob', blobs] as const].filter(([, count]) => count)
  const width = Math.max(...lines.map(([kind]) => kind.length), 4)
  return [
    ...lines.map(([kind, count]) => `${kind.padEnd(width)}  ${count}${kind === 'blob' ? ` (${bytes} bytes)` : ''}`),
    `${'head'.padEnd(width)}  ${head.position} ${head.hash}`,
  ].join('\n')
}
