import { describe, expect, it } from '@jest/globals'
import { LANGUAGES } from '../../vocabulary/catalogue.ts'
import { say, sentence, wordBook } from '../../vocabulary/words.ts'

const RULES = [
  'invalid',
  'required',
  'unexpected',
  'text',
  'too-long',
  'too-short',
  'minimum',
  'maximum',
  'integer',
  'number',
  'boolean',
  'pattern',
  'choice',
  'too-few',
  'too-many',
  'too-late',
  'date',
  'date-time',
  'url',
  'person-name',
  'mobile-number',
  'aadhaar-number',
  'pin-code',
  'document-id',
  'document-unknown',
  'document-type',
]
const ARGS = { minimum: '2', maximum: '100', accepts: 'PDF, JPEG' }

describe('a sentence', () => {
  it.each(RULES)('for %s is short, whole and its own in each language', (rule) => {
    const texts = LANGUAGES.map((language) => sentence(rule, ARGS, language))
    expect(new Set(texts).size).toBe(LANGUAGES.length)
    for (const text of texts) {
      expect([...text].length).toBeLessThanOrEqual(160)
      expect(text).not.toMatch(/[{}$]/)
    }
    if (rule !== 'invalid') expect(texts[0]).not.toBe(sentence('invalid'))
  })
  it('keeps numbers as they are given', () => {
    expect(sentence('maximum', { maximum: '110075' })).toContain('110075')
  })
  it('in a language that is none of ours is English, and of an unknown rule the general one', () => {
    expect(sentence('pin-code', {}, 'fr')).toBe(sentence('pin-code'))
    expect(sentence('never-heard-of')).toBe(sentence('invalid'))
  })
})

describe('words', () => {
  const book = wordBook({ en: 'a = One\n    .hint = Try\nb = Two', hi: 'a = एक' }, 'here')
  it('hold the languages that have them', () => {
    expect(book.words('a')).toEqual({ en: 'One', hi: 'एक' })
    expect(book.words('a', 'hint')).toEqual({ en: 'Try' })
    expect(book.words('c')).toBeNull()
    expect(book.words('c', undefined, 'From the schema')).toEqual({ en: 'From the schema' })
  })
  it('are said in a language, or in English', () => {
    expect(say({ en: 'One', hi: 'एक' }, 'HI')).toBe('एक')
    expect(say({ en: 'One' }, 'pa')).toBe('One')
    expect(say({ en: 'One' }, null)).toBe('One')
  })
})
