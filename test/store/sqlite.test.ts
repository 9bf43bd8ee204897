import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { chain } from '../../store/chain.ts'
import { sqliteStore } from '../../store/sqlite/index.ts'
import type { Application, Event, Store } from '../../store/store.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dwar-store-'))
  store = sqliteStore(folder)
  await store.sessions.begin('one', 'hub', 30_000)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const application = (reference: string, more: Partial<Application> = {}): Application => ({
  reference,
  service: 'parks.tree',
  department: 'parks',
  citizen: 'asha',
  status: 'SUBMITTED',
  departmentReference: null,
  submittedAt: '2026-01-05T10:00:00.000Z',
  due: null,
  input: 'sealed',
  digest: reference,
  request: null,
  fee: null,
  client: null,
  restricted: false,
  documents: [],
  action: null,
  certificate: null,
  lastChange: null,
  decidedAt: null,
  delayed: false,
  overdue: false,
  events: 1,
  version: 0,
  ...more,
})
const event = (reference: string, number: number): Event => ({
  id: `${reference}.${number}`,
  reference,
  citizen: 'asha',
  department: 'parks',
  service: 'parks.tree',
  name: 'submitted',
  status: 'SUBMITTED',
  at: '2026-01-05T10:00:00.000Z',
  actor: 'citizen',
  reason: null,
})
const effect = (reference: string, due = 0) => ({
  id: `${reference}:submit:1`,
  reference,
  department: 'parks',
  kind: 'submit' as const,
  key: reference,
  payload: null,
  due,
  attempts: 0,
  uncertainSince: null,
  state: 'owed' as const,
  owner: null,
  note: null,
  raw: null,
})
const create = (a: Application, due?: number) =>
  store.applications.create({ application: a, events: [event(a.reference, 1)], effects: [effect(a.reference, due)] })

describe('applications', () => {
  it('gives references that are never repeated, year by year', async () => {
    const given = await Promise.all(Array.from({ length: 20 }, () => store.applications.reference('2026')))
    expect(new Set(given).size).toBe(20)
    expect(given[0]).toBe('DWR-2026-000001')
    expect(await store.applications.reference('2027')).toBe('DWR-2027-000001')
  })

  it('keeps one application for two creations with one request at once', async () => {
    const outcomes = await Promise.all([
      create(application('A', { request: 'r' })),
      create(application('B', { request: 'r' })),
    ])
    expect(outcomes).toEqual(['created', 'same-request'])
    expect((await store.applications.byRequest('r'))?.reference).toBe('A')
  })

  it('keeps one open application for the same answers, and takes them again once it is finished', async () => {
    expect(await create(application('A', { digest: 'same' }))).toBe('created')
    expect(await create(application('B', { digest: 'same' }))).toBe('same-answers')
    const [a] = await store.applications.read(['A'])
    await store.applications.commit({ application: { ...a!, status: 'REJECTED' }, events: [], effects: [] })
    expect(await create(application('C', { digest: 'same' }))).toBe('created')
  })

  it('refuses a change that was decided on an old version, with all that belongs to it', async () => {
    await create(application('A'))
    const [read] = await store.applications.read(['A'])
    const step = (number: number) => ({
      application: { ...read!, status: 'RECEIVED' as const, events: number },
      events: [event('A', number)],
      effects: [],
    })
    expect(await store.applications.commit(step(2))).toBe(true)
    expect(await store.applications.commit(step(3))).toBe(false)
    await store.log.relay(10)
    expect((await store.applications.events('A')).map((e) => e.id)).toEqual(['A.1', 'A.2'])
  })

  it('lists as late and overdue what waits for a decision, and nothing that has been decided', async () => {
    const due = '2026-01-09'
    await create(application('A', { due }))
    await create(application('B', { due, status: 'APPROVED' }))
    await create(application('C', { due: '2026-01-08', status: 'IN_REVIEW' }))
    await create(application('D', { due, status: 'REJECTED' }))
    const late = async () => (await store.applications.late('2026-01-10', 10)).map(({ reference }) => reference)
    expect(await store.applications.late(due, 10)).toMatchObject([{ reference: 'C' }])
    expect(await late()).toEqual(['C', 'A'])
    const [a, , c] = await store.applications.read(['A', 'B', 'C'])
    for (const one of [a!, c!])
      await store.applications.commit({ application: { ...one, overdue: true }, events: [], effects: [] })
    expect(await late()).toEqual([])
    expect(await store.applications.overdue(1, null)).toMatchObject([{ reference: 'A' }])
    expect(await store.applications.overdue(10, 'A')).toMatchObject([{ reference: 'C' }])
    await store.applications.commit({
      application: { ...c!, overdue: true, status: 'APPROVED', version: c!.version + 1 },
      events: [],
      effects: [],
    })
    expect(await store.applications.overdue(10, 'A')).toEqual([])
  })

  it('gives a parked effect to one session, which may put it back', async () => {
    await create(application('A'))
    const id = 'A:submit:1'
    expect(await store.applications.take(id, 'one')).toBe(false)
    await store.applications.claim('parks', 'one', 10, 10)
    const parked = { due: 20, uncertainSince: null, note: 'as told', raw: 'sealed', park: true }
    await store.applications.later(id, 'one', parked)
    expect(await store.applications.take(id, 'one')).toBe(true)
    expect(await store.applications.take(id, 'one')).toBe(false)
    expect(await store.applications.claim('parks', 'one', 100, 10)).toEqual([])
    expect(await store.applications.later(id, 'one', { ...parked, raw: null })).toBe(true)
    expect(await store.applications.parked(10, null)).toMatchObject([{ id, note: 'as told', raw: 'sealed' }])
  })

  it('survives being closed and opened again', async () => {
    await create(application('A'))
    await store.close()
    store = sqliteStore(folder)
    expect((await store.applications.read(['A', 'nobody'])).map((a) => a?.reference)).toEqual(['A', undefined])
  })
})

