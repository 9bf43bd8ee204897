import type { ChannelStore, Line } from '../../channel.ts'
import { cursorOf, placeOf } from '../../place.ts'
import type { Database } from '../database.ts'
import { mongoChats } from './chats.ts'
import { mongoInbox } from './inbox.ts'
import { mongoOutbox } from './outbox.ts'

export function mongoChannel(database: Database): ChannelStore {
  const { inbox, outbox } = database
  const { sweep, ...chats } = mongoChats(database)
  return {
    ...mongoInbox(database, sweep),
    ...chats,
    ...mongoOutbox(database, sweep),

    async lines(citizen, first, after) {
      if (first < 1) return []
      // what its last write still holds for the outbox is a line, too
      await chats.chat(citizen)
      const { at, id } = placeOf(after)
      const before = { citizen, at: { $lte: at }, $or: [{ at: { $lt: at } }, { at, _id: { $lt: id } }] }
      const newest = { sort: { at: -1, _id: -1 }, limit: first } as const
      const [came, went] = await Promise.all([
        inbox.find({ ...before, kind: 'message', sealed: { $ne: '' } }, newest).toArray(),
        outbox.find(before, newest).toArray(),
      ])
      const lines = [
        ...came.map((row) => ({ ...row, direction: 'in' as const, state: null, receipt: null })),
        ...went.map((row) => ({ ...row, direction: 'out' as const })),
      ]
      return lines
        .sort((a, b) => b.at - a.at || (a._id < b._id ? 1 : -1))
        .slice(0, first)
        .map(
          ({ _id, at, direction, sealed, state, receipt }): Line => ({
            id: _id,
            cursor: cursorOf(at, _id),
            direction,
            at,
            sealed,
            state,
            receipt,
          }),
        )
    },
    async counts() {
      const [waiting, owed, parked] = await Promise.all([
        inbox.countDocuments({ done: false }, { hint: 'kind_1_position_1' }),
        outbox.countDocuments({ state: 'owed' }, { hint: 'due_1' }),
        outbox.countDocuments({ state: 'parked' }, { hint: 'state_1' }),
      ])
      return { inbox: waiting, owed, parked }
    },
  }
}
