/** Callbacks signed with a shared secret: HMAC-SHA-256 over the timestamp, a full stop and the raw body. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { CallbackRefused } from '../adapter.ts'

export interface SignatureOptions {
  /** Secrets by key id; two while one is being replaced. */
  readonly secrets: ReadonlyMap<string, string>
  /** Names of the headers: `sha256=<hex>`, seconds since 1970, id of the key. */
  readonly headers: { readonly signature: string; readonly timestamp: string; readonly keyId: string }
  /** Seconds by which the timestamp may differ from now. @default 300 */
  readonly window?: number
  /** ms since 1970. @default Date.now */
  readonly now?: () => number
}

/** Secrets by key id from a setting: `id:secret,id:secret`, or one secret alone, whose id is `1`. */
export function parseSecrets(setting: string): ReadonlyMap<string, string> {
  const pairs = setting
    .split(',')
    .map((pair) => pair.trim())
    .filter(Boolean)
  return new Map(
    pairs.map(
      (pair) =>
        (pair.includes(':') ? [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)] : ['1', pair]) as [
          string,
          string,
        ],
    ),
  )
}

/** The raw body of a request that is signed by one of the secrets, and new; throws CallbackRefused for any other. */
export async function signedBody(
  request: Request,
  { secrets, headers, window = 300, now = Date.now }: SignatureOptions,
): Promise<Uint8Array> {
  const body = new Uint8Array(await request.arrayBuffer())
  const timestamp = request.headers.get(headers.timestamp) ?? ''
  const keyId = request.headers.get(headers.keyId) ?? ''
  const given = /^sha256=([0-9a-f]{64})$/.exec(request.headers.get(headers.signature) ?? '')?.[1]
  if (!/^\d{1,12}$/.test(timestamp) || given === undefined) throw new CallbackRefused('the callback is not signed')
  const secret = secrets.get(keyId)
  // an unknown key takes as long as a wrong signature
  const expected = createHmac('sha256', secret ?? 'none')
    .update(`${timestamp}.`)
    .update(body)
    .digest()
  if (!timingSafeEqual(expected, Buffer.from(given, 'hex')) || secret === undefined)
    throw new CallbackRefused('the signature is not right')
  if (Math.abs(now() / 1000 - Number(timestamp)) > window)
    throw new CallbackRefused('the callback is too old, or from the future')
  return body
}
