import { type ChannelStore, type ChannelWrite, type Owed, otherChat, type ReadChat } from '../../channel.ts'
import { type Database, insertNew, literal, numbers, violated } from '../database.ts'
import type { ChatRow, Leftover, OutboxDocument } from '../schemas.ts'
import { ended } from '../sessions.ts'

type Chats = Pick<
  ChannelStore,
  'hold' | 'letGo' | 'waits' | 'chat' | 'commit' | 'closing' | 'closeWindow' | 'cursor' | 'forget'
>

type Tables = Pick<Database, 'chats' | 'cursors' | 'inbox' | 'outbox'>

/** How often chats are looked for whose last write a process left half-way, ms. */
const SWEEP_MS = 1000
/** Younger leftovers are being seen to by whoever wrote them, ms. */
const YOUNG_MS = 2000
const AT_ONCE = 100

export const toChat = ({ _id, version, address, state, windowUntil }: ChatRow): ReadChat => ({
  citizen: _id,
  version,
  address,
  state,
  windowUntil,
})

/**
 * A chat's document is what one write changes: its state together with what it owes and settles elsewhere, which is then unfolded into those
 * other documents. Unfolding may be repeated by anybody; until it is done, whoever reads the chat does it first.
 */
export function mongoChats(database: Database): Chats & { sweep(): Promise<void> } {
  const { chats, cursors, holds, inbox, outbox } = database

  /** The chat's document, with nothing left to unfold. */
  async function whole(citizen: string): Promise<ChatRow | null> {
    const row = await chats.findOne({ _id: citizen })
    if (row?.leftovers.length) await unfold(database, row)
    return row
  }

  async function areAllThere(owes: readonly Owed[], chat: ChatRow | null): Promise<boolean> {
    const ids = new Set(owes.map(({ id }) => id))
    for (const leftover of chat?.leftovers ?? []) for (const { _id } of leftover.owes) ids.delete(_id)
    return !ids.size || (await outbox.countDocuments({ _id: { $in: [...ids] } })) === ids.size
  }

  async function rowsOf(owes: readonly Owed[]): Promise<OutboxDocument[]> {
    if (!owes.length) return []
    const first = (await numbers(database, 'outbox', owes.length)) - owes.length + 1
    return owes.map(({ id, citizen, lane, sealed, at }, i) => ({
      _id: id,
      citizen,
      lane,
      sealed,
      at,
      position: first + i,
      state: 'owed',
      due: at,
      attempts: 0,
      began: null,
      template: false,
      wamid: null,
      refused: null,
      receipt: null,
      note: null,
      revived: 0,
    }))
  }

  /** State, and what is to be unfolded, in one write. Null where the version has moved on. */
  async function write(write: ChannelWrite & Required<Pick<ChannelWrite, 'chat'>>): Promise<Leftover | null> {
    const { chat, windowUntil = 0, done = [], owes = [], revives = [] } = write
    const leftover: Leftover = { version: chat.version + 1, owes: await rowsOf(owes), done, revives: [...revives] }
    const isMore = leftover.owes.length || done.length || revives.length
    const leftovers = { $concatArrays: [{ $ifNull: ['$leftovers', []] }, literal(isMore ? [leftover] : [])] }
    try {
      const { matchedCount, upsertedCount } = await chats.updateOne(
        { _id: chat.citizen, version: chat.version },
        [
          {
            $set: {
              version: chat.version + 1,
              address: literal(chat.address),
              state: literal(chat.state),
              windowUntil: { $max: ['$windowUntil', windowUntil] },
              leftovers,
              ...(isMore ? { leftSince: { $ifNull: ['$leftSince', '$$NOW'] } } : {}),
            },
          },
        ],
        // none has the version 0: it is inserted, unless there is one
        { upsert: chat.version === 0 },
      )
      return matchedCount + upsertedCount > 0 ? leftover : null
    } catch (error) {
      if (violated(error) === null) throw error
      return null
    }
  }

  let sweptAt = Number.NEGATIVE_INFINITY
  async function sweep(): Promise<void> {
    const now = performance.now()
    if (now - sweptAt < SWEEP_MS) return
    const young = sweptAt === Number.NEGATIVE_INFINITY ? 0 : YOUNG_MS
    sweptAt = now
    const rows = await chats
      .find(
        { leftSince: { $exists: true }, $expr: { $lte: ['$leftSince', { $subtract: ['$$NOW', young] }] } },
        { projection: { leftovers: 1 }, sort: { leftSince: 1 }, limit: AT_ONCE },
      )
      .toArray()
    for (const row of rows) await unfold(database, row)
  }

  return {
    sweep,

    async hold(citizen, session) {
      for (;;) {
        try {
          await holds.updateOne({ _id: citizen, owner: session }, { $set: { owner: session } }, { upsert: true })
          return true
        } catch (error) {
          if (violated(error) === null) throw error
        }
        const row = await holds.findOne({ _id: citizen })
        if (!row || row.owner === session) continue
        if (!(await ended(database, [row.owner])).size) return false
        await holds.deleteOne({ _id: citizen, owner: row.owner })
      }
    },
    async letGo(citizen, session) {
      await holds.deleteOne({ _id: citizen, owner: session })
    },
    async waits(id, citizen) {
      await whole(citizen)
      return (await inbox.findOne({ _id: id, done: false }, { projection: { _id: 1 } })) !== null
    },
    async chat(citizen) {
      const row = await whole(citizen)
      return row && toChat(row)
    },
    async commit(change) {
      const { chat, owes = [], done, cursor } = change
      if (!chat) {
        await insertNew(outbox, await rowsOf(owes))
        await settle(database, done)
      } else if (owes.length && (await areAllThere(owes, await chats.findOne({ _id: chat.citizen })))) {
        await whole(chat.citizen)
        await settle(database, done)
      } else {
        const leftover = await write({ ...change, chat })
        if (!leftover) return false
        // it is written: what cannot be unfolded now is unfolded by whoever comes next
        await unfold(database, { _id: chat.citizen, leftovers: [leftover] }).catch(() => undefined)
      }
      if (cursor) await cursors.updateOne({ _id: cursor.name }, { $set: { value: cursor.value } }, { upsert: true })
      return true
    },
    async closeWindow(citizen) {
      await chats.updateOne({ _id: citizen }, { $set: { windowUntil: 0 } })
    },
    async closing(from, until, limit) {
      const rows = await chats
        .find(
          { windowUntil: { $gte: from, $lt: until } },
          { sort: { windowUntil: 1 }, limit, projection: { windowUntil: 1 } },
        )
        .toArray()
      return rows.map(({ _id, windowUntil }) => ({ citizen: _id, windowUntil }))
    },
    cursor: async (name) => (await cursors.findOne({ _id: name }))?.value ?? null,

    async forget(citizen, goesOn) {
      await whole(citizen)
      if (goesOn) {
        const { address, state, version } = goesOn
        const anew = { $set: { version: version + 1, address, state } }
        const { matchedCount } = await chats.updateOne({ _id: citizen, version }, anew)
        if (!matchedCount) return false
      } else await chats.deleteOne({ _id: citizen })
      await outbox.deleteMany({ citizen })
      await inbox.updateMany({ citizen }, { $set: { sealed: '', citizen: null } })
      return true
    },
  }
}

