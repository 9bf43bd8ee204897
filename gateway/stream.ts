/** Streams that end when they are told to. */

/** Passes `source` on until `signal` aborts; then it gives `last()`, if that gives anything, and ends. A step that hangs in the source does not hold it up. `onEnd` is called once, however it ends. */
export function until<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
  last?: () => T | undefined,
  onEnd?: () => void,
): AsyncIterableIterator<T> {
  const steps = source[Symbol.asyncIterator]()
  let ended = false
  let wake: (() => void) | null = null
  const onAbort = () => wake?.()
  signal.addEventListener('abort', onAbort)

  function end(): void {
    if (ended) return
    ended = true
    signal.removeEventListener('abort', onAbort)
    wake?.()
    onEnd?.()
    // a generator that waits for its next event takes this up only then
    Promise.resolve(steps.return?.()).catch(() => {})
  }
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next(): Promise<IteratorResult<T>> {
      if (ended) return { done: true, value: undefined }
      if (!signal.aborted) {
        const step = steps.next()
        const aborted = new Promise<null>((resolve) => {
          wake = () => resolve(null)
        })
        let result: IteratorResult<T> | null
        try {
          result = await Promise.race([step, aborted])
        } catch (error) {
          end()
          throw error
        }
        wake = null
        if (result) {
          if (result.done) end()
          return result
        }
        step.catch(() => {})
      }
      if (ended) return { done: true, value: undefined }
      const value = last?.()
      end()
      return value === undefined ? { done: true, value: undefined } : { done: false, value }
    },
    async return() {
      end()
      return { done: true, value: undefined }
    },
  }
}

/**
 * Gives `change(value)` for each value of `source`; what it throws becomes `onError(error)`, and then the stream ends.
 * Told to end, it tells the source at once, also while a value is awaited: an async generator would wait for that value.
 */
export function mapped<T, U>(
  source: AsyncIterable<T>,
  change: (value: T) => U | Promise<U>,
  onError?: (error: unknown) => U,
): AsyncIterableIterator<U> {
  const steps = source[Symbol.asyncIterator]()
  let ended = false
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next(): Promise<IteratorResult<U>> {
      if (ended) return { done: true, value: undefined }
      try {
        const step = await steps.next()
        return step.done ? { done: true, value: undefined } : { done: false, value: await change(step.value) }
      } catch (error) {
        if (!onError || ended) throw error
        ended = true
        return { done: false, value: onError(error) }
      }
    },
    async return() {
      ended = true
      await steps.return?.()
      return { done: true, value: undefined }
    },
  }
}
