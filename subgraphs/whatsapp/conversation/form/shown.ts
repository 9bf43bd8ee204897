/** Long forms are checked block by block: what is complete is shown above the next question, so that the end has room for the rest. */
import { LIMITS, layOut } from '../../sending/layout.ts'
import { below, inWords, tell } from '../speech.ts'
import type { Outcome, Place, Question, State, World } from '../state.ts'
import { patternOf, serviceOf, surveyOf, withDraft } from './draft.ts'
import { answersOf, type Block, blocksOf, headingsOf, linesOf, shownWith, wasShown } from './summary.ts'
import type { Next, Survey } from './survey.ts'

/** The outcome, with a block that has become complete above the question that it puts: where the form is long, and that message has room. */
export function withBlockShown(before: State, outcome: Outcome, world: World): Outcome {
  const { state, replies } = outcome
  const [reply, ...others] = replies
  if (!reply || !state.draft || askedAt(state.place) === null || askedAt(state.place) === askedAt(before.place))
    return outcome
  if (!serviceOf(state, world)) return outcome
  const form = surveyOf(state, world)
  const complete = completeBlocks(form, state)
  const block = complete.find((one) => !wasShown(one, state))
  if (!block || !isLong(form, state, world)) return outcome
  const lines = [tell(state, world, 'block-done', { block: block.heading! }), ...linesOf(block, state, world, 'counts')]
  const longer = below(lines.join('\n'), reply)
  if (layOut(longer).length > layOut(reply).length) return outcome
  const shown = shownWith([block], state, world)
  return { ...outcome, state: withDraft(state, { shown }), replies: [longer, ...others] }
}

/** What is asked for; null where nothing of a form is. */
const askedAt = (place: Place): string | null =>
  place.at === 'question' || place.at === 'which' ? place.path : place.at === 'more' ? `${place.list}+` : null

/** Blocks in front of what is asked next: nothing is left to ask in them. */
function completeBlocks({ entries, passed, next }: Survey, state: State): readonly Block[] {
  if (!next) return []
  const [current] = headingsOf(exampleOf(next), state)
  return blocksOf(entries.slice(0, passed), state).filter(({ heading }) => heading !== null && heading !== current)
}

/** A question of what is asked next, and where it stands. */
function exampleOf(next: Next): { readonly question: Question; readonly path: string } {
  switch (next.kind) {
    case 'question':
      return next
    case 'which':
      return { question: next.alternatives[0]!.example, path: `${next.path}.` }
    case 'more': {
      const isList = next.example.path.startsWith(`${patternOf(next.list)}[].`)
      return { question: next.example, path: isList ? `${next.list}.${next.count}.` : `${next.list}.` }
    }
  }
}

/** What is answered, and the words of what everyone is still asked, are more than one message with buttons holds. */
function isLong({ entries }: Survey, state: State, world: World): boolean {
  const answered = new Set(entries.map(({ question }) => question.path))
  const ahead = serviceOf(state, world)!.questions.filter(({ path, when }) => when === null && !answered.has(path))
  const lines = [...answersOf(state, world), ...ahead.map(({ label }) => `${inWords(label, state)}: `)]
  return lines.join('\n').length > LIMITS.interactive
}
