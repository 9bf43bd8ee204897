/** How a question is put: one message with its label, hint, example and whatever can be tapped. */
import { answerExample } from '../../../../vocabulary/catalogue.ts'
import { pressId } from '../presses.ts'
import { enumOptions, inWords, readableDate, tell } from '../speech.ts'
import type { Choice, Option, Question, Reply, State, World } from '../state.ts'
import { fewestOf, isMany, type Survey } from './survey.ts'

/** WhatsApp's list has ten rows; one of them leads on. */
const ROWS = 10
/** Answers that are known already: with the way past the question they fit on buttons. */
const OFFERED = 2

export interface Asking {
  readonly question: Question
  readonly path: string
  /** Names the draft, or the action's application, in the ids of what can be tapped. */
  readonly key: string
  readonly options: readonly Option[] | null
  readonly page: number
  /** Offered as one tap, in its normal form. */
  readonly suggestion: string | null
  /** Earlier answers to the same question, offered below the suggestion. */
  readonly earlier?: readonly string[]
  readonly skippable: boolean
  /** The options were found by words of other answers: that none of them is it leads to those. */
  readonly searched?: boolean
  /** Lines before the label: why it is asked again, the service's title, the heading. */
  readonly before: readonly string[]
  /** Files that may be the answer, as taps. */
  readonly files?: readonly Choice[]
  /** Another page of the paper before: behind every way on. */
  readonly another?: Choice | null
  /** Values that were given already and are not offered again. */
  readonly given: readonly unknown[]
}

export function optionsOf(
  question: Question,
  live: readonly Option[] | null,
  state: State,
  world: World,
): readonly Option[] | null {
  if (question.type === 'BOOLEAN')
    return [
      { value: 'true', label: tell(state, world, 'yes') },
      { value: 'false', label: tell(state, world, 'no') },
    ]
  return live ?? enumOptions(question, state)
}

export function questionReply(asking: Asking, state: State, world: World): Reply {
  const { question } = asking
  const { choices, menu } = choicesOf(asking, state, world)
  const example = answerExample(question, state.language, world.today)
  const lines = [
    ...asking.before,
    `*${inWords(question.label, state)
      .replace(/[*\s]+/g, ' ')
      .trim()}*`,
  ]
  if (question.hint) lines.push(inWords(question.hint, state))
  if (question.type === 'DOCUMENT')
    lines.push(tell(state, world, 'send-file', { kinds: fileKinds(question.accepts, state, world) }))
  else if (!menu && example) lines.push(tell(state, world, 'example', { example }))
  if (!choices.length) return { text: lines.join('\n') }
  return {
    text: lines.join('\n'),
    choices,
    open: tell(state, world, 'choose'),
    ...(choices.some(({ description }) => description) ? { described: true } : {}),
  }
}

function choicesOf(asking: Asking, state: State, world: World): { choices: readonly Choice[]; menu: boolean } {
  const { question, key, path, suggestion } = asking
  const skip: Choice[] = asking.skippable ? [{ id: pressId('skip', key, path), title: tell(state, world, 'skip') }] : []
  const options = sortedOptions(asking, state, world)
  if (!options) {
    const known = [...(suggestion === null ? [] : [suggestion]), ...(asking.earlier ?? [])]
    const offered = [...new Set(known)].slice(0, OFFERED).map((value) => ({
      id: pressId('answer', key, path, value),
      title: shownSuggestion(question, value, state),
    }))
    return {
      choices: [...offered, ...(asking.files ?? []), ...skip, ...(asking.another ? [asking.another] : [])],
      menu: false,
    }
  }
  const rows = options.map(({ value, label, description }) => ({
    id: pressId('answer', key, path, value),
    title: label,
    description: description ?? null,
  }))
  const none: Choice[] =
    asking.searched && !asking.skippable && rows.length < ROWS
      ? [{ id: pressId('correct', key, path), title: tell(state, world, 'none-of-these') }]
      : []
  if (rows.length + skip.length <= ROWS) return { choices: [...rows, ...none, ...skip], menu: true }
  const { from, to, next } = pageOf(rows.length, asking)
  const more = { id: pressId('page', key, path, String(next)), title: tell(state, world, 'more') }
  return { choices: [...rows.slice(from, to), more, ...skip], menu: true }
}

type Listed = Pick<Asking, 'question' | 'options' | 'given' | 'suggestion' | 'skippable' | 'page'>

/** The options that can be seen, in the order in which they stand; null where none are listed. */
export function shownOptions(asking: Listed, state: State, world: World): readonly Option[] | null {
  const options = sortedOptions(asking, state, world)
  if (!options || options.length + Number(asking.skippable) <= ROWS) return options
  const { from, to } = pageOf(options.length, asking)
  return options.slice(from, to)
}

function sortedOptions({ question, options, given, suggestion }: Listed, state: State, world: World) {
  const all = optionsOf(question, options, state, world)?.filter(({ value }) => !given.includes(value)) ?? null
  if (!all || suggestion === null) return all
  return [...all.filter(({ value }) => value === suggestion), ...all.filter(({ value }) => value !== suggestion)]
}

/** Of more options than a list has rows: which stand on the page, and which page is next. */
function pageOf(count: number, { page, skippable }: Listed): { from: number; to: number; next: number } {
  const size = ROWS - 1 - Number(skippable)
  const pages = Math.ceil(count / size)
  const here = page % pages
  return { from: here * size, to: (here + 1) * size, next: (here + 1) % pages }
}

const shownSuggestion = (question: Question, value: string, state: State): string =>
  question.type === 'DATE' ? readableDate(value, state.language) : value

/** `a photo or a PDF`, of what a document question accepts. */
/** `exact`: with the types that each is taken in. */
export function fileKinds(accepts: readonly string[] | null, state: State, world: World, exact = false): string {
  const photo = !accepts || accepts.some((type) => type.startsWith('image/'))
  const pdf = !accepts || accepts.includes('application/pdf')
  const kinds = photo && pdf ? 'kinds-both' : photo ? 'kinds-photo' : 'kinds-pdf'
  return tell(state, world, exact && photo ? `${kinds}-exact` : kinds)
}

/** Optional, so it may be passed over; a list that has some already is ended, not passed over, and one that wants some is answered. */
export const isSkippable = (question: Question, given: readonly unknown[], form: Survey): boolean =>
  !question.required && !(isMany(question) && (given.length > 0 || fewestOf(question, form) > 0))
