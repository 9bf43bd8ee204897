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
