/** A reminder of what was begun and not sent: once for each draft. */
import { forgotten } from './memory.ts'
import { pressId } from './presses.ts'
import { countOf } from './shelf.ts'
import { tell, titleOf } from './speech.ts'
import type { Draft, Outcome, State, World } from './state.ts'

/** What is said when `state.remind` has come; nothing where there is nothing to remind of. */
export function remind(state: State, world: World): Outcome {
  const draft = forgotten(state)
  const service = draft && world.catalogue.service(draft.service)
  const marked = (one: Draft): Draft => (one.trail.length ? { ...one, reminded: true } : one)
  const after: State = {
    ...state,
    draft: state.draft && marked(state.draft),
    shelf: state.shelf.map(marked),
    remind: null,
  }
  if (!service || state.stopped) return { state: after, replies: [] }
  return {
    state: { ...after, told: world.now },
    replies: [
      {
        text: tell(state, world, 'reminder', { title: titleOf(service, state), count: String(countOf(draft)) }),
        choices: [
          { id: pressId('resume', service.code), title: tell(state, world, 'go-on') },
          { id: pressId('menu'), title: tell(state, world, 'menu') },
        ],
      },
    ],
  }
}
