import { createServer, type Socket } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { joinedWakes, wakes } from '../../subgraphs/host/wake.ts'
import type { Log } from '../../subgraphs/subgraph.ts'
import { freePort } from '../free-port.ts'

const LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A Redis as far as wake-ups need it: it says OK to everything, until it hangs. */
async function redis() {
  let isHanging = false
  let published = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      const text = data.toString()
      for (const [command] of text.matchAll(/^\*\d+\r\n\$\d+\r\n\w+/gm)) {
        const name = command.split('\r\n').at(-1)!.toUpperCase()
        if (name === 'PUBLISH') published += 1
        if (isHanging) continue
        if (name === 'SUBSCRIBE') socket.write('*3\r\n$9\r\nsubscribe\r\n$9\r\ndwar:wake\r\n:1\r\n')
        else socket.write(name === 'PUBLISH' ? ':1\r\n' : '+OK\r\n')
      }
    })
  })
  const port = await freePort()
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return {
    url: `redis://127.0.0.1:${port}`,
    hangs() {
      isHanging = true
    },
    get published() {
      return published
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('a wake-up', () => {
  it('by any name wakes who waits for it, and harms nobody', async () => {
    const here = wakes()
    for (const topic of ['error', '', 'constructor', '__proto__']) {
      here.wake(topic)
      const woken = here.wait(topic, 600_000, new AbortController().signal)
      here.wake(topic)
      await woken
    }
  })

  it('for a Redis that hangs is let go: no more than a thousand wait for its answer', async () => {
    await using server = await redis()
    const here = await joinedWakes(server.url, LOG)
    try {
      // until it is connected nothing is said
      while (!server.published) {
        here.wake('first')
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      server.hangs()
      const before = server.published
      for (let n = 0; n < 3000; n++) {
        here.wake('again')
        await turn()
      }
      // what it gets is what is waited for
      while (server.published < before + 900) await turn()
      expect(server.published - before).toBeLessThanOrEqual(1001)
      const woken = here.wait('again', 600_000, new AbortController().signal)
      here.wake('again')
      await woken
    } finally {
      await here.close()
    }
  })
})
