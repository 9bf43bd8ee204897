/** What can be sent from anywhere: help, back, menu, status, language, cancel, stop, a one-time code. */
import { latinDigits } from '../../../vocabulary/digits.ts'
import { comparable } from '../wording.ts'
import { askApplication, askStatus, confirmWithdrawal, repeatAction } from './applications.ts'
import { isPlain } from './form/ahead.ts'
import { openQuestion } from './form/answers.ts'
import { advance, back, putQuestion, serviceOf } from './form/draft.ts'
import { enoughPages, putPage } from './form/files/pages.ts'
import { beginForm, putOffer } from './form/offer.ts'
import { putCorrections, putReview, reviewOf, send, unansweredPlace } from './form/review.ts'
import { helpText, inLanguage, languages, menu } from './menu.ts'
import { standing } from './moves.ts'
import { isBehind } from './returning.ts'
import { cancelAside, dropped } from './shelf.ts'
import { tell, titleOf } from './speech.ts'
import type { Outcome, Question, State, World } from './state.ts'
import { confirmErasure, person, putOff, startAgain } from './ways.ts'

/** However a phone has changed its dashes and digits. */
const REFERENCE = /(?<![\p{L}\d])DWR[\s\p{Pd}]*(\d{4})[\s\p{Pd}]*(\d{6,12})(?!\d)/iu
/** `LINK 123456` */
const WORDED_CODE = /^\s*(?:link|code|otp|लिंक|कोड|ਲਿੰਕ|ਕੋਡ|لنک|کوڈ)[\s:#-]+(\d{3}[\s-]?\d{3,5})\s*$/iu
const CODE = /^\D*(\d{3}[\s-]?\d{3,5})\D*$/
const CODE_WORD = /(?<![\p{L}\p{M}])(?:link|code|otp|लिंक|कोड|ਲਿੰਕ|ਕੋਡ|لنک|کوڈ)(?![\p{L}\p{M}])/iu
/** `pin code` */
const PIN = /(?<![\p{L}\p{M}])(?:pin|पिन|ਪਿੰਨ|ਪਿਨ|پن)/iu
/** What stands around a code. */
const AROUND_CODE = /[*_~`'"“”‘’.,!?।۔،()[\]]/g

/** The open question, where it can be answered in any words. */
function wordsAsked(state: State, world: World): Question | null {
  const put = openQuestion(state, world)
  return put && isPlain(put.question) ? put.question : null
}

export function commanded(state: State, world: World, text: string): Outcome | null {
  const command = world.wording.command(text)
  const asked = wordsAsked(state, world)
  if (!command || (asked && world.wording.isAnswer(text))) return null
  if (command.startsWith('choose-'))
    // nobody's name is that of a language
    return asked && asked.scalar !== 'PersonName' ? null : languageChosen(state, world, command.slice('choose-'.length))
  return carriedOut(state, world, command)
}

/** A command in a citizen's own words, where nothing is asked and no service is named. */
export function wished(state: State, world: World, text: string): Outcome | null {
  const wish = isIdle(state) ? world.wording.wish(text) : null
  if (!wish || world.catalogue.search(text).named) return null
  return wish === 'cancel' ? cancelledIdle(state, world, text) : carriedOut(state, world, wish)
}

/** What was begun, or else what was sent: that can be withdrawn. */
function cancelledIdle(state: State, world: World, text: string): Outcome {
  const { place } = state
  const isSure = saysCancel(text, world) && !isBehind(state, world)
  if (place.at === 'withdraw' && isSure)
    return { state, replies: [], operation: { kind: 'withdraw', reference: place.reference } }
  if (place.at === 'application' || place.at === 'withdraw') return confirmWithdrawal(state, world, place.reference)
  if (place.at === 'resume' && place.drops && isSure) return dropped(state, world, place.service)
  return state.place.at !== 'menu' || state.draft || state.shelf.length ? cancelled(state, world) : askStatus(state)
}

/** Thanks call for courtesy, and for nothing else. */
export const thanked = (state: State, world: World, text: string): Outcome | null =>
  world.wording.remark(text) === 'thanks' ? repeat(state, world, tell(state, world, 'welcome')) : null

/** `yes cancel it`: nothing else is said, and no `don't want this`, which may be said of the cancelling. */
function saysCancel(text: string, { wording }: World): boolean {
  const isCancel = (words: string) => wording.plea(words)?.wish === 'cancel'
  const rest = wording.plea(text)?.rest ?? []
  return comparable(text).split(' ').some(isCancel) && rest.every((word) => wording.command(word) === 'yes')
}

function carriedOut(state: State, world: World, command: string): Outcome | null {
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
    case 'later':
      return putOff(state, world)
    case 'anew':
      return startAgain(state, world)
    case 'person':
      return person(state, world)
    case 'erase':
      return confirmErasure(state, world)
    case 'stop':
      return {
        state: { ...state, draft: null, shelf: [], kept: [], stopped: true, place: { at: 'menu' } },
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
export const shelvedAtMenu = (state: State): State =>
  state.draft && !state.draft.trail.length ? { ...state, draft: null } : state

function stepBack(state: State, world: World): Outcome {
  if (state.place.at === 'pages' && state.draft) return enoughPages(state, world)
  if (state.place.at === 'correct' && state.draft) return advance(state, world)
  if (state.place.at === 'action') return menu(state, world)
  const service = serviceOf(state, world)
  const left = service ? { before: tell(state, world, 'left', { title: titleOf(service, state) }) } : {}
  return back(state, world) ?? menu(shelvedAtMenu(state), world, left)
}

export function cancelled(state: State, world: World): Outcome {
  const { place } = state
  if (place.at === 'resume' && !place.drops) return dropped(state, world, place.service)
  // to these it is a no
  if (place.at === 'action' || place.at === 'erase' || place.at === 'withdraw') return menu(state, world)
  if (isIdle(state) || !state.draft) return cancelAside(state, world)
  return {
    state: { ...state, draft: null, kept: [], place: { at: 'menu' } },
    replies: [menuAfter(state, world, 'cancelled')],
  }
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

export function languageChosen(state: State, world: World, code: string): Outcome {
  const language = world.wording.languages.find((known) => known.code === code)?.code
  const { place } = state
  const resumes = place.at === 'language' ? place.resume : !isIdle(state)
  if (!language) return languages(state, world, resumes)
  const changed = inLanguage(state, language)
  if (place.at === 'action') return askApplication(changed, place.reference, 'answer')
  return state.draft && resumes ? beginForm(changed, world) : menu(changed, world)
}

export function coded(state: State, text: string): Outcome | null {
  const typed = latinDigits(text)
  const code = codeIn(typed.replace(AROUND_CODE, ' '), isIdle(state))
  if (code) return { state, replies: [], operation: { kind: 'link', code: code.replace(/\D/g, '') } }
  return isIdle(state) ? applicationIn(state, text) : null
}

/** The application whose reference stands in a text. */
export function applicationIn(state: State, text: string): Outcome | null {
  const reference = REFERENCE.exec(latinDigits(text))
  return reference ? askApplication(state, `DWR-${reference[1]}-${reference[2]}`) : null
}

/** Where nothing is asked, bare digits are one too, and those of `my code is 123456`. */
function codeIn(text: string, idle: boolean): string | null {
  if (!idle) return WORDED_CODE.exec(text)?.[1] ?? null
  const isCode = !/[^\s:#\d-]/.test(text) || (CODE_WORD.test(text) && !PIN.test(text))
  return isCode ? (CODE.exec(text)?.[1] ?? null) : null
}

/** Nothing is being asked: a text here is a new wish. */
export const isIdle = (state: State): boolean => !standing(state.place.at).asks

/** Says where the chat stands once more; `note`: why. */
export function repeat(state: State, world: World, note: string | null = null): Outcome {
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
    case 'offer':
    case 'form':
      return putOffer(state, world, note)
    case 'pages':
      return putPage(state, world, place.path, note)
    case 'more':
    case 'which':
      return advance(state, world, note)
    case 'unanswered':
      return note === null ? again(state, world) : unansweredPlace(state, world, place.attempt, note)
    default:
      return menu(state, world, before)
  }
}

/** Tries again what the department or the hub did not answer. */
export function again(state: State, world: World): Outcome {
  const { place } = state
  if (place.at !== 'unanswered' || !state.draft) return repeat(state, world)
  return place.attempt === 'file'
    ? send(state, world)
    : place.attempt === 'review'
      ? reviewOf(state, world)
      : advance(state, world)
}
