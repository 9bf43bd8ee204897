import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { openSandbox } from '../../sandbox/index.ts'
import { openTinyOffice, until, World } from './world.ts'

const tiny = { offices: { tiny: openTinyOffice } }

describe('the control of a department', () => {
  it('shows its cases and takes the clerk’s acts', async () => {
    await using world = await World.open(tiny)
    const cases = await world.call('GET', '/control/tiny/cases')
    expect(cases.body).toMatchObject([{ reference: 'T/1', key: 'DWR-2026-000001', status: 'received' }])
    const act = await world.call('POST', '/control/tiny/cases/T%2F1', { status: 'approved' })
    expect(act).toMatchObject({ status: 200, body: { status: 'approved' } })
    const again = await world.call('POST', '/control/tiny/cases/T%2F1', { status: 'rejected' })
    expect(again).toEqual({ status: 400, body: { error: 'the case is decided' } })
  })

  it('gives the bytes of a document and of the certificate', async () => {
    await using world = await World.open(tiny)
    const base = `${world.sandbox.url}/control/tiny/cases/T%2F1`
    const file = await fetch(`${base}/documents/0`)
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['application/pdf', '%PDF'])
    expect((await fetch(`${base}/documents/1`)).status).toBe(404)
    expect((await fetch(`${base}/certificate`)).status).toBe(404)
    await world.call('POST', '/control/tiny/cases/T%2F1', { status: 'approved' })
    expect(await (await fetch(`${base}/certificate`)).text()).toBe('%PDF-1')
  })

  it('counts the calls of its interface and draws its rudeness from the seed', async () => {
    await using world = await World.open(tiny)
    const talk = async (path: string) => (await fetch(`${world.sandbox.url}/tiny${path}`)).text()
    expect(await talk('/status?wsdl')).toBe('/status?wsdl polite')
    expect((await world.call('GET', '/control/tiny/calls')).body).toEqual({ status: 1 })
    const draw = async () => {
      await world.call('POST', '/control/tiny/rude', { mode: 'lost-answer', rate: 0.5, seed: 7 })
      const answers: string[] = []
      for (let index = 0; index < 12; index++) answers.push(await talk('/change'))
      return answers
    }
    const first = await draw()
    expect(new Set(first)).toEqual(new Set(['/change polite', '/change lost-answer']))
    expect(await draw()).toEqual(first)
    expect(await talk('/status')).toBe('/status polite')
  })

  it.each([
    ['GET', '/control/nobody/cases', undefined, 404, /there is no \/control\/nobody/],
    ['GET', '/control/tiny/cases/T%2F9', undefined, 404, /no case T\/9/],
    ['GET', '/control/tiny/walls', undefined, 404, /cases, rude and calls/],
    ['DELETE', '/control/tiny/cases', undefined, 405, /DELETE is not possible/],
    ['POST', '/control/tiny/cases/T%2F1', '{', 400, /not JSON/],
    ['POST', '/control/tiny/cases/T%2F1', '[]', 400, /not a JSON object/],
    ['POST', '/control/tiny/cases/T%2F1', { status: 'done' }, 400, /status is one of/],
    ['POST', '/control/tiny/cases/T%2F1', { status: 'action_required', action: { what: 'x' } }, 400, /no field what/],
    ['POST', '/control/tiny/rude', { mode: 'sulk' }, 400, /mode is null or one of unavailable/],
    ['POST', '/control/tiny/rude', { mode: 'slow', rate: 2 }, 400, /rate is a number from 0 to 1/],
    ['POST', '/control/clock', { advance: 'a day' }, 400, /advance is a duration/],
    ['POST', '/control/clerks', { seconds: -1 }, 400, /seconds is a number above 0/],
    ['GET', '/nowhere', undefined, 404, /nothing at \/nowhere/],
    ['GET', '/phone/../index.ts', undefined, 404, /nothing at \/index.ts/],
    ['GET', '/phone/%2e%2e%2findex.ts', undefined, 404, /no such page/],
  ])('%s %s %j is refused with %i', async (method, path, body, status, reason) => {
    await using world = await World.open(tiny)
    const answer = await world.call(method, path, body)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toMatch(reason)
  })

  it('lists what there is', async () => {
    await using world = await World.open(tiny)
    const { body } = await world.call('GET', '/control')
    expect(body.departments).toEqual([
      { name: 'tiny', title: 'The tiny office', cases: '/control/tiny/cases', desk: '/desk/tiny' },
    ])
    expect(body.rooms).toContain('/control/whatsapp')
  })
})

