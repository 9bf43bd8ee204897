/** A wish to correct an answer or to cancel, in a citizen's own words, where something else is asked. */
import { comparable, fillers, type Plea } from '../wording.ts'
import { askStatus } from './applications.ts'
import { applicationIn, cancelled, isIdle, repeat } from './commands.ts'
import { isPlain } from './form/ahead.ts'
import { openQuestion } from './form/answers.ts'
import { correctable, correcting, namedBy } from './form/corrections.ts'
import { advance, serviceOf } from './form/draft.ts'
import { putCorrections } from './form/review.ts'
import { confirmDrop } from './shelf.ts'
import { tell } from './speech.ts'
import type { Message, Outcome, State, World } from './state.ts'

/**
 * `change the marriage date`, `I made a mistake`, `cancel this`: sure enough to be no answer, whatever is asked. Null for a mere
 * word (`Change`) and for one among others (`Cancel Road`).
 */
export function pleaded(state: State, world: World, text: string): Outcome | null {
  const plea = isIdle(state) ? null : pleaIn(text, world)
  if (!plea) return null
  const { wish, rest, isClear } = plea
  if (plea.asks) return wish === 'correct' ? repeat(state, world) : null
  if (wish === 'cancel')
    return (rest.length ? isOfTitle(rest, state, world) : isClear) ? cancelledFirst(state, world) : null
  if (!correctsHere(state)) return null
  const named = namedBy(state, world, rest)
  if (mayAnswer(plea, state, world)) return null
  return (rest.length ? named : isClear) ? corrects(state, world, named ?? []) : null
}

/** What is no answer to what is asked, and somewhere wishes to correct or to cancel. */
export function pleadedVaguely(state: State, world: World, text: string): Outcome | null {
  const plea = isIdle(state) || openQuestion(state, world)?.by === 'action' ? null : pleaIn(text, world)
  if (!plea) return null
  if (plea.wish === 'cancel') return cancelledFirst(state, world)
  return correctsHere(state) ? correctsBy(plea, state, world) : null
}

/** None where the same words wish for something else (`delete my data`). */
const pleaIn = (text: string, { wording }: World): Plea | null =>
  ['correct', 'cancel', null].includes(wording.wish(text)) ? wording.plea(text) : null

/** The answer that it names is asked for again, or it is asked which; null where it may say that all is right. */
export function correctsBy(plea: Plea, state: State, world: World): Outcome | null {
  const named = namedBy(state, world, plea.rest)
  return plea.needsName && !named ? null : corrects(state, world, named ?? [])
}

/** Where any words answer: an address with its number, a trade (`photo edit`). */
function mayAnswer({ rest, hasFigure, isSentence }: Plea, state: State, world: World): boolean {
  const put = openQuestion(state, world)
  if (!put || !isPlain(put.question)) return false
  return hasFigure || (put.question.scalar !== 'PersonName' && rest.length === 1 && !isSentence)
}

/** The same of what was sent off already, of which a message is quoted: what became of it is shown, and that it can be withdrawn. */
export function regretted(
  state: State,
  { text, about }: Extract<Message, { type: 'text' }>,
  world: World,
): Outcome | null {
  if (!about || !isIdle(state) || !state.filed.length || !world.wording.plea(text)) return null
  return applicationIn(state, about) ?? askStatus(state)
}

/** Where all is shown to be checked, and where it is asked which, that is understood already. */
const correctsHere = ({ draft, place }: State): boolean =>
  draft !== null && place.at !== 'action' && place.at !== 'review' && place.at !== 'correct'

/** The one answer that is meant is asked for again; else it is asked which. */
export function corrects(state: State, world: World, paths: readonly string[]): Outcome {
  const [path, ...others] = paths
  if (path !== undefined && !others.length) return advance(correcting(state, world, path), world)
  if (!correctable(state, world, null).length) return repeat(state, world, tell(state, world, 'nothing-to-correct'))
  return putCorrections(state, world, others.length ? paths : null, 0)
}

/** Said in passing, so it is asked whether the answers shall go. */
const cancelledFirst = (state: State, world: World): Outcome =>
  (state.draft?.trail.length && state.place.at !== 'action' ? confirmDrop(state, world, state.draft.service) : null) ??
  cancelled(state, world)

function isOfTitle(words: readonly string[], state: State, world: World): boolean {
  const titles = Object.values(serviceOf(state, world)?.title ?? {}).flatMap((title) => comparable(title).split(' '))
  return words.every((word) => titles.includes(word) || fillers().has(word))
}
