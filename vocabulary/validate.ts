/** A service's input against the catalogue: every problem at once, and the input as it is filed. */
import { parseAnswer } from './answers.ts'
import { answerExample, type CatalogueQuestion, type CatalogueRule, type CatalogueService } from './catalogue.ts'
import { type FieldNode, fieldTree } from './derivation/field-tree.ts'
import { type CelScope, celScope, celValue, compile, kindOf, shapeOf } from './expressions.ts'
import { InvalidValue } from './scalars.ts'
import { valueAt } from './waiting.ts'
import { say, sentence } from './words.ts'

/** One thing that is wrong. `path`: `witnesses.0.name`; of a rule the last answer that it reads. */
export interface InputProblem {
  readonly path: string
  readonly rule: string
  message(language?: string | null): string
}
export interface ValidationScope {
  /** `YYYY-MM-DD` */
  readonly today: string
  /** What the departments know, by query. A rule over absent facts is left to the department. */
  readonly facts?: Readonly<Record<string, unknown>> | null
  /** The document of an id, null for one that is not there. Without it documents are not looked at. */
  readonly documents?: (id: string) => { readonly mediaType: string } | null
}
export interface Validated {
  /** Normal forms only, keys in the order of the schema, without what was not asked: equal answers are equal JSON. */
  readonly input: Record<string, unknown>
  readonly problems: readonly InputProblem[]
}

type ServiceShape = Pick<CatalogueService, 'questions' | 'withheld' | 'fields' | 'rules'>

/** Values may come as GraphQL parsed them, or as JSON. */
export function validate(
  service: ServiceShape,
  input: Readonly<Record<string, unknown>>,
  scope: ValidationScope,
): Validated {
  const state: State = {
    scope,
    problems: [],
    cel: celScope({ input: {}, today: scope.today, facts: scope.facts }),
    given: false,
  }
  const clean = object(fieldTree(service), input, '', state, state.cel.input)
  for (const rule of service.rules) checkRule(rule, state)
  return { input: clean, problems: state.problems }
}

/** Rupees for an input; null where the service has no fee, or the department would have to be asked. */
export function feeOf(
  service: Pick<CatalogueService, 'fee' | 'questions'>,
  input: Readonly<Record<string, unknown>>,
  scope: Pick<ValidationScope, 'today' | 'facts'>,
): number | null {
  if (service.fee === null) return null
  const fee = compile(service.fee).evaluate(
    { input, today: scope.today, facts: scope.facts },
    shapeOf(service.questions),
  )
  return typeof fee === 'number' ? fee : null
}

/** Every document that an input names, by its path (`witnesses.0.identity`), in the order of the schema. */
export function documentsOf(
  service: Pick<CatalogueService, 'questions' | 'withheld' | 'fields'>,
  input: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly id: string }[] {
  const found: { path: string; id: string }[] = []
  const look = (node: FieldNode, value: unknown, path: string) => {
    if (value === null || value === undefined) return
    if (node.list) for (const [index, item] of arrayOf(value).entries()) inside(node, item, `${path}.${index}`)
    else inside(node, value, path)
  }
  const inside = (node: FieldNode, value: unknown, path: string) => {
    if (node.question) {
      if (node.question.type === 'DOCUMENT' && typeof value === 'string') found.push({ path, id: value })
    } else
      for (const child of node.children)
        look(child, (value as any)?.[child.name], path === '' ? child.name : `${path}.${child.name}`)
  }
  for (const child of fieldTree(service)) look(child, input[child.name], child.name)
  return found
}

interface State {
  readonly scope: ValidationScope
  readonly problems: InputProblem[]
  /** Grows with the clean input, so that `when` sees only what was asked. */
  readonly cel: CelScope
  /** Whether anything of the nearest optional nested input is given. */
  readonly given: boolean
}

const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof InvalidValue)

function object(
  nodes: readonly FieldNode[],
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  state: State,
  cel: Record<string, unknown>,
): Record<string, unknown> {
  const clean: Record<string, unknown> = {}
  for (const node of nodes) {
    const path = prefix + node.name
    const given = value[node.name] ?? undefined
    const kept = node.list
      ? list(node, given, path, state, cel)
      : node.question
        ? leaf(node.question, given, path, state, cel, node.name)
        : nested(node, given, path, state, cel)
    if (kept !== undefined) clean[node.name] = kept
  }
  return clean
}

function nested(node: FieldNode, given: unknown, path: string, state: State, cel: Record<string, unknown>): unknown {
  if (given !== undefined && !isObject(given)) {
    refuse(state, path, 'invalid')
    return undefined
  }
  const inside: Record<string, unknown> = {}
  // in place before its fields, so that their `when` sees it grow
  if (given !== undefined) cel[node.name] = inside
  if (node.oneOf) oneGiven(node, given, path, state)
  const around = node.optional ? { ...state, given: given !== undefined && anyGiven(given) } : state
  const clean = object(node.children, given ?? {}, `${path}.`, around, inside)
  if (Object.keys(clean).length > 0) return clean
  delete cel[node.name]
  return undefined
}

/** Of a one-of input exactly one field is given, unless it is left out as a whole. */
function oneGiven(node: FieldNode, given: unknown, path: string, state: State): void {
  const count = isObject(given)
    ? Object.values(given).filter((value) => value !== null && value !== undefined).length
    : 0
  if (count === 1 || (count === 0 && (node.optional || applicable(node.when, state) !== true))) return
  refuse(state, path, 'one-of')
}

