/** What one round measured. */
export interface Round {
  readonly count: number
  readonly ms: number
  /** Milliseconds of a request: the half, and all but one in a hundred, took no longer. */
  readonly p50: number
  readonly p99: number
}

/** Runs `one` over and over, `atOnce` at a time, for `ms`. */
export async function measure(one: (n: number) => Promise<unknown>, atOnce: number, ms: number): Promise<Round> {
  const times: number[] = []
  const start = performance.now()
  let n = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() - start < ms) {
        const at = performance.now()
        await one(n++)
        times.push(performance.now() - at)
      }
    }),
  )
  const took = performance.now() - start
  times.sort((a, b) => a - b)
  const within = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { count: times.length, ms: took, p50: within(0.5), p99: within(0.99) }
}
