import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ExecutionResult } from 'graphql'
import { remoteAsk } from '../../gateway/remote-ask.ts'
import { type Door, type Listener, openDoor, overSse, overWebSocket, SECRET } from './door.ts'

const changes = (after = 0) =>
  `subscription { applicationChanged(after: ${after}) { id application { reference status boat { name } shelf } } }`
const expected = (id: number, reference: string, status: number) => ({
  data: {
    applicationChanged: {
      id: String(id),
      application: {
        reference,
        status: `status ${status}`,
        boat: { name: `boat of ${reference}` },
        shelf: `shelf of ${reference}`,
      },
    },
  },
})

/** Resolves once `condition` holds; the test's own time limit is the limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

type Open = (door: Door, query: string, token?: string) => Promise<Listener<any>> | Listener<any>
const TRANSPORTS: [string, Open][] = [
  ['server-sent events', (door, query, token) => overSse(door.url, query, token)],
  ['graphql-ws', (door, query, token) => overWebSocket(door.url, query, token && `Bearer ${token}`)],
]

describe.each([
  ['in one process', false],
  ['with each subgraph in its own', true],
])('a hub %s', (_, split) => {
  describe.each(TRANSPORTS)('streams by %s', (__, open) => {
    let door: Door
    let token: string
    beforeAll(async () => {
      door = await openDoor({ split })
      token = await door.keys.token()
    })
    afterAll(() => door.close())

    it('each change, enriched by the other subgraphs with what is true then', async () => {
      door.town.change('DWR-1')
      const stream = await open(door, changes(), token)
      expect(await stream.hears()).toEqual(expected(1, 'DWR-1', 1))
      door.town.change('DWR-1')
      door.town.change('DWR-2')
      const second = await stream.hears()
      expect(second.data.applicationChanged.id).toBe('2')
      expect(second.data.applicationChanged.application.status).toBe('status 2')
      expect(await stream.hears()).toEqual(expected(3, 'DWR-2', 1))
      stream.stop()
    })

    it('goes on behind a cursor, without a gap and without a repeat', async () => {
      const first = await open(door, changes(0), token)
      const seen = [await first.hears(), await first.hears()].map((event) => event.data.applicationChanged.id)
      first.stop()
      const again = await open(door, changes(2), token)
      expect((await again.hears()).data.applicationChanged.id).toBe('3')
      expect(seen).toEqual(['1', '2'])
      again.stop()
    })

    it('tells the subgraph at once that nobody listens any more, though nothing happens', async () => {
      const before = door.town.ended.count
      const stream = await open(door, changes(0), token)
      await stream.hears()
      stream.stop()
      await until(() => door.town.ended.count > before)
    })

    it('says why a subscription is refused', async () => {
      const cursor = await open(door, changes(-1), token)
      expect(JSON.stringify(await Promise.race([cursor.hears(), cursor.over]))).toContain('BAD_CURSOR')
      const nobody = await open(door, changes(0))
      expect(JSON.stringify(await Promise.race([nobody.hears(), nobody.over]))).toContain('UNAUTHENTICATED')
      const broken = await open(door, 'subscription { refused }', token)
      const text = JSON.stringify(await Promise.race([broken.hears(), broken.over]))
      expect(text).toContain('Unexpected error.')
      expect(text).not.toContain('9810012345')
    })

    it('ends when its token does', async () => {
      const short = await door.keys.token({ exp: Math.floor(Date.now() / 1000) + 2 })
      const stream = await open(door, changes(0), short)
      await stream.hears()
      expect(['complete', 4403]).toContain(await stream.over)
    })
  })
})

describe('a WebSocket', () => {
  it('closes with 4403 for a token that is not good', async () => {
    await using door = await openDoor()
    for (const bad of ['Bearer nonsense', 'Basic YTpi', `Bearer ${await door.keys.token({ aud: 'another' })}`]) {
      expect(await overWebSocket(door.url, changes(), bad).over).toBe(4403)
    }
  })

  it('runs queries and mutations too', async () => {
    await using door = await openDoor()
    const stream = overWebSocket(door.url, 'mutation { withdraw(reference: "DWR-9") { boat { name } } }')
    expect(await stream.hears()).toEqual({ data: { withdraw: { boat: { name: 'boat of DWR-9' } } } })
    expect(await stream.over).toBe('complete')
  })

  it('is refused to a page of another origin, and open to its own', async () => {
    await using door = await openDoor()
    const stranger = overWebSocket(door.url, '{ open }', undefined, { origin: 'https://elsewhere.example' })
    expect(await stranger.over).not.toBe('complete')
    for (const origin of ['http://hub.example', door.url]) {
      const own = overWebSocket(door.url, '{ open }', undefined, { origin })
      expect(await own.hears()).toEqual({ data: { open: 'for all' } })
    }
  })
})

describe('an idle stream of server-sent events', () => {
  it('is kept alive by comments', async () => {
    await using door = await openDoor()
    const stream = await overSse(door.url, changes(), await door.keys.token())
    await until(() => stream.beats() > 1)
    stream.stop()
  })
})

describe('closing the door', () => {
  it.each(TRANSPORTS)('ends a stream by %s cleanly', async (_, open) => {
    const door = await openDoor()
    door.town.change('DWR-1')
    const stream = await open(door, changes(), await door.keys.token())
    await stream.hears()
    const closed = door.close()
    expect(['complete', 1001]).toContain(await stream.over)
    await closed
    expect(door.town.ended.count).toBe(1)
  })
})

describe('a subgraph that goes away', () => {
  it('ends the streams that it feeds with an error', async () => {
    await using door = await openDoor({ split: true })
    door.town.change('DWR-1')
    const stream = await overSse(door.url, changes(), await door.keys.token())
    await stream.hears()
    await door.stop('applications')
    expect((await stream.hears()).errors[0].extensions).toEqual({ code: 'UNAVAILABLE', subgraph: 'applications' })
    expect(await stream.over).toBe('complete')
  })
})

describe.each([
  ['within the process', (door: Door) => door.gateway.ask],
  ['from a process of its own', (door: Door) => remoteAsk(`${door.url}/graphql`, SECRET)],
])('the hub asked %s', (_, askOf) => {
  const asha = { kind: 'citizen', citizen: { mobile: '+919810012345' }, scopes: [] } as const

  it('answers as the principal that is named', async () => {
    await using door = await openDoor()
    const answer = await askOf(door)(
      'query ($r: ID!) { whoAmI application(reference: $r) { shelf } }',
      { r: 'DWR-3' },
      asha,
    )
    expect(JSON.parse(answer.data.whoAmI)).toEqual(asha)
    expect(answer.data.application).toEqual({ shelf: 'shelf of DWR-3' })
    expect((await askOf(door)('{ whoAmI }', {}, null)).data).toEqual({ whoAmI: 'null' })
  })

  it('gives errors as results', async () => {
    await using door = await openDoor()
    const answer = await askOf(door)('{ mine { reference } }', {}, null)
    expect(answer.errors?.map((error) => error.extensions?.code)).toEqual(['UNAUTHENTICATED'])
    expect((await askOf(door)('{ nothing }', {}, null)).errors?.[0]?.extensions).toEqual({
      code: 'GRAPHQL_VALIDATION_FAILED',
    })
  })

  it('streams until it is told to stop', async () => {
    await using door = await openDoor()
    door.town.change('DWR-1')
    door.town.change('DWR-2')
    const stop = new AbortController()
    const heard: unknown[] = []
    for await (const event of askOf(door).subscribe(changes(), {}, asha, stop.signal) as AsyncIterable<
      ExecutionResult<any>
    >) {
      heard.push(event.data.applicationChanged.id)
      if (heard.length === 2) stop.abort()
    }
    expect(heard).toEqual(['1', '2'])
    await until(() => door.town.ended.count === 1)
  })

  it('ends a stream when the door closes', async () => {
    const door = await openDoor()
    door.town.change('DWR-1')
    const stream = askOf(door).subscribe(changes(), {}, asha, new AbortController().signal)[Symbol.asyncIterator]()
    expect((await stream.next()).done).toBe(false)
    const last = stream.next()
    await door.close()
    expect((await last).done).toBe(true)
  })

  it('fetches a route', async () => {
    await using door = await openDoor()
    const answer = await askOf(door).fetch('http://hub.example/uploads/doc-1', { method: 'PUT', body: 'bytes' }, asha)
    expect(await answer.text()).toBe('taken doc-1')
    expect(door.town.received.map(({ principal, bytes }) => [principal, bytes.toString()])).toEqual([[asha, 'bytes']])
  })
})
