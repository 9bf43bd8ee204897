import type { ChannelStore, Inbound } from '../../channel.ts'
import { type Database, insertNew, numbers } from '../database.ts'
import type { InboxRow } from '../schemas.ts'

type Inbox = Pick<ChannelStore, 'receive' | 'pending'>

export function mongoInbox(database: Database, sweep: () => Promise<void>): Inbox {
  const { inbox } = database
  let waiting: {
    rows: readonly Inbound[]
    resolve: (fresh: readonly Inbound[]) => void
    reject: (error: unknown) => void
  }[] = []

  /** Indexes of the rows that were there already. */
  async function keep(rows: readonly Inbound[]): Promise<Set<number>> {
    if (!rows.length) return new Set()
    const first = (await numbers(database, 'inbox', rows.length)) - rows.length + 1
    const documents = rows.map(
      ({ id, kind, sealed, at }, i): InboxRow => ({
        _id: id,
        kind,
        sealed,
        at,
        position: first + i,
        done: kind === 'kept',
        citizen: null,
      }),
    )
    return insertNew(inbox, documents)
  }

  /** All that came in while the last ones were written is one write. */
  async function flush(): Promise<void> {
    const batch = waiting
    waiting = []
    try {
      const known = await keep(batch.flatMap(({ rows }) => rows))
      let at = 0
      for (const { rows, resolve } of batch) {
        resolve(rows.filter((_, i) => !known.has(at + i)))
        at += rows.length
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return {
    receive: (rows) =>
      new Promise((resolve, reject) => {
        waiting.push({ rows, resolve, reject })
        if (waiting.length === 1) setImmediate(flush)
      }),
    async pending(kind, after, limit) {
      await sweep()
      if (limit < 1) return []
      const rows = await inbox
        .find({ done: false, kind, position: { $gt: after } }, { sort: { position: 1 }, limit })
        .toArray()
      return rows.map(({ _id, kind, sealed, at, position }) => ({ id: _id, kind, sealed, at, position }))
    },
  }
}
