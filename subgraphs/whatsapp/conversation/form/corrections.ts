/** What can be corrected, and the draft with an answer taken out of it. */

import { isHeard } from '../../sounds.ts'
import { comparable, fillers, questionWords } from '../../wording.ts'
import { pressId, readPress } from '../presses.ts'
import { headingOf, inWords, readable, tell } from '../speech.ts'
import type { Choice, Draft, Question, State, World } from '../state.ts'
import { draftKey, patternOf, questionAt, serviceOf, surveyOf, withDraft, without } from './draft.ts'
import type { Survey } from './survey.ts'

/** Answers to look up anew once the one at `path` is another: their options hang on it. */
export function staleWithout(state: State, world: World, path: string): readonly string[] {
  const changed = new Set([patternOf(path)])
  const stale = new Set(state.draft!.stale)
  for (const entry of surveyOf(state, world).entries) {
    const { question } = entry
    if (!question.live || entry.value === null || entry.path === path) continue
    if (question.dependsOn && !question.dependsOn.some((on) => changed.has(on))) continue
    changed.add(question.path)
    stale.add(entry.path)
  }
  return [...stale].filter((at) => at !== path)
}

/** Whether a department knows something about the answers, or might if one of them is another. */
export function mayKnow(state: State, world: World): boolean {
  const { answers, facts } = state.draft!
  const service = serviceOf(state, world)!
  return (
    Object.keys(facts).length > 0 ||
    Object.entries(answers).some(([path, value]) => value !== null && questionAt(service, path)?.facts != null)
  )
}

const lookedWith = ({ dependsOn }: Question, path: string, { entries }: Survey): Survey['entries'] =>
  entries.filter(({ question, path: at }) => at !== path && (dependsOn?.includes(question.path) ?? true))
/** The answers that the options of a live question were looked up with. */
export const lookedFrom = (question: Question, path: string, form: Survey): readonly string[] =>
  lookedWith(question, path, form).map(({ path: at }) => at)
/** Whether they were searched for by words that a person wrote, such as a name: what is found may be somebody else's. */
export const isSearched = (question: Question, path: string, form: Survey): boolean =>
  question.live && lookedWith(question, path, form).some(({ question: { type } }) => type === 'TEXT')

/** The draft with one answer to be asked for again; answers whose options hang on it are looked up anew. */
export function reopened(state: State, world: World, path: string): State {
  const service = serviceOf(state, world)!
  const draft = state.draft!
  if (draft.chosen[path] !== undefined) return withoutChoice(state, world, path)
  if (!questionAt(service, path) || draft.answers[path] === undefined) return state
  return withDraft(state, {
    answers: without(draft.answers, path),
    closed: without(draft.closed, path),
    wanted: without(draft.wanted, path),
    trail: draft.trail.filter((step) => step !== path),
    stale: staleWithout(state, world, path),
    refresh: mayKnow(state, world),
  })
}

/** The same, as its citizen wishes: they may think better of it. */
export function correcting(state: State, world: World, path: string): State {
  const { corrected: _, ...draft } = state.draft!
  const open = reopened(state, world, path)
  return open === state ? state : withDraft(open, { corrected: { path, draft } })
}

/** Another field of a one-of input is to be given: what was given in it goes. */
function withoutChoice(state: State, world: World, path: string): State {
  const draft = state.draft!
  const inside = (key: string) => key.startsWith(`${path}.`)
  const answers = Object.fromEntries(Object.entries(draft.answers).filter(([key]) => !inside(key)))
  return withDraft(state, {
    answers,
    chosen: without(draft.chosen, path),
    trail: draft.trail.filter((step) => step !== `?${path}` && !inside(step.replace(/^[=+?]/, ''))),
    refresh: mayKnow(state, world),
  })
}

