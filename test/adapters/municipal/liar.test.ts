import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from '@jest/globals'
import { municipal } from '../../../adapters/municipal/index.ts'

const numberOf = (serial: string) => `BC-2026-000000${serial}`
const of = (number: string, more: object = {}) => ({
  application_number: numberOf(number),
  external_id: `DWR-2026-00000${number}`,
  type: 'BC',
  status: 'SCRUTINY',
  changed_at: '2026-11-26T10:00:00+05:30',
  sequence: 2,
  ...more,
})
/** Applications of which one has a status that is not in the contract, and one has none. */
const SOME = [of('1'), of('2', { status: 'LOST' }), of('3', { status: null }), of('4')]

/** A municipality with a feed and statuses of these. */
async function municipality(some: readonly (object | null)[] = SOME, feed: object = {}) {
  let asked = 0
  const server = createServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url!, 'http://any')
    const changes = some.map((application, i) => ({ id: i + 1, application }))
    const since = Number(searchParams.get('since'))
    asked++
    const answer = path.endsWith('/oauth/token')
      ? { access_token: 't', token_type: 'Bearer', expires_in: 3600 }
      : path.endsWith('/changes')
        ? { changes: changes.filter(({ id }) => id > since), settled: changes.length, more: false, ...feed }
        : { results: some }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise<void>((listening) => server.listen(0, listening))
  const apiUrl = `http://localhost:${(server.address() as AddressInfo).port}`
  const adapter = municipal({ apiUrl, clientId: 'hub', clientSecret: 's', callbackSecret: 'c' })
  return {
    adapter,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      await adapter.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
const call = () => ({ key: 'any', signal: AbortSignal.timeout(10_000) })

it('a status that is not in the contract is an error in its place, and spoils no other', async () => {
  await using office = await municipality()
  const [one, odd, none, other] = await office.adapter.status(['1', '2', '3', '4'].map(numberOf), call())
  expect([one, other]).toMatchObject([{ status: 'in_review' }, { status: 'in_review' }])
  for (const error of [odd, none]) expect(error).toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
})

it.each([
  ['has no number', [of('1'), of('2', { application_number: undefined }), of('3')]],
  ['has the number of nobody', [of('1'), of('9'), of('3')]],
  ['is no object', [of('1'), null, of('3')]],
  ['is left out', [of('1'), of('3')]],
])('a status that %s is an error in its place, and spoils no other', async (_, some) => {
  await using office = await municipality(some)
  const [one, odd, other] = await office.adapter.status(['1', '2', '3'].map(numberOf), call())
  expect([one, other]).toMatchObject([{ reference: numberOf('1') }, { reference: numberOf('3') }])
  expect(odd).toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
})

it.each([
  ['goes past a change that is not in the contract', null],
  [
    'is read anew from a cursor that is beyond all that it has: a page once lied, or it went back to a backup',
    String(2 ** 53 - 2),
  ],
])('a feed %s', async (_, after) => {
  await using office = await municipality()
  const found = await Array.fromAsync(office.adapter.changes!(after, call()))
  expect(found.map(({ change, cursor }) => [change.reference, cursor])).toEqual([
    [numberOf('1'), '1'],
    [numberOf('4'), '4'],
  ])
})

it.each([
  ['has settled less than nothing', { settled: -1 }],
  ['has more, and gives the same again', { changes: [{ id: 1, application: {} }], more: true }],
])('a feed that %s is not understood, and is asked no more for now', async (_, feed) => {
  await using office = await municipality(SOME, feed)
  const reading = Array.fromAsync(office.adapter.changes!('0', call()))
  await expect(reading).rejects.toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
  // a token, and at most the page that shows it
  expect(office.asked()).toBeLessThan(4)
})
