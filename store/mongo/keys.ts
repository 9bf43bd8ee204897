import mongoose from 'mongoose'
import type { CitizenKey, Keys } from '../people.ts'
import { type Database, violated } from './database.ts'
import { citizensIn } from './people.ts'
import type { KeyRow } from './schemas.ts'

const { Timestamp } = mongoose.mongo

export const toKey = ({ _id, citizen, wrapped }: KeyRow): CitizenKey => ({ id: _id, citizen, wrapped })

export function mongoKeys(database: Database): Keys {
  const { keys } = database
  const of = (citizen: string) =>
    citizensIn(database, citizen, async (ids) => {
      const rows = await keys.find({ citizen: { $in: ids } }, { sort: { made: 1 } }).toArray()
      return rows.map(toKey)
    })
  return {
    of,
    async first({ id, citizen, wrapped }) {
      const known = await of(citizen)
      if (known.length) return known
      try {
        // the server puts its cluster time in the place of an empty one
        await keys.insertOne({ _id: id, citizen, wrapped, first: citizen, made: new Timestamp({ t: 0, i: 0 }) })
      } catch (error) {
        // another process made one at the same moment
        if (violated(error) !== 'first') throw error
      }
      return of(citizen)
    },
    async byId(id) {
      const row = await keys.findOne({ _id: id })
      return row && toKey(row)
    },
    async page(after, limit) {
      if (limit < 1) return []
      const rows = await keys.find({ _id: { $gt: after ?? '' } }, { sort: { _id: 1 }, limit }).toArray()
      return rows.map(toKey)
    },
    async rewrap(id, from, to) {
      const { matchedCount } = await keys.updateOne({ _id: id, wrapped: from }, { $set: { wrapped: to } })
      return matchedCount > 0
    },
    async destroy(citizen) {
      await citizensIn(database, citizen, (ids) => keys.deleteMany({ citizen: { $in: ids } }))
    },
  }
}
