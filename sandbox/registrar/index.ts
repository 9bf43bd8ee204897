/** The registrar of marriages as an office with a database: it has no other interface than its tables. */
import type { Office, OpenOffice } from '../office.ts'
import { runBatch } from './batch.ts'
import { codeWords, readCases, readCertificate, readDocument } from './cases.ts'
import { act, next } from './clerk.ts'
import { openDatabase } from './database.ts'
import { wire } from './wire.ts'

const NAME = 'registrar'
const USER = 'ext_hub'
const BATCH_MS = 1000
/** The longest after which a statement already sent can still take effect. */
const SETTLES_MS = '10000'

export const open: OpenOffice = async (world) => {
  const port = world.postgresPort
  const password = world.secret('database-password')
  const database = await openDatabase(world.folder)
  const words = await database.alone(codeWords)
  const listener = await wire({
    database,
    port,
    user: USER,
    password,
    count: world.count,
    rude: world.rude,
  }).catch(async (error: NodeJS.ErrnoException) => {
    await database.close()
    if (error.code !== 'EADDRINUSE') throw error
    throw new Error(`port ${port} is taken: set SANDBOX_POSTGRES_PORT to another, or to 0 for any free one`, {
      cause: error,
    })
  })

  const batch = () => database.alone((db) => runBatch(db, world.now()))
  let closed = false
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running
      .then(() => (closed ? undefined : batch()))
      .catch((error) => console.error('registrar batch:', error))
  }, BATCH_MS)

  const office: Office = {
    name: NAME,
    title: 'Registrar of Marriages',
    handle(_request, response) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(`The registrar speaks PostgreSQL, at port ${listener.port}.\n`)
    },
    environment: () => ({
      REGISTRAR_DATABASE_URL: `postgresql://${USER}:${encodeURIComponent(password)}@127.0.0.1:${listener.port}/mrs`,
      REGISTRAR_SETTLES_MS: SETTLES_MS,
    }),
    cases: () => database.alone((db) => readCases(db, words)),
    oneCase: async (name) => (await database.alone((db) => readCases(db, words, name)))[0] ?? null,
    document: (reference, index) => database.alone((db) => readDocument(db, reference, index)),
    certificate: (reference) => database.alone((db) => readCertificate(db, reference)),
    async act(reference, clerkAct) {
      // a clerk who looks at a case has it taken over
      await batch()
      await act(database, reference, clerkAct, world.now())
    },
    next,
    async close() {
      closed = true
      clearInterval(timer)
      await running
      await listener.close()
      await database.close()
    },
  }
  return office
}
