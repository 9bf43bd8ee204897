/** What a bare Node server costs that does nothing but keep each body: appended to a file and synced before the 200, many at once. */
import { openSync, fsync as sync, write } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'

const file = openSync(process.argv[2]!, 'a')
const [append, fsync] = [promisify(write), promisify(sync)]
let waiting: { body: Buffer; kept: () => void }[] = []
let isWriting = false

async function flush(): Promise<void> {
  if (isWriting) return
  isWriting = true
  while (waiting.length) {
    const batch = waiting
    waiting = []
    await append(file, Buffer.concat(batch.map(({ body }) => body)))
    await fsync(file)
    for (const { kept } of batch) kept()
  }
  isWriting = false
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    waiting.push({ body: Buffer.concat(chunks), kept: () => response.writeHead(200, { 'content-length': 0 }).end() })
    void flush()
  })
})
// Node closes an idle connection after five seconds, which a request may just meet
server.keepAliveTimeout = 75_000
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
