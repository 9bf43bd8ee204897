import type { Inbound } from '../../../store/channel.ts'
import type { Host } from '../../subgraph.ts'
import { SEALED } from '../chat.ts'
import type { Posted } from './inbound.ts'

const TRIES = 5
const UNREADABLE_MS = 60_000
const NOT_YET_MS = 250

/** What a row speaks of is not known yet: it is to be taken again soon. */
export class NotYetKnown extends Error {
  override readonly name = 'NotYetKnown'
}

type Row = Pick<Inbound, 'id' | 'kind' | 'sealed'>

/** Rows of the inbox that this process is at. One that failed is free again after a while. */
export interface Work {
  /** Rows that are being worked on. */
  readonly busy: number
  isFree(id: string): boolean
  /** Whether a row was begun here and failed. */
  failed(id: string): boolean
  /** What a row holds; null for one that cannot be read, which stays for a person and holds up no other. */
  open(row: Row): Posted | null
  /** Runs `task` for a row; one that fails is to be run again, and is told when it is for the last time. */
  run(row: Row, task: (last: boolean) => Promise<void>): Promise<void>
}

export function work({ vault, log }: Pick<Host, 'vault' | 'log'>): Work {
  /** `again`: when it is free, by the monotonic clock; null while it is in work. */
  const rows = new Map<string, { again: number | null; failures: number }>()
  let busy = 0
  return {
    get busy() {
      return busy
    },
    failed: (id) => (rows.get(id)?.again ?? null) !== null,
    isFree(id) {
      const known = rows.get(id)
      return !known || (known.again !== null && known.again <= performance.now())
    },
    open(row) {
      try {
        return JSON.parse(vault.openText(row.sealed, SEALED.inbound))
      } catch (error) {
        log.error('an inbox row cannot be read; it is kept', error, { kind: row.kind })
        rows.set(row.id, { again: performance.now() + UNREADABLE_MS, failures: 0 })
        return null
      }
    },
    async run(row, task) {
      const failures = rows.get(row.id)?.failures ?? 0
      rows.set(row.id, { again: null, failures })
      busy++
      try {
        await task(failures + 1 >= TRIES)
        rows.delete(row.id)
      } catch (error) {
        if (error instanceof NotYetKnown)
          return void rows.set(row.id, { again: performance.now() + NOT_YET_MS, failures })
        log.error('an inbox row could not be worked on; it is tried again', error, { kind: row.kind, failures })
        const pause = Math.min(1000 * 2 ** failures, 60_000)
        rows.set(row.id, { again: performance.now() + pause, failures: failures + 1 })
      } finally {
        busy--
      }
    },
  }
}

/** Resolves when everything that waits now has had its turn. */
export const nextRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
