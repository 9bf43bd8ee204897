/** What Meta's error codes ask of the sender, by their meaning. Meta's list of 15 May 2026. */

export type Remedy =
  /** Passing: again with backoff. */
  | 'again'
  /** Too fast for the number as a whole: everybody slows down. */
  | 'slower'
  /** Too fast for this person: 4^X seconds for this chat alone. */
  | 'pair'
  /** The 24 hours are over: as a template. */
  | 'template'
  /** May be cured by itself: soon once more, then ever later, at last for a person. */
  | 'later'
  /** Goes to a number only: it is asked for, and the message waits for it. */
  | 'number'
  /** Once more, then for a person. */
  | 'once'
  /** The template may not be sent now: until Meta says that it may. */
  | 'paused'
  /** Too many blocked or reported us: what the hub begins stops, answers go on. */
  | 'unasked'
  /** Nothing can be sent until an operator has acted: the outbox is kept. */
  | 'halt'
  /** This message will never pass: a person looks. */
  | 'park'

export const REMEDIES: Readonly<Record<Remedy, readonly number[]>> = {
  again: [1, 2, 4, 80007, 131000, 131016, 131057, 132069, 133004],
  slower: [130429],
  pair: [131056],
  template: [131047],
  later: [131026],
  number: [131062],
  once: [131052, 131053],
  paused: [132001, 132007, 132015],
  unasked: [131048],
  halt: [0, 3, 10, 190, 368, 130497, 131005, 131031, 131037, 131042, 131045, 133010],
  park: [
    33, 100, 130472, 131008, 131009, 131021, 131049, 131050, 131051, 132000, 132005, 132012, 132016, 132018, 132068,
    137000,
  ],
}
const BY_CODE = new Map(
  (Object.entries(REMEDIES) as [Remedy, readonly number[]][]).flatMap(([remedy, codes]) =>
    codes.map((code) => [code, remedy] as const),
  ),
)

/** The remedy for a code; by the HTTP status for one that is not listed, or where none came. */
export function remedyOf(code: number | null, status: number): Remedy {
  if (code !== null) {
    if (code >= 200 && code <= 299) return 'halt'
    const known = BY_CODE.get(code)
    if (known && !(code === 0 && status >= 500)) return known
  }
  if (status === 429) return 'slower'
  if (status === 401 || status === 403) return 'halt'
  if (status >= 500) return 'again'
  if (code !== null) return 'park'
  // whoever answered without a code is hardly Meta: of the address it speaks for all, of a message for that one
  return NO_SUCH_ADDRESS.has(status) ? 'halt' : 'once'
}
/** Not there, no such call there, or a proxy that wants to know who asks. */
const NO_SUCH_ADDRESS: ReadonlySet<number> = new Set([404, 405, 407])

/** Notes of notices that reach a citizen after all once they write again: their phone and the window are open then, and their number may be known. */
export const WINDOW_CLOSED = 'window-closed'
/** The citizen has asked to be left alone since it was owed. */
export const STOPPED = 'stopped'
/** Nothing leads to the citizen: the number that they wrote from is somebody else's now. */
export const NO_ADDRESS = 'no-address'
/** Refused without a code of Meta's. */
export const NO_CODE = 'no-code'
export const UNREACHED: readonly string[] = [
  NO_ADDRESS,
  NO_CODE,
  WINDOW_CLOSED,
  STOPPED,
  '131026',
  '131047',
  '131052',
  '131053',
  '131062',
  ...REMEDIES.paused.map(String),
  '132016',
]
/** A Flow may be opened ten times an hour only. */
export const FLOW_THROTTLED = 132069
/** Note of what waits for a template. */
export const PAUSED = '132015'
/** Meta takes the phone to be in other hands; a one-time code shows that it is not. */
export const HELD_FROM_ANOTHER = '137000'

/** The longest wait of all that does not go by `LATER_MS`. */
export const LONGEST_MS = 5 * 60_000
const HOUR_MS = 3_600_000
/** Between the tries of what may be cured by itself. */
const LATER_MS = [60_000, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS] as const
export const LATEST_MS = LATER_MS.at(-1)!
/** Notes of what may wait so long. */
export const LATER: readonly string[] = REMEDIES.later.map(String)
/** Tries after which it is parked. */
const TRIES: Partial<Readonly<Record<Remedy, number>>> = { park: 1, number: 1, once: 2, later: LATER_MS.length + 1 }

/** Whether a row that has failed `attempts` times before is left to a person now. */
export const isGivenUp = (remedy: Remedy, attempts: number): boolean =>
  attempts + 1 >= (TRIES[remedy] ?? Number.POSITIVE_INFINITY)

/** ms until the next try after so many failed ones. */
export function backoff(remedy: Remedy, attempts: number, random: () => number = Math.random): number {
  switch (remedy) {
    case 'pair':
      return Math.min(4 ** attempts * 1000, LONGEST_MS)
    case 'later':
      return LATER_MS[Math.min(attempts, LATER_MS.length - 1)]!
    case 'halt':
      return 30_000
    case 'template':
      return 0
    default:
      return Math.round(Math.min(2 ** attempts * 1000, LONGEST_MS) * (0.5 + random() / 2))
  }
}
