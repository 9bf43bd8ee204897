/** Bodies that Meta signs with the secret of the app. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The same in constant time, whatever their lengths. */
export function equal(a: string, b: string): boolean {
  const digest = (value: string) => createHmac('sha256', 'compare').update(value).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** The whole body; null for one that is larger. */
export async function bodyOf(request: Request, limit: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What a body says; a byte order mark before it says nothing. Throws a SyntaxError. */
export const jsonOf = (raw: Buffer): unknown => JSON.parse(new TextDecoder().decode(raw))

/** Whether `X-Hub-Signature-256` fits the raw bytes. */
export function isSigned(request: Request, raw: Buffer, secret: string): boolean {
  const signature = createHmac('sha256', secret).update(raw).digest('hex')
  return equal(request.headers.get('x-hub-signature-256') ?? '', `sha256=${signature}`)
}
