import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import mongoose from 'mongoose'
import { FutureDatabase } from '../../../store/future-database.ts'
import { mongoStore } from '../../../store/mongo/index.ts'
import { MIGRATIONS, type Migration, migrate } from '../../../store/mongo/migrations.ts'
import { application, begin, effect, event } from '../contract/samples.ts'
import type { MongoDatabase } from '../mongod.ts'
import { onMongo } from '../on-mongo.ts'

onMongo('migrations of MongoDB', (fresh) => {
  let database: MongoDatabase
  let connections: mongoose.Connection[]
  const db = (i = 0) => connections[i]!.db!
  const version = async () =>
    (await db().collection<{ _id: string; version?: number }>('meta').findOne({ _id: 'schema' }))?.version
  beforeAll(async () => {
    database = await fresh()
    const made = [1, 2].map(() => mongoose.createConnection(database.url).asPromise())
    connections = await Promise.all(made)
  })
  beforeEach(() => connections[0]!.dropDatabase())
  afterAll(async () => {
    await database.drop()
    for (const connection of connections) await connection.close()
  })
  const step = (name: string, up: Migration['up']): Migration => ({ name, up })

  it('run once, in order, though several processes start at once', async () => {
    const ran: string[] = []
    const steps = ['one', 'two', 'three'].map((name) =>
      step(name, async () => {
        ran.push(name)
        await pause(20)
      }),
    )
    await Promise.all([migrate(db(0), steps), migrate(db(1), steps), migrate(db(0), steps)])
    expect(ran).toEqual(['one', 'two', 'three'])
    expect(await version()).toBe(3)
    await migrate(db(1), [...steps, step('four', async () => void ran.push('four'))])
    expect(ran).toEqual(['one', 'two', 'three', 'four'])
  })

  it('go on from where one was cut off', async () => {
    const ran: string[] = []
    const one = step('one', async () => void ran.push('one'))
    const failing = step('two', async () => {
      throw new Error('the power went')
    })
    await expect(migrate(db(), [one, failing])).rejects.toThrow('the power went')
    expect(await version()).toBe(1)
    await migrate(db(1), [one, step('two', async () => void ran.push('two'))])
    expect(ran).toEqual(['one', 'two'])
  })

  it('are taken over from a process that ended', async () => {
    const meta = db().collection<{ _id: string; version: number; by: string; until: Date }>('meta')
    await meta.insertOne({ _id: 'schema', version: 0, by: 'a process that ended', until: new Date(Date.now() + 300) })
    await migrate(db(), [step('one', async () => undefined)])
    expect(await version()).toBe(1)
  })

  it('refuse a database from the future, and touch nothing in it', async () => {
    const steps = [...MIGRATIONS, step('of a newer program', async () => undefined)]
    await migrate(db(), steps)
    const opening = mongoStore(database.url)
    await expect(opening).rejects.toThrow(FutureDatabase)
    await expect(opening).rejects.toThrow(`at version ${steps.length}, this program knows ${MIGRATIONS.length}`)
    expect((await db().listCollections().toArray()).map(({ name }) => name)).toEqual(['meta'])
  })

  it('open what the first version left', async () => {
    // as version 1 wrote it, field by field: this is never changed
    await db()
      .collection<{ _id: string }>('meta')
      .insertOne({ _id: 'schema', version: 1 } as { _id: string })
    const kept = effect('A', 5)
    const { reference: _, version: __, ...fields } = application('A', { departmentReference: 'P/1' })
    const committed = new mongoose.mongo.Timestamp({ t: 1_795_000_000, i: 1 })
    const waiting = [{ id: 'A.1', document: JSON.stringify(event('A', 1)), committed }]
    await db()
      .collection<{ _id: string }>('applications')
      .insertOne({
        _id: 'A',
        ...fields,
        version: 3,
        open: true,
        openDigest: 'A',
        effects: [kept],
        waiting,
        waitingSince: committed,
        nextDue: 5,
        owing: 1,
      } as { _id: string })
    // two of one number, as it came to be then
    await db()
      .collection<{ _id: string }>('applications')
      .insertOne({ _id: 'B', ...fields, digest: 'B', version: 1, open: true, effects: [], waiting: [] } as {
        _id: string
      })
    const chat = { version: 1, address: 'a', state: 's', windowUntil: 9 }
    const row = {
      ...{ _id: 'o', citizen: 'asha', lane: 'reply', sealed: 'x', at: 1, position: 1, state: 'owed', due: 1 },
      ...{
        attempts: 0,
        began: null,
        template: false,
        wamid: null,
        refused: null,
        receipt: null,
        note: null,
        revived: 0,
      },
    }
    const leftover = { version: 1, owes: [row], done: [], revives: [] }
    await db()
      .collection<{ _id: string }>('chats')
      .insertOne({ _id: 'asha', ...chat, leftovers: [leftover], leftSince: new Date(0) } as { _id: string })

    const store = await mongoStore(database.url)
    expect(await store.applications.read(['A'])).toEqual([
      { ...application('A', { departmentReference: 'P/1' }), version: 3 },
    ])
    await begin(store, 'one')
    expect(await store.applications.claim('parks', 'one', 5, 9)).toMatchObject([{ id: kept.id, attempts: 1 }])
    expect(await store.log.relay(9)).toBe(1)
    expect((await store.channel.ready(5, 9)).map(({ id }) => id)).toEqual(['o'])
    expect(await version()).toBe(MIGRATIONS.length)
    await store.close()
  })
})
