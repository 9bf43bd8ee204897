import { describe, expect, it } from '@jest/globals'
import type { Current } from './index.ts'
import { application, change, create, effect, event } from './samples.ts'

export function applicationsSuite(current: Current): void {
  const applications = () => current().store.applications

  describe('applications', () => {
    it('have references that are never repeated, year by year, whichever process asks', async () => {
      const other = await current().another()
      const given = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? other : current().store).applications.reference('2026')),
      )
      expect([...given].sort()).toEqual(
        Array.from({ length: 20 }, (_, i) => `DWR-2026-${String(i + 1).padStart(6, '0')}`),
      )
      expect(await applications().reference('2027')).toBe('DWR-2027-000001')
    })

    it('are read as they were written, those that are not there as null', async () => {
      const whole = application('A', {
        departmentReference: 'P/1',
        due: '2026-01-12',
        request: 'r',
        fee: 50,
        client: 'counter',
        restricted: true,
        documents: [{ id: 'doc_1', path: 'photo' }],
        action: '$sealed action',
        certificate: { code: 'c', issuedOn: '2026-01-07', sha256: 's', blob: 'b', name: 'n' },
        lastChange: '{}',
        decidedAt: '2026-01-07T00:00:00.000Z',
        delayed: true,
        overdue: true,
      })
      await create(current().store, whole)
      await create(current().store, application('B'))
      expect(await applications().read(['B', 'nobody', 'A'])).toEqual([
        { ...application('B'), version: 1 },
        null,
        { ...whole, version: 1 },
      ])
    })

    it('survive the store being closed and opened again', async () => {
      await create(current().store, application('A'))
      const store = await current().reopen()
      expect((await store.applications.read(['A']))[0]).toEqual({ ...application('A'), version: 1 })
      expect(await store.applications.effectsOf('A')).toHaveLength(1)
    })

    it('are one for two creations with one request at once', async () => {
      const other = await current().another()
      const outcomes = await Promise.all([
        create(current().store, application('A', { request: 'r' })),
        create(other, application('B', { request: 'r' })),
      ])
      expect([...outcomes].sort()).toEqual(['created', 'same-request'])
      const [kept] = (await applications().read(['A', 'B'])).filter((a) => a !== null)
      expect((await applications().byRequest('r'))?.reference).toBe(kept!.reference)
      expect(await applications().byRequest('another')).toBeNull()
    })

    it('may give their request up: another then has it', async () => {
      await create(current().store, application('A', { request: 'r' }))
      const [a] = await applications().read(['A'])
      await applications().commit({ application: { ...a!, request: null }, events: [], effects: [] })
      expect(await applications().byRequest('r')).toBeNull()
      expect(await create(current().store, application('B', { request: 'r' }))).toBe('created')
      expect((await applications().read(['A']))[0]!.request).toBeNull()
    })

    it('are one for the same answers while it is open, and may be filed again once it is finished', async () => {
      const other = await current().another()
      const outcomes = await Promise.all([
        create(current().store, application('A', { digest: 'same' })),
        create(other, application('B', { digest: 'same' })),
      ])
      expect([...outcomes].sort()).toEqual(['created', 'same-answers'])
      const first = (await applications().openByDigest('same'))!.reference
      await change(current().store, first, { status: 'REJECTED' })
      expect(await applications().openByDigest('same')).toBeNull()
      expect(await create(current().store, application('C', { digest: 'same' }))).toBe('created')
      expect((await applications().openByDigest('same'))?.reference).toBe('C')
    })

    it('say that the request is the same where the answers are, too', async () => {
      await create(current().store, application('A', { digest: 'same', request: 'r' }))
      expect(await create(current().store, application('B', { digest: 'same', request: 'r' }))).toBe('same-request')
      expect(await create(current().store, application('A', { digest: 'same', request: 'r' }))).toBe('same-request')
      expect(await create(current().store, application('A', { digest: 'same' }))).toBe('same-answers')
    })

    it('leave nothing of a creation that was refused', async () => {
      await create(current().store, application('A', { request: 'r' }))
      await create(current().store, application('B', { request: 'r' }))
      expect(await applications().read(['B'])).toEqual([null])
      expect(await applications().effectsOf('B')).toEqual([])
      await current().store.log.relay(10)
      expect((await current().store.log.after(0, 10)).map(({ id }) => id)).toEqual(['A.1'])
    })

    it('may come to have the answers of another that is open', async () => {
      await create(current().store, application('A', { digest: 'first' }))
      await create(current().store, application('B', { digest: 'second' }))
      expect(await change(current().store, 'B', { digest: 'first' })).toBe(true)
      expect((await applications().openByDigest('first'))?.digest).toBe('first')
      expect((await applications().read(['B']))[0]).toMatchObject({ digest: 'first', version: 2 })
    })

    it('are not written over by one that has their reference', async () => {
      await create(current().store, application('A'))
      await expect(create(current().store, application('A', { digest: 'other', citizen: 'bela' }))).rejects.toThrow()
      expect((await applications().read(['A']))[0]?.citizen).toBe('asha')
    })

    it('refuse a change that was decided on an old version, with all that belongs to it', async () => {
      await create(current().store, application('A'))
      const other = await current().another()
      const [read] = await applications().read(['A'])
      const step = (number: number, actor: string) => ({
        application: { ...read!, status: 'RECEIVED' as const, events: number },
        events: [event('A', number, { actor })],
        effects: [effect('A', 0, { id: `A:answer:${actor}`, kind: 'answer' })],
        settles: 'A:submit:1',
      })
      const outcomes = await Promise.all([
        applications().commit(step(2, 'one')),
        other.applications.commit(step(2, 'two')),
      ])
      expect([...outcomes].sort()).toEqual([false, true])
      const winner = outcomes[0] ? 'one' : 'two'
      await current().store.log.relay(10)
      expect((await applications().events('A')).map(({ id, actor }) => [id, actor])).toEqual([
        ['A.1', 'citizen'],
        ['A.2', winner],
      ])
      expect((await applications().effectsOf('A')).map(({ id }) => id)).toEqual([`A:answer:${winner}`])
    })

    it('are found by what their department calls them', async () => {
      await create(current().store, application('A', { departmentReference: 'P/1' }))
      await create(current().store, application('B', { department: 'roads', departmentReference: 'P/1' }))
      const found = await applications().byDepartment('parks', ['P/2', 'P/1'])
      expect(found.map((a) => a?.reference)).toEqual([undefined, 'A'])
    })

    it('get a number of their department each: of several that would get one at once, one does, whichever process asks', async () => {
      const names = ['A', 'B', 'C', 'D']
      for (const name of names) await create(current().store, application(name))
      await create(current().store, application('E', { department: 'roads' }))
      const other = await current().another()
      const named = { status: 'RECEIVED', departmentReference: 'P/1' } as const
      const said = await Promise.allSettled(
        names.map((name, i) => change(i % 2 ? other : current().store, name, named)),
      )
      const refused = said.flatMap((one) => (one.status === 'rejected' ? [one.reason.name] : []))
      expect(refused).toEqual(['CaseTaken', 'CaseTaken', 'CaseTaken'])
      const found = await applications().read(names)
      expect(found.map((one) => one!.departmentReference).sort()).toEqual(['P/1', null, null, null])
      const winner = found.find((one) => one!.departmentReference)!.reference
      await change(other, winner, { status: 'IN_REVIEW' })
      await change(other, 'E', named)
      expect((await applications().read([winner, 'E'])).map((one) => one!.status)).toEqual(['IN_REVIEW', 'RECEIVED'])
    })

    it('that have one number from before keep it', async () => {
      for (const name of ['A', 'B']) await create(current().store, application(name, { departmentReference: 'P/1' }))
      for (const name of ['A', 'B']) await change(current().store, name, { status: 'APPROVED' })
      expect((await applications().read(['A', 'B'])).map((one) => one!.status)).toEqual(['APPROVED', 'APPROVED'])
    })

    it('are found by the code of their certificate', async () => {
      const certificate = { code: 'code', issuedOn: '2026-01-07', sha256: 's', blob: 'b', name: 'n' }
      await create(current().store, application('A'))
      await change(current().store, 'A', { status: 'CERTIFIED', certificate })
      expect((await applications().byCertificate('code'))?.certificate).toEqual(certificate)
      expect(await applications().byCertificate('other')).toBeNull()
    })

    it('of a citizen are listed newest first, in pages', async () => {
      for (const reference of ['A', 'C', 'B']) await create(current().store, application(reference))
      await create(current().store, application('D', { citizen: 'bela' }))
      const page = async (first: number, after: string | null) =>
        (await applications().ofCitizen('asha', first, after)).map(({ reference }) => reference)
      expect(await page(2, null)).toEqual(['C', 'B'])
      expect(await page(2, 'B')).toEqual(['A'])
      expect(await page(2, 'A')).toEqual([])
      expect(await page(0, null)).toEqual([])
    })

    it('that a department has not finished are listed in pages', async () => {
      for (const reference of ['A', 'B', 'C']) await create(current().store, application(reference))
      await create(current().store, application('D', { department: 'roads' }))
      await change(current().store, 'B', { status: 'WITHDRAWN' })
      const page = async (limit: number, after: string | null) =>
        (await applications().open('parks', limit, after)).map(({ reference }) => reference)
      expect(await page(1, null)).toEqual(['A'])
      expect(await page(5, 'A')).toEqual(['C'])
    })

    it('that a department has not received for long are listed until it was told, oldest first', async () => {
      const submitted = (reference: string, submittedAt: string, more = {}) =>
        create(current().store, application(reference, { submittedAt, ...more }))
      await submitted('A', '2026-01-05T10:00:02.000Z')
      await submitted('B', '2026-01-05T10:00:01.000Z')
      await submitted('C', '2026-01-05T10:00:01.000Z', { department: 'roads' })
      await submitted('D', '2026-01-05T10:00:01.000Z', { status: 'RECEIVED' })
      await submitted('E', '2026-01-05T10:00:05.000Z')
      const slow = async (before: string, limit = 9) =>
        (await applications().slow('parks', before, limit)).map(({ reference }) => reference)
      expect(await slow('2026-01-05T10:00:05.000Z')).toEqual(['B', 'A'])
      expect(await slow('2026-01-05T10:00:05.000Z', 1)).toEqual(['B'])
      await change(current().store, 'B', { delayed: true })
      expect(await slow('2026-01-05T10:00:05.000Z')).toEqual(['A'])
    })

    it('whose day has passed without a decision are late until it was told, oldest first', async () => {
      await create(current().store, application('A', { due: '2026-01-12' }))
      await create(current().store, application('B', { due: '2026-01-11', status: 'IN_REVIEW' }))
      await create(current().store, application('C', { due: '2026-01-13' }))
      await create(current().store, application('D', { due: '2026-01-01', status: 'REJECTED' }))
      await create(current().store, application('E', { due: '2026-01-01', status: 'APPROVED' }))
      await create(current().store, application('F'))
      const late = async (today: string, limit = 9) =>
        (await applications().late(today, limit)).map(({ reference }) => reference)
      expect(await late('2026-01-13')).toEqual(['B', 'A'])
      expect(await late('2026-01-13', 1)).toEqual(['B'])
      await change(current().store, 'B', { overdue: true })
      expect(await late('2026-01-13')).toEqual(['A'])
      expect(await late('2026-01-12')).toEqual([])
    })

    it('whose lateness was told are listed in pages until they are decided', async () => {
      for (const reference of ['C', 'A', 'B'])
        await create(current().store, application(reference, { due: '2026-01-12', overdue: true }))
      await create(current().store, application('D', { due: '2026-01-12' }))
      const page = async (first: number, after: string | null) =>
        (await applications().overdue(first, after)).map(({ reference }) => reference)
      expect(await page(2, null)).toEqual(['A', 'B'])
      expect(await page(2, 'B')).toEqual(['C'])
      const counted = (service: string, limit: number) => applications().undecided(service, limit)
      expect([await counted('parks.tree', 9), await counted('parks.tree', 2), await counted('parks.bench', 9)]).toEqual(
        [3, 2, 0],
      )
      await change(current().store, 'A', { status: 'APPROVED' })
      await change(current().store, 'B', { status: 'REJECTED' })
      expect(await page(9, null)).toEqual(['C'])
      expect(await counted('parks.tree', 9)).toBe(1)
    })

    it('that were decided are listed by service, newest decision first', async () => {
      const decided = (reference: string, decidedAt: string | null) =>
        create(current().store, application(reference, { decidedAt, due: '2026-01-12' }))
      await decided('A', '2026-01-07T00:00:00.000Z')
      await decided('B', '2026-01-09T00:00:00.000Z')
      await decided('C', null)
      const submittedAt = '2026-01-05T10:00:00.000Z'
      expect(await applications().decided('parks.tree', 9)).toEqual([
        { submittedAt, decidedAt: '2026-01-09T00:00:00.000Z', due: '2026-01-12' },
        { submittedAt, decidedAt: '2026-01-07T00:00:00.000Z', due: '2026-01-12' },
      ])
      expect(await applications().decided('parks.tree', 1)).toHaveLength(1)
      expect(await applications().decided('parks.bench', 9)).toEqual([])
    })
  })
}
