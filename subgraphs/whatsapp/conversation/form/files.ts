/**
 * Files of citizens: which question one answers, whether it is the next page of the paper before it, and what becomes of one that nothing
 * asks for. A file never answers a question that its sender cannot have read.
 */

import { repeat } from '../commands.ts'
import { pressId } from '../presses.ts'
import { inWords, tell } from '../speech.ts'
import type { Choice, Media, Outcome, Pages, Question, State, World } from '../state.ts'
import { openQuestion, type Put } from './answers.ts'
import { advance, draftKey, givenOf, questionAt, serviceOf, unanswered, withDraft } from './draft.ts'
import { isMany } from './survey.ts'
import { doubtsAt, insisted, type Uploading, uploadOf } from './uploads.ts'

/** Pages of one paper, and files that are kept, at the most. */
const MOST = 10
/** Nobody reads a question, finds a paper and photographs it in less. */
const SOON_MS = 15_000
const DAY_MS = 24 * 60 * 60 * 1000

export const isPictureFile = ({ mediaType }: Media): boolean => /^image\//i.test(mediaType ?? '')
export const takesPages = (question: Question): boolean =>
  question.type === 'DOCUMENT' &&
  !isMany(question) &&
  (!question.accepts || question.accepts.includes('application/pdf'))

// ---------- what a file is ----------

/** Files that came together, by what is open and when they were sent. Null where they are nothing that anybody waits for. */
export function fileCame(state: State, files: readonly Media[], world: World): Outcome | null {
  const { place } = state
  if (place.at === 'pages') return page(state, files, place.path, world)
  const put = openQuestion(state, world)
  const asksFile = put?.question.type === 'DOCUMENT'
  const [first, ...others] = files as [Media, ...Media[]]
  if (put && asksFile && !isUnread(state, world))
    return files.length === 1 || takesPages(put.question)
      ? answerWith(state, files, put)
      : answerWith(kept(state, others, world), [first], put)
  if (place.at === 'more' && listOf(state, place.list, world))
    return another(kept(state, others, world), first, place.list, world)
  const paper = put?.by === 'action' ? null : paperBefore(state, world)
  if (paper && files.every(isPictureFile)) return page(state, files, paper.path, world)
  if (place.at === 'action' && !place.question) return { state, replies: [], operation: uploadOf(state, files, null) }
  return isAskedLater(state, world) ? keep(state, files, world) : null
}

/** Whether pictures that come now may be pages of one paper. */
export function gathers(state: State, world: World): boolean {
  const { place } = state
  const put = openQuestion(state, world)
  if (put?.question.type === 'DOCUMENT') return takesPages(put.question)
  return (
    place.at === 'pages' ||
    (place.at === 'action' && !put) ||
    (put?.by !== 'action' && paperBefore(state, world) !== null)
  )
}

/** The open question was put after this was sent, and asks for something else than the one before it. */
const isUnread = ({ place, draft }: State, { arrived, now }: World): boolean =>
  place.at === 'question' && (arrived ?? now) < (place.since ?? 0) && draft?.trail.at(-1) !== place.path

/** The paper that was given last, if it may have more pages. */
function paperBefore(state: State, world: World): { path: string; question: Question; pages: Pages } | null {
  const { draft, place } = state
  const path = draft?.trail.at(-1)
  const service = serviceOf(state, world)
  const question = path !== undefined && service ? questionAt(service, path) : null
  const pages = path === undefined ? undefined : draft!.pages?.[path]
  const isOpen = ['question', 'more', 'which', 'correct', 'review', 'unanswered', 'pages'].includes(place.at)
  return question && pages && isOpen && takesPages(question) && draft!.answers[path!] === pages.document
    ? { path: path!, question, pages }
    : null
}

function answerWith(state: State, media: readonly Media[], { question }: Put): Outcome {
  return { state, replies: [], operation: uploadOf(state, media, question.accepts) }
}

const listOf = (state: State, list: string, world: World): Question | null => {
  const service = serviceOf(state, world)
  const question = service && questionAt(service, list)
  return question?.type === 'DOCUMENT' ? question : null
}

function another(state: State, media: Media, list: string, world: World): Outcome {
  const question = listOf(state, list, world)!
  const draft = state.draft!
  const wanted = { ...draft.wanted, [list]: givenOf(draft, question, list).length + 1 }
  return {
    state: withDraft(state, { wanted }),
    replies: [],
    operation: uploadOf(state, [media], question.accepts),
  }
}

// ---------- pages ----------

/** The button that makes what is sent next a page of the paper before: where it would be taken for another paper. */
export function pageChoice(state: State, path: string, world: World): readonly Choice[] {
  const paper = paperBefore(state, world)
  if (!paper || paper.path === path || paper.pages.media.length >= MOST) return []
  return [{ id: pressId('pages', draftKey(state.draft!), paper.path), title: tell(state, world, 'add-page') }]
}

