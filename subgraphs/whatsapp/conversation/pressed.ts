/** A button or a row that was pressed, now or long after it was sent; or its words, written. */

import { comparable } from '../wording.ts'
import { askApplication, askStatus, repeatAction } from './applications.ts'
import { again, cancelled, isIdle, languageChosen, repeat, shelvedAtMenu } from './commands.ts'
import { openQuestion, taking } from './form/answers.ts'
import { correcting, lookedFrom } from './form/corrections.ts'
import { advance, draftKey, putQuestion, record, surveyOf } from './form/draft.ts'
import { useKept } from './form/files/early.ts'
import { enoughPages, moved, wantPage } from './form/files/pages.ts'
import { putForm } from './form/offer.ts'
import { more, picked } from './form/parts.ts'
import { putCorrections, send } from './form/review.ts'
import { takePress } from './form/taking.ts'
import { helpText, languages, menu } from './menu.ts'
import { standing } from './moves.ts'
import { type Press, readPress } from './presses.ts'
import { begin, beginAnew, confirmDrop, dropped, resume } from './shelf.ts'
import { tell } from './speech.ts'
import type { Outcome, Reply, State, World } from './state.ts'
import { confirmErasure, erase, keepAll } from './ways.ts'

/** Pages are counted from 0; ids made by hand ask for the first. */
const pageOf = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) : 0)

/** `id`: of the button. */
export function pressed(state: State, press: Press, world: World, id: string): Outcome {
  const { place, draft } = state
  switch (press.kind) {
    case 'menu':
      return menu(shelvedAtMenu(state), world)
    case 'services':
      return menu(shelvedAtMenu(state), world, { page: pageOf(press.key) })
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
      if (isDouble(state, world, id) && draft?.service === press.key && !isIdle(state)) return { state, replies: [] }
      return service ? begin(state, world, service) : gone(state, world)
    }
    case 'resume':
      return (
        resume(state, world, press.key) ??
        (world.catalogue.service(press.key) ? menu(state, world) : gone(state, world))
      )
    case 'anew': {
      const service = world.catalogue.service(press.key)
      return service ? beginAnew(state, world, service) : gone(state, world)
    }
    case 'drop':
      return confirmDrop(state, world, press.key) ?? menu(shelvedAtMenu(state), world)
    case 'dropped':
      // weeks later, or made by hand: asked first
      if (place.at === 'resume' && place.drops && place.service === press.key) return dropped(state, world, press.key)
      return confirmDrop(state, world, press.key) ?? pressedTooLate(state, press, world, id)
    case 'show':
      return askApplication(state, press.key)
    case 'respond':
      return askApplication(state, press.key, 'answer')
    case 'withdraw':
    case 'certificate':
      // a file that is sent twice is paid for twice
      if (press.kind === 'certificate' && isDouble(state, world, id)) return { state, replies: [] }
      return askApplication(state, press.key, press.kind)
    case 'withdrawn':
      return { state, replies: [], operation: { kind: 'withdraw', reference: press.key } }
    case 'link':
      return { state, replies: [], operation: { kind: 'link', code: press.key, confirmed: true } }
    case 'keep':
      return keepAll(state, world)
    case 'erase':
      // weeks later, or made by hand: asked first
      return place.at === 'erase' ? erase(state) : confirmErasure(state, world)
  }
  if (place.at === 'action' && press.key === place.reference) {
    if (press.kind === 'page') return repeatAction(state, world, { ...place, page: pageOf(press.value) }, null)
    const put = openQuestion(state, world)
    if (press.kind === 'use' && put)
      return useKept(state, put, press.value, world) ?? pressedTooLate(state, press, world, id)
    return press.kind === 'answer' && put && press.path === put.path
      ? taking(state, world, put, takePress(press, put, state, world))
      : repeat(state, world)
  }
  // a button of a question that is no longer open answers nothing
  const outcome = draft && press.key === draftKey(draft) ? pressedInDraft(state, press, world) : null
  return outcome ?? pressedTooLate(state, press, world, id)
}

/** What counts by its number as well: rows of a list, and nothing that sends, ends or deletes. */
const COUNTED: ReadonlySet<Press['kind']> = new Set([
  'start',
  'resume',
  'drop',
  'language',
  'languages',
  'status',
  'services',
  'show',
  'withdraw',
  'respond',
  'certificate',
  'enough',
  'menu',
])

/** The buttons and rows of these replies, where what stands open does not list them itself. */
export function offeredBy({ place }: State, replies: readonly Reply[]): State['offered'] {
  const isListed = place.at === 'question' || place.at === 'correct' || place.at === 'which' || place.at === 'action'
  const choices = replies.flatMap((reply) => reply.choices ?? [])
  const kept = isListed ? choices.filter(({ id }) => ASIDE.has(id.split('|')[0]!)) : choices
  return kept.length ? kept.map(({ id, title }) => ({ id, title })) : undefined
}
/** Buttons of a question that are none of its options. */
const ASIDE: ReadonlySet<string> = new Set(['use', 'pages', 'move', 'correct'])

