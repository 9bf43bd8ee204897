/** Whoever cannot tap, or would rather write, writes what stands on a button or counts the rows. */
import { describe, expect, it } from '@jest/globals'
import { LANGUAGES, type LanguageCode } from '../../../vocabulary/catalogue.ts'
import { chat } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'
import { hub } from './kind-hub.ts'
import { realWay } from './real-way.ts'

type Chat = ReturnType<typeof chat>
const REFERENCE = 'DWR-2026-000001'
const application = (more = {}) => ({
  reference: REFERENCE,
  service: 'registrar.marriage-copy',
  title: 'Copy of marriage record',
  status: 'IN_REVIEW',
  restricted: false,
  due: null,
  history: [{ status: 'SUBMITTED', at: '2026-03-01T10:00:00Z', reason: null }],
  action: { kind: 'ANSWER', text: 'Say more', due: null, place: null, question: null, options: null },
  certificate: null,
  ...more,
})
function whoHas(language: LanguageCode, applications: readonly any[] | null) {
  const asha = chat(
    REAL,
    hub({
      applications: () => ({ type: 'applications', applications }),
      application: (of) => {
        const found = applications?.find(({ reference }) => reference === of.reference) ?? null
        return { type: 'application', of, application: found, answered: true }
      },
    }),
  )
  asha.put({ ...asha.state(), language, chosen: true })
  return asha
}
function having(asha: Chat, ...words: readonly string[]) {
  for (const word of words) asha.writes(word)
  return asha
}
const begun = (language: LanguageCode) => {
  const way = realWay('registrar.marriage-copy', language)
  way.reaches('district')
  return way.asha
}
/** Where buttons stand, and how one comes there. */
const STANDING: Readonly<Record<string, (language: LanguageCode) => Chat>> = {
  'the question whether to go on': (language) => having(begun(language), 'start again'),
  'the question whether to delete all': (language) => having(whoHas(language, []), 'delete my data'),
  'an application': (language) => having(whoHas(language, [application()]), 'status'),
  'an application with its certificate': (language) =>
    having(
      whoHas(language, [application({ status: 'CERTIFIED', action: null, certificate: { code: 'c', url: 'u' } })]),
      'status',
    ),
  'the question whether to withdraw': (language) => {
    const asha = having(whoHas(language, [application()]), 'status')
    asha.presses(`withdraw|${REFERENCE}`)
    return asha
  },
  'what did not answer': (language) => having(whoHas(language, null), 'status'),
  'the question whether there is another': (language) => {
    const way = realWay('transport.learner-licence', language)
    way.reaches('more')
    return way.asha
  },
  'the choice of a language': (language) => having(whoHas(language, []), 'language'),
}
/** What came of it, whatever the names that drafts are given. */
function outcome(asha: Chat, before: number) {
  const { place, language, shelf, draft } = asha.state()
  return {
    place,
    language,
    shelf: shelf.length,
    answers: draft?.answers,
    operations: asha.operations.slice(before).map(({ kind }) => kind),
    replies: asha.replies().map(({ text }) => text),
  }
}
function tappedAndWritten(
  standing: (language: LanguageCode) => Chat,
  language: LanguageCode,
  nth: number,
  words: string,
) {
  const [tapped, wrote] = [standing(language), standing(language)]
  const before = tapped.operations.length
  tapped.presses(tapped.choices()[nth]!.id)
  wrote.writes(words)
  return [outcome(tapped, before), outcome(wrote, before)]
}

describe.each(Object.keys(STANDING))('the words of a button below %s', (name) => {
  it.each(LANGUAGES)('do what a tap does, in %s', (language) => {
    const standing = STANDING[name]!
    const choices = standing(language).choices()
    expect(choices.length).toBeGreaterThan(1)
    for (const [nth, { title }] of choices.entries()) {
      const [tapped, wrote] = tappedAndWritten(standing, language, nth, title)
      expect(wrote).toEqual(tapped)
    }
  })
})

