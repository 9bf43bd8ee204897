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
/** What the CEL of a directive speaks of; `none`: the directive is not there. */
export type Fewest = 'none' | 'fixed' | 'flag'
export type Field = {
  /** `when`: asked only if the block's flag is yes; `known`: only if the department knows something good about the fact before it. */
  readonly need: 'required' | 'optional' | 'when' | 'known'
} & (
  | {
      readonly shape: 'leaf' | 'leaves'
      readonly leaf: Leaf
      /** `before`: what was answered just before, where that is the same. */
      readonly suggest: boolean | 'before'
      /** Of a live leaf: its options hang on the flag of its block and on the answer before it. */
      readonly by?: boolean
      /** The department knows something about its answer. */
      readonly facts?: boolean
      /** Its example stands in the schema, not in the words. */
      readonly example?: boolean
      readonly fewest?: Fewest
      /** A rule reads it. */
      readonly rule?: boolean
    }
  | {
      readonly shape: 'block' | 'blocks' | 'one-of'
      readonly fields: readonly Field[]
      readonly fewest?: Fewest
      readonly rule?: boolean
    }
)
/** An input type, and the fee of its service. */
export interface Spec {
  readonly fields: readonly Field[]
  readonly fee: 'none' | 'fixed' | 'flag'
}

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

// ---------- the same, with every directive ----------

const fewest = fc.constantFrom('none', 'none', 'fixed', 'flag') as fc.Arbitrary<Fewest>
const anyNeed = fc.constantFrom('required', 'required', 'required', 'optional', 'when', 'known') as fc.Arbitrary<
  Field['need']
>
const anyLeaf = fc.record({
  need: anyNeed,
  shape: fc.constant('leaf' as const),
  leaf: fc.constantFrom(...LEAVES, 'Live' as const, 'Live' as const),
  suggest: fc.constantFrom(true, false, 'before' as const),
  by: fc.boolean(),
  facts: fc.boolean(),
  example: fc.boolean(),
  rule: fc.boolean(),
})
const anyLeaves = fc.record({
  need: anyNeed,
  shape: fc.constant('leaves' as const),
  leaf: fc.constantFrom(...MANY),
  suggest: fc.constant(false),
  fewest,
})
const nested = (shape: 'block' | 'blocks', inside: fc.Arbitrary<Field>) =>
  fc.record({ need: anyNeed, shape: fc.constant(shape), fields: nonEmpty(inside), fewest, rule: fc.boolean() })
const anyInner: fc.Arbitrary<Field> = fc.oneof(
  { weight: 4, arbitrary: anyLeaf },
  { weight: 1, arbitrary: nested('block', anyLeaf) },
)
const anyField: fc.Arbitrary<Field> = fc.oneof(
  { weight: 6, arbitrary: anyLeaf },
  { weight: 2, arbitrary: anyLeaves },
  { weight: 2, arbitrary: nested('block', anyInner) },
  { weight: 2, arbitrary: nested('blocks', anyInner) },
  {
    weight: 1,
    arbitrary: fc.record({
      need: anyNeed,
      shape: fc.constant('one-of' as const),
      fields: fc.array(anyInner, { minLength: 2, maxLength: 3 }),
    }),
  },
)
export const specs: fc.Arbitrary<Spec> = fc.record({
  fields: fc.array(anyField, { minLength: 1, maxLength: 6 }),
  fee: fc.constantFrom('none', 'fixed', 'flag'),
})

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
/** A rule over a leaf that people break now and then. */
const RULES: Partial<Record<Leaf, (path: string) => string>> = {
  Int: (path) => `${path} != 5`,
  Date: (path) => `${path} < today`,
  Enum: (path) => `!(${path} == 'RED' && input.flag)`,
  PersonName: (path) => `${path} != 'Asha'`,
  Live: (path) => `${path} != 'r9'`,
}
const SUGGESTED: Partial<Record<Leaf, string>> = { String: "'Some words'", PersonName: "'Asha Devi'" }

interface Made {
  readonly sdl: string
  readonly words: string
  /** Fields of `Query` and the types that they return. */
  readonly queries: string
  readonly types: string
}
interface Around {
  readonly kind: 'root' | 'item' | 'one-of' | 'block'
  /** Inside of a list: what a department knows is known of the whole input. */
  readonly inList: boolean
  /** Name of the last fact that was asked for before this; null for none, or none in this service. */
  fact: string | null
}
const quoted = (cel: string): string => JSON.stringify(cel)

