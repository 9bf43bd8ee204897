/** A message on its way from the business to a phone. */
import type { TimeSource } from '../clock.ts'
import type { Business, WhatsappDrawing } from './business.ts'
import { GraphError } from './errors.ts'
import type { FlowShelf } from './flows/shelf.ts'
import type { Entry, Journal, Person } from './journal.ts'
import type { Limits } from './limits.ts'
import type { MediaShelf } from './media.ts'
import { checkOutgoing, mediaOf, type Outgoing } from './message/outgoing.ts'
import { type Statuses, windowOpen } from './statuses.ts'
import type { Templates } from './templates.ts'
import type { Webhooks } from './webhooks.ts'
import { wamid } from './wire.ts'

const UNTIL_SENT = 20
const UNTIL_DELIVERED = 60
const UNTIL_READ = 250
const STRAGGLING = 700
/** A person who wrote so lately has the chat before their eyes. */
const LOOKING = 5 * 60_000
const FETCH_TIMEOUT = 5000

export interface SenderOptions {
  readonly journal: Journal
  readonly clock: TimeSource
  readonly business: Business
  readonly media: MediaShelf
  readonly templates: Templates
  readonly flows: FlowShelf
  readonly limits: Limits
  readonly statuses: Statuses
  readonly webhooks: Webhooks
  readonly drawing: WhatsappDrawing
  /** The error code of `late-failure`. */
  readonly lateCode: () => number
  /** Called when a chat changes. */
  readonly changed: (person: Person) => void
}

export class Sender {
  readonly #options: SenderOptions
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(options: SenderOptions) {
    this.#options = options
    for (const entry of options.journal.underway()) this.#travel(entry, entry.status === 'sent')
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  /** Accepts a message; gives the answer of the API. Throws a GraphError. */
  async send(body: Record<string, any>): Promise<unknown> {
    const { journal, business, media, limits, statuses, webhooks, drawing, changed } = this.#options
    const outgoing = checkOutgoing(body, business.countryCode)
    if (outgoing.number === business.displayNumber) throw new GraphError(131021, 'to is the number that sends')
    for (const { id, kind, path } of mediaOf(body)) if (id !== undefined) media.checkSendable(id, kind, path)
    if (outgoing.type === 'template') this.#options.templates.check(body.template)
    if (body.interactive?.type === 'flow') this.#options.flows.sendable(body.interactive.action.parameters)
    const person = this.#recipient(outgoing)
    this.#checkReferences(outgoing, body, person)
    if (!limits.passes()) throw new GraphError(130429, 'more than 80 messages a second, in and out')
    if (!limits.take(person.id))
      throw new GraphError(131056, 'too many messages to this person: one in six seconds, 45 on credit')

    const entry: Entry = {
      place: 0,
      id: wamid(outgoing.number ?? person.userId, 'out'),
      person: person.id,
      direction: 'out',
      at: this.#options.clock.now().getTime(),
      message: body,
      status: 'accepted',
      fate: this.#fate(outgoing, body, person),
    }
    journal.addMessage(entry)
    changed(person)
    const reordered = drawing.draw((mode) => mode === 'reordered')
    if (reordered && !entry.fate && outgoing.type !== 'reaction')
      await this.#disorderly(entry, person, webhooks, statuses)
    else this.#travel(entry, false, drawing.draw((mode) => mode === 'read-alone') !== null)
    const contact = outgoing.number
      ? { input: body.to, wa_id: person.number }
      : { input: body.recipient, ...(person.shown ? { wa_id: person.number } : { user_id: person.userId }) }
    return {
      messaging_product: 'whatsapp',
      contacts: [contact],
      messages: [{ id: entry.id, ...(outgoing.type === 'template' ? { message_status: 'accepted' } : {}) }],
    }
  }

  /** The citizen opens the chat: whatever has arrived is read. */
  look(person: Person): void {
    const unread = this.#options.journal
      .chat(person.id)
      .filter(({ direction, status }) => direction === 'out' && status === 'delivered')
    for (const entry of unread) this.#read(entry, person)
  }

  #recipient(outgoing: Outgoing): Person {
    const { journal } = this.#options
    const known = journal.person((outgoing.number ?? outgoing.userId)!)
    if (known) return known
    if (outgoing.number) return journal.addPerson({ number: outgoing.number, name: `+${outgoing.number}`, shown: true })
    throw new GraphError(131009, 'recipient is not a business-scoped user id of this business')
  }

