import { describe, expect, it } from '@jest/globals'
import type { Operation, Result } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { chat } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'

/** A department that knows nothing and offers nothing. */
function silent(of: Operation): Result {
  if (of.kind === 'facts') return { type: 'facts', of, facts: {} }
  if (of.kind === 'options') return { type: 'options', of, options: [{ value: 'A', label: 'A' }], limit: false }
  throw new Error(`unexpected: ${of.kind}`)
}
const rows = (asha: ReturnType<typeof chat>) =>
  asha.choices().flatMap(({ id, title }) => (id.startsWith('answer|') ? [title] : []))

describe('a number that is written instead of an option', () => {
  it('counts the rows that can be seen, on every page of the list', () => {
    const asha = chat(REAL, silent)
    for (const text of ['Register a marriage', 'Hindu Marriage Act', '14/2/2024', 'Arya Samaj Mandir'])
      asha.writes(text)
    expect(rows(asha)).toHaveLength(9)
    asha.writes('more')
    const [first] = rows(asha)
    expect(first).toBe('South West')
    asha.writes('१')
    expect(asha.state().draft!.answers.district).toBe('SOUTH_WEST')
  })

  it('that is no row of the page is asked for again', () => {
    const asha = chat(REAL, silent)
    for (const text of ['Register a marriage', 'Hindu Marriage Act', '14/2/2024', 'Arya Samaj Mandir', 'more'])
      asha.writes(text)
    expect(asha.writes('5')).toMatch(/^Please tap one of the choices\./)
  })

  it('counts what is left of the options, where one was chosen already', () => {
    const asha = chat(REAL, silent)
    asha.writes("Learner's licence")
    asha.writes('1')
    asha.writes('add')
    const [first] = rows(asha)
    expect(first).toBe('Car (LMV)')
    asha.writes('1')
    expect(asha.state().draft!.answers.classes).toEqual(['MCWG', 'LMV'])
  })
})

describe('a number that is written instead of an answer to correct', () => {
  const asked = (page: number) => {
    const asha = chat(REAL, silent)
    for (const text of ['Register a marriage', 'Hindu Marriage Act', '14/2/2024']) asha.writes(text)
    const answers: Record<string, string> = { act: 'HINDU_MARRIAGE_ACT', date: '2024-02-14' }
    for (const who of ['groom', 'bride'])
      for (const field of ['name', 'fatherName', 'motherName', 'occupation', 'address.town', 'address.line'])
        answers[`${who}.${field}`] = 'Delhi'
    const { draft } = asha.state()
    asha.put({
      ...asha.state(),
      draft: { ...draft!, answers, trail: Object.keys(answers) },
      place: { at: 'correct', paths: null, page },
    })
    asha.writes('help')
    return asha
  }
  it.each([
    [0, '2'],
    [0, '9'],
    [1, '1'],
    [1, '4'],
  ])('counts the rows that can be seen, on page %d: %s', (page, text) => {
    const asha = asked(page)
    const path = asha.choices()[Number(text) - 1]!.id.split('|')[2]!
    asha.writes(text)
    expect(asha.state().draft!.answers[path]).toBeUndefined()
    expect(Object.keys(asha.state().draft!.answers)).toHaveLength(13)
  })
  it('and words mean a row that can be seen before any other', () => {
    const asha = asked(1)
    asha.writes("Father's name")
    expect(Object.keys(asha.state().draft!.answers)).toContain('groom.fatherName')
    expect(Object.keys(asha.state().draft!.answers)).not.toContain('bride.fatherName')
  })
  it('that is no row is asked for again', () => {
    const asha = asked(0)
    asha.writes('55')
    expect(asha.state().place.at).toBe('correct')
  })
})
