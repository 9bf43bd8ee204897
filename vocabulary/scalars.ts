/**
 * The scalars that every subgraph speaks: what each accepts, from a machine or as people type it, and its one normal form.
 * As GraphQL types they are lenient: a faulty value becomes an `InvalidValue`, so that a service can name every problem at once.
 */
import { GraphQLScalarType, type ValueNode, valueFromASTUntyped } from 'graphql'
import { indianDay, parseDate } from './dates.ts'
import { latinDigits } from './digits.ts'
import { plainText } from './text.ts'

export type ScalarName =
  | 'Date'
  | 'DateTime'
  | 'URL'
  | 'JSON'
  | 'PersonName'
  | 'MobileNumber'
  | 'AadhaarNumber'
  | 'PinCode'
  | 'DocumentId'

/** A value in its normal form: `YYYY-MM-DD`, `+91…`, digits only. */
export type Parsed = string | number | boolean | object

/** A value that its scalar refuses. Serialises, prints and logs without the value itself. */
export class InvalidValue {
  /** Names the sentence that says what is expected: `pin-code`, `too-long`. */
  readonly rule: string
  readonly scalar: string
  /** What the sentence mentions: limits. */
  readonly args: Readonly<Record<string, string>>
  readonly #came: unknown

  constructor(rule: string, scalar: string, came: unknown, args: Readonly<Record<string, string>> = {}) {
    this.rule = rule
    this.scalar = scalar
    this.args = args
    this.#came = came
  }

  /** The refused value. Personal data: for the one who sent it only. */
  came(): unknown {
    return this.#came
  }
}

export interface Scalar {
  /** `today`: `YYYY-MM-DD` in Asia/Kolkata. Parsing a normal form gives the same again. */
  parse(value: unknown, today: string): Parsed | InvalidValue
  readonly type: GraphQLScalarType
}

type Read = (text: string, today: string) => Parsed | null | InvalidValue

/** A scalar written as text. A number is taken as its digits, since forms send PIN codes so. */
function written(
  name: ScalarName,
  rule: string,
  description: string,
  read: Read,
  show = (value: unknown) => value,
): Scalar {
  const parse = (value: unknown, today: string): Parsed | InvalidValue => {
    if (value instanceof InvalidValue) return value
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
    if (typeof text !== 'string' || text.length > 2000) return new InvalidValue(rule, name, value)
    return read(text.trim(), today) ?? new InvalidValue(rule, name, value)
  }
  return { parse, type: graphqlType(name, description, parse, show) }
}

function graphqlType(
  name: string,
  description: string,
  parse: Scalar['parse'],
  serialize: (value: unknown) => unknown,
): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    description,
    serialize,
    parseValue: (value) => parse(value, indianDay(new Date())),
    parseLiteral: (node: ValueNode, variables) =>
      parse(valueFromASTUntyped(node, variables as Record<string, unknown>), indianDay(new Date())),
  })
}

const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)$/
const MOBILE = /^(?:(?:\+|00)?91)?0?([6-9]\d{9})$/
const withoutGaps = (text: string) => latinDigits(text).replace(/[\s\-.()\u2010-\u2015]/g, '')

const json: Scalar['parse'] = (value) => value as Parsed

export const SCALARS: Readonly<Record<ScalarName, Scalar>> = {
  Date: written(
    'Date',
    'date',
    'Calendar date, `YYYY-MM-DD`; what people type is understood too, day first.',
    parseDate,
  ),
  DateTime: written(
    'DateTime',
    'date-time',
    'Instant in RFC 3339, UTC.',
    (text) => (RFC_3339.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null),
    (value) => (value instanceof Date ? value.toISOString() : value),
  ),
  URL: written('URL', 'url', 'Web address.', (text) =>
    /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : null,
  ),
  JSON: { parse: json, type: graphqlType('JSON', 'Any JSON value.', json, (value) => value) },
  PersonName: written(
    'PersonName',
    'person-name',
    "A person's name as on their papers: any script, at most 100 characters.",
    personName,
  ),
  MobileNumber: written('MobileNumber', 'mobile-number', 'Indian mobile number, `+91` and ten digits.', (text) => {
    const number = MOBILE.exec(withoutGaps(text))
    return number && `+91${number[1]}`
  }),
  AadhaarNumber: written(
    'AadhaarNumber',
    'aadhaar-number',
    'Twelve digits with a check digit. Shown masked.',
    (text) => {
      const digits = withoutGaps(text)
      return /^[2-9]\d{11}$/.test(digits) && verhoeff(digits) ? digits : null
    },
    (value) => (typeof value === 'string' ? `XXXX XXXX ${value.slice(-4)}` : null),
  ),
  PinCode: written('PinCode', 'pin-code', 'Six digits, the first 1 to 8.', (text) => {
    const digits = withoutGaps(text)
    return /^[1-8]\d{5}$/.test(digits) ? digits : null
  }),
  DocumentId: written('DocumentId', 'document-id', 'What `createUpload` gave.', (text) =>
    /^[\w.:-]{1,128}$/.test(text) ? text : null,
  ),
}

export const isScalarName = (name: string): name is ScalarName => Object.hasOwn(SCALARS, name)

const NAME_LENGTH = 100
/** Starts with a letter, so that no spreadsheet takes it for a formula; five marks in a row are no writing. */
const NAME = /^['’]?\p{L}(?:[\p{L} .'’,-]|(?![\ufe0e\ufe0f\u20d0-\u20ff])\p{M}(?!\p{M}{4})|[\u200c\u200d])*$/u
const LINK = /www\.|\p{L}{2,}\.(?:com|net|org|info|xyz|io|in|co|gov)(?!\p{L})/iu

function personName(text: string): string | null | InvalidValue {
  const name = plainText(text)
  if (name === null || !NAME.test(name) || LINK.test(name)) return null
  if ([...name].length > NAME_LENGTH)
    return new InvalidValue('too-long', 'PersonName', text, { maximum: String(NAME_LENGTH) })
  return name
}

/** Verhoeff's check: the dihedral group of ten elements catches every single slip and every swap of neighbours. */
function verhoeff(digits: string): boolean {
  const multiply = (a: number, b: number) =>
    a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)) : b < 5 ? 5 + ((((a - b) % 5) + 5) % 5) : (((a - b) % 5) + 5) % 5
  const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
  let sum = 0
  for (let position = 0; position < digits.length; position++) {
    let digit = Number(digits[digits.length - 1 - position])
    for (let round = 0; round < position % 8; round++) digit = permutation[digit]!
    sum = multiply(sum, digit)
  }
  return sum === 0
}
