/** What Meta has taken is written down, also by a store that does not take it at once: a message that is known to have gone is not sent again. */
import type { Host } from '../../subgraph.ts'

const AGAIN_MS = 500

/** Writes it down as soon as the store takes it, for `ms` at the most; throws what the store said last. */
export async function acceptance(
  { store, log, wait }: Pick<Host, 'store' | 'log' | 'wait'>,
  {
    id,
    wamid,
    ms,
    signal,
  }: { readonly id: string; readonly wamid: string; readonly ms: number; readonly signal: AbortSignal },
): Promise<void> {
  for (const began = performance.now(); ; )
    try {
      return await store.channel.accepted(id, wamid)
    } catch (error) {
      if (signal.aborted || performance.now() - began > ms) throw error
      log.error('what was sent could not be written down; it is tried again', error)
      await wait('acceptance', AGAIN_MS, signal)
    }
}
