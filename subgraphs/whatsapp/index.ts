import { buildSubgraphSchema } from '@apollo/subgraph'
import type { Environment } from '../../adapters/adapter.ts'
import { subgraphTypeDefs } from '../../vocabulary/compose.ts'
import { contexts } from '../department.ts'
import { SCALAR_RESOLVERS } from '../scalar-resolvers.ts'
import type { Health, Host, Subgraph } from '../subgraph.ts'
import { keptCatalogue } from './catalogue.ts'
import { closedForms } from './flows/closed.ts'
import { flowRoutes, privateKeyOf } from './flows/endpoint.ts'
import { receipts } from './inbox/receipts.ts'
import { inboxRunner } from './inbox/runner.ts'
import { webhookRoutes } from './inbox/webhook.ts'
import { conversationResolvers } from './messages.ts'
import { follower } from './notices/follower.ts'
import { reminders } from './notices/reminders.ts'
import { accountChanges } from './sending/account.ts'
import { cloudApi } from './sending/cloud-api.ts'
import { holds } from './sending/holds.ts'
import { pace } from './sending/pace.ts'
import { seen } from './sending/seen.ts'
import { sender } from './sending/sender.ts'
import { turns } from './turns.ts'
import { wording } from './wording.ts'
import { HELPLINE, worlds } from './world.ts'

/** Examples of the catalogue may change by the day. */
const CATALOGUE_MS = 10 * 60 * 1000
/** ms from a message that the store refused, for which that says more of it than a small row that it takes. */
const REFUSED_MS = 10_000

export const environment = {
  WHATSAPP_API_URL: {
    description: 'Base of the Graph API, without a version.',
    kind: 'url',
    example: 'https://graph.facebook.com',
  },
  WHATSAPP_PHONE_NUMBER_ID: {
    description: 'Id of the business number that citizens write to.',
    kind: 'text',
    example: '106540352242922',
  },
  WHATSAPP_ACCESS_TOKEN: {
    description: 'Access token of the system user that sends.',
    kind: 'secret',
    example: 'EAAG…',
  },
  WHATSAPP_APP_SECRET: {
    description: 'Secret of the Meta app, which signs webhooks.',
    kind: 'secret',
    example: '1f2d3c…',
  },
  WHATSAPP_VERIFY_TOKEN: {
    description: 'Word that Meta repeats when the webhook is set up.',
    kind: 'secret',
    example: 'a word of your own',
  },
  WHATSAPP_MESSAGES_A_SECOND: {
    description: 'Messages that Meta lets the number pass in a second, in and out together (1000 for large senders).',
    kind: 'integer',
    minimum: 1,
    example: '80',
    default: '80',
  },
  WHATSAPP_FLOWS: {
    description: "`on`: services with many questions are also offered as a form of WhatsApp's own.",
    kind: 'text',
    example: 'on',
    default: 'off',
  },
  WHATSAPP_FLOWS_PRIVATE_KEY: {
    description:
      'RSA key of 2048 bits that forms are encrypted for: in PEM, or the name of a file that holds it. Only where WHATSAPP_FLOWS is on.',
    kind: 'secret',
    example: '',
    default: '',
  },
  WHATSAPP_PICTURES_MS: {
    description:
      'How long a picture waits for the next page of the same paper, in ms: people send both sides in one go.',
    kind: 'integer',
    example: '2000',
    default: '2000',
  },
  WHATSAPP_BUSINESS_ACCOUNT_ID: {
    description: 'Id of the account that forms are published under. Only `npm run flows` reads it.',
    kind: 'text',
    example: '102290129340398',
    default: '',
  },
  HELPLINE: {
    description: 'Telephone number where a person answers whoever asks for one.',
    kind: 'text',
    example: '1076',
    default: HELPLINE,
  },
} as const satisfies Environment

