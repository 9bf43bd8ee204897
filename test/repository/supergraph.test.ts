import { describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { composeAll } from '../../vocabulary/compose.ts'
import { lacking } from '../../vocabulary/words.ts'

describe('the committed schema', () => {
  it('is what npm run compose writes', () => {
    expect(composeAll({ check: true }).stale).toEqual([])
  })
  it('has all its words in all four languages', () => {
    const lacks = Object.entries(lacking(readCatalogue())).flatMap(([language, texts]) =>
      texts.map((text) => `in ${language}.ftl: ${text}`),
    )
    expect(lacks).toEqual([])
  })
})
