/** Which questions of a service one native form can ask, and on which screens. The same catalogue, no line for any service. */
import { compile } from '../../../vocabulary/expressions.ts'
import type { Question, Service } from '../conversation/state.ts'

/** One input of a form. */
export interface FormField {
  /** Within the form: `q7`, of a list's second item `q7_1`. */
  readonly name: string
  /** Of the answer: `witnesses.1.name`. */
  readonly path: string
  readonly question: Question
  /** The list's item that it belongs to. */
  readonly item: { readonly list: string; readonly index: number } | null
  /** Shown only where what was answered before asks for it. */
  readonly conditional: boolean
}
export interface FormScreen {
  /** Letters and underscores only, as Meta wants it. */
  readonly id: string
  readonly fields: readonly FormField[]
  /** There may be nothing to ask on it. */
  readonly skippable: boolean
}
export interface FormPlan {
  readonly screens: readonly FormScreen[]
  /** From each screen to those that may follow it; the last is `CHECK`. */
  readonly routes: Readonly<Record<string, readonly string[]>>
}

/** The screen that shows what was answered, and sends it. */
export const CHECK = 'CHECK'
/** Fewer questions are answered in the chat as fast. */
export const FEWEST_FIELDS = 6
/** Inputs of one screen; Meta takes 50 components, and advises few. */
const INPUTS = 12
/** Small neighbours share a screen up to so many inputs. */
const SHARED = 8
/** Items of a list that have screens of their own. A longer list, or one without an end, is asked in the chat. */
const ITEMS = 4
/** "Branches or connections" that a routing model may have. */
const ROUTES = 10
const CHOICES = { CHOICE: 200, CHOICES: 20 } as const

const LIST = /\[\]/g
const listOf = (path: string): string => path.slice(0, path.indexOf('[]'))

/** Whether a form can ask it at all: papers, lists of a department, alternatives and what is wanted only perhaps stay with the chat. */
function isAskable(question: Question): boolean {
  const { type, scalar, live, within, oneOf, options, repeats, path } = question
  if (type === 'DOCUMENT' || live || within || oneOf || scalar === 'AadhaarNumber') return false
  if (type === 'CHOICE' || type === 'CHOICES')
    return options !== null && options.length > 0 && options.length <= CHOICES[type]
  const lists = path.match(LIST)?.length ?? 0
  if (lists === 0) return repeats === null
  return lists === 1 && !path.endsWith('[]') && (repeats?.maximum ?? Number.POSITIVE_INFINITY) <= ITEMS
}

/** Patterns of the answers that a question's own conditions read; null where it reads what no answer tells. */
function conditionsOf({ when, atLeast, path }: Question): readonly string[] | null {
  const found: string[] = []
  for (const source of [when, atLeast]) {
    if (!source) continue
    const { paths, itemPaths, readsFacts } = compile(source)
    if (readsFacts) return null
    found.push(...paths, ...itemPaths.map((inner) => `${listOf(path)}[].${inner}`))
  }
  return found
}
const isRead = (pattern: string, read: string): boolean =>
  pattern === read || read === '' || pattern.startsWith(`${read}.`) || pattern.startsWith(`${read}[]`)

function askable(service: Service): readonly Question[] {
  let kept = service.questions.filter((question) => isAskable(question) && conditionsOf(question) !== null)
  for (;;) {
    // what hangs on an answer that only the chat takes is the chat's, too
    const known = kept
    const next = kept.filter((question) =>
      conditionsOf(question)!.every((read) => {
        const wanted = service.questions.filter(({ path }) => isRead(path, read))
        return wanted.length > 0 && wanted.every((one) => known.includes(one))
      }),
    )
    if (next.length === kept.length) return kept
    kept = next
  }
}

/** The block that a field stands in: fields of one block share screens. */
const blockOf = ({ path, item }: FormField): string =>
  item ? `${item.list}.${item.index}` : path.includes('.') ? path.slice(0, path.indexOf('.')) : ''

function fieldsOf(service: Service): readonly FormField[] {
  const kept = askable(service)
  const fields: FormField[] = []
  const listed = new Set<string>()
  const nameOf = (question: Question, index?: number) =>
    `q${service.questions.indexOf(question)}${index === undefined ? '' : `_${index}`}`
  for (const question of kept) {
    if (!question.path.includes('[]')) {
      const { path } = question
      fields.push({ name: nameOf(question), path, question, item: null, conditional: question.when !== null })
      continue
    }
    const list = listOf(question.path)
    if (listed.has(list)) continue
    listed.add(list)
    const inside = kept.filter(({ path }) => path.startsWith(`${list}[].`))
    const { minimum, maximum } = question.repeats!
    for (let index = 0; index < maximum!; index++)
      for (const one of inside)
        fields.push({
          name: nameOf(one, index),
          path: one.path.replace('[]', `.${index}`),
          question: one,
          item: { list, index },
          conditional: one.when !== null || index >= minimum,
        })
  }
  return fields
}

/** Whether what decides about a field is asked among these. */
const hangsOn = (field: FormField, on: readonly FormField[]): boolean =>
  (conditionsOf(field.question) ?? []).some((read) => on.some(({ question }) => isRead(question.path, read)))

function grouped(fields: readonly FormField[]): FormField[][] {
  const groups: FormField[][] = []
  for (const field of fields) {
    const last = groups.at(-1)
    const fits = last && last.length < INPUTS && blockOf(last[0]!) === blockOf(field) && !hangsOn(field, last)
    if (fits) last.push(field)
    else groups.push([field])
  }
  const shared: FormField[][] = []
  for (const group of groups) {
    const last = shared.at(-1)
    const fits = last && last.length + group.length <= SHARED && !group.some((field) => hangsOn(field, last))
    if (fits) last.push(...group)
    else shared.push([...group])
  }
  return shared
}

/** `SCREEN_A`, `SCREEN_B`, … */
const idOf = (index: number): string =>
  `SCREEN_${index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : ''}${String.fromCharCode(65 + (index % 26))}`

function routesOf(screens: readonly FormScreen[]): Record<string, string[]> {
  const routes: Record<string, string[]> = {}
  for (const [at, { id }] of screens.entries()) {
    const next: string[] = []
    let beyond = at + 1
    for (; beyond < screens.length; beyond++) {
      next.push(screens[beyond]!.id)
      if (!screens[beyond]!.skippable) break
    }
    routes[id] = beyond >= screens.length ? [...next, CHECK] : next
  }
  routes[CHECK] = []
  return routes
}

const plans = new WeakMap<Service, FormPlan | null>()

/** The form of a service; null where it has too few questions that a form can ask. */
export function planOf(service: Service): FormPlan | null {
  const known = plans.get(service)
  if (known !== undefined) return known
  let screens = grouped(fieldsOf(service)).map(
    (fields, index): FormScreen => ({
      id: idOf(index),
      fields,
      skippable: fields.every(({ conditional }) => conditional),
    }),
  )
  // an entry screen is always shown
  const first = screens.findIndex(({ skippable }) => !skippable)
  screens = screens.slice(first < 0 ? screens.length : first).map((screen, index) => ({ ...screen, id: idOf(index) }))
  const count = () => Object.values(routesOf(screens)).reduce((sum, next) => sum + next.length, 0)
  // what finds no way through is asked in the chat
  while (screens.length && count() > ROUTES) screens = screens.slice(0, -1)
  const fields = screens.flatMap((screen) => screen.fields)
  const plan = fields.length < FEWEST_FIELDS ? null : { screens, routes: routesOf(screens) }
  plans.set(service, plan)
  return plan
}
