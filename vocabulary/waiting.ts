/** Expressions over answers that are still being given: one over a path not yet answered waits, one over a skipped path sees it absent. */
import { celScope, compile, type Expression, shapeOf, type Typed } from './expressions.ts'

/** How far a person is with a service. */
export interface Progress {
  /** The input so far, in the shape of the input type, values in their normal forms. */
  readonly answers: Readonly<Record<string, unknown>>
  /** Paths of questions (or of lists and blocks) passed over: not applicable, or declined. With list positions inside lists: `witnesses.0.guardian`. */
  readonly skipped: ReadonlySet<string>
  /** Lists that are not complete: an expression that reads one as a whole waits. */
  readonly open?: ReadonlySet<string>
  /** All questions of the service. */
  readonly questions: readonly Typed[]
  readonly today: string
  /** Absent keys: not known, or the department does not answer. */
  readonly facts?: Readonly<Record<string, unknown>> | null
  /** The item of a list that is being asked for: its list is not complete, and expressions see it as `item`. */
  readonly item?: { readonly list: string; readonly index: number }
}

/** The expression's value; `'wait'` where it reads what is neither answered nor skipped; `undefined` where it reads what is absent. */
export function evaluateWhere(source: string, progress: Progress): unknown {
  const expression = compile(source)
  const { item } = progress
  const prefix = item && `${item.list}.${item.index}.`
  if (expression.paths.some((path) => !settled(path, progress))) return 'wait'
  if (prefix && expression.itemPaths.some((path) => !settled(prefix + path, progress))) return 'wait'
  return expression.run(scopeFor(expression, progress))
}

/** Only what the expression reads is converted: a chat asks for many expressions over the same answers. */
function scopeFor({ paths }: Expression, { answers, today, facts, item, questions }: Progress) {
  const read = new Set(paths.map((path) => path.split('.')[0]!))
  if (item) read.add(item.list.split('.')[0]!)
  const input = read.has('') ? answers : Object.fromEntries([...read].map((name) => [name, answers[name]]))
  const scope = celScope({ input, today, facts }, shapeOf(questions))
  return item
    ? { ...scope, item: (valueAt(scope.input, item.list) as readonly unknown[] | undefined)?.[item.index] ?? {} }
    : scope
}

/** Whether a question is asked: `when` is true, or there is none. Where facts that it reads are absent: not asked. */
export function asked(when: string | null | undefined, progress: Progress): boolean | 'wait' {
  if (!when) return true
  const value = evaluateWhere(when, progress)
  return value === 'wait' ? 'wait' : value === true
}

/** Whether a rule is kept: `'wait'` also where it needs facts that are absent (the department decides then). */
export function kept(check: string, progress: Progress): boolean | 'wait' {
  const value = evaluateWhere(check, progress)
  return typeof value === 'boolean' ? value : 'wait'
}

function settled(path: string, progress: Progress): boolean {
  const { answers, skipped, questions, item, open } = progress
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1))
    if (skipped.has(path.slice(0, end))) return true
  if (item?.list === path || open?.has(path)) return false
  const pattern = path.replace(/\.\d+(?=\.|$)/g, '[]')
  if (questions.some((question) => question.path === pattern)) return valueAt(answers, path) != null
  const items = questions.filter((question) => question.path.startsWith(`${pattern}[].`))
  if (items.length > 0)
    return Array.isArray(valueAt(answers, path)) || items.every((question) => skipped.has(question.path))
  // a block: all that is asked inside; what is never asked for stays absent
  const block = path === '' ? '' : `${pattern}.`
  return questions
    .filter((question) => question.path.startsWith(block))
    .every((question) => settled(path + question.path.slice(pattern.length).split('[]')[0], progress))
}

/** The value at a path with list positions; undefined where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  let value: any = root
  for (const name of path.split('.')) value = value?.[name]
  return value
}