function leaf(
  question: CatalogueQuestion,
  given: unknown,
  path: string,
  state: State,
  cel: Record<string, unknown>,
  name: string,
): unknown {
  const applies = applicable(question.when, state)
  if (applies === false) return undefined
  if (given === undefined || given === '') {
    if (applies === true && question.required && !isAlternative(question) && (question.within === null || state.given))
      refuse(state, path, 'required')
    return undefined
  }
  const kept = one(question, given, path, state)
  if (kept !== undefined) cel[name] = celValue(kept, kindOf(question))
  return kept
}

/** Stands directly in a one-of input: another field may be given in its stead. */
const isAlternative = ({ oneOf, path }: CatalogueQuestion): boolean =>
  oneOf !== undefined && path.slice(0, path.lastIndexOf('.')) === oneOf

const anyGiven = (block: Readonly<Record<string, unknown>>): boolean =>
  Object.values(block).some((value) => value !== null && value !== undefined && value !== '')

/** Null where facts that it reads are absent: then what is given is taken, and nothing is required. */
function applicable(when: string | null, state: State): boolean | null {
  if (when === null) return true
  const expression = compile(when)
  const value = expression.run(state.cel)
  if (value === undefined && expression.factPaths.some((fact) => state.cel.facts[fact] === undefined)) return null
  return value === true
}

function list(node: FieldNode, given: unknown, path: string, state: State, cel: Record<string, unknown>): unknown {
  const question = node.question ?? node.first
  const whole = applicable(node.when, state)
  if (whole === false) return undefined
  const required = question.repeats!.minimum > 0
  if (given === undefined) {
    if (required && whole === true) refuse(state, path, 'required')
    return undefined
  }
  const items = arrayOf(given)
  const celItems: unknown[] = []
  cel[node.name] = celItems
  const clean = items.flatMap((item, index) => {
    if (node.question) {
      const kept = one(node.question, item, `${path}.${index}`, state)
      if (kept !== undefined) celItems.push(celValue(kept, kindOf(node.question)))
      return kept === undefined ? [] : [kept]
    }
    if (!isObject(item)) {
      refuse(state, `${path}.${index}`, 'invalid')
      return []
    }
    if (node.oneOf) oneGiven({ ...node, optional: false, when: null }, item, `${path}.${index}`, state)
    const inside: Record<string, unknown> = {}
    celItems.push(inside)
    return [object(node.children, item, `${path}.${index}.`, { ...state, cel: { ...state.cel, item: inside } }, inside)]
  })
  counted(question, items.length, path, state)
  return clean
}

function counted(question: CatalogueQuestion, count: number, path: string, state: State): void {
  const dynamic = question.atLeast === null ? undefined : compile(question.atLeast).run(state.cel)
  const minimum = Math.max(question.repeats!.minimum, typeof dynamic === 'number' ? dynamic : 0)
  const { maximum } = question.repeats!
  if (count < minimum) refuse(state, path, 'too-few', { minimum: String(minimum) })
  if (maximum !== null && count > maximum) refuse(state, path, 'too-many', { maximum: String(maximum) })
}

/** One value in its normal form; `undefined` with a problem where it is refused. */
function one(question: CatalogueQuestion, given: unknown, path: string, state: State): unknown {
  const parsed = question.options ? chosen(question, given) : parseAnswer(question, given, state.scope.today)
  if (parsed instanceof InvalidValue) {
    const example = answerExample(question, 'en', state.scope.today)
    const { rule, args } = parsed
    state.problems.push({
      path,
      rule,
      message: (language) =>
        sentence(
          rule,
          example === null ? args : { ...args, example: answerExample(question, language, state.scope.today)! },
          language,
        ),
    })
    return undefined
  }
  if (question.type === 'DOCUMENT' && state.scope.documents) {
    const document = state.scope.documents(parsed as string)
    if (!document) refuse(state, path, 'document-unknown')
    else if (!accepted(question.accepts, document.mediaType))
      refuse(state, path, 'document-type', { accepts: (question.accepts ?? []).join(', ') })
    else return parsed
    return undefined
  }
  return parsed
}

const chosen = (question: CatalogueQuestion, given: unknown): unknown =>
  question.options!.some(({ value }) => value === given) ? given : new InvalidValue('choice', question.scalar, given)

/** `image/*` takes every image. */
export const accepted = (accepts: readonly string[] | null, mediaType: string): boolean =>
  accepts === null ||
  accepts.some((type) => type === mediaType || (type.endsWith('/*') && mediaType.startsWith(type.slice(0, -1))))

function refuse(state: State, path: string, rule: string, args: Readonly<Record<string, string>> = {}): void {
  state.problems.push({ path, rule, message: (language) => sentence(rule, args, language) })
}

/** A rule that reads what is already refused says nothing more. */
function checkRule(rule: CatalogueRule, state: State): void {
  const { cel, problems } = state
  const broken = (path: string) =>
    problems.push({ path, rule: rule.id, message: (language) => say(rule.message, language) })
  const reads = compile(rule.check)
  if (rule.each === null) {
    if (!reads.paths.some((path) => refused(path, problems)) && reads.run(cel) === false) broken(rule.path)
    return
  }
  const list = rule.on.slice(0, rule.on.indexOf('[]'))
  const each = compile(rule.each)
  const items = (valueAt(cel.input, list) ?? []) as readonly unknown[]
  for (const [index, item] of items.entries()) {
    const prefix = `${list}.${index}`
    if (each.itemPaths.some((path) => refused(`${prefix}.${path}`, problems))) continue
    if (each.run({ ...cel, item }) === false) broken(rule.path.replace(`${list}[]`, prefix))
  }
}

const refused = (path: string, problems: readonly InputProblem[]): boolean =>
  problems.some(
    (problem) =>
      path === '' ||
      problem.path === path ||
      problem.path.startsWith(`${path}.`) ||
      path.startsWith(`${problem.path}.`),
  )
