/** What a citizen is told of an event, in their language: pure. */
import { within } from '../../../vocabulary/direction.ts'
import { actionView } from '../application-view.ts'
import type { Outgoing } from '../chat.ts'
import { actionLines, actionPlace, actionReply, statusWords } from '../conversation/applications.ts'
import { isIdle } from '../conversation/index.ts'
import { pressId } from '../conversation/presses.ts'
import { tell } from '../conversation/speech.ts'
import type { ActionView, Reply, State, World } from '../conversation/state.ts'
import { layOut } from '../sending/layout.ts'
import { type TemplateName, template, type Variables } from '../sending/templates.ts'

/** An event of the log as the channel reads it, its words in the citizen's language. */
export interface Notice {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly reason: string | null
  readonly reference: string
  /** Service code. */
  readonly service: string
  readonly restricted: boolean
  readonly title: string
  readonly department: string
  readonly action: ActionView | null
  readonly certificate: { readonly code: string; readonly url: string } | null
}
export interface Told {
  readonly state: State
  readonly messages: readonly Outgoing[]
}

/** Acts that the chat itself has answered, and acts that change nothing for the citizen. */
const UNTOLD: ReadonlySet<string> = new Set([
  'answered',
  'resubmitted',
  'linked',
  'consented',
  'looked-up',
  'asked-for-a-person',
  'erased',
])

/** Nothing has changed, and that is the news. */
const WAITING: ReadonlySet<string> = new Set(['delayed', 'overdue'])

/** Whether a citizen is told nothing of an event, whatever its application is by now. */
export const isUntold = (
  { name, status, reference }: Pick<Notice, 'name' | 'status' | 'reference'>,
  { stopped, filed }: State,
): boolean => stopped || UNTOLD.has(name) || (!WAITING.has(name) && status === 'SUBMITTED' && filed.includes(reference))

export function tellOf(notice: Notice, state: State, world: World, publicUrl: string): Told {
  const told = wordsOf(notice, state, world, publicUrl)
  // a mere `ok` to it is no answer to what is open
  const waits = !isIdle(state) || state.place.at === 'erase' || state.place.at === 'withdraw'
  return told.messages.length && told.state === state && waits
    ? { ...told, state: { ...state, told: world.now } }
    : told
}

function wordsOf(notice: Notice, state: State, world: World, publicUrl: string): Told {
  const { reference, status } = notice
  if (isUntold(notice, state)) return { state, messages: [] }
  if (WAITING.has(notice.name)) return waiting(notice, state, world)
  const words = statusWords(status, state, world)
  if (notice.restricted) {
    const text = tell(state, world, 'notice-restricted', { reference, status: words })
    return {
      state,
      messages: plain({ text }, update(notice, tell(state, world, 'filed-for-you'), words, state, world)),
    }
  }
  if (notice.name === 'withdrawal-refused') {
    const text = `${notice.title}, ${reference}: ${tell(state, world, 'withdrawal-refused')}`
    return {
      state,
      messages: plain({ text }, update(notice, notice.title, tell(state, world, 'withdrawal-refused'), state, world)),
    }
  }
  if (status === 'CERTIFIED' && notice.certificate)
    return { state, messages: [certificate(notice, notice.certificate, state, world, publicUrl)] }
  if (status === 'ACTION_REQUIRED') return action(notice, state, world)
  const lines = [sentenceOf(notice, state, world)]
  if (notice.reason) lines.push(tell(state, world, 'reason', { reason: notice.reason }))
  const late = notice.reason && status === 'REJECTED' ? `${words} (${unended(notice.reason)})` : words
  return { state, messages: plain({ text: lines.join('\n') }, update(notice, notice.title, late, state, world)) }
}

