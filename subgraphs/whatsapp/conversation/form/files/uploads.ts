/** Uploads of files: what is asked of the hub for them, and what is said of what became of them. */

import { repeat } from '../../commands.ts'
import { menu } from '../../menu.ts'
import { below, inWords, tell } from '../../speech.ts'
import {
  type Media,
  type Operation,
  type Outcome,
  type Pages,
  type Question,
  type Result,
  type State,
  UPLOAD_DOUBTS,
  type UploadDoubt,
  type UploadRefusal,
  type World,
} from '../../state.ts'
import { notUnderstood } from '../../ways.ts'
import { given, openQuestion, type Put } from '../answers.ts'
import { fileKinds } from '../asking.ts'
import { questionAt, record, serviceOf, withDraft } from '../draft.ts'
import { isPictureFile, mayBePageOf, moveChoice, putPage, takesPages } from './pages.ts'

export type Uploading = Extract<Operation, { kind: 'upload' }>

/** Which answer a file is meant as. */
const filePath = ({ place }: State): string =>
  place.at === 'question' ? place.path : place.at === 'more' ? place.list : place.at === 'action' ? place.reference : ''

export function uploadOf(state: State, files: readonly Media[], accepts: readonly string[] | null): Uploading {
  const path = filePath(state)
  const pages = files.slice(0, -1)
  return {
    kind: 'upload',
    as: 'answer',
    path,
    media: files.at(-1)!,
    accepts,
    ...(pages.length ? { pages } : {}),
    ...insisted(doubtsAt(state, path)),
  }
}

export function answerWith(state: State, media: readonly Media[], { question }: Put): Outcome {
  return { state, replies: [], operation: uploadOf(state, media, question.accepts) }
}

export const doubtsAt = ({ doubted }: State, path: string): readonly UploadDoubt[] =>
  doubted?.path === path ? doubted.doubts : []
export const insisted = (doubts: readonly UploadDoubt[]) => (doubts.length ? { despite: [...new Set(doubts)] } : {})

/** The same doubt is not raised twice against one answer. */
function doubting(state: State, path: string, refused: UploadRefusal | null): State {
  const doubt = UPLOAD_DOUBTS.find((one) => one === refused)
  return doubt ? { ...state, doubted: { path, doubts: [...doubtsAt(state, path), doubt] } } : state
}

export function uploaded(before: State, world: World, result: Extract<Result, { type: 'upload' }>): Outcome {
  const { of, stored, refused } = result
  if (!stored) return refusedFile(before, world, of, refused)
  const all = [...(of.pages ?? []), of.media]
  const used = new Set(all.map(({ id }) => id))
  const state: State = {
    ...before,
    lost: 0,
    doubted: null,
    kept: before.kept.filter(({ media }) => !used.has(media.id)),
  }
  const { place } = state
  const values = [{ value: stored.document, label: stored.name }]
  if (of.as === 'page') return longer(state, world, of, stored.document, all)
  const put = openQuestion(state, world)
  if (put?.by === 'draft') {
    const outcome = given(withPages(state, put, stored.document, all, of), world, put, values)
    if (all.length > 1) return noted(outcome, countOf(state, put.question, all.length, world), state, put, world)
    return isPictureFile(of.media) && takesPages(put.question) ? orPage(outcome, state, put, world) : outcome
  }
  if (put) return given(state, world, put, values)
  if (place.at === 'more' && state.draft) return record(state, world, place.list, values)
  return place.at === 'action'
    ? { state, replies: [], operation: { kind: 'answer', reference: place.reference, answer: stored.document } }
    : menu(state, world)
}

function refusedFile(before: State, world: World, of: Uploading, refused: UploadRefusal | null): Outcome {
  const state = doubting(before, of.path, refused)
  const note = tell(state, world, `file-${refused ?? 'failed'}`, {
    kinds: fileKinds(of.accepts, state, world, refused === 'type' || refused === 'content'),
  })
  // what is sent instead is meant for the same paper, whatever else is open
  const standing: State = of.as === 'page' ? { ...state, place: { at: 'pages', path: of.path } } : state
  return notUnderstood(standing, world, note)
}

/** What a paper was made of, where it may grow. */
function withPages(
  state: State,
  { path, question }: Put,
  document: string,
  media: readonly Media[],
  of: Uploading,
): State {
  if (!takesPages(question) || !media.every(isPictureFile)) return state
  const pages: Pages = { document, media, despite: of.despite ?? [] }
  return withDraft(state, { pages: { ...state.draft!.pages, [path]: pages } })
}

/** The same paper, with a page more. */
function longer(state: State, world: World, of: Uploading, document: string, media: readonly Media[]): Outcome {
  const service = serviceOf(state, world)
  const question = service && questionAt(service, of.path)
  const { draft, place } = state
  if (!draft || !question) return repeat(state, world)
  const pages = { ...draft.pages, [of.path]: { document, media, despite: of.despite ?? [] } }
  const after = withDraft(state, { pages, answers: { ...draft.answers, [of.path]: document } })
  const note = countOf(state, question, media.length, world)
  return place.at === 'pages' ? putPage(after, world, of.path, note) : repeat(after, world, note)
}

const countOf = (state: State, question: Question, count: number, world: World): string =>
  tell(state, world, 'pages-received', { label: inWords(question.label, state), count })

/** The outcome, with what a picture was taken for, where it may be a page of the paper before as well. */
function orPage(outcome: Outcome, state: State, put: Put, world: World): Outcome {
  const { path, question } = put
  const paper = mayBePageOf(state, path, world)
  if (!paper) return outcome
  const [first, ...others] = outcome.replies
  const choices = first?.choices ?? []
  const label = inWords(question.label, state)
  if (!first || choices.length > 2 || !outcome.state.draft || outcome.state.place.at === 'review')
    return noted(outcome, tell(state, world, 'received-as', { label }), state, put, world)
  const note = tell(state, world, 'received-or-page', { label, before: inWords(paper.question.label, state) })
  const offered = [...choices, moveChoice(state, path, paper.path, world)]
  return noted({ ...outcome, replies: [{ ...first, choices: offered }, ...others] }, note, state, put, world)
}

/** The outcome with what is to be said of the paper that came before what is said next: instead of that it came. */
function noted(outcome: Outcome, note: string, state: State, { question }: Put, world: World): Outcome {
  const { operation, replies } = outcome
  const [first, ...others] = replies
  const came = `${tell(state, world, 'paper-came', { label: inWords(question.label, state) })}\n\n`
  if (first) {
    const bare = first.text.startsWith(came) ? { ...first, text: first.text.slice(came.length) } : first
    return { ...outcome, replies: [below(note, bare), ...others] }
  }
  return operation && 'note' in operation ? { ...outcome, operation: { ...operation, note } } : outcome
}
