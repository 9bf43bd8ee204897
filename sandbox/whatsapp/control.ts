/** `/control/whatsapp`: the citizens' phones, and how Meta misbehaves. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ControlRoom, readRudeness } from '../control.ts'
import { type Answer, allow, Refusal, readJson } from '../http.ts'
import { type Business, RUDE_NAMES, type WhatsappDrawing, type WhatsappRude } from './business.ts'
import { type Citizens, shownEntry } from './citizen.ts'
import type { FlowClient } from './flows/client.ts'
import type { FlowShelf } from './flows/shelf.ts'
import type { Entry, Journal, Person } from './journal.ts'
import type { MediaShelf } from './media.ts'
import { renderTemplate } from './message/template-message.ts'
import { CATEGORIES, TEMPLATE_MODES, type TemplateMode, type Templates } from './templates.ts'
import { ACCOUNT, type Webhooks } from './webhooks.ts'
import { identityHash } from './wire.ts'

/** A file of 100 MB in base64, with room for its frame. */
const LARGEST_BODY = 150 * 1024 * 1024
const HEARTBEAT = 15_000

export interface ControlOptions {
  readonly journal: Journal
  readonly citizens: Citizens
  readonly media: MediaShelf
  readonly templates: Templates
  readonly flows: FlowShelf
  readonly flowClient: FlowClient
  readonly webhooks: Webhooks
  readonly drawing: WhatsappDrawing
  readonly business: Business
  readonly calls: Readonly<Record<string, number>>
  readonly target: string
  readonly late: { code: number }
  readonly listeners: Set<(person: Person, what: 'chat' | 'typing') => void>
}

const whatsappMode = (mode: unknown): WhatsappRude => {
  if (RUDE_NAMES.includes(mode as (typeof RUDE_NAMES)[number])) return mode as WhatsappRude
  if (Number.isSafeInteger(mode) && (mode as number) >= 0) return mode as number
  if (typeof mode === 'string' && /^\d{1,7}$/.test(mode)) return Number(mode)
  throw new Refusal(400, `mode is null, an error code of the Cloud API, or one of ${RUDE_NAMES.join(', ')}`)
}

