/** What departments know about answers. */
import { valueAt } from '../../../../vocabulary/waiting.ts'
import type { Answers, Operation, State, World } from '../state.ts'
import { serviceOf, surveyOf, withDraft } from './draft.ts'

type FactsAsked = Extract<Operation, { kind: 'facts' }>

/**
 * Facts to ask for once more: with those that came, questions apply that were answered before and that a department knows something
 * about, and their answers were not among those that it was asked about. Null where there are none.
 */
export function factsLeft(state: State, world: World, of: FactsAsked, facts: Answers): FactsAsked | null {
  if (!serviceOf(state, world)) return null
  const { entries, input } = surveyOf(withDraft(state, { facts }), world)
  const isNew = entries.some(
    ({ path, question, value }) =>
      question.facts !== null && value !== null && (valueAt(of.answers, path) ?? null) === null,
  )
  return isNew ? { ...of, answers: input } : null
}