/** Answers that may be corrected, as rows: their labels, and below them what was answered. Before what was chosen of alternatives stands the choice. */
export function correctable(state: State, world: World, paths: readonly string[] | null): readonly Choice[] {
  const draft = state.draft!
  const rows: Choice[] = []
  const offered = new Set<string>()
  for (const { path, question, value } of surveyOf(state, world).entries) {
    if (paths !== null && !paths.includes(path)) continue
    const heading = headingOf(question, path, state)
    const choice = question.oneOf ? choiceAround(draft, path) : null
    if (choice && !offered.has(choice)) {
      offered.add(choice)
      rows.push({
        id: pressId('fix', draftKey(draft), choice),
        title: tell(state, world, 'another-one'),
        description: heading ?? inWords(question.label, state),
      })
    }
    rows.push({
      id: pressId('fix', draftKey(draft), path),
      title: inWords(question.label, state),
      description: `${heading ? `${heading}: ` : ''}${readable(question, path, value, draft, state, world)}`,
    })
  }
  return rows
}
const choiceAround = (draft: Draft, path: string): string | null =>
  Object.keys(draft.chosen).find((chosen) => path.startsWith(`${chosen}.`)) ?? null

/** WhatsApp's list has ten rows; one of them leads on. */
const PAGE = 9

/** The rows of a page of what can be corrected; `next`: the page behind it, null where there is one page. */
export function correctionsAt(
  state: State,
  world: World,
  { paths, page }: { readonly paths: readonly string[] | null; readonly page: number },
): { readonly rows: readonly Choice[]; readonly page: number; readonly next: number | null } {
  const among = correctable(state, world, paths)
  // what was asked to be corrected may be gone: then any
  const all = among.length ? among : correctable(state, world, null)
  if (all.length <= PAGE + 1) return { rows: all, page: 0, next: null }
  const pages = Math.ceil(all.length / PAGE)
  const here = page % pages
  return { rows: all.slice(here * PAGE, (here + 1) * PAGE), page: here, next: (here + 1) % pages }
}

/** The path of the answer that a text names: by its place in the list, by its label there, by any label. */
export function correctedBy(
  state: State,
  world: World,
  text: string,
  at: { readonly paths: readonly string[] | null; readonly page: number },
): string | undefined {
  const typed = comparable(text)
  const { rows } = correctionsAt(state, world, at)
  const row = /^\d{1,2}$/.test(typed) ? rows[Number(typed) - 1] : rows.find(({ title }) => comparable(title) === typed)
  const press = row && readPress(row.id)
  if (press && 'path' in press) return press.path
  return surveyOf(state, world).entries.find(({ question }) =>
    Object.values(question.label).some((label) => label !== undefined && comparable(label) === typed),
  )?.path
}

const contentOf = (texts: readonly (string | undefined)[]): readonly string[] =>
  texts.flatMap((text) =>
    comparable(text ?? '')
      .split(' ')
      .filter((word) => word.length > 1 && !fillers().has(word) && !questionWords().has(word)),
  )
const everyWord = ({ label, block }: Question): readonly string[] =>
  contentOf([...Object.values(label), ...Object.values(block ?? {})])

/**
 * Paths of the answers that words name: those of a label as a whole, else of a heading, else of both together (`groom's name`), in any
 * language. Null where they name nothing that the service asks for; empty where that is not answered.
 */
export function namedBy(state: State, world: World, words: readonly string[]): readonly string[] | null {
  const service = serviceOf(state, world)
  if (!words.length || !service) return null
  const known = new Set(service.questions.flatMap(everyWord))
  // `naam` is `नाम`
  const isSame = (typed: string, word: string) => typed === word || (!known.has(typed) && isHeard(typed, word))
  const isIn = (others: readonly string[]) => words.every((typed) => others.some((word) => isSame(typed, word)))
  const isWhole = (texts: Question['block']) =>
    Object.values(texts ?? {}).some((text) => {
      const whole = contentOf([text])
      return isIn(whole) && whole.every((word) => words.some((typed) => isSame(typed, word)))
    })
  if (!service.questions.some((question) => isIn(everyWord(question)))) return null
  const { entries } = surveyOf(state, world)
  const levels: readonly ((question: Question) => boolean)[] = [
    ({ label }) => isWhole(label),
    ({ block }) => isWhole(block),
    (question) => isIn(everyWord(question)),
  ]
  for (const isMeant of levels) {
    const paths = entries.flatMap(({ question, path }) => (isMeant(question) ? [path] : []))
    if (paths.length) return paths
  }
  return []
}
