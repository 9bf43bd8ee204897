/** WS-Security UsernameToken, as the WSDL describes it: a digest with nonce and time, or the password itself. */
import { createHash, timingSafeEqual } from 'node:crypto'

const FRESH_MS = 5 * 60_000

const textOf = (value: any): string => (typeof value === 'string' ? value : String(value?.$value ?? ''))
const same = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(a!, b!)
}

/** Checks the Security header of requests; a nonce is good once. `security` is what node-soap made of the header. */
export function credentials(username: string, password: string): (security: any) => boolean {
  const seen = new Map<string, number>()
  return (security) => {
    const token = security?.UsernameToken
    if (!token || !same(textOf(token.Username).trim(), username)) return false
    const given = textOf(token.Password).trim()
    const nonce = textOf(token.Nonce).trim()
    const created = textOf(token.Created).trim()
    if (String(token.Password?.attributes?.Type ?? '').endsWith('#PasswordText')) return same(given, password)
    const digest = createHash('sha1')
      .update(Buffer.from(nonce, 'base64'))
      .update(created)
      .update(password)
      .digest('base64')
    // by the machine's clock: that of the sandbox is moved, those of its callers are not
    const now = Date.now()
    if (!nonce || seen.has(nonce) || !(Math.abs(now - Date.parse(created)) <= FRESH_MS) || !same(given, digest))
      return false
    for (const [old, at] of seen) if (now - at > 2 * FRESH_MS) seen.delete(old)
    seen.set(nonce, now)
    return true
  }
}
