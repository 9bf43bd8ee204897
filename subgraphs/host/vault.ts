import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Vault } from '../subgraph.ts'

const VERSION = 1
const KEY_ID_BYTES = 4
const IV_BYTES = 12
const TAG_BYTES = 16

/** HUB_SECRET_KEY is not what it must be, or a value was sealed under another key. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
}

/**
 * AES-256-GCM under a key derived from HUB_SECRET_KEY (at least 32 characters). A sealed value is
 * version (1 byte), key id (4), iv (12), tag (16), ciphertext; as text in base64url. `purpose` is its additional data.
 */
export function vault(secretKey: string): Vault {
  if (secretKey.length < 32)
    throw new VaultError('HUB_SECRET_KEY has fewer than 32 characters: make one with `openssl rand -base64 32`')
  const derive = (info: string) => Buffer.from(hkdfSync('sha256', secretKey, 'dwar', info, 32))
  const key = derive('seal')
  const blindKey = derive('blind')
  const keyId = createHash('sha256').update(key).digest().subarray(0, KEY_ID_BYTES)

  function sealBytes(plain: Uint8Array, purpose: string): Uint8Array {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([Buffer.from([VERSION]), keyId, iv, cipher.getAuthTag(), body])
  }
  function openBytes(sealed: Uint8Array, purpose: string): Uint8Array {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    const head = 1 + KEY_ID_BYTES
    if (bytes[0] !== VERSION || bytes.length < head + IV_BYTES + TAG_BYTES)
      throw new VaultError('this is no sealed value')
    if (!bytes.subarray(1, head).equals(keyId)) throw new VaultError('sealed under another key than HUB_SECRET_KEY')
    const iv = bytes.subarray(head, head + IV_BYTES)
    const tag = bytes.subarray(head + IV_BYTES, head + IV_BYTES + TAG_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose)).setAuthTag(tag)
    try {
      return Buffer.concat([decipher.update(bytes.subarray(head + IV_BYTES + TAG_BYTES)), decipher.final()])
    } catch (cause) {
      throw new VaultError('a sealed value was changed, or sealed for another purpose', { cause })
    }
  }
  const open = (sealed: string, purpose: string) => openBytes(Buffer.from(sealed, 'base64url'), purpose)
  return {
    sealBytes,
    openBytes,
    seal: (plain, purpose) =>
      Buffer.from(sealBytes(typeof plain === 'string' ? Buffer.from(plain) : plain, purpose)).toString('base64url'),
    open,
    openText: (sealed, purpose) => Buffer.from(open(sealed, purpose)).toString('utf8'),
    blind: (value, purpose) => createHmac('sha256', blindKey).update(`${purpose}\n${value}`).digest('hex'),
  }
}
