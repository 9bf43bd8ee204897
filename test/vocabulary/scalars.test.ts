import { inspect } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, graphqlSync, parse } from 'graphql'
import { parseAnswer } from '../../vocabulary/answers.ts'
import { InvalidValue, SCALARS, type ScalarName } from '../../vocabulary/scalars.ts'

const TODAY = '2026-07-01'
const read = (scalar: ScalarName, text: unknown) => SCALARS[scalar].parse(text, TODAY)
const ruleOf = (value: unknown) => (value instanceof InvalidValue ? value.rule : `taken: ${value}`)

describe('Date', () => {
  it.each([
    '5/1/1990',
    '05/01/1990',
    '05-01-90',
    '5.1.1990',
    '5 1 1990',
    '05 / 01 / 1990',
    '05011990',
    '1990-01-05',
    '1990/1/5',
    '5 Jan 1990',
    '5 January, 1990',
    '5th January 1990',
    '5-Jan-90',
    '5JAN1990',
    'January 5, 1990',
    '5 जनवरी 1990',
    '5 जनवरी, १९९०',
    '०५/०१/१९९०',
    '੦੫/੦੧/੧੯੯੦',
    '5 ਜਨਵਰੀ 1990',
    '٠٥/٠١/١٩٩٠',
    '۵ جنوری ۱۹۹۰',
    ' 5/1/1990 ',
    '5–1–1990',
    '5.1.1990.',
    '५/१/१९९०।',
    '۵۔۱۔۱۹۹۰۔',
    '۵؍۱؍۱۹۹۰',
    '۵ جنوری ۱۹۹۰ء',
    '5|1|1990',
  ])('reads %s as the fifth of January 1990', (text) => {
    expect(read('Date', text)).toBe('1990-01-05')
  })
  it.each([
    '31/2/1990',
    '29/2/2023',
    '0/1/1990',
    '5/13/1990',
    '32/1/1990',
    '1990',
    'yesterday',
    '5/1',
    '5/1/190',
    '',
    '5/1/1990/3',
    '5 Foo 1990',
    '1/1/1066',
  ])('refuses %s', (text) => {
    expect(ruleOf(read('Date', text))).toBe('date')
  })
  it('takes the day first, always', () => {
    expect(read('Date', '4/3/1990')).toBe('1990-03-04')
  })
  it('puts a two-digit year into the past', () => {
    expect(read('Date', '30/6/26')).toBe('2026-06-30')
    expect(read('Date', '2/7/26')).toBe('1926-07-02')
  })
  it('knows leap days', () => {
    expect(read('Date', '29/2/2024')).toBe('2024-02-29')
  })
  it('writes February with and without its nukta', () => {
    expect(read('Date', '3 फ़रवरी 1990')).toBe('1990-02-03')
    expect(read('Date', '3 फरवरी 1990')).toBe('1990-02-03')
  })
})

describe('MobileNumber', () => {
  it.each([
    '9810012345',
    '+919810012345',
    '919810012345',
    '09810012345',
    '+91 98100 12345',
    '98100-12345',
    '+91-98100-12345',
    '0091 9810012345',
    '९८१००१२३४५',
    '۹۸۱۰۰۱۲۳۴۵',
    9810012345,
  ])('reads %s', (text) => {
    expect(read('MobileNumber', text)).toBe('+919810012345')
  })
  it.each(['5810012345', '981001234', '98100123456', '+449810012345', 'my number', '98100 1234O', '', null])(
    'refuses %s',
    (text) => {
      expect(ruleOf(read('MobileNumber', text))).toBe('mobile-number')
    },
  )
})

describe('PinCode', () => {
  it.each(['110075', '110 075', '११००७५', 110075])('reads %s', (text) => expect(read('PinCode', text)).toBe('110075'))
  it.each(['010075', '910075', '11007', '1100755', 'delhi'])('refuses %s', (text) => {
    expect(ruleOf(read('PinCode', text))).toBe('pin-code')
  })
})