/** Throws with what was expected for any other word than `on` and `off`. */
function isOn(word: string | undefined): boolean {
  if (word && word !== 'on' && word !== 'off') throw new Error(`WHATSAPP_FLOWS is on or off, not ${word}`)
  return word === 'on'
}

/** The WhatsApp channel: a client of the hub like any portal, and the record of what was said. */
export async function whatsapp(host: Host): Promise<Subgraph> {
  const value = (name: keyof typeof environment): string => host.env[name] ?? ''
  const phoneNumberId = value('WHATSAPP_PHONE_NUMBER_ID')
  const api = cloudApi({ url: value('WHATSAPP_API_URL'), phoneNumberId, accessToken: value('WHATSAPP_ACCESS_TOKEN') })
  const now = () => host.clock.now().getTime()
  const rate = pace(Number(host.env.WHATSAPP_MESSAGES_A_SECOND || environment.WHATSAPP_MESSAGES_A_SECOND.default))
  const words = wording()
  const catalogue = keptCatalogue(host.ask, now, CATALOGUE_MS)
  const order = turns(host)
  const held = holds(host)
  const closed = closedForms(host)
  const sending = sender({ host, api, pace: rate, holds: held, wording: words, closedForms: closed })
  const account = accountChanges({ host, holds: held })
  const forms = isOn(host.env.WHATSAPP_FLOWS)
    ? { closedForms: closed.now, privateKey: privateKeyOf(value('WHATSAPP_FLOWS_PRIVATE_KEY')) }
    : null
  const worldOf = worlds({ host, wording: words, catalogue, ...(forms ? { closedForms: forms.closedForms } : {}) })
  const inbox = inboxRunner({
    host,
    api,
    wording: words,
    catalogue,
    worldOf,
    picturesMs: Number(host.env.WHATSAPP_PICTURES_MS || environment.WHATSAPP_PICTURES_MS.default),
    turns: order,
    receipts: receipts(host, sending, account),
    seen: seen(host, api),
  })
  const following = follower({ host, worldOf, turns: order })
  const reminding = reminders({ host, worldOf, turns: order })
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  /** When the store last refused what came, while it has taken nothing since. */
  let refused: number | null = null

  return {
    name: 'whatsapp',
    schema: buildSubgraphSchema([
      { typeDefs: subgraphTypeDefs('whatsapp'), resolvers: { ...SCALAR_RESOLVERS, ...conversationResolvers(host) } },
    ] as any),
    context: contexts(host),
    routes: [
      ...webhookRoutes(host, {
        phoneNumberId,
        appSecret: value('WHATSAPP_APP_SECRET'),
        verifyToken: value('WHATSAPP_VERIFY_TOKEN'),
        refused() {
          refused = performance.now()
        },
        came(rows) {
          refused = null
          inbox.came(rows)
          rate.came(rows.filter(({ kind }) => kind === 'message').length, now())
        },
      }),
      ...(forms
        ? flowRoutes({
            host,
            wording: words,
            worldOf,
            turns: order,
            appSecret: value('WHATSAPP_APP_SECRET'),
            privateKey: forms.privateKey,
          })
        : []),
    ],
    async start() {
      const { signal } = stopping
      running = Promise.all([inbox.run(signal), following.run(signal), reminding.run(signal), sending.run(signal)])
    },
    async stop() {
      stopping.abort()
      await running
    },
    async health(): Promise<readonly Health[]> {
      if (refused !== null && performance.now() - refused < REFUSED_MS)
        return [{ name: 'store', ok: false, detail: 'the inbox could not be written' }]
      const code = await sending.trouble()
      const [counts, behind] = await Promise.all([host.store.channel.counts(), following.behind()])
      const toTell = `${behind} to tell`
      const detail = `${counts.inbox} to answer, ${counts.owed} to send, ${counts.parked} parked, ${toTell}`
      return [
        {
          name: 'whatsapp',
          ok: code === null,
          detail: code === null ? detail : `WhatsApp refuses: ${code}; ${detail}`,
        },
      ]
    },
  }
}
