import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { internalTokens } from '../../gateway/internal-token.ts'
import { serveSubgraph } from '../../gateway/subgraph-server.ts'
import { overWebSocket, SECRET } from './door.ts'
import { type Town, town } from './town.ts'

const log = { info() {}, warn() {}, error() {} }
const ENTITIES = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Application { boat { name } } } }'

describe('a subgraph in its own process', () => {
  let here: Town
  let server: Awaited<ReturnType<typeof serveSubgraph>>
  let url: string
  beforeAll(async () => {
    here = town()
    server = await serveSubgraph(here.subgraphs.fisheries, { port: 0, secretKey: SECRET, log })
    url = `http://localhost:${server.port}`
  })
  afterAll(() => server.close())

  const ask = (query: string, authorization?: string, variables = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ query, variables }),
    })
  const hub = async (audience = 'fisheries') => `Bearer ${await internalTokens(SECRET).issue(audience, null)}`

  it('answers the hub, entities included', async () => {
    const answer = await ask(ENTITIES, await hub(), { r: [{ __typename: 'Application', reference: 'DWR-1' }] })
    expect(await answer.json()).toEqual({ data: { _entities: [{ boat: { name: 'boat of DWR-1' } }] } })
  })

  it.each([
    ['no token', async () => undefined],
    ['a token for another subgraph', () => hub('applications')],
    ['a token for the gateway', () => hub('gateway')],
    ['a token under another secret', async () => `Bearer ${await internalTokens('another').issue('fisheries', null)}`],
  ])('lets nobody in with %s, over HTTP and WebSocket', async (_, authorization) => {
    const given = await authorization()
    for (const query of ['{ boats { name } }', '{ __typename }', '{ _service { sdl } }', ENTITIES]) {
      expect((await ask(query, given)).status).toBe(401)
    }
    expect(await overWebSocket(url, '{ boats { name } }', given).over).toBe(4403)
  })

  it('serves its own routes, health and readiness', async () => {
    const answer = await fetch(`${url}/webhooks/fisheries`, { method: 'POST', body: 'signed bytes' })
    expect([answer.status, await answer.text()]).toEqual([200, 'taken '])
    expect(here.received.at(-1)?.bytes.toString()).toBe('signed bytes')
    expect((await fetch(`${url}/webhooks/fisheries`)).status).toBe(405)
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
      status: 'ready',
      subgraphs: { fisheries: [{ name: 'department', ok: true }] },
    })
  })

  it('says which port is taken, and what moves it', async () => {
    await expect(serveSubgraph(here.subgraphs.archive, { port: server.port, secretKey: SECRET, log })).rejects.toThrow(
      new RegExp(`Port ${server.port} is taken.*PORT`),
    )
  })
})
