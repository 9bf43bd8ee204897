import { describe, expect, it } from '@jest/globals'
import { chain, GENESIS } from '../../../store/chain.ts'
import type { Current } from './index.ts'
import { application, change, create, event } from './samples.ts'

export function logSuite(current: Current): void {
  const log = () => current().store.log

  /** Throws unless the rows follow each other from the first, each hash over the one before. */
  async function checked() {
    const rows = await log().rows(0, 1000)
    let hash = GENESIS
    for (const [i, row] of rows.entries()) {
      hash = chain(hash, i + 1, row.document)
      expect([row.position, row.hash]).toEqual([i + 1, hash])
      expect(JSON.parse(row.document).id).toBe(row.id)
    }
    expect(await log().head()).toEqual({ position: rows.length, hash })
    return rows.map(({ id }) => id)
  }

  describe('the log', () => {
    it('begins empty', async () => {
      expect(await log().head()).toEqual({ position: 0, hash: GENESIS })
      expect(await log().relay(10)).toBe(0)
      expect(await log().after(0, 10)).toEqual([])
    })

    it('has events in the order of their commits', async () => {
      for (const reference of ['A', 'B', 'C']) await create(current().store, application(reference))
      await change(current().store, 'A', { events: 2 }, { events: [event('A', 2)] })
      await current().store.applications.record(event('', 0, { id: 'record-1', name: 'consented' }))
      await create(current().store, application('D'))
      expect([await log().relay(4), await log().relay(4), await log().relay(4)]).toEqual([4, 2, 0])
      expect(await checked()).toEqual(['A.1', 'B.1', 'C.1', 'A.2', 'record-1', 'D.1'])
    })

    it('has events as they were committed, with their positions', async () => {
      await create(current().store, application('A'))
      await log().relay(10)
      const [logged] = await log().after(0, 10)
      const { hash } = await log().head()
      expect(logged).toEqual({ ...event('A', 1), position: 1, hash })
      expect(await log().after(1, 10)).toEqual([])
      expect(await log().position('A.1')).toBe(1)
      expect(await log().position('A.2')).toBeNull()
    })

    it('has each event once and no gaps, whatever several relays do at once', async () => {
      const other = await current().another()
      const count = 30
      await Promise.all(
        Array.from({ length: count }, (_, i) => create(i % 2 ? other : current().store, application(`A${i}`))),
      )
      let moved = 0
      const relays = [current().store, other, current().store].map(async (store) => {
        for (;;) {
          const n = await store.log.relay(4)
          moved += n
          if (!n && (await log().head()).position === count) return
        }
      })
      await Promise.all(relays)
      expect(moved).toBe(count)
      expect((await checked()).sort()).toEqual(Array.from({ length: count }, (_, i) => `A${i}.1`).sort())
    })

    it('keeps the order of one application, while others are committed and relayed', async () => {
      const other = await current().another()
      await create(current().store, application('A'))
      await create(current().store, application('B'))
      let writing = true
      const relaying = (async () => {
        while ((await other.log.relay(3)) || writing);
      })()
      for (let n = 2; n <= 8; n++)
        for (const reference of ['A', 'B'])
          await change(current().store, reference, { events: n }, { events: [event(reference, n)] })
      writing = false
      await relaying
      const ids = await checked()
      for (const reference of ['A', 'B'])
        expect(ids.filter((id) => id.startsWith(reference))).toEqual(
          Array.from({ length: 8 }, (_, i) => `${reference}.${i + 1}`),
        )
      expect((await current().store.applications.events('A')).map(({ id }) => id)).toEqual(
        ids.filter((id) => id.startsWith('A')),
      )
    })

    it('shows an application what is in it and what is on its way there', async () => {
      await create(current().store, application('A'))
      expect(await current().store.applications.events('A')).toEqual([event('A', 1)])
      await log().relay(10)
      expect(await current().store.applications.events('A')).toEqual([event('A', 1)])
      await change(current().store, 'A', { events: 2 }, { events: [event('A', 2)] })
      expect(await current().store.applications.events('A')).toEqual([event('A', 1), event('A', 2)])
      expect(await current().store.applications.events('B')).toEqual([])
    })
  })
}