/** The input type `name` and those inside it. Every block begins with its flag. */
function made(name: string, all: readonly Field[], around: Around): Made {
  const { kind } = around
  const lines: string[] = []
  const words: string[] = []
  const queries: string[] = []
  const types: string[] = []
  const rules: string[] = []
  const sentences: string[] = []
  const inside: Made[] = []
  const flagged = kind !== 'one-of'
  if (flagged) {
    lines.push('flag: Boolean!')
    words.push(`${name}-flag = Flag of ${name}?`)
  }
  /** The leaf before, where it is one that is always answered. */
  let before: { readonly key: string; readonly type: string; readonly leaf: Leaf } | null = null
  const fewestOf = (one: { readonly fewest?: Fewest }) => {
    if (one.fewest === 'fixed') return ['atLeast: "2"']
    return one.fewest === 'flag' && flagged ? ['atLeast: "input.flag ? 2 : 1"'] : []
  }
  const rule = (id: string, check: string) => {
    rules.push(` @rule(id: "${id}", check: ${quoted(check)})`)
    sentences.push(`${name}-rule-${id} = The rule ${id} of ${name} is not kept.`)
  }
  for (const [i, one] of all.entries()) {
    const key = `f${i}`
    const known = one.need === 'known' && around.fact !== null && flagged ? around.fact : null
    const wanted = kind === 'one-of' ? 'optional' : one.need === 'known' ? (known ? 'when' : 'required') : one.need
    const asks = wanted === 'when' ? [`when: "${known ? `facts.${known}.good` : 'input.flag'}"`] : []
    const mark = wanted === 'required' ? '!' : ''
    words.push(`${name}-${key} = Field ${key} of ${name}`)
    if (!('fields' in one)) {
      const type = TYPE[one.leaf] ?? one.leaf
      const limits = ASKS[one.leaf]
      const isBy = one.leaf === 'Live' && one.by === true
      if (isBy) {
        const query = `${name.toLowerCase()}${key}Choices`
        const args = [...(flagged ? ['flag: Boolean'] : []), ...(before ? [`${before.key}: ${before.type}`] : [])]
        queries.push(`${query}${args.length ? `(${args.join(', ')})` : ''}: [Option!]`)
        asks.push(`options: "${query}"`)
      } else if (limits) asks.push(limits)
      const suggested = one.suggest === true ? SUGGESTED[one.leaf] : undefined
      if (suggested) asks.push(`suggest: "${suggested}"`)
      else if (one.suggest === 'before' && before?.leaf === one.leaf && flagged && SUGGESTED[one.leaf])
        asks.push(`suggest: "input.${before.key}"`)
      if (one.shape === 'leaves') asks.push('atMost: 3', ...fewestOf(one))
      if (one.facts && !around.inList && kind !== 'one-of' && one.shape === 'leaf') {
        const query = `${name.toLowerCase()}${key}Known`
        queries.push(`${query}(${key}: ${type}): ${name}${key.toUpperCase()}Known`)
        types.push(`type ${name}${key.toUpperCase()}Known { good: Boolean! since: Date number: Int }`)
        asks.push(`facts: "${query}"`)
        around.fact = query
        // of few answers, all might break it
        if (one.rule && one.leaf === 'Int') rule(`${key}-known`, `facts.${query}.good || facts.${query}.number > 1`)
      }
      if (EXAMPLES[one.leaf])
        if (one.example) asks.push(`example: ${quoted(EXAMPLES[one.leaf])}`)
        else words.push(`    .example = ${EXAMPLES[one.leaf]}`)
      const whole = one.shape === 'leaves' ? `[${type}!]` : type
      lines.push(`${key}: ${whole}${mark}${asks.length ? ` @ask(${asks.join(', ')})` : ''}`)
      if (one.rule && one.shape === 'leaf' && kind !== 'one-of') {
        const kept = RULES[one.leaf]?.(`input.${key}`)
        if (kept) rule(key, mark ? kept : `!has(input.${key}) || ${kept}`)
      }
      before = mark && one.shape === 'leaf' ? { key, type, leaf: one.leaf } : null
      continue
    }
    before = null
    const type = `${name}${key.toUpperCase()}`
    const list = one.shape === 'blocks'
    if (list) asks.push('atMost: 3', ...fewestOf(one))
    const within: Around = {
      kind: one.shape === 'one-of' ? 'one-of' : list ? 'item' : 'block',
      inList: around.inList || list,
      // what may be skipped as a whole may leave its facts unknown
      fact: around.fact,
    }
    inside.push(made(type, one.fields, within))
    if (mark && !list && one.shape === 'block') around.fact = within.fact
    lines.push(`${key}: ${list ? `[${type}!]` : type}${mark}${asks.length ? ` @ask(${asks.join(', ')})` : ''}`)
    if (one.rule && list && mark) rule(key, `input.${key}.exists(one, one.flag) || !input.flag`)
  }
  const own = `input ${name}${kind === 'one-of' ? ' @oneOf' : ''}${rules.join('')} {\n  ${lines.join('\n  ')}\n}`
  const joined = (of: keyof Made, mine: readonly string[]) => [...mine, ...inside.map((one) => one[of])].join('\n')
  return {
    sdl: joined('sdl', [own]),
    words: joined('words', [...words, ...sentences]),
    queries: joined('queries', queries),
    types: joined('types', types),
  }
}

const FEES = { none: '', fixed: ', fee: "150"', flag: ', fee: "input.flag ? 50 : 0"' } as const
const aroundOf = ({ queries, types }: Made, fee: Spec['fee']): string => `
enum Colour { RED GREEN BLUE }
type Application { reference: ID! }
type Query { choices: [Option!] ${queries} }
${types}
type Mutation { applyForIt(input: It!, requestId: ID, onBehalfOf: CitizenInput): ApplyResult! @service(code: "made.it", days: 3${FEES[fee]}) }
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
export function serviceOf(given: readonly Field[] | Spec): RandomService {
  const { fields: all, fee } = 'fields' in given ? given : { fields: given, fee: 'none' as const }
  const whole = made('It', all, { kind: 'root', inList: false, fact: null })
  const { words } = whole
  const sdl = aroundOf(whole, fee) + whole.sdl
  const document = {
    kind: Kind.DOCUMENT as const,
    definitions: [...sharedTypeDefs().definitions, ...parse(sdl).definitions],
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
