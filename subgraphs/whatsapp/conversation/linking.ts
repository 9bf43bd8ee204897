/** What a one-time code came to. */
import { home, plain } from './applications.ts'
import { menu } from './menu.ts'
import { pressId } from './presses.ts'
import { tell } from './speech.ts'
import type { Outcome, Result, State, World } from './state.ts'

/** Whoever was talked into sending a stranger's code sees whose it is. */
function confirmLink(state: State, world: World, { code, digits }: { code: string; digits: string | null }): Outcome {
  const sure = digits ? tell(state, world, 'link-sure', { digits }) : tell(state, world, 'link-sure-unnumbered')
  return plain(state, sure, [
    { id: pressId('link', code), title: tell(state, world, 'link-yes') },
    { id: pressId('keep'), title: tell(state, world, 'link-no') },
  ])
}

export function linkCame(
  state: State,
  world: World,
  { linked, references, answered, limit, account }: Extract<Result, { type: 'link' }>,
): Outcome {
  if (account) return confirmLink(state, world, account)
  if (limit) return plain(state, tell(state, world, 'link-limit'), [home(state, world)])
  if (!answered) return plain(state, tell(state, world, 'no-answer'), [home(state, world)])
  if (!linked) return plain(state, tell(state, world, 'link-refused'), [home(state, world)])
  return references.length
    ? plain(state, tell(state, world, 'linked', { references: references.join(', '), count: references.length }), [
        { id: pressId('status'), title: tell(state, world, 'my-applications') },
      ])
    : menu(state, world, { before: tell(state, world, 'linked-account') })
}
