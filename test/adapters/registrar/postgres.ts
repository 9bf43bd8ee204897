/** A PostgreSQL server for the tests: REGISTRAR_TEST_DATABASE_URL (a superuser's), or one started from the machine's own binaries. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database, Session } from '../../../sandbox/registrar/database.ts'
import { seed } from '../../../sandbox/registrar/register.ts'
import { freePort } from '../../free-port.ts'

const PASSWORD = "it's/secret"
const CONTRACT = new URL('../../../adapters/registrar/contract/schema.sql', import.meta.url)

const binaries = (): string | null => {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return (
    versions.map((version) => join(root, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb'))) ?? null
  )
}

/** Why there is no server to test against; null where there is one. */
export const noServer = (): string | null =>
  process.env.REGISTRAR_TEST_DATABASE_URL || binaries()
    ? null
    : 'no PostgreSQL: set REGISTRAR_TEST_DATABASE_URL, or install postgresql'

export interface Server {
  /** As the hub's role. */
  readonly url: string
  readonly database: Database
  /** One more connection of a clerk. */
  clerk(): Promise<pg.Client>
  close(): Promise<void>
}

async function started(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = binaries()!
  const root = mkdtempSync(join(tmpdir(), 'registrar-postgres-'))
  const data = join(root, 'data')
  // the server refuses to run as root
  const ids = (user: string) => ({
    uid: Number(execFileSync('id', ['-u', user])),
    gid: Number(execFileSync('id', ['-g', user])),
  })
  const as = process.getuid?.() === 0 ? ids('postgres') : null
  const passwordFile = join(root, 'password')
  writeFileSync(passwordFile, 'superuser')
  if (as) for (const path of [root, passwordFile]) chownSync(path, as.uid, as.gid)
  const settings = [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
  ]
  execFileSync(join(folder, 'initdb'), settings, { ...as, stdio: 'ignore', cwd: root })
  const port = await freePort()
  const server: ChildProcess = spawn(
    join(folder, 'postgres'),
    ['-D', data, '-p', String(port), '-k', root, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    { ...as, stdio: 'ignore', cwd: root },
  )
  return {
    url: `postgresql://postgres:superuser@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function connected(url: string): Promise<pg.Client> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (tries === 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** The office's database, made from the contract, with its registers seeded. */
export async function openServer(): Promise<Server> {
  const given = process.env.REGISTRAR_TEST_DATABASE_URL
  const own = given ? null : await started()
  const admin = await connected(given ?? own!.url)
  const name = `mrs_${process.pid}_${Date.now()}`
  await admin.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`)
  const url = new URL(given ?? own!.url)
  url.pathname = `/${name}`
  const clients: pg.Client[] = []
  const clerk = async () => {
    const client = await connected(url.href)
    clients.push(client)
    return client
  }
  const office = await clerk()
  await office.query(readFileSync(CONTRACT, 'utf8'))
  await office.query('CREATE SEQUENCE FILE_SEQ START WITH 101')
  await office.query(`ALTER ROLE EXT_HUB PASSWORD '${PASSWORD.replaceAll("'", "''")}'`)
  await seed(office)

  const session: Session = {
    query: (text, values) => office.query<any>(text, values),
    async transaction(run) {
      await office.query('BEGIN')
      try {
        const result = await run(session)
        await office.query('COMMIT')
        return result
      } catch (error) {
        await office.query('ROLLBACK')
        throw error
      }
    },
  }
  let last: Promise<unknown> = Promise.resolve()
  const hub = new URL(url)
  hub.username = 'ext_hub'
  hub.password = encodeURIComponent(PASSWORD)
  return {
    url: hub.href,
    clerk,
    database: {
      alone(run) {
        const turn = last.then(() => run(session))
        last = turn.catch(() => {})
        return turn
      },
    },
    async close() {
      for (const client of clients) await client.end()
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.end()
      await own?.stop()
    },
  }
}
