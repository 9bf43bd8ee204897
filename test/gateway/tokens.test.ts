import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { base64url, SignJWT } from 'jose'
import { internalTokens } from '../../gateway/internal-token.ts'
import { AUDIENCE, type Door, ISSUER, openDoor, SECRET } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())
const seconds = () => Math.floor((Date.now() + door.clock.ahead) / 1000)
const whoIs = async (token: string) => JSON.parse((await door.post('{ whoAmI }', { token })).body.data.whoAmI)

describe('a token says who asks', () => {
  it('a citizen, by issuer and subject', async () => {
    expect(await whoIs(await door.keys.token())).toEqual({
      kind: 'citizen',
      citizen: { subject: `${ISSUER} asha` },
      scopes: [],
    })
  })
  it('a citizen with a verified number', async () => {
    const token = await door.keys.token({ phone_number: '+919810012345', phone_number_verified: true })
    expect((await whoIs(token)).citizen).toEqual({ subject: `${ISSUER} asha`, mobile: '+919810012345' })
  })
  it.each([
    ['not verified', { phone_number: '+919810012345', phone_number_verified: false }],
    ['verified only by the word', { phone_number: '+919810012345', phone_number_verified: 'true' }],
    ['no Indian mobile number', { phone_number: '+14155550100', phone_number_verified: true }],
  ])('a citizen without a number where it is %s', async (_, claims) => {
    expect((await whoIs(await door.keys.token(claims))).citizen).toEqual({ subject: `${ISSUER} asha` })
  })
  it('a portal, with the scopes that the hub knows', async () => {
    const token = await door.keys.token({
      sub: 'portal',
      client_id: 'portal',
      scope: 'applications:file admin applications:read',
    })
    expect(await whoIs(token)).toEqual({
      kind: 'portal',
      client: 'portal',
      scopes: ['applications:file', 'applications:read'],
    })
  })
  it('an operator', async () => {
    const token = await door.keys.token({ sub: 'desk', client_id: 'desk', scope: 'operations' })
    expect(await whoIs(token)).toEqual({ kind: 'operator', client: 'desk', scopes: ['operations'] })
  })
  it('a citizen who came through a client, without scopes', async () => {
    const token = await door.keys.token({ client_id: 'portal', scope: 'operations', phone_number: '+919810012345' })
    expect(await whoIs(token)).toEqual({ kind: 'citizen', citizen: { subject: `${ISSUER} asha` }, scopes: [] })
  })
})

describe('a token is refused, with 401 and nothing told', () => {
  const unsigned = (header: object, claims: object) =>
    `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(claims))}.`
  const good = () => ({ iss: ISSUER, aud: AUDIENCE, sub: 'asha', exp: seconds() + 600 })
  const bad: [string, () => Promise<string> | string][] = [
    ['nonsense', () => 'nonsense'],
    ['of another issuer', () => door.keys.token({ iss: 'https://evil.example' })],
    ['for another audience', () => door.keys.token({ aud: 'another' })],
    ['expired by a second', () => door.keys.token({ exp: seconds() - 1 })],
    ['without an end', () => door.keys.token({ exp: undefined })],
    ['not yet valid', () => door.keys.token({ nbf: seconds() + 60 })],
    ['without a subject', () => door.keys.token({ sub: undefined })],
    ['of a type that is no access token', () => door.keys.token({}, { typ: 'logout+jwt' })],
    ['with no signature', () => unsigned({ alg: 'none', typ: 'at+jwt' }, good())],
    [
      'signed with the public key as a secret',
      async () =>
        new SignJWT(good())
          .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
          .sign(new TextEncoder().encode(await door.keys.publicPem())),
    ],
    ['whose kid is a path', () => door.keys.token({}, { kid: '../../etc/passwd' })],
    [
      'whose kid is an address',
      () => door.keys.token({}, { kid: 'http://evil.example/jwks', jku: 'http://evil.example/jwks' }),
    ],
    ['changed after signing', async () => `${(await door.keys.token()).slice(0, -6)}AAAAAA`],
    ['for a subgraph, from inside', () => internalTokens(SECRET).issue('fisheries', null)],
    ['from inside, under another secret', () => internalTokens('another secret').issue('gateway', null)],
  ]
  it.each(bad)('%s', async (_, make) => {
    const { status, headers, body } = await door.post('{ open }', { token: await make() })
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect(body).toEqual({
      errors: [{ message: 'The access token is not valid.', extensions: { code: 'UNAUTHENTICATED' } }],
    })
  })
  it('another scheme', async () => {
    expect((await door.post('{ open }', { headers: { authorization: 'Basic YTpi' } })).status).toBe(401)
  })
  it('that was good a moment ago, once the clock has passed its end', async () => {
    const token = await door.keys.token({ exp: seconds() + 60 })
    expect((await door.post('{ open }', { token })).status).toBe(200)
    door.clock.ahead = 61_000
    expect((await door.post('{ open }', { token })).status).toBe(401)
    door.clock.ahead = 0
  })
})

describe('the keys of the provider', () => {
  it('are fetched once for many tokens', async () => {
    await using fresh = await openDoor()
    for (let i = 0; i < 5; i++) await fresh.post('{ open }', { token: await fresh.keys.token({ jti: String(i) }) })
    expect(fresh.keys.asked.count).toBe(1)
  })
  it('may change: the new ones are fetched when first seen, and a flood of unknown ones asks no more than once a second', async () => {
    await using fresh = await openDoor()
    await fresh.post('{ open }', { token: await fresh.keys.token() })
    await fresh.keys.rotate()
    const token = await fresh.keys.token()
    let status = 401
    while (status === 401) ({ status } = await fresh.post('{ open }', { token }))
    expect(status).toBe(200)
    const { count } = fresh.keys.asked
    await Promise.all(
      Array.from({ length: 20 }, async (_, i) =>
        fresh.post('{ open }', { token: await fresh.keys.token({}, { kid: `unknown ${i}` }) }),
      ),
    )
    expect(fresh.keys.asked.count).toBeLessThanOrEqual(count + 1)
  })
  it('that cannot be read leave a token unjudged: 503, not 401', async () => {
    await using fresh = await openDoor()
    fresh.keys.answerWith(500)
    const { status, headers, body } = await fresh.post('{ open }', { token: await fresh.keys.token() })
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('5')
    expect(body.errors[0].extensions.code).toBe('UNAVAILABLE')
  })
})

describe('a process of the hub', () => {
  it('is let in by a token of 60 seconds', async () => {
    const principal = { kind: 'citizen', citizen: { mobile: '+919810012345' }, scopes: [] } as const
    expect(await whoIs(await internalTokens(SECRET).issue('gateway', principal))).toEqual(principal)
  })
})

describe('a hub without AUTH_ISSUER', () => {
  it('looks at no token', async () => {
    await using open = await openDoor({ auth: null })
    const { status, body } = await open.post('{ whoAmI }', { token: 'anything' })
    expect(status).toBe(200)
    expect(body.data.whoAmI).toBe('null')
  })
})
