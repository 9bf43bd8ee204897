/**
 * The file of a backup: a line of text, then frames, each with a keyed check over itself and all before it, and a last frame that says so.
 * A frame is its type (1 byte), the length of what it holds (4, big-endian), that, and the check (32).
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** A file is no backup, not a whole one, or not one of this hub. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

export const FORM = 1
/** How each begins. */
export const MAGIC = 'dwar backup'
/** Longest first line, bytes. */
const FIRST_MAXIMUM = 128
/** Longest content of a frame, bytes. */
export const FRAME_MAXIMUM = 2 ** 22
const HEAD_BYTES = 5
const CHECK_BYTES = 32

export const FRAME = { rows: 1, blob: 2, bytes: 3, end: 4 } as const
export interface Frame {
  readonly type: number
  readonly content: Buffer
}

/** Tells by which key a file was made, without telling the key. */
const keyIdOf = (key: Uint8Array): string => createHmac('sha256', key).update('id').digest('hex').slice(0, 16)
const check = (key: Uint8Array, ...parts: Uint8Array[]): Buffer => {
  const hmac = createHmac('sha256', key)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}
function headOf(type: number, length: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt8(type)
  head.writeUInt32BE(length, 1)
  return head
}

/** The bytes of a file of these frames, made at `at`. */
export async function* writeFrames(frames: AsyncIterable<Frame>, key: Uint8Array, at: Date): AsyncIterable<Buffer> {
  const first = Buffer.from(`${MAGIC} ${FORM} ${keyIdOf(key)} ${at.toISOString()}\n`)
  let last = check(key, first)
  yield first
  for await (const { type, content } of frames) {
    const head = headOf(type, content.length)
    last = check(key, last, head, content)
    yield Buffer.concat([head, content, last])
  }
}

/** The frames of a file called `name`, each proved before it is given; the last is `FRAME.end`. Throws a BackupError. */
export async function* readFrames(
  name: string,
  file: AsyncIterable<Uint8Array>,
  keys: readonly Uint8Array[],
  made: (at: string) => void,
): AsyncIterable<Frame> {
  const bytes = reader(file)
  const { line, key, at } = firstLine(name, await bytes.line(FIRST_MAXIMUM), keys)
  let last = check(key, line)
  for (;;) {
    const begin = bytes.position
    const altered = () => new BackupError(`${name} was altered at byte ${begin} or before; nothing was touched`)
    const cut = () =>
      new BackupError(
        `${name} is cut short: it ends at byte ${bytes.position}, before its end mark; nothing was touched`,
      )
    const head = await bytes.take(HEAD_BYTES)
    if (!head) throw cut()
    const length = head.readUInt32BE(1)
    if (length > FRAME_MAXIMUM) throw altered()
    const content = await bytes.take(length)
    const found = content && (await bytes.take(CHECK_BYTES))
    if (!found) throw cut()
    last = check(key, last, head, content)
    if (!timingSafeEqual(last, found)) throw altered()
    const type = head[0]!
    // what it says in the clear is proved by the first frame
    made(at)
    if (type === FRAME.end && (await bytes.take(1)))
      throw new BackupError(`${name} was altered: something follows its end mark; nothing was touched`)
    yield { type, content }
    if (type === FRAME.end) return
  }
}

function firstLine(name: string, line: Buffer | null, keys: readonly Uint8Array[]) {
  if (!line?.length) throw new BackupError(`${name} is empty: it is no backup`)
  const [, form, id, at] = new RegExp(`^${MAGIC} (\\d+) ([0-9a-f]{16}) (\\S+)\\n$`).exec(line.toString('latin1')) ?? []
  if (!form) throw new BackupError(`${name} is no backup of this hub: its first line is not a backup's`)
  if (Number(form) !== FORM)
    throw new BackupError(`${name} is a backup of form ${form}, and this program reads form ${FORM}`)
  const key = keys.find((one) => keyIdOf(one) === id)
  if (!key)
    throw new BackupError(
      `${name} was made under another HUB_SECRET_KEY (a former one goes into HUB_SECRET_KEY_OLD), or its first line was altered; nothing was touched`,
    )
  return { line, key, at: at! }
}

/** Exact pieces of a stream. */
function reader(file: AsyncIterable<Uint8Array>) {
  const source = file[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  let position = 0
  async function more(): Promise<boolean> {
    const { done, value } = await source.next()
    if (done) return false
    held = held.length ? Buffer.concat([held, value]) : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    return true
  }
  function give(length: number): Buffer {
    const piece = held.subarray(0, length)
    held = held.subarray(length)
    position += length
    return piece
  }
  return {
    get position() {
      return position
    },
    /** Null where the stream ends before. */
    async take(length: number): Promise<Buffer | null> {
      while (held.length < length)
        if (!(await more())) {
          position += held.length
          held = Buffer.alloc(0)
          return null
        }
      return give(length)
    },
    /** Up to its line feed; all that there is where none comes within `maximum`. Null for an empty stream. */
    async line(maximum: number): Promise<Buffer | null> {
      while (held.length < maximum && !held.includes(10) && (await more()));
      const end = held.subarray(0, maximum).indexOf(10)
      return held.length ? give(end < 0 ? Math.min(held.length, maximum) : end + 1) : null
    },
  }
}
