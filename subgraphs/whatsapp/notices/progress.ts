/** A log that is worked through with many of its events under way at once. */
export interface Progress {
  /** Begins the work of the next event; resolves when there is room for another. Rejects with what an earlier one failed with. */
  begin(event: string, work: () => Promise<void>): Promise<void>
  /** Resolves when all that began is done and saved; rejects where something failed. */
  end(): Promise<void>
  /** Aborts when something failed: what comes behind it is begun again from the last event that was saved. */
  readonly failed: AbortSignal
}

/**
 * `save` keeps the last event before which all are done, so that none is passed over by a process that ends in the middle:
 * those behind it are worked on twice then. It is called for many at once where they are done quickly.
 */
export function progress(save: (event: string) => Promise<void>, atOnce: number): Progress {
  const line: { readonly event: string; isDone: boolean }[] = []
  const failure = new AbortController()
  let underWay = 0
  let reached: string | null = null
  let saving: Promise<void> | null = null
  let changed = Promise.withResolvers<void>()
  const tell = () => {
    changed.resolve()
    changed = Promise.withResolvers()
  }

  async function saved(): Promise<void> {
    while (reached !== null) {
      const event = reached
      reached = null
      await save(event)
    }
  }
  function advance(): void {
    while (line[0]?.isDone) reached = line.shift()!.event
    if (reached === null || saving || failure.signal.aborted) return
    saving = saved()
      .catch((error) => failure.abort(error))
      .finally(() => {
        saving = null
        tell()
      })
  }

  return {
    failed: failure.signal,
    async begin(event, work) {
      failure.signal.throwIfAborted()
      const place = { event, isDone: false }
      line.push(place)
      underWay++
      work()
        .then(
          () => {
            place.isDone = true
            advance()
          },
          (error) => failure.abort(error),
        )
        .finally(() => {
          underWay--
          tell()
        })
      while (underWay >= atOnce && !failure.signal.aborted) await changed.promise
      failure.signal.throwIfAborted()
    },
    async end() {
      while (underWay || saving) await changed.promise
      failure.signal.throwIfAborted()
    },
  }
}
