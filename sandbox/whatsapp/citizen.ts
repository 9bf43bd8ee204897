/** A citizen writes: what the control asks for becomes one of Meta's message objects, and a webhook. */
import type { TimeSource } from '../clock.ts'
import { Refusal } from '../http.ts'
import { failure } from './errors.ts'
import type { Entry, Journal, Person } from './journal.ts'
import type { Limits } from './limits.ts'
import { kindOf, type MediaShelf } from './media.ts'
import { findTappable, type Tappable } from './message/shown.ts'
import type { Sender } from './sender.ts'
import { contactOf, type Statuses } from './statuses.ts'
import { seconds, userIdOf, wamid } from './wire.ts'

export interface CitizensOptions {
  readonly journal: Journal
  readonly clock: TimeSource
  readonly displayNumber: string
  readonly media: MediaShelf
  readonly limits: Limits
  readonly sender: Sender
  readonly statuses: Statuses
  readonly withIdentity: () => boolean
  readonly changed: (person: Person) => void
}

const DEFAULT_NUMBER = '919810012345'
const DEFAULT_NAME = 'Asha'
const LARGEST_FILE = 100 * 1024 * 1024
const WHAT = ['text', 'reply', 'file', 'raw'] as const
const WHO = ['from', 'userId', 'username', 'name'] as const

const textIn = (body: Record<string, any>, field: string): string | undefined => {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' || value === '') throw new Refusal(400, `${field} is a text`)
  return value
}

type Content = Readonly<Record<string, unknown>> & { readonly type: string }

export class Citizens {
  readonly #options: CitizensOptions
  constructor(options: CitizensOptions) {
    this.#options = options
  }

  /** `POST /control/whatsapp/messages` */
  write(body: Record<string, any>): { id: string } {
    for (const field of Object.keys(body))
      if (![...WHAT, ...WHO, 'context'].includes(field))
        throw new Refusal(400, `there is no field ${field}; there are ${[...WHO, ...WHAT].join(', ')}`)
    const given = WHAT.filter((field) => body[field] !== undefined)
    if (given.length !== 1) throw new Refusal(400, `exactly one of ${WHAT.join(', ')} says what is written`)
    const { journal, statuses, sender, changed } = this.#options
    const person = this.#person(body)
    const hidden = body.from === undefined && body.userId !== undefined
    const content = this.#content(body, person)
    const now = this.#options.clock.now().getTime()
    const message = {
      ...(hidden ? {} : { from: person.number }),
      from_user_id: person.userId,
      id: wamid(hidden ? person.userId : person.number, 'in'),
      timestamp: seconds(now),
      ...(body.context === undefined ? {} : { context: body.context }),
      ...content,
    }
    // whoever writes has the chat open
    sender.look(person)
    const writer = this.#moved(journal.changePerson({ ...person, shown: !hidden, lastIn: now }), content)
    this.#options.limits.passes()
    if (!journal.message(message.id))
      journal.addMessage({
        id: message.id,
        person: writer.id,
        direction: 'in',
        at: now,
        message,
        status: 'sent',
        fate: null,
      })
    const contact = contactOf(writer, {
      shown: !hidden,
      withUsername: true,
      withIdentity: this.#options.withIdentity(),
    })
    statuses.owe(
      writer,
      // Meta's system messages come without contacts
      content.type === 'system' ? { messages: [message] } : { contacts: [contact], messages: [message] },
      { message: message.id },
    )
    changed(writer)
    return { id: message.id }
  }

