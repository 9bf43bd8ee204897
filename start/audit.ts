/** `npm run audit -- verify [--heads FILE] | heads --out FILE | key`: proves that the record is whole, and keeps where it stands. Reads the store, writes nothing to it; the hub may run. */
import { parseArgs } from 'node:util'
import { readEnvironment } from '../adapters/environment.ts'
import { audit } from '../store/audit.ts'
import { appendHead, headKey, readHeads, signHead } from '../subgraphs/host/heads.ts'
import { environmentWith, HUB_ENVIRONMENT } from './environment.ts'
import { openSnapshot, placeOf } from './open-store.ts'
import { refuseToStart } from './stopping.ts'

const USAGE = `npm run audit -- verify [--heads FILE [--key PUBLIC]…]   is the log whole, from its first row to its last?
npm run audit -- heads --out FILE                    appends where it stands, signed
npm run audit -- key                                 the public key of what is signed
  with any: --env FILE`

type Env = Readonly<Record<string, string | undefined>>

function secretOf(env: Env): string {
  const { HUB_SECRET_KEY } = HUB_ENVIRONMENT
  return readEnvironment({ HUB_SECRET_KEY }, env).HUB_SECRET_KEY!
}
/** Public keys whose signatures count: whoever checks from outside names them, and has no secret. */
function keysOf(env: Env, named: readonly string[]): string[] {
  const secrets = named.length && !env.HUB_SECRET_KEY ? [] : [secretOf(env)]
  const former = (env.HUB_SECRET_KEY_OLD ?? '').split(',').flatMap((secret) => secret.trim() || [])
  return [...named, ...[...secrets, ...former].map(headKey)]
}

async function verify(env: Env, file: string | undefined, named: readonly string[]): Promise<number> {
  const heads = file ? await readHeads(file, keysOf(env, named)) : []
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
    if (file) console.log(`${matched} signed heads lie in the chain`)
    return 0
  } finally {
    await snapshot.close()
  }
}

async function writeHead(env: Env, file: string): Promise<void> {
  const secret = secretOf(env)
  const snapshot = await openSnapshot(placeOf(env))
  try {
    // a head that is exported from a chain that does not hold would vouch for it
    const { head, fault } = await audit(snapshot, [])
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
  const env = environmentWith(values.env)
  const [command] = positionals
  if (command === 'verify') process.exitCode = await verify(env, values.heads, values.key ?? [])
  else if (command === 'heads' && values.out) await writeHead(env, values.out)
  else if (command === 'key') console.log(headKey(secretOf(env)))
  else throw new Error(USAGE)
} catch (error) {
  refuseToStart(error)
}