/** The paper that a picture may be a page of, though it was taken for the next: it was written before anybody has found another paper. */
export function mayBePageOf(state: State, path: string, world: World): { path: string; question: Question } | null {
  const { place } = state
  const paper = paperBefore(state, world)
  const soon = place.at === 'question' && (world.arrived ?? world.now) < (place.since ?? 0) + SOON_MS
  return paper && soon && paper.path !== path && paper.pages.media.length < MOST ? paper : null
}
export const moveChoice = (state: State, path: string, before: string, world: World): Choice => ({
  id: pressId('move', draftKey(state.draft!), path, before),
  title: tell(state, world, 'is-a-page'),
})

/** What was taken for the paper at `path` becomes another page of the one at `before`; null where they are not the last two. */
export function moved(state: State, world: World, path: string, before: string): Outcome | null {
  const { draft } = state
  const service = serviceOf(state, world)
  const pages = draft?.pages?.[path]
  const [last, second] = [draft?.trail.at(-1), draft?.trail.at(-2)]
  if (!service || last !== path || second !== before || pages?.document !== draft?.answers[path] || !pages) return null
  const without: State = { ...unanswered(state, service, path), place: { at: 'pages', path: before } }
  return page(without, pages.media, before, world)
}

/** Waits for the next page of a paper; null where it is not the one that was given last. */
export function wantPage(state: State, world: World, path: string): Outcome | null {
  return paperBefore(state, world)?.path === path ? putPage(state, world, path, null) : null
}

export function putPage(state: State, world: World, path: string, note: string | null): Outcome {
  const service = serviceOf(state, world)
  const question = service && questionAt(service, path)
  if (!question) return advance(state, world, note)
  const text = tell(state, world, 'next-page', { label: inWords(question.label, state) })
  const enough = { id: pressId('enough', draftKey(state.draft!), path), title: tell(state, world, 'go-on') }
  return {
    state: { ...state, place: { at: 'pages', path } },
    replies: [{ text: note === null ? text : `${note}\n\n${text}`, choices: [enough] }],
  }
}

function page(state: State, files: readonly Media[], path: string, world: World): Outcome {
  const paper = paperBefore(state, world)
  if (paper?.path !== path) return advance(state, world)
  const label = inWords(paper.question.label, state)
  const { media: before, despite } = paper.pages
  if (!files.every(isPictureFile)) return putPage(state, world, path, tell(state, world, 'page-photo'))
  if (before.length + files.length > MOST)
    return repeat(state, world, tell(state, world, 'pages-full', { label, count: MOST }))
  const operation: Uploading = {
    kind: 'upload',
    as: 'page',
    path,
    media: files.at(-1)!,
    accepts: paper.question.accepts,
    pages: [...before, ...files.slice(0, -1)],
    ...insisted([...despite, ...doubtsAt(state, path)]),
  }
  return { state, replies: [], operation }
}

// ---------- files that came too early ----------

/** Whether a paper will be asked for. */
function isAskedLater(state: State, { catalogue }: World): boolean {
  const { draft, place } = state
  if (['action', 'erase', 'withdraw'].includes(place.at)) return false
  const service = draft && catalogue.service(draft.service)
  const asks = ({ type, path }: Question) => type === 'DOCUMENT' && draft?.answers[path] === undefined
  return service ? service.questions.some(asks) : catalogue.services.some(({ questions }) => questions.some(asks))
}

function keep(state: State, files: readonly Media[], world: World): Outcome {
  if (state.kept.length + files.length > MOST)
    return repeat(state, world, tell(state, world, 'kept-full', { count: MOST }))
  return repeat(kept(state, files, world), world, tell(state, world, 'kept-file'))
}
const kept = (state: State, files: readonly Media[], { now }: World): State =>
  files.length ? { ...state, kept: [...state.kept, ...files.map((media) => ({ media, at: now }))] } : state

/** The state without files that were kept for a day. */
export function keptToday(state: State, { now }: World): State {
  const today = state.kept.filter(({ at }) => now - at < DAY_MS)
  return today.length === state.kept.length ? state : { ...state, kept: today }
}

/** What was sent before it was asked for, as taps. */
export function keptChoices(state: State, question: Question, key: string, path: string, world: World): Choice[] {
  const files = keptToday(state, world).kept
  const [first] = files
  if (question.type !== 'DOCUMENT' || !first) return []
  const together = takesPages(question) && files.every(({ media }) => isPictureFile(media)) ? files.length : 1
  const use = (value: string, title: string): Choice => ({ id: pressId('use', key, path, value), title })
  const one = use(first.media.id, tell(state, world, files.length > 1 ? 'use-first' : 'use-kept', { count: 1 }))
  return together > 1 ? [use('all', tell(state, world, 'use-kept', { count: files.length })), one] : [one]
}

/** What is pressed of them; null where it is kept no longer. */
export function useKept(state: State, put: Put, value: string, world: World): Outcome | null {
  const files = keptToday(state, world).kept
  const used = value === 'all' ? files : files.filter(({ media }) => media.id === value)
  if (!used.length || put.question.type !== 'DOCUMENT') return null
  return answerWith(
    state,
    used.map(({ media }) => media),
    put,
  )
}
