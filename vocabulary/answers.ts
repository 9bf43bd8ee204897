/** One answer to one question, from what a person typed or a portal sent. */
import type { QuestionType } from './catalogue.ts'
import { latinDigits } from './digits.ts'
import { InvalidValue, isScalarName, type Parsed, SCALARS } from './scalars.ts'
import { plainText } from './text.ts'

/** What parsing needs of a question; `CatalogueQuestion` and the API's `Question` both have it. */
export interface Answerable {
  readonly type: QuestionType | `${QuestionType}`
  readonly scalar: string
  /** Of a text the characters, of a number the value. */
  readonly minimum?: number | null
  readonly maximum?: number | null
  /** The whole text matches. */
  readonly pattern?: string | null
}

/** No department's field is wider. */
const LONGEST_TEXT = 1000
/** A word as it is compared: without marks, politeness of punctuation, tones of skin, or another keyboard's letters. */
function spoken(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, '')
    .replace(/[يى]/g, 'ی')
    .replace(/[.,!?।۔،؟\s]+/g, ' ')
    .trim()
}
const YES = new Set(
  [
    'yes',
    'y',
    'yeah',
    'ya',
    'yep',
    'yup',
    'ok',
    'okay',
    'sure',
    'true',
    'correct',
    'haan',
    'haanji',
    'haan ji',
    'han',
    'hanji',
    'han ji',
    'ha',
    'ha ji',
    'ji',
    'jee',
    'ji haan',
    'ji han',
    'ji ha',
    'bilkul',
    'theek hai',
    'thik hai',
    'हाँ',
    'हां',
    'हा',
    'जी',
    'हाँजी',
    'हांजी',
    'हाँ जी',
    'हां जी',
    'जी हाँ',
    'जी हां',
    'बिल्कुल',
    'बिलकुल',
    'ठीक है',
    'sahi hai',
    'sahi h',
    'same hai',
    'yahi hai',
    'yehi hai',
    'yahi h',
    'सही है',
    'यही है',
    'सेम है',
    'ਸਹੀ ਹੈ',
    'ਇਹੀ ਹੈ',
    'ਏਹੀ ਹੈ',
    'صحیح ہے',
    'سہی ہے',
    'یہی ہے',
    'ਹਾਂ',
    'ਹਾਂਜੀ',
    'ਹਾਂ ਜੀ',
    'ਜੀ',
    'ਜੀ ਹਾਂ',
    'ਆਹੋ',
    'ਬਿਲਕੁਲ',
    'ਠੀਕ ਹੈ',
    'ہاں',
    'جی',
    'ہاں جی',
    'جی ہاں',
    'بالکل',
    'ٹھیک ہے',
    '👍',
    '👌',
    '✅',
  ].map(spoken),
)
const NO = new Set(
  [
    'no',
    'n',
    'nope',
    'not',
    'false',
    'nahi',
    'nahin',
    'nahi ji',
    'nahin ji',
    'ji nahi',
    'ji nahin',
    'nhi',
    'nai',
    'na',
    'naa',
    'नहीं',
    'नही',
    'ना',
    'न',
    'नहीं जी',
    'जी नहीं',
    'बिल्कुल नहीं',
    'ਨਹੀਂ',
    'ਨਹੀ',
    'ਨਾ',
    'ਨਾਂਹ',
    'ਨਹੀਂ ਜੀ',
    'ਜੀ ਨਹੀਂ',
    'نہیں',
    'نہ',
    'نا',
    'نہیں جی',
    'جی نہیں',
    'بالکل نہیں',
    '👎',
    '❌',
  ].map(spoken),
)

/** The value in its normal form (`5 Jan 1990` → `1990-01-05`), or why it is refused. `today`: `YYYY-MM-DD`. Lists are parsed item by item. */
export function parseAnswer(question: Answerable, value: unknown, today: string): Parsed | InvalidValue {
  if (value instanceof InvalidValue) return value
  switch (question.type) {
    case 'INTEGER':
      return inRange(question, integer(value, question.scalar), value)
    case 'NUMBER':
      return inRange(question, number(value, question.scalar), value)
    case 'BOOLEAN':
      return boolean(value, question.scalar)
    default:
      return text(question, value, today)
  }
}

