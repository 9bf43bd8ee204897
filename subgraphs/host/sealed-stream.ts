/**
 * Bytes of any length, sealed as they pass: version 3, key id (8), salt (32), then frames of 64 KiB, each with a tag of its own.
 * A frame's nonce is its number and whether it is the last, so that frames which were swapped, left out or cut off are seen.
 * The key of a stream is derived from the data key and the salt, so no nonce is used twice.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { CIPHER, type DataKey, openWith, VaultError } from './seal.ts'

const VERSION = 3
const ID_BYTES = 8
const SALT_BYTES = 32
const HEADER_BYTES = 1 + ID_BYTES + SALT_BYTES
const TAG_BYTES = 16
export const FRAME_BYTES = 64 * 1024
const SEALED_FRAME_BYTES = FRAME_BYTES + TAG_BYTES

const streamKey = (key: Buffer, salt: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `dwar stream\n${purpose}`, 32))

function nonceOf(frame: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(frame, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** The bytes in pieces of `size`; the last one, which may be shorter or empty, is marked. Holds one piece. */
async function* pieces(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let kept: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    kept.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    length += chunk.byteLength
    // whether a piece is the last is known only once there is more
    while (length > size) {
      const all = kept.length === 1 ? kept[0]! : Buffer.concat(kept)
      yield { piece: all.subarray(0, size), last: false }
      kept = [all.subarray(size)]
      length -= size
    }
  }
  yield { piece: Buffer.concat(kept), last: true }
}

export async function* sealStream(
  key: DataKey,
  plain: AsyncIterable<Uint8Array>,
  purpose: string,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT_BYTES)
  yield Buffer.concat([Buffer.from([VERSION]), Buffer.from(key.id, 'hex'), salt])
  const own = streamKey(key.bytes, salt, purpose)
  let frame = 0
  for await (const { piece, last } of pieces(plain, FRAME_BYTES)) {
    const cipher = createCipheriv(CIPHER, own, nonceOf(frame, last))
    frame += 1
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
}

/** Gives out no byte that was not proved; ends with a VaultError where bytes are missing at the end. */
export async function* openStream(
  find: (id: string) => Buffer | undefined,
  sealed: AsyncIterable<Uint8Array>,
  purpose: string,
): AsyncGenerator<Uint8Array> {
  const rest = sealed[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  while (head.length < HEADER_BYTES) {
    const { done, value } = await rest.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  const all: AsyncIterable<Uint8Array> = {
    async *[Symbol.asyncIterator]() {
      try {
        yield head
        for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
      } finally {
        await rest.return?.()
      }
    },
  }
  // bytes that were sealed whole, before there were streams
  if (head[0] === 1 || head[0] === 2) return yield openWith(find, await collected(all), purpose)
  if (head[0] !== VERSION || head.length < HEADER_BYTES) throw new VaultError('form', 'these are no sealed bytes')
  const key = find(head.toString('hex', 1, 1 + ID_BYTES))
  if (!key) {
    await rest.return?.()
    throw new VaultError('no-key', 'sealed under a key that is not here')
  }
  const own = streamKey(key, head.subarray(1 + ID_BYTES, HEADER_BYTES), purpose)
  head = head.subarray(HEADER_BYTES)
  let frame = 0
  for await (const { piece, last } of pieces(all, SEALED_FRAME_BYTES)) {
    if (piece.length < TAG_BYTES) throw new VaultError('changed', 'sealed bytes were cut off')
    const decipher = createDecipheriv(CIPHER, own, nonceOf(frame, last)).setAuthTag(piece.subarray(-TAG_BYTES))
    frame += 1
    let plain: Buffer
    try {
      plain = Buffer.concat([decipher.update(piece.subarray(0, -TAG_BYTES)), decipher.final()])
    } catch (cause) {
      throw new VaultError('changed', 'sealed bytes were changed, cut off, or sealed for another purpose', { cause })
    }
    yield plain
  }
}

/** All bytes in one piece; of a known `size`, no more memory is taken than that. */
export async function collected(bytes: AsyncIterable<Uint8Array>, size?: number): Promise<Buffer<ArrayBuffer>> {
  if (size === undefined) {
    const chunks: Uint8Array[] = []
    for await (const chunk of bytes) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  const whole = Buffer.allocUnsafe(size)
  let at = 0
  for await (const chunk of bytes) {
    if (at + chunk.length > size) throw new VaultError('changed', 'there are more bytes than were kept')
    whole.set(chunk, at)
    at += chunk.length
  }
  if (at !== size) throw new VaultError('changed', 'there are fewer bytes than were kept')
  return whole
}
