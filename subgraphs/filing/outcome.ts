/** What an effect's end means for its application: pure steps, for the dispatcher and for an operator. */
import type { Application, Effect, Step } from '../../store/store.ts'
import type { Vault } from '../subgraph.ts'
import { applyEarly } from './reports/intake.ts'
import { effectOf, stepOf, withdrawalKey } from './steps.ts'

/** Nothing changes but that the effect is no longer owed. */
export const settled = (application: Application, effect: Effect): Step => ({
  application,
  events: [],
  effects: [],
  settles: effect.id,
})

export interface Outcome {
  readonly actor: string
  readonly now: Date
  readonly vault: Vault
}

/** The department has the case that a filing was for, under its own reference. */
export function receivedStep(
  application: Application,
  effect: Effect,
  departmentReference: string,
  { actor, now, vault }: Outcome,
): Step {
  if (application.status === 'SUBMITTED') {
    const move = { events: ['receive'] as const, actor, changes: { departmentReference }, settles: effect.id }
    return applyEarly(stepOf(application, move, now, vault), now, vault)
  }
  if (application.departmentReference !== null || application.status !== 'WITHDRAWN')
    return settled(application, effect)
  // withdrawn here while it was filed there
  const number = application.events + 1
  return {
    ...settled({ ...application, departmentReference }, effect),
    effects: [effectOf(application, 'withdraw', number, withdrawalKey(application.reference, number), now.getTime())],
  }
}

/** An operator gives up an effect. A filing is refused with the reason; anything else is no longer owed. */
export function closedStep(application: Application, effect: Effect, reason: string, outcome: Outcome): Step {
  const { actor, now, vault } = outcome
  return effect.kind === 'submit' && application.status === 'SUBMITTED'
    ? stepOf(application, { events: ['reject'], actor, reason, settles: effect.id }, now, vault)
    : settled(application, effect)
}
