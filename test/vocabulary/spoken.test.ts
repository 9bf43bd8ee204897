import { describe, expect, it } from '@jest/globals'
import { parseAnswer } from '../../vocabulary/answers.ts'
import type { QuestionType } from '../../vocabulary/catalogue.ts'
import { nearDays } from '../../vocabulary/dates.ts'
import { InvalidValue } from '../../vocabulary/scalars.ts'

const TODAY = '2026-07-01'
const read = (type: QuestionType, text: string, scalar = 'String') => {
  const parsed = parseAnswer({ type, scalar }, text, TODAY)
  return parsed instanceof InvalidValue ? `refused: ${parsed.rule}` : parsed
}

describe('yes and no', () => {
  it.each(
    'yes|Y|Yes.|ok|haan|haan ji|Ji haan|हाँ|हां जी|जी|ठीक है|ਹਾਂ|ਹਾਂ ਜੀ|ਆਹੋ|ہاں|جی ہاں|ہاں جی|جي|👍🏽|👌🏽|sahi hai|same hai|yahi hai|yehi hai|सही है|यही है|ਸਹੀ ਹੈ|صحیح ہے|یہی ہے'.split(
      '|',
    ),
  )('%s is yes', (text) => expect(read('BOOLEAN', text, 'Boolean')).toBe(true))
  it.each('no|N|nope|nahi|nahin ji|नहीं|नही|जी नहीं|ਨਹੀਂ|ਨਹੀਂ ਜੀ|ਨਾ|نہیں|جی نہیں|نہیں۔|👎'.split('|'))('%s is no', (text) =>
    expect(read('BOOLEAN', text, 'Boolean')).toBe(false),
  )
  it.each(['maybe', 'kal', 'शायद', 'yes and no', ''])('%s is neither', (text) =>
    expect(read('BOOLEAN', text, 'Boolean')).toBe('refused: boolean'),
  )
})

describe('a date in words', () => {
  it.each([
    '5 janvari 1990',
    '5 जनवरी 1990',
    '੫ ਜਨਵਰੀ ੧੯੯੦',
    '5 ਜਨਵਰੀ 1990',
    '5 جنوری 1990',
    '۵ جنوري ۱۹۹۰',
    '५/१/१९९०',
    '5.1.90',
  ])('%s is the fifth of January 1990', (text) => expect(read('DATE', text, 'Date')).toBe('1990-01-05'))
  it.each(['7 ستمبر 2001', '7 ਸਤੰਬਰ 2001', '7 सितम्बर 2001', '7 sitambar 2001', '7 Sept 2001'])(
    '%s is the seventh of September 2001',
    (text) => expect(read('DATE', text, 'Date')).toBe('2001-09-07'),
  )
  // yesterday and tomorrow are one word in three of the languages
  it.each(['kal', 'कल', 'ਕੱਲ੍ਹ', 'کل', 'next week'])('%s is no date', (text) =>
    expect(read('DATE', text, 'Date')).toBe('refused: date'),
  )
})

describe('a day near today', () => {
  it.each([
    ['Yesterday.', ['2026-06-30']],
    ['आने वाला कल', ['2026-07-02']],
    ['the day before yesterday', ['2026-06-29']],
    ['kal', ['2026-06-30', '2026-07-02']],
    ['ਕੱਲ੍ਹ', ['2026-06-30', '2026-07-02']],
    ['كل', ['2026-06-30', '2026-07-02']],
    ['परसों।', ['2026-06-29', '2026-07-03']],
    ['5 kal 1990', []],
  ])('%s may be %j', (text, days) => expect(nearDays(text, TODAY)).toEqual(days))
})

describe('numbers of the four scripts', () => {
  it.each([
    ['INTEGER', 'Int', '۱۲', 12],
    ['INTEGER', 'Int', '੧੨', 12],
    ['INTEGER', 'Int', '१,२००', 1200],
    ['INTEGER', 'Int', '1,00,000', 100_000],
    ['INTEGER', 'Int', '100 000', 100_000],
    ['INTEGER', 'Int', '2,5', 'refused: integer'],
    ['INTEGER', 'Int', '2 5', 'refused: integer'],
    ['NUMBER', 'Float', '१२.५', 12.5],
    ['NUMBER', 'Float', '5,5', 5.5],
    ['NUMBER', 'Float', '0,125', 0.125],
    ['NUMBER', 'Float', '۵٫۵', 5.5],
    ['NUMBER', 'Float', '5,500', 5500],
    ['NUMBER', 'Float', '1,00,000.50', 100_000.5],
    ['NUMBER', 'Float', '5 5', 'refused: number'],
    ['NUMBER', 'Float', '1.200,50', 'refused: number'],
    ['TEXT', 'PinCode', '۱۱۰۰۷۵', '110075'],
    ['TEXT', 'PinCode', '੧੧੦ ੦੭੫', '110075'],
    ['TEXT', 'MobileNumber', '९८१०० १२३४५', '+919810012345'],
    ['TEXT', 'MobileNumber', '۰۹۸۱۰۰۱۲۳۴۵', '+919810012345'],
  ] as const)('%s %s: %s is read', (type, scalar, text, value) => expect(read(type, text, scalar)).toBe(value))
})
