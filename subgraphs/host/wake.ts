import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import type { Log } from '../subgraph.ts'

const CHANNEL = 'dwar:wake'
/** What waits for Redis to answer: one that hangs must not fill the memory with wake-ups that nobody needs any more. */
const UNANSWERED = 1000

export interface Wakes {
  /** Wakes whoever waits for a topic, in this process and, where they are joined, in others. */
  wake(topic: string): void
  /** Resolves at the next wake of the topic, after `ms` at the latest, or when `signal` aborts. */
  wait(topic: string, ms: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** A wait ends by itself after a while, so a wake-up that is lost only costs time. */
export function wakes(): Wakes & { wakeHere(topic: string): void } {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  // a topic may come from elsewhere, and an emitter throws at one that is called `error`
  const named = (topic: string) => `topic ${topic}`
  const wakeHere = (topic: string): void => {
    emitter.emit(named(topic))
  }
  return {
    wakeHere,
    wake: wakeHere,
    async wait(topic, ms, signal) {
      if (signal.aborted) return
      const ended = new AbortController()
      const timer = setTimeout(() => ended.abort(), ms)
      try {
        await once(emitter, named(topic), { signal: AbortSignal.any([signal, ended.signal]) })
      } catch {
        // the time is up, or the work ends: both are an ordinary return
      } finally {
        clearTimeout(timer)
      }
    },
    async close() {},
  }
}

/** Wake-ups that reach the other processes at `url` (REDIS_URL), too. Nothing depends on Redis: while it is away, they look by themselves. */
export async function joinedWakes(url: string, log: Log): Promise<Wakes> {
  // not loaded where one process is all there is
  const { createClient } = await import('redis')
  const own = wakes()
  const me = randomUUID()
  const options = {
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: UNANSWERED,
    socket: { reconnectStrategy: (n: number) => Math.min(50 * 2 ** n, 2000) },
  }
  const speaking = createClient(options)
  const listening = createClient(options)
  let isSaid = false
  for (const client of [speaking, listening]) {
    client.on('error', (error) => {
      if (!isSaid)
        log.warn('Redis does not answer: wake-ups reach this process only', {
          code: String((error as { code?: unknown }).code ?? 'unknown'),
        })
      isSaid = true
    })
    client.on('ready', () => {
      isSaid = false
    })
    // it goes on trying by itself: the hub does not wait for it
    void client.connect().catch(() => undefined)
  }
  const listen = () =>
    listening
      .subscribe(CHANNEL, (message) => {
        const [from, topic] = message.split(' ', 2)
        if (from !== me && topic) own.wakeHere(topic)
      })
      .catch(() => undefined)
  listening.once('ready', listen)
  const owed = new Set<string>()
  return {
    wait: own.wait,
    wake(topic) {
      own.wakeHere(topic)
      // many commits of one turn are one wake-up
      if (!owed.size)
        setImmediate(() => {
          const topics = [...owed]
          owed.clear()
          if (speaking.isReady)
            for (const one of topics) speaking.publish(CHANNEL, `${me} ${one}`).catch(() => undefined)
        })
      owed.add(topic)
    },
    async close() {
      speaking.destroy()
      listening.destroy()
    },
  }
}
