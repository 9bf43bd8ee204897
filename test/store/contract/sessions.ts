import { describe, expect, it } from '@jest/globals'
import type { Current } from './index.ts'
import { begin, lapse } from './samples.ts'

export function sessionsSuite(current: Current): void {
  const sessions = () => current().store.sessions
  const leases = () => current().store.leases

  describe('sessions', () => {
    it('live while they are kept, and never come back once they have ended', async () => {
      await begin(current().store, 'one')
      expect(await sessions().keep('one', 60_000)).toBe(true)
      await lapse(current().store, 'one')
      expect(await sessions().keep('one', 60_000)).toBe(false)
      expect(await leases().acquire('relay', 'one')).toBeNull()
    })

    it('end at once where their process says so', async () => {
      await begin(current().store, 'one')
      await sessions().end('one')
      expect(await sessions().keep('one', 60_000)).toBe(false)
      expect(await sessions().keep('nobody', 60_000)).toBe(false)
    })
  })

  describe('leases', () => {
    it('have one holder, with a token that grows at each change of hands', async () => {
      await begin(current().store, 'one')
      await begin(current().store, 'two')
      expect(await leases().acquire('relay', 'one')).toBe(1)
      expect(await leases().acquire('relay', 'one')).toBe(1)
      expect(await leases().acquire('relay', 'two')).toBeNull()
      expect(await leases().acquire('poll', 'two')).toBe(1)
      await leases().release('relay', 'two')
      expect(await leases().acquire('relay', 'two')).toBeNull()
      await leases().release('relay', 'one')
      expect(await leases().acquire('relay', 'two')).toBe(2)
      expect(await leases().acquire('relay', 'one')).toBeNull()
    })

    it('pass on when the session of their holder has ended', async () => {
      await begin(current().store, 'one')
      await begin(current().store, 'two')
      await leases().acquire('relay', 'one')
      await lapse(current().store, 'one')
      expect(await leases().acquire('relay', 'one')).toBeNull()
      expect(await leases().acquire('relay', 'two')).toBe(2)
    })

    it('go to one of several processes that ask at once', async () => {
      const other = await current().another()
      for (const name of ['one', 'two', 'gone']) await begin(current().store, name)
      const race = () => Promise.all([leases().acquire('relay', 'one'), other.leases.acquire('relay', 'two')])
      expect((await race()).filter((token) => token !== null)).toEqual([1])
      const holder = (await leases().acquire('relay', 'one')) === null ? 'two' : 'one'
      await leases().release('relay', holder)
      await leases().acquire('relay', 'gone')
      await lapse(current().store, 'gone')
      expect((await race()).filter((token) => token !== null)).toEqual([3])
    })

    it('are not given to a session that nobody has begun', async () => {
      expect(await leases().acquire('relay', 'nobody')).toBeNull()
    })
  })
}
