/** The conversation: one pure function from where a chat stands and what came, to where it stands then and what is said. */
import { answered, chosen, uploaded } from './answers.ts'
import { answerCame, applicationCame, applicationsCame, linkCame, withdrawalCame } from './applications.ts'
import { coded, commanded, isIdle, repeat } from './commands.ts'
import { settle } from './draft.ts'
import { serviceTitled, typed } from './menu.ts'
import { pressed } from './pressed.ts'
import { readPress } from './presses.ts'
import { feeCame, optionsCame, sent } from './review.ts'
import { begin } from './shelf.ts'
import { tell } from './speech.ts'
import type { Message, Outcome, Result, State, World } from './state.ts'

export { isIdle } from './commands.ts'
export type { ChatCatalogue, Message, Operation, Outcome, Reply, Result, Service, State, World } from './state.ts'
export { START } from './state.ts'

/** Every message is answered, and every answer leaves a way on. An operation is carried out, and its result passed in the same way. */
export function conversation(state: State, event: Message | Result, world: World): Outcome {
  switch (event.type) {
    case 'options':
      return optionsCame(state, world, event)
    case 'facts':
      return state.draft ? settle(state, world, event.of.path, event.facts) : { state, replies: [] }
    case 'fee':
      return feeCame(state, world, event)
    case 'upload':
      return uploaded(state, world, event)
    case 'filed':
      return sent(state, world, event.outcome)
    case 'applications':
      return applicationsCame(state, world, event)
    case 'application':
      return applicationCame(state, world, event)
    case 'withdraw':
      return withdrawalCame(state, world, event)
    case 'answer':
      return answerCame(state, world, event)
    case 'link':
      return linkCame(state, world, event)
    default:
      return hear(state.stopped ? { ...state, stopped: false } : state, event, world)
  }
}

function hear(state: State, message: Message, world: World): Outcome {
  if (message.type === 'press') {
    const press = readPress(message.id)
    return press ? pressed(state, press, world) : repeat(state, world)
  }
  if (message.type !== 'text')
    return answered(state, message, world) ?? repeat(state, world, tell(state, world, 'cannot-read'))
  const guessed = isIdle(state) && !state.chosen ? world.wording.guess(message.text) : null
  const heard = guessed ? { ...state, language: guessed } : state
  return (
    chosen(heard, message, world) ??
    commanded(heard, world, message.text) ??
    coded(heard, message.text) ??
    titled(heard, world, message.text) ??
    answered(heard, message, world) ??
    (isIdle(heard) ? typed(heard, world, message.text) : repeat(heard, world, tell(heard, world, 'choose-one')))
  )
}

function titled(state: State, world: World, text: string): Outcome | null {
  const service = serviceTitled(text, world)
  return service ? begin(state, world, service) : null
}
