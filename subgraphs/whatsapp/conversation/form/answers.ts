/** A message as the answer to what is open. */

import { comparable } from '../../wording.ts'
import { askApplication, confirmWithdrawal } from '../applications.ts'
import { again, repeat } from '../commands.ts'
import { menu } from '../menu.ts'
import { corrects, correctsBy, pleadedVaguely } from '../pleas.ts'
import { dropped, resume } from '../shelf.ts'
import { inWords, tell } from '../speech.ts'
import type { Message, Option, Outcome, Question, State, World } from '../state.ts'
import { confirmErasure, erase, keepAll, notUnderstood } from '../ways.ts'
import { degreesAhead, isOfAddress, isPlain, type Split, split, splitContact, splitPlace } from './ahead.ts'
import { isSkippable, shownOptions } from './asking.ts'
import { correctedBy, correcting } from './corrections.ts'
import { advance, givenOf, questionAt, record, serviceOf, surveyOf, withDraft } from './draft.ts'
import { fileCame } from './files/coming.ts'
import { enoughPages } from './files/pages.ts'
import { uploadOf } from './files/uploads.ts'
import { answeredOffer } from './offer.ts'
import { alternativesOf, more, picked } from './parts.ts'
import { putCorrections, send } from './review.ts'
import { suggestion } from './survey.ts'
import { matching, type Taken, take } from './taking.ts'

/** The option of an open question that this text names: it wins over a command or a title that reads the same. */
export function chosen(state: State, message: Extract<Message, { type: 'text' }>, world: World): Outcome | null {
  const put = openQuestion(state, world)
  if (!put || !['CHOICE', 'CHOICES', 'BOOLEAN'].includes(put.question.type)) return null
  const taken = take(message, put, state, world)
  return taken.is === 'values' ? taking(state, world, put, taken) : null
}

/** The question that is open, of a draft or of a department's action. */
export interface Put {
  readonly by: 'draft' | 'action'
  readonly path: string
  readonly question: Question
  readonly options: readonly Option[] | null
  readonly skippable: boolean
  /** The options that can be seen, in their order. */
  readonly shown: readonly Option[] | null
}
export function openQuestion(state: State, world: World): Put | null {
  const { place, draft } = state
  const service = serviceOf(state, world)
  if (place.at === 'action' && place.question) {
    const { question, options, page } = place
    const listed = { question, options, page, given: [], suggestion: null, skippable: false }
    return {
      by: 'action',
      path: question.path,
      question,
      options,
      skippable: false,
      shown: shownOptions(listed, state, world),
    }
  }
  if (place.at !== 'question' || !draft || !service) return null
  const question = questionAt(service, place.path)
  if (!question) return null
  const { path, options, page } = place
  const form = surveyOf(state, world)
  const given = givenOf(draft, question, path)
  const skippable = isSkippable(question, given, form)
  const listed = { question, options, page, given, skippable, suggestion: suggestion(question, path, form) }
  return { by: 'draft', path, question, options, skippable, shown: shownOptions(listed, state, world) }
}

