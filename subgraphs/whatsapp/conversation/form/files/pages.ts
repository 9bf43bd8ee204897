/** Photographs that become one paper: whether a file is the next page of the paper before it. */

import { repeat } from '../../commands.ts'
import { pressId } from '../../presses.ts'
import { inWords, tell } from '../../speech.ts'
import type { Choice, Media, Outcome, Pages, Question, State, World } from '../../state.ts'
import { advance, draftKey, questionAt, serviceOf, unanswered, withDraft } from '../draft.ts'
import { isMany } from '../survey.ts'
import { doubtsAt, insisted, type Uploading } from './uploads.ts'

/** Pages of one paper, and files that are kept, at the most. */
export const MOST = 10
/** Nobody reads a question, finds a paper and photographs it in less. */
const SOON_MS = 15_000

/** Files without those whose bytes came before: whoever reads a question twice, or waits for an answer, sends the same picture again. */
export function distinct(files: readonly Media[], before: readonly Media[] = []): Media[] {
  const known = new Set(before.map(({ sha256 }) => sha256))
  return files.filter(({ sha256 }) => !sha256 || (!known.has(sha256) && known.add(sha256)))
}

export const isPictureFile = ({ mediaType }: Media): boolean => /^image\//i.test(mediaType ?? '')
export const takesPages = (question: Question): boolean =>
  question.type === 'DOCUMENT' &&
  !isMany(question) &&
  (!question.accepts || question.accepts.includes('application/pdf'))

/** The paper that was given last, if it may have more pages. */
export function paperBefore(state: State, world: World): { path: string; question: Question; pages: Pages } | null {
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

/** The paper before, where more of its pages are taken and may come. */
function growing(state: State, path: string, world: World): ReturnType<typeof paperBefore> {
  const paper = paperBefore(state, world)
  return paper && paper.path !== path && !paper.pages.closed && paper.pages.media.length < MOST ? paper : null
}

/**
 * The button that makes what is sent next a page of the paper before: where it would be taken for another paper. `said`: which paper,
 * unless that stands in `note`.
 */
export function pageChoice(
  state: State,
  path: string,
  note: string | null,
  world: World,
): { readonly choice: Choice; readonly said: string | null } | null {
  const paper = growing(state, path, world)
  if (!paper) return null
  const label = inWords(paper.question.label, state)
  return {
    choice: { id: pressId('pages', draftKey(state.draft!), paper.path), title: tell(state, world, 'add-page') },
    said: note?.includes(label) ? null : tell(state, world, 'paper-came', { label }),
  }
}

/** The paper that a picture may be a page of, though it was taken for the next: it was written before anybody has found another paper. */
export function mayBePageOf(state: State, path: string, world: World): { path: string; question: Question } | null {
  const { place } = state
  const soon = place.at === 'question' && (world.arrived ?? world.now) < (place.since ?? 0) + SOON_MS
  return soon ? growing(state, path, world) : null
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

/** It has no more: what comes next is put, and no page is asked for again. */
export function enoughPages(state: State, world: World): Outcome {
  const { place, draft } = state
  const pages = place.at === 'pages' ? draft?.pages?.[place.path] : undefined
  if (place.at !== 'pages' || !pages) return advance(state, world)
  return advance(withDraft(state, { pages: { ...draft!.pages, [place.path]: { ...pages, closed: true } } }), world)
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

export function page(state: State, files: readonly Media[], path: string, world: World): Outcome {
  const paper = paperBefore(state, world)
  if (paper?.path !== path) return advance(state, world)
  const label = inWords(paper.question.label, state)
  const { media: before, despite } = paper.pages
  const others = distinct(files, before)
  if (!others.length) {
    const note = tell(state, world, 'page-known', { label })
    return state.place.at === 'pages' ? putPage(state, world, path, note) : repeat(state, world, note)
  }
  if (!others.every(isPictureFile)) return putPage(state, world, path, tell(state, world, 'page-photo'))
  if (before.length + others.length > MOST)
    return repeat(state, world, tell(state, world, 'pages-full', { label, count: MOST }))
  const operation: Uploading = {
    kind: 'upload',
    as: 'page',
    path,
    media: others.at(-1)!,
    accepts: paper.question.accepts,
    pages: [...before, ...others.slice(0, -1)],
    ...insisted([...despite, ...doubtsAt(state, path)]),
  }
  return { state, replies: [], operation }
}
