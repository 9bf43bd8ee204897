import { describe, expect, it } from '@jest/globals'
import { beside, isolated, within, withoutMarks } from '../../vocabulary/direction.ts'
import { asSeen } from '../../vocabulary/text.ts'
import { sentence } from '../../vocabulary/words.ts'

describe('a phrase in a sentence from right to left', () => {
  it.each([
    'DWR-2026-000001',
    '110092',
    '5/1/1990',
    'Asha Devi',
    'https://example.org/verify/7KQ2',
    'لکشمی نگر، گلی 3',
    '{{title}}',
    '—',
  ])('stands alone: %s', (phrase) => {
    expect(isolated(phrase)).toBe(phrase)
  })
  it.each(['98100 12345', '+919810012345', '1990-CL-000017', '12, Gali 3, Laxmi Nagar', 'O+', '05 Jan 1990'])(
    'is isolated, or its parts would change places: %s',
    (phrase) => {
      expect(isolated(phrase)).toBe(`\u2068${phrase}\u2069`)
    },
  )
  it('is left as it is in a sentence from left to right', () => {
    expect(within('hi', '98100 12345')).toBe('98100 12345')
    expect(beside('Mobile number', '+919810012345')).toBe('+919810012345')
    expect(beside('موبائل نمبر', '+919810012345')).toBe('\u2068+919810012345\u2069')
  })
  it('is isolated in the sentences of the vocabulary', () => {
    const example = '1990-CL-000017'
    expect(sentence('pattern', { example }, 'ur')).toContain(`\u2068${example}\u2069`)
    expect(sentence('pattern', { example }, 'pa')).not.toContain('\u2068')
  })
  it('loses its marks when it comes back', () => {
    expect(withoutMarks('\u206898100 12345\u2069\u200f')).toBe('98100 12345')
  })
})

describe('a text as it looks to whoever wrote it', () => {
  it.each([
    ['\u202a+91 98100 12345\u202c', '+91 98100 12345'],
    ['5\u200b/1/1990\ufeff', '5/1/1990'],
    ['1️⃣1️⃣0️⃣0️⃣9️⃣2️⃣', '110092'],
    ['🔟', '10'],
    // joiners are part of what is seen
    ['क्‍ष', 'क्‍ष'],
  ])('%j', (text, seen) => {
    expect(asSeen(text)).toBe(seen)
  })
})
