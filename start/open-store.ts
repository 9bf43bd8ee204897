import { resolve } from 'node:path'
import { EnvironmentError, readEnvironment } from '../adapters/environment.ts'
import { holdSqlite } from '../store/sqlite/file/holding.ts'
import { sqliteStore } from '../store/sqlite/index.ts'
import { peekSqlite } from '../store/sqlite/transfer/peek.ts'
import { sqliteSnapshot } from '../store/sqlite/transfer/snapshot.ts'
import { sqliteTarget } from '../store/sqlite/transfer/target.ts'
import type { Store } from '../store/store.ts'
import type { Snapshot, Target } from '../store/transfer.ts'
import type { Secrets } from '../subgraphs/host/secrets.ts'
import { knows, MARK } from '../subgraphs/host/vault.ts'
import { HUB_ENVIRONMENT } from './environment.ts'

/** A kind of store, by the word before the colon of STORE_URL. */
interface Kind {
  open(url: string, dataDir: string): Promise<Store>
  /** Of one machine: holds it for one process of a role; lets go by what it returns. Throws where another has it. */
  hold?(url: string, dataDir: string, role: string): () => void
  /** A cursor, read without changing anything: no migration is run, nothing is made. */
  peek(url: string, dataDir: string, name: string): Promise<string | null>
  /** All of it as of now, while hubs work on it. Throws a NoSuchStore. */
  snapshot(url: string, dataDir: string): Promise<Snapshot>
  /** Where all of another is to be put; made where it is not there. */
  target(url: string, dataDir: string): Promise<Target>
}
const folderOf = (url: string, dataDir: string) => resolve(url.slice('sqlite:'.length) || dataDir)
// not loaded where one machine is enough
const mongodb: Kind = {
  open: async (url) => (await import('../store/mongo/index.ts')).mongoStore(url),
  peek: async (url, _, name) => (await import('../store/mongo/transfer/peek.ts')).peekMongo(url, name),
  snapshot: async (url) => (await import('../store/mongo/transfer/snapshot.ts')).mongoSnapshot(url),
  target: async (url) => (await import('../store/mongo/transfer/target.ts')).mongoTarget(url),
}
const KINDS: Readonly<Record<string, Kind>> = {
  sqlite: {
    open: async (url, dataDir) => sqliteStore(folderOf(url, dataDir)),
    hold: (url, dataDir, role) => holdSqlite(folderOf(url, dataDir), role),
    peek: (url, dataDir, name) => peekSqlite(folderOf(url, dataDir), name),
    snapshot: async (url, dataDir) => sqliteSnapshot(folderOf(url, dataDir)),
    target: async (url, dataDir) => sqliteTarget(folderOf(url, dataDir)),
  },
  mongodb,
  'mongodb+srv': mongodb,
}

/** Where a store is: its address, and the folder of what has none. */
export interface Place {
  readonly STORE_URL: string
  readonly DATA_DIR: string
}
/** Place of the store that the environment names. */
export function placeOf(env: Readonly<Record<string, string | undefined>>): Place {
  const { STORE_URL, DATA_DIR } = HUB_ENVIRONMENT
  const values = readEnvironment({ STORE_URL, DATA_DIR }, env)
  return { STORE_URL: values.STORE_URL!, DATA_DIR: values.DATA_DIR! }
}

/** Throws an EnvironmentError that names the kinds that there are. `called`: the variable or option that has the address. */
function kindOf(url: string, called: string): Kind {
  const known = Object.keys(KINDS).join(', ')
  if (!url.includes(':')) throw new EnvironmentError(`${called} names no kind, which ends in a colon; known: ${known}`)
  const name = url.split(':')[0]!
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
  if (!kind) throw new EnvironmentError(`${called} names the kind ${name}; known: ${known}`)
  return kind
}

/** What the database driver says, with the name of what has the address. */
async function named<T>(called: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isDriver = error instanceof Error && /^Mongo(ose)?[A-Z]/.test(error.name)
    throw isDriver ? new EnvironmentError(`${called}: ${error.message}`, { cause: error }) : error
  }
}

/** A store as of now. With `secrets`, one that was sealed with others is a VaultError. */
export async function openSnapshot(
  { STORE_URL: url, DATA_DIR: dataDir }: Place,
  secrets?: Secrets,
  called = 'STORE_URL',
): Promise<Snapshot> {
  const kind = kindOf(url, called)
  return named(called, async () => {
    if (secrets) knows(secrets, await kind.peek(url, dataDir, MARK))
    return kind.snapshot(url, dataDir)
  })
}

export async function openTarget({ STORE_URL: url, DATA_DIR: dataDir }: Place, called = 'STORE_URL'): Promise<Target> {
  const kind = kindOf(url, called)
  return named(called, () => kind.target(url, dataDir))
}

/**
 * Opens the store that STORE_URL names. One that was sealed with other secrets is a VaultError, and is not touched.
 * `existing`: one that is not there yet is an error, and is not made. `role`: what of the hub works on it; on a store of one machine another
 * process of that role is an error, before anything is changed.
 */
export async function openStore(
  { STORE_URL: url = '', DATA_DIR: dataDir = '' }: Readonly<Record<string, string>>,
  secrets: Secrets,
  { existing = false, role }: { readonly existing?: boolean; readonly role?: string } = {},
): Promise<Store> {
  const kind = kindOf(url, 'STORE_URL')
  return named('STORE_URL', async () => {
    const mark = await kind.peek(url, dataDir, MARK)
    if (existing && mark === null) throw new EnvironmentError('there is no store where STORE_URL and DATA_DIR say')
    knows(secrets, mark)
    const letGo = role === undefined ? undefined : kind.hold?.(url, dataDir, role)
    try {
      const store = await kind.open(url, dataDir)
      return { ...store, close: () => store.close().finally(letGo) }
    } catch (error) {
      letGo?.()
      throw error
    }
  })
}
