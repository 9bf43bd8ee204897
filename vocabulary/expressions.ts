/**
 * CEL as the schema's rules use it: `input`, `today`, `facts`, and `item` inside a list's items.
 * Compiled once, evaluated on plain JSON. What is null or invalid is absent; an evaluation that fails gives `undefined`.
 */
import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import type { QuestionType } from './catalogue.ts'
import { type Reads, readsOf } from './cel/reads.ts'
import { InvalidValue } from './scalars.ts'

/** What an expression sees, as JSON: dates `YYYY-MM-DD`. */
export interface Scope {
  readonly input: Readonly<Record<string, unknown>>
  readonly today: string
  /** Keys whose query did not answer are absent. In facts a text of the form `YYYY-MM-DD` is a date. */
  readonly facts?: Readonly<Record<string, unknown>> | null | undefined
  /** Item of the list that the expression stands in. */
  readonly item?: unknown
}
/** Types of the input's values by path; see `shapeOf`. Without one, texts of the form `YYYY-MM-DD` are dates. */
export type Shape = ReadonlyMap<string, Shape | 'date' | 'instant' | 'double'>

export interface Expression extends Reads {
  readonly source: string
  /** Numbers as JS numbers, dates as `YYYY-MM-DD`; `undefined` where it reads what is absent. */
  evaluate(scope: Scope, shape?: Shape | null): unknown
  /** The same over a scope converted once by `celScope`. */
  run(scope: CelScope): unknown
}
/** A scope whose values are CEL's own. */
export interface CelScope {
  readonly input: Record<string, unknown>
  readonly today: Date
  readonly facts: Record<string, unknown>
  readonly item: unknown
}

const TIMESTAMP = 'google.protobuf.Timestamp'

/** The functions that the vocabulary adds, on an environment without variables. */
export function vocabularyEnvironment(): Environment {
  return new Environment({ enableOptionalTypes: true })
    .registerFunction(`years(${TIMESTAMP}, ${TIMESTAMP}): int`, (from: Date, to: Date) => BigInt(fullYears(from, to)))
    .registerFunction(`months(${TIMESTAMP}, ${TIMESTAMP}): int`, (from: Date, to: Date) => BigInt(fullMonths(from, to)))
    .registerFunction(`days(${TIMESTAMP}, ${TIMESTAMP}): int`, (from: Date, to: Date) =>
      BigInt(Math.trunc((to.getTime() - from.getTime()) / 86_400_000)),
    )
}

/** Born on 29 February, a year older on 1 March. Negative where `to` is before `from`. */
function fullMonths(from: Date, to: Date): number {
  if (to < from) return -fullMonths(to, from)
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months
}
const fullYears = (from: Date, to: Date): number => Math.trunc(fullMonths(from, to) / 12)

const environment = vocabularyEnvironment()
  .registerVariable('input', 'dyn')
  .registerVariable('facts', 'dyn')
  .registerVariable('item', 'dyn')
  .registerVariable('today', TIMESTAMP)
const compiled = new Map<string, Expression>()

/** Throws the parser's error for what is no CEL. */
export function compile(source: string): Expression {
  let expression = compiled.get(source)
  if (!expression) {
    expression = expressionOf(source)
    compiled.set(source, expression)
  }
  return expression
}

/** The syntax tree of an expression. Throws the parser's error. */
export const parseExpression = (source: string): ASTNode => environment.parse(source).ast

function expressionOf(source: string): Expression {
  const program = environment.parse(source)
  const run = (scope: CelScope): unknown => {
    try {
      return jsonOf(program(scope as unknown as Record<string, unknown>))
    } catch {
      return undefined
    }
  }
  return { source, ...readsOf(program.ast), run, evaluate: (scope, shape) => run(celScope(scope, shape)) }
}

export function celScope(scope: Scope, shape?: Shape | null): CelScope {
  return {
    input: (celValue(scope.input, shape ?? undefined) ?? {}) as Record<string, unknown>,
    today: new Date(scope.today),
    facts: (celValue(scope.facts ?? {}, undefined) ?? {}) as Record<string, unknown>,
    item: celValue(scope.item, undefined),
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** A JSON value as CEL's; `kind` is its place in the shape, `undefined` where types are to be recognised. `undefined` for what is absent. */
export function celValue(value: unknown, kind: Shape | 'date' | 'instant' | 'double' | 'plain' | undefined): unknown {
  switch (typeof value) {
    case 'string':
      if (kind === 'date' || kind === 'instant') return new Date(value)
      return kind === undefined && DAY.test(value) ? new Date(value) : value
    case 'number':
      return kind !== 'double' && Number.isInteger(value) ? BigInt(value) : value
    case 'object': {
      if (value === null || value instanceof InvalidValue) return undefined
      if (Array.isArray(value)) return value.map((item) => celValue(item, kind)).filter((item) => item !== undefined)
      const converted: Record<string, unknown> = {}
      for (const [key, entry] of Object.entries(value)) {
        const inside = kind instanceof Map ? (kind.get(key) ?? 'plain') : kind
        const present = celValue(entry, inside)
        if (present !== undefined) converted[key] = present
      }
      return converted
    }
    default:
      return value
  }
}

function jsonOf(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (Array.isArray(value)) return value.map(jsonOf)
  return value
}

/** A question, in the catalogue or as the API gives it. */
export interface Typed {
  readonly path: string
  readonly type: QuestionType | `${QuestionType}`
  readonly scalar: string
}
export const kindOf = ({ type, scalar }: Pick<Typed, 'type' | 'scalar'>): 'date' | 'instant' | 'double' | 'plain' =>
  scalar === 'DateTime' ? 'instant' : type === 'DATE' ? 'date' : type === 'NUMBER' ? 'double' : 'plain'

const shapes = new WeakMap<readonly Typed[], Shape>()

/** The shape of a service's input, from its questions; made once for the same array. */
export function shapeOf(questions: readonly Typed[]): Shape {
  let shape = shapes.get(questions)
  if (!shape) {
    const root = new Map<string, any>()
    for (const { path, type, scalar } of questions) {
      const kind = kindOf({ type, scalar })
      const names = path.replaceAll('[]', '').split('.')
      const leaf = names.pop()!
      let place = root
      for (const name of names) {
        if (!place.has(name)) place.set(name, new Map())
        place = place.get(name)
      }
      if (kind !== 'plain') place.set(leaf, kind)
    }
    shape = root
    shapes.set(questions, shape)
  }
  return shape
}
