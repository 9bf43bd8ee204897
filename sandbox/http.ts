import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

/** A request that is not served; the message says why to whoever drives the sandbox. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** A route's answer: a body to print as JSON, bytes, something that is written as it happens, or nothing (204). */
export type Answer =
  | { readonly json: unknown; readonly status?: number }
  | { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string }
  | { readonly serve: (response: ServerResponse) => void }
  | null

const MEGABYTE = 1024 * 1024

/** The whole body; more than `limit` bytes are refused with 413. */
export async function readBody(request: IncomingMessage, limit = MEGABYTE): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > limit) throw new Refusal(413, `the body is larger than ${limit} bytes`, { connection: 'close' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A JSON object in the body; anything else is refused with 400. */
export async function readJson(request: IncomingMessage, limit?: number): Promise<Record<string, any>> {
  const text = (await readBody(request, limit)).toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal(400, 'the body is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'the body is not a JSON object')
  return value
}

/** Refuses with 405 any method but those named. */
export function allow(request: IncomingMessage, ...methods: string[]): void {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (!methods.includes(method!))
    throw new Refusal(405, `${request.method} is not possible here; ${methods.join(' or ')} is`, {
      allow: methods.join(', '),
    })
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed || response.headersSent) return
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(text)
}

export function send(response: ServerResponse, answer: Answer): void {
  if (answer === null) response.writeHead(204).end()
  else if ('json' in answer) sendJson(response, answer.status ?? 200, answer.json)
  else if ('serve' in answer) answer.serve(response)
  else
    response
      .writeHead(200, {
        'content-type': answer.mediaType,
        'content-length': answer.bytes.byteLength,
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(answer.name)}`,
        // a citizen's file is shown, never run; a browser's PDF viewer does not start in a sandboxed page
        ...(/^(?:application\/pdf|image\/(?:jpeg|png|webp))$/.test(answer.mediaType)
          ? {}
          : { 'content-security-policy': 'sandbox' }),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .end(answer.bytes)
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
}

/** Serves a file of a folder; 404 for what is not there or not a page's. */
export async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = normalize(join(folder, path))
  const mediaType = MEDIA_TYPES[extname(file)]
  const found = mediaType && file.startsWith(folder + sep) ? await stat(file).catch(() => null) : null
  if (!found?.isFile()) throw new Refusal(404, 'there is no such page')
  response.writeHead(200, { 'content-type': mediaType, 'content-length': found.size, 'cache-control': 'no-cache' })
  createReadStream(file).pipe(response)
}

/** The parts of a path, decoded; a malformed escape is refused. */
export function segments(path: string): string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    throw new Refusal(400, 'the path is not well formed')
  }
}
