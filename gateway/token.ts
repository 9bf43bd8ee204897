/** Who asks, from the Authorization header: a JWT of AUTH_ISSUER, or one of the hub's own processes. */
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Clock, Principal, Scope } from '../subgraphs/subgraph.ts'
import { claimsInternal, type InternalTokens } from './internal-token.ts'
import { type Caller, NOBODY } from './request.ts'

export interface Auth {
  /** AUTH_ISSUER */
  readonly issuer: string
  /** AUTH_AUDIENCE */
  readonly audience: string
  /** AUTH_JWKS_URL */
  readonly jwksUrl: string
  /** Finds the key of a token. @default the keys at jwksUrl, fetched when first needed and again for an unknown `kid` */
  readonly keyFor?: JWTVerifyGetKey
}

/** The token proves nothing: malformed, forged, expired, or not for this hub. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
}
/** The identity provider's keys cannot be read now: nothing is known of the token. */
export class TokenUncheckable extends Error {
  override readonly name = 'TokenUncheckable'
}

/** No secret ones: a published key must never pass for a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const TYPES = new Set(['jwt', 'at+jwt', 'application/at+jwt'])
const SCOPES: readonly Scope[] = ['applications:file', 'applications:read', 'operations']
const LONGEST = 8192
/** A signature found good is not computed again for this long; times are compared on every use. */
const REMEMBER_MS = 60_000
const REMEMBERED = 2000

interface Known {
  readonly caller: Caller
  readonly notBefore: number
  readonly until: number
}
export type TokenCheck = (authorization: string | null) => Caller | Promise<Caller>

/** `auth` null: tokens of others are not looked at, and everyone is nobody. */
export function tokenCheck(options: { auth: Auth | null; internal: InternalTokens | null; clock: Clock }): TokenCheck {
  const { auth, internal, clock } = options
  const keyFor =
    auth &&
    (auth.keyFor ?? createRemoteJWKSet(new URL(auth.jwksUrl), { cooldownDuration: 1000, timeoutDuration: 5000 }))
  const known = new Map<string, Known>()

  async function outside(token: string, authorization: string): Promise<Caller> {
    const now = clock.now()
    const claims = await verified(token, auth!, keyFor!, now)
    const caller: Caller = { principal: principalOf(claims), expiresAt: claims.exp! * 1000, authorization }
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value as string)
    known.set(token, { caller, notBefore: (claims.nbf ?? 0) * 1000, until: performance.now() + REMEMBER_MS })
    return caller
  }

  return (authorization) => {
    if (!authorization) return NOBODY
    const token = /^Bearer +([\w.~+/=-]+) *$/i.exec(authorization)?.[1]
    if (token && internal && claimsInternal(token)) {
      return internal.verify(token, 'gateway').then(
        (principal) => ({ principal, expiresAt: null, authorization: null }),
        () => Promise.reject(new TokenRefused()),
      )
    }
    if (!auth) return { principal: null, expiresAt: null, authorization }
    if (!token || token.length > LONGEST) throw new TokenRefused()
    const seen = known.get(token)
    if (seen && seen.until > performance.now()) {
      const now = clock.now().getTime()
      if (now >= seen.caller.expiresAt! || now < seen.notBefore) throw new TokenRefused()
      return seen.caller
    }
    return outside(token, authorization)
  }
}

async function verified(token: string, auth: Auth, keyFor: JWTVerifyGetKey, now: Date): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keyFor, {
      algorithms: ALGORITHMS,
      issuer: auth.issuer,
      audience: auth.audience,
      requiredClaims: ['exp', 'sub'],
      currentDate: now,
      clockTolerance: 0,
    })
    if (protectedHeader.typ !== undefined && !TYPES.has(protectedHeader.typ.toLowerCase())) throw new TokenRefused()
    return payload
  } catch (error) {
    if (error instanceof TokenRefused || saysBadToken(error)) throw new TokenRefused()
    throw new TokenUncheckable('the keys of the identity provider cannot be read', { cause: error })
  }
}

/** jose has a code for each fault of a token; its nameless one is an answer of the key server that is not 200 or no JSON. */
function saysBadToken(error: unknown): boolean {
  return error instanceof errors.JOSEError && !KEY_SERVER.has(error.code)
}
const KEY_SERVER = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'])

/** A client's own token has its client id for a subject; any other is a citizen's. */
function principalOf(claims: JWTPayload): Principal {
  const { sub, iss, client_id: client, scope } = claims as Record<string, unknown>
  if (typeof client === 'string' && client === sub) {
    const given = typeof scope === 'string' ? scope.split(' ') : []
    const scopes = SCOPES.filter((name) => given.includes(name))
    return { kind: scopes.includes('operations') ? 'operator' : 'portal', client, scopes }
  }
  const mobile = claims.phone_number_verified === true && claims.phone_number
  const subject = `${iss} ${sub}`
  const known = typeof mobile === 'string' && /^\+91[6-9]\d{9}$/.test(mobile)
  return { kind: 'citizen', citizen: known ? { subject, mobile } : { subject }, scopes: [] }
}