async function settle({ inbox }: Tables, done: ChannelWrite['done'] = []): Promise<void> {
  if (!done.length) return
  await inbox.bulkWrite(
    done.map(({ id, citizen, sealed }) => ({
      updateOne: {
        filter: { _id: id, done: false },
        update: { $set: { done: true, citizen, ...(sealed == null ? {} : { sealed }) } },
      },
    })),
    { ordered: false },
  )
}

async function revive({ outbox }: Tables, citizen: string, { version, revives }: Leftover): Promise<void> {
  if (!revives.length) return
  await outbox.updateMany(
    {
      citizen,
      note: { $in: [...revives] },
      state: { $ne: 'accepted' },
      began: null,
      $or: [{ lane: 'notice' }, { state: 'owed' }],
      // those that this write has revived may have been tried since
      revived: { $lt: version },
    },
    [{ $set: { state: 'owed', due: '$at', attempts: 0, template: false, revived: version } }],
  )
}

/** Writes what a chat's document still holds for others. It may be repeated. */
async function unfold(tables: Tables, { _id, leftovers }: Pick<ChatRow, '_id' | 'leftovers'>): Promise<void> {
  const { chats, outbox } = tables
  for (const leftover of leftovers) {
    await Promise.all([settle(tables, leftover.done), insertNew(outbox, leftover.owes)])
    await revive(tables, _id, leftover)
  }
  const versions = leftovers.map(({ version }) => version)
  const left = { $filter: { input: '$leftovers', cond: { $not: { $in: ['$$this.version', versions] } } } }
  await chats.updateOne({ _id, 'leftovers.version': { $in: versions } }, [
    { $set: { leftovers: left } },
    { $set: { leftSince: { $cond: [{ $gt: [{ $size: '$leftovers' }, 0] }, '$leftSince', '$$REMOVE'] } } },
  ])
}

/** The chat of `from` is `into`'s from now on; of two, the one whose window ends later goes on. It may be repeated. */
export async function takeChat(database: Tables, from: string, into: string): Promise<void> {
  const { chats, cursors, inbox, outbox } = database
  for (;;) {
    const theirs = await chats.findOne({ _id: from })
    if (!theirs) break
    await unfold(database, theirs)
    const mine = await chats.findOne({ _id: into })
    if (mine) await unfold(database, mine)
    const { address, state, windowUntil } = theirs
    // done again after a crash, both are the same chat, and nothing of it ends
    if (mine && mine.state !== state) {
      const ended = windowUntil > mine.windowUntil ? mine.state : state
      await cursors.updateOne({ _id: otherChat(into) }, { $set: { value: ended } }, { upsert: true })
    }
    // whoever is just answering in either finds that it has moved on
    const version = Math.max(theirs.version, mine?.version ?? 0) + 1
    if (!mine) await insertNew(chats, [{ _id: into, version, address, state, windowUntil, leftovers: [] }])
    else if (windowUntil > mine.windowUntil) {
      const taken = { version, address, state, windowUntil }
      const { matchedCount } = await chats.updateOne({ _id: into, version: mine.version }, { $set: taken })
      if (!matchedCount) continue
    }
    // a write that came in between is taken along, too
    await chats.deleteOne({ _id: from, version: theirs.version })
  }
  await outbox.updateMany({ citizen: from }, { $set: { citizen: into } })
  await inbox.updateMany({ citizen: from }, { $set: { citizen: into } })
}
