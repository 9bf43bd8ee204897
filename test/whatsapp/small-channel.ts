/** The channel between a small hub with one service and a small Meta. */
import { expect } from '@jest/globals'
import { whatsapp } from '../../subgraphs/whatsapp/index.ts'
import { LANGUAGES } from '../../vocabulary/catalogue.ts'
import { type Asked, posted, type SmallHub, type SmallMeta, signed, until } from './host.ts'

export const inAll = (field: string, value: unknown) =>
  Object.fromEntries(LANGUAGES.map((code) => [`${field}_${code}`, value]))
export const SERVICE = {
  code: 'office.pass',
  mutation: 'applyForPass',
  inputType: 'PassInput',
  fee: null,
  processingDays: 3,
  ...inAll('title', 'Day pass'),
  ...inAll('description', null),
  ...inAll('synonyms', []),
  department: { code: 'office', ...inAll('name', 'The Office') },
  rules: [],
  questions: [
    {
      path: 'name',
      type: 'TEXT',
      scalar: 'PersonName',
      required: true,
      within: null,
      when: null,
      suggest: null,
      minimum: null,
      maximum: null,
      pattern: null,
      accepts: null,
      repeats: null,
      atLeast: null,
      live: false,
      dependsOn: null,
      facts: null,
    },
  ],
  ...inAll('questions', [{ label: 'Your name', hint: null, example: 'Asha', block: null }]),
}

/** An event of the log, as the channel reads it: the `n`th of an application. */
export const event = (citizen: string, n: number, more: object = {}, application: object = {}) => ({
  id: `DWR-2026-000009.${n}`,
  name: 'in-review',
  status: 'IN_REVIEW',
  reason: null,
  at: '2026-03-01T10:00:00Z',
  ...more,
  application: {
    reference: 'DWR-2026-000009',
    status: 'IN_REVIEW',
    restricted: false,
    citizen: { id: citizen },
    service: { ...SERVICE, title: 'Day pass', department: { ...SERVICE.department, name: 'The Office' } },
    action: null,
    certificate: null,
    ...application,
  },
})

/** A gateway that has one service and files what comes; each requestId once. */
export function gateway(service: typeof SERVICE = SERVICE) {
  const filed = new Map<string, string>()
  return {
    filed,
    answer({ operation, variables }: Asked) {
      if (operation.startsWith('query Catalogue')) return { data: { services: [service] } }
      if (operation.startsWith('mutation File')) {
        const reference = filed.get(variables.requestId) ?? `DWR-2026-00000${filed.size + 1}`
        filed.set(variables.requestId, reference)
        return { data: { applyForPass: { __typename: 'Application', reference } } }
      }
      if (operation.startsWith('query Mine')) return { data: { me: { applications: { edges: [] } } } }
      throw new Error(`unexpected: ${operation}`)
    },
  }
}

export async function channel(hub: SmallHub, meta: SmallMeta, hubOf = gateway()) {
  hub.answer((asked) => hubOf.answer(asked) as any)
  const subgraph = await whatsapp({ ...hub.host, env: { ...hub.host.env, WHATSAPP_API_URL: meta.url } })
  const post = subgraph.routes.find((route) => route.method === 'POST')!
  await subgraph.start()
  return {
    subgraph,
    gateway: hubOf,
    post: (body: string) => post.handle(signed(body), {}, null),
    comes: async (...messages: object[]) =>
      expect((await post.handle(signed(posted({ messages })), {}, null)).status).toBe(200),
    /** What was said to a number, in order. */
    said: (to = '+919810012345') =>
      meta.sent.filter((m) => m.to === to).map((m) => m.text?.body ?? m.interactive?.body.text ?? m.document?.caption),
    async hears(wanted: RegExp, to?: string) {
      return until(`${wanted}`, () => this.said(to).find((line) => wanted.test(line)))
    },
    [Symbol.asyncDispose]: () => subgraph.stop(),
  }
}
