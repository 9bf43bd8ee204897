/** Services nobody has written: inputs of every shape that a department may declare, as SDL with its words. */
import fc from 'fast-check'
import { buildASTSchema, type GraphQLSchema, Kind, parse } from 'graphql'
import type { Question, Service } from '../../../subgraphs/whatsapp/conversation/state.ts'
import { derive } from '../../../vocabulary/derive.ts'
import { sharedTypeDefs } from '../../../vocabulary/type-defs.ts'
import { sharedWords, wordBook } from '../../../vocabulary/words.ts'

export const TODAY = '2026-03-01'

type Leaf =
  | 'String'
  | 'Code'
  | 'PersonName'
  | 'MobileNumber'
  | 'PinCode'
  | 'Int'
  | 'Float'
  | 'Boolean'
  | 'Date'
  | 'DocumentId'
  | 'Enum'
  | 'Live'
export type Field = {
  /** `when`: asked only if the block's flag is yes. */
  readonly need: 'required' | 'optional' | 'when'
} & (
  | { readonly shape: 'leaf' | 'leaves'; readonly leaf: Leaf; readonly suggest: boolean }
  | { readonly shape: 'block' | 'blocks' | 'one-of'; readonly fields: readonly Field[] }
)

const LEAVES: readonly Leaf[] = [
  'String',
  'Code',
  'PersonName',
  'MobileNumber',
  'PinCode',
  'Int',
  'Float',
  'Boolean',
  'Date',
  'DocumentId',
  'Enum',
  'Live',
]
const MANY = new Set<Leaf>(['String', 'Int', 'DocumentId', 'Enum', 'PersonName'])
const need = fc.constantFrom('required', 'required', 'optional', 'when') as fc.Arbitrary<Field['need']>
const leaf = fc.record({
  need,
  shape: fc.constant('leaf' as const),
  leaf: fc.constantFrom(...LEAVES),
  suggest: fc.boolean(),
})
const leaves = fc.record({
  need,
  shape: fc.constant('leaves' as const),
  leaf: fc.constantFrom(...MANY),
  suggest: fc.constant(false),
})
const nonEmpty = (field: fc.Arbitrary<Field>) => fc.array(field, { minLength: 1, maxLength: 3 })
const inner: fc.Arbitrary<Field> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.record({ need, shape: fc.constant('block' as const), fields: nonEmpty(leaf) }) },
)
const alternatives = fc.array(inner, { minLength: 2, maxLength: 3 })
const field: fc.Arbitrary<Field> = fc.oneof(
  { weight: 6, arbitrary: leaf },
  { weight: 2, arbitrary: leaves },
  { weight: 2, arbitrary: fc.record({ need, shape: fc.constant('block' as const), fields: nonEmpty(inner) }) },
  { weight: 2, arbitrary: fc.record({ need, shape: fc.constant('blocks' as const), fields: nonEmpty(inner) }) },
  { weight: 1, arbitrary: fc.record({ need, shape: fc.constant('one-of' as const), fields: alternatives }) },
)
export const fields = fc.array(field, { minLength: 1, maxLength: 6 })

const EXAMPLES: Readonly<Record<Leaf, string>> = {
  String: 'Some words',
  Code: 'AB1234',
  PersonName: 'Asha Devi',
  MobileNumber: '98100 12345',
  PinCode: '110075',
  Int: '5',
  Float: '2.5',
  Boolean: '',
  Date: '5/1/1990',
  DocumentId: '',
  Enum: '',
  Live: '',
}
const ASKS: Partial<Record<Leaf, string>> = {
  String: 'minimum: 2, maximum: 60',
  Code: 'pattern: "[A-Z]{2}\\\\d{4}"',
  Int: 'minimum: 1, maximum: 9',
  Float: 'minimum: 0.5, maximum: 99.5',
  DocumentId: 'accepts: ["image/*", "application/pdf"]',
  Live: 'options: "choices"',
}
const TYPE: Partial<Record<Leaf, string>> = { Code: 'String', Live: 'String', Enum: 'Colour' }
const SUGGESTED: Partial<Record<Leaf, string>> = { String: "'Some words'", PersonName: "'Asha Devi'" }

