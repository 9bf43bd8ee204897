/** How far a draft is: which questions apply, what is answered, what comes next. */
import { sharedWhen } from '../../../../vocabulary/derivation/field-tree.ts'
import { asked, evaluateWhere, kept, type Progress } from '../../../../vocabulary/waiting.ts'
import type { Draft, Question, Service } from '../state.ts'

interface Node {
  readonly name: string
  /** Path with `[]` after each list. */
  readonly pattern: string
  readonly list: boolean
  readonly question: Question | null
  /** A nested input that may be left out as a whole. */
  optional: boolean
  /** Exactly one of its children is given. */
  oneOf: boolean
  /** Condition that all in it stands under. */
  when: string | null
  readonly children: Node[]
}
type Item = NonNullable<Progress['item']>

export interface Entry {
  readonly path: string
  readonly question: Question
  /** null: skipped. */
  readonly value: unknown
}
export type Next =
  /** `fewest`: it begins an item that is asked for only because the answers want so many of them, or it is put once more since it wants so many. */
  | { readonly kind: 'question'; readonly path: string; readonly question: Question; readonly fewest?: number }
  /** Another item of a list, or an optional block: wanted or not. `example` is a question of it. */
  /** Which field of a one-of input is given? */
  | { readonly kind: 'which'; readonly path: string; readonly alternatives: readonly Alternative[] }
  | {
      readonly kind: 'more'
      readonly list: string
      readonly count: number
      readonly example: Question
      readonly leaf: boolean
    }
/** A field of a one-of input; `example` is its question, or the first in it. */
export interface Alternative {
  readonly name: string
  readonly example: Question
  /** It is a question itself, not a nested input. */
  readonly leaf: boolean
}
export interface Survey {
  /** What to ask now; null when all is answered. */
  readonly next: Next | null
  /** What applies and is answered or skipped, in the order of the questions. */
  readonly entries: readonly Entry[]
  /** Of the entries, how many stand before what to ask now. */
  readonly passed: number
  /** The answers in the shape of the input type. */
  readonly input: Readonly<Record<string, unknown>>
  readonly progress: Progress
}

const trees = new WeakMap<Service, Node>()
function treeOf(service: Service): Node {
  const known = trees.get(service)
  if (known) return known
  const root: Node = {
    name: '',
    pattern: '',
    list: false,
    question: null,
    optional: false,
    oneOf: false,
    when: null,
    children: [],
  }
  for (const question of service.questions) {
    const names = question.path.split('.')
    let at = root
    for (const [i, part] of names.entries()) {
      const list = part.endsWith('[]')
      const name = list ? part.slice(0, -2) : part
      const last = i === names.length - 1
      const pattern = at.pattern ? `${at.pattern}.${part}` : part
      let child = at.children.find((node) => node.name === name)
      if (!child) {
        child = {
          name,
          pattern,
          list: list && !last,
          question: last ? question : null,
          optional: false,
          oneOf: false,
          when: null,
          children: [],
        }
        at.children.push(child)
      }
      if (!last && question.within === pattern) child.optional = true
      if (!last && question.oneOf === pattern) child.oneOf = true
      at = child
    }
  }
  for (const node of root.children) conditioned(node)
  trees.set(service, root)
  return root
}

function conditioned(node: Node): readonly Question[] {
  const inside = node.question ? [node.question] : node.children.flatMap(conditioned)
  node.when = sharedWhen(inside)
  return inside
}

/** Whether several answers are collected under one path. */
export const isMany = (question: Question): boolean =>
  question.type === 'CHOICES' || (question.repeats !== null && !question.path.includes('[]'))

const firstQuestion = (node: Node): Question => node.question ?? firstQuestion(node.children[0]!)

function put(input: Record<string, any>, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop()!
  let at: any = input
  for (const [i, name] of names.entries()) {
    at[name] ??= /^\d+$/.test(names[i + 1] ?? last) ? [] : {}
    at = at[name]
  }
  at[last] = value
}

