/** Files that citizens send: where the hub fetches them, and what it refuses. */
import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import type { Result } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { operations } from '../../../subgraphs/whatsapp/operations.ts'
import { CloudApiError, cloudApi, MediaElsewhere } from '../../../subgraphs/whatsapp/sending/cloud-api.ts'
import { NUMBER, smallHub } from '../host.ts'
import { written } from './pictures.ts'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n')
const CUT = PDF.subarray(0, -10)
const OTHER = Buffer.from(PDF.toString().replace('1.4', '1.5'))
const hash = (file: Buffer, form: 'hex' | 'base64') => createHash('sha256').update(file).digest(form)
const PNG = await written(300, 200).png().toBuffer()
const JPEG = await written(300, 200).jpeg().toBuffer()
const MP3 = Buffer.from('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000')

async function serve(answer: (path: string, response: ServerResponse) => void) {
  const asked: { path: string; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    asked.push({ path: request.url!, authorization: request.headers.authorization })
    answer(request.url!, response)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Send = (response: ServerResponse) => void
const bytes =
  (body: Buffer): Send =>
  (response) =>
    response.end(body)
const half: Send = (response) => {
  response.writeHead(200, { 'content-length': String(PDF.length) })
  response.write(PDF.subarray(0, 10), () => response.destroy())
}
const stale: Send = (response) => response.writeHead(404).end()
const down: Send = (response) => response.writeHead(500).end('no')
/** As Meta refuses a call. */
const refused =
  (status: number, error?: object): Send =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }))

/** A Cloud API whose file is served by each of `files` in turn, the last one ever after. `address`: where it says that the file is; `says`: what else it tells of it. `first`: how it answers who asks for the address, before it tells. */
async function shelf(files: readonly Send[], address?: string, says: object = {}, first: readonly Send[] = []) {
  let [served, asked] = [0, 0]
  const server = await serve((path, response) => {
    if (path.startsWith('/file')) return files[Math.min(served++, files.length - 1)]!(response)
    const otherwise = first[asked++]
    if (otherwise) return otherwise(response)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ url: address ?? `${server.url}/file`, mime_type: 'x', id: '1', ...says }))
  })
  return server
}

type Uploaded = Extract<Result, { type: 'upload' }>
/** What becomes of a file that a citizen has sent. */
async function sent(api: string, said: { mediaType?: string; accepts?: string[] } = {}): Promise<Uploaded> {
  await using hub = await smallHub()
  hub.answer(() => ({
    data: { createUpload: { documentId: 'doc_1', url: 'http://hub.test/uploads/doc_1' } } as any,
  }))
  const { mediaType = 'application/pdf', accepts = ['application/pdf', 'image/*'] } = said
  const cloud = cloudApi({ url: api, phoneNumberId: NUMBER, accessToken: 'token' })
  const carryOut = operations(hub.host, cloud, 'asha', 'en')
  const media = { id: '1', url: null, name: 'paper', mediaType }
  return (await carryOut({ kind: 'upload', as: 'answer', path: 'paper', media, accepts }, undefined as any)) as Uploaded
}