describe('the clerks', () => {
  it('take every case on by themselves, one act at a time, until they are told to wait', async () => {
    await using world = await World.open(tiny)
    expect((await world.call('GET', '/control/clerks')).body).toEqual({ seconds: null })
    await world.call('POST', '/control/clerks', { seconds: 0.2 })
    const seen = new Set<string>()
    await until(async () => {
      const [one] = (await world.call('GET', '/control/tiny/cases')).body
      seen.add(one.status)
      return one.status === 'approved'
    })
    expect(seen).toContain('in_review')
  })
})

describe('the clock', () => {
  it('moves forward and stays there after a restart', async () => {
    await using world = await World.open({ ...tiny, clock: { now: () => new Date('2026-01-05T12:00:00Z') } })
    for (const advance of ['25h', '90m', '3d', '10s', '1h30m']) await world.call('POST', '/control/clock', { advance })
    expect(world.sandbox.clock.now().toISOString()).toBe('2026-01-09T16:00:10.000Z')
    await world.restart()
    expect((await world.call('GET', '/control/clock')).body.now).toBe('2026-01-09T16:00:10.000Z')
  })
})

describe('what a hub needs', () => {
  it('stands in hub.env, for its owner only, the same after a restart', async () => {
    await using world = await World.open(tiny)
    const file = join(world.dataDir, 'sandbox', 'hub.env')
    const before = { ...world.env }
    expect(parseEnv(await readFile(file, 'utf8'))).toEqual(before)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(join(world.dataDir, 'sandbox', 'secrets.json'))).mode & 0o777).toBe(0o600)
    expect(Buffer.from(before.HUB_SECRET_KEY!, 'base64')).toHaveLength(32)
    expect(before).toMatchObject({
      TINY_API_URL: `${world.sandbox.url}/tiny`,
      DEPARTMENT_POLL_MS: '2000',
      AUTH_AUDIENCE: 'dwar',
    })
    await world.restart()
    for (const name of ['HUB_SECRET_KEY', 'WHATSAPP_APP_SECRET', 'TINY_PASSWORD'])
      expect(world.env[name]).toBe(before[name])
  })

  it('yields to what the environment sets', async () => {
    await using world = await World.open({
      ...tiny,
      env: {
        WHATSAPP_API_URL: 'https://graph.example',
        TINY_PASSWORD: "it's",
        WHATSAPP_APP_SECRET: 'given',
        AUTH_AUDIENCE: 'delhi',
      },
    })
    expect(world.env).toMatchObject({
      WHATSAPP_API_URL: 'https://graph.example',
      TINY_PASSWORD: "it's",
      AUTH_AUDIENCE: 'delhi',
    })
    expect(parseEnv(await readFile(join(world.dataDir, 'sandbox', 'hub.env'), 'utf8'))).toEqual(world.env)
    await world.writes({ text: 'hello' })
    await until(() => world.hub.messages().length)
    const { raw, signature } = world.hub.received[0]!
    const { signatureOf } = await import('./world.ts')
    expect(signature).toBe(signatureOf(raw, 'given'))
  })

  it('a taken port is named with the variable that moves it', async () => {
    const squatter = createServer()
    await new Promise<void>((listening) => squatter.listen(0, listening))
    const { port } = squatter.address() as AddressInfo
    await using world = await World.open(tiny)
    const opening = openSandbox({
      port,
      dataDir: join(world.dataDir, 'other'),
      hubUrl: world.hub.url,
      env: {},
      offices: {},
    })
    await expect(opening).rejects.toThrow(`port ${port} is taken: set SANDBOX_PORT to another`)
    await new Promise((closed) => squatter.close(closed))
  })
})
