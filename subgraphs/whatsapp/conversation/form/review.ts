/** Before an application is sent, and what comes of sending it. */

import { remember } from '../memory.ts'
import { pressId } from '../presses.ts'
import { inWords, tell, titleOf } from '../speech.ts'
import type { Filed, Outcome, Problem, Reply, Result, State, World } from '../state.ts'
import { correctionsAt, lookedFrom, reopened } from './corrections.ts'
import { advance, draftKey, putQuestion, questionAt, serviceOf, surveyOf, unanswered, withDraft } from './draft.ts'
import { brokenAtEnd } from './rules.ts'
import { answersOf, blocksOf, FULLNESSES, shownWith } from './summary.ts'
import type { Survey } from './survey.ts'

const REMEMBERED = 20

/** Everything is answered: shows it. The fee is asked for first, where there is one. */
export function reviewOf(state: State, world: World, note: string | null = null): Outcome {
  const service = serviceOf(state, world)!
  const broken = brokenAtEnd(state, world)
  if (broken) return broken
  if (service.fee === null) return putReview(state, world, null, note)
  return {
    state,
    replies: [],
    operation: { kind: 'fee', service: service.code, answers: surveyOf(state, world).input, note },
  }
}

export function feeCame(state: State, world: World, { of, fee, answered }: Extract<Result, { type: 'fee' }>): Outcome {
  if (!state.draft) return { state, replies: [] }
  return answered ? putReview(state, world, fee, of.note) : unansweredPlace(state, world, 'review')
}

export function putReview(state: State, world: World, fee: number | null, note: string | null = null): Outcome {
  const service = serviceOf(state, world)!
  const key = draftKey(state.draft!)
  const before = [
    ...(note ? [note, ''] : []),
    tell(state, world, 'please-check', { title: titleOf(service, state) }),
    '',
  ]
  const after =
    service.fee === null
      ? []
      : [
          '',
          fee === null
            ? tell(state, world, 'fee-later')
            : tell(state, world, fee ? 'fee' : 'no-fee', { fee: String(fee) }),
        ]
  const [text, ...shorter] = FULLNESSES.map((fullness) =>
    [...before, ...answersOf(state, world, fullness), ...after].join('\n'),
  )
  // what is written out now need not be so again
  const shown = shownWith(blocksOf(surveyOf(state, world).entries, state), state, world)
  return {
    state: { ...withDraft(state, { shown }), place: { at: 'review', fee } },
    replies: [
      {
        text: text!,
        shorter,
        choices: [
          { id: pressId('send', key), title: tell(state, world, 'send') },
          { id: pressId('correct', key), title: tell(state, world, 'correct') },
          { id: pressId('cancel', key), title: tell(state, world, 'cancel') },
        ],
      },
    ],
  }
}

/** Which answer is to be corrected? */
export function putCorrections(
  state: State,
  world: World,
  paths: readonly string[] | null,
  page: number,
  text?: string,
): Outcome {
  const { rows, page: here, next } = correctionsAt(state, world, { paths, page })
  const more = { id: pressId('page', draftKey(state.draft!), '', String(next)), title: tell(state, world, 'more') }
  const reply: Reply = {
    text: text ?? tell(state, world, 'correct-which'),
    choices: next === null ? rows : [...rows, more],
    open: tell(state, world, 'choose'),
  }
  return { state: { ...state, place: { at: 'correct', paths, page: here } }, replies: [reply] }
}

export function send(state: State, world: World): Outcome {
  const form: Survey = surveyOf(state, world)
  if (form.next) return advance(state, world)
  const { id, service } = state.draft!
  return { state, replies: [], operation: { kind: 'file', service, input: form.input, requestId: id } }
}

