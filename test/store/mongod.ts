/** A real MongoDB for tests and benches: `MONGODB_URI` where it is set, else one `mongod` for all tests of a run. */
import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import mongoose from 'mongoose'

export interface MongoDatabase {
  /** A STORE_URL of its own: nobody else has this database. */
  readonly url: string
  drop(): Promise<void>
}

let server: Promise<string | null> | undefined

/** Address of the server; null, after a line that says so, where no MongoDB can be had. Throws in CI: there must be one. */
export function mongoServer(): Promise<string | null> {
  server ??= (async () => {
    try {
      return process.env.MONGODB_URI || (await sharedServer())
    } catch (error) {
      if (process.env.CI) throw error
      process.stderr.write(`\nSKIPPED: everything on MongoDB. ${(error as Error).message}\n\n`)
      return null
    }
  })()
  return server
}

/** A database of its own; null where there is no MongoDB. */
export async function freshDatabase(): Promise<MongoDatabase | null> {
  const server = await mongoServer()
  if (server === null) return null
  const name = `dwar-test-${randomUUID().slice(0, 8)}`
  const [, head, query] = /^(mongodb(?:\+srv)?:\/\/[^/]+)\/?[^?]*(\?.*)?$/.exec(server) ?? []
  if (!head) throw new Error('MONGODB_URI is no address of MongoDB')
  const url = `${head}/${name}${query ?? ''}`
  return {
    url,
    async drop() {
      const connection = await mongoose.createConnection(url).asPromise()
      await connection.dropDatabase()
      await connection.close()
    },
  }
}

/** Empties the collections of a database, and leaves its indexes and its version. */
export async function emptied(db: mongoose.mongo.Db): Promise<void> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray()
  for (const { name } of collections)
    if (name !== 'meta' && !name.startsWith('system.')) await db.collection(name).deleteMany({})
}

/** The `mongod` of this run: whoever needs it first starts it, and it ends by itself when the run does. */
async function sharedServer(): Promise<string> {
  // jest.config.js names the run, for its workers, too
  const run = process.env.DWAR_TEST_RUN ?? String(process.pid)
  const folder = join(tmpdir(), `dwar-mongod-${run}`)
  const file = join(folder, 'server.json')
  if (isFirst(folder)) {
    try {
      const keeper = new URL('./mongod-keeper.ts', import.meta.url).pathname
      const options = { detached: true, stdio: 'ignore' } as const
      spawn(process.execPath, [keeper, await findMongod(), folder, run], options).unref()
    } catch (error) {
      writeFileSync(file, JSON.stringify({ error: (error as Error).message }))
    }
  }
  for (let i = 0; i < 1200; i++) {
    if (existsSync(file)) {
      const { url, error } = JSON.parse(readFileSync(file, 'utf8')) as { url?: string; error?: string }
      if (url) return url
      throw new Error(error)
    }
    await pause(50)
  }
  throw new Error('mongod did not start within a minute')
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Path of a `mongod`: named by MONGOMS_SYSTEM_BINARY, on the PATH, or fetched. */
async function findMongod(): Promise<string> {
  const named = process.env.MONGOMS_SYSTEM_BINARY
  if (named) return named
  try {
    return execFileSync('sh', ['-c', 'command -v mongod'], { encoding: 'utf8' }).trim()
  } catch {
    const { MongoBinary } = await import('mongodb-memory-server-core')
    return await MongoBinary.getPath().catch((cause) => {
      throw new Error(
        'there is no mongod, and none could be fetched: set MONGODB_URI or MONGOMS_SYSTEM_BINARY, or put one on the PATH.',
        { cause },
      )
    })
  }
}
