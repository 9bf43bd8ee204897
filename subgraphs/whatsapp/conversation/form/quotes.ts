/** An answer that quotes an earlier question: it is that answer that changes, whatever is open. */
import { LANGUAGES } from '../../../../vocabulary/catalogue.ts'
import { isIdle, repeat } from '../commands.ts'
import { headingOf, inWords, tell } from '../speech.ts'
import type { Message, Outcome, Question, State, World } from '../state.ts'
import { openQuestion } from './answers.ts'
import { correcting, reopened } from './corrections.ts'
import { advance, record, surveyOf } from './draft.ts'
import { take } from './taking.ts'

type Quoting = Extract<Message, { type: 'text' }>

/** Null where no question is quoted, or the one that is open. What quotes any other answers nothing else. */
export function answeredAgain(state: State, message: Quoting, world: World): Outcome | null {
  const { about } = message
  const put = openQuestion(state, world)
  if (!about || (put && isAskedBy(about, put.path, put.question))) return null
  const asked =
    state.draft && surveyOf(state, world).entries.find(({ path, question }) => isAskedBy(about, path, question))
  if (!asked) return isQuestion(about) ? closed(state, message, world) : null
  const { path, question } = asked
  // that it is wrong is no answer to it
  if (world.wording.plea(message.text)?.isClear) return advance(correcting(state, world, path), world)
  const open = reopened(state, world, path)
  // its options may have changed meanwhile
  if (question.live) return advance(open, world)
  const taken = take(
    { type: 'text', text: message.text },
    { question, path, options: null, skippable: !question.required },
    open,
    world,
  )
  return taken.is === 'values'
    ? record(open, world, path, taken.values)
    : advance(open, world, taken.is === 'refused' ? taken.note : null)
}

/** No kind of message but a question's has a line in bold. */
const isQuestion = (text: string): boolean => /^\*.+\*$/m.test(text)

/** Of what was sent off or cancelled, or is not asked any more. */
function closed(state: State, { text }: Quoting, world: World): Outcome | null {
  if (isIdle(state) && world.catalogue.search(text).named) return null
  return repeat(state, world, tell(state, world, 'old-question'))
}

/** A question's message has its label in bold alone on a line, and its heading on the line before: in the language of that day. */
function isAskedBy(text: string, path: string, question: Question): boolean {
  const lines = text.split('\n')
  return LANGUAGES.some((language) => {
    const at = lines.indexOf(`*${inWords(question.label, { language })}*`)
    const heading = headingOf(question, path, { language })
    return at >= 0 && (heading === null || lines[at - 1] === heading)
  })
}
