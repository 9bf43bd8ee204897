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
const YES = new Set([
  'yes',
  'y',
  'true',
  'haan',
  'han',
  'ha',
  'ji',
  'ji haan',
  'हाँ',
  'हां',
  'हा',
  'जी',
  'जी हाँ',
  'जी हां',
  'ਹਾਂ',
  'ਜੀ',
  'ہاں',
  'جی',
  'جی ہاں',
])
const NO = new Set([
  'no',
  'n',
  'false',
  'nahi',
  'nahin',
  'na',
  'नहीं',
  'नही',
  'ना',
  'जी नहीं',
  'ਨਹੀਂ',
  'ਨਾਂਹ',
  'نہیں',
  'جی نہیں',
])

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

const digitsOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? latinDigits(String(value)).replace(/[\s,]/g, '') : ''

function integer(value: unknown, scalar: string): number | InvalidValue {
  const digits = digitsOf(value)
  const parsed = Number(digits)
  return /^[+-]?\d+$/.test(digits) && Math.abs(parsed) <= 0x7fffffff
    ? parsed
    : new InvalidValue('integer', scalar, value)
}

function number(value: unknown, scalar: string): number | InvalidValue {
  const digits = digitsOf(value)
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(digits) ? Number(digits) : new InvalidValue('number', scalar, value)
}

function boolean(value: unknown, scalar: string): boolean | InvalidValue {
  if (typeof value === 'boolean') return value
  const word =
    typeof value === 'string'
      ? value
          .normalize('NFC')
          .toLowerCase()
          .replace(/[.!।\s]+/g, ' ')
          .trim()
      : ''
  if (YES.has(word)) return true
  if (NO.has(word)) return false
  return new InvalidValue('boolean', scalar, value)
}
