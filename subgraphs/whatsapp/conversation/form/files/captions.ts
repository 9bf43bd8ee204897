/** Words below a file. They are obeyed where they are a command, and taken where they can be nothing but an answer; mostly they say what the file is. */
import { commanded } from '../../commands.ts'
import { below, tell } from '../../speech.ts'
import type { Message, Outcome, State, World } from '../../state.ts'
import { isPlain } from '../ahead.ts'
import { openQuestion, taking } from '../answers.ts'
import { take } from '../taking.ts'
import { isAskedLater, kept } from './early.ts'
import { distinct, MOST } from './pages.ts'

/** What a caption asks for, the files put aside until a paper is asked for. Null where it asks for nothing: the files are heard as they are. */
export function captioned(state: State, message: Extract<Message, { type: 'file' }>, world: World): Outcome | null {
  const text = message.caption?.trim()
  if (!text) return null
  const files = distinct([message.media, ...(message.others ?? [])])
  const isRoom = state.kept.length + files.length <= MOST
  const aside = isRoom && isAskedLater(state, world) ? kept(state, files, world) : state
  const outcome = commanded(aside, world, text) ?? answerOf(aside, text, world)
  const [first, ...others] = outcome?.replies ?? []
  if (!outcome || !first) return outcome
  const isKept = outcome.state.kept.some(({ media }) => media.id === message.media.id)
  const said = isKept
    ? tell(state, world, 'kept-file')
    : isRoom
      ? tell(state, world, 'file-unused')
      : tell(state, world, 'kept-full', { count: MOST })
  return { ...outcome, replies: [below(said, first), ...others] }
}

/** Any words would pass for a name: only what cannot be told of a file is an answer, such as a date, a number or one of the choices. */
function answerOf(state: State, text: string, world: World): Outcome | null {
  const put = openQuestion(state, world)
  if (put?.by !== 'draft' || put.question.type === 'DOCUMENT' || isPlain(put.question)) return null
  // written before the question could be read
  if (state.place.at === 'question' && (world.arrived ?? world.now) < (state.place.since ?? 0)) return null
  const taken = take({ type: 'text', text }, { ...put, whole: true }, state, world)
  return taken.is === 'values' ? taking(state, world, put, taken) : null
}
