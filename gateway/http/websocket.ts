/** GraphQL over WebSocket (the graphql-transport-ws protocol), on `/graphql`. The token comes in `connectionParams.authorization`. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ExecutionResult, Kind, OperationTypeNode } from 'graphql'
import { handleProtocols } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Clock } from '../../subgraphs/subgraph.ts'
import { coded } from '../errors.ts'
import type { Answer } from '../executor/index.ts'
import { expiry, type Params } from '../graphql.ts'
import { LIMITS } from '../limits.ts'
import type { Caller } from '../request.ts'
import { TokenUncheckable } from '../token.ts'

export interface WebSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends every subscription and closes every socket as going away. */
  close(): Promise<void>
}
export interface WebSocketOptions {
  /** Throws for a token that proves nothing: its socket closes with 4403. */
  check(authorization: string | null): Caller | Promise<Caller>
  run(params: Params, caller: Caller): Promise<Answer>
  readonly clock: Clock
  /** A page of another origin may not connect; null: any may. */
  readonly origin: string | null
}

const HEARTBEAT_MS = 12_000
const FORBIDDEN = 4403
const TRY_AGAIN_LATER = 1013

interface Extra extends Record<PropertyKey, unknown> {
  caller: Caller
  watch: NodeJS.Timeout | undefined
}

export function webSockets({ check, run, clock, origin }: WebSocketOptions): WebSockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.graphqlBytes,
    handleProtocols: (offered) => handleProtocols(offered),
  })
  const graphqlWs = useServer<Record<string, unknown>, Extra>(
    {
      async onConnect({ connectionParams, extra }) {
        const authorization = connectionParams?.authorization ?? connectionParams?.Authorization
        try {
          extra.caller = await check(typeof authorization === 'string' && authorization !== '' ? authorization : null)
        } catch (error) {
          if (error instanceof TokenUncheckable) extra.socket?.close(TRY_AGAIN_LATER, 'Try again later')
          return false
        }
        extra.watch = expiry(extra.caller, clock, () => extra.socket?.close(FORBIDDEN, 'Forbidden'))
        return true
      },
      async onSubscribe({ extra, subscriptions }, _id, { query, variables, operationName }) {
        if (Object.keys(subscriptions).length > LIMITS.operationsPerSocket) {
          return [
            coded(
              'TOO_MANY_REQUESTS',
              `More than ${LIMITS.operationsPerSocket} operations are open on this connection.`,
            ),
          ]
        }
        const answer = await run({ query, variables, operationName }, extra.caller!)
        if (!(Symbol.asyncIterator in answer) && answer.errors && !('data' in answer)) return answer.errors
        return { schema: undefined as any, document: ANY, contextValue: answer }
      },
      subscribe: (args: any) => args.contextValue as ExecutionResult,
      onClose({ extra }) {
        clearInterval(extra.watch)
      },
    },
    server,
    HEARTBEAT_MS,
  )
  return {
    upgrade(request, socket, head) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      if (pathname !== '/graphql') return refuse(socket, '404 Not Found')
      const from = request.headers.origin
      if (origin && from && from !== origin && !isOwn(from, request.headers.host))
        return refuse(socket, '403 Forbidden')
      server.handleUpgrade(request, socket, head, (webSocket) => server.emit('connection', webSocket, request))
    },
    async close() {
      await graphqlWs.dispose()
    },
  }
}

/** graphql-ws picks by it between `execute` and `subscribe`; `run` has read the real one. */
const ANY = {
  kind: Kind.DOCUMENT as const,
  definitions: [
    {
      kind: Kind.OPERATION_DEFINITION as const,
      operation: OperationTypeNode.SUBSCRIPTION,
      selectionSet: { kind: Kind.SELECTION_SET as const, selections: [] },
    },
  ],
}

function isOwn(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
