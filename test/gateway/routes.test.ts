import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Door, openDoor } from './door.ts'

describe.each([
  ['in one process', false],
  ['with each subgraph in its own', true],
])('a hub %s', (_, split) => {
  let door: Door
  let token: string
  beforeAll(async () => {
    door = await openDoor({ split })
    token = await door.keys.token()
  })
  afterAll(() => door.close())
  const last = () => door.town.received.at(-1)!

  it('hands a webhook on byte for byte, with its signature and without a look at its token', async () => {
    const bytes = randomBytes(5000)
    const answer = await fetch(`${door.url}/webhooks/fisheries?hub.mode=x`, {
      method: 'POST',
      headers: {
        'x-hub-signature-256': 'sha256=abc',
        authorization: 'Basic c2hhcmVk',
        'content-type': 'application/json',
      },
      body: bytes,
    })
    expect([answer.status, answer.headers.get('x-route'), await answer.text()]).toEqual([
      200,
      '/webhooks/fisheries',
      'taken ',
    ])
    expect(last().bytes.equals(bytes)).toBe(true)
    expect(last().headers.get('x-hub-signature-256')).toBe('sha256=abc')
    expect(last().headers.get('authorization')).toBe('Basic c2hhcmVk')
    expect(last().principal).toBeNull()
  })

  it('hands on what stands below a webhook', async () => {
    const answer = await fetch(`${door.url}/webhooks/fisheries/forms`, { method: 'POST', body: 'sealed' })
    expect([answer.status, answer.headers.get('x-route')]).toEqual([200, '/webhooks/fisheries/forms'])
    expect((await fetch(`${door.url}/webhooks/fisheries/forms/deeper`, { method: 'POST' })).status).toBe(404)
  })

  it('asks a department for the cases of a key, as whoever asks', async () => {
    const answer = await fetch(`${door.url}/cases/fisheries/DWR-1`, { headers: { authorization: `Bearer ${token}` } })
    expect([answer.status, await answer.text()]).toEqual([200, 'taken DWR-1'])
    expect(last().principal?.citizen?.subject).toContain('asha')
  })

  it('takes an upload with the token of its owner', async () => {
    const bytes = randomBytes(4_000_000)
    const answer = await fetch(`${door.url}/uploads/doc%201`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
      body: bytes,
    })
    expect(await answer.text()).toBe('taken doc 1')
    expect(last().bytes.equals(bytes)).toBe(true)
    expect(last().principal?.citizen?.subject).toContain('asha')
  })

  it('shows a public page whatever the token', async () => {
    const answer = await fetch(`${door.url}/verify/ABC`, { headers: { authorization: 'Bearer nonsense' } })
    expect([answer.status, await answer.text()]).toEqual([200, 'taken ABC'])
  })

  it('refuses a bad token where one counts', async () => {
    const answer = await fetch(`${door.url}/uploads/doc-1`, {
      method: 'PUT',
      headers: { authorization: 'Bearer nonsense' },
      body: 'x',
    })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
  })

  it.each([
    ['an upload', 'PUT', '/uploads/doc-1', 17_000_001],
    ['a webhook', 'POST', '/webhooks/fisheries', 3 * 1024 * 1024 + 1],
    ['an operation', 'POST', '/graphql', 1_000_001],
  ])('refuses %s that is too large, however it says its length', async (__, method, path, size) => {
    const before = door.town.received.length
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const told = await send(door.url + path, method, { ...headers, 'content-length': String(size) }, Buffer.alloc(10))
    expect(told).toBe(413)
    expect(
      await send(door.url + path, method, { ...headers, 'transfer-encoding': 'chunked' }, Buffer.alloc(size, ' ')),
    ).toBe(413)
    expect(door.town.received.length).toBe(before)
  })

  it('masks what a route throws', async () => {
    const answer = await fetch(`${door.url}/certificates/ABC`, { headers: { authorization: `Bearer ${token}` } })
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text).toContain('Unexpected error.')
    expect(text).not.toContain('9810012345')
  })

  it('knows no other paths', async () => {
    for (const path of [
      '/webhooks/nobody',
      '/webhooks/archive',
      '/elsewhere',
      '/uploads',
      '/uploads/a/b',
      '/webhooks/..%2fgraphql',
      '/verify/%E0%A4%A',
    ]) {
      expect([path, (await fetch(door.url + path)).status]).toEqual([path, 404])
    }
  })

  it('counts by route and outcome, and names nobody', async () => {
    await fetch(`${door.url}/verify/SECRET-CODE`)
    const text = await (await fetch(`${door.url}/metrics`)).text()
    expect(text).toMatch(/dwar_http_requests_total\{route="\/verify\/:code",outcome="2xx"\} \d/)
    expect(text).not.toContain('SECRET-CODE')
  })
})

/** The status of the answer, which may come before all is sent. */
function send(url: string, method: string, headers: Record<string, string>, body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const out = request(url, { method, headers }, (answer) => {
      resolve(answer.statusCode!)
      out.destroy()
    })
    out.on('error', reject)
    out.write(body)
    if (!headers['content-length']) out.end()
  })
}
