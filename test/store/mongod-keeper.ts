/**
 * `node mongod-keeper.ts MONGOD FOLDER RUN`: keeps a replica set of one in FOLDER while the process RUN lives, then removes it.
 * FOLDER/server.json says where it is.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import mongoose from 'mongoose'
import { freePort } from '../free-port.ts'

const [binary, folder, run] = process.argv.slice(2) as [string, string, string]

const port = await freePort()
const data = join(folder, 'data')
mkdirSync(data)
const mongod = spawn(
  binary,
  [
    '--dbpath',
    data,
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
    '--replSet',
    'tests',
    '--wiredTigerCacheSizeGB',
    '0.5',
    '--quiet',
  ],
  { stdio: 'ignore' },
)
mongod.once('error', (error) => say({ error: `mongod did not start: ${error.message}` }))
mongod.once('exit', (code) => {
  say({ error: `mongod ended with ${code}` })
  end()
})

function say(what: object): void {
  const file = join(folder, 'server.json')
  writeFileSync(`${file}.new`, JSON.stringify(what))
  renameSync(`${file}.new`, file)
}
function end(): never {
  mongod.removeAllListeners('exit')
  mongod.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  process.exit(0)
}
function isRunning(): boolean {
  try {
    process.kill(Number(run), 0)
    return true
  } catch {
    return false
  }
}

const host = `127.0.0.1:${port}`
async function ready(): Promise<void> {
  const connection = await mongoose.createConnection(`mongodb://${host}/?directConnection=true`).asPromise()
  const admin = connection.getClient().db('admin')
  await admin.command({ replSetInitiate: { _id: 'tests', members: [{ _id: 0, host }] } })
  while (!(await admin.command({ hello: 1 })).isWritablePrimary) await pause(20)
  await connection.close()
}
ready().then(
  () => say({ url: `mongodb://${host}/?replicaSet=tests` }),
  (error: Error) => say({ error: error.message }),
)
while (isRunning()) await pause(500)
end()
