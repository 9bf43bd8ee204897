/**
 * Where the reading of STS_HIST stands. Rows carry the time at which they were written, and may become visible later than
 * rows with a later time (contract, rules 3 and 7), so each reading goes back by the overlap and leaves out what it has seen there.
 */
export interface Cursor {
  /** Latest LAST_UPD seen, in µs since 1970 of local time; 0 before the first row. */
  readonly to: number
  /** HIST_NO → LAST_UPD of the rows seen since `to` less the overlap. */
  readonly seen: ReadonlyMap<string, number>
}

/** Rule 3 allows 60 seconds; three times that, for a clerk's screen that was left open. In µs. */
export const OVERLAP = 180_000_000

/** `to|number:µs before to,…`, in base 36. Throws a TypeError for anything else. */
export function parseCursor(text: string | null): Cursor {
  if (text === null) return { to: 0, seen: new Map() }
  const [, head, tail] = /^([0-9a-z]{1,11})\|((?:[0-9a-z]+:[0-9a-z]+(?:,(?=.)|$))*)$/.exec(text) ?? []
  if (head === undefined) throw new TypeError('not a cursor of this department')
  const to = Number.parseInt(head, 36)
  const seen = tail!
    .split(',')
    .filter(Boolean)
    .map((pair): [string, number] => {
      const [number, before] = pair.split(':')
      return [String(Number.parseInt(number!, 36)), to - Number.parseInt(before!, 36)]
    })
  return { to, seen: new Map(seen) }
}

export const printCursor = ({ to, seen }: Cursor): string =>
  `${to.toString(36)}|${[...seen].map(([number, at]) => `${Number(number).toString(36)}:${(to - at).toString(36)}`).join(',')}`

/** The cursor after one more row. */
export function advance(cursor: Cursor, number: string, at: number): Cursor {
  const to = Math.max(cursor.to, at)
  const seen = new Map([...cursor.seen].filter(([, time]) => time > to - OVERLAP))
  if (at > to - OVERLAP) seen.set(number, at)
  return { to, seen }
}
