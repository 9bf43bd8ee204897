import type { Inbound } from '../../../store/channel.ts'
import type { Host, Route } from '../../subgraph.ts'
import { bodyOf, equal, isSigned, jsonOf } from '../signed.ts'
import { rowsOf } from './inbound.ts'

/** Meta posts no larger body. */
const BODY_BYTES = 3 * 1024 * 1024
const PATH = '/webhooks/whatsapp'
const WHATSAPP = 'whatsapp_business_account'

const text = (status: number, body: string): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

export interface WebhookOptions {
  readonly phoneNumberId: string
  readonly appSecret: string
  readonly verifyToken: string
  /** Hears of what came and was new, as it is kept, once it is on disk. */
  came(rows: readonly Inbound[]): void
  /** The store did not take what came. */
  refused(): void
}

/** Where Meta posts. What is answered with 200 is on disk; what is not, Meta posts again. */
export function webhookRoutes(host: Host, options: WebhookOptions): readonly Route[] {
  const received = (rows: readonly Inbound[]) =>
    host.store.channel.receive(rows).catch((error) => {
      options.refused()
      throw error
    })
  let wasAnother = false
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
        const raw = await bodyOf(request, BODY_BYTES)
        if (!raw) return text(413, 'too large')
        if (!isSigned(request, raw, options.appSecret)) return text(401, 'the signature does not fit')
        let body: any
        try {
          body = jsonOf(raw)
        } catch {
          return text(400, 'no JSON')
        }
        // an app may have subscribed to other products of Meta's
        if (typeof body?.object === 'string' && body.object !== WHATSAPP) {
          if (!wasAnother) host.log.warn('a webhook of another product than WhatsApp came; such are ignored')
          wasAnother = true
          return text(200, '')
        }
        try {
          const rows = rowsOf(body, options.phoneNumberId, host.vault, host.clock.now().getTime())
          if (rows.length) options.came(await received(rows))
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
