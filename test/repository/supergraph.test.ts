import { describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { composeAll } from '../../vocabulary/compose.ts'
import { lacking } from '../../vocabulary/words.ts'

describe('the committed schema', () => {
  it('is what npm run compose writes', () => {
    expect(composeAll({ check: true }).stale).toEqual([])
  })
  it('has all its words in English and Hindi', () => {
    const { en, hi } = lacking(readCatalogue())
    expect({ en, hi }).toEqual({ en: [], hi: [] })
  })
  it('lists what Punjabi and Urdu lack', () => {
    const { pa, ur } = lacking(readCatalogue())
    for (const missing of [pa, ur]) expect(missing.every((coordinate) => coordinate.length > 0)).toBe(true)
  })
})