describe('effects', () => {
  it('are claimed once, oldest first, when they are due', async () => {
    await create(application('late'), 30)
    await create(application('early'), 10)
    await create(application('future'), 1000)
    const [first, second] = await Promise.all([
      store.applications.claim('parks', 'one', 50, 1),
      store.applications.claim('parks', 'one', 50, 5),
    ])
    expect([...first, ...second].map((e) => e.reference)).toEqual(['early', 'late'])
  })

  it('come back when the session of who claimed them has ended, counting the attempts', async () => {
    await create(application('A'))
    await store.applications.claim('parks', 'one', 50, 5)
    await store.sessions.begin('two', 'another', 5000)
    expect(await store.applications.claim('parks', 'two', 1e15, 5)).toEqual([])
    await store.sessions.end('one')
    const [again] = await store.applications.claim('parks', 'two', 50, 5)
    expect(again).toMatchObject({ reference: 'A', attempts: 2, state: 'claimed', owner: 'two' })
  })

  it('remember that a try may have happened', async () => {
    await create(application('A'))
    const [claimed] = await store.applications.claim('parks', 'one', 50, 5)
    await store.applications.trying(claimed!.id, 'one', 50)
    await store.sessions.end('one')
    await store.sessions.begin('two', 'another', 5000)
    expect((await store.applications.claim('parks', 'two', 50, 5))[0]).toMatchObject({ uncertainSince: 50 })
    expect(await store.applications.trying(claimed!.id, 'one', 60)).toBe(false)
  })
})

describe('what is parked', () => {
  it('is counted, and claimed again when its time has come', async () => {
    await create(application('A'))
    const [claimed] = await store.applications.claim('parks', 'one', 50, 5)
    await store.applications.later(claimed!.id, 'one', { due: 500, uncertainSince: null, note: 'why', park: true })
    expect(await store.applications.owed('parks')).toEqual({ owed: 1, parked: 1 })
    expect(await store.applications.claim('parks', 'one', 499, 5)).toEqual([])
    expect(await store.applications.claim('parks', 'one', 500, 5)).toHaveLength(1)
    expect(await store.applications.owed('roads')).toEqual({ owed: 0, parked: 0 })
  })
})

describe('documents', () => {
  it('have the bytes of who completed them first', async () => {
    const record = { id: 'doc_1', owner: 'asha', name: 's', mediaType: 'image/png', size: 1, expires: 1 }
    await store.documents.announce({ ...record, sha256: null, blob: null })
    const outcomes = await Promise.all(
      ['a', 'b'].map((blob) => store.documents.complete('doc_1', { blob, sha256: blob, mediaType: 'image/png' })),
    )
    expect(outcomes).toEqual([true, false])
    expect((await store.documents.read(['doc_1']))[0]).toMatchObject({ blob: 'a', sha256: 'a' })
  })
})

