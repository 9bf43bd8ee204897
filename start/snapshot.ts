import { resolve } from 'node:path'
import { EnvironmentError, readEnvironment } from '../adapters/environment.ts'
import { sqliteSnapshot } from '../store/sqlite/snapshot.ts'
import type { Snapshot } from '../store/transfer.ts'
import { HUB_ENVIRONMENT } from './environment.ts'

/** How a store of each kind is read while hubs work on it, by the word before the colon of STORE_URL. */
const KINDS: Readonly<Record<string, (url: string, dataDir: string) => Promise<Snapshot>>> = {
  sqlite: async (url, dataDir) => sqliteSnapshot(resolve(url.slice('sqlite:'.length) || dataDir)),
}

/** The store that STORE_URL names, as of now. */
export async function openSnapshot(env: Readonly<Record<string, string | undefined>>): Promise<Snapshot> {
  const { STORE_URL, DATA_DIR } = HUB_ENVIRONMENT
  const { STORE_URL: url, DATA_DIR: dataDir } = readEnvironment({ STORE_URL, DATA_DIR }, env)
  const kind = url!.split(':')[0]!
  const open = KINDS[kind]
  if (!open) throw new EnvironmentError(`STORE_URL names the kind ${kind}; known: ${Object.keys(KINDS).join(', ')}`)
  return open(url!, dataDir!)
}
