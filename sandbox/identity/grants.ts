import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import type { JWTPayload } from 'jose'
import type { Secrets } from '../secrets.ts'

/** A development grant: a token for whoever holds the number in `mobile`. */
export const CITIZEN_GRANT = 'urn:dwar:sandbox:citizen'
const HOUR = 3600

/** A refusal of the token endpoint (RFC 6749 section 5.2). */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
  readonly code: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  constructor(code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.code = code
    this.status = code === 'invalid_client' ? 401 : 400
    this.headers = headers
  }
}

export interface Client {
  readonly id: string
  readonly secret: string
  readonly scopes: readonly string[]
}

export function demoClients(secrets: Secrets): readonly Client[] {
  return [
    { id: 'portal', secret: secrets('identity.portal'), scopes: ['applications:file', 'applications:read'] },
    { id: 'operator', secret: secrets('identity.operator'), scopes: ['operations', 'applications:read'] },
  ]
}

export interface TokenRequest {
  readonly form: URLSearchParams
  readonly credentials: { readonly id: string; readonly secret: string }
  readonly clients: readonly Client[]
  /** Whether the credentials came in the Authorization header. */
  readonly viaHeader: boolean
}
export interface Grant {
  readonly claims: JWTPayload & { scope?: string }
  /** Seconds. */
  readonly lifetime: number
  /** `typ` of the JWT's header. */
  readonly type: string
}

const digest = (text: string) => createHash('sha256').update(text).digest()

function clientGrant({ form, credentials, clients, viaHeader }: TokenRequest): Grant['claims'] {
  const client = clients.find(({ id }) => id === credentials.id)
  if (!client || !timingSafeEqual(digest(client.secret), digest(credentials.secret)))
    throw new TokenRefused(
      'invalid_client',
      'the client is not known, or its secret is another',
      viaHeader ? { 'www-authenticate': 'Basic realm="sandbox"' } : {},
    )
  const asked = form.get('scope')?.split(' ').filter(Boolean)
  const excess = asked?.filter((scope) => !client.scopes.includes(scope))
  if (excess?.length) throw new TokenRefused('invalid_scope', `${client.id} may not have ${excess.join(' ')}`)
  return { sub: client.id, client_id: client.id, scope: (asked?.length ? asked : client.scopes).join(' ') }
}

function citizenGrant({ form }: TokenRequest): Grant['claims'] {
  const digits = (form.get('mobile') ?? '').replace(/^\+/, '')
  if (!/^\d{10,15}$/.test(digits))
    throw new TokenRefused('invalid_request', 'mobile is a number with its country code, such as 919810012345')
  const number = digits.length === 10 ? `91${digits}` : digits
  const sub = digest(`citizen:${number}`).toString('hex').slice(0, 32)
  return { sub, phone_number: `+${number}`, phone_number_verified: true }
}

/** The claims that a token request earns; throws TokenRefused. `expires_in` (of the sandbox only) may be below zero. */
export function grantToken(request: TokenRequest): Grant {
  for (const name of request.form.keys())
    if (request.form.getAll(name).length > 1) throw new TokenRefused('invalid_request', `${name} is given twice`)
  const asked = request.form.get('expires_in')
  if (asked !== null && !/^-?\d{1,8}$/.test(asked))
    throw new TokenRefused('invalid_request', 'expires_in is a number of seconds')
  const lifetime = asked === null ? HOUR : Number(asked)
  const grant = request.form.get('grant_type')
  if (!grant) throw new TokenRefused('invalid_request', 'grant_type is missing')
  if (grant !== 'client_credentials' && grant !== CITIZEN_GRANT)
    throw new TokenRefused('unsupported_grant_type', `grant_type is client_credentials or ${CITIZEN_GRANT}`)
  const claims = grant === CITIZEN_GRANT ? citizenGrant(request) : clientGrant(request)
  return { claims: { ...claims, jti: randomUUID() }, lifetime, type: 'at+jwt' }
}