export function sent(state: State, world: World, outcome: Filed): Outcome {
  const service = serviceOf(state, world)
  if (!state.draft || !service) return { state, replies: [] }
  switch (outcome.is) {
    case 'filed': {
      const { reference } = outcome
      const args = { reference, days: service.days ?? 0, department: inWords(service.departmentName, state) }
      return {
        state: {
          ...state,
          draft: null,
          kept: [],
          place: { at: 'menu' },
          filed: [reference, ...state.filed].slice(0, REMEMBERED),
          ...remember(state, world, reference),
        },
        replies: [{ text: tell(state, world, service.days === null ? 'received' : 'received-days', args) }],
      }
    }
    case 'same':
      return {
        state: { ...state, draft: null, kept: [], place: { at: 'menu' } },
        replies: [{ text: tell(state, world, 'already-applied', { reference: outcome.reference }) }],
      }
    case 'unknown':
    case 'failed':
      return unansweredPlace(state, world, 'file')
    case 'invalid':
      return refused(state, world, outcome.problems)
  }
}

/** The hub refused it: says why, and asks again for the answer that it is about. */
function refused(state: State, world: World, problems: readonly Problem[]): Outcome {
  const service = serviceOf(state, world)!
  const [first] = problems
  const note = first?.message ?? tell(state, world, 'not-understood')
  const answers = state.draft!.answers
  const candidates = problems.flatMap(({ path, rule }) => [
    path,
    path.replace(/\.\d+$/, ''),
    service.rules.find((r) => r.id === rule)?.path ?? '',
  ])
  const path = candidates.find((at) => answers[at] !== undefined && questionAt(service, at))
  if (path) {
    // a choice that is no longer offered hangs on answers that may stand: only it is asked again
    const alone = questionAt(service, path)!.live || questionAt(service, path)!.type === 'DOCUMENT'
    return advance(alone ? unanswered(state, service, path) : reopened(state, world, path), world, note)
  }
  const shared = first && Object.keys(answers).filter((at) => at.startsWith(`${first.path}.`))
  return putCorrections(state, world, shared?.length ? shared : null, 0, note)
}

/** The department or the hub did not answer: nothing is lost, and it can be tried again. */
export function unansweredPlace(
  state: State,
  world: World,
  attempt: 'advance' | 'review' | 'file',
  note: string | null = null,
): Outcome {
  const said = tell(state, world, attempt === 'file' ? 'not-sent-yet' : 'no-answer')
  return {
    state: { ...state, place: { at: 'unanswered', attempt } },
    replies: [
      {
        text: note === null ? said : `${note}\n\n${said}`,
        choices: [
          { id: pressId('again', draftKey(state.draft!)), title: tell(state, world, 'try-again') },
          { id: pressId('menu'), title: tell(state, world, 'menu') },
        ],
      },
    ],
  }
}

/** Options came from the department, none, or no answer at all. */
export function optionsCame(
  state: State,
  world: World,
  { of, options, limit }: Extract<Result, { type: 'options' }>,
): Outcome {
  const service = serviceOf(state, world)
  const question = service && questionAt(service, of.path)
  if (!state.draft || !service || !question) return { state, replies: [] }
  if (limit)
    return {
      state: { ...state, place: { at: 'unanswered', attempt: 'advance' } },
      replies: [
        {
          text: tell(state, world, 'lookup-limit'),
          choices: [{ id: pressId('menu'), title: tell(state, world, 'menu') }],
        },
      ],
    }
  if (!options) return unansweredPlace(state, world, 'advance')
  if (of.keep) {
    const answer = state.draft.answers[of.path]
    const fresh = { ...state, draft: { ...state.draft, stale: state.draft.stale.filter((path) => path !== of.path) } }
    const isThere = (value: unknown) => options.some((option) => option.value === value)
    // why something else is asked for again is still to be said
    if ([answer].flat().every(isThere)) return advance(fresh, world, of.note)
    const note = [of.note, tell(state, world, 'option-gone')].filter(Boolean).join('\n\n')
    return advance(unanswered(fresh, service, of.path), world, note)
  }
  if (options.length || !question.required) {
    if (options.length) return putQuestion(state, world, { path: of.path, page: 0, options }, of.note)
    return putQuestion(state, world, { path: of.path, page: 0, options }, of.note ?? tell(state, world, 'none-found'))
  }
  const looked = lookedFrom(question, of.path, surveyOf(state, world))
  return putCorrections(state, world, looked.length ? looked : null, 0, tell(state, world, 'none-found-correct'))
}
