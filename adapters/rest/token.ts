/** OAuth 2 client credentials (RFC 6749, section 4.4): one token for all requests, renewed before it ends. */
import { AdapterError } from '../adapter.ts'
import { rest, retryAfterOf } from '../retry-after.ts'
import { read, text } from './json.ts'

export interface TokenSource {
  /** A token that is valid now. Whatever goes wrong is DEPARTMENT_UNAVAILABLE, with what is left of a `Retry-After`: the operation itself was not sent. */
  get(signal: AbortSignal): Promise<string>
  /** The department refused this token: the next `get` asks for another. */
  forget(token: string): void
}
export interface ClientCredentials {
  readonly department: string
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope?: string
  /** ms before its end at which a token is renewed. @default 60000, at most half its life */
  readonly early?: number
  /** ms that the token's own request may take. @default 5000 */
  readonly timeout?: number
}

export function clientCredentials({
  department,
  tokenUrl,
  clientId,
  clientSecret,
  scope,
  early = 60_000,
  timeout = 5000,
}: ClientCredentials): TokenSource {
  let held: { token: string; until: number } | null = null
  let asking: Promise<string> | null = null
  const quiet = rest()
  const where = { department, operation: 'token' }

  async function ask(): Promise<string> {
    const asked = performance.now()
    const credentials = [clientId, clientSecret].map(encodeURIComponent).join(':')
    const response = await fetch(tokenUrl, {
      method: 'POST',
      redirect: 'manual',
      headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}`, accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope ? { scope } : {}) }),
      signal: AbortSignal.timeout(timeout),
    })
    const body = await response.text()
    if (!response.ok) {
      quiet.begin(retryAfterOf(response.headers))
      throw new Error(`answered ${response.status}`)
    }
    const { token, seconds } = read(JSON.parse(body), (answer) => ({
      token: answer.get('access_token', text),
      seconds: answer.optional('expires_in', (value) => Number(value) || 0) ?? 300,
    }))
    const life = seconds * 1000
    held = { token, until: asked + life - Math.min(early, life / 2) }
    return token
  }

  const none = (cause: unknown) =>
    new AdapterError('DEPARTMENT_UNAVAILABLE', { ...where, retryAfter: quiet.left }, 'gives no token', { cause })

  return {
    async get(signal) {
      if (held && performance.now() < held.until) return held.token
      if (quiet.left) throw none('not asked before the time that it named')
      // one request for all who wait; each gives up by their own deadline
      asking ??= ask().finally(() => {
        asking = null
      })
      // all who waited may have given up by the time it fails
      asking.catch(() => undefined)
      try {
        return await orAborted(asking, signal)
      } catch (cause) {
        throw none(cause)
      }
    },
    forget(token) {
      if (held?.token === token) held = null
    },
  }
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
