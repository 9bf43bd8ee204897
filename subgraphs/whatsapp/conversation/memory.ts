/** What a chat remembers of what was sent from it: answers to offer again, whose application is which, when to remind. */

import { draftKey, surveyOf } from './form/draft.ts'
import type { Draft, Question, State, World } from './state.ts'

/** Kinds of questions, and answers to each. */
const KINDS = 60
const VALUES = 3
const LENGTH = 200
const SENT = 50
/** Within the 24 hours in which a chat may be written to, and not at once. */
const REMIND_MS = 20 * 60 * 60 * 1000

/** Questions of any service that ask the same: the same type of value under the same words. */
const kindOf = (question: Question): string => `${question.scalar} ${question.label.en.toLowerCase()}`
const isRemembered = ({ type, scalar }: Question): boolean =>
  (type === 'TEXT' && scalar !== 'AadhaarNumber') || type === 'DATE'

/** Earlier answers to the same question, newest first, without those that this draft has given already. */
export function earlier(state: State, question: Question): readonly string[] {
  if (!isRemembered(question) || question.live) return []
  const given = new Set(Object.values(state.draft?.answers ?? {}))
  return (state.remembered[kindOf(question)] ?? []).filter((value) => !given.has(value))
}

/** The draft was sent off: what it holds is remembered. */
export function remember(state: State, world: World, reference: string): Pick<State, 'remembered' | 'sent'> {
  const { entries } = surveyOf(state, world)
  const remembered = new Map(Object.entries(state.remembered))
  for (const { question, value } of entries) {
    if (!isRemembered(question) || typeof value !== 'string' || value.length > LENGTH) continue
    const kind = kindOf(question)
    const before = remembered.get(kind) ?? []
    // the newest last, so that the oldest are the first to go
    remembered.delete(kind)
    remembered.set(kind, [value, ...before.filter((other) => other !== value)].slice(0, VALUES))
  }
  const name = entries.find(({ question, value }) => question.scalar === 'PersonName' && typeof value === 'string')
  const sent = { key: draftKey(state.draft!), reference, person: (name?.value as string | undefined) ?? null }
  return {
    remembered: Object.fromEntries([...remembered].slice(-KINDS)),
    sent: [sent, ...state.sent.filter((other) => other.reference !== reference)].slice(0, SENT),
  }
}

const SHELF = 5
/** Two chats turned out to be one person's: the one goes on, and what the other had begun, sent and remembered is there as well. */
export function united(state: State, other: State): State {
  const begun = [...(state.draft ? [state.draft] : []), ...state.shelf]
  const isNew = ({ id, service, trail }: Draft) =>
    trail.length > 0 && !begun.some((draft) => draft.id === id || draft.service === service)
  // what was shown in the other chat is not above in this one
  const theirs = [...(other.draft ? [other.draft] : []), ...other.shelf]
    .filter(isNew)
    .map(({ shown: _, ...draft }): Draft => draft)
  const sent = new Set(state.sent.map(({ reference }) => reference))
  return {
    ...state,
    shelf: [...state.shelf, ...theirs].slice(0, SHELF),
    filed: [...new Set([...state.filed, ...other.filed])],
    sent: [...state.sent, ...other.sent.filter(({ reference }) => !sent.has(reference))].slice(0, SENT),
    remembered: { ...other.remembered, ...state.remembered },
  }
}

/** Whose an application is, where this chat knows it. */
export const personOf = (state: State, reference: string): string | null =>
  state.sent.find((sent) => sent.reference === reference)?.person ?? null

/** A draft with an answer, that its citizen was not reminded of. */
export const forgotten = (state: State) =>
  [...(state.draft ? [state.draft] : []), ...state.shelf].find((draft) => draft.trail.length > 0 && !draft.reminded)

/** The citizen wrote: the time of the reminder counts from now. */
export function reckoned(state: State, world: World): State {
  const remind = !state.stopped && forgotten(state) ? world.now + REMIND_MS : null
  return remind === state.remind ? state : { ...state, remind }
}
