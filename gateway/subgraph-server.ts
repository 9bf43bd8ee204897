/** One subgraph as a process of its own: @apollo/server and graphql-ws on one port. Nobody is let in but the hub, by its 60-second tokens. */
import { createServer, type IncomingMessage } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type Request as ExpressRequest, type Response as ExpressResponse } from 'express'
import { type ExecutionResult, parse, validate } from 'graphql'
import { handleProtocols } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Context, Log, Principal, Subgraph } from '../subgraphs/subgraph.ts'
import { brokenOff, errorResponse, maskError, notTheHub, tooLarge, unexpectedResponse } from './errors.ts'
import { contexts, renew, subscribeFresh } from './executor/local.ts'
import { readiness, readinessResponse } from './health.ts'
import { isBrokenOff, isTooLarge, streamOf } from './http/body.ts'
import { bound } from './http/doors.ts'
import { closed, type Listening } from './http/listen.ts'
import { limitOf, localRoutes, streams } from './http/routes.ts'
import { internalTokens } from './internal-token.ts'
import { LIMITS } from './limits.ts'
import { inside, type RequestContext } from './request.ts'

export interface SubgraphServerOptions {
  /** 0: any free one. */
  readonly port: number
  readonly host?: string
  /** HUB_SECRET_KEY, the same as the gateway's. */
  readonly secretKey: string
  readonly log: Log
}

/** A join may carry many references. */
const GRAPHQL_BYTES = 10 * LIMITS.graphqlBytes
const HEARTBEAT_MS = 12_000

export async function serveSubgraph(subgraph: Subgraph, options: SubgraphServerOptions): Promise<Listening> {
  const { log } = options
  const tokens = internalTokens(options.secretKey)
  const contextOf = contexts(subgraph)
  const find = localRoutes([subgraph])

  /** Undefined without a token; rejects for one that is not the hub's, for this subgraph. */
  async function who(authorization: string | undefined): Promise<Principal | null | undefined> {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    return token ? tokens.verify(token, subgraph.name) : undefined
  }

  const apollo = new ApolloServer<Context>({
    schema: subgraph.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: { debug() {}, info() {}, warn() {}, error: (message) => log.error('the GraphQL server failed', message) },
    formatError: (_, error) => maskError(error, log).toJSON(),
  })
  await apollo.start()

  const app = express().disable('x-powered-by').disable('etag')
  app.get('/healthz', (_, response) => void response.json({ status: 'alive' }))
  app.get('/readyz', async (_, response) => send(readinessResponse(await readiness([subgraph])), response))
  app.use(
    '/graphql',
    async (request, response, next) => {
      try {
        const principal = await who(request.headers.authorization)
        if (principal === undefined) return await send(notTheHub(), response)
        response.locals.principal = principal
        next()
      } catch {
        await send(notTheHub(), response)
      }
    },
    express.json({ limit: GRAPHQL_BYTES }),
    expressMiddleware(apollo, {
      context: async ({ res }) => contextOf({ caller: inside(res.locals.principal), scope: {} }),
    }),
  )
  const isWhole = (request: IncomingMessage) => !streams(request.url ?? '')
  app.use(express.raw({ type: isWhole, limit: LIMITS.uploadBytes, inflate: false }), async (request, response) => {
    await send(await route(request), response)
  })
  app.use((error: { status?: number }, _: ExpressRequest, response: ExpressResponse, _next: unknown) => {
    const status = error.status ?? 500
    const answer =
      status === 413
        ? errorResponse(413, 'TOO_LARGE', 'The body is too large.')
        : status < 500
          ? errorResponse(status, 'BAD_REQUEST', 'The request cannot be read.')
          : unexpectedResponse(error, log)
    return send(answer, response)
  })

  async function route(request: ExpressRequest): Promise<Response> {
    const place = find(request.method, request.path)
    if (!place) return errorResponse(404, 'NOT_FOUND', 'There is nothing at this address.')
    if (place instanceof Response) return place
    let principal: Principal | null | undefined = null
    if (place.asksWho) {
      try {
        principal = await who(request.headers.authorization)
      } catch {
        principal = undefined
      }
      if (principal === undefined) return notTheHub()
    }
    const body = Buffer.isBuffer(request.body) ? (request.body as Buffer<ArrayBuffer>) : undefined
    if (body && body.length > limitOf(request.path)) return errorResponse(413, 'TOO_LARGE', 'The body is too large.')
    const headers = new Headers()
    for (let i = 0; i < request.rawHeaders.length; i += 2)
      headers.append(request.rawHeaders[i]!, request.rawHeaders[i + 1]!)
    const url = new URL(request.originalUrl, `http://${request.headers.host ?? 'localhost'}`)
    const init: RequestInit = { method: request.method, headers, ...(body?.length ? { body } : {}) }
    if (place.streams && request.method !== 'GET' && request.method !== 'HEAD')
      Object.assign(init, { body: streamOf(request, place.limit), duplex: 'half' })
    try {
      return await place.serve(new Request(url, init), principal)
    } catch (error) {
      if (isTooLarge(error)) return tooLarge(place.limit)
      if (isBrokenOff(error)) return brokenOff(place.route, log)
      return unexpectedResponse(error, log)
    }
  }

  const server = createServer({ keepAlive: true, noDelay: true, keepAliveTimeout: 30_000 }, app)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: GRAPHQL_BYTES,
    handleProtocols: (offered) => handleProtocols(offered),
  })
  const masked = (result: ExecutionResult): ExecutionResult =>
    result.errors ? { ...result, errors: result.errors.map((error) => maskError(error, log)) } : result
  const graphqlWs = useServer<Record<string, unknown>, { principal: Principal | null }>(
    {
      async onConnect({ connectionParams, extra }) {
        try {
          const principal = await who(connectionParams?.authorization as string | undefined)
          if (principal === undefined) return false
          ;(extra as { principal: Principal | null }).principal = principal
          return true
        } catch {
          return false
        }
      },
      onSubscribe({ extra }, _id, { query, variables, operationName }) {
        let document: ReturnType<typeof parse>
        try {
          document = parse(query)
        } catch (error) {
          return [maskError(error, log)]
        }
        const errors = validate(subgraph.schema, document)
        if (errors.length) return errors
        const contextValue: RequestContext = { caller: inside(extra.principal ?? null), scope: {} }
        return { schema: subgraph.schema, document, variableValues: variables, operationName, contextValue }
      },
      subscribe: (args: any) => {
        const request: RequestContext = args.contextValue
        return subscribeFresh(
          args,
          () => contextOf(request),
          () => renew(request),
        )
      },
      onNext: (_context, _id, _payload, _args, result) => masked(result as ExecutionResult),
      onError: (_context, _id, _payload, errors) => errors.map((error) => maskError(error, log)),
    },
    sockets,
    HEARTBEAT_MS,
  )
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    if (request.url !== '/graphql') return socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request))
  })
  const port = await bound(server, options.port, options.host)
  return {
    port,
    async close() {
      const stopped = closed(server)
      await graphqlWs.dispose()
      await stopped
      await apollo.stop()
    },
  }
}

async function send(result: Response, response: ExpressResponse): Promise<void> {
  response.status(result.status)
  for (const [name, value] of result.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  const cookies = result.headers.getSetCookie()
  if (cookies.length) response.setHeader('set-cookie', cookies)
  response.end(Buffer.from(await result.arrayBuffer()))
}
