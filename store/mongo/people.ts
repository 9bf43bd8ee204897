import type { Identity, People } from '../people.ts'
import { takeChat } from './channel/chats.ts'
import { type Database, numbers } from './database.ts'
import type { PersonRow, UnionRow } from './schemas.ts'

/** Another process may unite citizens so often while this one tries. */
const CONFLICTS = 100

/** The union under way: from when it is written, all that was of `from` is of `into`, wherever it still stands. */
async function underWay({ unions }: Pick<Database, 'unions'>): Promise<UnionRow> {
  return (await unions.findOne({ _id: 'union' })) ?? { _id: 'union', version: 0, from: [], into: null }
}

/** Reads what belongs to a citizen: also under the ids that are just being united with theirs. */
export async function citizensIn<T>(
  database: Pick<Database, 'unions'>,
  citizen: string,
  read: (citizens: string[]) => Promise<T>,
): Promise<T> {
  const [found, union] = await Promise.all([read([citizen]), underWay(database)])
  return union.into === citizen ? read([citizen, ...union.from]) : found
}

/** Does what is left of a union under way; repeating it is harmless. Returns what stands then: no union is under way. */
export async function finishUnion(database: Database): Promise<UnionRow> {
  const { applications, documents, keys, people, unions } = database
  for (;;) {
    const union = await underWay(database)
    const { version, from, into } = union
    if (into === null) return union
    const theirs = { citizen: { $in: [...from] } }
    await people.updateMany(theirs, { $set: { citizen: into } })
    await keys.updateMany(theirs, { $set: { citizen: into } })
    await documents.updateMany({ owner: { $in: [...from] } }, { $set: { owner: into } })
    for (const one of from) await takeChat(database, one, into)
    await applications.updateMany(theirs, { $set: { citizen: into }, $inc: { version: 1 } })
    await unions.updateOne({ _id: 'union', version }, { $set: { from: [], into: null }, $inc: { version: 1 } })
  }
}

export function mongoPeople(database: Database): People {
  const { people, unions } = database

  /** Begins a union unless another has begun since `seen`. */
  async function begin(seen: UnionRow, from: readonly string[], into: string): Promise<void> {
    await unions.updateOne({ _id: 'union' }, { $setOnInsert: { version: 0, from: [], into: null } }, { upsert: true })
    await unions.updateOne(
      { _id: 'union', version: seen.version, into: null },
      { $set: { from: [...from], into }, $inc: { version: 1 } },
    )
  }

  async function meet(identities: readonly Identity[], citizen: string): Promise<void> {
    const met = await numbers(database, 'met', 1)
    await people.bulkWrite(
      // whoever had it first has it: a repeat changes nothing
      identities.map(({ identity, sealed }) => ({
        updateOne: { filter: { _id: identity }, update: { $setOnInsert: { citizen, sealed, met } }, upsert: true },
      })),
      { ordered: false },
    )
  }

  return {
    async byIdentity(identity) {
      const [person, union] = await Promise.all([people.findOne({ _id: identity }), underWay(database)])
      if (!person) return null
      return union.into !== null && union.from.includes(person.citizen) ? union.into : person.citizen
    },

    async unite(identities, fresh) {
      const names = identities.map(({ identity }) => identity)
      for (let i = 0; i < CONFLICTS; i++) {
        const seen = await finishUnion(database)
        const known = await people.find({ _id: { $in: names } }).toArray()
        const citizens = oldestFirst(known)
        if (citizens.length > 1) {
          await begin(seen, citizens.slice(1), citizens[0]!)
          continue
        }
        const there = new Set(known.map(({ _id }) => _id))
        const missing = identities.filter(({ identity }) => !there.has(identity))
        if (missing.length) {
          await meet(missing, citizens[0] ?? fresh)
          continue
        }
        // nobody united anyone while this was read
        if ((await underWay(database)).version === seen.version) return citizens[0] ?? fresh
      }
      throw new Error('citizens were united too often at once')
    },

    async forget(identity) {
      await people.deleteOne({ _id: identity })
    },
    identities: (citizen) =>
      citizensIn(database, citizen, async (ids) => {
        const rows = await people.find({ citizen: { $in: ids } }, { sort: { met: 1 } }).toArray()
        return rows.map(({ _id, sealed }) => ({ identity: _id, sealed }))
      }),
  }
}

/** Citizens by when the first of these identities of theirs was met. */
function oldestFirst(rows: readonly PersonRow[]): string[] {
  const met = new Map<string, number>()
  for (const row of rows) met.set(row.citizen, Math.min(row.met, met.get(row.citizen) ?? row.met))
  return [...met].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([citizen]) => citizen)
}