describe('the log', () => {
  it('has positions without gaps, each hash over the one before, whatever a relay repeats', async () => {
    for (const reference of ['A', 'B', 'C']) await create(application(reference))
    await Promise.all([store.log.relay(2), store.log.relay(2), store.log.relay(2)])
    const events = await store.log.after(0, 10)
    expect(events.map((e) => [e.position, e.id])).toEqual([
      [1, 'A.1'],
      [2, 'B.1'],
      [3, 'C.1'],
    ])
    let hash = '0'.repeat(64)
    for (const { position, hash: kept, ...rest } of events) {
      hash = chain(hash, position, JSON.stringify(rest))
      expect(kept).toBe(hash)
    }
  })
})

describe('people', () => {
  const mobile = { identity: 'mobile:1', sealed: 's' }
  const user = { identity: 'user:1', sealed: 's' }

  it('become one when two of their identities meet, with all their applications', async () => {
    const first = await store.people.unite([mobile], 'first')
    const second = await store.people.unite([user], 'second')
    expect([first, second]).toEqual(['first', 'second'])
    await create(application('A', { citizen: 'second' }))
    expect(await store.people.unite([mobile, user], 'third')).toBe('first')
    expect((await store.applications.ofCitizen('first', 10, null)).map((a) => a.reference)).toEqual(['A'])
    expect(await store.people.byIdentity('user:1')).toBe('first')
  })
})

describe('small values', () => {
  it('count distinct items of a day up to a limit', async () => {
    const add = (item: string, day = '2026-01-05') => store.counts.add('k', day, item, 2)
    expect([await add('a'), await add('b'), await add('a'), await add('c'), await add('c', '2026-01-06')]).toEqual([
      true,
      true,
      true,
      false,
      true,
    ])
  })

  it('spend a code once, and not when it is old', async () => {
    await store.codes.put('c', 'value', 100)
    expect(await store.codes.spend('c', 50)).toBe('value')
    expect(await store.codes.spend('c', 50)).toBeNull()
    await store.codes.put('d', 'value', 100)
    expect(await store.codes.spend('d', 101)).toBeNull()
  })

  it('hold a lease for one session, with a token that grows at each change of hands', async () => {
    await store.sessions.begin('two', 'another', 30_000)
    expect(await store.leases.acquire('relay', 'one')).toBe(1)
    expect(await store.leases.acquire('relay', 'one')).toBe(1)
    expect(await store.leases.acquire('relay', 'two')).toBeNull()
    await store.leases.release('relay', 'one')
    expect(await store.leases.acquire('relay', 'two')).toBe(2)
    await store.sessions.end('two')
    expect(await store.leases.acquire('relay', 'one')).toBe(3)
    expect(await store.leases.acquire('relay', 'two')).toBeNull()
  })

  it('a session that has ended is not kept, and one role has one session', async () => {
    expect(await store.sessions.keep('one', 5000)).toBe(true)
    await store.sessions.begin('three', 'hub', 5000)
    expect(await store.sessions.keep('one', 5000)).toBe(false)
    await store.sessions.begin('short', 'other', -1)
    expect(await store.sessions.keep('short', 5000)).toBe(false)
  })

  it('keep bytes whole, under their id and no other path', async () => {
    const pieces = async function* (...of: number[][]) {
      for (const piece of of) yield new Uint8Array(piece)
    }
    await store.documents.write('certificate-abc', pieces([1, 2], [3]))
    const kept: number[] = []
    for await (const piece of (await store.documents.open('certificate-abc'))!) kept.push(...piece)
    expect(kept).toEqual([1, 2, 3])
    expect(await store.documents.open('certificate-none')).toBeNull()
    await expect(store.documents.write('../outside', pieces([1]))).rejects.toThrow('a blob id')
    const broken = async function* () {
      yield new Uint8Array([1])
      throw new Error('broken off')
    }
    await expect(store.documents.write('half', broken())).rejects.toThrow('broken off')
    expect(await readdir(join(folder, 'blobs'))).toEqual(['certificate-abc'])
    expect(await readFile(join(folder, 'blobs', 'certificate-abc'))).toHaveLength(3)
  })
})