describe('AadhaarNumber', () => {
  it.each(['234123412346', '2341 2341 2346', '2341-2341-2346', '२३४१२३४१२३४६'])('reads %s', (text) => {
    expect(read('AadhaarNumber', text)).toBe('234123412346')
  })
  it.each(['234123412347', '243123412346', '134123412346', '034123412346', '23412341234', ''])('refuses %s', (text) => {
    expect(ruleOf(read('AadhaarNumber', text))).toBe('aadhaar-number')
  })
  it('is shown masked', () => {
    expect(SCALARS.AadhaarNumber.type.serialize('234123412346')).toBe('XXXX XXXX 2346')
  })
})

describe('PersonName', () => {
  it.each([
    'Asha',
    "Mary D'Souza",
    'O’Brien',
    'A. P. J. Abdul Kalam',
    'Anne-Marie Dias, Jr.',
    'अशोक कुमार',
    'श्रीमती राधा',
    'क्‍ष',
    'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
    'محمد عمران',
    'می‌خواهم',
    'தமிழ்ச்செல்வன்',
    'S.K.Singh',
  ])('takes %s as it is', (name) => {
    expect(read('PersonName', name)).toBe(name.normalize('NFC'))
  })
  it('folds white space and composes letters', () => {
    expect(read('PersonName', '  Asha \n  Devi ')).toBe('Asha Devi')
    expect(read('PersonName', 'Rene\u0301')).toBe('Ren\u00e9')
  })
  it.each([
    ['a control', 'Asha\u0000'],
    ['a bidi override', 'Asha\u202eived'],
    ['a zero-width space', 'Ash\u200ba'],
    ['a joiner between Latin letters', 'As\u200dha'],
    ['a joiner at the end', 'राम\u200d'],
    ['markup', '<b>Asha</b>'],
    ['a formula', '=HYPERLINK("x")'],
    ['an at sign', '@SUM(A1)'],
    ['a plus', '+Asha'],
    ['a hyphen in front', '-Asha'],
    ['a link', 'www.example.com'],
    ['a link without www', 'example.com'],
    ['a scheme', 'https://x'],
    ['an emoji', 'Asha 😀'],
    ['digits', 'Asha 2'],
    ['no letter', '...'],
    ['nothing', '   '],
    ['stacked marks', 'a\u0300\u0301\u0302\u0303\u0304\u0305'],
    ['half a character', 'Asha\ud800'],
  ])('refuses %s', (_, name) => {
    expect(ruleOf(read('PersonName', name))).toBe('person-name')
  })
  it('has at most a hundred characters', () => {
    expect(read('PersonName', 'अ'.repeat(100))).toBe('अ'.repeat(100))
    expect(ruleOf(read('PersonName', 'अ'.repeat(101)))).toBe('too-long')
  })
})

describe('the other scalars', () => {
  it('keep instants in UTC', () => {
    expect(read('DateTime', '2026-01-05T10:30:00+05:30')).toBe('2026-01-05T05:00:00.000Z')
    expect(ruleOf(read('DateTime', '5 Jan'))).toBe('date-time')
  })
  it('take web addresses only', () => {
    expect(read('URL', 'https://example.in/a')).toBe('https://example.in/a')
    expect(ruleOf(read('URL', 'javascript:alert(1)'))).toBe('url')
  })
  it('take document ids without looking them up', () => {
    expect(read('DocumentId', 'doc_1-a')).toBe('doc_1-a')
    expect(ruleOf(read('DocumentId', '../etc'))).toBe('document-id')
  })
  it('give the same again for their own normal form', () => {
    for (const [name, text] of [
      ['Date', '5/1/1990'],
      ['MobileNumber', '9810012345'],
      ['PinCode', '११००७५'],
      ['PersonName', ' Asha  Devi'],
      ['DateTime', '2026-01-05T10:30:00Z'],
    ] as const) {
      const once = read(name, text)
      expect(read(name, once)).toBe(once)
    }
  })
})

