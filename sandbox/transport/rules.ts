/** What the Act asks of an application; a rule that is not met is a fault with its number and its text. */

import type { Submission } from './cases.ts'
import { TRANSPORT_CLASSES } from './codes.ts'
import { age, daysBetween } from './days.ts'
import { type Licence, renewalPeriod } from './register.ts'

export interface BrokenRule {
  readonly no: string
  readonly text: string
}
const broken = (no: string, text: string): BrokenRule => ({ no, text })
const LEARNER_DAYS = 30

/** `held`: the register's entry for the licence that the application names. Null where all is well. */
export function brokenRule(submission: Submission, held: Licence | null, today: string): BrokenRule | null {
  const { applicant, classes, service } = submission
  const years = age(applicant.BirthDate, today)
  if (applicant.Form1Declared !== 'Y')
    return broken('R100', 'Form 1: the applicant does not declare to be fit to drive.')
  if (service !== 'RN') {
    if (years < 16) return broken('R101', 'The applicant has not completed 16 years of age.')
    if (years < 18 && classes.some((code) => code !== '1'))
      return broken('R102', 'Below 18 years only a motor cycle without gear is allowed.')
    if (years < 20 && classes.some((code) => TRANSPORT_CLASSES.includes(code)))
      return broken('R103', 'The applicant for a transport vehicle has not completed 20 years of age.')
  }
  if (held && held.born !== applicant.BirthDate)
    return broken('R104', 'The date of birth is not that of the licence in the register.')
  if (service === 'DL' && held) return learnerRule(held, classes, today)
  if (service === 'RN' && held) return renewalRule(held, today)
  return null
}

function learnerRule(learner: Licence, classes: readonly string[], today: string): BrokenRule | null {
  if (daysBetween(learner.issued, today) < LEARNER_DAYS)
    return broken('R201', "The learner's licence is less than 30 days old.")
  if (today > learner.expires) return broken('R202', "The learner's licence has expired.")
  if (classes.some((code) => !learner.classes.includes(code)))
    return broken('R203', "The learner's licence does not cover the class of vehicle applied for.")
  return null
}

function renewalRule(held: Licence, today: string): BrokenRule | null {
  const { from, until } = renewalPeriod(held.expires)
  if (today < from) return broken('R301', 'A licence is renewed from one year before its expiry.')
  if (today > until) return broken('R302', 'The licence expired more than five years ago. A test is needed.')
  return null
}