export function answered(state: State, message: Exclude<Message, { type: 'press' }>, world: World): Outcome | null {
  const file = message.type === 'file' ? fileCame(state, [message.media, ...(message.others ?? [])], world) : null
  if (file) return file
  const put = openQuestion(state, world)
  if (put) return answeredQuestion(state, message, put, world)
  const { place } = state
  if (message.type === 'file' && place.at !== 'erase')
    return notUnderstood(state, world, tell(state, world, 'file-unused'))
  const text = message.type === 'text' ? message.text : null
  const command = text === null ? null : world.wording.command(text)
  switch (place.at) {
    case 'more':
      if (command === 'yes' || command === 'add') return more(state, world, place.list, true)
      if (message.type === 'contact') return another(state, message, place.list, world)
      if (command === 'no' || command === 'go-on') return more(state, world, place.list, false)
      return text === null ? null : moreOf(state, world, place.list, text)
    case 'pages':
      return command === 'no' || command === 'go-on' || isEnough(text, world) ? enoughPages(state, world) : null
    case 'which': {
      const { next } = surveyOf(state, world)
      if (text === null || next?.kind !== 'which') return null
      const named = matching(text, alternativesOf(state, next))
      return named && picked(state, world, place.path, named.value)
    }
    case 'offer':
    case 'form':
      return answeredOffer(state, world, text)
    case 'review':
      if (command === 'yes' || command === 'send') return send(state, world)
      if (command === 'no' || command === 'correct') return putCorrections(state, world, null, 0)
      if (text === null) return null
      return (
        corrected(state, world, text) ??
        pleadedVaguely(state, world, text) ??
        notUnderstood(state, world, tell(state, world, 'choose-one'))
      )
    case 'correct': {
      if (command === 'no' || (text !== null && world.wording.remark(text) === 'none')) return advance(state, world)
      const named = text === null ? undefined : correctedBy(state, world, text, place)
      if (named) return advance(correcting(state, world, named), world)
      return text === null ? null : notUnderstood(state, world, null)
    }
    case 'unanswered':
      return again(state, world)
    case 'withdraw':
      if (command === 'yes' || command === 'withdraw')
        return { state, replies: [], operation: { kind: 'withdraw', reference: place.reference } }
      return command === 'no' ? askApplication(state, place.reference) : null
    case 'erase':
      if (command === 'yes') return erase(state)
      return command === 'no' ? keepAll(state, world) : message.type === 'text' ? null : confirmErasure(state, world)
    case 'resume':
      if (place.drops && command === 'yes') return dropped(state, world, place.service)
      if (place.drops && command === 'no') return menu(state, world)
      return command === 'yes' || command === 'go-on' ? resume(state, world, place.service) : null
    case 'application':
      return command === 'withdraw' ? confirmWithdrawal(state, world, place.reference) : null
    case 'action':
      return text === null
        ? null
        : { state, replies: [], operation: { kind: 'answer', reference: place.reference, answer: text } }
    default:
      return null
  }
}

/** What is shown to be checked is said to be wrong, or an answer is named: it is asked for again, or it is asked which. */
function corrected(state: State, world: World, text: string): Outcome | null {
  const plea = world.wording.plea(text)
  if (plea?.wish === 'correct') return correctsBy(plea, state, world)
  const named = labelledBy(state, world, text)
  return named.length ? corrects(state, world, named) : null
}
const labelledBy = (state: State, world: World, text: string): readonly string[] =>
  surveyOf(state, world).entries.flatMap(({ question, path }) =>
    Object.values(question.label).some((one) => comparable(one) === comparable(text)) ? [path] : [],
  )

/** A message to the open question: an answer to it, or to it and what follows. */
function answeredQuestion(state: State, message: Exclude<Message, { type: 'press' }>, put: Put, world: World): Outcome {
  const service = serviceOf(state, world)
  const rest =
    message.type === 'text' && put.by === 'draft' && isPlain(put.question)
      ? joinedToLast(state, message.text, world)
      : null
  if (rest) return rest
  const parts: Split | null =
    put.by === 'draft' && service ? split(message, service, state.draft!, put.path, world) : alone(message, put)
  if (!parts && message.type === 'place' && service && put.by === 'draft') {
    const pinned = pin(state, message, put, world)
    if (pinned) return pinned
  }
  if (!parts) {
    const taken = take(message, put, state, world)
    const whole = taken.is === 'refused' && message.type === 'text' ? joinedToLast(state, message.text, world) : null
    if (whole || taken.is !== 'refused' || message.type !== 'text') return whole ?? taking(state, world, put, taken)
    return pleadedVaguely(state, world, message.text) ?? taking(state, world, put, taken)
  }
  const { draft } = state
  const kept = draft ? withDraft(state, { ahead: { ...draft.ahead, ...parts.ahead } }) : state
  const taken = take({ type: 'text', text: parts.text }, put, kept, world)
  return taken.is === 'values' ? taking(kept, world, put, taken) : taking(state, world, put, taken)
}
/** A place without words, where an address is asked for: it does not say the house. What it says is kept for the questions that ask for it. */
function pin(state: State, place: Extract<Message, { type: 'place' }>, put: Put, world: World): Outcome | null {
  const service = serviceOf(state, world)!
  const draft = state.draft!
  if (place.name || place.address || put.question.type !== 'TEXT' || !isOfAddress(service, put.path)) return null
  const ahead = { ...draft.ahead, ...degreesAhead(place, service, draft, put.path) }
  const label = inWords(put.question.label, state)
  return repeat(withDraft(state, { ahead }), world, tell(state, world, 'place-needs-words', { label }))
}

