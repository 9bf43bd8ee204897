import { readdirSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { describe, expect, it } from '@jest/globals'
import { LANGUAGES, type LanguageCode } from '../../vocabulary/catalogue.ts'
import { localeFiles } from '../../vocabulary/words.ts'
import { grade, sentencesOf, wordsOf } from './reading.ts'

const ROOT = new URL('../../', import.meta.url)
const ROOMS = [
  'vocabulary/locales/',
  ...readdirSync(new URL('subgraphs/', ROOT), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === 'locales')
    .map(({ parentPath }) => `subgraphs/${parentPath.replace(/.*subgraphs\//, '')}/locales/`),
]
/** What people type and what is typed for them: nobody reads it. */
const UNREAD = /^(?:command|search|remark|wish|polite|naming|plea|says|question)-|\.(?:synonyms|example)$/

/** Harder than the rest for a reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'SpouseInput-proofOfAddress.hint': 'names of papers, as they are called',
  'SpouseInput-proofOfAge.hint': 'names of papers, as they are called',
  'LearnerLicenceInput-proofOfAge.hint': 'names of papers, as they are called',
  'DrivingLicenceInput-proofOfAge.hint': 'names of papers, as they are called',
  'LearnerLicenceInput-proofOfAddress.hint': 'names of papers, as they are called',
  'DrivingLicenceInput-proofOfAddress.hint': 'names of papers, as they are called',
  'LicenceRenewalInput-proofOfAddress.hint': 'names of papers, as they are called',
  'WitnessInput-relation.hint': 'a list of relatives, in short words',
  'template-certificate-ready': 'Meta wants the application named beside its number',
}

function* read(language: LanguageCode): Generator<{ key: string; sentence: string }> {
  for (const room of ROOMS) {
    const resource = new FluentResource(localeFiles(new URL(room, ROOT))[language] ?? '')
    const bundle = new FluentBundle(language, { useIsolating: false })
    bundle.addResource(resource)
    for (const { id, value, attributes } of resource.body)
      for (const [name, pattern] of [['', value] as const, ...Object.entries(attributes)]) {
        const key = name ? `${id}.${name}` : id
        if (!pattern || UNREAD.test(key)) continue
        const names = [...JSON.stringify(pattern).matchAll(/"type":"var","name":"(\w+)"/g)].map((match) => match[1]!)
        const text = bundle.formatPattern(pattern, Object.fromEntries(names.map((variable) => [variable, '7'])))
        for (const sentence of sentencesOf(text.replace(/https?:\S+|\d{4}-\d\d-\d\dT\S+/g, '7')))
          yield { key, sentence }
      }
  }
}

describe('English', () => {
  it('as a whole is read after four years of school', () => {
    const whole = [...read('en')].map(({ sentence }) => sentence).filter((sentence) => wordsOf(sentence).length > 3)
    expect(whole.length).toBeGreaterThan(300)
    expect(grade(whole.map((sentence) => sentence.replace(/[.!?:]*$/, '.')).join(' '))).toBeLessThan(4)
  })
  it('has no sentence that asks for more than eight', () => {
    const hard = [...read('en')].filter(({ key, sentence }) => {
      return wordsOf(sentence).length > 4 && grade(sentence) > 8.5 && !(key in EXCEPTIONS)
    })
    expect(hard.map(({ key, sentence }) => `${key}: ${grade(sentence).toFixed(1)}: ${sentence}`)).toEqual([])
  })
  it('has an exception only for what would fail without it', () => {
    const hard = new Set(
      LANGUAGES.flatMap((language) =>
        [...read(language)].flatMap(({ key, sentence }) =>
          wordsOf(sentence).length > 18 || (language === 'en' && wordsOf(sentence).length > 4 && grade(sentence) > 8.5)
            ? [key]
            : [],
        ),
      ),
    )
    expect(Object.keys(EXCEPTIONS).filter((key) => !hard.has(key))).toEqual([])
  })
  it.each([
    ['We will write to you here.', 0],
    ['The application necessitates authentication by the municipal administration.', 20],
  ])('is graded as a reader would: %s', (sentence, years) => {
    expect(Math.abs(grade(sentence) - years)).toBeLessThan(6)
  })
})

describe.each(LANGUAGES)('sentences in %s', (language) => {
  it('are short: six words in the middle, 18 at most', () => {
    const all = [...read(language)]
    const lengths = all.map(({ sentence }) => wordsOf(sentence).length)
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThan(7)
    const long = all.filter(({ key, sentence }) => wordsOf(sentence).length > 18 && !(key in EXCEPTIONS))
    expect(long.map(({ key, sentence }) => `${key}: ${wordsOf(sentence).length}: ${sentence}`)).toEqual([])
  })
})
