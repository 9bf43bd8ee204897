import { setTimeout as pause } from 'node:timers/promises'
import type { Snapshot } from '../../../store/transfer.ts'
import { isErased } from '../../../subgraphs/applications/erase.ts'

/** ms: who is being erased loses their files a moment before the rows that name them. */
const ERASING_MS = 1000

/** Of these files, which were not there, those that documents or certificates of a store still name: they are lost. Others were erased. */
export async function lostOf(gone: readonly string[], open: () => Promise<Snapshot>): Promise<readonly string[]> {
  const found = await namedIn(gone, open)
  if (!found.length) return found
  await pause(ERASING_MS)
  return namedIn(found, open)
}

async function namedIn(gone: readonly string[], open: () => Promise<Snapshot>): Promise<readonly string[]> {
  if (!gone.length) return gone
  const named = new Set<string>()
  const snapshot = await open()
  try {
    for await (const [kind, row] of snapshot.rows(['application', 'document'])) {
      if (kind === 'document' && row.blob) named.add(row.blob)
      if (kind === 'application' && row.certificate && !isErased(row)) named.add(row.certificate.blob)
    }
  } finally {
    await snapshot.close()
  }
  return gone.filter((name) => named.has(name))
}

const SHOWN = 10

/** Files, in words: how many, and the first of their names. */
export const filesIn = (lost: readonly string[]): string =>
  `${lost.length} of the documents that the store still names are missing from it (${lost.slice(0, SHOWN).join(', ')}${lost.length > SHOWN ? ', …' : ''})`
