import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Linux hands out 32768 and above by itself, to whoever connects or listens on 0. */
const [FIRST, LAST] = [10_000, 32_000] as const
const given = new Set<number>()

/**
 * A TCP port nobody listens on, for a server that is started, killed and started again: below those that the kernel gives
 * to others meanwhile, and never one that this process was given before.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 1000; tries++) {
    const port = randomInt(FIRST, LAST)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
  throw new Error(`no free port found between ${FIRST} and ${LAST}`)
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}
