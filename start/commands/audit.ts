/** `npm run audit -- verify [--heads FILE] | heads --out FILE | key`: proves that the record is whole, and keeps where it stands. Reads the store, writes nothing to it; the hub may run. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { EnvironmentError, readEnvironment } from '../../adapters/environment.ts'
import { audit } from '../../store/audit.ts'
import { appendHead, headKey, readHeads, readNamedHeads, signedHeads, signHead } from '../../subgraphs/host/heads.ts'
import { formerSecrets } from '../../subgraphs/host/secrets.ts'
import { environmentWith, HUB_ENVIRONMENT, onlyThese } from '../environment.ts'
import { openSnapshot, placeOf } from '../open-store.ts'
import { refuseToStart } from '../stopping.ts'

const USAGE = `npm run audit -- verify [--heads FILE] [--key PUBLIC]…   is the log whole, from its first row to its last?
                                                     compared with DATA_DIR/heads.jsonl, where it is there, or with FILE
npm run audit -- heads --out FILE                    appends where it stands, signed
npm run audit -- key                                 the public key of what is signed
  with any: --env FILE`

/** What each command takes. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  verify: ['env', 'heads', 'key'],
  heads: ['env', 'out'],
  key: ['env'],
}

type Env = Readonly<Record<string, string | undefined>>

function secretOf(env: Env): string {
  const { HUB_SECRET_KEY } = HUB_ENVIRONMENT
  return readEnvironment({ HUB_SECRET_KEY }, env).HUB_SECRET_KEY!
}
/** Public keys whose signatures count: whoever checks from outside names them, and has no secret. */
function keysOf(env: Env, named: readonly string[]): string[] {
  const secrets = named.length && !env.HUB_SECRET_KEY ? [] : [secretOf(env)]
  const former = formerSecrets(env.HUB_SECRET_KEY_OLD)
  return [...named, ...[...secrets, ...former].map(headKey)]
}

/** The file that the hub appends its heads to. */
const hubsHeads = (env: Env): string => join(env.DATA_DIR || HUB_ENVIRONMENT.DATA_DIR.default, 'heads.jsonl')
function whereThere(file: string): string | undefined {
  return existsSync(file) ? file : undefined
}

/** Those of `--key`. */
function publicKeys(heads: string | undefined, key: readonly string[] = []): readonly string[] {
  if (key.length && !heads)
    throw new EnvironmentError(
      '--key says whose signatures count, and there is no --heads FILE, nor heads.jsonl in DATA_DIR',
    )
  const wrong = key.find((one) => !/^[\w-]{43}$/.test(one))
  if (wrong !== undefined)
    throw new EnvironmentError(
      `--key ${wrong.slice(0, 50)} is no public key: 43 characters, as npm run audit -- key prints it`,
    )
  return key
}

async function verify(
  env: Env,
  own: string | undefined,
  other: string | undefined,
  named: readonly string[],
): Promise<number> {
  const file = other ?? own
  const keys = file ? keysOf(env, named) : []
  const heads = other ? await readNamedHeads(other, keys) : own ? await readHeads(own, keys) : []
  const snapshot = await openSnapshot(placeOf(env))
  try {
    const { rows, applications, waiting, heads: matched, head, fault } = await audit(snapshot, heads)
    if (fault) {
      const where = [fault.position === null ? [] : `position ${fault.position}`, fault.event ?? []].flat()
      console.log(`NOT WHOLE at ${where.join(', ')}: ${fault.says} (${fault.kind})`)
      console.log(`whole up to position ${head.position}, ${head.hash}`)
      return 1
    }
    console.log(`whole: ${rows} rows, up to ${head.hash}`)
    console.log(`${applications} applications have exactly their events; ${waiting} events are on their way to the log`)
    console.log(
      file
        ? `compared with ${file}:\n${matched} signed heads lie in the chain`
        : 'compared with no signed heads: none are in DATA_DIR, and no --heads FILE is named',
    )
    return 0
  } finally {
    await snapshot.close()
  }
}

async function writeHead(env: Env, file: string): Promise<void> {
  const secret = secretOf(env)
  const keys = keysOf(env, [])
  const kept = [...new Set([hubsHeads(env), file].map((one) => resolve(one)))]
  const heads = await Promise.all(kept.map((one) => signedHeads(one, keys)))
  const snapshot = await openSnapshot(placeOf(env))
  try {
    // a head that is exported from a chain that does not hold, or was written anew, would vouch for it
    const { head, fault } = await audit(snapshot, heads.flat())
    if (fault?.kind === 'head' || fault?.kind === 'end')
      throw new Error(
        `no head is exported: ${fault.says} (${kept.join(', ')}). Where that was a restore, name a new file, and set heads.jsonl of DATA_DIR aside`,
      )
    if (fault) throw new Error('the record is not whole, and no head is exported: npm run audit -- verify')
    await appendHead(file, signHead(secret, head, new Date()))
    console.log(`position ${head.position}, ${head.hash}`)
  } finally {
    await snapshot.close()
  }
}

try {
  const { values, positionals } = parseArgs({
    options: {
      env: { type: 'string' },
      heads: { type: 'string' },
      out: { type: 'string' },
      key: { type: 'string', multiple: true },
    },
    allowPositionals: true,
  })
  const [command = '', ...words] = positionals
  const known = Object.hasOwn(OPTIONS, command) ? OPTIONS[command] : undefined
  if (!known) throw new EnvironmentError(command ? `no command ${command}\n${USAGE}` : USAGE)
  onlyThese({ words, options: values }, known, `\n${USAGE}`)
  const env = environmentWith(values.env)
  if (command === 'verify') {
    const own = whereThere(hubsHeads(env))
    process.exitCode = await verify(env, own, values.heads, publicKeys(values.heads ?? own, values.key))
  } else if (command === 'key') console.log(headKey(secretOf(env)))
  else if (values.out) await writeHead(env, values.out)
  else throw new EnvironmentError(`heads needs --out FILE\n${USAGE}`)
} catch (error) {
  refuseToStart(error)
}
