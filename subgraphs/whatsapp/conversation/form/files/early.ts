/** Files that came before anything asked for them: kept for a day, and offered where a paper is asked for. */

import { repeat } from '../../commands.ts'
import { pressId } from '../../presses.ts'
import { tell } from '../../speech.ts'
import type { Choice, Media, Outcome, Question, State, World } from '../../state.ts'
import type { Put } from '../answers.ts'
import { isPictureFile, MOST, takesPages } from './pages.ts'
import { answerWith } from './uploads.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Whether a paper will be asked for. */
export function isAskedLater(state: State, { catalogue }: World): boolean {
  const { draft, place } = state
  if (['action', 'erase', 'withdraw'].includes(place.at)) return false
  const service = draft && catalogue.service(draft.service)
  const asks = ({ type, path }: Question) => type === 'DOCUMENT' && draft?.answers[path] === undefined
  return service ? service.questions.some(asks) : catalogue.services.some(({ questions }) => questions.some(asks))
}

/** Keeps them, and says so. */
export function keep(state: State, files: readonly Media[], world: World): Outcome {
  if (state.kept.length + files.length > MOST)
    return repeat(state, world, tell(state, world, 'kept-full', { count: MOST }))
  return repeat(kept(state, files, world), world, tell(state, world, 'kept-file'))
}
export const kept = (state: State, files: readonly Media[], { now }: World): State =>
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