  #person(body: Record<string, any>): Person {
    const { journal } = this.#options
    const userId = textIn(body, 'userId')
    const written = textIn(body, 'from') ?? (userId === undefined ? DEFAULT_NUMBER : undefined)
    const number = written?.replace(/[\s+()-]/g, '')
    if (number !== undefined && !/^\d{7,15}$/.test(number))
      throw new Refusal(400, 'from is a number with its country code, such as 919810012345')
    if (userId !== undefined && !/^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/.test(userId))
      throw new Refusal(400, 'userId is a business-scoped user id, such as IN.13491208655302741918')
    const handle = textIn(body, 'username')
    const username = handle === undefined ? undefined : handle.startsWith('@') ? handle : `@${handle}`
    const name = textIn(body, 'name')
    const byNumber = number === undefined ? null : journal.person(number)
    const byId = userId === undefined ? null : journal.person(userId)
    if (byNumber && byId && byNumber.id !== byId.id) throw new Refusal(400, 'from and userId are two people')
    const known = byId ?? byNumber
    if (known)
      return {
        ...known,
        number: number ?? known.number,
        userId: userId ?? known.userId,
        username: username ?? known.username,
        name: name ?? known.name,
      }
    return journal.addPerson({
      ...(number === undefined ? {} : { number }),
      ...(userId === undefined ? {} : { userId }),
      username: username ?? null,
      name: name ?? (number === DEFAULT_NUMBER ? DEFAULT_NAME : (username?.slice(1) ?? `+${number ?? ''}`)),
      shown: number !== undefined,
    })
  }

  #content(body: Record<string, any>, person: Person): Content {
    if (body.raw !== undefined) return this.#raw(body.raw, person)
    if (body.file !== undefined) return this.#file(body.file)
    if (body.reply !== undefined) return this.#tap(textIn(body, 'reply') ?? '', person)
    const text = textIn(body, 'text')!
    if ([...text].length > 4096) throw new Refusal(400, 'a text has at most 4,096 characters')
    return { type: 'text', text: { body: text } }
  }

  #tap(wanted: string, person: Person): Content {
    const { journal, displayNumber } = this.#options
    const found = findTappable(journal.chat(person.id), journal, wanted)
    if (!('kind' in found))
      throw new Refusal(
        400,
        `nothing in the chat shows "${wanted}"; ${found.length ? `the latest choice shows ${found.map((title) => `"${title}"`).join(', ')}` : 'it shows no choice'}`,
      )
    const tapped: Tappable = found
    const context = { from: displayNumber, id: tapped.on.id }
    const { id, title, description } = tapped
    switch (tapped.kind) {
      case 'button':
        return { context, type: 'button', button: { payload: id, text: title } }
      case 'button_reply':
        return { context, type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } }
      case 'list_reply':
        return {
          context,
          type: 'interactive',
          interactive: { type: 'list_reply', list_reply: { id, title, ...(description ? { description } : {}) } },
        }
      case 'location':
        return { context, type: 'location', location: { latitude: 28.6562, longitude: 77.241 } }
      case 'contact': {
        const phone = { phone: `+${person.number}`, wa_id: person.number, type: 'CELL' }
        const card = {
          name: { formatted_name: person.name, first_name: person.name },
          phones: [phone],
          origin: 'contact_request',
        }
        return { context, type: 'contacts', contacts: [card] }
      }
    }
  }

  #file(file: any): Content {
    if (typeof file !== 'object' || file === null) throw new Refusal(400, 'file is { name, mediaType, base64 }')
    const { name, mediaType, base64, caption } = file
    if (
      typeof name !== 'string' ||
      typeof mediaType !== 'string' ||
      typeof base64 !== 'string' ||
      !/^[\w.+-]+\/[\w.+-]+/.test(mediaType)
    )
      throw new Refusal(400, 'file is { name, mediaType, base64 }')
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(base64)) throw new Refusal(400, 'file.base64 is not base64')
    const bytes = Buffer.from(base64, 'base64')
    if (bytes.length > LARGEST_FILE)
      return {
        type: 'unsupported',
        errors: [failure(131052, 'Media file size too big. Max file size we currently support: 100MB.')],
        unsupported: { type: 'document' },
      }
    const { media } = this.#options
    const kind = file.as === 'document' ? 'document' : kindOf(mediaType)
    const medium = media.receive(name, mediaType, bytes)
    const content = {
      ...(typeof caption === 'string' && kind !== 'audio' && kind !== 'sticker' ? { caption } : {}),
      ...(kind === 'document' ? { filename: name } : {}),
      mime_type: mediaType,
      sha256: Buffer.from(medium.sha256, 'hex').toString('base64'),
      id: medium.id,
      url: media.address(medium.id),
      ...(kind === 'audio'
        ? { voice: mediaType.startsWith('audio/ogg') }
        : kind === 'sticker'
          ? { animated: false }
          : {}),
    }
    return { type: kind, [kind]: content }
  }

  #raw(raw: any, person: Person): Content {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
      throw new Refusal(400, "raw is one of Meta's message objects")
    if (typeof raw.type !== 'string') throw new Refusal(400, 'raw has a type')
    if (raw.type !== 'system' || typeof raw.system !== 'object' || raw.system === null) return raw
    const { wa_id } = raw.system
    const userId = raw.system.user_id ?? userIdOf(wa_id ?? `${person.number}:${person.userId}`)
    const words = `User ${person.name} changed from ${person.number} to ${wa_id ?? userId}`
    const type = wa_id ? 'user_changed_number' : 'user_changed_user_id'
    return { ...raw, system: { body: words, type, user_id: userId, previous_user_id: person.userId, ...raw.system } }
  }

  /** A new number makes a new id; both are the person's from now on. */
  #moved(person: Person, content: Content): Person {
    const system = content.type === 'system' ? (content.system as Record<string, string> | undefined) : undefined
    if (!system?.user_id) return person
    const { journal } = this.#options
    const number = system.wa_id ?? person.number
    const holder = journal.person(number)
    if (holder && holder.id !== person.id)
      throw new Refusal(400, 'the new number belongs to another person of the sandbox')
    return journal.changePerson({ ...person, number, userId: system.user_id })
  }
}

/** As `GET /control/whatsapp/messages` shows a message. */
export const shownEntry = ({ id, direction, at, message, status }: Entry) => ({
  id,
  direction,
  at: new Date(at).toISOString(),
  message,
  status: status === 'accepted' ? 'sent' : status,
})
