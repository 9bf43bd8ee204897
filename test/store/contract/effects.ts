import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Current } from './index.ts'
import { application, begin, change, create, effect, lapse } from './samples.ts'

const PLAIN = { uncertainSince: null, note: null }

export function effectsSuite(current: Current): void {
  const applications = () => current().store.applications
  const references = (effects: readonly { reference: string }[]) => effects.map(({ reference }) => reference)

  describe('effects', () => {
    beforeEach(() => begin(current().store, 'one'))

    it('are claimed once, oldest first, when they are due', async () => {
      await create(current().store, application('late'), 30)
      await create(current().store, application('early'), 10)
      await create(current().store, application('future'), 1000)
      await create(current().store, application('other', { department: 'roads' }), 10)
      expect(references(await applications().claim('parks', 'one', 50, 1))).toEqual(['early'])
      const [second] = await applications().claim('parks', 'one', 50, 5)
      expect(second).toEqual(effect('late', 30, { state: 'claimed', owner: 'one', attempts: 1 }))
      expect(await applications().claim('parks', 'one', 50, 5)).toEqual([])
      expect(references(await applications().claim('parks', 'one', 1000, 5))).toEqual(['future'])
    })

    it('are claimed by one of several processes that ask at once', async () => {
      const other = await current().another()
      await begin(other, 'two')
      for (let i = 0; i < 12; i++) await create(current().store, application(`A${i}`), i)
      const claimed = await Promise.all([
        applications().claim('parks', 'one', 50, 7),
        other.applications.claim('parks', 'two', 50, 7),
      ])
      expect(new Set(references(claimed.flat())).size).toBe(12)
      expect(claimed.flat()).toHaveLength(12)
      for (const effects of claimed) expect(effects.length).toBeLessThanOrEqual(7)
    })

    it('are no more than were asked for, where one application owes several', async () => {
      await create(current().store, application('A'))
      const answers = [1, 2, 3].map((n) => effect('A', n, { id: `A:answer:${n}`, kind: 'answer' }))
      await change(current().store, 'A', {}, { effects: answers })
      const claimed = await applications().claim('parks', 'one', 50, 2)
      expect(claimed.map(({ id }) => id)).toEqual(['A:submit:1', 'A:answer:1'])
      const rest = await applications().claim('parks', 'one', 50, 9)
      expect(rest.map(({ id }) => id)).toEqual(['A:answer:2', 'A:answer:3'])
    })

    it('stay with a session while it lives', async () => {
      await create(current().store, application('A'))
      await applications().claim('parks', 'one', 50, 5)
      await begin(current().store, 'two')
      expect(await applications().claim('parks', 'two', 1e9, 5)).toEqual([])
    })

    it('are told to the session that has them, and to no other', async () => {
      await begin(current().store, 'two')
      for (const [i, name] of ['A', 'B', 'C'].entries()) await create(current().store, application(name), i)
      await create(current().store, application('other', { department: 'roads' }))
      const mine = await applications().claim('parks', 'one', 50, 2)
      await applications().claim('parks', 'two', 50, 1)
      await applications().claim('roads', 'one', 50, 1)
      const claimed = await applications().claimed('parks', 'one')
      expect(claimed.toSorted((a, b) => a.due - b.due)).toEqual(mine)
      await applications().later(mine[0]!.id, 'one', { due: 99, ...PLAIN })
      expect(references(await applications().claimed('parks', 'one'))).toEqual(['B'])
    })

    it('pass on when their session has ended, counting the attempts', async () => {
      await create(current().store, application('A'))
      await begin(current().store, 'short')
      await applications().claim('parks', 'short', 50, 5)
      await lapse(current().store, 'short')
      expect(await applications().claim('parks', 'one', 50, 5)).toEqual([
        effect('A', 0, { state: 'claimed', owner: 'one', attempts: 2 }),
      ])
    })

    it('pass on to one of several processes that see that a session has ended', async () => {
      const other = await current().another()
      await begin(other, 'two')
      await begin(current().store, 'short')
      for (let i = 0; i < 8; i++) await create(current().store, application(`A${i}`))
      await applications().claim('parks', 'short', 50, 8)
      await current().store.sessions.end('short')
      const claimed = await Promise.all([
        applications().claim('parks', 'one', 50, 8),
        other.applications.claim('parks', 'two', 50, 8),
      ])
      expect(references(claimed.flat()).sort()).toEqual(Array.from({ length: 8 }, (_, i) => `A${i}`))
    })

    it('remember that a try may have happened', async () => {
      await create(current().store, application('A'))
      const [claimed] = await applications().claim('parks', 'one', 50, 5)
      expect(await applications().trying(claimed!.id, 'one', 77)).toBe(true)
      await current().store.sessions.end('one')
      await begin(current().store, 'two')
      const [again] = await applications().claim('parks', 'two', 50, 5)
      expect(again).toMatchObject({ uncertainSince: 77, owner: 'two' })
    })

    it('are tried by nobody but the session that has them', async () => {
      await create(current().store, application('A'))
      await begin(current().store, 'short')
      const [claimed] = await applications().claim('parks', 'short', 50, 5)
      await current().store.sessions.end('short')
      await applications().claim('parks', 'one', 50, 5)
      expect(await applications().trying(claimed!.id, 'short', 77)).toBe(false)
      expect(await applications().later(claimed!.id, 'short', { due: 5, ...PLAIN })).toBe(false)
      expect(await applications().effect(claimed!.id)).toMatchObject({ owner: 'one', uncertainSince: null })
      expect(await applications().trying('nothing', 'one', 77)).toBe(false)
    })

    it('wait where they were put back, with the reason', async () => {
      await create(current().store, application('A'))
      const [claimed] = await applications().claim('parks', 'one', 50, 5)
      const put = { due: 500, uncertainSince: 7, note: '$NOTE', raw: '$raw', misunderstood: 2 }
      expect(await applications().later(claimed!.id, 'one', put)).toBe(true)
      expect(await applications().effectsOf('A')).toEqual([
        effect('A', 500, { attempts: 1, uncertainSince: 7, note: '$NOTE', raw: '$raw', misunderstood: 2 }),
      ])
      expect(await applications().trying(claimed!.id, 'one', 77)).toBe(false)
      expect(await applications().claim('parks', 'one', 499, 5)).toEqual([])
      const [again] = await applications().claim('parks', 'one', 500, 5)
      await applications().later(again!.id, 'one', { due: 600, ...PLAIN })
      expect(await applications().effect(again!.id)).toMatchObject({
        ...{ note: null, raw: '$raw', attempts: 2, misunderstood: 2 },
      })
    })

    it('wait no longer than they may where the clock was set back, and others stay as they are', async () => {
      await create(current().store, application('far'), 900)
      await create(current().store, application('near'), 400)
      await create(current().store, application('other', { department: 'roads' }), 900)
      const [near] = await applications().claim('parks', 'one', 400, 1)
      await applications().trying(near!.id, 'one', 950)
      const answer = effect('far', 300, { id: 'far:answer:1', kind: 'answer', uncertainSince: 250 })
      await change(current().store, 'far', {}, { effects: [answer] })
      await applications().hasten('parks', 100, { due: 500, sent: 200 })
      const found = await Promise.all(['far', 'near', 'other'].map((name) => applications().effectsOf(name)))
      expect(found.flat()).toEqual([
        effect('far', 100),
        { ...answer, uncertainSince: 200 },
        effect('near', 400, { state: 'claimed', owner: 'one', attempts: 1, uncertainSince: 200 }),
        effect('other', 900, { department: 'roads' }),
      ])
      expect(references(await applications().claim('parks', 'one', 100, 5))).toEqual(['far'])
    })

    it('go when a step settles or cancels them, and come with it', async () => {
      await create(current().store, application('A'))
      const answer = effect('A', 3, { id: 'A:answer:1', kind: 'answer', payload: '$payload' })
      await change(current().store, 'A', {}, { effects: [answer], settles: 'A:submit:1' })
      expect(await applications().effectsOf('A')).toEqual([answer])
      const withdraw = effect('A', 4, { id: 'A:withdraw:1', kind: 'withdraw' })
      await change(current().store, 'A', {}, { effects: [withdraw], cancels: ['answer', 'certificate'] })
      expect(await applications().effectsOf('A')).toEqual([withdraw])
      expect(await applications().effect('A:answer:1')).toBeNull()
    })

    it('that are there already stay as they are', async () => {
      await create(current().store, application('A'))
      await applications().claim('parks', 'one', 50, 5)
      await change(current().store, 'A', {}, { effects: [effect('A', 99)] })
      expect(await applications().effectsOf('A')).toEqual([
        effect('A', 0, { state: 'claimed', owner: 'one', attempts: 1 }),
      ])
    })
  })

  describe('what is parked', () => {
    beforeEach(() => begin(current().store, 'one'))
    async function park(reference: string, due: number): Promise<void> {
      await create(current().store, application(reference))
      const [claimed] = await applications().claim('parks', 'one', 50, 1)
      const put = { due, uncertainSince: null, note: 'why', misunderstood: 4, park: true }
      await applications().later(claimed!.id, 'one', put)
    }

    it('is counted, and claimed again when its time has come', async () => {
      await park('A', 500)
      await create(current().store, application('B'), 900)
      expect(await applications().owed('parks')).toEqual({ owed: 2, parked: 1 })
      expect(await applications().owed('roads')).toEqual({ owed: 0, parked: 0 })
      expect(await applications().claim('parks', 'one', 499, 5)).toEqual([])
      expect(references(await applications().claim('parks', 'one', 500, 5))).toEqual(['A'])
    })

    it('stays so while it is tried, whoever takes it over, until it is let go', async () => {
      const put = { due: 60, uncertainSince: null, note: 'why' }
      const seen = async () => [
        (await applications().owed('parks')).parked,
        (await applications().parked(9, null)).map(({ state, note }) => `${state} ${note}`),
      ]
      await park('A', 50)
      await begin(current().store, 'short')
      await applications().claim('parks', 'short', 50, 5)
      expect(await seen()).toEqual([1, ['claimed why']])
      await current().store.sessions.end('short')
      const [taken] = await applications().claim('parks', 'one', 50, 5)
      expect(await applications().later(taken!.id, 'one', { ...put, note: 'down' })).toBe(true)
      expect(await seen()).toEqual([1, ['parked down']])
      await applications().claim('parks', 'one', 60, 5)
      await applications().later(taken!.id, 'one', { ...put, park: false })
      expect(await seen()).toEqual([0, []])
      await applications().claim('parks', 'one', 60, 5)
      await applications().later(taken!.id, 'one', put)
      expect(await applications().effect(taken!.id)).toMatchObject({ state: 'owed' })
    })

    it('is listed in pages, in the order of ids', async () => {
      for (const reference of ['B', 'C', 'A']) await park(reference, 500)
      await create(current().store, application('D'))
      expect(references(await applications().parked(2, null))).toEqual(['A', 'B'])
      expect(await applications().parked(2, 'B:submit:1')).toMatchObject([{ reference: 'C', state: 'parked' }])
    })

    it('is lent to one session, which may put it back', async () => {
      const other = await current().another()
      await create(current().store, application('A'))
      expect(await applications().take('A:submit:1', 'one')).toBe(false)
      await applications().claim('parks', 'one', 10, 10)
      const put = { due: 20, uncertainSince: null, note: 'as told', raw: 'sealed', park: true }
      await applications().later('A:submit:1', 'one', put)
      await begin(current().store, 'two')
      const taken = await Promise.all([
        applications().take('A:submit:1', 'one'),
        other.applications.take('A:submit:1', 'two'),
      ])
      expect([...taken].sort()).toEqual([false, true])
      const owner = taken[0] ? 'one' : 'two'
      expect(await applications().claim('parks', 'one', 100, 10)).toEqual([])
      expect(await applications().effect('A:submit:1')).toMatchObject({ state: 'claimed', owner, attempts: 1 })
      expect(await applications().later('A:submit:1', owner, { ...put, raw: null })).toBe(true)
      expect(await applications().parked(10, null)).toMatchObject([{ note: 'as told', raw: 'sealed' }])
    })

    it('is tried at once where an operator says so, and once', async () => {
      await park('A', 500)
      expect(await applications().retry('A:submit:1', 60)).toBe(true)
      expect(await applications().retry('A:submit:1', 60)).toBe(false)
      expect(await applications().retry('nothing', 60)).toBe(false)
      const effect = (await applications().effect('A:submit:1'))!
      expect(effect).toMatchObject({ state: 'owed', due: 60, attempts: 0 })
      expect(effect.misunderstood ?? 0).toBe(0)
    })
  })
}
