import { resolve } from 'node:path'
import { EnvironmentError } from '../adapters/environment.ts'
import { sqliteStore } from '../store/sqlite/index.ts'
import { peekSqlite } from '../store/sqlite/peek.ts'
import type { Store } from '../store/store.ts'
import type { Secrets } from '../subgraphs/host/secrets.ts'
import { knows, MARK } from '../subgraphs/host/vault.ts'

/** A kind of store, by the word before the colon of STORE_URL. */
interface Kind {
  open(url: string, dataDir: string): Promise<Store>
  /** A cursor, read without changing anything: no migration is run, nothing is made. */
  peek(url: string, dataDir: string, name: string): Promise<string | null>
}
const folderOf = (url: string, dataDir: string) => resolve(url.slice('sqlite:'.length) || dataDir)
const KINDS: Readonly<Record<string, Kind>> = {
  sqlite: {
    open: async (url, dataDir) => sqliteStore(folderOf(url, dataDir)),
    peek: (url, dataDir, name) => peekSqlite(folderOf(url, dataDir), name),
  },
}

/**
 * Opens the store that STORE_URL names. One that was sealed with other secrets is a VaultError, and is not touched.
 * `existing`: one that is not there yet is an error, and is not made.
 */
export async function openStore(
  { STORE_URL: url = '', DATA_DIR: dataDir = '' }: Readonly<Record<string, string>>,
  secrets: Secrets,
  { existing = false }: { readonly existing?: boolean } = {},
): Promise<Store> {
  const name = url.split(':')[0]!
  const kind = KINDS[name]
  if (!kind) throw new EnvironmentError(`STORE_URL names the kind ${name}; known: ${Object.keys(KINDS).join(', ')}`)
  const mark = await kind.peek(url, dataDir, MARK)
  if (existing && mark === null) throw new EnvironmentError('there is no store where STORE_URL and DATA_DIR say')
  knows(secrets, mark)
  return kind.open(url, dataDir)
}
