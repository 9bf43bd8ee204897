/** Forms that Meta does not open now, as its refusals said. Kept in the store, so that every process knows them. */
import type { Host } from '../../subgraph.ts'

const CURSOR = 'whatsapp closed forms'
/** It is tried again then: Meta tells of no end. */
const CLOSED_MS = 60 * 60 * 1000
/** ms for which what was read is taken for true. */
const FRESH_MS = 1000

export interface ClosedForms {
  /** Keys of those that are closed now: `office.wedding en`. */
  now(): Promise<ReadonlySet<string>>
  close(key: string, why: string): Promise<void>
}

export function closedForms({ store, clock, log }: Pick<Host, 'store' | 'clock' | 'log'>): ClosedForms {
  let known: Readonly<Record<string, number>> = {}
  let readAt = Number.NEGATIVE_INFINITY
  async function read(): Promise<Readonly<Record<string, number>>> {
    if (performance.now() - readAt > FRESH_MS) {
      const value = await store.channel.cursor(CURSOR)
      known = value ? JSON.parse(value) : {}
      readAt = performance.now()
    }
    return known
  }
  const at = () => clock.now().getTime()
  return {
    now: async () => new Set(Object.entries(await read()).flatMap(([key, until]) => (until > at() ? [key] : []))),
    async close(key, why) {
      log.warn('WhatsApp does not open a form; it is not offered for an hour', { form: key, why })
      const open = Object.entries(await read()).filter(([, until]) => until > at())
      known = { ...Object.fromEntries(open), [key]: at() + CLOSED_MS }
      readAt = performance.now()
      await store.channel.commit({ cursor: { name: CURSOR, value: JSON.stringify(known) } })
    },
  }
}
