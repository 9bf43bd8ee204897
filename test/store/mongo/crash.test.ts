/** A process that ends between any two of its writes: what another process finds, and what a repeat makes of it. */
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import mongoose from 'mongoose'
import type { ChannelWrite, Owed } from '../../../store/channel.ts'
import { mongoStore } from '../../../store/mongo/index.ts'
import type { Store } from '../../../store/store.ts'
import { application, create, event } from '../contract/samples.ts'
import { emptied, type MongoDatabase } from '../mongod.ts'
import { onMongo } from '../on-mongo.ts'
import { type Wire, wireTo } from './wire.ts'

const owed = (id: string, lane: Owed['lane'] = 'reply'): Owed => ({ id, citizen: 'asha', lane, sealed: id, at: 1000 })

onMongo('a process that ends after any of its writes', (fresh) => {
  let database: MongoDatabase
  let wire: Wire
  let connection: mongoose.Connection
  /** Of the process that goes on. */
  let store: Store
  const opened: Store[] = []
  beforeAll(async () => {
    database = await fresh()
    store = await mongoStore(database.url)
    connection = await mongoose.createConnection(database.url).asPromise()
  })
  beforeEach(async () => {
    wire = await wireTo(database.url)
  })
  afterEach(() => wire.close())
  afterAll(async () => {
    for (const each of opened) await each.close()
    await Promise.all([store.close(), connection.close()])
    await database.drop()
  })

  /** A store of a process of its own, as after a start. */
  async function another(url = database.url): Promise<Store> {
    const made = await mongoStore(url, { awayMs: 300 })
    opened.push(made)
    return made
  }

  /**
   * Does `work` in a process that ends after its first write, after its second, and so on, until it comes through; each time `check` is told how
   * it ended, and looks with the store of a process that goes on.
   */
  async function atEachWrite(
    prepare: () => Promise<void>,
    work: (store: Store) => Promise<unknown>,
    check: (cameThrough: boolean) => Promise<void>,
  ): Promise<number> {
    for (let n = 0; ; n++) {
      await emptied(connection.db!)
      await prepare()
      const dying = await another(wire.url)
      const before = wire.writes
      wire.cutAfter(n)
      const cameThrough = await work(dying).then(
        () => wire.writes - before < n,
        () => false,
      )
      wire.cut()
      await check(cameThrough)
      wire.mend()
      if (cameThrough) return n - 1
    }
  }

  it('leaves a chat as it was, or with all that its write owes, settles and revives', async () => {
    const write: ChannelWrite = {
      chat: { citizen: 'asha', version: 1, address: 'a', state: 'after' },
      done: [{ id: 'm', citizen: 'asha', sealed: 'own' }],
      owes: [owed('r1'), owed('r2')],
      revives: ['NO'],
      cursor: { name: 'events', value: 'after' },
    }
    const writes = await atEachWrite(
      async () => {
        await store.channel.receive([{ id: 'm', kind: 'message', sealed: 's', at: 1 }])
        const chat = { citizen: 'asha', version: 0, address: 'a', state: 'before' }
        await store.channel.commit({ chat, owes: [owed('n', 'notice')] })
        await store.channel.again('n', { due: 9000, note: 'NO', park: true })
      },
      (dying) => dying.channel.commit(write),
      async () => {
        const going = await another()
        const before = (await going.channel.chat('asha'))!
        if (before.state === 'before') {
          expect(await going.channel.waits('m', 'asha')).toBe(true)
          expect(await going.channel.ready(5000, 9)).toEqual([])
          expect(await going.channel.commit(write)).toBe(true)
        } else {
          expect(await going.channel.waits('m', 'asha')).toBe(false)
          // as the follower does that finds its event told already
          expect(await going.channel.commit({ ...write, chat: { ...write.chat!, version: 2 } })).toBe(true)
        }
        expect(await going.channel.chat('asha')).toMatchObject({ version: 2, state: 'after' })
        expect((await going.channel.ready(5000, 9)).map(({ id }) => id)).toEqual(['r1', 'n'])
        expect(await going.channel.pending('message', 0, 9)).toEqual([])
        expect(await going.channel.outgoing('r2')).toMatchObject({ state: 'owed' })
        expect(await going.channel.cursor('events')).toBe('after')
      },
    )
    expect(writes).toBeGreaterThanOrEqual(4)
  })

  it('leaves a chat whose leftovers are found by whoever looks at what is ready, or waits', async () => {
    await atEachWrite(
      () => store.channel.receive([{ id: 'm', kind: 'message', sealed: 's', at: 1 }]).then(() => undefined),
      (dying) =>
        dying.channel.commit({
          chat: { citizen: 'asha', version: 0, address: 'a', state: 'after' },
          done: [{ id: 'm', citizen: 'asha' }],
          owes: [owed('r1')],
        }),
      async () => {
        const going = await another()
        const ready = (await going.channel.ready(5000, 9)).map(({ id }) => id)
        const pending = (await going.channel.pending('message', 0, 9)).map(({ id }) => id)
        expect([ready, pending]).toEqual(pending.length ? [[], ['m']] : [['r1'], []])
      },
    )
  })

  it('leaves an application filed with its event and effect, or not at all', async () => {
    await atEachWrite(
      async () => undefined,
      (dying) => create(dying, application('A', { request: 'r' })),
      async () => {
        const outcome = await create(store, application('A', { request: 'r' }))
        expect(['created', 'same-request']).toContain(outcome)
        expect(await store.applications.effectsOf('A')).toHaveLength(1)
        while (await store.log.relay(9));
        expect((await store.log.after(0, 9)).map(({ id }) => id)).toEqual(['A.1'])
      },
    )
  })

  it('leaves each event to come into the log once, in its place', async () => {
    const writes = await atEachWrite(
      async () => {
        for (const reference of ['A', 'B']) await create(store, application(reference))
        await store.applications.record(event('', 0, { id: 'record-1' }))
        await create(store, application('C'))
      },
      (dying) => dying.log.relay(9),
      async () => {
        while (await store.log.relay(9));
        const events = await store.log.after(0, 9)
        expect(events.map(({ id, position }) => [id, position])).toEqual([
          ['A.1', 1],
          ['B.1', 2],
          ['record-1', 3],
          ['C.1', 4],
        ])
        expect(await connection.db!.collection('applications').countDocuments({ 'waiting.0': { $exists: true } })).toBe(
          0,
        )
        expect(await connection.db!.collection('records').countDocuments()).toBe(0)
      },
    )
    expect(writes).toBe(3)
  })

  it('leaves citizens united, or to be united by whoever comes next', async () => {
    const identity = (name: string) => ({ identity: name, sealed: name })
    const writes = await atEachWrite(
      async () => {
        await store.people.unite([identity('mobile:1')], 'first')
        await store.people.unite([identity('user:1')], 'second')
        await create(store, application('A', { citizen: 'second' }))
        await store.keys.first({ id: 'k2', citizen: 'second', wrapped: 'w' })
      },
      (dying) => dying.people.unite([identity('mobile:1'), identity('user:1')], 'third'),
      async () => {
        const isUnited = (await store.people.byIdentity('user:1')) === 'first'
        const seen = async (each: Store) => [
          (await each.applications.ofCitizen('first', 9, null)).length,
          (await each.keys.of('first')).length,
          (await each.people.identities('first')).length,
        ]
        expect(await seen(store)).toEqual(isUnited ? [1, 1, 2] : [0, 0, 1])
        // a start does what is left
        const going = await another()
        expect(await seen(going)).toEqual(isUnited ? [1, 1, 2] : [0, 0, 1])
        expect(await connection.db!.collection('unions').countDocuments({ into: { $ne: null } })).toBe(0)
        expect(await going.people.unite([identity('mobile:1'), identity('user:1')], 'third')).toBe('first')
        expect(await seen(going)).toEqual([1, 1, 2])
      },
    )
    expect(writes).toBeGreaterThanOrEqual(7)
  })

  it('leaves no part of a file to be seen, and what is left of it is swept away', async () => {
    const bytes = Buffer.alloc(600_000, 'x')
    await atEachWrite(
      async () => undefined,
      (dying) =>
        dying.documents.write(
          'b',
          (async function* () {
            yield bytes
          })(),
        ),
      async () => {
        const found = await store.documents.open('b')
        expect(found === null || (await buffer(found)).equals(bytes)).toBe(true)
        // as if an hour had passed
        await connection.db!.collection('loose').updateMany({}, { $set: { since: new Date(0) } })
        const going = await another()
        const kept = await connection.db!.collection('blobs.chunks').countDocuments()
        expect(kept).toBe(found ? 3 : 0)
        await going.documents.remove(['b'])
        expect(await connection.db!.collection('blobs.chunks').countDocuments()).toBe(0)
        expect(await connection.db!.collection('loose').countDocuments()).toBe(0)
      },
    )
  })
})

onMongo('a MongoDB that is away', (fresh) => {
  it('is an error soon, and all goes on when it is back', async () => {
    const database = await fresh()
    const wire = await wireTo(database.url)
    const store = await mongoStore(wire.url, { awayMs: 500 })
    await store.ping()
    wire.cut()
    const began = performance.now()
    const message = { id: 'm', kind: 'message' as const, sealed: 's', at: 1 }
    await expect(store.ping()).rejects.toThrow()
    await expect(store.channel.receive([message])).rejects.toThrow()
    await expect(create(store, application('A'))).rejects.toThrow()
    await expect(store.applications.read(['A'])).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(20_000)
    wire.mend()
    await store.ping()
    expect(await store.channel.receive([message])).toEqual([message])
    expect(await create(store, application('A'))).toBe('created')
    await store.close()
    await wire.close()
    await database.drop()
  })

  it('is said at start', async () => {
    const database = await fresh()
    const wire = await wireTo(database.url)
    await wire.close()
    await expect(mongoStore(wire.url, { awayMs: 300 })).rejects.toThrow('ECONNREFUSED')
    await database.drop()
  })
})
