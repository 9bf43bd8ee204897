/** Meta's client on the line to an endpoint: encrypted requests, signed, answered within ten seconds. */
import { constants, createCipheriv, createDecipheriv, publicEncrypt, randomBytes } from 'node:crypto'
import { sign } from '../webhooks.ts'

const TIMEOUT = 10_000
const TAG = 16

export interface LineAnswer {
  readonly status: number
  /** Decrypted; null where there is none, or it cannot be read. */
  readonly payload: any
  /** What a 427 says. */
  readonly message: string | null
}

/** One request. `publicKey`: of the business, as it was uploaded. Status 0: no answer. */
export async function askEndpoint(
  endpoint: string,
  payload: object,
  { publicKey, appSecret }: { publicKey: string; appSecret: string },
): Promise<LineAnswer> {
  const key = randomBytes(16)
  const vector = randomBytes(16)
  const cipher = createCipheriv('aes-128-gcm', key, vector)
  const data = Buffer.concat([cipher.update(JSON.stringify(payload), 'utf8'), cipher.final(), cipher.getAuthTag()])
  const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  const body = JSON.stringify({
    encrypted_flow_data: data.toString('base64'),
    encrypted_aes_key: publicEncrypt({ key: publicKey, ...oaep }, key).toString('base64'),
    initial_vector: vector.toString('base64'),
  })
  let response: Response
  let text: string
  try {
    response = await fetch(endpoint, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(body, appSecret) },
      signal: AbortSignal.timeout(TIMEOUT),
    })
    text = await response.text()
  } catch {
    return { status: 0, payload: null, message: null }
  }
  if (response.status !== 200) return { status: response.status, payload: null, message: messageIn(text) }
  try {
    const sealed = Buffer.from(text, 'base64')
    const flipped = Buffer.from(vector.map((byte) => byte ^ 0xff))
    const decipher = createDecipheriv('aes-128-gcm', key, flipped)
    decipher.setAuthTag(sealed.subarray(-TAG))
    const opened = Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
    return { status: 200, payload: JSON.parse(opened.toString('utf8')), message: null }
  } catch {
    return { status: 200, payload: null, message: null }
  }
}

function messageIn(text: string): string | null {
  try {
    const { error_msg } = JSON.parse(text)
    return typeof error_msg === 'string' ? error_msg : null
  } catch {
    return null
  }
}

/** The health check. */
export async function livesAt(endpoint: string, secrets: { publicKey: string; appSecret: string }): Promise<boolean> {
  const { payload } = await askEndpoint(endpoint, { version: '3.0', action: 'ping' }, secrets)
  return payload?.data?.status === 'active'
}
