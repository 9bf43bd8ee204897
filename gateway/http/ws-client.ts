/** A subscription at another process of the hub, over graphql-ws. One connection each: what says who asks belongs to the connection. */
import type { ExecutionResult } from 'graphql'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { mapped } from '../stream.ts'

export interface SubscribeOptions {
  /** `http://…` or `ws://…` */
  readonly url: string
  readonly authorization: string | null
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly operationName?: string | undefined
}

const HEARTBEAT_MS = 12_000
const PATIENCE_MS = 5000

/**
 * Errors of the operation come as a last result; a connection that breaks or falls silent is thrown. It is never made again
 * here: the operation would run anew from its first cursor, and repeat or miss events. Only the subscriber knows where it was.
 */
export function subscribeOver(options: SubscribeOptions): AsyncIterableIterator<ExecutionResult> {
  const { url, authorization, query, variables, operationName } = options
  let socket: WebSocket | undefined
  let silence: NodeJS.Timeout | undefined
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: authorization === null ? {} : { authorization },
    keepAlive: HEARTBEAT_MS,
    on: {
      opened: (opened) => {
        socket = opened as WebSocket
      },
      ping: (received) => {
        if (!received) silence = setTimeout(() => socket?.terminate(), PATIENCE_MS).unref()
      },
      pong: (received) => {
        if (received) clearTimeout(silence)
      },
      closed: () => clearTimeout(silence),
    },
  })
  const results = client.iterate({
    query,
    variables: variables as Record<string, unknown>,
    operationName: operationName ?? null,
  })
  return mapped<ExecutionResult, ExecutionResult>(
    results as AsyncIterable<ExecutionResult>,
    (result) => result,
    (error) => {
      if (Array.isArray(error)) return { errors: error }
      throw error
    },
  )
}
