import { describe, expect, it } from '@jest/globals'
import mongoose from 'mongoose'
import { connectionOptions } from '../../../store/mongo/database.ts'

const HOST = 'mongodb://127.0.0.1:27017'
const connectedBy = (url: string) => {
  const { autoIndex: _, autoCreate: __, ...options } = connectionOptions(url)
  return new mongoose.mongo.MongoClient(url, options).options
}

describe('the address of a MongoDB', () => {
  it.each([
    '',
    '?w=1',
    '?w=0',
    '?journal=false',
    '?w=0&journal=false',
    '?readPreference=secondary',
    '?retryWrites=false',
  ])('may say %j: a write still is a majority’s, from its journal, and is read where it was written', (search) => {
    const { writeConcern, readPreference, retryWrites } = connectedBy(`${HOST}/dwar${search}`)
    expect(writeConcern).toMatchObject({ w: 'majority', j: true })
    expect(readPreference).toMatchObject({ mode: 'primary' })
    expect(retryWrites).toBe(true)
  })

  it('that names no database means one of the hub’s own', () => {
    expect([HOST, `${HOST}/`, `${HOST}/?w=1`, `${HOST}/other`].map((url) => connectedBy(url).dbName)).toEqual([
      'dwar',
      'dwar',
      'dwar',
      'other',
    ])
  })
})
