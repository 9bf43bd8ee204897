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
