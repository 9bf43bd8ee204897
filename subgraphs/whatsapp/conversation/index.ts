/** The conversation: one pure function from where a chat stands and what came, to where it stands then and what is said. */
import {
  answerCame,
  applicationCame,
  applicationsCame,
  askApplication,
  askStatus,
  confirmWithdrawal,
  linkCame,
  repeatAction,
  withdrawalCame,
} from './applications.ts'
import { fileKinds, isSkippable } from './asking.ts'
import {
  advance,
  back,
  begin,
  draftKey,
  givenOf,
  more,
  putQuestion,
  questionAt,
  record,
  reopened,
  resume,
  serviceOf,
  settle,
  shelved,
  surveyOf,
  withDraft,
} from './draft.ts'
import { helpText, inLanguage, languages, menu, serviceTitled, typed } from './menu.ts'
import { type Press, readPress } from './presses.ts'
import { feeCame, optionsCame, putCorrections, putReview, reviewOf, send, sent } from './review.ts'
import { tell } from './speech.ts'
import type { Message, Outcome, Place, Result, State, World } from './state.ts'
import { type Taken, take, takePress } from './taking.ts'

export type { ChatCatalogue, Message, Operation, Outcome, Reply, Result, Service, State, World } from './state.ts'
export { START } from './state.ts'

