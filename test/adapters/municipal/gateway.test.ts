/** What stands before a department and answers in its place. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, jest } from '@jest/globals'
import { restClient } from '../../../adapters/rest/client.ts'
import { clientCredentials } from '../../../adapters/rest/token.ts'

/** What comes of a request that is answered so. */
async function comesOf(status: number, headers: Record<string, string> = {}) {
  const server = createServer((_, response) => response.writeHead(status, headers).end('<html>'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = restClient({ department: 'any', baseUrl })
  try {
    return await client
      .send({ operation: 'submit', method: 'POST', path: ['cases'], json: {} }, AbortSignal.timeout(10_000))
      .catch((error) => error)
  } finally {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
}

describe('a filing that is answered', () => {
  it.each([429, 503])('%i was not taken, and the wait is heeded in either form', async (status) => {
    expect(await comesOf(status, { 'retry-after': '7' })).toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
      retryAfter: 7000,
    })
    const past = await comesOf(status, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' })
    expect(past).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', retryAfter: 0 })
    for (const odd of ['-5', 'soon', '', '1e3', '9'.repeat(400)])
      expect((await comesOf(status, { 'retry-after': odd })).retryAfter).toBeUndefined()
  })

  it.each([500, 502, 504, 520])(
    '%i may have happened: a gateway that gave up says nothing of who stands behind it',
    async (status) => {
      expect(await comesOf(status)).toMatchObject({ code: 'DEPARTMENT_TIMEOUT' })
    },
  )
})

it.each([
  ['120', 120_000],
  [String(10 ** 12), 3_600_000],
])('a place that gives no token and says %s is not asked before that, nor longer than an hour', async (said, wait) => {
  let asked = 0
  const server = createServer((_, response) => {
    if (++asked === 1) return response.writeHead(429, { 'retry-after': said }).end()
    response.end(JSON.stringify({ access_token: 't', expires_in: 3600 }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { get } = clientCredentials({ department: 'any', tokenUrl, clientId: 'hub', clientSecret: 's' })
  const time = jest.spyOn(performance, 'now').mockReturnValue(1000)
  try {
    for (const passed of [0, wait / 2, wait - 1]) {
      time.mockReturnValue(1000 + passed)
      await expect(get(AbortSignal.timeout(10_000))).rejects.toMatchObject({
        code: 'DEPARTMENT_UNAVAILABLE',
        retryAfter: wait - passed,
      })
    }
    expect(asked).toBe(1)
    time.mockReturnValue(1000 + wait)
    expect(await get(AbortSignal.timeout(10_000))).toBe('t')
  } finally {
    time.mockRestore()
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})
