import type { Host } from '../subgraph.ts'

/** One task at a time for each chat, in the order in which they came; many chats at once. */
export interface Turns {
  /** Runs `task` while this process alone has the chat of `citizen`. Rejects where the process ends before it is its turn. */
  run<T>(citizen: string, task: () => Promise<T>): Promise<T>
  /** Resolves when no task is left. */
  idle(): Promise<void>
  readonly size: number
}

/** ms between the first tries to get a chat that another process answers in, and between the last. */
const AGAIN_MS = 50
const AGAIN_MAXIMUM_MS = 500
/** ms: another process that has a chat for longer is not answering in it, and its session will end. */
const LONGEST_MS = 60_000

export function turns(host: Pick<Host, 'store' | 'session'>): Turns {
  const last = new Map<string, Promise<unknown>>()
  const { channel } = host.store

  async function alone<T>(citizen: string, task: () => Promise<T>): Promise<T> {
    const end = performance.now() + LONGEST_MS
    for (let again = AGAIN_MS; ; again = Math.min(2 * again, AGAIN_MAXIMUM_MS)) {
      const session = host.session()
      if (session.isAlive && (await channel.hold(citizen, session.id)))
        try {
          return await task()
        } finally {
          await channel.letGo(citizen, session.id)
        }
      if (performance.now() > end) throw new Error('a chat is held by another process')
      await new Promise((resolve) => setTimeout(resolve, again))
    }
  }

  return {
    run(citizen, task) {
      const turn = () => alone(citizen, task)
      const mine = (last.get(citizen) ?? Promise.resolve()).then(turn, turn)
      const settled = mine
        .catch(() => {})
        .then(() => {
          if (last.get(citizen) === settled) last.delete(citizen)
        })
      last.set(citizen, settled)
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