/** The words of a button or a row that was offered last, or a row's number: as if it were tapped. Null for any other text. */
export function worded(state: State, world: World, text: string, isBehind: boolean): Outcome | null {
  const { offered = [] } = state
  const typed = comparable(text)
  const meant = isBehind ? null : affirmedOffer(state, world, text)
  if (meant) return meant
  const isNumber = /^\s*\p{Nd}{1,2}[.)]?\s*$/u.test(text)
  if (!typed || (isNumber && (isBehind || openQuestion(state, world)))) return null
  const [choice, ...others] = isNumber
    ? offered.slice(Number(typed) - 1, Number(typed))
    : offered.filter(({ title }) => comparable(title) === typed)
  const press = choice && !others.length ? readPress(choice.id) : null
  // the name of a service begins it, also where it stands on a list of applications
  if (!press || (isNumber ? !COUNTED.has(press.kind) : press.kind === 'show' && state.place.at === 'applications'))
    return null
  return pressed(state, press, world, '')
}

/** `Is it one of these?` of one service: a yes begins it, a no begins none. So with `Link this account?`. */
function affirmedOffer({ offered = [], ...state }: State, world: World, text: string): Outcome | null {
  const [first, ...others] = offered
  const press = first ? readPress(first.id) : null
  const isAsked = press?.kind === 'link' || (press?.kind === 'start' && !others.length)
  const command = isAsked ? world.wording.command(text) : null
  if (command === 'yes') return pressed(state, press!, world, '')
  return command === 'no' ? menu(state, world) : null
}

const gone = (state: State, world: World): Outcome =>
  menu(shelvedAtMenu(state), world, { before: tell(state, world, 'service-gone') })

/** Taps within this time of the same button are one. */
const DOUBLE_MS = 20_000
/** Also long after the first where that was not answered yet: the answer was slow, or the button came twice. */
const isDouble = ({ pressed, said }: State, { now, arrived = now }: World, id: string): boolean =>
  pressed?.id === id && (now - pressed.at < DOUBLE_MS || arrived < said)

function pressedTooLate(state: State, press: Press, world: World, id: string): Outcome {
  if (isDouble(state, world, id)) return { state, replies: [] }
  const sent = press.kind === 'send' ? state.sent.find(({ key }) => key === press.key) : undefined
  const note = sent
    ? tell(state, world, 'already-applied', { reference: sent.reference })
    : tell(state, world, 'old-button')
  return repeat(state, world, note)
}

function pressedInDraft(state: State, press: Press, world: World): Outcome | null {
  const { place } = state
  if (press.kind === 'cancel') return cancelled(state, world)
  if (!standing(place.at).takes.includes(press.kind)) return null
  const put = openQuestion(state, world)
  switch (press.kind) {
    case 'answer':
      return put && put.path === press.path ? taking(state, world, put, takePress(press, put, state, world)) : null
    case 'skip':
      return put && put.path === press.path && put.skippable
        ? record(state, world, press.path, [{ value: null, label: null }])
        : null
    case 'use':
      return put && put.path === press.path ? useKept(state, put, press.value, world) : null
    case 'move':
      return moved(state, world, press.path, press.value)
    case 'pages':
      return wantPage(state, world, press.path)
    case 'page':
      if (place.at === 'correct')
        return press.path ? null : putCorrections(state, world, place.paths, pageOf(press.value))
      return place.at === 'question' && place.path === press.path
        ? putQuestion(state, world, { ...place, page: pageOf(press.value) })
        : null
    case 'add':
    case 'enough':
      if (place.at === 'pages') return place.path === press.path ? enoughPages(state, world) : null
      return place.at === 'more' && place.list === press.path
        ? more(state, world, press.path, press.kind === 'add')
        : null
    case 'pick':
      return place.at === 'which' && place.path === press.path ? picked(state, world, press.path, press.value) : null
    case 'fix':
      return advance(correcting(state, world, press.path), world)
    case 'send':
      return send(state, world)
    case 'correct':
      if (place.at !== 'question') return putCorrections(state, world, null, 0)
      return put?.question.live && put.path === press.path
        ? putCorrections(state, world, lookedFrom(put.question, put.path, surveyOf(state, world)), 0)
        : null
    case 'again':
      return again(state, world)
    case 'steps':
      return advance(state, world)
    case 'form':
      return putForm(state, world)
    default:
      return null
  }
}