describe('a file that a citizen sends', () => {
  it.each([
    ['a connection that breaks half-way, and one that ends early', [half, bytes(CUT), bytes(PDF)]],
    ['an address that has expired', [stale, bytes(PDF)]],
    ['a server that is down', [down, bytes(PDF)]],
  ])('is fetched again after %s', async (_, files) => {
    await using meta = await shelf(files, undefined, { file_size: PDF.length })
    expect(await sent(meta.url)).toMatchObject({ stored: { document: 'doc_1' }, refused: null })
    // the address is asked for anew each time: the old one may be stale
    expect(meta.asked.filter(({ path }) => path.includes('phone_number_id'))).toHaveLength(files.length)
  })

  it.each([
    ['ended early, by its size', CUT, { file_size: PDF.length }],
    ['ended early, by its hash', CUT, { sha256: hash(PDF, 'hex').toUpperCase() }],
    ['is another file, by its hash', OTHER, { sha256: hash(PDF, 'base64'), file_size: PDF.length }],
  ])('has not come when what came %s', async (_, wrong, says) => {
    await using meta = await shelf([bytes(wrong), bytes(PDF)], undefined, says)
    const api = cloudApi({ url: meta.url, phoneNumberId: NUMBER, accessToken: 'token' })
    await expect(api.download('1', 1000)).rejects.toThrow('whole')
    expect(await api.download('1', 1000)).toEqual(PDF)
  })

  it.each([{ sha256: 'x' }, { sha256: null, file_size: null }, { sha256: hash(PDF, 'hex'), file_size: 3 }])(
    'has come where nothing that is told of it says otherwise: %j',
    async (says) => {
      await using meta = await shelf([bytes(PDF)], undefined, says)
      const api = cloudApi({ url: meta.url, phoneNumberId: NUMBER, accessToken: 'token' })
      expect(await api.download('1', 1000)).toEqual(PDF)
    },
  )

  it.each([130429, 80007, 131000, 131016, 4, 2, 1])('is not gone after error %i, which passes', async (code) => {
    await using meta = await shelf([bytes(PDF)], undefined, {}, [refused(400, { code })])
    const api = cloudApi({ url: meta.url, phoneNumberId: NUMBER, accessToken: 'token' })
    await expect(api.download('1', 1000)).rejects.toBeInstanceOf(CloudApiError)
    expect(await api.download('1', 1000)).toEqual(PDF)
  })

  it.each([
    [400, { code: 100 }],
    [404, { code: 100 }],
    [404, undefined],
  ])('is gone where Meta has no such file: %i %j', async (status, error) => {
    await using meta = await shelf([bytes(PDF)], undefined, {}, [refused(status, error)])
    expect(await sent(meta.url)).toMatchObject({ stored: null, refused: 'expired' })
    expect(meta.asked).toHaveLength(1)
  })

  it('comes however slowly, and does not where nothing of it comes any more', async () => {
    let rest = Buffer.alloc(0)
    const drop = (response: ServerResponse): void => {
      response.write(rest.subarray(0, 10))
      rest = rest.subarray(10)
      if (rest.length) setTimeout(drop, 90, response)
      else response.end()
    }
    const slow: Send = (response) => {
      rest = PDF
      drop(response)
    }
    const begun: Send = (response) => response.write(PDF.subarray(0, 10))
    const silent: Send = () => {}
    await using meta = await shelf([silent, begun, slow], undefined, { file_size: PDF.length })
    const api = cloudApi({ url: meta.url, phoneNumberId: NUMBER, accessToken: 'token', stallMs: 500 })
    await expect(api.download('1', 1000)).rejects.toThrow('nothing comes')
    await expect(api.download('1', 1000)).rejects.toThrow('nothing comes')
    expect(await api.download('1', 1000)).toEqual(PDF)
  })

  it('is asked for once more where it never comes whole', async () => {
    await using meta = await shelf([half])
    expect(await sent(meta.url)).toMatchObject({ stored: null, refused: 'failed' })
  })

  it.each([
    ['empty', bytes(Buffer.alloc(0)), {}, 'empty'],
    ['text', bytes(Buffer.from('hello, this is no paper')), { mediaType: 'text/plain' }, 'type'],
    ['text that says it is a PDF', bytes(Buffer.from('hello, this is no paper')), {}, 'content'],
    ['sound', bytes(MP3), { mediaType: 'audio/mpeg' }, 'type'],
    ['a PDF where a photo is wanted', bytes(PDF), { accepts: ['image/*'] }, 'type'],
    ['a PNG that says it is a PDF', bytes(PNG), {}, 'content'],
    ['a PDF that says it is a photo', bytes(PDF), { mediaType: 'image/jpeg' }, 'content'],
    ['larger than 16 MB', bytes(Buffer.concat([PDF, Buffer.alloc(16 * 1024 * 1024)])), {}, 'too-large'],
  ])('is refused when it is %s', async (_, file, said, why) => {
    await using meta = await shelf([file])
    expect(await sent(meta.url, said)).toMatchObject({ stored: null, refused: why })
  })

  it('is not fetched at all when WhatsApp says that it is larger than 16 MB', async () => {
    await using meta = await shelf([bytes(PDF)], undefined, { file_size: 17_000_000 })
    expect(await sent(meta.url)).toMatchObject({ refused: 'too-large' })
    expect(meta.asked).toHaveLength(1)
  })

  it.each(['image/jpg; x=1', 'application/octet-stream', ''])('may be called %j', async (mediaType) => {
    await using meta = await shelf([bytes(mediaType.startsWith('image') ? JPEG : PDF)])
    expect(await sent(meta.url, { mediaType })).toMatchObject({ refused: null })
  })
})

