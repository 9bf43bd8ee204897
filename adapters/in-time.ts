/**
 * A process that was stopped for a while (SIGSTOP, a machine that slept) goes on where it stood, before any timer has told it that its
 * time is over. Whoever is about to send asks here, by the monotonic clock, in the same turn in which the request leaves.
 */
const holders = new WeakMap<AbortSignal, () => boolean>()

/** `isInTime` is asked for requests that are sent under `signal`. */
export function onlyWhile(signal: AbortSignal, isInTime: () => boolean): void {
  const before = holders.get(signal)
  holders.set(signal, before ? () => before() && isInTime() : isInTime)
}

/** False where nothing may be sent under `signal` any more. */
export const isInTime = (signal: AbortSignal): boolean => !signal.aborted && (holders.get(signal)?.() ?? true)
