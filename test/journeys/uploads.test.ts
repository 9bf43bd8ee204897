/** Documents on their way in: many and large at once, broken off, repeated, and not what they say. */
import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { PDF, PNG } from './papers.ts'
import { worldWithHubProcess } from './processes.ts'
import { until } from './world.ts'

let world: Awaited<ReturnType<typeof worldWithHubProcess>>
let token: string
beforeAll(async () => {
  world = await worldWithHubProcess({ LOG_LEVEL: 'info' })
  token = await world.token({ citizen: '919810012345' })
})
afterAll(async () => {
  await world.hubProcess.kill()
  await world[Symbol.asyncDispose]()
})

const MB = 1024 * 1024
const LARGEST = 16 * MB
const large = () => Buffer.concat([PDF, randomBytes(LARGEST - PDF.length)])

async function announced(size: number, of = token, mediaType = 'application/pdf'): Promise<string> {
  const { data } = await world.graphql(
    'mutation ($size: Int!, $type: String!) { createUpload(name: "paper.pdf", mediaType: $type, size: $size) { url } }',
    { size, type: mediaType },
    of,
  )
  return data.createUpload.url
}
async function put(url: string, bytes: Uint8Array, of = token): Promise<{ status: number; code?: string }> {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { authorization: `Bearer ${of}`, 'content-type': 'application/octet-stream' },
    body: bytes as Uint8Array<ArrayBuffer>,
  })
  const text = await answer.text()
  return { status: answer.status, ...(text ? { code: JSON.parse(text).error.code } : {}) }
}
/** Everything in the folder of bytes, what is being written included. */
const files = () => readdir(join(world.folder, 'blobs'))
/** Most memory that the hub ever had, in bytes. */
async function peak(): Promise<number> {
  const status = await readFile(`/proc/${world.hubProcess.child.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024
}

it('twenty files of 16 MB at once take a fraction of their size in memory', async () => {
  const urls = await Promise.all(Array.from({ length: 20 }, () => announced(LARGEST)))
  const bytes = large()
  await put(await announced(LARGEST), bytes)
  const before = await peak()
  expect(await Promise.all(urls.map((url) => put(url, bytes)))).toEqual(urls.map(() => ({ status: 204 })))
  const grown = (await peak()) - before
  expect(grown).toBeLessThan(120 * MB)
}, 120_000)

it('two people who send the same file leave nothing that tells so', async () => {
  const other = await world.token({ citizen: '919810054321' })
  const bytes = Buffer.concat([PDF, Buffer.from('% the same for both\n'.repeat(500))])
  const before = new Set(await files())
  expect(await put(await announced(bytes.length), bytes)).toEqual({ status: 204 })
  expect(await put(await announced(bytes.length, other), bytes, other)).toEqual({ status: 204 })
  const [one, two] = (await files()).filter((name) => !before.has(name))
  const kept = await Promise.all([one!, two!].map((name) => readFile(join(world.folder, 'blobs', name))))
  expect(kept[0]!.subarray(0, 64).equals(kept[1]!.subarray(0, 64))).toBe(false)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  for (const [i, name] of [one!, two!].entries()) {
    expect(sha256).not.toContain(name.slice(0, 8))
    expect(kept[i]!.includes(bytes.subarray(0, 100))).toBe(false)
  }
})

it('an upload that breaks off leaves nothing, and can be begun anew', async () => {
  const bytes = large()
  const url = new URL(await announced(LARGEST))
  const before = await files()
  const socket = connect(Number(url.port), url.hostname)
  socket.write(
    `PUT ${url.pathname} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-length: ${LARGEST}\r\n\r\n`,
  )
  socket.write(bytes.subarray(0, 5 * MB))
  await until('the bytes to be on their way', async () => (await files()).length > before.length)
  socket.destroy()
  await until('nothing to be left', async () => (await files()).length === before.length)
  const lines = await until('the log', async () => {
    const logged = world.hubProcess
      .output()
      .split('\n')
      .filter((line) => /PUT|upload|body/.test(line))
    return logged.length > 0 && logged.map((line) => JSON.parse(line))
  })
  expect(lines).toEqual([
    expect.objectContaining({ level: 30, msg: 'a body was broken off by its sender', route: '/uploads/:id' }),
  ])
  expect(await put(url.href, bytes)).toEqual({ status: 204 })
  // the same again, and another
  expect(await put(url.href, bytes)).toEqual({ status: 204 })
  expect(await put(url.href, large())).toEqual({ status: 409, code: 'CONFLICT' })
  expect(await files()).toHaveLength(before.length + 1)
})

it('what is not what was announced is refused with what it is, and nothing of it is kept', async () => {
  const before = await files()
  expect(await put(await announced(PDF.length + 1), PDF)).toEqual({ status: 400, code: 'SIZE' })
  expect(await put(await announced(PDF.length - 1), PDF)).toEqual({ status: 413, code: 'TOO_LARGE' })
  expect(await put(await announced(1), new Uint8Array())).toEqual({ status: 400, code: 'EMPTY' })
  expect(await put(await announced(PNG.length), PNG)).toEqual({ status: 415, code: 'MEDIA_TYPE' })
  const text = randomBytes(3 * MB)
  expect(await put(await announced(text.length), text)).toEqual({ status: 415, code: 'MEDIA_TYPE' })
  expect(await put(`${world.url}/uploads/doc_0`, PDF)).toEqual({ status: 404, code: 'NOT_FOUND' })
  expect(await files()).toEqual(before)
})

it('two that put the same upload at once leave one', async () => {
  const before = await files()
  const bytes = large()
  const url = await announced(LARGEST)
  const answers = await Promise.all([put(url, bytes), put(url, bytes)])
  expect(answers).toEqual([{ status: 204 }, { status: 204 }])
  expect(await files()).toHaveLength(before.length + 1)
})
