/** The routes that subgraphs serve themselves: which one a path belongs to, and the way there. Bodies pass as they came, byte for byte. */
import type { Log, Principal, Subgraph } from '../../subgraphs/subgraph.ts'
import { errorResponse, INTERNAL_SCHEME, notAllowed } from '../errors.ts'
import type { InternalTokens } from '../internal-token.ts'
import { LIMITS } from '../limits.ts'
import { isBrokenOff, isTooLarge } from './body.ts'

export interface Place {
  /** As declared: `/uploads/:id`. */
  readonly route: string
  /** Most bytes of a body. */
  readonly limit: number
  /** False where a caller proves itself otherwise, or need not: no token is looked at. */
  readonly asksWho: boolean
  /** Its body is passed on as it comes, and bounded by whoever takes it. */
  readonly streams: boolean
  serve(request: Request, principal: Principal | null): Promise<Response>
}
export interface Routes {
  /** Null: no subgraph has this path. */
  find(method: string, path: string): Place | Response | null
}

const PUBLIC = /^\/(webhooks|verify)\//
const REMOTE: readonly (readonly [RegExp, string, string | null])[] = [
  [/^\/webhooks\/([\w-]+)(?:\/[\w-]+)?$/, '/webhooks/:name', null],
  [/^\/cases\/([\w-]+)\/[^/]+$/, '/cases/:name/:key', null],
  [/^\/verify\/[^/]+$/, '/verify/:code', 'applications'],
  [/^\/uploads\/[^/]+$/, '/uploads/:id', 'applications'],
  [/^\/certificates\/[^/]+$/, '/certificates/:code', 'applications'],
]
const REMOTE_TIMEOUT_MS = 60_000

export function routes(options: {
  local: readonly Subgraph[]
  remote: Readonly<Record<string, string>>
  tokens: InternalTokens | null
  log: Log
}): Routes {
  const local = localRoutes(options.local)
  return {
    find(method, path) {
      const here = local(method, path)
      if (here) return here
      for (const [pattern, route, owner] of REMOTE) {
        const match = pattern.exec(path)
        const name = match && (owner ?? match[1]!)
        const base = name ? options.remote[name] : undefined
        if (!name || !base) continue
        const serve: Place['serve'] = (request, principal) => pass(request, principal, { ...options, name, base })
        return { route, limit: limitOf(path), asksWho: !PUBLIC.test(path), streams: streams(path), serve }
      }
      return null
    },
  }
}

/** The routes of subgraphs of this process. A path that is theirs by another method is a 405. */
export function localRoutes(subgraphs: readonly Subgraph[]): (method: string, path: string) => Place | Response | null {
  const known = subgraphs.flatMap(({ routes }) =>
    routes.map((route) => {
      const names: string[] = []
      const pattern = route.path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:(\w+)/g, (_, name) => {
        names.push(name)
        return '([^/]+)'
      })
      return { route, names, pattern: new RegExp(`^${pattern}$`) }
    }),
  )
  return (method, path) => {
    const here = known.filter(({ pattern }) => pattern.test(path))
    const wanted = method === 'HEAD' ? 'GET' : method
    const found = here.find(({ route }) => route.method === wanted)
    if (!found) {
      if (!here.length) return null
      const allow = here.map(({ route }) => route.method).join(', ')
      return notAllowed(allow)
    }
    const { route, names, pattern } = found
    const values = pattern.exec(path)!.slice(1)
    const params: Record<string, string> = {}
    try {
      for (const [index, name] of names.entries()) params[name] = decodeURIComponent(values[index]!)
    } catch {
      return null
    }
    const serve: Place['serve'] = (request, principal) => route.handle(request, params, principal)
    return { route: route.path, limit: limitOf(path), asksWho: !PUBLIC.test(path), streams: streams(path), serve }
  }
}

/** Most bytes of a body. */
export function limitOf(path: string): number {
  return path.startsWith('/uploads/') ? LIMITS.uploadBytes : LIMITS.webhookBytes
}

/** Whether a body is read by whoever takes it, piece by piece. */
export const streams = (path: string): boolean => path.startsWith('/uploads/')

/** Of one hop only (RFC 9110, 7.6.1), or made anew by it. */
const HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
  'expect',
]

async function pass(
  request: Request,
  principal: Principal | null,
  to: { name: string; base: string; tokens: InternalTokens | null; log: Log },
): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const headers = new Headers(request.headers)
  for (const name of HOP) headers.delete(name)
  if (to.tokens && !PUBLIC.test(pathname))
    headers.set('authorization', `Bearer ${await to.tokens.issue(to.name, principal)}`)
  // fetch does not say why a body that it was sending broke off
  let broken: unknown = null
  const whole = request.body && !streams(pathname) ? await request.arrayBuffer() : null
  const body = whole ?? (request.body && noted(request.body, (error) => (broken = error)))
  try {
    const signal = AbortSignal.timeout(REMOTE_TIMEOUT_MS)
    const answer = await fetch(to.base + pathname + search, {
      method: request.method,
      headers,
      body,
      redirect: 'manual',
      signal,
      ...({ duplex: 'half' } as RequestInit),
    })
    if (answer.headers.get('www-authenticate') === INTERNAL_SCHEME) throw new Error('it does not know our token')
    const back = new Headers(answer.headers)
    // fetch has undone the encoding; the length was of the encoded body
    for (const name of [...HOP, 'content-encoding']) back.delete(name)
    return new Response(answer.body, { status: answer.status, headers: back })
  } catch (error) {
    if (isTooLarge(broken) || isBrokenOff(broken)) throw broken
    to.log.warn('a subgraph does not answer', {
      subgraph: to.name,
      error: error instanceof Error ? error.message : 'unknown',
    })
    return errorResponse(503, 'UNAVAILABLE', 'A part of the hub does not answer now. Try again later.', {
      'retry-after': '5',
    })
  }
}

/** The same stream, whose failure is told. */
function noted(body: ReadableStream<Uint8Array>, failed: (error: unknown) => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          failed(error)
          throw error
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
