/** The way through a service: what is put next, and what an answer does to the draft. */
import { sentence } from '../../../../vocabulary/words.ts'
import { earlier } from '../memory.ts'
import { menu } from '../menu.ts'
import { shelved } from '../shelf.ts'
import { headingOf, inWords, labelled, readable, tell, titleOf } from '../speech.ts'
import type { Answers, Draft, Option, Outcome, Place, Question, Service, State, World } from '../state.ts'
import { isSkippable, questionReply } from './asking.ts'
import { isSearched, mayKnow, staleWithout } from './corrections.ts'
import { keptChoices } from './files/early.ts'
import { pageChoice } from './files/pages.ts'
import { putMore, putWhich } from './parts.ts'
import { putCorrections, reviewOf } from './review.ts'
import { putBroken } from './rules.ts'
import { brokenRules, isMany, type Next, type Survey, suggestion, survey } from './survey.ts'
import { take } from './taking.ts'

export const draftKey = (draft: Draft): string => draft.id.slice(-10)
export const withDraft = (state: State, changes: Partial<Draft>): State => ({
  ...state,
  draft: { ...state.draft!, ...changes },
})
export const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => {
  const { [key]: _, ...rest } = record
  return rest
}

/** The draft's service; null where the catalogue has it no longer. */
export const serviceOf = (state: State, world: World): Service | null =>
  state.draft ? world.catalogue.service(state.draft.service) : null

export function surveyOf(state: State, world: World): Survey {
  return survey(serviceOf(state, world)!, state.draft!, world.today)
}

/** Puts what comes next: a question, whether there is another, or the review. `note`: why it is put again. */
export function advance(state: State, world: World, note: string | null = null): Outcome {
  const service = serviceOf(state, world)
  if (!service) return menu(shelved(state), world, { before: tell(state, world, 'service-gone-kept') })
  const form = surveyOf(state, world)
  const { next } = form
  if (!next) return reviewOf(state, world, note)
  if (next.kind === 'more') return putMore(state, world, next, note)
  if (next.kind === 'which') return putWhich(state, world, next, note)
  const { question, path } = next
  const keep = state.draft!.stale.includes(path)
  const why = note ?? (keep ? null : soFar(next, state, world))
  if (question.live)
    return {
      state,
      replies: [],
      operation: { kind: 'options', service: service.code, path, answers: form.input, note: why, keep },
    }
  const waiting = note === null ? typedAhead(state, world, question, path) : null
  if (waiting) return waiting
  return putQuestion(state, world, { path, page: 0, options: null }, why)
}

/** Of a question of several answers that is put once more: what it has, and how many it needs where it has fewer. */
function soFar(
  { question, path, fewest }: Extract<Next, { kind: 'question' }>,
  state: State,
  world: World,
): string | null {
  const draft = state.draft!
  const given = question.type === 'DOCUMENT' ? [] : givenOf(draft, question, path)
  const lines = [
    ...(given.length
      ? [labelled(inWords(question.label, state), readable(question, path, given, draft, state, world))]
      : []),
    ...(fewest === undefined ? [] : [sentence('too-few', { minimum: String(fewest) }, state.language)]),
  ]
  return lines.join('\n') || null
}

/** An answer that came in one message with an earlier one; null where there is none that can be taken. */
function typedAhead(state: State, world: World, question: Question, path: string): Outcome | null {
  const draft = state.draft!
  const text = draft.ahead[path]
  if (text === undefined) return null
  const taken = take(
    { type: 'text', text },
    { question, path, options: null, skippable: false },
    withDraft(state, { ahead: without(draft.ahead, path) }),
    world,
  )
  return taken.is === 'values'
    ? record(withDraft(state, { ahead: without(draft.ahead, path) }), world, path, taken.values)
    : null
}

/** Puts a question of the draft, with the options that came for it. */
export function putQuestion(
  state: State,
  world: World,
  at: { path: string; page: number; options: readonly Option[] | null; since?: number },
  note: string | null = null,
): Outcome {
  const service = serviceOf(state, world)!
  const draft = state.draft!
  const form = surveyOf(state, world)
  const question = questionAt(service, at.path)
  if (!question) return advance(state, world, note)
  const given = givenOf(draft, question, at.path)
  const heading = headingOf(question, at.path, state)
  const growing = question.type === 'DOCUMENT' ? pageChoice(state, at.path, note, world) : null
  const first = [note, growing?.said].flatMap((line) => (line ? [line, ''] : []))
  const reply = questionReply(
    {
      question,
      path: at.path,
      key: draftKey(draft),
      options: at.options,
      page: at.page,
      suggestion: suggestion(question, at.path, form),
      earlier: earlier(state, question),
      files: keptChoices(state, question, draftKey(draft), at.path, world),
      another: growing?.choice ?? null,
      skippable: isSkippable(question, given, form),
      searched: isSearched(question, at.path, form),
      before: [...first, ...introOf(state, world), ...(heading ? [heading] : [])],
      given,
    },
    state,
    world,
  )
  const since = at.since ?? world.now
  const place: Place = { at: 'question', path: at.path, page: at.page, options: at.options, since }
  return { state: { ...withDraft(state, { begun: true }), place }, replies: [reply] }
}

/** What the first message of a service says before its question: its title, and what is kept of the answers. */
export function introOf(state: State, world: World): readonly string[] {
  if (state.draft!.begun) return []
  const service = serviceOf(state, world)!
  return [
    titleOf(service, state),
    tell(state, world, 'consent', { department: inWords(service.departmentName, state) }),
    '',
  ]
}

export const patternOf = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '[]')
export const questionAt = (service: Service, path: string): Question | null =>
  service.questions.find((question) => question.path === patternOf(path)) ?? null
