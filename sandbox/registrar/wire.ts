/**
 * PostgreSQL's wire (frontend/backend protocol 3.0) in front of the office's database, with its bad days.
 * Whole batches of messages, up to Sync, are handed to the database at once: it is one session for all connections, and a
 * statement of one client must not fall between the Parse and the Execute of another.
 */
import { timingSafeEqual } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import type { RudeMode } from '../office.ts'
import type { OfficeDatabase } from './database.ts'
import * as messages from './messages.ts'

export interface WireOptions {
  readonly database: OfficeDatabase
  readonly port: number
  readonly user: string
  readonly password: string
  /** Counts a statement by the operation that its comment names. */
  count(operation: string): void
  rude(changes: boolean): RudeMode | null
}
export interface Wire {
  readonly port: number
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const SLOW_MS = 2000
const GARBAGE = Buffer.from('<html><body>502 Bad Gateway</body></html>')

/** Listens; a port that is taken is an Error with the code EADDRINUSE. */
export async function wire(options: WireOptions): Promise<Wire> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    socket.setNoDelay(true)
    serve(socket, options).catch(() => socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, HOST, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Bytes of a socket, as many as are asked for; null once it has ended. */
function bytesOf(socket: Socket): (count: number) => Promise<Buffer | null> {
  const chunks = socket[Symbol.asyncIterator]()
  let kept: Buffer[] = []
  let length = 0
  return async (count) => {
    while (length < count) {
      const next = await chunks.next().catch(() => ({ done: true as const, value: undefined }))
      if (next.done) return null
      kept.push(next.value)
      length += next.value.length
    }
    const all = kept.length === 1 ? kept[0]! : Buffer.concat(kept)
    kept = [all.subarray(count)]
    length -= count
    return all.subarray(0, count)
  }
}

const equal = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

async function serve(socket: Socket, options: WireOptions): Promise<void> {
  const read = bytesOf(socket)
  const refuse = (code: string, text: string) => void socket.end(messages.error('FATAL', code, text))

  let user = ''
  for (;;) {
    const head = await read(8)
    if (!head) return
    const body = await read(head.readInt32BE(0) - 8)
    if (!body) return
    const code = head.readInt32BE(4)
    if (code === messages.SSL_REQUEST || code === messages.GSS_REQUEST) socket.write('N')
    else if (code === messages.PROTOCOL) {
      user = messages.parameters(body).get('user') ?? ''
      break
    } else return void socket.end()
  }
  const mood = options.rude(false)
  if (mood === 'unavailable') return refuse('57P03', 'the database system is starting up')
  if (mood === 'hang') return
  socket.write(messages.ASK_PASSWORD)
  const head = await read(5)
  const password = head && (await read(head.readInt32BE(1) - 4))
  if (!password) return
  if (user !== options.user || !equal(password.subarray(0, -1).toString(), options.password))
    return refuse('28P01', `password authentication failed for user "${user}"`)
  socket.write(messages.WELCOME)
  await talk(socket, read, options)
}

/** The conversation after the greeting: batch by batch, until the client leaves or is cut off. */
async function talk(
  socket: Socket,
  read: (count: number) => Promise<Buffer | null>,
  options: WireOptions,
): Promise<void> {
  const gone = new AbortController()
  socket.once('close', () => gone.abort())
  let batch: Buffer[] = []
  let hold: Hold | null = null
  try {
    for (;;) {
      const head = await read(5)
      if (!head) return
      const type = String.fromCharCode(head[0]!)
      const body = await read(head.readInt32BE(1) - 4)
      if (!body || type === 'X') return void socket.end()
      batch.push(head, body)
      if (type !== 'Q' && type !== 'S' && type !== 'H') continue
      const bytes = Buffer.concat(batch)
      batch = []
      hold ??= await take(options.database, options.user)
      // a client that went away while it waited has its statement executed all the same, as on any server
      const answer = await respond(bytes, hold, options, socket, gone.signal, () => {
        hold?.release()
        hold = null
      })
      if (!answer) return
      if (hold && answer.idle) {
        hold.release()
        hold = null
      }
      if (answer.cut) return void (answer.bytes.length ? socket.end(answer.bytes) : socket.destroy())
      socket.write(answer.bytes)
    }
  } finally {
    ;(hold as Hold | null)?.release()
  }
}

interface Answer {
  readonly bytes: Buffer
  /** Whether the session stands outside of any transaction and batch. */
  readonly idle: boolean
  readonly cut: boolean
}

async function respond(
  batch: Buffer,
  hold: Hold,
  options: WireOptions,
  socket: Socket,
  gone: AbortSignal,
  letGo: () => void,
): Promise<Answer | null> {
  const statement = messages.statementOf(batch)
  const outside = !hold.inside
  const mode = statement ? options.rude(statement.changes || statement.notices) : null
  if (statement) options.count(statement.operation)
  const cut = (bytes: Buffer): Answer => ({ bytes, idle: true, cut: true })
  const execute = async (): Promise<Buffer> => hold.run(batch)

  switch (mode) {
    case 'unavailable':
      return cut(messages.error('FATAL', '57P01', 'terminating connection due to administrator command'))
    case 'fault':
      if (!outside)
        return cut(
          messages.error('FATAL', '58030', 'could not read block 17 in file "base/16384/2619": Input/output error'),
        )
      return {
        bytes: Buffer.concat([
          messages.error('ERROR', '58030', 'could not read block 17 in file "base/16384/2619": Input/output error'),
          messages.READY,
        ]),
        idle: true,
        cut: false,
      }
    case 'hang':
      letGo()
      if (!gone.aborted) await new Promise((resolve) => gone.addEventListener('abort', resolve, { once: true }))
      return null
    case 'garbage':
      await execute()
      return cut(GARBAGE)
    case 'half': {
      const whole = await execute()
      return cut(whole.subarray(0, Math.floor(whole.length / 2)))
    }
    case 'lost-answer':
      await execute()
      return cut(Buffer.alloc(0))
    default:
  }
  let bytes = await execute()
  if (mode === 'duplicate' && statement!.notices)
    bytes = messages.rows(bytes, (rows) => rows.flatMap((row) => [row, row]))
  else if (mode === 'duplicate' && outside && !hold.inside) await execute()
  if (mode === 'out-of-order' && statement!.notices) bytes = messages.rows(bytes, (rows) => rows.toReversed())
  if (mode === 'slow') {
    if (!hold.inside) letGo()
    await pause(SLOW_MS, undefined, { signal: gone }).catch(() => {})
  }
  return socket.destroyed ? null : { bytes, idle: !hold.inside, cut: false }
}

/** The database, held by one connection: from the first message of a batch to the end of its transaction. */
interface Hold {
  /** Whether a transaction is open or a batch not yet ended. */
  readonly inside: boolean
  run(batch: Buffer): Promise<Buffer>
  release(): void
}

function take(database: OfficeDatabase, role: string): Promise<Hold> {
  return new Promise((given, failed) => {
    database
      .alone(async (db) => {
        await db.exec(`SET ROLE ${role}`)
        let inside = false
        await new Promise<void>((release) => {
          given({
            get inside() {
              return inside
            },
            async run(batch) {
              const answer = Buffer.from(await protocol(db, batch))
              const status = messages.readyStatus(answer)
              if (status) inside = status !== 'I'
              else inside = true
              return answer
            },
            release,
          })
        })
        if (inside) await protocol(db, messages.query('ROLLBACK'))
        await db.exec('SET ROLE postgres')
      })
      .catch(failed)
  })
}

const protocol = (db: PGlite, batch: Buffer): Promise<Uint8Array> => db.execProtocolRaw(new Uint8Array(batch))
