/**
 * WhatsApp's Cloud API as Meta serves it, with the phones of the citizens behind it.
 * Written from Meta's pages: https://developers.facebook.com/documentation/business-messaging/whatsapp/
 */
import { mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { TimeSource } from '../clock.ts'
import type { ControlRoom } from '../control.ts'
import { Drawing } from '../rude.ts'
import type { Secrets } from '../secrets.ts'
import type { Business, WhatsappRude } from './business.ts'
import { Citizens } from './citizen.ts'
import { openWhatsappControl } from './control.ts'
import { FlowClient } from './flows/client.ts'
import { privateKeyAt } from './flows/key.ts'
import { livesAt } from './flows/line.ts'
import { FlowShelf, type StockedFlow } from './flows/shelf.ts'
import { GraphApi } from './graph.ts'
import { Journal, type Person } from './journal.ts'
import { Limits } from './limits.ts'
import { MediaShelf } from './media.ts'
import { Sender } from './sender.ts'
import { Statuses } from './statuses.ts'
import { Templates } from './templates.ts'
import { ACCOUNT, Webhooks } from './webhooks.ts'

export interface WhatsappOptions {
  /** Base of the sandbox. */
  readonly url: string
  readonly hubUrl: string
  readonly folder: string
  readonly clock: TimeSource
  readonly secrets: Secrets
  /** What it sets of `WHATSAPP_…` is used in place of what the sandbox would make. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Templates that are approved from the start, as bodies of their creation. */
  readonly approved: readonly object[]
  /** Forms that are published from the start. */
  readonly flows: readonly StockedFlow[]
}

export interface Whatsapp {
  handle(request: IncomingMessage, response: ServerResponse, path: string, url: URL): Promise<void>
  readonly control: ControlRoom
  /** `WHATSAPP_API_URL` and what else a hub needs. */
  environment(): Readonly<Record<string, string>>
  close(): Promise<void>
}

export async function openWhatsapp(options: WhatsappOptions): Promise<Whatsapp> {
  const { clock, env, secrets } = options
  const folder = join(options.folder, 'whatsapp')
  mkdirSync(folder, { recursive: true })
  const base = `${options.url}/whatsapp`
  const target = `${options.hubUrl}/webhooks/whatsapp`
  const business: Business = {
    phoneNumberId: env.WHATSAPP_PHONE_NUMBER_ID || '106540352242922',
    displayNumber: '911141004100',
    countryCode: '91',
    accountId: '102290129340398',
    name: 'Dwar',
    accessToken: env.WHATSAPP_ACCESS_TOKEN || secrets('whatsapp.access-token'),
    appSecret: env.WHATSAPP_APP_SECRET || secrets('whatsapp.app-secret'),
    verifyToken: env.WHATSAPP_VERIFY_TOKEN || secrets('whatsapp.verify-token'),
  }

  const journal = new Journal(join(folder, 'whatsapp.sqlite'))
  const drawing = new Drawing<WhatsappRude>()
  const late = { code: 131000 }
  const calls: Record<string, number> = {}
  const listeners = new Set<(person: Person, what: 'chat' | 'typing') => void>()
  const changed = (person: Person, what: 'chat' | 'typing' = 'chat') => {
    for (const listener of listeners) listener(person, what)
  }
  const withIdentity = () => journal.setting('identity-check') !== 'off'

  const webhooks = new Webhooks({
    journal,
    target,
    appSecret: business.appSecret,
    accountId: business.accountId,
    arrived: (id) => {
      const entry = journal.message(id)
      if (entry?.status !== 'sent') return
      journal.setStatus(id, 'delivered')
      changed(journal.personAt(entry.person))
    },
    rude: () =>
      drawing.draw((mode) => mode === 'batched' || mode === 'bad-signature') as 'batched' | 'bad-signature' | null,
  })
  const statuses = new Statuses({ journal, clock, business, webhooks, drawing, withIdentity })
  const media = new MediaShelf(journal, clock, base, business.phoneNumberId)
  const templates = new Templates(journal, (change) => webhooks.owe(ACCOUNT, change))
  templates.stock(options.approved)
  const { appSecret } = business
  const flows = new FlowShelf(journal, async (endpoint) => {
    const { publicKey } = flows
    return publicKey !== undefined && livesAt(endpoint, { publicKey, appSecret })
  })
  const key = options.flows.length
    ? privateKeyAt(env.WHATSAPP_FLOWS_PRIVATE_KEY || join(folder, 'flows-key.pem'))
    : null
  if (key) flows.stock(options.flows, `${target}/flows`, key.publicKey)
  const limits = new Limits(clock)
  const sender = new Sender({
    journal,
    clock,
    business,
    media,
    templates,
    flows,
    limits,
    statuses,
    webhooks,
    drawing,
    lateCode: () => late.code,
    changed,
  })
  const citizens = new Citizens({
    journal,
    clock,
    displayNumber: business.displayNumber,
    media,
    limits,
    sender,
    statuses,
    withIdentity,
    changed,
  })
  const api = new GraphApi({
    journal,
    business,
    media,
    templates,
    flows,
    sender,
    drawing,
    count: (operation) => {
      calls[operation] = (calls[operation] ?? 0) + 1
    },
    seen: (id, typing) => {
      const entry = journal.message(id)!
      for (const one of journal.chat(entry.person))
        if (one.direction === 'in' && one.place <= entry.place) journal.setStatus(one.id, 'read')
      const person = journal.personAt(entry.person)
      changed(person)
      if (typing) changed(person, 'typing')
    },
  })

  return {
    handle: (request, response, path, url) => api.handle(request, response, path, url),
    control: openWhatsappControl({
      journal,
      citizens,
      media,
      templates,
      flows,
      flowClient: new FlowClient({ journal, business, flows, citizens }),
      webhooks,
      drawing,
      business,
      calls,
      target,
      late,
      listeners,
    }),
    environment: () => ({
      WHATSAPP_API_URL: base,
      WHATSAPP_PHONE_NUMBER_ID: business.phoneNumberId,
      WHATSAPP_ACCESS_TOKEN: business.accessToken,
      WHATSAPP_APP_SECRET: business.appSecret,
      WHATSAPP_VERIFY_TOKEN: business.verifyToken,
      WHATSAPP_BUSINESS_ACCOUNT_ID: business.accountId,
      // for a hub that offers forms
      ...(key ? { WHATSAPP_FLOWS_PRIVATE_KEY: key.where } : {}),
    }),
    async close() {
      sender.close()
      await webhooks.close()
      journal.close()
    },
  }
}
