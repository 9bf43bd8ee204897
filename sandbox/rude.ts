/** The sandbox's rudeness is drawn from a seed, so that a failure seen once can be seen again. */

/** Numbers in [0, 1) from a 32-bit seed (mulberry32). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Rudeness<Mode> {
  readonly mode: Mode | null
  /** Share of the calls that the mode touches. */
  readonly rate: number
  readonly seed: number
}

/** One misbehaviour at a time, at a rate. */
export class Drawing<Mode> {
  #rudeness: Rudeness<Mode> = { mode: null, rate: 1, seed: 1 }
  #next: () => number = mulberry32(1)

  get rudeness(): Rudeness<Mode> {
    return this.#rudeness
  }

  set(rudeness: Rudeness<Mode>): void {
    this.#rudeness = rudeness
    this.#next = mulberry32(rudeness.seed)
  }

  /** The mode, if it touches this call; calls to which the mode does not apply draw nothing. */
  draw(applies: (mode: Mode) => boolean): Mode | null {
    const { mode, rate } = this.#rudeness
    if (mode === null || !applies(mode)) return null
    return this.#next() < rate ? mode : null
  }

  /** A number in [0, 1) of the same seed. */
  chance(): number {
    return this.#next()
  }
}
