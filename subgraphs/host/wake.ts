import { EventEmitter, once } from 'node:events'

/** Wakes whoever waits in this process; a wait ends by itself after a while, so a lost wake-up only costs time. */
export function wakes() {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    wake(topic: string): void {
      emitter.emit(topic)
    },
    async wait(topic: string, ms: number, signal: AbortSignal): Promise<void> {
      if (signal.aborted) return
      const ended = new AbortController()
      const timer = setTimeout(() => ended.abort(), ms)
      try {
        await once(emitter, topic, { signal: AbortSignal.any([signal, ended.signal]) })
      } catch {
        // the time is up, or the work ends: both are an ordinary return
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
