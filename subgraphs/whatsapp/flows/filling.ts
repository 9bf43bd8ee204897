/** What a form's endpoint does to a chat: its screens are filled by the same rules as the chat's questions. Pure. */

import { asked } from '../../../vocabulary/waiting.ts'
import { sentence } from '../../../vocabulary/words.ts'
import { reopened } from '../conversation/form/corrections.ts'
import { draftKey, serviceOf, surveyOf, unanswered, withDraft } from '../conversation/form/draft.ts'
import { answersOf } from '../conversation/form/summary.ts'
import { bounds, brokenRules, type Survey } from '../conversation/form/survey.ts'
import { takePress } from '../conversation/form/taking.ts'
import { reckoned } from '../conversation/memory.ts'
import { inWords, labelled, tell } from '../conversation/speech.ts'
import type { Outcome, Service, State, World } from '../conversation/state.ts'
import { cut } from '../sending/layout.ts'
import { shownName } from './components.ts'
import { FLOW_LIMITS } from './limits.ts'
import { CHECK, type FormField, type FormPlan, type FormScreen, planOf } from './plan.ts'

/** Which opening of which draft's form. */
export interface Form {
  readonly draft: string
  readonly id: string
}
export type Filled =
  /** A screen, with all that it is shown. */
  | {
      readonly is: 'shown'
      readonly state: State
      readonly screen: string
      readonly data: Readonly<Record<string, unknown>>
      readonly records?: Outcome['records']
    }
  /** It was sent; `key` names its draft. */
  | { readonly is: 'sent'; readonly state: State; readonly key: string }
  /** The form is open no longer: sent, cancelled, filed, or opened anew. */
  | { readonly is: 'void' }

type Values = Readonly<Record<string, unknown>>
interface Problem {
  readonly field: FormField | null
  readonly message: string
}

function planFor(state: State, world: World, form: Form): { service: Service; plan: FormPlan } | null {
  const { draft } = state
  if (!draft || draft.id !== form.draft || draft.form?.id !== form.id || draft.form.sent) return null
  const service = serviceOf(state, world)
  const plan = service && planOf(service)
  return service && plan ? { service, plan } : null
}

/** The form is opened, or a screen is gone back to: that screen, else the first. */
export function opened(state: State, world: World, form: Form, screen?: string): Filled {
  const found = planFor(state, world, form)
  if (!found) return { is: 'void' }
  const known = found.plan.screens.find(({ id }) => id === screen) ?? found.plan.screens[0]!
  return shown(state, world, known)
}

/** A screen was sent. What is wrong comes back on it; else what was given is kept, and the next screen shown. */
export function filled(state: State, world: World, form: Form, id: string, values: Values): Filled {
  const found = planFor(state, world, form)
  if (!found) return { is: 'void' }
  const { service, plan } = found
  if (id === CHECK) {
    const sent = withDraft(state, { form: { id: form.id, sent: true } })
    return { is: 'sent', state: { ...sent, place: { at: 'form' } }, key: draftKey(state.draft!) }
  }
  const at = plan.screens.findIndex((screen) => screen.id === id)
  const screen = plan.screens[at]
  if (!screen) return opened(state, world, form)
  const survey = surveyOf(state, world)
  const fields = screen.fields.filter((field) => applies(field, survey))
  const given = new Map<FormField, unknown>()
  const problems: Problem[] = []
  for (const field of fields) {
    const taken = readValue(field, values[field.name], survey, state, world)
    if ('message' in taken) problems.push({ field, message: taken.message })
    else given.set(field, taken.value)
  }
  const before = fields.reduce((without, { path }) => withoutAnswer(without, service, path), state)
  const after = answered(state, world, given)
  if (!problems.length) problems.push(...brokenBy(before, after, service, screen, world))
  if (problems.length) return shown(state, world, screen, { problems, values })
  const kept: State = reckoned({ ...after, place: { at: 'form' } }, world)
  const next = plan.screens.slice(at + 1).find(({ fields: later }) => {
    const now = surveyOf(kept, world)
    return later.some((field) => applies(field, now))
  })
  const records = state.draft!.trail.length === 0 ? [{ name: 'consented', details: service.code }] : []
  return next ? { ...shown(kept, world, next), records } : { ...check(kept, world), records }
}

