/** A wire between a store and its MongoDB that can be cut: after so many writes, or for a while. */
import { createServer, connect as dial, type Socket } from 'node:net'

const OP_MSG = 2013
const HEADER_BYTES = 16
/** Header, flags, kind of section, length of document, type of its first element. */
const NAME_AT = HEADER_BYTES + 4 + 1 + 4 + 1
const WRITES: ReadonlySet<string> = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite'])

export interface Wire {
  /** A STORE_URL that leads through here to the same database. */
  readonly url: string
  /** Writes that went through so far. */
  readonly writes: number
  /** Lets so many more writes through, then cuts the wire before the next one; until `mend`. */
  cutAfter(writes: number): void
  /** Nobody answers from now on. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** `url`: of a database on one member of a replica set. */
export async function wireTo(url: string): Promise<Wire> {
  const [, host, port, database] = /^mongodb:\/\/([^:/]+):(\d+)\/([^?]+)/.exec(url)!
  const open = new Set<Socket>()
  let left = Number.POSITIVE_INFINITY
  let writes = 0

  function cut(): void {
    left = -1
    for (const socket of open) socket.destroy()
  }
  /** False where the wire is cut before this message. */
  function mayPass(message: Buffer): boolean {
    if (message.readInt32LE(12) !== OP_MSG) return left >= 0
    const name = message.toString('latin1', NAME_AT, message.indexOf(0, NAME_AT))
    if (!WRITES.has(name)) return left >= 0
    if (left <= 0) {
      cut()
      return false
    }
    left -= 1
    writes += 1
    return true
  }

  const server = createServer((client) => {
    if (left < 0) return void client.destroy()
    const upstream = dial(Number(port), host)
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    let held = Buffer.alloc(0)
    client.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk])
      while (held.length >= HEADER_BYTES && held.length >= held.readInt32LE(0)) {
        const message = held.subarray(0, held.readInt32LE(0))
        held = held.subarray(message.length)
        if (!mayPass(message)) return
        upstream.write(message)
      }
    })
    upstream.pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as { port: number }
  return {
    url: `mongodb://127.0.0.1:${own}/${database}?directConnection=true`,
    get writes() {
      return writes
    },
    cutAfter(count) {
      left = count
    },
    cut,
    mend() {
      left = Number.POSITIVE_INFINITY
    },
    async close() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