function text(question: Answerable, value: unknown, today: string): Parsed | InvalidValue {
  const { scalar } = question
  let parsed: Parsed | InvalidValue
  if (isScalarName(scalar)) parsed = SCALARS[scalar].parse(value, today)
  else if (typeof value === 'string' || typeof value === 'number')
    parsed = (value === '' ? null : plainText(String(value))) ?? new InvalidValue('text', scalar, value)
  else parsed = new InvalidValue('text', scalar, value)
  if (parsed instanceof InvalidValue || typeof parsed !== 'string') return parsed
  const length = [...parsed].length
  const maximum = question.maximum ?? LONGEST_TEXT
  if (length > maximum) return new InvalidValue('too-long', scalar, value, { maximum: String(maximum) })
  const minimum = question.minimum ?? 1
  if (length < minimum) return new InvalidValue('too-short', scalar, value, { minimum: String(minimum) })
  return question.pattern ? matching(question.pattern, parsed, scalar) : parsed
}

const patterns = new Map<string, RegExp>()

/** A pattern speaks of Latin digits and often of capitals: what fits once so written is taken so. */
function matching(pattern: string, parsed: string, scalar: string): string | InvalidValue {
  let whole = patterns.get(pattern)
  if (!whole) {
    whole = new RegExp(`^(?:${pattern})$`, 'u')
    patterns.set(pattern, whole)
  }
  const latin = latinDigits(parsed)
  for (const candidate of [parsed, latin, latin.toUpperCase()]) if (whole.test(candidate)) return candidate
  return new InvalidValue('pattern', scalar, parsed)
}

function inRange(question: Answerable, parsed: number | InvalidValue, value: unknown): number | InvalidValue {
  if (parsed instanceof InvalidValue) return parsed
  const { minimum, maximum, scalar } = question
  if (minimum != null && parsed < minimum)
    return new InvalidValue('minimum', scalar, value, { minimum: String(minimum) })
  if (maximum != null && parsed > maximum)
    return new InvalidValue('maximum', scalar, value, { maximum: String(maximum) })
  return parsed
}

/** A comma before anything but three digits is the mark of a fraction. */
const FRACTION = /^([+-]?(?:0|\d+(?!,\d{3}$))),(\d+)$/
const GROUPED = /^[+-]?[1-9](?:\d{0,2}(?:[\s,]\d{3})+|\d?(?:[\s,]\d{2})+[\s,]\d{3})(?:\.\d+)?$/

/** Latin digits without the marks that group them (`1,00,000`, `100 000`). Where they group nothing they stay. */
function digitsOf(value: unknown): string {
  if (typeof value !== 'number' && typeof value !== 'string') return ''
  const digits = latinDigits(String(value))
    .replaceAll('٬', ',')
    .replaceAll('٫', '.')
    .replace(/[\s,]+$/, '')
    .trim()
  return GROUPED.test(digits) ? digits.replace(/[\s,]/g, '') : digits
}

function integer(value: unknown, scalar: string): number | InvalidValue {
  const digits = digitsOf(value)
  const parsed = Number(digits)
  return /^[+-]?\d+$/.test(digits) && Math.abs(parsed) <= 0x7fffffff
    ? parsed
    : new InvalidValue('integer', scalar, value)
}

function number(value: unknown, scalar: string): number | InvalidValue {
  const digits = digitsOf(value).replace(FRACTION, '$1.$2')
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(digits) ? Number(digits) : new InvalidValue('number', scalar, value)
}

/** One of the words, or some of them in a row (`yes yes`, `haan ji bilkul`). */
const isOf = (words: ReadonlySet<string>, text: string): boolean =>
  words.has(text) || text.split(' ').every((word) => words.has(word))
function boolean(value: unknown, scalar: string): boolean | InvalidValue {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? spoken(value) : ''
  if (isOf(YES, word)) return true
  if (isOf(NO, word)) return false
  return new InvalidValue('boolean', scalar, value)
}
