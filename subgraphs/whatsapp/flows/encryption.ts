/** Meta's encryption of what a Flow and its endpoint say to each other: RSA-OAEP with SHA-256 around a key of AES-128-GCM. */
import { constants, createCipheriv, createDecipheriv, type KeyObject, privateDecrypt } from 'node:crypto'

const TAG = 16
const KEY = 16

/** The request is not for this key, or was changed on its way. */
export class NotDecrypted extends Error {
  override readonly name = 'NotDecrypted'
}

export interface OpenedRequest {
  readonly payload: Readonly<Record<string, unknown>>
  /** The answer as the client opens it: the same key, every bit of the vector flipped, base64. */
  seal(answer: object): string
}

const bytesOf = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : '', 'base64')

/** Throws NotDecrypted. */
export function openRequest(body: Readonly<Record<string, unknown>>, privateKey: KeyObject): OpenedRequest {
  const data = bytesOf(body.encrypted_flow_data)
  const vector = bytesOf(body.initial_vector)
  let key: Buffer
  let payload: unknown
  try {
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
    key = privateDecrypt({ key: privateKey, ...padding }, bytesOf(body.encrypted_aes_key))
    if (key.length !== KEY || data.length <= TAG) throw new Error('the lengths do not fit')
    const decipher = createDecipheriv('aes-128-gcm', key, vector, { authTagLength: TAG })
    decipher.setAuthTag(data.subarray(-TAG))
    payload = JSON.parse(Buffer.concat([decipher.update(data.subarray(0, -TAG)), decipher.final()]).toString('utf8'))
  } catch (error) {
    throw new NotDecrypted('a request of a form cannot be decrypted', { cause: error })
  }
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    throw new NotDecrypted('a request of a form holds no object')
  return {
    payload: payload as Record<string, unknown>,
    seal(answer) {
      const flipped = Buffer.from(vector.map((byte) => ~byte & 0xff))
      const cipher = createCipheriv('aes-128-gcm', key, flipped, { authTagLength: TAG })
      const sealed = [cipher.update(JSON.stringify(answer), 'utf8'), cipher.final(), cipher.getAuthTag()]
      return Buffer.concat(sealed).toString('base64')
    },
  }
}
