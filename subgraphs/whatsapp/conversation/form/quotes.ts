/** An answer that quotes an earlier question: it is that answer that changes, whatever is open. */

import { headingOf } from '../speech.ts'
import type { Message, Outcome, Question, State, World } from '../state.ts'
import { reopened } from './corrections.ts'
import { advance, record, surveyOf } from './draft.ts'
import { take } from './taking.ts'

type Quoting = Extract<Message, { type: 'text' }>

/** Null where nothing that was answered is quoted. */
export function answeredAgain(state: State, message: Quoting, world: World): Outcome | null {
  const { draft, place } = state
  if (!draft || !message.about) return null
  const asked = surveyOf(state, world).entries.find(({ path, question }) =>
    isAskedBy(message.about!, path, question, state),
  )
  if (!asked || (place.at === 'question' && place.path === asked.path)) return null
  const { path, question } = asked
  const open = reopened(state, world, path)
  // its options may have changed meanwhile
  if (question.live) return advance(open, world)
  const taken = take(
    { type: 'text', text: message.text },
    { question, options: null, skippable: !question.required },
    open,
    world,
  )
  return taken.is === 'values'
    ? record(open, world, path, taken.values)
    : advance(open, world, taken.is === 'refused' ? taken.note : null)
}

/** A question's message has its label in bold alone on a line, and its heading on the line before. */
function isAskedBy(text: string, path: string, question: Question, state: State): boolean {
  const lines = text.split('\n')
  const labels = new Set(Object.values(question.label).map((label) => `*${label}*`))
  const at = lines.findIndex((line) => labels.has(line))
  if (at < 0) return false
  const heading = headingOf(question, path, state)
  return heading === null || lines[at - 1] === heading
}
