/** Meta's two clocks: how fast to one person, how fast in all. */
import type { TimeSource } from '../clock.ts'

const PAIR_BURST = 45
const PAIR_MS = 6000
const A_SECOND = 80

export class Limits {
  readonly #clock: TimeSource
  readonly #pairs = new Map<number, { tokens: number; at: number }>()
  #recent: number[] = []

  constructor(clock: TimeSource) {
    this.#clock = clock
  }

  /** Counts a message in or out; false where it is one too many in this second. */
  passes(): boolean {
    const now = this.#clock.now().getTime()
    this.#recent = this.#recent.filter((at) => at > now - 1000 && at <= now)
    this.#recent.push(now)
    return this.#recent.length <= A_SECOND
  }

  /** Takes one of a person's 45 tokens, which come back one in six seconds; false where none is left. */
  take(person: number): boolean {
    const now = this.#clock.now().getTime()
    const pair = this.#pairs.get(person) ?? { tokens: PAIR_BURST, at: now }
    pair.tokens = Math.min(PAIR_BURST, pair.tokens + Math.max(0, now - pair.at) / PAIR_MS)
    pair.at = now
    this.#pairs.set(person, pair)
    if (pair.tokens < 1) return false
    pair.tokens--
    return true
  }
}
