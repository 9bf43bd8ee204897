import { describe, expect, it } from '@jest/globals'
import { openDoor } from './door.ts'

describe('readiness', () => {
  it('names a department that is down, and stays ready', async () => {
    await using door = await openDoor()
    door.town.health.fisheries = [{ name: 'department', ok: false, detail: 'no answer' }]
    const answer = await fetch(`${door.url}/readyz`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      status: 'degraded',
      subgraphs: {
        applications: [{ name: 'store', ok: true }],
        fisheries: [{ name: 'department', ok: false, detail: 'no answer' }],
        archive: [],
      },
    })
  })
  it('is gone while the store cannot be written', async () => {
    await using door = await openDoor()
    door.town.health.applications = [{ name: 'store', ok: false }]
    const answer = await fetch(`${door.url}/readyz`)
    expect([answer.status, ((await answer.json()) as any).status]).toEqual([503, 'unavailable'])
    expect((await fetch(`${door.url}/healthz`)).status).toBe(200)
  })
  it('is asked of each process, and names the one that does not answer', async () => {
    await using door = await openDoor({ split: true })
    door.town.health.fisheries = [{ name: 'department', ok: false }]
    await door.stop('archive')
    const { subgraphs } = (await (await fetch(`${door.url}/readyz`)).json()) as any
    expect(subgraphs).toEqual({
      applications: [{ name: 'store', ok: true }],
      fisheries: [{ name: 'department', ok: false }],
      archive: [{ name: 'process', ok: false, detail: 'no answer' }],
    })
  })
})

describe('an operation', () => {
  const depth = (n: number) =>
    `{ application(reference: "DWR-1") ${'{ parent '.repeat(n - 2)}{ reference }${' }'.repeat(n - 2)} }`
  it('may be nested 15 deep and no deeper, through fragments too', async () => {
    await using door = await openDoor()
    const token = await door.keys.token()
    expect((await door.post(depth(15), { token })).body.errors).toBeUndefined()
    expect((await door.post(depth(16), { token })).body.errors[0]).toMatchObject({
      message: 'The operation is nested deeper than 15 fields.',
      extensions: { code: 'LIMIT_EXCEEDED' },
    })
    const parts = Array.from(
      { length: 15 },
      (_, i) => `fragment F${i} on Application { parent { ${i < 14 ? `...F${i + 1}` : 'reference'} } }`,
    )
    const hidden = `{ application(reference: "DWR-1") { ...F0 } } ${parts.join(' ')}`
    expect((await door.post(hidden, { token })).body.errors[0].extensions.code).toBe('LIMIT_EXCEEDED')
  })
  it('may have 50 root fields and aliases and no more', async () => {
    await using door = await openDoor()
    const many = (n: number) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: open`).join(' ')} }`
    expect((await door.post(many(50))).body.errors).toBeUndefined()
    const { status, body } = await door.post(many(51), { headers: { accept: 'application/graphql-response+json' } })
    expect(status).toBe(400)
    expect(body.errors.map((error: any) => error.extensions.code)).toEqual(['LIMIT_EXCEEDED', 'LIMIT_EXCEEDED'])
    expect((await door.post(`{ ${'open '.repeat(10_001)} }`)).body.errors[0].extensions.code).toBe(
      'GRAPHQL_PARSE_FAILED',
    )
  })
  it('within a circle of fragments is refused', async () => {
    await using door = await openDoor()
    const circle = '{ ...A } fragment A on Query { open ...B } fragment B on Query { ...A }'
    expect((await door.post(circle)).body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
  })
  it('comes alone, as JSON, and changes nothing by GET', async () => {
    await using door = await openDoor()
    const send = (init: RequestInit, query = '') => fetch(`${door.url}/graphql${query}`, init)
    const headers = { 'content-type': 'application/json' }
    expect((await send({ method: 'POST', headers, body: '[{"query":"{ open }"},{"query":"{ open }"}]' })).status).toBe(
      400,
    )
    expect(
      (
        await send({
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'query={open}',
        })
      ).status,
    ).toBe(415)
    expect(
      (await send({ method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ open }"}' })).status,
    ).toBe(415)
    expect((await send({ method: 'POST', headers, body: '{' })).status).toBe(400)
    expect((await send({}, '?query={open}')).status).toBe(200)
    expect((await send({}, '?query=mutation{withdraw(reference:"DWR-1"){reference}}')).status).toBe(405)
    expect((await send({ method: 'DELETE' })).status).toBe(405)
  })
})

describe('the door', () => {
  it('shows GraphiQL to a browser', async () => {
    await using door = await openDoor()
    const page = await fetch(door.url, { headers: { accept: 'text/html' } })
    expect(page.url).toBe(`${door.url}/graphql`)
    expect(await page.text()).toContain('GraphiQL')
    expect(((await (await fetch(door.url)).json()) as any).graphql).toBe('http://hub.example/graphql')
  })
  it('answers a request without a socket', async () => {
    await using door = await openDoor()
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ open }"}' }
    const answer = await door.gateway.handle(new Request('http://hub.example/graphql', init))
    expect(await answer.json()).toEqual({ data: { open: 'for all' } })
    const large = { ...init, body: JSON.stringify({ query: `{ open } ${'#'.repeat(1_000_000)}` }) }
    expect((await door.gateway.handle(new Request('http://hub.example/graphql', large))).status).toBe(413)
  })
  it('gives a request one context a subgraph', async () => {
    await using door = await openDoor()
    const before = { ...door.town.contexts }
    await door.post('{ mine { boat { name } shelf } open }', { token: await door.keys.token() })
    expect(door.town.contexts).toEqual({
      applications: before.applications + 1,
      fisheries: before.fisheries + 1,
      archive: before.archive + 1,
    })
  })
  it('names PORT where the port is taken', async () => {
    await using door = await openDoor()
    const port = Number(new URL(door.url).port)
    await expect(door.gateway.listen(port)).rejects.toThrow(new RegExp(`Port ${port} is taken.*PORT`))
  })
})
