/** How one process of the hub tells another who asks: a JWT of 60 seconds, signed with a key derived from HUB_SECRET_KEY, for one audience. */
import { hkdfSync } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import type { Principal } from '../subgraphs/subgraph.ts'

const TYPE = 'dwar-internal+jwt'
const LIFETIME_S = 60
/** A token is handed out again while at least this much of its life is left. */
const FRESH_MS = 30_000

export interface InternalTokens {
  /** `audience`: the name of a subgraph, or `gateway`. */
  issue(audience: string, principal: Principal | null): Promise<string>
  /** Throws for a token that is not ours, not for `audience`, or older than 60 seconds. */
  verify(token: string, audience: string): Promise<Principal | null>
}

/** Processes compare real time here, never the sandbox's moved clock: each may have its own. */
export function internalTokens(secretKey: string): InternalTokens {
  const key = new Uint8Array(hkdfSync('sha256', secretKey, '', 'dwar internal token', 32))
  /** `until` by the monotonic clock; a token from before the wall clock was set back would seem to be of the future. */
  const issued = new Map<string, { token: string; at: number; until: number }>()
  return {
    async issue(audience, principal) {
      const name = JSON.stringify([audience, principal])
      const known = issued.get(name)
      const now = Math.floor(Date.now() / 1000)
      if (known && known.until > performance.now() && known.at <= now) return known.token
      const token = await new SignJWT({ principal })
        .setProtectedHeader({ alg: 'HS256', typ: TYPE })
        .setIssuer('dwar')
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + LIFETIME_S)
        .sign(key)
      if (issued.size >= 1000) issued.delete(issued.keys().next().value as string)
      issued.set(name, { token, at: now, until: performance.now() + LIFETIME_S * 1000 - FRESH_MS })
      return token
    },
    async verify(token, audience) {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        typ: TYPE,
        issuer: 'dwar',
        audience,
        requiredClaims: ['exp', 'iat'],
        maxTokenAge: LIFETIME_S,
      })
      return (payload.principal ?? null) as Principal | null
    },
  }
}

/** Whether a token says that it is an internal one; nothing is proved by it. */
export function claimsInternal(token: string): boolean {
  try {
    return decodeProtectedHeader(token).typ === TYPE
  } catch {
    return false
  }
}
