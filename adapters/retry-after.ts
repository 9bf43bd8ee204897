/** ms to wait, of a `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); undefined where it is neither. A moment that has passed is no wait. */
export function retryAfterOf(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim()
  if (!said) return undefined
  const ms = /^\d+$/.test(said)
    ? Number(said) * 1000
    : /[a-z]{3}/i.test(said)
      ? Date.parse(said) - Date.now()
      : Number.NaN
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}

/** ms: whoever names a longer wait is asked all the same. */
export const RETRY_AFTER_MAXIMUM = 3_600_000

/** Remembers that a place said when to come again, so that it is not asked before. */
export function rest() {
  let until = 0
  return {
    /** ms that are left of it. */
    get left(): number {
      return Math.max(0, until - performance.now())
    },
    /** Begins for so many ms from now; undefined where it did not say. */
    begin(ms = 0): void {
      until = performance.now() + Math.min(ms, RETRY_AFTER_MAXIMUM)
    },
  }
}
