/** Heads of the event log, signed, so that they can be kept where the log's keeper cannot reach: whoever changes the log cannot change them. */
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'

/** One line of a file of heads. */
export interface SignedHead {
  readonly position: number
  /** Hex. */
  readonly hash: string
  /** RFC 3339. */
  readonly at: string
  /** Ed25519 public key, base64url. */
  readonly key: string
  /** Ed25519 over `headText`, base64url. */
  readonly signature: string
}
/** A file of heads is not what it must be. */
export class HeadsError extends Error {
  override readonly name = 'HeadsError'
}

/** What is signed: four lines. */
export const headText = ({ position, hash, at }: Omit<SignedHead, 'key' | 'signature'>): string =>
  `dwar log head\n${position}\n${hash}\n${at}`

/** RFC 8410: a seed as PKCS #8, a public key as SubjectPublicKeyInfo. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

function privateKey(secretKey: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secretKey, 'dwar', 'heads', 32))
  return createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' })
}
/** Public key of the heads that are signed under this HUB_SECRET_KEY: 32 bytes, base64url. */
export function headKey(secretKey: string): string {
  const der = createPublicKey(privateKey(secretKey)).export({ format: 'der', type: 'spki' })
  return der.subarray(PUBLIC.length).toString('base64url')
}

export function signHead(secretKey: string, head: { position: number; hash: string }, at: Date): SignedHead {
  const line = { position: head.position, hash: head.hash, at: at.toISOString() }
  const signature = sign(null, Buffer.from(headText(line)), privateKey(secretKey)).toString('base64url')
  return { ...line, key: headKey(secretKey), signature }
}

const BEGINNING = '{"position":'

/** Appends it as one line, also behind a line that was cut off. Throws a HeadsError where the file cannot be written, or holds anything else. */
export async function appendHead(file: string, head: SignedHead): Promise<void> {
  const before = existsSync(file) ? await textOf(file) : ''
  const first = before.trimStart().slice(0, BEGINNING.length)
  if (!BEGINNING.startsWith(first))
    throw new HeadsError(`${file} holds something other than heads, and was not touched: name another file`)
  const begin = before === '' || before.endsWith('\n') ? '' : '\n'
  try {
    await appendFile(file, `${begin}${JSON.stringify(head)}\n`, { mode: 0o600 })
  } catch (cause) {
    throw new HeadsError(`${file} cannot be written (${(cause as NodeJS.ErrnoException).code})`, { cause })
  }
}
async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new HeadsError(`${file} cannot be read (${(cause as NodeJS.ErrnoException).code})`, { cause })
  }
}

/** Whether the writing of a head ended half-way: the next one stands on a line of its own. */
function isCutOff(line: string): boolean {
  if (!line.startsWith(BEGINNING) && !BEGINNING.startsWith(line)) return false
  try {
    JSON.parse(line)
    return false
  } catch {
    return true
  }
}

/** The heads of a file that was named: throws a HeadsError also where it has none, or where its last line was cut off, for what was in that vouches for most. */
export async function readNamedHeads(file: string, keys: readonly string[]): Promise<SignedHead[]> {
  const heads = await readHeads(file, keys)
  if (!heads.length) throw new HeadsError(`--heads ${file}: there is no head in it, so nothing can be compared`)
  if (isCutOff((await textOf(file)).trimEnd().split('\n').at(-1)!))
    throw new HeadsError(`--heads ${file}: its last line is cut off: bring a whole copy, or remove that line`)
  return heads
}

/** The heads of a file, each signed by one of these public keys; lines that were cut off are passed over. Throws a HeadsError that names the first line which is none. */
export async function readHeads(file: string, keys: readonly string[]): Promise<SignedHead[]> {
  if (!existsSync(file)) throw new HeadsError(`--heads ${file}: there is no such file`)
  const lines = (await textOf(file)).split('\n')
  return lines.flatMap((line, i) =>
    line.trim() && !isCutOff(line) ? [checkedHead(line, `${file}, line ${i + 1}`, keys)] : [],
  )
}

/** Those heads of a file that one of these public keys has signed; none where there is no such file. What else stands in it vouches for nothing. */
export async function signedHeads(file: string, keys: readonly string[]): Promise<SignedHead[]> {
  if (!existsSync(file)) return []
  return (await textOf(file)).split('\n').flatMap((line) => {
    try {
      return [checkedHead(line, file, keys)]
    } catch {
      return []
    }
  })
}

function checkedHead(line: string, where: string, keys: readonly string[]): SignedHead {
  let head: SignedHead
  try {
    head = JSON.parse(line)
  } catch {
    throw new HeadsError(`${where}: this is no head (a JSON object was expected)`)
  }
  const { position, hash, at, key, signature } = head ?? {}
  const isHead =
    Number.isSafeInteger(position) && [hash, at, key, signature].every((one) => typeof one === 'string' && one)
  if (!isHead) throw new HeadsError(`${where}: this is no head (position, hash, at, key and signature were expected)`)
  if (!keys.includes(key))
    throw new HeadsError(
      `${where}: signed with the key ${key.slice(0, 50)}, which is not this hub's; name a former public key with --key, or is HUB_SECRET_KEY another hub's?`,
    )
  if (!isSigned(head)) throw new HeadsError(`${where}: the signature does not fit: the head was changed`)
  return head
}

function isSigned(head: SignedHead): boolean {
  try {
    const raw = Buffer.from(head.key, 'base64url')
    const key = createPublicKey({ key: Buffer.concat([PUBLIC, raw]), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(headText(head)), key, Buffer.from(head.signature, 'base64url'))
  } catch {
    return false
  }
}