describe('several pictures for one answer', () => {
  it('are fetched each, and kept as one PDF', async () => {
    await using meta = await shelf([bytes(JPEG), bytes(PNG)])
    await using hub = await smallHub()
    hub.answer(() => ({
      data: { createUpload: { documentId: 'doc_1', url: 'http://hub.test/uploads/doc_1' } } as any,
    }))
    const cloud = cloudApi({ url: meta.url, phoneNumberId: NUMBER, accessToken: 'token' })
    const carryOut = operations(hub.host, cloud, 'asha', 'en')
    const media = (id: string, mediaType: string) => ({ id, url: null, name: null, mediaType })
    const accepts = ['application/pdf', 'image/*']
    const pages = [media('1', 'image/jpeg')]
    const operation = {
      kind: 'upload',
      as: 'answer',
      path: 'paper',
      media: media('2', 'image/png'),
      pages,
      accepts,
    } as const
    const result = await carryOut(operation, undefined as any)
    expect(result).toEqual({
      type: 'upload',
      of: operation,
      stored: { document: 'doc_1', name: 'file.pdf' },
      refused: null,
    })
    expect(hub.asked[0]!.variables).toMatchObject({ name: 'file.pdf', type: 'application/pdf' })
    expect(meta.asked.map(({ path }) => path.replace(/^.*v25.0/, '').replace(/\?.*/, ''))).toEqual([
      ...['/1', '/file', '/2', '/file'],
    ])
  })
})

describe('an address of a file', () => {
  it('at another server is never asked, and gets no token', async () => {
    await using other = await serve((_, response) => response.end(PDF))
    await using meta = await shelf([], `${other.url}/file`)
    expect(await sent(meta.url)).toMatchObject({ stored: null, refused: 'failed' })
    expect(other.asked).toEqual([])
  })

  it('that leads on to another server is not followed', async () => {
    await using other = await serve((_, response) => response.end(PDF))
    await using meta = await shelf([(response) => response.writeHead(302, { location: `${other.url}/file` }).end()])
    expect(await sent(meta.url)).toMatchObject({ stored: null, refused: 'failed' })
    expect(other.asked).toEqual([])
  })

  it.each([
    'http://127.0.0.1:1/x',
    'http://[::1]:1/x',
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.google.internal/',
    'http://lookaside.fbsbx.com/plain',
    'https://lookaside.fbsbx.com.evil.example/x',
    'https://evilfbsbx.com/x',
    'https://lookaside.fbsbx.com:8443/x',
    'https://me:too@lookaside.fbsbx.com/x',
    'file:///etc/passwd',
    'data:application/pdf,x',
    'not an address',
    '',
  ])('%j is none of Meta', async (address) => {
    await using meta = await serve((_, response) => response.end(JSON.stringify({ url: address, file_size: 1 })))
    const api = cloudApi({ url: meta.url, phoneNumberId: NUMBER, accessToken: 'token' })
    await expect(api.download('1', 1000)).rejects.toBeInstanceOf(MediaElsewhere)
    expect(meta.asked).toHaveLength(1)
  })
})
