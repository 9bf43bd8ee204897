/** What Meta holds back, as far as it has said: everything, what the hub begins, or one template. Kept in the store, so that each process knows it and a restart forgets nothing. */
import type { Host } from '../../subgraph.ts'

/** `template application_update hi`: one template in one language. */
export type Held = 'all' | 'unasked' | `template ${string} ${string}`
export interface Hold {
  /** ms since the epoch: it is tried again then, whatever has been said. */
  readonly until: number
  /** Meta's code or event. */
  readonly why: string
}
export interface Holds {
  hold(what: Held, hold: Hold): Promise<void>
  release(what: Held): Promise<void>
  /** What is held now; null: nothing. */
  of(what: Held): Promise<Hold | null>
  /** What an operator should know. */
  trouble(): Promise<Hold | null>
}

export const templateHold = (name: string, language: string): Held => `template ${name} ${language}`

/** ms for which what was read is taken for true: another process may have heard of a change. */
const FRESH_MS = 1000

export function holds({ store, clock, log }: Pick<Host, 'store' | 'clock' | 'log'>): Holds {
  const read = new Map<Held, { hold: Hold | null; at: number }>()
  const nameOf = (what: Held) => `whatsapp hold ${what}`

  async function write(what: Held, hold: Hold | null): Promise<void> {
    await store.channel.commit({ cursor: { name: nameOf(what), value: hold ? JSON.stringify(hold) : '' } })
    read.set(what, { hold, at: performance.now() })
  }
  async function of(what: Held): Promise<Hold | null> {
    let known = read.get(what)
    if (!known || performance.now() - known.at > FRESH_MS) {
      const value = await store.channel.cursor(nameOf(what))
      known = { hold: value ? JSON.parse(value) : null, at: performance.now() }
      read.set(what, known)
    }
    return known.hold && clock.now().getTime() < known.hold.until ? known.hold : null
  }
  return {
    async hold(what, hold) {
      log.warn('WhatsApp holds messages back', { what, why: hold.why })
      await write(what, hold)
    },
    async release(what) {
      if (!(await of(what))) return
      log.info('WhatsApp takes messages again', { what })
      await write(what, null)
    },
    of,
    trouble: async () => (await of('all')) ?? (await of('unasked')),
  }
}
