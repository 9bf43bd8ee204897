/** Whoever comes back after hours: much may have been said to them meanwhile, and what they write need not answer what is open. */
import { confirmWithdrawal } from './applications.ts'
import { isIdle, repeat } from './commands.ts'
import { openQuestion } from './form/answers.ts'
import { begin, confirmDrop, resume } from './shelf.ts'
import type { Message, Outcome, State, World } from './state.ts'
import { confirmErasure, putOff } from './ways.ts'

type Text = Extract<Message, { type: 'text' }>

/** ms after which a wish, or a mere yes, is no answer to what was open. */
const AWAY_MS = 6 * 60 * 60 * 1000
const isAway = (state: State, world: World): boolean => world.now - state.said >= AWAY_MS

/** Hours have passed, or something was said unasked since: a reminder, a notice. */
export const isBehind = (state: State, world: World): boolean => isAway(state, world) || (state.told ?? 0) > state.said

/** Whoever comes back after hours and says once more what they want is asked whether to go on, and has answered nothing. */
export function returned(state: State, world: World, text: string): Outcome | null {
  if (!state.draft || !openQuestion(state, world) || !isAway(state, world)) return null
  const { named, similar } = world.catalogue.search(text)
  const service = named ?? similar.find(({ code }) => code === state.draft!.service)
  return service ? begin(state, world, service) : null
}

/**
 * A mere yes or no answers whatever was said last: behind a reminder or a notice it donates no organs, sends nothing off and deletes
 * nothing. What was begun is gone on with, what is open is put once more. `go on` goes on at any time where nothing is asked.
 */
export function affirmed(state: State, { text, about }: Text, world: World): Outcome | null {
  const command = world.wording.command(text)
  // whoever quotes a question answers it
  if (!(command === 'yes' || command === 'no' || command === 'go-on') || /^\*.+\*$/m.test(about ?? '')) return null
  if (isIdle(state)) return affirmedIdle(state, world, command)
  if (!isBehind(state, world) || state.place.at === 'unanswered') return null
  return command === 'no' && state.draft?.reminded ? putOff(state, world) : repeat(state, world)
}

function affirmedIdle(state: State, world: World, command: 'yes' | 'no' | 'go-on'): Outcome | null {
  const { place } = state
  const begun = state.draft?.trail.length ? state.draft : state.shelf[0]
  const drops = place.at === 'resume' && place.drops === true
  const isSure = place.at === 'erase' || place.at === 'withdraw' || (drops && command !== 'go-on')
  const goesOn = command === 'go-on' ? !isSure : command === 'yes' && isBehind(state, world) && begun?.reminded
  const resumed = begun && goesOn && place.at !== 'resume' ? resume(state, world, begun.service) : null
  if (resumed || !isSure || command === 'no' || !isBehind(state, world)) return resumed
  if (place.at === 'resume') return confirmDrop(state, world, place.service)
  return place.at === 'erase' ? confirmErasure(state, world) : confirmWithdrawal(state, world, place.reference)
}