type Answerer = 'draft' | 'action'
const REFERENCE = /\bDWR-\d{4}-\d{6,}\b/i
/** `LINK 123456`; the bare digits only where no question is open. */
const CODE = /^\s*(?:link|code|otp|लिंक|कोड)?[\s:#-]*(\d{6,8})\s*$/iu
const WORDED_CODE = /^\s*(?:link|code|otp|लिंक|कोड)[\s:#-]+(\d{6,8})\s*$/iu
const IDLE: ReadonlySet<Place['at']> = new Set([
  'menu',
  'language',
  'resume',
  'applications',
  'application',
  'withdraw',
])

export const isIdle = (state: State): boolean => IDLE.has(state.place.at)

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

// ---------- from anywhere ----------

function commanded(state: State, world: World, text: string): Outcome | null {
  const command = world.wording.command(text)
  if (!command) return null
  if (command.startsWith('choose-'))
    return isIdle(state) ? languageChosen(state, world, command.slice('choose-'.length)) : null
  switch (command) {
    case 'menu':
      return menu(shelvedAtMenu(state), world)
    case 'help':
      return repeat(state, world, helpText(state, world))
    case 'status':
      return askStatus(state)
    case 'language':
      return languages(state, world, !isIdle(state))
    case 'cancel':
      return cancelled(state, world)
    case 'stop':
      return {
        state: { ...state, draft: null, shelf: [], stopped: true, place: { at: 'menu' } },
        replies: [{ text: tell(state, world, 'stopped') }],
      }
    case 'back':
      return isIdle(state) ? menu(state, world) : stepBack(state, world)
    case 'more':
      return turnedPage(state, world)
    default:
      return null
  }
}

/** A draft stays open behind the menu; one without an answer is dropped. */
const shelvedAtMenu = (state: State): State =>
  state.draft && !state.draft.trail.length ? { ...state, draft: null } : state

function stepBack(state: State, world: World): Outcome {
  if (state.place.at === 'correct' && state.draft) return advance(state, world)
  if (state.place.at === 'action') return menu(state, world)
  return back(state, world) ?? menu(shelvedAtMenu(state), world)
}

function cancelled(state: State, world: World): Outcome {
  if (state.place.at === 'action' || isIdle(state) || !state.draft) return menu(state, world)
  return { state: { ...state, draft: null, place: { at: 'menu' } }, replies: [menuAfter(state, world, 'cancelled')] }
}
const menuAfter = (state: State, world: World, sentence: string) =>
  menu({ ...state, draft: null }, world, { before: tell(state, world, sentence) }).replies[0]!

function turnedPage(state: State, world: World): Outcome | null {
  const { place } = state
  if (place.at === 'question') return putQuestion(state, world, { ...place, page: place.page + 1 })
  if (place.at === 'correct') return putCorrections(state, world, place.paths, place.page + 1)
  if (place.at === 'action') return repeatAction(state, world, { ...place, page: place.page + 1 }, null)
  return isIdle(state) ? menu(state, world, { page: 1 }) : null
}

function languageChosen(state: State, world: World, code: string): Outcome {
  const language = world.wording.languages.find((known) => known.code === code)?.code
  const { place } = state
  const resumes = place.at === 'language' ? place.resume : !isIdle(state)
  if (!language) return languages(state, world, resumes)
  const changed = inLanguage(state, language)
  if (place.at === 'action') return askApplication(changed, place.reference, 'answer')
  return state.draft && resumes ? advance(changed, world) : menu(changed, world)
}

function coded(state: State, text: string): Outcome | null {
  const code = (isIdle(state) ? CODE : WORDED_CODE).exec(text)
  if (code) return { state, replies: [], operation: { kind: 'link', code: code[1]! } }
  const reference = isIdle(state) ? REFERENCE.exec(text) : null
  return reference ? askApplication(state, reference[0].toUpperCase()) : null
}

function titled(state: State, world: World, text: string): Outcome | null {
  const service = serviceTitled(text, world)
  return service ? begin(state, world, service) : null
}

// ---------- answers ----------

/** The option of an open question that this text names: it wins over a command or a title that reads the same. */
function chosen(state: State, message: Extract<Message, { type: 'text' }>, world: World): Outcome | null {
  const put = openQuestion(state, world)
  if (!put || !['CHOICE', 'CHOICES', 'BOOLEAN'].includes(put.question.type)) return null
  const taken = take(message, put, state, world)
  return taken.is === 'values' ? taking(state, world, put, taken) : null
}

interface Put {
  readonly by: Answerer
  readonly path: string
  readonly question: import('./state.ts').Question
  readonly options: readonly import('./state.ts').Option[] | null
  readonly skippable: boolean
}
function openQuestion(state: State, world: World): Put | null {
  const { place, draft } = state
  const service = serviceOf(state, world)
  if (place.at === 'action' && place.question)
    return {
      by: 'action',
      path: place.question.path,
      question: place.question,
      options: place.options,
      skippable: false,
    }
  if (place.at !== 'question' || !draft || !service) return null
  const question = questionAt(service, place.path)
  if (!question) return null
  return {
    by: 'draft',
    path: place.path,
    question,
    options: place.options,
    skippable: isSkippable(question, givenOf(draft, question, place.path)),
  }
}

function answered(state: State, message: Exclude<Message, { type: 'press' }>, world: World): Outcome | null {
  const put = openQuestion(state, world)
  if (put) return taking(state, world, put, take(message, put, state, world))
  const { place, draft } = state
  const text = message.type === 'text' ? message.text : null
  const command = text === null ? null : world.wording.command(text)
  switch (place.at) {
    case 'more': {
      const service = draft && serviceOf(state, world)
      const question = service && questionAt(service, place.list)
      if (question?.type === 'DOCUMENT' && message.type === 'file')
        return {
          state: withDraft(state, {
            wanted: { ...draft!.wanted, [place.list]: givenOf(draft!, question, place.list).length + 1 },
          }),
          replies: [],
          operation: { kind: 'upload', media: message.media, accepts: question.accepts },
        }
      if (command === 'yes' || command === 'add') return more(state, world, place.list, true)
      if (command === 'no' || command === 'go-on') return more(state, world, place.list, false)
      return null
    }
    case 'review':
      if (command === 'yes' || command === 'send') return send(state, world)
      if (command === 'no' || command === 'correct') return putCorrections(state, world, null, 0)
      return repeat(state, world)
    case 'correct': {
      const named = text === null ? undefined : correctedBy(state, world, text)
      return named ? advance(reopened(state, world, named), world) : repeat(state, world)
    }
    case 'unanswered':
      return again(state, world)
    case 'withdraw':
      if (command === 'yes' || command === 'withdraw')
        return { state, replies: [], operation: { kind: 'withdraw', reference: place.reference } }
      return command === 'no' ? askApplication(state, place.reference) : null
    case 'resume':
      return command === 'yes' || command === 'go-on' ? resume(state, world, place.service) : null
    case 'application':
      return command === 'withdraw' ? confirmWithdrawal(state, world, place.reference) : null
    case 'action':
      return message.type === 'file'
        ? { state, replies: [], operation: { kind: 'upload', media: message.media, accepts: null } }
        : text === null
          ? null
          : { state, replies: [], operation: { kind: 'answer', reference: place.reference, answer: text } }
    default:
      return null
  }
}

function correctedBy(state: State, world: World, text: string): string | undefined {
  const wanted = text.trim().toLowerCase()
  return surveyOf(state, world).entries.find(({ question }) =>
    Object.values(question.label).some((label) => label?.toLowerCase() === wanted),
  )?.path
}

function taking(state: State, world: World, put: Put, taken: Taken): Outcome {
  switch (taken.is) {
    case 'refused':
      return repeat(state, world, taken.note)
    case 'file':
      return { state, replies: [], operation: { kind: 'upload', media: taken.media, accepts: put.question.accepts } }
    case 'values':
      return given(state, world, put, taken.values)
  }
}

function given(
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

function uploaded(state: State, world: World, { stored, refused }: Extract<Result, { type: 'upload' }>): Outcome {
  const { place } = state
  if (!stored) {
    const put = openQuestion(state, world)
    const note = tell(state, world, `file-${refused ?? 'failed'}`, {
      kinds: fileKinds(put?.question.accepts ?? null, state, world),
    })
    return repeat(state, world, note)
  }
  const values = [{ value: stored.document, label: stored.name }]
  const put = openQuestion(state, world)
  if (put) return given(state, world, put, values)
  if (place.at === 'more' && state.draft) return record(state, world, place.list, values)
  return place.at === 'action'
    ? { state, replies: [], operation: { kind: 'answer', reference: place.reference, answer: stored.document } }
    : menu(state, world)
}

function again(state: State, world: World): Outcome {
  const { place } = state
  if (place.at !== 'unanswered' || !state.draft) return repeat(state, world)
  return place.attempt === 'file'
    ? send(state, world)
    : place.attempt === 'review'
      ? reviewOf(state, world)
      : advance(state, world)
}

// ---------- presses ----------

function pressed(state: State, press: Press, world: World): Outcome {
  const { place, draft } = state
  switch (press.kind) {
    case 'menu':
      return menu(shelvedAtMenu(state), world)
    case 'services':
      return menu(shelvedAtMenu(state), world, { page: Number(press.key) || 0 })
    case 'help':
      return repeat(state, world, helpText(state, world))
    case 'status':
      return askStatus(state)
    case 'languages':
      return languages(state, world, !isIdle(state))
    case 'language':
      return languageChosen(state, world, press.key)
    case 'start': {
      const service = world.catalogue.service(press.key)
      return service ? begin(state, world, service) : menu(state, world)
    }
    case 'resume':
      return resume(state, world, press.key) ?? menu(state, world)
    case 'anew': {
      const service = world.catalogue.service(press.key)
      const aside = shelved(state)
      return service
        ? begin({ ...aside, shelf: aside.shelf.filter((kept) => kept.service !== press.key) }, world, service)
        : menu(state, world)
    }
    case 'show':
      return askApplication(state, press.key)
    case 'respond':
      return askApplication(state, press.key, 'answer')
    case 'withdraw':
      return confirmWithdrawal(state, world, press.key)
    case 'withdrawn':
      return { state, replies: [], operation: { kind: 'withdraw', reference: press.key } }
  }
  if (place.at === 'action' && press.key === place.reference) {
    if (press.kind === 'page') return repeatAction(state, world, { ...place, page: Number(press.value) || 0 }, null)
    const put = openQuestion(state, world)
    return press.kind === 'answer' && put && press.path === put.path
      ? taking(state, world, put, takePress(press, put, state, world))
      : repeat(state, world)
  }
  // a button of a question that is no longer open answers nothing
  if (!draft || press.key !== draftKey(draft)) return repeat(state, world, tell(state, world, 'old-button'))
  return pressedInDraft(state, press, world) ?? repeat(state, world, tell(state, world, 'old-button'))
}

function pressedInDraft(state: State, press: Press, world: World): Outcome | null {
  const { place } = state
  const put = openQuestion(state, world)
  switch (press.kind) {
    case 'answer':
      return put && put.path === press.path ? taking(state, world, put, takePress(press, put, state, world)) : null
    case 'skip':
      return put && put.path === press.path && put.skippable
        ? record(state, world, press.path, [{ value: null, label: null }])
        : null
    case 'page':
      if (place.at === 'correct' && !press.path)
        return putCorrections(state, world, place.paths, Number(press.value) || 0)
      return place.at === 'question' && place.path === press.path
        ? putQuestion(state, world, { ...place, page: Number(press.value) || 0 })
        : null
    case 'add':
    case 'enough':
      return place.at === 'more' && place.list === press.path
        ? more(state, world, press.path, press.kind === 'add')
        : null
    case 'fix':
      return place.at === 'correct' ? advance(reopened(state, world, press.path), world) : null
    case 'send':
      return place.at === 'review' ? send(state, world) : null
    case 'correct':
      return place.at === 'review' || place.at === 'correct' ? putCorrections(state, world, null, 0) : null
    case 'cancel':
      return cancelled(state, world)
    case 'again':
      return place.at === 'unanswered' ? again(state, world) : null
    default:
      return null
  }
}

// ---------- again ----------

/** Says where the chat stands once more; `note`: why. */
function repeat(state: State, world: World, note: string | null = null): Outcome {
  const { place } = state
  const before = note === null ? {} : { before: note }
  if (place.at === 'action') return repeatAction(state, world, place, note)
  if (!state.draft) return menu(state, world, before)
  switch (place.at) {
    case 'question':
      return putQuestion(state, world, place, note)
    case 'review':
      return putReview(state, world, place.fee, note)
    case 'correct':
      return putCorrections(state, world, place.paths, place.page, note ?? undefined)
    case 'more':
      return advance(state, world, note)
    case 'unanswered':
      return again(state, world)
    default:
      return menu(state, world, before)
  }
}
