/** What a whole way through each real service costs, in messages of either side. */
import { describe, expect, it } from '@jest/globals'
import { LANGUAGES } from '../../../vocabulary/catalogue.ts'
import { REAL } from '../real-catalogue.ts'
import { realWay } from './real-way.ts'

describe.each(REAL.services.map(({ code }) => code))('%s', (code) => {
  it.each(LANGUAGES)('in %s takes at most three messages beside the answers, and no more of the hub', (language) => {
    const { asha, reaches, does, counts } = realWay(code, language)
    const review = reaches('review')
    does(() => asha.presses(asha.choices()[0]!.id))
    expect(asha.operations.at(-1)!.kind).toBe('file')
    const { questions, sent, heard } = counts()
    expect([review.length, sent - questions <= 3, heard <= sent]).toEqual([1, true, true])
  })
})

/** A third witness, papers of earlier marriages and two new names. */
const MOST = {
  act: 'SPECIAL_MARRIAGE_ACT',
  'groom.statusBefore': 'DIVORCED',
  'bride.statusBefore': 'WIDOWED',
  nameChange: 'BOTH',
}
it.each(LANGUAGES)('the longest of marriages has a review of one message in %s', (language) => {
  const { reaches, counts } = realWay('registrar.marriage', language, MOST)
  expect(reaches('review')).toHaveLength(1)
  expect(counts()).toEqual({ questions: 70, sent: 71, heard: 71 })
})
