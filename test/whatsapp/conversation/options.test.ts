import { describe, expect, it } from '@jest/globals'
import type { LanguageCode } from '../../../vocabulary/catalogue.ts'
import { chat } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'

const OFFICES = ['DL-01 Mall Road', 'DL-04 Janakpuri', 'DL-05 Loni Road', 'DL-09 Dwarka'].map((label, i) => ({
  value: `O${i}`,
  label,
}))

/** A draft of a service in which a question is open, in a language. */
function asked(service: string, path: string, language: LanguageCode = 'en') {
  const asha = chat(REAL, (of) => {
    if (of.kind === 'facts') return { type: 'facts', of, facts: {} }
    if (of.kind === 'options') return { type: 'options', of, options: OFFICES, limit: false }
    if (of.kind === 'applications') return { type: 'applications', applications: [] }
    throw new Error(`unexpected: ${of.kind}`)
  })
  asha.presses(`start|${service}`)
  const options = REAL.service(service)!.questions.find((one) => one.path === path)!.live ? OFFICES : null
  asha.put({ ...asha.state(), language, place: { at: 'question', path, page: 0, options } })
  return asha
}

describe('an option in the words of whoever writes', () => {
  it.each<[string, string, LanguageCode, string, string]>([
    ['registrar.marriage', 'groom.statusBefore', 'en', 'no', 'UNMARRIED'],
    ['registrar.marriage', 'groom.statusBefore', 'en', 'Divorced', 'DIVORCED'],
    ['registrar.marriage', 'citizenship', 'en', 'groom', 'GROOM'],
    ['registrar.marriage', 'citizenship', 'hi', 'dulha', 'GROOM'],
    ['registrar.marriage', 'citizenship', 'ur', 'dulhan', 'BRIDE'],
    ['municipal.birth-certificate', 'relation', 'en', 'mother', 'MOTHER'],
    ['transport.learner-licence', 'office', 'en', 'janakpuri', 'O1'],
    ['transport.learner-licence', 'office', 'en', 'जनकपुरी', 'O1'],
  ])('%s, %s, in %s: %s', (service, path, language, text, value) => {
    const asha = asked(service, path, language)
    asha.writes(text)
    expect(asha.state().draft!.answers[path]).toBe(value)
  })

  it.each([
    ['registrar.marriage', 'groom.statusBefore', 'yes'],
    ['transport.learner-licence', 'office', 'Road'],
    ['transport.learner-licence', 'office', 'DL'],
    ['transport.learner-licence', 'office', 'xyz'],
  ])('of which there are several, or none, is asked for again: %s, %s, %s', (service, path, text) => {
    const asha = asked(service, path)
    expect(asha.writes(text)).toMatch(/^Please tap one of the choices\./)
    expect(asha.state().draft!.answers[path]).toBeUndefined()
  })

  it('is no command that stands in an option', () => {
    const asha = asked('municipal.birth-certificate', 'purpose')
    asha.writes('help')
    expect(asha.state().draft!.answers).toEqual({})
    asha.writes('menu')
    expect(asha.state().place.at).toBe('menu')
  })
})
