import { describe, expect, it } from '@jest/globals'
import { chat } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'

/** A marriage's draft in which a question is open. */
function asked(path: string) {
  const asha = chat(REAL, (of) => {
    if (of.kind === 'facts') return { type: 'facts', of, facts: {} }
    if (of.kind === 'applications') return { type: 'applications', applications: [] }
    throw new Error(`unexpected: ${of.kind}`)
  })
  for (const text of ['Register a marriage', 'Hindu Marriage Act', '14/2/2024']) asha.writes(text)
  asha.put({ ...asha.state(), place: { at: 'question', path, page: 0, options: null } })
  return asha
}

describe('a word that steers the chat elsewhere', () => {
  it.each([
    ['place', 'Home'],
    ['place', 'at home'],
    ['groom.occupation', 'Agent'],
    ['groom.occupation', 'operator'],
    ['groom.fatherName', 'Salam'],
    ['groom.fatherName', 'سلام'],
  ])('is the answer where %s is asked for: %s', (path, text) => {
    const asha = asked(path)
    asha.writes(text)
    expect(asha.state().draft!.answers[path]).toBe(text)
    expect(asha.records.map(({ name }) => name)).not.toContain('asked-for-a-person')
  })

  it.each([
    'menu',
    'help',
    'person',
    'helpline',
    'status',
    'language',
    'later',
    'back',
    'cancel',
    'stop',
    'मेनू',
    'इंसान',
  ])('still steers there, where it is no answer: %s', (text) => {
    const asha = asked('groom.occupation')
    asha.writes(text)
    expect(asha.state().draft?.answers['groom.occupation']).toBeUndefined()
  })

  it('steers where no words are asked for', () => {
    expect(chat(REAL).writes('home')).toMatch(/^Hello!/)
    expect(chat(REAL).writes('agent')).toMatch(/^Call /)
    const dated = asked('date')
    dated.writes('home')
    expect(dated.state().place).toEqual({ at: 'menu' })
  })
})
