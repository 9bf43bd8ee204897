/** GraphQL over HTTP: POST, GET of queries, server-sent events, GraphiQL; and the one way to run an operation for the other transports. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ExecutionResult, GraphQLError, parse } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Clock, Log } from '../subgraphs/subgraph.ts'
import { coded, errorResponse, maskError, quotingNothing, refusal, tooLarge, UNEXPECTED } from './errors.ts'
import type { Answer, Executor } from './executor/index.ts'
import { bodyWithin } from './http/body.ts'
import { LIMITS, nestingOf, withinLimits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import type { Caller, RequestContext } from './request.ts'
import { until } from './stream.ts'

export interface Params {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  readonly operationName?: string | null | undefined
}
export type Transport = 'sse' | 'websocket' | 'inside'
interface YogaContext extends RequestContext {
  readonly transport: Transport
  readonly startedAt: number
}

export interface GraphqlOptions {
  readonly executor: Executor
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly graphiql: boolean
  /** Ends the streams of a transport. */
  ending(transport: Transport): AbortSignal
}
export interface Graphql {
  /** Parses, validates, executes; errors come masked, and as results. */
  run(params: Params, caller: Caller, transport: Transport): Promise<Answer>
  fetch(request: Request, caller: Caller): Promise<Response>
  node(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<void>
}

/** How long a moved clock may go unnoticed by an open stream. */
const LOOK_AGAIN_MS = 5000

export function graphql(options: GraphqlOptions): Graphql {
  const { log, metrics } = options
  const yoga = createYoga<YogaContext>({
    schema: options.executor.schema,
    graphqlEndpoint: '/graphql',
    graphiql: options.graphiql && { title: 'Dwar', defaultQuery: '{ services { code title } }' },
    // its page holds all that it needs, so that it works without an internet; loaded when somebody opens it
    renderGraphiQL: async (graphiql) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(graphiql),
    landingPage: false,
    cors: false,
    logging: false,
    batching: false,
    multipart: false,
    // done by `bodyWithin`: theirs pipes every body through a stream of its own
    maxRequestBodySize: false,
    maskedErrors: { maskError: (error) => maskError(error, log), errorMessage: UNEXPECTED },
    plugins: [useRequestChecks(), useOperationLimits(), useExecutor(options), useRefusals(), useMetrics(metrics)],
  })
  const contextOf = (caller: Caller, transport: Transport): YogaContext => ({
    caller,
    scope: {},
    transport,
    startedAt: performance.now(),
  })
  return {
    async run({ query, variables, operationName }, caller, transport) {
      const params = { query, variables: variables ?? undefined, operationName: operationName ?? undefined }
      try {
        const context = contextOf(caller, transport)
        const answer: any = await yoga.getResultForParams(
          { params: params as any, request: undefined as any },
          context as any,
        )
        return Symbol.asyncIterator in answer ? answer : withoutHttp(answer)
      } catch (error) {
        return { errors: [maskError(error, log)] }
      }
    },
    fetch: async (request, caller) => yoga.fetch(request, contextOf(caller, 'sse')),
    async node(request, response, caller) {
      await yoga(request, response, contextOf(caller, 'sse'))
    },
  }
}

/** No form of another site can post here: its content type is not JSON, and it cannot set the header. */
function useRequestChecks(): Plugin {
  return {
    onRequest({ request, url, endResponse }) {
      if (request.method !== 'POST') {
        if (!['variables', 'extensions'].every((name) => isJson(url.searchParams.get(name))))
          endResponse(errorResponse(400, 'BAD_REQUEST', 'variables and extensions are JSON.'))
        return
      }
      const type = request.headers.get('content-type') ?? ''
      if (!/^application\/(\w+\+)?json\b/i.test(type) && !request.headers.get('x-requested-with')) {
        endResponse(errorResponse(415, 'BAD_REQUEST', 'Send the operation as application/json.'))
      } else if (Number(request.headers.get('content-length')) > LIMITS.graphqlBytes) {
        endResponse(tooLarge(LIMITS.graphqlBytes))
      }
    },
    onRequestParse({ request, setRequestParser }) {
      if (request.method !== 'POST' || request.headers.get('content-length') !== null) return
      setRequestParser(async () => {
        const body = await bodyWithin(request, LIMITS.graphqlBytes)
        if (!body) throw refused(413, 'TOO_LARGE', `The body is larger than ${LIMITS.graphqlBytes} bytes.`)
        try {
          return JSON.parse(Buffer.from(body).toString())
        } catch {
          throw refused(400, 'BAD_REQUEST', 'POST body sent invalid JSON.')
        }
      })
    },
  }
}
function isJson(text: string | null): boolean {
  try {
    return !text || typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
function refused(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } })
}