/** Whether a field is to be asked, as far as the answers say. */
function applies({ question, item }: FormField, { progress }: Survey): boolean {
  const { item: _, ...whole } = progress
  if (item && item.index >= bounds(question, whole).minimum) return false
  return asked(question.when, item ? { ...whole, item } : whole) === true
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** The value of one input in its normal form (null: left empty), or why it is refused. */
function readValue(
  { question }: FormField,
  raw: unknown,
  survey: Survey,
  state: State,
  world: World,
): { readonly value: unknown } | { readonly message: string } {
  const refused = (rule: string, args: Readonly<Record<string, string>> = {}) => ({
    message: sentence(rule, args, state.language),
  })
  const many = question.type === 'CHOICES'
  const given = (many && Array.isArray(raw) ? raw : [raw]).filter((one) => !isBlank(one))
  if (given.some((one) => typeof one === 'object')) return refused('invalid')
  const texts = given.map(String)
  if (!texts.length) return question.required ? refused('required') : { value: null }
  const values: unknown[] = []
  for (const text of texts) {
    const put = { question, options: null, skippable: false }
    const taken = takePress({ kind: 'answer', key: '', path: question.path, value: text }, put, state, world)
    if (taken.is !== 'values') return { message: taken.is === 'refused' ? taken.note : '' }
    values.push(...taken.values.map(({ value }) => value))
  }
  if (!many) return { value: values[0] }
  const { minimum, maximum } = bounds(question, survey.progress)
  const chosen = [...new Set(values)]
  if (chosen.length < minimum) return refused('too-few', { minimum: String(minimum) })
  return chosen.length > maximum ? refused('too-many', { maximum: String(maximum) }) : { value: chosen }
}

const withoutAnswer = (state: State, service: Service, path: string): State => {
  const value = state.draft!.answers[path]
  // several answers of one question go together
  return (Array.isArray(value) ? value : [value]).reduce<State>((less) => unanswered(less, service, path), state)
}

/** The draft with these answers; what hangs on one that changed is looked up anew. */
function answered(state: State, world: World, given: ReadonlyMap<FormField, unknown>): State {
  let after = state
  for (const [{ path }, value] of given) {
    const before = after.draft!.answers[path]
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(value)) after = reopened(after, world, path)
    const draft = after.draft!
    after = withDraft(after, {
      answers: { ...draft.answers, [path]: value },
      trail: [...draft.trail.filter((step) => step !== path), path],
      ...(Array.isArray(value) ? { closed: { ...draft.closed, [path]: value.length } } : {}),
    })
  }
  return after
}

function brokenBy(before: State, after: State, service: Service, screen: FormScreen, world: World): Problem[] {
  const were = brokenRules(service, surveyOf(before, world))
  return [...brokenRules(service, surveyOf(after, world))].flatMap(([id, rule]) => {
    if (were.has(id)) return []
    const index = /\s(\d+)$/.exec(id)?.[1]
    const field = screen.fields.find(
      ({ question, item }) => question.path === rule.path && (index === undefined || item?.index === Number(index)),
    )
    return [{ field: field ?? null, message: inWords(rule.message, after) }]
  })
}

/** A screen with what was answered; with what is wrong, and what was given, where it comes back. */
function shown(
  state: State,
  world: World,
  { id, fields }: FormScreen,
  wrong: { readonly problems: readonly Problem[]; readonly values: Values } | null = null,
): Extract<Filled, { is: 'shown' }> {
  const survey = surveyOf(state, world)
  const { answers } = state.draft!
  const initial = fields.flatMap((field): [string, unknown][] => {
    const value = wrong?.values[field.name] ?? answers[field.path]
    if (value === undefined || value === null || value === '') return []
    return [[field.name, Array.isArray(value) ? value.map(String) : String(value)]]
  })
  const lines = (wrong?.problems ?? []).map(({ field, message }) =>
    field ? labelled(inWords(field.question.label, state), message) : message,
  )
  const marked = (wrong?.problems ?? []).flatMap(({ field }) => (field ? [field.name] : []))
  const data = {
    init_values: Object.fromEntries(initial),
    error_messages: Object.fromEntries(marked.map((name) => [name, tell(state, world, 'form-wrong')])),
    problem: lines.length ? cut(lines.join('\n'), FLOW_LIMITS.body) : '—',
    has_problem: lines.length > 0,
    ...Object.fromEntries(
      fields.filter((field) => field.conditional).map((field) => [shownName(field), applies(field, survey)]),
    ),
    ...(lines.length ? { error_message: tell(state, world, 'form-problem') } : {}),
  }
  return { is: 'shown', state, screen: id, data }
}

/** The last screen: all that was answered. */
function check(state: State, world: World): Extract<Filled, { is: 'shown' }> {
  const summary = cut(answersOf(state, world).join('\n').trim(), FLOW_LIMITS.body) || '—'
  return { is: 'shown', state, screen: CHECK, data: { summary } }
}
