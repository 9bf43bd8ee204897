import type { Inbound } from '../../../store/channel.ts'
import type { Host } from '../../subgraph.ts'
import type { Receipts } from './receipts.ts'
import { nextRound, work } from './work.ts'

/** Worked on at once: people who wrote do not wait behind these. */
const AT_ONCE = 100
/** Begun before whatever else waits has its turn: a webhook must not wait for a crowd of them. */
const A_ROUND = 8
const BATCH = 200
/** What came here and is not begun is remembered up to so many; the rest is found in the store. */
const REMEMBERED = 10_000
/** Taken on of what others have left. */
const LEFT_AT_ONCE = 1000
/** ms for which what came to another process is left to it. */
const ANOTHERS_MS = 2000
/** ms between two looks for what others have left; where more is left than is taken on at once, between two of these. */
const LEFT_LOOK_MS = 1000
const LOOK_MS = 250

/**
 * What became of our messages, and of our account: nobody's order depends on it. A process sees to what came to it first, so that
 * several do not all do the same work, and to what another has left lying when it has nothing of its own.
 */
export function statusRunner(host: Host, receipts: Receipts) {
  const rows = work(host)
  /** To be begun here, in this order. */
  const ours = new Map<string, Inbound>()
  let lookedAt = Number.NEGATIVE_INFINITY
  let isStopping = false
  let isBeginning = false

  /** A clock that was set, or another's that is wrong, must leave nothing lying. */
  const isLeft = (at: number): boolean => Math.abs(host.clock.now().getTime() - at) > ANOTHERS_MS

  function begin(row: Inbound): void {
    const posted = rows.open(row)
    if (!posted) return
    const task = () =>
      'status' in posted
        ? receipts.take(row, posted.status)
        : receipts.takeOther(row, posted.field, (posted as { value?: unknown }).value)
    void rows.run(row, task).finally(beginNext)
  }

  /** The next that came here; false where there is none, or enough is under way. */
  function beginNext(): boolean {
    if (isStopping || rows.busy >= AT_ONCE) return false
    const [next] = ours.values()
    if (!next) return false
    ours.delete(next.id)
    if (rows.isFree(next.id)) begin(next)
    return true
  }

  /** Takes on what another process has left, or this one could not remember, oldest first. */
  async function takeLeft(): Promise<void> {
    if (ours.size || performance.now() < lookedAt + LEFT_LOOK_MS) return
    for (let after = 0; ours.size < LEFT_AT_ONCE; ) {
      const waiting = await host.store.channel.pending('status', after, BATCH)
      for (const row of waiting) {
        after = row.position
        if (rows.isFree(row.id) && (rows.failed(row.id) || isLeft(row.at))) ours.set(row.id, row)
      }
      if (waiting.length < BATCH) {
        lookedAt = performance.now()
        return
      }
    }
  }

  /** Begins as many as may be under way. */
  async function beginAll(): Promise<void> {
    if (isBeginning) return
    isBeginning = true
    await nextRound()
    for (let begun = 1; beginNext(); begun++) if (begun % A_ROUND === 0) await nextRound()
    isBeginning = false
  }

  return {
    /** These were posted to this process, and are new. */
    came(posted: readonly Inbound[]): void {
      for (const row of posted) if (ours.size < REMEMBERED) ours.set(row.id, row)
      void beginAll()
    },
    async run(signal: AbortSignal): Promise<void> {
      signal.addEventListener('abort', () => {
        isStopping = true
      })
      while (!signal.aborted) {
        try {
          await takeLeft()
          await beginAll()
        } catch (error) {
          host.log.error('the inbox could not be read', error)
        }
        await host.wait('statuses', LOOK_MS, signal)
      }
    },
  }
}
