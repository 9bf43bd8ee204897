/** What is told by the calendar: that it takes longer, and that it is late. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { lateness } from '../../subgraphs/applications/operations/lateness.ts'
import { delays } from '../../subgraphs/filing/delays.ts'
import { Bench, DEPARTMENT } from './bench.ts'

let bench: Bench
const stopping = { controller: new AbortController(), ended: Promise.resolve() }
beforeEach(async () => {
  bench = await Bench.open()
  stopping.controller = new AbortController()
})
afterEach(async () => {
  stopping.controller.abort()
  await stopping.ended
  await bench[Symbol.asyncDispose]()
})

const HOUR = 3_600_000
const OTHER = 'DWR-2026-000002'

/** The first is of somebody whose key cannot be opened; nobody else's is the matter. */
async function filesTwo(): Promise<void> {
  await bench.files({ due: '2026-01-02', submittedAt: '2026-01-01T10:00:00.000Z' }, () => [])
  await bench.files({ reference: OTHER, digest: 'e', citizen: 'bela', due: '2026-01-03' }, () => [])
  const { vaultOf } = bench.host
  bench.host.vaultOf = (owner) =>
    owner === 'asha' ? Promise.reject(new Error('its key is wrapped under another secret')) : vaultOf(owner)
}
const told = async (reference: string) => (await bench.store.applications.events(reference)).map(({ name }) => name)

describe('an application whose person’s key cannot be opened', () => {
  it('holds up nobody else’s news that it is late', async () => {
    await filesTwo()
    stopping.ended = lateness(bench.host).run(stopping.controller.signal)
    await bench.until('told', async () => (await told(OTHER)).includes('overdue'))
    expect(await told('DWR-2026-000001')).toEqual(['submitted'])
  })

  it('holds up nobody else’s news that it takes longer', async () => {
    await filesTwo()
    bench.now += 2 * HOUR
    stopping.ended = delays(bench.host, DEPARTMENT, HOUR).run(stopping.controller.signal)
    await bench.until('told', async () => (await told(OTHER)).includes('delayed'))
    expect(await told('DWR-2026-000001')).toEqual(['submitted'])
  })
})