export const givenOf = (draft: Draft, question: Question, path: string): readonly unknown[] =>
  isMany(question) && Array.isArray(draft.answers[path]) ? (draft.answers[path] as unknown[]) : []

/** Keeps answers to one question (null: passed over), then sees what they break and what comes next. */
export function record(
  state: State,
  world: World,
  path: string,
  values: readonly { value: unknown; label: string | null }[],
): Outcome {
  const service = serviceOf(state, world)!
  const { corrected: _, ...draft } = state.draft!
  const question = questionAt(service, path)!
  const given = givenOf(draft, question, path)
  const skip = values.length === 1 && values[0]!.value === null
  const value = skip
    ? null
    : isMany(question)
      ? // what is chosen twice is chosen once; two people may have one name
        [...given, ...values.map((v) => v.value).filter((v) => question.type !== 'CHOICES' || !given.includes(v))]
      : values[0]!.value
  const labels = { ...draft.labels }
  for (const { value: one, label } of values) if (label !== null && question.live) labels[`${path}=${one}`] = label
  const kept = withDraft(
    { ...state, draft },
    {
      answers: { ...draft.answers, [path]: value },
      labels,
      trail: [...draft.trail.filter((step) => step !== path), path],
      stale: [...draft.stale.filter((stale) => stale !== path), ...(isOld(state, world, path) ? [path] : [])],
    },
  )
  const records = draft.trail.length === 0 ? [{ name: 'consented', details: service.code }] : []
  if ((question.facts !== null && !skip) || draft.refresh) {
    const answers = surveyOf(kept, world).input
    return {
      state: withDraft(kept, { refresh: false }),
      replies: [],
      operation: { kind: 'facts', service: service.code, path, answers },
      records,
    }
  }
  return { ...settle(kept, world, path), records }
}

/** What a department offers changes: an answer to options of long ago is looked up once more. */
const OLD_MS = 30 * 60 * 1000
const isOld = ({ place }: State, { now }: World, path: string): boolean =>
  place.at === 'question' && place.path === path && place.options !== null && now - (place.since ?? now) > OLD_MS

/** After an answer (and the facts that it brought): a rule that it broke is said, and it is asked for again. */
export function settle(state: State, world: World, path: string, facts: Answers = state.draft!.facts): Outcome {
  const service = serviceOf(state, world)!
  const before = unanswered(state, service, path)
  const after = withDraft(state, { facts })
  const broken = newlyBroken(before, after, world)
  if (!broken) return advance(after, world)
  return putBroken(before, after, world, broken, path)
}

export function newlyBroken(before: State, after: State, world: World): Rule | null {
  const service = serviceOf(after, world)!
  const were = brokenRules(service, surveyOf(before, world))
  for (const [id, rule] of brokenRules(service, surveyOf(after, world))) if (!were.has(id)) return rule
  return null
}

/** Whether this answer would break a rule that is kept without it. */
export function wouldBreak(state: State, world: World, path: string, value: unknown): boolean {
  const { answers } = state.draft!
  const question = questionAt(serviceOf(state, world)!, path)!
  const isOneMore = isMany(question)
  const given = isOneMore ? [...givenOf(state.draft!, question, path), value] : value
  const before = isOneMore ? state : withDraft(state, { answers: without(answers, path) })
  return newlyBroken(before, withDraft(state, { answers: { ...answers, [path]: given } }), world) !== null
}

type Rule = Service['rules'][number]
/** The question that a rule is about; null for a rule over a list as a whole. */
export const rulePath = (rule: Rule, service: Service): string | null =>
  service.questions.some((question) => question.path.startsWith(`${rule.path}[]`)) ? null : rule.path

/** A rule over a list is broken: any answer of the list may be the one to correct. */
export function putList(state: State, world: World, rule: Rule): Outcome {
  const paths = surveyOf(state, world).entries.flatMap(({ path }) => (path.startsWith(`${rule.path}.`) ? [path] : []))
  return putCorrections(state, world, paths, 0, inWords(rule.message, state))
}

/** The draft without its answer to a question; of several answers, without the last. */
export function unanswered(state: State, service: Service, path: string): State {
  const draft = state.draft!
  const question = questionAt(service, path)
  const given = question ? givenOf(draft, question, path) : []
  const answers = given.length > 1 ? { ...draft.answers, [path]: given.slice(0, -1) } : without(draft.answers, path)
  const wanted = given.length > 1 ? { ...draft.wanted, [path]: given.length } : draft.wanted
  return withDraft(state, {
    answers,
    wanted,
    closed: without(draft.closed, path),
    trail: draft.trail.filter((step) => step !== path),
  })
}

/** One step back: what was answered last is asked again. Null where nothing was. */
export function back(state: State, world: World): Outcome | null {
  const draft = state.draft
  const service = serviceOf(state, world)
  const last = draft?.trail.at(-1)
  const { place } = state
  const isCorrected = (place.at === 'question' || place.at === 'which') && draft?.corrected?.path === place.path
  if (draft?.corrected && isCorrected) return advance({ ...state, draft: draft.corrected.draft }, world)
  if (!draft || !service || last === undefined) return null
  const trail = draft.trail.slice(0, -1)
  const list = last.slice(1)
  if (last.startsWith('=')) return advance(withDraft(state, { trail, closed: without(draft.closed, list) }), world)
  if (last.startsWith('+')) return advance(withDraft(state, { trail, wanted: without(draft.wanted, list) }), world)
  if (last.startsWith('?')) return advance(withDraft(state, { trail, chosen: without(draft.chosen, list) }), world)
  // a corrected answer stands last, before others that hang on it
  const changes = { stale: staleWithout(state, world, last), refresh: draft.refresh || mayKnow(state, world) }
  return advance(withDraft(unanswered(state, service, last), changes), world)
}
