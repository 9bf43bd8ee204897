/** The form of what is sealed: AES-256-GCM, the key's id in front, the purpose as additional data. */
import { createCipheriv, createDecipheriv, createHash, randomBytes, randomFillSync } from 'node:crypto'

/** By what a value is sealed that stands for itself: version, key id, iv, tag, ciphertext. Version 1 had ids of four bytes. */
const ID_BYTES: Readonly<Record<number, number>> = { 1: 4, 2: 8 }
const VERSION = 2
const IV_BYTES = 12
const TAG_BYTES = 16
/** Characters that hold all but what is sealed. */
const HEAD_LENGTH = 64
export const CIPHER = 'aes-256-gcm'

/** `no-key`: its key is not here, as after an erasure. `changed`: it was altered, cut, or sealed for another purpose. */
export type VaultFault = 'configuration' | 'form' | 'no-key' | 'changed'
/** A secret is not what it must be, or a sealed value cannot be opened. The message holds no personal data. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly fault: VaultFault
  constructor(fault: VaultFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}
/** Whether a value cannot be opened because its key is gone: its person was erased. */
export const isKeyGone = (error: unknown): boolean => error instanceof VaultError && error.fault === 'no-key'

export interface DataKey {
  /** Hex: eight bytes; four for a key of version 1. */
  readonly id: string
  /** 32 bytes. */
  readonly bytes: Buffer
}
export const newKey = (): DataKey => ({ id: randomBytes(ID_BYTES[VERSION]!).toString('hex'), bytes: randomBytes(32) })
/** A key that is derived has an id that is, too. */
export const derivedKey = (bytes: Buffer, idBytes = ID_BYTES[VERSION]!): DataKey => ({
  id: createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 2 * idBytes),
  bytes,
})

const ivs = Buffer.alloc(IV_BYTES * 512)
let next = ivs.length
/** Many are drawn at once: a call for twelve bytes costs as much as one for thousands. */
function freshIv(): Buffer {
  if (next === ivs.length) {
    randomFillSync(ivs)
    next = 0
  }
  next += IV_BYTES
  return ivs.subarray(next - IV_BYTES, next)
}

export function sealWith(key: DataKey, plain: Uint8Array, purpose: string): Buffer {
  const id = Buffer.from(key.id, 'hex')
  const iv = freshIv()
  const cipher = createCipheriv(CIPHER, key.bytes, iv).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  const version = id.length === ID_BYTES[1] ? 1 : VERSION
  return Buffer.concat([Buffer.from([version]), id, iv, cipher.getAuthTag(), body])
}

const bytesOf = (sealed: Uint8Array | string): Buffer =>
  typeof sealed === 'string'
    ? Buffer.from(sealed, 'base64url')
    : Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)

/** Throws a VaultError for what is no sealed value. */
function parts(sealed: Uint8Array | string): { id: string; rest: Buffer } {
  const bytes = bytesOf(sealed)
  const idBytes = ID_BYTES[bytes[0] ?? 0]
  if (!idBytes || bytes.length < 1 + idBytes + IV_BYTES + TAG_BYTES)
    throw new VaultError('form', 'this is no sealed value')
  return { id: bytes.toString('hex', 1, 1 + idBytes), rest: bytes.subarray(1 + idBytes) }
}

/** Id of the key that a value was sealed under. */
export const keyIdOf = (sealed: Uint8Array | string): string => parts(sealed).id
/** The same, of what may be no sealed value: null. No more of it is looked at than that needs. */
export function keyIdNamed(sealed: string): string | null {
  try {
    return keyIdOf(sealed.slice(0, HEAD_LENGTH))
  } catch {
    return null
  }
}

/** `find`: the key of an id. */
export function openWith(
  find: (id: string) => Buffer | undefined,
  sealed: Uint8Array | string,
  purpose: string,
): Buffer {
  const { id, rest } = parts(sealed)
  const key = find(id)
  if (!key) throw new VaultError('no-key', 'sealed under a key that is not here')
  const decipher = createDecipheriv(CIPHER, key, rest.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(rest.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(rest.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new VaultError('changed', 'a sealed value was changed, or sealed for another purpose', { cause })
  }
}
