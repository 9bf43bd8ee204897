import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { World } from './world.ts'

const CITIZEN = 'urn:dwar:sandbox:citizen'

async function token(world: World, form: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${world.env.AUTH_ISSUER}/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as any }
}
async function secretOf(world: World, id: string): Promise<string> {
  const clients = (await world.call('GET', '/control/identity/clients')).body
  return clients.find((client: any) => client.client_id === id).client_secret
}
const verify = (world: World, jwt: string) =>
  jwtVerify(jwt, createRemoteJWKSet(new URL(world.env.AUTH_JWKS_URL!)), {
    issuer: world.env.AUTH_ISSUER!,
    audience: world.env.AUTH_AUDIENCE!,
    currentDate: world.sandbox.clock.now(),
  })

describe('the identity provider', () => {
  it('says where its keys and tokens are, under its own name', async () => {
    await using world = await World.open()
    const response = await fetch(`${world.env.AUTH_ISSUER}/.well-known/openid-configuration`)
    expect(await response.json()).toMatchObject({
      issuer: world.env.AUTH_ISSUER,
      jwks_uri: world.env.AUTH_JWKS_URL,
      token_endpoint: `${world.env.AUTH_ISSUER}/token`,
    })
    const { keys } = (await (await fetch(world.env.AUTH_JWKS_URL!)).json()) as any
    expect(Object.keys(keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  })

  it('gives a citizen a token with a verified number, for an hour of the sandbox’s time', async () => {
    await using world = await World.open()
    await world.call('POST', '/control/clock', { advance: '40d' })
    const { body } = await token(world, { grant_type: CITIZEN, mobile: '919810012345' })
    const { payload } = await verify(world, body.access_token)
    expect(payload).toMatchObject({ phone_number: '+919810012345', phone_number_verified: true })
    expect(payload.exp! - payload.iat!).toBe(3600)
    expect(Math.abs(payload.iat! * 1000 - world.sandbox.clock.now().getTime())).toBeLessThan(60_000)
    const again = await token(world, { grant_type: CITIZEN, mobile: '+919810012345' })
    expect(decodeJwt(again.body.access_token).sub).toBe(payload.sub)
  })

  it('gives a client its scopes, or fewer', async () => {
    await using world = await World.open()
    const client = {
      grant_type: 'client_credentials',
      client_id: 'portal',
      client_secret: await secretOf(world, 'portal'),
    }
    const all = await token(world, client)
    expect((await verify(world, all.body.access_token)).payload).toMatchObject({
      sub: 'portal',
      client_id: 'portal',
      scope: 'applications:file applications:read',
    })
    const basic = Buffer.from(`portal:${client.client_secret}`).toString('base64')
    const fewer = await token(
      world,
      { grant_type: 'client_credentials', scope: 'applications:read' },
      { authorization: `Basic ${basic}` },
    )
    expect(fewer.body.scope).toBe('applications:read')
  })

  it('keeps its key over a restart', async () => {
    await using world = await World.open({ port: 0 })
    const { body } = await token(world, { grant_type: CITIZEN, mobile: '919810012345' })
    const issuer = world.env.AUTH_ISSUER!
    await world.restart()
    const keys = createRemoteJWKSet(new URL(world.env.AUTH_JWKS_URL!))
    expect((await jwtVerify(body.access_token, keys, { issuer })).payload.aud).toBe('dwar')
  })

  it.each([
    [{ grant_type: 'client_credentials', client_id: 'portal', client_secret: 'guess' }, 401, 'invalid_client'],
    [{ grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'x' }, 401, 'invalid_client'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{}, 400, 'invalid_request'],
    [{ grant_type: CITIZEN, mobile: 'Asha' }, 400, 'invalid_request'],
    [{ grant_type: CITIZEN, mobile: '919810012345', expires_in: 'soon' }, 400, 'invalid_request'],
  ])('refuses %j with %i %s', async (form, status, code) => {
    await using world = await World.open()
    const answer = await token(world, form as Record<string, string>)
    expect([answer.status, answer.body.error]).toEqual([status, code])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('refuses a scope that the client may not have, and a body that is no form', async () => {
    await using world = await World.open()
    const client_secret = await secretOf(world, 'portal')
    const excess = await token(world, {
      grant_type: 'client_credentials',
      client_id: 'portal',
      client_secret,
      scope: 'operations',
    })
    expect([excess.status, excess.body.error]).toEqual([400, 'invalid_scope'])
    const json = await fetch(`${world.env.AUTH_ISSUER}/token`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(await json.json()).toMatchObject({ error: 'invalid_request' })
    expect((await fetch(`${world.env.AUTH_ISSUER}/token`)).status).toBe(405)
  })
})

describe('the token command', () => {
  const run = promisify(execFile)
  const command = (world: World, ...args: string[]) =>
    run('node', ['start/commands/token.ts', ...args], { env: { PATH: process.env.PATH, DATA_DIR: world.dataDir } })

  it('prints the token of whoever is named, and nothing else', async () => {
    await using world = await World.open()
    const citizen = await command(world, '--citizen', '919876543210')
    expect(citizen.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    expect(decodeJwt(citizen.stdout.trim()).phone_number).toBe('+919876543210')
    const portal = await command(world, '--portal', '--scope', 'applications:read')
    expect(decodeJwt(portal.stdout.trim())).toMatchObject({ client_id: 'portal', scope: 'applications:read' })
    const operator = await command(world, '--operator')
    expect(decodeJwt(operator.stdout.trim()).scope).toMatch(/operations/)
    const expired = await command(world, '--portal', '--expired')
    await expect(verify(world, expired.stdout.trim())).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' })
  })

  it('says how it is used where nobody is named', async () => {
    await using world = await World.open()
    await expect(command(world)).rejects.toMatchObject({ stdout: '', stderr: expect.stringMatching(/--citizen/) })
  })
})
