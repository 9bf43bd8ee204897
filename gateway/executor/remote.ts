/** A subgraph in another process: queries over HTTP, subscriptions over graphql-ws, each with a 60-second token that says who asks. */
import http from '@graphql-mesh/transport-http'
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, print } from 'graphql'
import type { Log } from '../../subgraphs/subgraph.ts'
import { coded } from '../errors.ts'
import { subscribeOver } from '../http/ws-client.ts'
import type { InternalTokens } from '../internal-token.ts'
import type { RequestContext } from '../request.ts'
import { mapped } from '../stream.ts'
import type { Answer, Fetch } from './index.ts'
import { renew } from './local.ts'

export interface RemoteOptions {
  readonly name: string
  /** Address of its GraphQL. */
  readonly endpoint: string
  /** Null: the client's own Authorization header is passed on. */
  readonly tokens: InternalTokens | null
  readonly log: Log
}
export interface Remote {
  readonly fetch: Fetch
  close(): Promise<void>
}

const TIMEOUT_MS = 30_000
/** The call came to nothing on its way: of the transport, or of a process that does not know our token. */
const BROKEN = new Set<unknown>(['SUBREQUEST_HTTP_ERROR', 'RESPONSE_VALIDATION_FAILED', 'INTERNAL_TOKEN'])
/** The transport logs addresses and tokens. */
const quiet: any = { child: () => quiet, debug() {}, info() {}, warn() {}, error() {} }

export async function remote({ name, endpoint, tokens, log }: RemoteOptions): Promise<Remote> {
  const entry = { subgraph: name, location: endpoint }
  const options = {
    timeout: TIMEOUT_MS,
    deduplicateInflightRequests: false,
    headers: ({ context }: any) => (context.authorization ? { authorization: context.authorization } : {}),
  }
  const payload = { subgraphName: name, log: quiet, logger: quiet, fetch: globalThis.fetch } as any
  const ask: any = await http.getSubgraphExecutor({ ...payload, transportEntry: { ...entry, kind: 'http', options } })

  const down = (cause: unknown): ExecutionResult => {
    log.warn('a subgraph does not answer', { subgraph: name, error: reason(cause) })
    return { errors: [unavailable(name)] }
  }
  async function authorizationOf({ caller }: RequestContext): Promise<string | null> {
    return tokens ? `Bearer ${await tokens.issue(name, caller.principal)}` : caller.authorization
  }

  return {
    async fetch({ document, variables, operationName, kind, context }): Promise<Answer> {
      const request = { document, variables, operationName, operationType: kind }
      const authorization = await authorizationOf(context)
      try {
        if (kind === 'subscription') {
          const stream = subscribeOver({
            url: endpoint,
            authorization,
            query: print(document),
            variables,
            operationName,
          })
          return mapped<ExecutionResult, ExecutionResult>(
            stream,
            (result) => {
              renew(context)
              const errors = result.errors?.map(revived)
              return errors ? { data: result.data ?? {}, errors } : result
            },
            // a stream whose connection breaks ends with that error
            (error) => ({ data: {}, ...down(error) }),
          )
        }
        const result: ExecutionResult = await ask({ ...request, context: { authorization } })
        const broken = result.errors?.find((error) => BROKEN.has(error.extensions?.code))
        return broken ? down(broken) : result
      } catch (error) {
        return down(error)
      }
    },
    async close() {
      await ask[Symbol.asyncDispose]?.()
    },
  }
}

/** In words that hold nothing of the call. */
function reason(cause: unknown): string {
  if (cause instanceof GraphQLError) {
    const { code, response } = cause.extensions as { code?: string; response?: { status?: number } }
    return [code, response?.status, cause.originalError?.name].filter(Boolean).join(' ')
  }
  if (cause instanceof Error) return cause.name
  const { code } = (cause ?? {}) as { code?: unknown }
  return typeof code === 'number' ? `closed with ${code}` : 'closed'
}

/** What came as JSON, as an error again. */
function revived({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { path, extensions })
}

export function unavailable(name: string) {
  return coded('UNAVAILABLE', 'A part of the hub does not answer now. Try again later.', { subgraph: name })
}

/** Of a subgraph's process: where its routes are, and where its GraphQL is. `url` may name either. */
export function addresses(url: string): { base: string; endpoint: string } {
  const given = url.replace(/\/+$/, '')
  const bare = new URL(given).pathname === '/'
  return { base: given.replace(/\/graphql$/, ''), endpoint: bare ? `${given}/graphql` : given }
}