function useOperationLimits(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string, more) => {
        if (nestingOf(String(source)) > LIMITS.nesting)
          throw coded('LIMIT_EXCEEDED', `The document is nested deeper than ${LIMITS.nesting} brackets.`)
        return parse(source, { ...more, maxTokens: LIMITS.tokens })
      })
      return ({ result }) => {
        if (result instanceof GraphQLError) result.extensions.code ??= 'GRAPHQL_PARSE_FAILED'
      }
    },
    onValidate({ addValidationRule }) {
      addValidationRule(withinLimits)
      return ({ result, setResult }) => {
        if (result.length) setResult((result as readonly GraphQLError[]).map(quotingNothing))
      }
    },
  }
}

function useExecutor({ executor, clock, metrics, ending }: GraphqlOptions): Plugin<YogaContext> {
  const run = (args: any): any =>
    executor.run({
      document: args.document,
      variables: args.variableValues,
      operationName: args.operationName ?? undefined,
      context: args.contextValue,
    })
  async function subscribe(args: any): Promise<Answer> {
    const answer = await run(args)
    if (!(Symbol.asyncIterator in answer)) return answer
    const { caller, transport } = args.contextValue as YogaContext
    const closing = ending(transport)
    const counted = metrics.subscription(transport)
    const end = new AbortController()
    const watch = expiry(caller, clock, () => end.abort('expired'))
    const stop = () => end.abort('closing')
    closing.addEventListener('abort', stop)
    if (closing.aborted) stop()
    const last = () => (end.signal.reason === 'expired' ? { errors: [EXPIRED()] } : undefined)
    return until<ExecutionResult>(answer, end.signal, last, () => {
      clearInterval(watch)
      closing.removeEventListener('abort', stop)
      counted()
    })
  }
  return {
    onExecute: ({ setExecuteFn }) => setExecuteFn(run),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe as any),
  }
}
const EXPIRED = () => coded('UNAUTHENTICATED', 'The access token has expired.')

/** Calls `expired` once the caller's token has ended by this clock; looks again in between, since the clock may be moved. */
export function expiry(caller: Caller, clock: Clock, expired: () => void): NodeJS.Timeout | undefined {
  const { expiresAt } = caller
  if (expiresAt === null) return undefined
  const left = expiresAt - clock.now().getTime()
  const timer = setInterval(
    () => {
      if (clock.now().getTime() < expiresAt) return
      clearInterval(timer)
      expired()
    },
    Math.max(10, Math.min(left, LOOK_AGAIN_MS)),
  )
  return timer.unref()
}

function useRefusals(): Plugin {
  return {
    onExecutionResult({ result, request, setResult }) {
      if (!request || !result || Array.isArray(result) || Symbol.asyncIterator in result) return
      const single = result as ExecutionResult
      const http = refusal(single)
      if (http) setResult({ ...single, extensions: { ...single.extensions, http } })
    },
  }
}

function useMetrics(metrics: Metrics): Plugin<YogaContext, YogaContext> {
  return {
    onResponse({ response, serverContext }) {
      metrics.request('/graphql', response.status, serverContext.startedAt)
    },
    onExecute() {
      return {
        onExecuteDone({ result, args }) {
          const operation = (args.document as any).definitions.find((each: any) => each.kind === 'OperationDefinition')
          const { data, errors } = result as ExecutionResult
          metrics.operation(operation?.operation ?? 'query', errors?.length ? (data ? 'partial' : 'failed') : 'ok')
        },
      }
    },
  }
}

/** What is meant for the HTTP answer only. */
function withoutHttp(result: ExecutionResult): ExecutionResult {
  if (!result.errors?.some((error) => error.extensions?.http)) return result
  const errors = result.errors.map((error) => {
    const { http: _, ...extensions } = error.extensions
    return new GraphQLError(error.message, {
      nodes: error.nodes,
      source: error.source,
      positions: error.positions,
      path: error.path,
      extensions,
    })
  })
  return { ...result, errors }
}