/**
 * Sent before the question could be read, and no answer to it: the rest of what was written just before (`Asha` and then `Devi`).
 * Null where it is none.
 */
function joinedToLast(state: State, text: string, world: World): Outcome | null {
  const { draft } = state
  const path = draft?.trail.at(-1)
  const service = serviceOf(state, world)
  const question = path !== undefined && service ? questionAt(service, path) : null
  const before = path === undefined ? null : draft!.answers[path]
  if (world.arrived === undefined || world.arrived >= state.said) return null
  if (!question || !isPlain(question) || typeof before !== 'string') return null
  const whole = take(
    { type: 'text', text: `${before} ${text}` },
    { question, options: null, skippable: false },
    state,
    world,
  )
  return whole.is === 'values' ? record(state, world, path!, whole.values) : null
}

/** A place or a card as the answer to a department's question. */
const alone = (message: Message, { question }: Put): Split | null =>
  message.type === 'place'
    ? splitPlace(message, question, [])
    : message.type === 'contact'
      ? splitContact(message, question, [])
      : null

/** That there is no more, or that one has read. */
const isEnough = (text: string | null, { wording }: World): boolean =>
  text !== null && ['none', 'heard'].includes(wording.remark(text) ?? '')

/** Where another of several choices may be added, its name adds it. That there is no more, or the place of a button, is understood too. */
function moreOf(state: State, world: World, list: string, text: string): Outcome | null {
  const typed = comparable(text)
  if (typed === '1' || typed === '2') return more(state, world, list, typed === '2')
  if (isEnough(text, world)) return more(state, world, list, false)
  const outcome = more(state, world, list, true)
  const put = openQuestion(outcome.state, world)
  if (put?.path !== list || put.question.type !== 'CHOICES') return null
  // none of what remains can be seen, so no number counts it
  const taken = take({ type: 'text', text }, { ...put, shown: [] }, outcome.state, world)
  return taken.is === 'values' ? taking(outcome.state, world, put, taken) : null
}

/** A card where another person may be added: it is them. */
function another(
  state: State,
  card: Extract<Message, { type: 'contact' }>,
  list: string,
  world: World,
): Outcome | null {
  const outcome = more(state, world, list, true)
  const put = openQuestion(outcome.state, world)
  return put?.question.scalar === 'PersonName' ? answeredQuestion(outcome.state, card, put, world) : null
}

export function taking(state: State, world: World, put: Put, taken: Taken): Outcome {
  switch (taken.is) {
    case 'refused':
      return notUnderstood(state, world, taken.note)
    case 'file':
      return { state, replies: [], operation: uploadOf(state, [taken.media], put.question.accepts) }
    case 'values':
      return given(state, world, put, taken.values)
  }
}

export function given(
  state: State,
  world: World,
  put: Put,
  values: readonly { value: unknown; label: string | null }[],
): Outcome {
  const { place } = state
  if (put.by === 'draft') return record(state, world, put.path, values)
  const answer = put.question.type === 'CHOICES' ? values.map((v) => v.value) : values[0]!.value
  return place.at === 'action'
    ? { state, replies: [], operation: { kind: 'answer', reference: place.reference, answer } }
    : { state, replies: [] }
}
