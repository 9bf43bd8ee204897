/** The door: one graph and a few routes over all subgraphs, whether they run in this process or in their own. */
import type { ExecutionResult } from 'graphql'
import type { Ask, Clock, Log, Subgraph } from '../subgraphs/subgraph.ts'
import {
  brokenOff,
  errorResponse,
  invalidToken,
  notAllowed,
  tooLarge,
  uncheckableToken,
  unexpectedResponse,
} from './errors.ts'
import { createExecutor, type Fetch } from './executor/index.ts'
import { localFetch } from './executor/local.ts'
import { addresses, type Remote, remote, unavailable } from './executor/remote.ts'
import { graphql, type Transport } from './graphql.ts'
import { readiness, readinessResponse } from './health.ts'
import { bodyWithin, isBrokenOff, isTooLarge } from './http/body.ts'
import { type Listening, listen } from './http/listen.ts'
import { routes as createRoutes, limitOf, type Place, streams } from './http/routes.ts'
import { webSockets } from './http/websocket.ts'
import { internalTokens } from './internal-token.ts'
import { LIMITS } from './limits.ts'
import { metrics as createMetrics } from './metrics.ts'
import { type Caller, inside } from './request.ts'
import { until } from './stream.ts'
import { type Auth, TokenRefused, tokenCheck } from './token.ts'

export type { Auth } from './token.ts'

export interface GatewayOptions {
  /** SDL. */
  readonly supergraph: string
  readonly subgraphs: {
    /** Of this process, by name. */
    readonly local?: Readonly<Record<string, Subgraph>>
    /** Of their own processes: base address (`http://localhost:4301`), or that of the GraphQL endpoint. */
    readonly remote?: Readonly<Record<string, string>>
  }
  /** Null: tokens are not looked at, and everyone is nobody. */
  readonly auth: Auth | null
  /** HUB_SECRET_KEY; null: there are no internal tokens, and subgraphs in their own processes get the client's own Authorization header. */
  readonly secretKey: string | null
  /** PUBLIC_URL, without a slash at its end. */
  readonly publicUrl: string
  readonly clock: Clock
  readonly log: Log
  readonly graphiql: boolean
}
export interface Gateway {
  /** Answers any request to the hub. */
  handle(request: Request): Promise<Response>
  /** The hub, asked from within this process. */
  readonly ask: Ask
  /** Serves HTTP and WebSocket. Port 0: any free one. */
  listen(port: number, host?: string): Promise<Listening>
  /** Ends every stream, waits for what is being answered. */
  close(): Promise<void>
}

const OWN_PAGES: ReadonlySet<string> = new Set(['/', '/healthz', '/readyz', '/metrics'])

