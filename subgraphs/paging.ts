/** `first` and `after`, as every list of the graph takes them. */
import { refusal } from './filing/refusal.ts'

/** How many are wanted: `usual` where it is not said, never more than `maximum`. Throws BAD_USER_INPUT below zero. */
export function firstOf(
  first: number | null | undefined,
  { usual, maximum }: { usual: number; maximum: number },
): number {
  if (typeof first === 'number' && first < 0) throw refusal('BAD_USER_INPUT', 'first is 0 or more.')
  return Math.min(first ?? usual, maximum)
}

/** The cursor, or null where none was given. Throws BAD_CURSOR for one that no list of this kind has given out. */
export function afterOf(after: string | null | undefined, isCursor: (cursor: string) => boolean): string | null {
  if (after === null || after === undefined) return null
  if (!isCursor(after)) throw refusal('BAD_CURSOR', 'after is no cursor of this list: leave it out to begin anew.')
  return after
}

/** A page as a Relay connection: `found` holds `first`, and one more where there are more. */
export function connectionOf<T, N>(
  found: readonly T[],
  first: number,
  after: string | null,
  cursorOf: (one: T) => string,
  nodeOf: (one: T) => N,
) {
  const edges = found.slice(0, first).map((one) => ({ cursor: cursorOf(one), node: nodeOf(one) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
