import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Host, Route } from '../subgraph.ts'
import { rowsOf } from './inbound.ts'

/** Meta posts no larger body. */
const BODY_BYTES = 3 * 1024 * 1024
const PATH = '/webhooks/whatsapp'

const text = (status: number, body: string): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** The same in constant time, whatever their lengths. */
function equal(a: string, b: string): boolean {
  const digest = (value: string) => createHmac('sha256', 'compare').update(value).digest()
  return timingSafeEqual(digest(a), digest(b))
}

async function bodyOf(request: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export interface WebhookOptions {
  readonly phoneNumberId: string
  readonly appSecret: string
  readonly verifyToken: string
  /** Counts messages that came, which share Meta's limit with those that go. */
  came(count: number): void
}

/** Where Meta posts. What is answered with 200 is on disk; what is not, Meta posts again. */
export function webhookRoutes(host: Host, options: WebhookOptions): readonly Route[] {
  return [
    {
      method: 'GET',
      path: PATH,
      async handle(request) {
        const { searchParams } = new URL(request.url)
        const known =
          searchParams.get('hub.mode') === 'subscribe' &&
          equal(searchParams.get('hub.verify_token') ?? '', options.verifyToken)
        return known ? text(200, searchParams.get('hub.challenge') ?? '') : text(403, 'forbidden')
      },
    },
    {
      method: 'POST',
      path: PATH,
      async handle(request) {
        const raw = await bodyOf(request)
        if (!raw) return text(413, 'too large')
        const signature = createHmac('sha256', options.appSecret).update(raw).digest('hex')
        if (!equal(request.headers.get('x-hub-signature-256') ?? '', `sha256=${signature}`))
          return text(401, 'the signature does not fit')
        let body: unknown
        try {
          body = JSON.parse(raw.toString('utf8'))
        } catch {
          return text(400, 'no JSON')
        }
        try {
          const rows = rowsOf(body, options.phoneNumberId, host.vault, host.clock.now().getTime())
          if (rows.length) await host.store.channel.receive(rows)
          options.came(rows.filter((row) => row.kind === 'message').length)
        } catch (error) {
          host.log.error('the inbox could not be written', error)
          return text(503, 'try again')
        }
        host.wake('inbox')
        return text(200, '')
      },
    },
  ]
}