describe('an InvalidValue', () => {
  it('never shows what came', () => {
    const value = read('MobileNumber', '12345') as InvalidValue
    expect(value.came()).toBe('12345')
    for (const shown of [JSON.stringify(value), inspect(value, { depth: 9, showHidden: true }), String(value)])
      expect(shown).not.toContain('12345')
  })
  it('reaches a resolver in place of a GraphQL error, from literals and variables', () => {
    const schema = buildASTSchema(parse('scalar Date input I { a: Date b: Date } type Query { q(i: I!): String }'))
    Object.assign(schema.getType('Date')!, {
      parseValue: SCALARS.Date.type.parseValue,
      parseLiteral: SCALARS.Date.type.parseLiteral,
    })
    const seen: any[] = []
    const rootValue = { q: ({ i }: any) => void seen.push(i) }
    const result = graphqlSync({
      schema,
      rootValue,
      source: 'query ($b: Date) { q(i: { a: "31/2/1990", b: $b }) }',
      variableValues: { b: 'never' },
    })
    expect(result.errors).toBeUndefined()
    expect(seen).toEqual([{ a: expect.any(InvalidValue), b: expect.any(InvalidValue) }])
  })
})

describe('an answer', () => {
  const question = (type: string, more = {}) => ({ type: type as 'TEXT', scalar: 'String', ...more })
  it('that is a number is within its range', () => {
    const copies = question('INTEGER', { scalar: 'Int', minimum: 1, maximum: 5 })
    expect(parseAnswer(copies, ' ३ ', TODAY)).toBe(3)
    expect(parseAnswer(copies, 5, TODAY)).toBe(5)
    expect(
      ['0', '6', '2.5', 'two', '', '1e3', '99999999999'].map((text) => ruleOf(parseAnswer(copies, text, TODAY))),
    ).toEqual(['minimum', 'maximum', 'integer', 'integer', 'integer', 'integer', 'integer'])
    expect(parseAnswer(question('NUMBER', { scalar: 'Float' }), '1,200.50', TODAY)).toBe(1200.5)
    expect(ruleOf(parseAnswer(question('NUMBER'), 'NaN', TODAY))).toBe('number')
  })
  it('that is yes or no is understood in the languages of the hub', () => {
    const yesOrNo = question('BOOLEAN')
    for (const yes of ['Yes', 'y', 'हाँ', 'हां', 'जी हाँ', 'ਹਾਂ', 'ہاں', 'Haan.', true])
      expect(parseAnswer(yesOrNo, yes, TODAY)).toBe(true)
    for (const no of ['no', 'N', 'नहीं', 'ਨਹੀਂ', 'نہیں', 'nahi', false])
      expect(parseAnswer(yesOrNo, no, TODAY)).toBe(false)
    expect(ruleOf(parseAnswer(yesOrNo, 'perhaps', TODAY))).toBe('boolean')
  })
  it('that is a text is measured in characters and holds nothing hidden', () => {
    const text = question('TEXT', { minimum: 2, maximum: 4 })
    expect(parseAnswer(text, '  ab\ncd ', TODAY)).toBeInstanceOf(InvalidValue)
    expect(parseAnswer(text, ' ab ', TODAY)).toBe('ab')
    expect(ruleOf(parseAnswer(text, 'a', TODAY))).toBe('too-short')
    expect(ruleOf(parseAnswer(text, 'abcde', TODAY))).toBe('too-long')
    expect(ruleOf(parseAnswer(text, 'a\u202eb', TODAY))).toBe('text')
    expect(ruleOf(parseAnswer(text, { toString: () => 'ab' }, TODAY))).toBe('text')
  })
  it('follows its pattern whole, in any digits and either case', () => {
    const number = question('TEXT', { pattern: '[A-Z]{2}-?\\d{4}' })
    expect(parseAnswer(number, 'DL-0420', TODAY)).toBe('DL-0420')
    expect(parseAnswer(number, 'dl-०४२०', TODAY)).toBe('DL-0420')
    expect(ruleOf(parseAnswer(number, 'DL-04201', TODAY))).toBe('pattern')
    expect(ruleOf(parseAnswer(number, 'x DL-0420', TODAY))).toBe('pattern')
  })
})
