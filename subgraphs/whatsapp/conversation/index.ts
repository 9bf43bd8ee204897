/** The conversation: one pure function from where a chat stands and what came, to where it stands then and what is said. */

import { answerCame, applicationCame, applicationsCame, newHolder, withdrawalCame } from './applications.ts'
import { coded, commanded, isIdle, repeat, thanked, wished } from './commands.ts'
import { answered, chosen } from './form/answers.ts'
import { serviceOf, settle } from './form/draft.ts'
import { factsLeft } from './form/facts.ts'
import { captioned } from './form/files/captions.ts'
import { keptToday } from './form/files/early.ts'
import { uploaded } from './form/files/uploads.ts'
import { formCame, formFactsCame } from './form/offer.ts'
import { answeredAgain } from './form/quotes.ts'
import { feeCame, optionsCame, sent } from './form/review.ts'
import { withBlockShown } from './form/shown.ts'
import { linkCame } from './linking.ts'
import { reckoned } from './memory.ts'
import { serviceTitled, typed } from './menu.ts'
import { pleaded, pleadedVaguely, regretted } from './pleas.ts'
import { offeredBy, pressed, worded } from './pressed.ts'
import { readPress } from './presses.ts'
import { affirmed, isBehind, returned } from './returning.ts'
import { begin, shelved, withWayBack } from './shelf.ts'
import { above, below, tell } from './speech.ts'
import type { Message, Outcome, Result, State, World } from './state.ts'
import { erasureCame, notUnderstood } from './ways.ts'

export { isIdle } from './commands.ts'
export { gathers } from './form/files/coming.ts'
export { united } from './memory.ts'
export { remind } from './reminder.ts'
export type { ChatCatalogue, Message, Operation, Outcome, Reply, Result, Service, State, World } from './state.ts'
export { START } from './state.ts'

/** Every message is answered, and every answer leaves a way on. An operation is carried out, and its result passed in the same way. */
export function conversation(state: State, event: Message | Result, world: World): Outcome {
  const said = withBlockShown(state, next(state, event, world), world)
  const back = LOOKED_UP.has(event.type) ? withWayBack(said, world) : said
  const outcome =
    world.unproved && state.said === 0 && !(event.type === 'link' && event.linked) ? withReason(back, world) : back
  const { replies } = outcome
  if (!replies.length) return outcome
  const { offered: _, ...after } = outcome.state
  const offered = offeredBy(after, replies)
  return { ...outcome, state: { ...after, said: world.now, ...(offered ? { offered } : {}) } }
}

/** The first answer to whoever holds the phone of somebody else says why nothing of before is here. */
function withReason(outcome: Outcome, world: World): Outcome {
  const [first, ...others] = outcome.replies
  const reason = newHolder(outcome.state, world)
  return first && !first.text.includes(reason) ? { ...outcome, replies: [above(first, reason), ...others] } : outcome
}

/** What the department knows may bring up answers of before that it knows more about: that is asked as well. */
function factsCame(state: State, world: World, { of, facts }: Extract<Result, { type: 'facts' }>): Outcome {
  if (!state.draft) return { state, replies: [] }
  const more = factsLeft(state, world, of, facts)
  if (more) return { state, replies: [], operation: more }
  return of.path === '' ? formFactsCame(state, world, facts) : settle(state, world, of.path, facts)
}

/** What is looked up in the middle of a service leads back to it. */
const LOOKED_UP: ReadonlySet<(Message | Result)['type']> = new Set([
  'applications',
  'application',
  'withdraw',
  'answer',
  'link',
])

function next(state: State, event: Message | Result, world: World): Outcome {
  switch (event.type) {
    case 'options':
      return optionsCame(state, world, event)
    case 'facts':
      return factsCame(state, world, event)
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
    case 'erase':
      return erasureCame(state, world, event)
    default:
      return heard(state, event, world)
  }
}

/** A message; whoever is understood is not lost, and what they began is recalled later. */
function heard(before: State, message: Message, world: World): Outcome {
  const state = keptToday(before.stopped ? { ...before, stopped: false } : before, world)
  const outcome = isGone(state, world) ? heardWithout(state, message, world) : hear(state, message, world)
  // whether a file is of use is known once it is looked at
  const isHeard = outcome.state.lost === state.lost && outcome.operation?.kind !== 'upload'
  const found = isHeard ? { ...outcome.state, lost: 0 } : outcome.state
  return { ...outcome, state: reckoned(found, world) }
}

/** The department offers the service no longer. Its draft waits for the day that it does; what was sent is heard as from the menu. */
function heardWithout(state: State, message: Message, world: World): Outcome {
  const outcome = hear({ ...shelved(state), place: { at: 'menu' } }, message, world)
  const [first, ...others] = outcome.replies
  if (!first) return outcome
  return { ...outcome, replies: [below(tell(state, world, 'service-gone-kept'), first), ...others] }
}
const isGone = (state: State, world: World): boolean =>
  state.draft !== null && state.place.at !== 'action' && !isIdle(state) && serviceOf(state, world) === null

function hear(state: State, message: Message, world: World): Outcome {
  if (message.type === 'press') {
    const press = readPress(message.id)
    const after = press ? pressed(state, press, world, message.id) : repeat(state, world)
    return { ...after, state: { ...after.state, pressed: { id: message.id, at: world.now } } }
  }
  if (message.type === 'form') return formCame(state, world, message.key)
  // what it says now comes from some numbers only; what it said before has been answered
  if (message.type === 'other' && message.kind === 'edit')
    return repeat(state, world, tell(state, world, 'edit-unseen'))
  if (message.type === 'number') return repeat(state, world, tell(state, world, 'number-came'))
  const captionHeard = message.type === 'file' ? captioned(state, message, world) : null
  if (captionHeard) return captionHeard
  if (message.type !== 'text')
    return answered(state, message, world) ?? notUnderstood(state, world, tell(state, world, 'cannot-read'))
  const guessed = isIdle(state) && !state.chosen ? world.wording.guess(message.text) : null
  if (!guessed || guessed === state.language) return read(state, message, world)
  const outcome = read({ ...state, language: guessed }, message, world)
  const [first, ...others] = outcome.replies
  if (!first || outcome.state.chosen) return outcome
  // guessed from the script: it is said, and how another is had
  return { ...outcome, replies: [above(first, tell(outcome.state, world, 'language-guessed')), ...others] }
}

/** What is written, in the order in which it may be meant. */
function read(asked: State, message: Extract<Message, { type: 'text' }>, world: World): Outcome {
  const isQuoting = Boolean(message.about)
  return (
    affirmed(asked, message, world) ??
    (isQuoting
      ? null
      : (chosen(asked, message, world) ?? worded(asked, world, message.text, isBehind(asked, world)))) ??
    commanded(asked, world, message.text) ??
    coded(asked, message.text) ??
    thanked(asked, world, message.text) ??
    regretted(asked, message, world) ??
    wished(asked, world, message.text) ??
    (isQuoting ? null : pleaded(asked, world, message.text)) ??
    answeredAgain(asked, message, world) ??
    titled(asked, world, message.text) ??
    (isQuoting ? null : returned(asked, world, message.text)) ??
    answered(asked, message, world) ??
    (isQuoting ? null : pleadedVaguely(asked, world, message.text)) ??
    (isIdle(asked) ? typed(asked, world, message.text) : notUnderstood(asked, world, tell(asked, world, 'choose-one')))
  )
}

function titled(state: State, world: World, text: string): Outcome | null {
  const service = serviceTitled(text, world)
  return service ? begin(state, world, service) : null
}
