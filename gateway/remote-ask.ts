/** The hub, asked from a process of its own: over GATEWAY_URL, with a 60-second token that says for whom. */
import type { ExecutionResult } from 'graphql'
import type { Ask, Principal } from '../subgraphs/subgraph.ts'
import { subscribeOver } from './http/ws-client.ts'
import { internalTokens } from './internal-token.ts'
import { until } from './stream.ts'

const TIMEOUT_MS = 60_000

/** `gatewayUrl`: address of the gateway's GraphQL. A call that does not reach it rejects; a subscription whose connection breaks ends. */
export function remoteAsk(gatewayUrl: string, secretKey: string): Ask {
  const tokens = internalTokens(secretKey)
  const base = gatewayUrl.replace(/\/graphql\/?$/, '')
  const authorization = async (principal: Principal | null) => `Bearer ${await tokens.issue('gateway', principal)}`

  async function ask(query: string, variables: Readonly<Record<string, unknown>>, principal: Principal | null) {
    const answer = await fetch(gatewayUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: await authorization(principal),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return (await answer.json()) as ExecutionResult<any>
  }

  async function* subscribe(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    principal: Principal | null,
    signal: AbortSignal,
  ): AsyncGenerator<ExecutionResult<any>> {
    if (signal.aborted) return
    try {
      const options = { url: gatewayUrl, authorization: await authorization(principal), query, variables }
      yield* until(subscribeOver(options), signal)
    } catch {
      // the connection has ended, and with it the stream
    }
  }

  return Object.assign(ask, {
    subscribe,
    async fetch(path: string, init: RequestInit, principal: Principal | null) {
      const { pathname, search } = new URL(path, base)
      const headers = new Headers(init.headers)
      headers.set('authorization', await authorization(principal))
      return fetch(base + pathname + search, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init, headers })
    },
  })
}
