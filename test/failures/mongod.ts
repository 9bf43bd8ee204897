/** A `mongod` of a test's own, which may be stopped, killed and begun again, and a way to it that is slow. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { freePort } from '../free-port.ts'
import { until } from '../journeys/world.ts'

export interface OwnMongod {
  readonly url: string
  readonly port: number
  signal(signal: NodeJS.Signals): void
  kill(): Promise<void>
  start(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const binary = (): string =>
  process.env.MONGOMS_SYSTEM_BINARY || execFileSync('sh', ['-c', 'command -v mongod'], { encoding: 'utf8' }).trim()

/** Why there is none here; null where there is. */
export function withoutMongod(): string | null {
  try {
    binary()
    return null
  } catch {
    if (process.env.CI) throw new Error('in CI there must be a mongod: MONGOMS_SYSTEM_BINARY, or on the PATH')
    return 'there is no mongod on the PATH, and MONGOMS_SYSTEM_BINARY names none'
  }
}

export async function ownMongod(): Promise<OwnMongod> {
  const folder = await mkdtemp(join(tmpdir(), 'dwar-own-mongod-'))
  const port = await freePort()
  const direct = `mongodb://127.0.0.1:${port}/?directConnection=true`
  let child: ChildProcess
  const admin = async <T>(run: (db: any) => Promise<T>): Promise<T> => {
    const connection = await mongoose.createConnection(direct, { serverSelectionTimeoutMS: 2000 }).asPromise()
    try {
      return await run(connection.getClient().db('admin'))
    } finally {
      await connection.close()
    }
  }
  const mongod: OwnMongod = {
    url: `mongodb://127.0.0.1:${port}/hub?replicaSet=own`,
    port,
    signal: (signal) => void child.kill(signal),
    async kill() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
    async start() {
      const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'own', '--quiet']
      child = spawn(binary(), [...args, '--wiredTigerCacheSizeGB', '0.25'], { stdio: 'ignore' })
      await until('mongod', () =>
        admin((db) => db.command({ ping: 1 })).then(
          () => true,
          () => false,
        ),
      )
      const members = [{ _id: 0, host: `127.0.0.1:${port}` }]
      // where it was begun before, it knows
      await admin((db) => db.command({ replSetInitiate: { _id: 'own', members } })).catch(() => undefined)
      await until('a primary', () =>
        admin(async (db) => (await db.command({ hello: 1 })).isWritablePrimary as boolean).catch(() => false),
      )
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGCONT')
      await mongod.kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await mongod.start()
  return mongod
}

/** A port that leads to another, slower by `delay.ms` on the way there. */
export async function slowWay(to: number): Promise<{ port: number; delay: { ms: number }; close(): void }> {
  const delay = { ms: 0 }
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    let way = Promise.resolve()
    near.on('data', (chunk) => {
      const arrives = Date.now() + delay.ms
      way = way.then(async () => {
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, arrives - Date.now())))
        far.write(chunk)
      })
    })
    far.on('data', (chunk) => near.write(chunk))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    delay,
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