export function openWhatsappControl(options: ControlOptions): ControlRoom {
  const { journal, citizens, media, templates, webhooks, drawing, listeners } = options

  const shown = (entry: Entry) => {
    const { template } = entry.message
    const known = template && entry.direction === 'out' ? journal.template(template.name, template.language.code) : null
    return { ...shownEntry(entry), ...(known ? { rendered: renderTemplate(known, template) } : {}) }
  }
  const face = (person: Person) => ({
    with: person.shown ? person.number : person.userId,
    number: person.shown ? person.number : null,
    userId: person.userId,
    username: person.username,
    name: person.name,
  })

  async function messages(request: IncomingMessage, url: URL): Promise<Answer> {
    allow(request, 'GET', 'POST')
    if (request.method === 'POST') return { json: citizens.write(await readJson(request, LARGEST_BODY)) }
    const key = url.searchParams.get('with')
    // a plus in a query that was not escaped reads as a space
    const person = key === null ? null : journal.person(key.trim())
    if (key !== null) return { json: person ? journal.chat(person.id).map(shown) : [] }
    const chats = journal.people().map((one) => {
      const last = journal.one('SELECT * FROM message WHERE person = ? ORDER BY place DESC LIMIT 1', one.id)
      return { ...face(one), last: last ? shown(journal.message(last.id)!) : null }
    })
    return { json: chats.filter(({ last }) => last !== null) }
  }

  async function rude(request: IncomingMessage): Promise<Answer> {
    allow(request, 'GET', 'POST')
    if (request.method === 'POST') {
      const body = await readJson(request)
      const rudeness = readRudeness(body, whatsappMode)
      if (body.code !== undefined && !Number.isSafeInteger(body.code))
        throw new Refusal(400, 'code is an error code: that of late-failure')
      options.late.code = body.code ?? 131000
      drawing.set(rudeness)
    }
    return { json: { ...drawing.rudeness, ...(drawing.rudeness.mode === 'late-failure' ? options.late : {}) } }
  }

  async function review(request: IncomingMessage): Promise<Answer> {
    allow(request, 'GET', 'POST')
    if (request.method === 'POST') {
      const { mode, name, category } = await readJson(request)
      if (name !== undefined && !journal.templates().some((one) => one.name === name))
        throw new Refusal(400, `there is no template ${name}`)
      if (category !== undefined) {
        if (!CATEGORIES.includes(category) || name === undefined)
          throw new Refusal(400, `category is one of ${CATEGORIES.join(', ')}, beside a name`)
        templates.recategorise(name, category)
      } else if (!TEMPLATE_MODES.includes(mode)) throw new Refusal(400, `mode is one of ${TEMPLATE_MODES.join(', ')}`)
      else templates.review(mode as TemplateMode, name)
    }
    return { json: { mode: templates.mode, templates: journal.templates() } }
  }

  /** The forms at Meta; a POST with a message acts in one that is open on a phone, one with a name and a status is Meta's monitoring. */
  async function forms(request: IncomingMessage): Promise<Answer> {
    allow(request, 'GET', 'POST')
    if (request.method === 'GET') return { json: options.flows.all().map((flow) => options.flows.view(flow)) }
    const body = await readJson(request)
    if (body.message !== undefined) return { json: await options.flowClient.act(body) }
    const { name, status } = body
    if (!options.flows.byName(name)) throw new Refusal(400, `there is no form ${name}`)
    if (!['PUBLISHED', 'THROTTLED', 'BLOCKED'].includes(status))
      throw new Refusal(400, 'status is PUBLISHED, THROTTLED or BLOCKED')
    options.flows.setStatus(name, status)
    return { json: options.flows.view(options.flows.byName(name)!) }
  }

  async function people(request: IncomingMessage, key: string): Promise<Answer> {
    allow(request, 'GET', 'POST')
    const person = journal.person(key)
    if (!person) throw new Refusal(404, `nobody has written from ${key}`)
    if (request.method === 'GET') return { json: { ...face(person), identityHash: person.identityHash } }
    const { identity } = await readJson(request)
    if (identity !== 'changed') throw new Refusal(400, 'identity is "changed": the phone is in other hands')
    const changed = journal.changePerson({ ...person, identityHash: identityHash(person.identityHash) })
    return { json: { ...face(changed), identityHash: changed.identityHash } }
  }

  /** Meta's handshake, as it is made when the address of the webhook is entered. */
  async function subscribe(request: IncomingMessage): Promise<Answer> {
    allow(request, 'POST')
    const challenge = String(Date.now())
    const at = new URL(options.target)
    at.searchParams.set('hub.mode', 'subscribe')
    at.searchParams.set('hub.challenge', challenge)
    at.searchParams.set('hub.verify_token', options.business.verifyToken)
    const response = await fetch(at, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
    return {
      json: {
        status: response?.status ?? null,
        accepted: response?.ok === true && (await response.text()) === challenge,
      },
    }
  }

  /** What is owed to the hub; a POST owes it any change: of another number, of the account, of a field unheard of. */
  async function anyWebhook(request: IncomingMessage): Promise<Answer> {
    allow(request, 'GET', 'POST')
    if (request.method === 'POST') {
      const { field, value } = await readJson(request)
      if (typeof field !== 'string' || typeof value !== 'object' || value === null)
        throw new Refusal(400, 'a change is { field, value }')
      webhooks.owe(ACCOUNT, { field, value })
    }
    return { json: { owed: webhooks.owed() } }
  }

  function stream(request: IncomingMessage): Answer {
    allow(request, 'GET')
    return {
      serve: (response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        response.write('retry: 1000\n\n')
        const listener = (person: Person, what: 'chat' | 'typing') =>
          response.write(`event: ${what}\ndata: ${JSON.stringify(face(person))}\n\n`)
        const heartbeat = setInterval(() => response.write(': here\n\n'), HEARTBEAT)
        listeners.add(listener)
        response.on('close', () => {
          clearInterval(heartbeat)
          listeners.delete(listener)
        })
      },
    }
  }

  return async (request, [what, id, ...more], url) => {
    if (more.length) throw new Refusal(404, 'there is nothing that deep')
    if (id === undefined) {
      if (what === 'messages') return messages(request, url)
      if (what === 'rude') return rude(request)
      if (what === 'templates') return review(request)
      if (what === 'flows') return forms(request)
      if (what === 'stream') return stream(request)
      if (what === 'subscribe') return subscribe(request)
      if (what === 'webhooks') return anyWebhook(request)
      if (what === 'calls') {
        allow(request, 'GET')
        return { json: options.calls }
      }
    }
    if (what === 'people' && id !== undefined) return people(request, id)
    if (what === 'media' && id !== undefined) {
      allow(request, 'GET')
      const medium = media.find(id)
      if (!medium) throw new Refusal(404, `there is no media ${id}`)
      return { bytes: journal.mediumBytes(id), mediaType: medium.mediaType, name: medium.name ?? id }
    }
    throw new Refusal(
      404,
      'WhatsApp has messages, media/<id>, people/<number>, templates, flows, rude, calls, webhooks, subscribe and stream',
    )
  }
}
