/** What Meta tells the business about a message that it sent. */
import type { TimeSource } from '../clock.ts'
import type { Business, WhatsappDrawing } from './business.ts'
import { failure } from './errors.ts'
import type { Entry, Journal, Person } from './journal.ts'
import type { Change, Webhooks } from './webhooks.ts'
import { seconds } from './wire.ts'

export type Told = 'sent' | 'delivered' | 'read'

export interface StatusesOptions {
  readonly journal: Journal
  readonly clock: TimeSource
  readonly business: Business
  readonly webhooks: Webhooks
  readonly drawing: WhatsappDrawing
  /** Whether webhooks carry the identity hash. */
  readonly withIdentity: () => boolean
}

export const laneOf = (person: Person): string => `chat:${person.id}`

/** The `contacts` item of a person, as a webhook shows it. */
export function contactOf(
  person: Person,
  { shown, withUsername, withIdentity }: { shown: boolean; withUsername: boolean; withIdentity: boolean },
) {
  return {
    profile: { name: person.name, ...(withUsername && person.username ? { username: person.username } : {}) },
    ...(shown ? { wa_id: person.number } : {}),
    user_id: person.userId,
    ...(withIdentity ? { identity_key_hash: person.identityHash } : {}),
  }
}

const INSIDE = 86_400_000
/** Whether the person wrote in the last 24 hours, so that anything may be sent. */
export const windowOpen = (person: Person, now: number): boolean =>
  person.lastIn !== null && now - person.lastIn < INSIDE

export class Statuses {
  readonly #options: StatusesOptions
  constructor(options: StatusesOptions) {
    this.#options = options
  }

  #value(extra: Record<string, unknown>): Record<string, unknown> {
    const { displayNumber, phoneNumberId } = this.#options.business
    return {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: displayNumber, phone_number_id: phoneNumberId },
      ...extra,
    }
  }

  /** Owes a change of a chat, twice where Meta is told to be rude. */
  owe(person: Person, value: Record<string, unknown>, extras?: { message?: string; hold?: number }): number {
    const { webhooks, drawing } = this.#options
    const change: Change = { field: 'messages', value: this.#value(value) }
    const doubled = drawing.draw((mode) => mode === 'doubled')
    const seq = webhooks.owe(laneOf(person), change, extras)
    if (doubled) webhooks.owe(laneOf(person), change, extras)
    return seq
  }

  #line(entry: Entry, person: Person, status: string): Record<string, unknown> {
    const toNumber = entry.message.to !== undefined
    const data = entry.message.biz_opaque_callback_data
    const failed = status === 'failed'
    return {
      id: entry.id,
      status,
      timestamp: seconds(this.#options.clock.now().getTime()),
      ...(toNumber || person.shown ? { recipient_id: person.number } : {}),
      ...(failed && toNumber ? {} : { recipient_user_id: person.userId }),
      ...(this.#options.withIdentity() && !failed ? { recipient_identity_key_hash: person.identityHash } : {}),
      ...(data === undefined ? {} : { biz_opaque_callback_data: data }),
    }
  }

  #pricing(entry: Entry): Record<string, unknown> {
    const { name, language } = entry.message.template ?? {}
    const template = name ? this.#options.journal.template(name, language.code) : null
    const category = entry.message.type === 'template' ? (template?.category.toLowerCase() ?? 'utility') : 'service'
    return { billable: true, pricing_model: 'PMP', type: 'regular', category }
  }

  /** Tells of a status. `priced`: this one carries the price. Gives the webhook's number. */
  tell(entry: Entry, person: Person, status: Told, priced = status === 'delivered', hold = 0): number {
    const shown = entry.message.to !== undefined || person.shown
    const contact = contactOf(person, {
      shown,
      withUsername: status !== 'sent',
      withIdentity: this.#options.withIdentity(),
    })
    const line = this.#line(entry, person, status)
    return this.owe(
      person,
      { contacts: [contact], statuses: [{ ...line, ...(priced ? { pricing: this.#pricing(entry) } : {}) }] },
      hold ? { hold } : {},
    )
  }

  fail(entry: Entry, person: Person, code: number, details: string): void {
    this.owe(person, { statuses: [{ ...this.#line(entry, person, 'failed'), errors: [failure(code, details)] }] })
  }
}
