/** The same questions in a form of WhatsApp's own: offered beside the steps, opened, and what remains when it has come. */

import { planOf } from '../../flows/plan.ts'
import { comparable } from '../../wording.ts'
import { repeat } from '../commands.ts'
import { pressId } from '../presses.ts'
import { resume } from '../shelf.ts'
import { inWords, tell } from '../speech.ts'
import type { Answers, Draft, Outcome, Reply, State, World } from '../state.ts'
import { reopened } from './corrections.ts'
import { advance, draftKey, introOf, newlyBroken, putList, rulePath, serviceOf, surveyOf, withDraft } from './draft.ts'

/** Names a form in what is kept of refusals. */
export const formKey = (service: string, language: string): string => `${service} ${language}`

/** Whether a form may be opened for the draft. */
function isOffered(state: State, world: World): boolean {
  const service = serviceOf(state, world)
  if (!service || !world.forms || planOf(service) === null) return false
  return !world.forms.closed.has(formKey(service.code, state.language))
}

/** Puts what comes first in a draft: where nothing is answered yet and a form can be opened, that choice. */
export const beginForm = (state: State, world: World): Outcome =>
  state.draft!.trail.length === 0 && isOffered(state, world)
    ? putOffer({ ...state, place: { at: 'offer' } }, world)
    : advance(state, world)

const steps = (state: State, world: World) => ({
  id: pressId('steps', draftKey(state.draft!)),
  title: tell(state, world, 'form-steps'),
})

/** One by one, or in a form? Said where the chat stands, with the form open or not. */
export function putOffer(state: State, world: World, note: string | null = null): Outcome {
  const text = [...(note ? [note, ''] : []), ...introOf(state, world), tell(state, world, 'form-offer')].join('\n')
  const fill = { id: pressId('form', draftKey(state.draft!)), title: tell(state, world, 'form-fill') }
  return {
    state: withDraft(state, { begun: true }),
    replies: [{ text, choices: isOffered(state, world) ? [steps(state, world), fill] : [steps(state, world)] }],
  }
}

/** The message that opens the form. One opened before takes no more. */
export function putForm(state: State, world: World): Outcome {
  const draft = state.draft!
  if (!isOffered(state, world)) return advance(state, world, tell(state, world, 'form-closed'))
  const reply: Reply = {
    text: tell(state, world, 'form-open'),
    form: {
      service: draft.service,
      language: state.language,
      draft: draft.id,
      id: world.id,
      button: tell(state, world, 'form-button'),
      otherwise: { text: tell(state, world, 'form-closed'), choices: [steps(state, world)] },
    },
  }
  return {
    state: { ...withDraft(state, { form: { id: world.id, sent: false } }), place: { at: 'form' } },
    replies: [reply],
  }
}

/** Whatever is written goes on one by one; only the name of the other button opens the form. */
export function answeredOffer(state: State, world: World, text: string | null): Outcome {
  const wished = text !== null && comparable(text) === comparable(tell(state, world, 'form-fill'))
  return wished ? putForm(state, world) : advance(state, world)
}

/** The form was sent: what it holds stands in the draft, and what remains is asked. */
export function formCame(state: State, world: World, key: string): Outcome {
  const { draft } = state
  if (draft && draftKey(draft) === key) {
    const note = tell(state, world, draft.form ? 'form-came' : 'form-again')
    const kept = withDraft(state, { form: null })
    return factsWanted(kept, world, draft) ?? advance(kept, world, note)
  }
  const sent = state.sent.find((one) => one.key === key)
  if (sent) return repeat(state, world, tell(state, world, 'already-applied', { reference: sent.reference }))
  const aside = state.shelf.find((one) => draftKey(one) === key)
  return (aside && resume(state, world, aside.service)) ?? repeat(state, world, tell(state, world, 'form-late'))
}

/** What a department knows about answers of the form is asked for once, when it has come. */
function factsWanted(state: State, world: World, { form }: Draft): Outcome | null {
  const service = serviceOf(state, world)
  if (!service || !form) return null
  const survey = surveyOf(state, world)
  if (!survey.entries.some(({ question, value }) => question.facts !== null && value !== null)) return null
  return {
    state,
    replies: [],
    operation: { kind: 'facts', service: service.code, path: '', answers: survey.input },
  }
}

/** A rule that the form's answers break, as the department's facts show, is said; what it is about is asked again. */
export function formFactsCame(state: State, world: World, facts: Answers): Outcome {
  const service = serviceOf(state, world)
  if (!service) return advance(state, world)
  const after = withDraft(state, { facts })
  const broken = newlyBroken(state, after, world)
  if (!broken) return advance(after, world, tell(state, world, 'form-came'))
  const path = rulePath(broken, service)
  return path === null
    ? putList(after, world, broken)
    : advance(reopened(after, world, path), world, inWords(broken.message, state))
}
