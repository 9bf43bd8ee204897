import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { Worker } from 'node:worker_threads'
import { expect, it } from '@jest/globals'
import { openDoors } from '../../gateway/http/doors.ts'
import { closed } from '../../gateway/http/listen.ts'
import { freePort } from '../free-port.ts'

const CROWD = 64
/** Connects as often as it is told, and says when all are connected and have asked. */
const CALLERS = `
const { workerData: { port, crowd, connected }, parentPort } = require('node:worker_threads')
const { connect } = require('node:net')
let answered = 0
for (let i = 0; i < crowd; i++) {
  const socket = connect({ port, host: '127.0.0.1' }, () => {
    socket.write('GET / HTTP/1.1\\r\\nhost: x\\r\\nconnection: close\\r\\n\\r\\n', () => {
      Atomics.add(connected, 0, 1)
      Atomics.notify(connected, 0)
    })
  })
  socket.on('data', (chunk) => {
    if (String(chunk).startsWith('HTTP/1.1 200') && ++answered === crowd) parentPort.postMessage('all are answered')
  })
}`

it('lets a crowd that came during one long turn in within far fewer turns than there are people', async () => {
  const server = createServer((_, response) => response.end('come in'))
  const doors = await openDoors(server, await freePort(), '127.0.0.1')
  let came = 0
  server.on('connection', () => came++)
  const connected = new Int32Array(new SharedArrayBuffer(4))
  const callers = new Worker(CALLERS, { eval: true, workerData: { port: doors.port, crowd: CROWD, connected } })
  const told = new Promise((resolve) => callers.once('message', resolve))
  await new Promise((resolve) => callers.once('online', resolve))
  for (let all = 0; all < CROWD; all = Atomics.load(connected, 0)) Atomics.wait(connected, 0, all, 1000)
  let turns = 0
  for (; came < CROWD; turns++) await new Promise((resolve) => setImmediate(resolve))
  expect(turns).toBeLessThan(process.platform === 'linux' ? CROWD / 2 : 2 * CROWD)
  expect(await told).toBe('all are answered')
  await callers.terminate()
  await closed(server, doors.others)
})

it('shares no port with another who would', async () => {
  const [first, second] = [createServer(), createServer()]
  const port = await freePort()
  const doors = await openDoors(first, port)
  await expect(openDoors(second, port)).rejects.toThrow(`Port ${port} is taken. Set PORT (or --port) to a free one.`)
  await closed(first, doors.others)
  const again = await openDoors(second, port)
  expect(again.port).toBe(port)
  await closed(second, again.others)
})

it('closes when what is being answered at any door is answered, and keeps no connection', async () => {
  const answers: (() => void)[] = []
  const server = createServer((_, response) => answers.push(() => response.end('come in')))
  const { port, others } = await openDoors(server, await freePort(), '127.0.0.1')
  const sockets = Array.from({ length: CROWD }, () => connect({ port, host: '127.0.0.1' }))
  let heard = ''
  const ended = sockets.map((socket) => once(socket, 'end'))
  for (const socket of sockets) {
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  }
  while (answers.length < CROWD) await once(server, 'request')
  let isClosed = false
  const closing = closed(server, others).then(() => {
    isClosed = true
  })
  for (const answer of answers.slice(1)) answer()
  while (heard.split('come in').length < CROWD) await new Promise((resolve) => setImmediate(resolve))
  expect(isClosed).toBe(false)
  answers[0]!()
  await closing
  await Promise.all(ended)
  expect(heard.split('come in')).toHaveLength(CROWD + 1)
})
