import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { Environment } from '../adapters/adapter.ts'
import { EnvironmentError } from '../adapters/environment.ts'

/** The hub's own variables; each department's adapter and the channel declare theirs beside them. */
export const HUB_ENVIRONMENT = {
  PORT: { description: 'Port of the hub.', kind: 'integer', maximum: 65_535, example: '4000', default: '4000' },
  DATA_DIR: { description: 'Folder of all that the hub keeps.', kind: 'text', example: './.data', default: './.data' },
  STORE_URL: {
    description:
      'The store: `sqlite:` (in DATA_DIR) or `sqlite:FOLDER`, for one machine; `mongodb://…` or `mongodb+srv://…`, a replica set, for several processes.',
    kind: 'text',
    example: 'sqlite:',
    default: 'sqlite:',
  },
  HUB_SECRET_KEY: {
    description: 'Key of everything that is sealed, at least 32 characters; `openssl rand -base64 32` makes one.',
    kind: 'secret',
    example: 'openssl rand -base64 32',
  },
  AUTH_ISSUER: { description: 'Issuer of access tokens.', kind: 'url', example: 'https://login.delhi.gov.in' },
  AUTH_AUDIENCE: { description: 'Audience that an access token must have.', kind: 'text', example: 'dwar' },
  AUTH_JWKS_URL: { description: "The issuer's keys.", kind: 'url', example: 'https://login.delhi.gov.in/jwks' },
  LOG_LEVEL: {
    description: '`info`, `warn`, `error` or `silent`.',
    kind: 'text',
    oneOf: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    example: 'info',
    default: 'info',
  },
} as const satisfies Environment

/** Read where they are set; the hub does without them. */
export const OPTIONAL_ENVIRONMENT = {
  HUB_SECRET_KEY_OLD: {
    description:
      'Former values of HUB_SECRET_KEY, separated by commas, until `npm run store -- rotate` has wrapped every key anew.',
    kind: 'secret',
    example: '',
    default: '',
  },
  PUBLIC_URL: {
    description: 'Address under which citizens reach the hub; the base of `/verify`.',
    kind: 'url',
    example: 'https://dwar.delhi.gov.in',
    default: 'http://localhost:$PORT',
  },
  DEPARTMENTS: {
    description: 'Departments to serve, separated by commas; all where it is not set.',
    kind: 'text',
    example: 'parks,libraries',
    default: '',
  },
  HOLIDAYS_FILE: {
    description:
      'JSON of holidays by year (`{ "2028": { "2028-01-26": "Republic Day" } }`), instead of the gazetted holidays of Delhi that come with the hub.',
    kind: 'text',
    example: './holidays.json',
    default: '',
  },
  REDIS_URL: {
    description:
      'Wakes the other processes at once; without it each looks four times a second. Only where there are several.',
    kind: 'url',
    example: 'redis://localhost:6379',
    default: '',
  },
  GATEWAY_URL: {
    description: 'Where a subgraph in a process of its own asks the hub.',
    kind: 'url',
    example: 'http://localhost:4000/graphql',
    default: 'http://localhost:4000/graphql',
  },
} as const satisfies Environment

/** The port that a variable or an option says; `otherwise` where it is not set. Throws where it is none. */
export function portOf(name: string, value: string | undefined, otherwise: number): number {
  if (!value) return otherwise
  if (!/^\d+$/.test(value) || Number(value) > 65_535)
    throw new EnvironmentError(`${name} ${value} is not a port: 0 to 65535 was expected (such as ${otherwise || 4000})`)
  return Number(value)
}

/** `--name value` pairs and bare words of a command line. */
export function commandLine(argv: readonly string[]): { words: string[]; options: Record<string, string> } {
  const words: string[] = []
  const options: Record<string, string> = {}
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!
    if (!argument.startsWith('--')) words.push(argument)
    else if (argument.includes('='))
      options[argument.slice(2, argument.indexOf('='))] = argument.slice(argument.indexOf('=') + 1)
    else if (argv[i + 1] !== undefined && !argv[i + 1]!.startsWith('--')) options[argument.slice(2)] = argv[++i]!
    else options[argument.slice(2)] = 'true'
  }
  return { words, options }
}

/** The process environment over what `file` says. Throws where the file is not there. */
export function environmentWith(file: string | undefined): Record<string, string | undefined> {
  if (!file) return process.env
  if (!existsSync(file)) throw new Error(`--env ${file}: there is no such file`)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`--env ${file}: it cannot be read (${(error as NodeJS.ErrnoException).code})`, { cause: error })
  }
  return { ...parseEnv(text), ...definedOf(process.env) }
}

/** Throws where an option is given that a command does not have, or a word too many. `usage` is what it has. */
export function onlyThese(
  { words, options }: { readonly words: readonly string[]; readonly options: Readonly<Record<string, unknown>> },
  known: readonly string[],
  usage: string,
): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new EnvironmentError(`there is no option --${unknown} here: ${usage}`)
  if (words.length) throw new EnvironmentError(`${words[0]} is a word too many: ${usage}`)
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1])))
}