export function survey(service: Service, draft: Draft, today: string): Survey {
  const input: Record<string, unknown> = {}
  const skipped = new Set<string>()
  const open = new Set<string>()
  const entries: Entry[] = []
  let next: Next | null = null
  let current: Item | undefined
  let passed: number | null = null
  const progress = (item?: Item): Progress => ({
    answers: input,
    skipped,
    open,
    questions: service.questions,
    today,
    facts: draft.facts,
    ...(item ? { item } : {}),
  })
  /** How much is still to be asked, as far as it has been looked at. */
  let pending = 0
  const pend = (one: Next, item: Item | undefined) => {
    pending++
    if (next) return
    next = one
    current = item
    passed = entries.length
  }
  const hasAnswers = (path: string) =>
    draft.chosen[path] !== undefined || Object.keys(draft.answers).some((key) => key.startsWith(`${path}.`))
  const applies = (node: Node, item: Item | undefined): boolean =>
    node.question
      ? asked(node.question.when, progress(item)) === true
      : node.children.some((child) => applies(child, item))

  /** Nothing in it is asked, whatever was answered before. */
  const excluded = (node: Node, item: Item | undefined): boolean =>
    node.when !== null && asked(node.when, progress(item)) === false

  function leaf(path: string, question: Question, item: Item | undefined): void {
    const applicable = asked(question.when, progress(item))
    if (applicable === 'wait') return
    if (!applicable) {
      skipped.add(path)
      return
    }
    const value = draft.answers[path]
    if (value === undefined) {
      pend({ kind: 'question', path, question }, item)
      return
    }
    if (value === null) {
      // it was passed over when it could be, and another answer wants it now
      if (isMany(question) && bounds(question, progress(item)).minimum > 0) {
        pend({ kind: 'question', path, question }, item)
        return
      }
      skipped.add(path)
      entries.push({ path, question, value })
      return
    }
    put(input, path, value)
    entries.push({ path, question, value })
    if (draft.stale.includes(path)) pend({ kind: 'question', path, question }, item)
    else if (isMany(question)) {
      const count = (value as readonly unknown[]).length
      const { minimum, maximum } = bounds(question, progress(item))
      if (count < minimum) pend({ kind: 'question', path, question, fewest: minimum }, item)
      else if ((draft.wanted[path] ?? 0) > count) pend({ kind: 'question', path, question }, item)
      else if (count < maximum && draft.closed[path] !== count)
        pend({ kind: 'more', list: path, count, example: question, leaf: true }, item)
      else return
      open.add(path)
    }
  }

  function optional(node: Node, path: string, item: Item | undefined): void {
    if (hasAnswers(path) || draft.wanted[path]) visit(node, path, item)
    else if (draft.closed[path] === 0 || !applies(node, item)) skipped.add(path)
    else pend({ kind: 'more', list: path, count: 0, example: firstQuestion(node), leaf: false }, item)
  }

  function list(node: Node, path: string): void {
    const example = firstQuestion(node)
    const { minimum, maximum } = bounds(example, progress())
    const first = { list: path, index: 0 }
    if (excluded(node, first) || (!applies(node, first) && !hasAnswers(`${path}.0`))) {
      skipped.add(path)
      return
    }
    const items: unknown[] = []
    put(input, path, items)
    const more = (count: number) => (draft.wanted[path] ?? 0) > count || count < minimum
    const before = pending
    open.add(path)
    let isWhole = true
    for (let index = 0; index < maximum; index++) {
      const here = `${path}.${index}`
      if (!hasAnswers(here)) {
        if (next || !more(index)) isWhole = !more(index) && draft.closed[path] === index
        if (next) break
        if (!more(index)) {
          if (draft.closed[path] !== index)
            pend({ kind: 'more', list: path, count: index, example, leaf: false }, { list: path, index })
          break
        }
      }
      items.push({})
      const begins = next === null && !hasAnswers(here)
      visit(node, here, { list: path, index })
      if (begins && next?.kind === 'question' && index >= (example.repeats?.minimum ?? 1) && index < minimum)
        next = { ...next, fewest: minimum }
    }
    if (isWhole && pending === before) open.delete(path)
    else if (!items.length) put(input, path, undefined)
  }

  function visit(node: Node, prefix: string, item: Item | undefined): void {
    const chosen = node.oneOf ? draft.chosen[prefix] : undefined
    if (node.oneOf && chosen === undefined) {
      const alternatives = node.children
        .filter((child) => applies(child, item))
        .map((child) => ({ name: child.name, example: firstQuestion(child), leaf: child.question !== null }))
      if (alternatives.length) pend({ kind: 'which', path: prefix, alternatives }, item)
      return
    }
    for (const child of node.children) {
      if (node.oneOf && child.name !== chosen) {
        skipped.add(`${prefix}.${child.name}`)
        continue
      }
      const path = prefix ? `${prefix}.${child.name}` : child.name
      if (child.question) leaf(path, child.question, item)
      else if (child.list) list(child, path)
      else if (child.optional && !node.oneOf) optional(child, path, item)
      else visit(child, path, item)
    }
  }
  visit(treeOf(service), '', undefined)
  return { next, entries, passed: passed ?? entries.length, input, progress: progress(current) }
}

/** How many answers a question of several wants at the least, as far as is known. */
export const fewestOf = (question: Question, { progress }: Survey): number => bounds(question, progress).minimum

/** The fewest and the most items of the list that a question stands for, or stands in. */
export function bounds(question: Question, progress: Progress): { minimum: number; maximum: number } {
  const fewest = question.atLeast ? evaluateWhere(question.atLeast, progress) : null
  const minimum = Math.max(
    typeof fewest === 'number' ? fewest : 0,
    question.repeats?.minimum ?? (question.required ? 1 : 0),
  )
  const most =
    question.type === 'CHOICES' ? (question.options?.length ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  return { minimum, maximum: Math.max(question.repeats?.maximum ?? most, minimum) }
}

/** Rules that these answers break, with the list position where one stands on an item: `spouse-age 1`. */
export function brokenRules(service: Service, { progress }: Survey): ReadonlyMap<string, Service['rules'][number]> {
  const broken = new Map<string, Service['rules'][number]>()
  for (const rule of service.rules) {
    if (rule.each === null) {
      if (kept(rule.check, progress) === false) broken.set(rule.id, rule)
      continue
    }
    const list = rule.on.replace(/\[\].*$/, '')
    const items = list.split('.').reduce((at: any, name) => at?.[name], progress.answers)
    for (let index = 0; index < (Array.isArray(items) ? items.length : 0); index++)
      if (kept(rule.each, { ...progress, item: { list, index } }) === false) broken.set(`${rule.id} ${index}`, rule)
  }
  return broken
}

/** What the schema offers as one tap, in its normal form; null for nothing. */
export function suggestion(question: Question, path: string, { progress }: Survey): string | null {
  if (!question.suggest) return null
  const position = /^(.*)\.(\d+)\.[^.]+$/.exec(path)
  const value = evaluateWhere(
    question.suggest,
    position ? { ...progress, item: { list: position[1]!, index: Number(position[2]) } } : progress,
  )
  return value === 'wait' || value === undefined || value === null || value === '' ? null : String(value)
}
