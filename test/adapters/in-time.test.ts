import { createServer } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import { isInTime, onlyWhile } from '../../adapters/in-time.ts'
import { restClient } from '../../adapters/rest/client.ts'
import { httpClient } from '../../adapters/soap/http.ts'
import { sql } from '../../adapters/sql/index.ts'

/** A department that counts who connects. */
async function department() {
  let connections = 0
  const server = createServer((_, response) => void response.end('{}')).on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
function tooLate(): AbortSignal {
  const { signal } = new AbortController()
  onlyWhile(signal, () => false)
  return signal
}

describe('a process that slept beyond its time', () => {
  it('sends no REST request', async () => {
    await using there = await department()
    const client = restClient({ department: 'parks', baseUrl: there.url })
    const sent = client.send({ operation: 'submit', method: 'POST', path: ['cases'], json: {} }, tooLate())
    await expect(sent).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' })
    expect(there.connections()).toBe(0)
  })

  it('sends no SOAP request', async () => {
    await using there = await department()
    const exchange = { signal: tooLate(), maximumBytes: 1000 }
    const client = httpClient(there.url, () => exchange)
    const error = await new Promise((resolve) => {
      client.request(there.url, '<Envelope/>', resolve as any, {}, exchange as any)
    })
    expect(error).toMatchObject({ failure: 'not-sent' })
    expect(there.connections()).toBe(0)
  })

  it('runs no statement, and gives its connection back', async () => {
    const { PGlite } = await import('@electric-sql/pglite')
    const { PGLiteSocketServer } = await import('@electric-sql/pglite-socket')
    const database = await PGlite.create()
    await database.exec('CREATE TABLE filed (key TEXT)')
    const server = new PGLiteSocketServer({ db: database, port: 0, host: '127.0.0.1', maxConnections: 2 })
    await server.start()
    const url = `postgresql://postgres@${server.getServerConn()}/postgres?sslmode=disable`
    const kit = sql({ department: 'parks', url, statementTimeout: 5000, connections: 1 })
    const call = (signal: AbortSignal) => ({ key: 'k', signal })
    try {
      await expect(kit.change('submit', call(tooLate()), "INSERT INTO filed VALUES ('late')")).rejects.toMatchObject({
        code: 'DEPARTMENT_UNAVAILABLE',
      })
      expect(await kit.read('count', call(AbortSignal.timeout(5000)), 'SELECT key FROM filed')).toEqual([])
    } finally {
      await kit.close()
      await server.stop()
      await database.close()
    }
  })
})

it('every condition counts, and an aborted signal is too late whatever they say', () => {
  const ended = new AbortController()
  let first = true
  onlyWhile(ended.signal, () => first)
  onlyWhile(ended.signal, () => true)
  expect(isInTime(ended.signal)).toBe(true)
  first = false
  expect(isInTime(ended.signal)).toBe(false)
  first = true
  ended.abort()
  expect(isInTime(ended.signal)).toBe(false)
})
