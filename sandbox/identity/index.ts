/**
 * An OpenID provider as a state government has one: discovery, keys, and tokens for citizens, portals and operators.
 * Tokens are RS256 JWTs of the sandbox's time. A citizen's token is given for a mobile number, without a login page.
 */
import { mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { TimeSource } from '../clock.ts'
import type { ControlRoom } from '../control.ts'
import { allow, Refusal, readBody, sendJson } from '../http.ts'
import type { Secrets } from '../secrets.ts'
import { CITIZEN_GRANT, demoClients, grantToken, TokenRefused } from './grants.ts'
import { openSigningKey } from './keys.ts'

export interface IdentityOptions {
  /** Base of the sandbox. */
  readonly url: string
  /** `AUTH_AUDIENCE`: for whom the tokens are. */
  readonly audience: string
  readonly folder: string
  readonly clock: TimeSource
  readonly secrets: Secrets
}

export interface Identity {
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>
  /** `GET /control/identity/clients`: the demo clients with their secrets. */
  readonly control: ControlRoom
  /** `AUTH_ISSUER`, `AUTH_AUDIENCE`, `AUTH_JWKS_URL`. */
  environment(): Readonly<Record<string, string>>
}

/** `Basic` credentials of the request; null where it has none. Percent-decoded, as RFC 6749 section 2.3.1 wants. */
function basicCredentials(header: string | undefined): { id: string; secret: string } | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? []
  if (!encoded) return null
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  try {
    return id === undefined ? null : { id: decodeURIComponent(id), secret: decodeURIComponent(secret!) }
  } catch {
    return null
  }
}

export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const folder = join(options.folder, 'identity')
  mkdirSync(folder, { recursive: true })
  const issuer = `${options.url}/identity`
  const key = await openSigningKey(join(folder, 'signing-key.json'))
  const clients = demoClients(options.secrets)

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? ''))
      throw new TokenRefused('invalid_request', 'the body is not application/x-www-form-urlencoded')
    const form = new URLSearchParams((await readBody(request)).toString('utf8'))
    const basic = basicCredentials(request.headers.authorization)
    const credentials = basic ?? { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }
    const { claims, lifetime, type } = grantToken({ form, credentials, clients, viaHeader: basic !== null })
    const now = Math.floor(options.clock.now().getTime() / 1000)
    // a token that has expired was given while it was valid
    const from = lifetime > 0 ? now : now + lifetime - 1
    const jwt = await key.sign({ iss: issuer, aud: options.audience, iat: from, exp: now + lifetime, ...claims }, type)
    sendJson(
      response,
      200,
      {
        access_token: jwt,
        token_type: 'Bearer',
        expires_in: lifetime,
        ...(claims.scope ? { scope: claims.scope } : {}),
      },
      { pragma: 'no-cache' },
    )
  }

  const discovery = {
    issuer,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    scopes_supported: ['applications:file', 'applications:read', 'operations'],
    response_types_supported: [],
    grant_types_supported: ['client_credentials', CITIZEN_GRANT],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'iat',
      'exp',
      'phone_number',
      'phone_number_verified',
      'client_id',
      'scope',
    ],
  }

  return {
    async handle(request, response, path) {
      if (path === '/.well-known/openid-configuration' || path === '/.well-known/oauth-authorization-server') {
        allow(request, 'GET')
        return sendJson(response, 200, discovery)
      }
      if (path === '/jwks' || path === '/.well-known/jwks.json') {
        allow(request, 'GET')
        return sendJson(response, 200, key.jwks)
      }
      if (path !== '/token') throw new Refusal(404, 'the identity provider has discovery, jwks and token')
      allow(request, 'POST')
      try {
        await token(request, response)
      } catch (error) {
        if (!(error instanceof TokenRefused)) throw error
        sendJson(response, error.status, { error: error.code, error_description: error.message }, error.headers)
      }
    },
    async control(request, path) {
      allow(request, 'GET')
      if (path.join('/') !== 'clients') throw new Refusal(404, 'the identity provider has clients')
      return {
        json: clients.map(({ id, secret, scopes }) => ({
          client_id: id,
          client_secret: secret,
          scope: scopes.join(' '),
        })),
      }
    },
    environment: () => ({ AUTH_ISSUER: issuer, AUTH_AUDIENCE: options.audience, AUTH_JWKS_URL: `${issuer}/jwks` }),
  }
}