/** It takes longer, and nothing is lost. */
function waiting(notice: Notice, state: State, world: World): Told {
  const { name, restricted, reference, title, department } = notice
  const words = tell(state, world, `status-${name}`)
  const text = restricted
    ? tell(state, world, 'notice-restricted', { reference, status: words })
    : tell(state, world, `notice-${name}`, { title, reference, department })
  const called = restricted ? tell(state, world, 'filed-for-you') : title
  return { state, messages: plain({ text }, update(notice, called, words, state, world)) }
}

function sentenceOf({ status, title, reference, department }: Notice, state: State, world: World): string {
  return tell(state, world, `notice-${status.toLowerCase().replaceAll('_', '-')}`, {
    title,
    reference,
    department,
    address: '',
  })
}

const plain = (reply: Reply, template: Outgoing['template']): Outgoing[] =>
  layOut(reply).map((free, i) => ({ free, template: i === 0 ? template : null, file: null }))

function late<N extends TemplateName>(
  name: N,
  state: State,
  world: World,
  variables: Variables<N>,
  payload?: string,
): Outgoing['template'] {
  return template(name, state.language, world.wording, variables, payload)
}
/** Words without the mark that ends a sentence: the sentence that they are put into has its own. */
const unended = (words: string): string => words.replace(/[\s.।۔]+$/, '')
const update = (
  { reference }: Notice,
  title: string,
  status: string,
  state: State,
  world: World,
): Outgoing['template'] => late('application_update', state, world, { reference, title, status: unended(status) })

/** The department needs something: where no question is open, the next answer is taken for it. */
function action(notice: Notice, state: State, world: World): Told {
  const { reference, title } = notice
  const first = sentenceOf(notice, state, world)
  const action = withFixedOptions(notice, world)
  if (!action)
    return {
      state,
      messages: plain(
        { text: first },
        update(notice, title, statusWords('ACTION_REQUIRED', state, world), state, world),
      ),
    }
  const lines = actionLines(action, state, world)
  const answerable = action.kind === 'ANSWER' || action.kind === 'DOCUMENT'
  const template = late(
    'action_required',
    state,
    world,
    { reference, title, what: lines.map((line) => within(state.language, line)).join(' ') },
    pressId('respond', reference),
  )
  if (!answerable) return { state, messages: plain({ text: [first, ...lines].join('\n') }, template) }
  // a live question's options are fetched when the citizen says that they want to answer
  if (isIdle(state) && !action.question?.live) {
    const place = actionPlace(reference, action, state, world)
    return { state: { ...state, place }, messages: plain(actionReply(place, state, world, [first]), template) }
  }
  const choices = [{ id: pressId('respond', reference), title: tell(state, world, 'answer-now') }]
  return { state, messages: plain({ text: [first, ...lines].join('\n'), choices }, template) }
}

/** Options of an enum stand in the catalogue. */
function withFixedOptions({ action, service }: Notice, world: World): ActionView | null {
  if (!action?.question) return action
  const { question } = action
  const known = world.catalogue.service(service)?.questions.find(({ path }) => path === question.path)
  return { ...action, question: { ...question, options: known?.options ?? null } }
}

/** The certificate as a file, with the address where anyone can check it. */
export function certificate(
  { reference, title }: Pick<Notice, 'reference' | 'title'>,
  { code, url }: { readonly code: string; readonly url: string },
  { language }: Pick<State, 'language'>,
  { wording }: Pick<World, 'wording'>,
  publicUrl: string,
): Outgoing {
  const address = `${publicUrl}/verify/${code}`
  return {
    free: null,
    template: template('certificate_ready', language, wording, { reference, title, address }),
    file: {
      url,
      name: `${reference}.pdf`,
      caption: wording.say(language, 'notice-certified', { title, reference, address }),
    },
  }
}

/** An event of the subscription, and what its application is. */
export function noticeOf(event: any, { service, restricted, action, certificate }: any): Notice {
  return {
    id: event.id,
    name: event.name,
    status: event.status,
    reason: event.reason,
    reference: event.application.reference,
    service: service.code,
    restricted,
    title: service.title,
    department: service.department.name,
    action: action ? actionView(action) : null,
    certificate,
  }
}
