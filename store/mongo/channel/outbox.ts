import { type ChannelStore, type OutboxRow, RECEIPTS } from '../../channel.ts'
import type { Database } from '../database.ts'
import type { OutboxDocument } from '../schemas.ts'

type Outbox = Pick<
  ChannelStore,
  'ready' | 'outgoing' | 'sentAs' | 'nextDue' | 'hasten' | 'began' | 'accepted' | 'again' | 'receipt'
>

/** How many owed rows are looked at together. */
const PAGE = 200
/** A row may change so often between being read and written. */
const CONFLICTS = 20

const toOutbox = ({ _id, refused: _, revived: __, ...rest }: OutboxDocument): OutboxRow => ({ id: _id, ...rest })
const laneOf = ({ citizen, lane }: Pick<OutboxDocument, 'citizen' | 'lane'>) => `${lane} ${citizen}`

export function mongoOutbox({ inbox, outbox }: Database, sweep: () => Promise<void>): Outbox {
  /** Position of the first owed row of each lane of these citizens. */
  async function firsts(citizens: readonly string[]): Promise<Map<string, number>> {
    const rows = await outbox
      .aggregate<{ _id: { citizen: string; lane: OutboxRow['lane'] }; position: number }>([
        { $match: { state: 'owed', citizen: { $in: [...new Set(citizens)] } } },
        { $sort: { citizen: 1, lane: 1, position: 1 } },
        { $group: { _id: { citizen: '$citizen', lane: '$lane' }, position: { $first: '$position' } } },
      ])
      .toArray()
    return new Map(rows.map(({ _id, position }) => [laneOf(_id), position]))
  }

  async function record({
    id,
    wamid,
    word,
    note,
  }: Omit<Parameters<Outbox['receipt']>[0], 'settles'>): Promise<OutboxRow | null> {
    for (let i = 0; i < CONFLICTS; i++) {
      const row = (await outbox.findOne({ wamid })) ?? (id ? await outbox.findOne({ _id: id }) : null)
      if (!row) return null
      const arrived = word === 'delivered' || word === 'read'
      const current = row.wamid === wamid
      const answersLost = row.wamid === null && row.began !== null && row.refused !== wamid
      if (!current && !answersLost && !arrived) return toOutbox(row)
      const known = current && row.receipt ? RECEIPTS.indexOf(row.receipt) : -1
      if (known >= RECEIPTS.indexOf(word)) return toOutbox(row)
      const { _id, state, began, receipt, refused } = row
      const changed = await outbox.findOneAndUpdate(
        { _id, state, wamid: row.wamid, began, receipt, refused },
        { $set: { state: 'accepted', began: null, wamid, receipt: word, note: word === 'failed' ? note : null } },
        { returnDocument: 'after' },
      )
      if (changed) return toOutbox(changed)
    }
    throw new Error('a message changed too often while its receipt was recorded')
  }

  /** Owed rows of a lane that are due, behind a position. */
  const page = (lane: OutboxRow['lane'], now: number, after: number) =>
    outbox
      .find(
        { state: 'owed', lane, position: { $gt: after }, due: { $lte: now } },
        { sort: { position: 1 }, limit: PAGE },
      )
      .toArray()

  return {
    async ready(now, limit) {
      await sweep()
      const found: OutboxRow[] = []
      for (const lane of ['reply', 'notice'] as const)
        for (let after = 0; found.length < limit; ) {
          const rows = await page(lane, now, after)
          if (!rows.length) break
          const first = await firsts(rows.map(({ citizen }) => citizen))
          found.push(...rows.filter((row) => first.get(laneOf(row)) === row.position).map(toOutbox))
          after = rows.at(-1)!.position
          if (rows.length < PAGE) break
        }
      return found.slice(0, limit)
    },
    async sentAs(wamid) {
      const row = await outbox.findOne({ wamid })
      return row && toOutbox(row)
    },
    async outgoing(id) {
      const row = await outbox.findOne({ _id: id })
      return row && toOutbox(row)
    },
    async nextDue(after) {
      const row = await outbox.findOne({ state: 'owed', due: { $gt: after } }, { sort: { due: 1 } })
      return row?.due ?? null
    },
    async hasten(now, latest, slow, latestSlow) {
      await sweep()
      const after = { $cond: [{ $in: ['$note', { $literal: slow }] }, latestSlow, latest] }
      const hastened = {
        due: { $cond: [{ $gt: ['$due', after] }, now, '$due'] },
        began: { $cond: [{ $gt: ['$began', now] }, now, '$began'] },
      }
      await outbox.updateMany(
        { state: 'owed', $or: [{ due: { $gt: latest } }, { began: { $gt: now } }] },
        [{ $set: hastened }],
        { hint: 'due_1' },
      )
    },
    async began(id, at, before) {
      const { matchedCount } = await outbox.updateOne(
        { _id: id, state: 'owed', began: before },
        { $set: { began: at } },
      )
      return matchedCount > 0
    },
    async accepted(id, wamid) {
      // a receipt may have come before the answer: it stands, and so does what a failure made of it
      await outbox.updateOne(
        { _id: id, state: 'owed', refused: { $ne: wamid } },
        { $set: { state: 'accepted', began: null, note: null, wamid } },
      )
    },
    async again(id, { due, note, template, park, counts }) {
      await outbox.updateOne({ _id: id }, [
        {
          $set: {
            state: park ? 'parked' : 'owed',
            due,
            note: { $literal: note },
            template: { $or: ['$template', template ?? false] },
            attempts: { $add: ['$attempts', counts === false ? 0 : 1] },
            began: null,
            refused: { $ifNull: ['$wamid', '$refused'] },
            wamid: null,
            receipt: null,
          },
        },
      ])
    },
    async receipt({ settles, ...receipt }) {
      const row = await record(receipt)
      if (settles)
        await inbox.updateOne(
          { _id: settles, done: false },
          { $set: { done: true, citizen: row?.citizen ?? null, sealed: '' } },
        )
      return row
    },
  }
}
