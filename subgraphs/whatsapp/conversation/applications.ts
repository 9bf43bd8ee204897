/** What became of applications, and what their citizen does about them: reads, withdraws, answers the department. */

import { questionReply } from './form/asking.ts'
import { advance } from './form/draft.ts'
import { keptChoices } from './form/files/early.ts'
import { personOf } from './memory.ts'
import { pressId } from './presses.ts'
import { headingOf, readableDate, tell } from './speech.ts'
import type {
  ActionView,
  ApplicationView,
  Choice,
  Operation,
  Outcome,
  Place,
  Reply,
  Result,
  State,
  World,
} from './state.ts'

const ROWS = 9
/** The hub withdraws none that stands here or is ended. */
const TOO_LATE = new Set(['APPROVED', 'CERTIFIED', 'REJECTED', 'WITHDRAWN', 'LAPSED'])

const isWithdrawable = (a: ApplicationView): boolean => !a.restricted && !TOO_LATE.has(a.status)

export const statusWords = (status: string, state: State, world: World): string =>
  tell(state, world, `status-${status.toLowerCase().replaceAll('_', '-')}`)
/** What an application is called: by its number alone where its chat may hear no more than that. */
const nameOf = ({ restricted, reference, title }: ApplicationView): string => (restricted ? reference : title)
export const home = (state: State, world: World): Choice => ({ id: pressId('menu'), title: tell(state, world, 'menu') })
export const plain = (state: State, text: string, choices?: readonly Choice[]): Outcome => ({
  state: { ...state, place: { at: 'menu' } },
  replies: [choices ? { text, choices } : { text }],
})

export const askStatus = (state: State): Outcome => ({ state, replies: [], operation: { kind: 'applications' } })
export const askApplication = (
  state: State,
  reference: string,
  then: Extract<Operation, { kind: 'application' }>['then'] = 'show',
): Outcome => ({
  state,
  replies: [],
  operation: { kind: 'application', reference, then },
})

export function applicationsCame(
  state: State,
  world: World,
  { applications }: Extract<Result, { type: 'applications' }>,
): Outcome {
  if (!applications)
    return plain(state, tell(state, world, 'no-answer'), [
      { id: pressId('status'), title: tell(state, world, 'try-again') },
      home(state, world),
    ])
  const [only] = applications
  if (!only)
    return plain(state, world.unproved ? newHolder(state, world) : tell(state, world, 'no-applications'), [
      home(state, world),
    ])
  if (applications.length === 1) return show(state, world, only)
  const shown = applications
    .slice(0, ROWS)
    .map((a) => ({ ...a, person: a.restricted ? null : personOf(state, a.reference) }))
  // several people may write from one phone
  const mixed = new Set(shown.flatMap(({ person }) => person ?? [])).size > 1
  return {
    state: { ...state, place: { at: 'applications' } },
    replies: [
      {
        text: tell(state, world, mixed ? 'whose-application' : 'your-applications'),
        choices: shown.map((a) => ({
          id: pressId('show', a.reference),
          title: nameOf(a),
          description: [
            ...(mixed && a.person ? [a.person] : []),
            ...(a.restricted ? [] : [a.reference]),
            statusWords(a.status, state, world),
          ].join(' · '),
        })),
        described: true,
        open: tell(state, world, 'choose'),
      },
    ],
  }
}

export function applicationCame(
  state: State,
  world: World,
  { of, application, answered }: Extract<Result, { type: 'application' }>,
): Outcome {
  if (!answered)
    return plain(state, tell(state, world, 'no-answer'), [
      { id: pressId('show', of.reference), title: tell(state, world, 'try-again') },
      home(state, world),
    ])
  if (!application) return unknown(state, world, of.reference)
  if (
    of.then === 'answer' &&
    !application.restricted &&
    application.action &&
    application.action.kind !== 'APPOINTMENT'
  )
    return putAction(state, world, application.reference, application.action)
  if (of.then === 'withdraw' && isWithdrawable(application))
    return confirmWithdrawal(state, world, application.reference)
  if (of.then === 'certificate' && application.certificate && !application.restricted)
    return certificateAgain(state, application, application.certificate)
  return show(state, world, application)
}

/** The paper once more, for whoever has lost it. */
const certificateAgain = (
  state: State,
  { reference, title }: ApplicationView,
  { code, url }: NonNullable<ApplicationView['certificate']>,
): Outcome => ({ state, replies: [{ text: reference, certificate: { reference, title, code, url } }] })

const unknown = (state: State, world: World, reference: string): Outcome =>
  plain(
    state,
    [
      tell(state, world, 'no-such-application', { reference }),
      ...(world.unproved ? ['', newHolder(state, world)] : []),
    ].join('\n'),
    [home(state, world)],
  )

/** Why whoever holds the phone now sees nothing of before, and what shows that it is theirs. */
export const newHolder = (state: State, world: World): string =>
  tell(state, world, 'new-holder', { helpline: world.helpline })

