/** What `/metrics` shows: counts and durations by route and outcome. No label names a person, an application or a client. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** `route`: as declared (`/uploads/:id`), `unknown` for any other path. */
  request(route: string, status: number, startedAt: number): void
  operation(kind: string, outcome: 'ok' | 'partial' | 'failed'): void
  /** Counts an open subscription until the returned function is called. */
  subscription(protocol: 'sse' | 'websocket' | 'inside'): () => void
  page(): Promise<Response>
}

export function metrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'dwar_http_requests_total',
    help: 'HTTP requests answered.',
    labelNames: ['route', 'outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'dwar_http_request_duration_seconds',
    help: 'Time until an answer began.',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const operations = new Counter({
    name: 'dwar_graphql_operations_total',
    help: 'GraphQL operations answered.',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const open = new Gauge({
    name: 'dwar_subscriptions_open',
    help: 'Subscriptions open now.',
    labelNames: ['protocol'],
    registers,
  })
  return {
    request(route, status, startedAt) {
      requests.inc({ route, outcome: `${Math.floor(status / 100)}xx` })
      durations.observe({ route }, (performance.now() - startedAt) / 1000)
    },
    operation: (kind, outcome) => operations.inc({ kind, outcome }),
    subscription(protocol) {
      open.inc({ protocol })
      let counted = true
      return () => {
        if (counted) open.dec({ protocol })
        counted = false
      }
    },
    page: async () => new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } }),
  }
}
