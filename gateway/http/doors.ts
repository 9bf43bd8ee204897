import type { Server } from 'node:http'
import { type AddressInfo, createServer, type Server as NetServer } from 'node:net'

/**
 * Sockets that listen on one port. A turn of the event loop takes one connection from each (libuv since 1.45, its pull request 3696): of a
 * crowd that comes while turns are long, the last would wait for as many turns.
 */
const DOORS = 8
/** Of a connection that any door takes: as node's HTTP server has its own. */
const CONNECTION = { allowHalfOpen: true, noDelay: true, keepAlive: true }

export interface Doors {
  readonly port: number
  /** What listens beside the server. Its connections are the server's; it is closed when they are. */
  readonly others: readonly NetServer[]
}

/** Binds a server; a taken port is an error that names PORT. `reusePort`: shared with whoever says the same. */
export async function bound(server: NetServer, port: number, host?: string, reusePort = false): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Error(`Port ${port} is taken. Set PORT (or --port) to a free one.`, { cause: error }))
      else if (error.code === 'EACCES')
        reject(new Error(`Port ${port} may not be used. Set PORT (or --port) to another.`, { cause: error }))
      else reject(error)
    })
    server.listen({ port, reusePort, ...(host ? { host } : {}) }, resolve)
  })
  server.removeAllListeners('error')
  return (server.address() as AddressInfo).port
}

/** Binds a server to several sockets of one port, where the system can do that (Linux and FreeBSD); else to one. */
export async function openDoors(server: Server, asked: number, host?: string): Promise<Doors> {
  if (!['linux', 'freebsd'].includes(process.platform)) return { port: await bound(server, asked, host), others: [] }
  if (asked !== 0) await assertFree(asked, host)
  const port = await bound(server, asked, host, true)
  const others: NetServer[] = []
  while (others.length < DOORS - 1) {
    const door = createServer(CONNECTION, (socket) => server.emit('connection', socket))
    await bound(door, port, host, true)
    others.push(door)
  }
  return { port, others }
}

/** Another hub would share the port: whether it is taken is asked by one who does not. */
async function assertFree(port: number, host?: string): Promise<void> {
  const asking = createServer()
  await bound(asking, port, host)
  await new Promise((resolve) => asking.close(resolve))
}
