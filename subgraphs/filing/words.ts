/** A department's own words, as long as a person may read them: each event keeps them, and a citizen gets them in a chat. */
import type { Action, StatusChange } from '../../adapters/adapter.ts'

/** Characters. Half of a message of a chat. */
const LONGEST = 2000

export const brief = (words: string): string =>
  words.length <= LONGEST
    ? words
    : `${Array.from(words.slice(0, 2 * LONGEST))
        .slice(0, LONGEST - 1)
        .join('')}…`
const orNull = (words: string | null): string | null => words && brief(words)

export const briefAction = (action: Action): Action => ({
  ...action,
  text: orNull(action.text),
  place: orNull(action.place),
})

export function briefReport({ reason, action, ...report }: StatusChange): StatusChange {
  return {
    ...report,
    ...(reason === undefined ? {} : { reason: brief(reason) }),
    ...(action === undefined ? {} : { action: briefAction(action) }),
  }
}
