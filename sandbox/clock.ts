/** Whatever tells the time. */
export interface TimeSource {
  now(): Date
}

const UNIT = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Milliseconds of `25h`, `90m`, `3d`, `10s` or `1h30m`; null for anything else. */
export function parseDuration(text: string): number | null {
  const part = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(text)) return null
  let total = 0
  for (const [, amount, unit] of text.matchAll(part)) total += Number(amount) * UNIT[unit as keyof typeof UNIT]
  return Math.round(total)
}

/** The sandbox's time: a source's, moved forward on request and never back. */
export class SandboxClock implements TimeSource {
  readonly #source: TimeSource
  readonly #keep: (offset: number) => void
  #offset: number

  constructor(source: TimeSource, offset: number, keep: (offset: number) => void) {
    this.#source = source
    this.#offset = offset
    this.#keep = keep
  }

  now(): Date {
    return new Date(this.#source.now().getTime() + this.#offset)
  }

  /** ms that this clock is ahead of its source. */
  get offset(): number {
    return this.#offset
  }

  advance(milliseconds: number): void {
    this.#offset += milliseconds
    this.#keep(this.#offset)
  }
}
