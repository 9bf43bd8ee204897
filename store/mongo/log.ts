import mongoose from 'mongoose'
import { chain, GENESIS } from '../chain.ts'
import type { EventLog, LoggedEvent } from '../store.ts'
import type { Database } from './database.ts'
import { SUMMARY } from './effects.ts'
import type { LogRowDocument, WaitingEvent } from './schemas.ts'

interface Waiting extends WaitingEvent {
  /** Empty for an event of no application. */
  readonly reference: string
}
/** What may be rolled back is not told: an event goes to the log once a majority has its commit. */
const SURE = { readConcern: { level: 'majority' } } as const
/** Other relays may be as quick as this one so often in a row. */
const COLLISIONS = 50

export function mongoLog({ applications, records, log }: Database): EventLog {
  const last = () => log.findOne({}, { sort: { _id: -1 }, projection: { hash: 1 } })

  /** In the order of their commits; those of one application keep theirs, whatever a change of servers did to the clock. */
  async function waitingEvents(limit: number): Promise<Waiting[]> {
    const [ofApplications, ofNone] = await Promise.all([
      applications
        .find(
          { waitingSince: { $exists: true } },
          { projection: { waiting: 1 }, sort: { waitingSince: 1 }, limit, ...SURE },
        )
        .toArray(),
      records.find({}, { sort: { committed: 1 }, limit, ...SURE }).toArray(),
    ])
    const lines = ofApplications.map(({ _id, waiting }) => {
      let latest = waiting[0]!.committed
      return waiting.map((event): Waiting => {
        if (event.committed.gt(latest)) latest = event.committed
        return { ...event, committed: latest, reference: _id }
      })
    })
    const all = [...lines.flat(), ...ofNone.map((row): Waiting => ({ ...row, reference: '' }))]
    return all.sort((a, b) => a.committed.compare(b.committed)).slice(0, limit)
  }

  /** How many of them went in; fewer where another relay was there first. */
  async function append(rows: readonly LogRowDocument[]): Promise<number> {
    try {
      await log.insertMany([...rows], { ordered: true })
      return rows.length
    } catch (error) {
      if (error instanceof mongoose.mongo.MongoBulkWriteError && error.code === 11000) return error.insertedCount
      throw error
    }
  }

  /** Takes events that are in the log from where they waited. */
  async function forget(events: readonly Waiting[]): Promise<void> {
    const byApplication = Map.groupBy(events, ({ reference }) => reference)
    const ofNone = byApplication.get('') ?? []
    byApplication.delete('')
    if (ofNone.length) await records.deleteMany({ _id: { $in: ofNone.map(({ id }) => id) } })
    if (!byApplication.size) return
    await applications.bulkWrite(
      [...byApplication].map(([reference, done]) => {
        const ids = { $literal: done.map(({ id }) => id) }
        const left = { $filter: { input: '$waiting', cond: { $not: { $in: ['$$this.id', ids] } } } }
        return { updateOne: { filter: { _id: reference }, update: [{ $set: { waiting: left } }, SUMMARY] } }
      }),
      { ordered: false },
    )
  }

  const toLogged = (row: LogRowDocument): LoggedEvent => ({
    ...JSON.parse(row.document),
    position: row._id,
    hash: row.hash,
  })
  const behind = (position: number, limit: number) =>
    log.find({ _id: { $gt: position } }, { sort: { _id: 1 }, limit }).toArray()

  return {
    async relay(limit) {
      for (let i = 0; i < COLLISIONS; i++) {
        const [head, waiting] = await Promise.all([last(), waitingEvents(limit)])
        if (!waiting.length) return 0
        const known = await log
          .find({ id: { $in: waiting.map(({ id }) => id) } }, { projection: { _id: 0, id: 1 } })
          .toArray()
        const there = new Set(known.map(({ id }) => id))
        const fresh = waiting.filter(({ id }) => !there.has(id))
        let position = head?._id ?? 0
        let hash = head?.hash ?? GENESIS
        const rows = fresh.map(({ id, reference, document }): LogRowDocument => {
          position += 1
          hash = chain(hash, position, document)
          return { _id: position, id, reference, document, hash }
        })
        const moved = rows.length ? await append(rows) : 0
        await forget([...waiting.filter(({ id }) => there.has(id)), ...fresh.slice(0, moved)])
        if (moved) return moved
      }
      return 0
    },
    after: async (position, limit) => (await behind(position, limit)).map(toLogged),
    rows: async (position, limit) =>
      (await behind(position, limit)).map(({ _id, id, document, hash }) => ({ position: _id, id, document, hash })),
    position: async (event) => (await log.findOne({ id: event }, { projection: { _id: 1 } }))?._id ?? null,
    async head() {
      const head = await last()
      return { position: head?._id ?? 0, hash: head?.hash ?? GENESIS }
    },
  }
}
