/** One task at a time for each key, in the order in which they came; many keys at once. */
export interface Turns {
  run<T>(key: string, task: () => Promise<T>): Promise<T>
  /** Resolves when no task is left. */
  idle(): Promise<void>
  readonly size: number
}

export function turns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    run(key, task) {
      const mine = (last.get(key) ?? Promise.resolve()).then(task, task)
      const settled = mine
        .catch(() => {})
        .then(() => {
          if (last.get(key) === settled) last.delete(key)
        })
      last.set(key, settled)
      return mine
    },
    async idle() {
      while (last.size) await Promise.all(last.values())
    },
    get size() {
      return last.size
    },
  }
}
