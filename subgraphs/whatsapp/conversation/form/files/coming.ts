/** What a file that comes is: which question it answers. None answers a question that its sender cannot have read. */

import type { Media, Outcome, Question, State, World } from '../../state.ts'
import { openQuestion } from '../answers.ts'
import { givenOf, questionAt, serviceOf, withDraft } from '../draft.ts'
import { isAskedLater, keep, kept } from './early.ts'
import { distinct, isPictureFile, page, paperBefore, takesPages } from './pages.ts'
import { answerWith, uploadOf } from './uploads.ts'

/** Files that came together, by what is open and when they were sent. Null where they are nothing that anybody waits for. */
export function fileCame(state: State, came: readonly Media[], world: World): Outcome | null {
  const files = distinct(came)
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
