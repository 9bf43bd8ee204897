/** One HTTP server: node's requests become web requests, with their bodies bounded before they are read. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Server as NetServer } from 'node:net'
import type { Duplex } from 'node:stream'
import { errorResponse, tooLarge } from '../errors.ts'
import { streamOf } from './body.ts'
import { openDoors } from './doors.ts'

export interface ListenOptions {
  /** 0: any free one. */
  readonly port: number
  readonly host?: string | undefined
  /** Most bytes of a body for this path. */
  limit(path: string): number
  /** Whether the body for this path is handed on as it comes. */
  streams(path: string): boolean
  /** Base of the URLs that `handle` sees. */
  readonly publicUrl: string
  handle(request: Request): Promise<Response>
  /** Answers by itself where it returns true. */
  node?(request: IncomingMessage, response: ServerResponse): boolean
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void
}
export interface Listening {
  readonly port: number
  /** Takes nothing new, waits for what is being answered, a while at most. */
  close(): Promise<void>
}

const GRACE_MS = 5000
/** Whoever sends a request drop by drop holds a connection no longer than it takes to put a file over a slow line. */
const SERVER = {
  keepAlive: true,
  noDelay: true,
  keepAliveTimeout: 30_000,
  headersTimeout: 20_000,
  requestTimeout: 120_000,
}

export async function listen(options: ListenOptions): Promise<Listening> {
  const server = createServer(SERVER, (request, response) => {
    if (options.node?.(request, response)) return
    answer(request, response, options).catch(() => response.destroy())
  })
  if (options.upgrade) server.on('upgrade', options.upgrade)
  const { port, others } = await openDoors(server, options.port, options.host)
  return { port, close: () => closed(server, others) }
}

/** Takes nothing new at any of its doors, and waits for the connections of all. */
export async function closed(server: Server, doors: readonly NetServer[] = []): Promise<void> {
  const all = [server, ...doors].map((door) => new Promise<void>((resolve) => door.close(() => resolve())))
  // a connection whose answer ends now is idle only after this
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await Promise.all(all)
  clearInterval(sweep)
  clearTimeout(grace)
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ListenOptions): Promise<void> {
  const url = URL.canParse(request.url ?? '', options.publicUrl) && new URL(request.url!, options.publicUrl)
  if (!url) return send(errorResponse(400, 'BAD_REQUEST', 'The address cannot be read.'), request, response)
  const limit = options.limit(url.pathname)
  const whole = !options.streams(url.pathname) || request.method === 'GET' || request.method === 'HEAD'
  const declared = Number(request.headers['content-length'] ?? 0)
  const body = declared > limit ? null : whole ? await bodyOf(request, limit) : streamOf(request, limit)
  if (body === null) {
    // the rest of the body is not worth reading
    response.setHeader('connection', 'close')
    return send(tooLarge(limit), request, response)
  }
  const init: RequestInit = { method: request.method!, headers: headersOf(request) }
  if (body instanceof ReadableStream) Object.assign(init, { body, duplex: 'half' })
  else if (body.length) init.body = body
  let result: Response
  try {
    result = await options.handle(new Request(new URL(url.pathname + url.search, options.publicUrl), init))
  } catch {
    result = errorResponse(400, 'BAD_REQUEST', 'The request cannot be read.')
  }
  await send(result, request, response)
}

async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (let i = 0; i < request.rawHeaders.length; i += 2)
    headers.append(request.rawHeaders[i]!, request.rawHeaders[i + 1]!)
  return headers
}

async function send(result: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await result.arrayBuffer())
  const headers: Record<string, string | string[]> = { 'x-content-type-options': 'nosniff' }
  for (const [name, value] of result.headers) headers[name] = value
  const cookies = result.headers.getSetCookie()
  if (cookies.length) headers['set-cookie'] = cookies
  const bodiless = result.status === 204 || result.status === 304
  if (!bodiless) headers['content-length'] = String(body.length)
  response.writeHead(result.status, headers)
  response.end(request.method === 'HEAD' || bodiless ? undefined : body)
}