  #checkReferences(outgoing: Outgoing, body: Record<string, any>, person: Person): void {
    const mine = (id: string) => this.#options.journal.message(id)?.person === person.id
    if (outgoing.quotes && !mine(outgoing.quotes))
      throw new GraphError(131009, 'context.message_id is not a message of this chat')
    if (outgoing.type === 'reaction' && !mine(body.reaction.message_id))
      throw new GraphError(131009, 'reaction.message_id is not a message of this chat')
  }

  /** What will go wrong after the 200. */
  #fate(outgoing: Outgoing, body: Record<string, any>, person: Person): Entry['fate'] {
    const { drawing, clock, media, lateCode } = this.#options
    if (drawing.draw((mode) => mode === 'late-failure')) return { code: lateCode(), details: 'the sandbox was told so' }
    if (outgoing.type !== 'template' && !windowOpen(person, clock.now().getTime()))
      return {
        code: 131047,
        details:
          'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
      }
    if (outgoing.identityHash !== null && outgoing.identityHash !== person.identityHash)
      return { code: 137000, details: 'Message failed to send because the recipient identity key hash does not match.' }
    for (const { id } of mediaOf(body)) {
      const blemish = id === undefined ? null : media.blemish(id)
      if (blemish) return { code: 131053, details: blemish }
    }
    return null
  }

  #after(milliseconds: number, then: () => void | Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      Promise.resolve()
        .then(then)
        .catch((error) => console.error('sandbox: whatsapp:', error))
    }, milliseconds)
    this.#timers.add(timer)
  }

  #move(entry: Entry, status: Entry['status']): Person {
    const { journal, changed } = this.#options
    journal.setStatus(entry.id, status)
    const person = journal.personAt(entry.person)
    changed(person)
    return person
  }

  /** sent → delivered → read, as fast as a phone that is on. */
  #travel(entry: Entry, alreadySent: boolean, readAlone = false): void {
    const { statuses } = this.#options
    if (!alreadySent) {
      this.#after(UNTIL_SENT, async () => {
        const fate = entry.fate ?? (await this.#unfetched(entry))
        if (fate) statuses.fail(entry, this.#move(entry, 'failed'), fate.code, fate.details)
        else {
          const person = this.#move(entry, 'sent')
          if (!readAlone) statuses.tell(entry, person, 'sent')
          if (entry.message.type !== 'reaction') this.#arrive(entry, readAlone)
        }
      })
    } else if (entry.message.type !== 'reaction') this.#arrive(entry, readAlone)
  }

  #arrive(entry: Entry, readAlone: boolean): void {
    const { statuses } = this.#options
    this.#after(UNTIL_DELIVERED, () => {
      const person = this.#move(entry, readAlone ? 'read' : 'delivered')
      if (readAlone) statuses.tell(entry, person, 'read', true)
      else {
        statuses.tell(entry, person, 'delivered')
        this.#watch(entry)
      }
    })
  }

  #watch(entry: Entry): void {
    this.#after(UNTIL_READ, () => {
      const { journal, clock } = this.#options
      const person = journal.personAt(entry.person)
      const looking = person.lastIn !== null && clock.now().getTime() - person.lastIn < LOOKING
      if (looking && journal.message(entry.id)?.status === 'delivered') this.#read(entry, person)
    })
  }

  #read(entry: Entry, person: Person): void {
    this.#move(entry, 'read')
    this.#options.statuses.tell(entry, person, 'read')
  }

  /** Arrives late and behind others; its statuses come backwards, perhaps before the answer. */
  async #disorderly(entry: Entry, person: Person, webhooks: Webhooks, statuses: Statuses): Promise<void> {
    const { drawing, journal } = this.#options
    if (drawing.chance() < 0.5) await webhooks.delivery(statuses.tell(entry, person, 'delivered'), 500)
    this.#after(STRAGGLING, () => {
      journal.moveToEnd(entry.id)
      this.#move(entry, 'read')
      statuses.tell(entry, person, 'read')
      statuses.tell(entry, person, 'delivered')
      statuses.tell(entry, person, 'sent')
    })
  }

  /** Media by link are fetched by Meta; a link that gives nothing fails the message. */
  async #unfetched(entry: Entry): Promise<Entry['fate']> {
    for (const { link, path } of mediaOf(entry.message)) {
      if (!link) continue
      const response = await fetch(link, { signal: AbortSignal.timeout(FETCH_TIMEOUT) }).catch(() => null)
      await response?.body?.cancel()
      if (!response?.ok)
        return { code: 131053, details: `${path}.link could not be downloaded: ${response?.status ?? 'no answer'}` }
    }
    return null
  }
}
