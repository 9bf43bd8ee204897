/** ms for which what came to another process is left to it. */
const ANOTHERS_MS = 2000
/** Rows that are remembered; one that is forgotten is taken for another's. */
const REMEMBERED = 10_000

/** Which of the rows that nobody's order depends on this process sees to, so that several processes do not all do the same work. */
export interface Ours {
  /** These came to this process. */
  came(ids: readonly string[]): void
  /** Whether to begin a row that waits: it came here, or whoever it came to has left it for a while. */
  begins(id: string): boolean
}

export function ours(): Ours {
  const came = new Set<string>()
  /** When another's was first seen waiting, by the monotonic clock. */
  const seen = new Map<string, number>()
  const bound = (rows: Set<string> | Map<string, number>) => {
    if (rows.size > REMEMBERED) rows.delete(rows.keys().next().value!)
  }
  return {
    came(ids) {
      for (const id of ids) {
        came.add(id)
        bound(came)
      }
    },
    begins(id) {
      if (came.delete(id)) return true
      const since = seen.get(id)
      if (since === undefined) {
        seen.set(id, performance.now())
        bound(seen)
        return false
      }
      if (performance.now() < since + ANOTHERS_MS) return false
      seen.delete(id)
      return true
    },
  }
}