interface Made {
  readonly sdl: string
  readonly words: string
}
/** The input type `name` and those inside it. Every block begins with its flag. */
function made(name: string, all: readonly Field[], kind: 'root' | 'item' | 'one-of' | 'block'): Made {
  const lines: string[] = []
  const words: string[] = []
  const inside: Made[] = []
  const flagged = kind !== 'one-of'
  if (flagged) {
    lines.push('flag: Boolean!')
    words.push(`${name}-flag = Flag of ${name}?`)
  }
  for (const [i, one] of all.entries()) {
    const key = `f${i}`
    const wanted = kind === 'one-of' ? 'optional' : one.need
    const asks = wanted === 'when' ? ['when: "input.flag"'] : []
    const mark = wanted === 'required' ? '!' : ''
    words.push(`${name}-${key} = Field ${key} of ${name}`)
    if (!('fields' in one)) {
      const limits = ASKS[one.leaf]
      if (limits) asks.push(limits)
      const suggested = one.suggest ? SUGGESTED[one.leaf] : undefined
      if (suggested) asks.push(`suggest: "${suggested}"`)
      if (one.shape === 'leaves') asks.push('atMost: 3')
      if (EXAMPLES[one.leaf]) words.push(`    .example = ${EXAMPLES[one.leaf]}`)
      const type = TYPE[one.leaf] ?? one.leaf
      const whole = one.shape === 'leaves' ? `[${type}!]` : type
      lines.push(`${key}: ${whole}${mark}${asks.length ? ` @ask(${asks.join(', ')})` : ''}`)
      continue
    }
    const type = `${name}${key.toUpperCase()}`
    const list = one.shape === 'blocks'
    if (list) asks.push('atMost: 3')
    inside.push(made(type, one.fields, one.shape === 'one-of' ? 'one-of' : list ? 'item' : 'block'))
    lines.push(`${key}: ${list ? `[${type}!]` : type}${mark}${asks.length ? ` @ask(${asks.join(', ')})` : ''}`)
  }
  const own = `input ${name}${kind === 'one-of' ? ' @oneOf' : ''} {\n  ${lines.join('\n  ')}\n}`
  return {
    sdl: [own, ...inside.map(({ sdl }) => sdl)].join('\n'),
    words: [...words, ...inside.map((one) => one.words)].join('\n'),
  }
}

const AROUND = `
enum Colour { RED GREEN BLUE }
type Application { reference: ID! }
type Query { choices: [Option!] }
type Mutation { applyForIt(input: It!, requestId: ID, onBehalfOf: CitizenInput): ApplyResult! @service(code: "made.it", days: 3) }
`
const WORDS = `
department-made = The Makers
applyForIt = Make it
Colour-RED = Red
Colour-GREEN = Green
Colour-BLUE = Blue
`

export interface RandomService {
  readonly sdl: string
  readonly schema: GraphQLSchema
  readonly derived: ReturnType<typeof derive>['services'][number]
  readonly service: Service
}
/** Throws where the service is refused: all of these are allowed. */
export function serviceOf(all: readonly Field[]): RandomService {
  const { sdl, words } = made('It', all, 'root')
  const document = {
    kind: Kind.DOCUMENT as const,
    definitions: [...sharedTypeDefs().definitions, ...parse(AROUND + sdl).definitions],
  }
  const own = wordBook({ en: WORDS + words }, 'made')
  const { services, problems, department } = derive({
    name: 'made',
    document,
    own,
    shared: sharedWords(),
    today: TODAY,
  })
  if (problems.length) throw new Error(`${sdl}\n${problems.map(({ message }) => message).join('\n')}`)
  const derived = services[0]!
  const questions = derived.questions.map(
    ({ optionsQuery, factsQuery, ...question }): Question => ({
      ...question,
      live: optionsQuery !== null,
      dependsOn: optionsQuery && Object.values(optionsQuery.arguments),
      facts: factsQuery?.field ?? null,
    }),
  )
  const { withheld: _, fields: __, ...rest } = derived
  return {
    sdl,
    schema: buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }),
    derived,
    service: { ...rest, departmentName: department!.name, questions },
  }
}
