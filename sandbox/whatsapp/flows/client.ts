/** A form open on a citizen's phone: what it asks the endpoint, what it makes of the answer, and the message at its end. */
import { Refusal } from '../../http.ts'
import type { Business } from '../business.ts'
import type { Citizens } from '../citizen.ts'
import type { Journal, Person } from '../journal.ts'
import { componentsOf } from './checks.ts'
import { askEndpoint, type LineAnswer } from './line.ts'
import type { FlowShelf } from './shelf.ts'

export interface FlowClientOptions {
  readonly journal: Journal
  readonly business: Business
  readonly flows: FlowShelf
  readonly citizens: Citizens
}
/** What the phone shows next. */
export type Shown =
  | { readonly screen: any; readonly data: Readonly<Record<string, unknown>>; readonly error: string | null }
  /** The form closes, and its message is in the chat. */
  | { readonly sent: true }
  /** The button of the message opens it no more. */
  | { readonly void: true; readonly error: string }
  | { readonly failed: true; readonly error: string }

const GENERIC = 'Something went wrong. Please try again later.'
const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

export class FlowClient {
  readonly #options: FlowClientOptions
  constructor(options: FlowClientOptions) {
    this.#options = options
  }

  /** `POST /control/whatsapp/flows` `{ message, action, screen?, data? }`; `from` and the like say who. */
  async act(body: Record<string, any>): Promise<Shown> {
    const { journal, flows } = this.#options
    const entry = journal.message(String(body.message))
    const parameters = entry?.message.interactive?.action?.parameters
    if (entry?.direction !== 'out' || entry.message.interactive?.type !== 'flow')
      throw new Refusal(400, 'message is the id of a message that opens a form')
    const { flow, json } = flows.sendable(parameters)
    const token = parameters.flow_token ?? 'unused'
    const person = journal.personAt(entry.person)
    const screens: any[] = json.screens
    const current = screens.find(({ id }) => id === body.screen)
    switch (body.action) {
      case 'open': {
        if (parameters.flow_action === 'data_exchange')
          return this.#ask(flow.endpoint, json, null, { action: 'INIT', flow_token: token }, person, entry.id)
        const first = parameters.flow_action_payload?.screen
        const screen = screens.find(({ id }) => id === first) ?? screens[0]
        return { screen, data: parameters.flow_action_payload?.data ?? {}, error: null }
      }
      case 'navigate': {
        const to = componentsOf(current?.layout).find(({ type }) => type === 'Footer')?.['on-click-action']?.next?.name
        const screen = screens.find(({ id }) => id === to)
        if (!screen) throw new Refusal(400, `the form leads nowhere from ${body.screen}`)
        return { screen, data: body.data ?? {}, error: null }
      }
      case 'complete':
        this.#end(person, entry.id, { ...body.data, flow_token: token })
        return { sent: true }
      case 'data_exchange':
      case 'back': {
        if (!current) throw new Refusal(400, `the form has no screen ${body.screen}`)
        const action = body.action === 'back' ? 'BACK' : 'data_exchange'
        const asked = { action, screen: current.id, data: body.data ?? {}, flow_token: token }
        return this.#ask(flow.endpoint, json, current, asked, person, entry.id)
      }
      default:
        throw new Refusal(400, 'action is open, data_exchange, back, navigate or complete')
    }
  }

  async #ask(
    endpoint: string | null,
    json: any,
    from: any,
    request: Record<string, unknown>,
    person: Person,
    message: string,
  ): Promise<Shown> {
    if (!endpoint) return { failed: true, error: GENERIC }
    let answer = await this.#line(endpoint, json, request)
    // the key may have been changed: it is fetched anew, once
    if (answer.status === 421) answer = await this.#line(endpoint, json, request)
    if (answer.status === 427) return { void: true, error: answer.message ?? GENERIC }
    if (answer.status !== 200 || answer.payload === null) return { failed: true, error: GENERIC }
    const { screen: id, data } = answer.payload
    if (id === 'SUCCESS') {
      const params = data?.extension_message_response?.params
      if (params?.flow_token === undefined)
        return this.#misled(endpoint, json, request, 'INVALID_FINAL_RESPONSE', 'params have no flow_token')
      this.#end(person, message, params)
      return { sent: true }
    }
    const screen = json.screens.find((one: any) => one.id === id)
    const wrong = screen ? this.#misfit(json, from, screen, data) : `there is no screen ${id}`
    if (wrong) return this.#misled(endpoint, json, request, 'INVALID_SCREEN_TRANSITION', wrong)
    const declared = Object.keys(screen.data ?? {})
    const kept = Object.fromEntries(Object.entries(data).filter(([name]) => declared.includes(name)))
    return { screen, data: kept, error: data.error_message ?? null }
  }

  #line(endpoint: string, json: any, request: Record<string, unknown>): Promise<LineAnswer> {
    const { business, flows } = this.#options
    const publicKey = flows.publicKey
    if (!publicKey) throw new Refusal(400, 'no public key of the business is uploaded')
    const { appSecret } = business
    return askEndpoint(endpoint, { version: json.data_api_version, ...request }, { publicKey, appSecret })
  }

  /** Why a screen cannot be shown from here with these data. */
  #misfit(json: any, from: any, screen: any, data: any): string | null {
    const next: string[] = from ? (json.routing_model[from.id] ?? []) : []
    const led = new Set(Object.values(json.routing_model).flat())
    if (!from && led.has(screen.id)) return `${screen.id} is not an entry screen`
    if (from && screen.id !== from.id && !next.includes(screen.id)) return `no route from ${from.id} to ${screen.id}`
    for (const [name, { type }] of Object.entries((screen.data ?? {}) as Record<string, any>))
      if (!TYPES[type]?.(data?.[name])) return `data.${name} is not of type ${type}`
    return null
  }

  /** The endpoint is told that its answer could not be shown. */
  async #misled(endpoint: string, json: any, request: any, error: string, error_message: string): Promise<Shown> {
    const { screen, flow_token, action } = request
    await this.#line(endpoint, json, { screen, flow_token, action, data: { error, error_message } })
    return { failed: true, error: `${GENERIC} (${error_message})` }
  }

  #end(person: Person, message: string, params: object): void {
    const { citizens, business } = this.#options
    const who = person.shown ? { from: person.number } : { userId: person.userId }
    citizens.write({
      ...who,
      context: { from: business.displayNumber, id: message },
      raw: {
        type: 'interactive',
        interactive: {
          type: 'nfm_reply',
          nfm_reply: { name: 'flow', body: 'Sent', response_json: JSON.stringify(params) },
        },
      },
    })
  }
}