function show(state: State, world: World, a: ApplicationView): Outcome {
  const person = a.restricted ? null : personOf(state, a.reference)
  const heading = a.restricted ? [a.reference] : [a.title, a.reference, ...(person ? [person] : [])]
  const lines = [heading.join(' · '), statusWords(a.status, state, world)]
  const { language } = state
  if (a.restricted) lines.push('', tell(state, world, 'opened-by-code'))
  else {
    const reason = a.history.at(-1)?.reason
    if (reason) lines.push(reason)
    if (a.action) lines.push('', ...actionLines(a.action, state, world))
    // it is the citizen who is waited for
    if (a.due && !TOO_LATE.has(a.status) && a.status !== 'ACTION_REQUIRED')
      lines.push(tell(state, world, 'expected-by', { date: readableDate(a.due, language) }))
    lines.push(
      '',
      ...a.history.map((event) => `${readableDate(event.at, language)}: ${statusWords(event.status, state, world)}`),
    )
  }
  const choices: Choice[] = []
  if (a.action && !a.restricted && a.action.kind !== 'APPOINTMENT')
    choices.push({ id: pressId('respond', a.reference), title: tell(state, world, 'answer-now') })
  if (isWithdrawable(a)) choices.push({ id: pressId('withdraw', a.reference), title: tell(state, world, 'withdraw') })
  if (a.certificate && !a.restricted)
    choices.push({ id: pressId('certificate', a.reference), title: tell(state, world, 'certificate-again') })
  choices.push(home(state, world))
  // the way forward comes first, and withdrawing is none
  if (choices[0]!.id.startsWith('withdraw')) choices.reverse()
  return {
    state: { ...state, place: { at: 'application', reference: a.reference } },
    replies: [{ text: lines.join('\n'), choices }],
  }
}

export function actionLines(
  action: Pick<ActionView, 'text' | 'due' | 'place' | 'kind'>,
  state: State,
  world: World,
): string[] {
  const { language } = state
  const lines = [action.text]
  if (action.due)
    lines.push(
      tell(state, world, action.kind === 'APPOINTMENT' ? 'come-on' : 'answer-by', {
        date: readableDate(action.due, language),
      }),
    )
  if (action.place) lines.push(tell(state, world, 'come-to', { place: action.place }))
  return lines
}

// ---------- withdrawing ----------

export const confirmWithdrawal = (state: State, world: World, reference: string): Outcome => ({
  state: { ...state, place: { at: 'withdraw', reference } },
  replies: [
    {
      text: tell(state, world, 'withdraw-sure', { reference }),
      choices: [
        { id: pressId('withdrawn', reference), title: tell(state, world, 'withdraw-yes') },
        { id: pressId('show', reference), title: tell(state, world, 'withdraw-no') },
      ],
    },
  ],
})

export function withdrawalCame(
  state: State,
  world: World,
  { reference, outcome }: Extract<Result, { type: 'withdraw' }>,
): Outcome {
  switch (outcome.is) {
    case 'filed':
    case 'same':
      return plain(state, tell(state, world, 'withdrawal-sent', { reference }))
    case 'invalid':
      return plain(state, outcome.problems[0]?.message ?? tell(state, world, 'too-late'), [home(state, world)])
    case 'unknown':
      return unknown(state, world, reference)
    case 'failed':
      return plain(state, tell(state, world, 'no-answer'), [
        { id: pressId('withdrawn', reference), title: tell(state, world, 'try-again') },
        home(state, world),
      ])
  }
}

// ---------- what the department asks for ----------

type ActionPlace = Extract<Place, { at: 'action' }>

/** The department's question, as a question of the chat. A question that only repeats the department's sentence takes its place. */
export function actionPlace(reference: string, action: ActionView, state: State, world: World): ActionPlace {
  const { question, options } = action
  const lines = actionLines(action, state, world).filter((line) => line !== question?.label.en)
  return { at: 'action', reference, lines, question, options, page: 0 }
}

export function actionReply(place: ActionPlace, state: State, world: World, before: readonly string[]): Reply {
  const { question, reference, lines, options, page } = place
  const above = [...before, ...lines]
  if (!question) return { text: above.join('\n') }
  const heading = headingOf(question, question.path, state)
  const asking = {
    question,
    path: question.path,
    key: reference,
    options,
    page,
    suggestion: null,
    files: keptChoices(state, question, reference, question.path, world),
    skippable: false,
    before: heading ? [...above, heading] : above,
    given: [],
  }
  return questionReply(asking, state, world)
}

export function putAction(state: State, world: World, reference: string, action: ActionView): Outcome {
  if (action.question?.live && !action.options?.length)
    return plain(state, tell(state, world, 'no-answer'), [
      { id: pressId('respond', reference), title: tell(state, world, 'try-again') },
      home(state, world),
    ])
  return repeatAction(state, world, actionPlace(reference, action, state, world), null)
}

/** Puts the department's question, with the reason why it is put again. */
export function repeatAction(state: State, world: World, place: ActionPlace, note: string | null): Outcome {
  const before = [...(note ? [note, ''] : []), place.reference]
  return { state: { ...state, place }, replies: [actionReply(place, state, world, before)] }
}

export function answerCame(
  state: State,
  world: World,
  { reference, outcome }: Extract<Result, { type: 'answer' }>,
): Outcome {
  const { place } = state
  switch (outcome.is) {
    case 'filed':
    case 'same': {
      const said = tell(state, world, 'answer-sent', { reference })
      return state.draft ? advance({ ...state, place: { at: 'menu' } }, world, said) : plain(state, said)
    }
    case 'invalid': {
      const note = outcome.problems[0]?.message ?? tell(state, world, 'not-understood')
      return place.at === 'action' && outcome.problems[0]?.rule !== 'no-action'
        ? repeatAction(state, world, place, note)
        : plain(state, note, [home(state, world)])
    }
    case 'unknown':
      return unknown(state, world, reference)
    case 'failed':
      return plain(state, tell(state, world, 'no-answer'), [
        { id: pressId('respond', reference), title: tell(state, world, 'try-again') },
        home(state, world),
      ])
  }
}