describe('the number of a row', () => {
  const LISTS: Readonly<Record<string, (language: LanguageCode) => Chat>> = {
    'the menu': (language) => having(whoHas(language, []), 'menu'),
    'the languages': STANDING['the choice of a language']!,
    'services that resemble what was written': (language) => having(whoHas(language, []), 'licence'),
    'several applications': (language) =>
      having(whoHas(language, [application(), application({ reference: 'DWR-2026-000002' })]), 'status'),
  }
  it.each(Object.keys(LISTS))('counts in %s', (name) => {
    const standing = LISTS[name]!
    const choices = standing('en').choices()
    expect(choices.length).toBeGreaterThan(1)
    for (const nth of choices.keys()) {
      const [tapped, wrote] = tappedAndWritten(standing, 'en', nth, String(nth + 1))
      expect(wrote).toEqual(tapped)
    }
    const [tapped, wrote] = tappedAndWritten(standing, 'hi', 1, '२')
    expect(wrote).toEqual(tapped)
  })
  it.each(['42', '0', '-2', '2 3', '2/3'])('that is none counts nothing: %s', (text) => {
    const asha = having(whoHas('en', []), 'menu', text)
    expect([asha.state().place, asha.state().draft]).toEqual([{ at: 'menu' }, null])
  })
  it.each([
    ['the question whether to delete all', 'erase'],
    ['the question whether to withdraw', 'withdraw'],
  ])('deletes and takes back nothing: %s', (name, kind) => {
    for (const text of ['1', '2']) {
      const asha = STANDING[name]!('en')
      asha.writes(text)
      expect(asha.operations.map((operation) => operation.kind)).not.toContain(kind)
    }
  })
  it('of a list that hours and other news have passed over counts nothing', () => {
    const asha = having(whoHas('en', []), 'menu')
    asha.waits(7 * 60 * 60 * 1000)
    asha.writes('2')
    expect(asha.state().draft).toBeNull()
  })
})

it('the name of a service begins it, also where it stands on a list of applications', () => {
  const asha = having(whoHas('en', [application(), application({ reference: 'DWR-2026-000002' })]), 'status')
  asha.writes('Copy of marriage record')
  expect(asha.state().draft?.service).toBe('registrar.marriage-copy')
})

it('what is no button is remembered no longer than it stands there', () => {
  const asha = having(whoHas('en', []), 'delete my data', 'no')
  asha.writes('Yes, delete all')
  expect(asha.operations.map(({ kind }) => kind)).not.toContain('erase')
})

describe('a yes', () => {
  it.each(['yes', 'haan', 'हाँ', 'ਹਾਂ ਜੀ', 'جی ہاں'])('to the one service that was meant begins it: %s', (text) => {
    const asha = having(whoHas('en', []), 'birht certificate')
    expect(asha.choices().map(({ title }) => title)).toEqual(['Birth certificate'])
    asha.writes(text)
    expect(asha.state().draft?.service).toBe('municipal.birth-certificate')
  })
  it.each(['no', 'nahi', 'नहीं', 'ਨਹੀਂ', 'نہیں'])('and a no begins nothing, and shows all of them: %s', (text) => {
    const asha = having(whoHas('en', []), 'birht certificate', text)
    expect([asha.state().draft, asha.choices().length > 5]).toEqual([null, true])
  })
  it.each(['yes', 'haan', 'ji', 'no', 'हाँ', 'ਹਾਂ', 'ہاں'])('names no service by its sound: %s', (text) => {
    for (const before of ['menu', 'certificate licence']) {
      const asha = having(whoHas('en', []), before, text)
      expect([asha.state().draft, asha.choices().length > 5]).toEqual([null, true])
    }
  })
  it('of the next day begins nothing', () => {
    const asha = having(whoHas('en', []), 'birht certificate')
    asha.waits(24 * 60 * 60 * 1000)
    asha.writes('yes')
    expect(asha.state().draft).toBeNull()
  })
})