export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { clock, log, publicUrl } = options
  const local = Object.values(options.subgraphs.local ?? {})
  const tokens = options.secretKey === null ? null : internalTokens(options.secretKey)
  const check = tokenCheck({ auth: options.auth, internal: tokens, clock })
  const metrics = createMetrics()
  const closing = new AbortController()
  let shut = new AbortController()
  const far = Object.entries(options.subgraphs.remote ?? {}).map(([name, url]) => ({ name, ...addresses(url) }))
  const remoteBases = Object.fromEntries(far.map(({ name, base }) => [name, base]))

  const remotes = new Map<string, Remote>()
  const fetches: Record<string, Fetch> = {}
  for (const subgraph of local) fetches[subgraph.name] = localFetch(subgraph)
  for (const { name, endpoint } of far) {
    const made = await remote({ name, endpoint, tokens, log })
    remotes.set(name, made)
    fetches[name] = made.fetch
  }
  const ending = (transport: Transport) => (transport === 'inside' ? closing.signal : shut.signal)
  const executor = await createExecutor(options.supergraph, fetches, unavailable)
  const graph = graphql({ executor, clock, log, metrics, graphiql: options.graphiql, ending })
  const routes = createRoutes({ local, remote: remoteBases, tokens, log })
  const listening = new Set<Listening>()

  /** Who asks, or the answer to a token that is not good. */
  async function who(authorization: string | null): Promise<Caller | Response> {
    try {
      return await check(authorization)
    } catch (error) {
      return error instanceof TokenRefused ? invalidToken() : uncheckableToken()
    }
  }

  async function handle(request: Request): Promise<Response> {
    const startedAt = performance.now()
    const { pathname } = new URL(request.url)
    if (pathname === '/graphql') {
      const caller = await who(request.headers.get('authorization'))
      return caller instanceof Response ? caller : graph.fetch(request, caller)
    }
    const own = await ownPage(request, pathname)
    if (own) return own
    const place = routes.find(request.method, pathname)
    const answer = await serve(place, request, null)
    metrics.request(place && 'route' in place ? place.route : 'unknown', answer.status, startedAt)
    return answer
  }

  async function ownPage(request: Request, path: string): Promise<Response | null> {
    if (!OWN_PAGES.has(path)) return null
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed('GET')
    if (path === '/healthz') return Response.json({ status: 'alive' })
    if (path === '/readyz') return readinessResponse(await readiness(local, remoteBases))
    if (path === '/metrics') return metrics.page()
    if (options.graphiql && request.headers.get('accept')?.includes('text/html')) {
      return new Response(null, { status: 302, headers: { location: '/graphql' } })
    }
    return Response.json({ name: 'Dwar', graphql: `${publicUrl}/graphql`, verify: `${publicUrl}/verify/<code>` })
  }

  /** `known`: who asks, where that is settled. */
  async function serve(place: Place | Response | null, request: Request, known: Caller | null): Promise<Response> {
    if (!place) return errorResponse(404, 'NOT_FOUND', 'There is nothing at this address.')
    if (place instanceof Response) return place
    try {
      const caller = known ?? (await who(place.asksWho ? request.headers.get('authorization') : null))
      if (caller instanceof Response) return caller
      const fit = await within(request, place)
      return fit ? await place.serve(fit, caller.principal) : tooLarge(place.limit)
    } catch (error) {
      if (isTooLarge(error)) return tooLarge(place.limit)
      if (isBrokenOff(error)) return brokenOff(place.route, log)
      return unexpectedResponse(error, log)
    }
  }

  const ask: Ask = Object.assign(
    async (query: string, variables: Readonly<Record<string, unknown>>, principal: Parameters<Ask>[2]) =>
      (await graph.run({ query, variables }, inside(principal), 'inside')) as ExecutionResult<any>,
    {
      async *subscribe(
        query: string,
        variables: Readonly<Record<string, unknown>>,
        principal: Parameters<Ask>[2],
        signal: AbortSignal,
      ): AsyncGenerator<ExecutionResult<any>> {
        const answer = await graph.run({ query, variables }, inside(principal), 'inside')
        if (Symbol.asyncIterator in answer) yield* until(answer, signal)
        else yield answer
      },
      async fetch(path: string, init: RequestInit, principal: Parameters<Ask>[2]) {
        const { pathname, search } = new URL(path, publicUrl)
        const request = new Request(publicUrl + pathname + search, init)
        return serve(routes.find(request.method, pathname), request, inside(principal))
      },
    },
  )

  return {
    handle,
    ask,
    async listen(port, host) {
      const sockets = webSockets({
        check,
        clock,
        run: (params, caller) => graph.run(params, caller, 'websocket'),
        origin: new URL(publicUrl).origin,
      })
      const server = await listen({
        port,
        host,
        publicUrl,
        handle,
        limit: (path) => (path === '/graphql' ? LIMITS.graphqlBytes : limitOf(path)),
        streams,
        // the hot path: yoga reads node's request without a web request in between
        node(request, response) {
          if (request.url !== '/graphql' && !request.url?.startsWith('/graphql?')) return false
          const answered = async () => {
            const caller = await who(request.headers.authorization ?? null)
            if (!(caller instanceof Response)) return graph.node(request, response, caller)
            request.resume()
            response.writeHead(caller.status, Object.fromEntries(caller.headers)).end(await caller.text())
          }
          answered().catch((error) => {
            log.error('a request could not be answered', error)
            response.destroy()
          })
          return true
        },
        upgrade: sockets.upgrade,
      })
      const one: Listening = {
        port: server.port,
        async close() {
          if (!listening.delete(one)) return
          // streams would keep their connections for ever
          shut.abort()
          shut = new AbortController()
          const stopped = server.close()
          await sockets.close()
          await stopped
        },
      }
      listening.add(one)
      return one
    },
    async close() {
      shut.abort()
      closing.abort()
      await Promise.all([...listening].map((each) => each.close()))
      await Promise.all([...remotes.values()].map((each) => each.close()))
    },
  }
}

/** The request with a body of known size, or null where it is larger than `limit`. */
async function within(request: Request, { limit, streams }: Place): Promise<Request | null> {
  const declared = request.headers.get('content-length')
  if (declared !== null) return Number(declared) > limit ? null : request
  if (!request.body || streams) return request
  const body = await bodyWithin(request, limit)
  return body && new Request(request.url, { method: request.method, headers: request.headers, body })
}
