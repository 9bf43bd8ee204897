/** Meta's webhook bodies, taken apart into rows of the inbox: each message, status and other change once. */
import { createHash } from 'node:crypto'
import type { Inbound } from '../../../store/channel.ts'
import { InvalidValue, SCALARS } from '../../../vocabulary/scalars.ts'
import { asSeen } from '../../../vocabulary/text.ts'
import type { Vault } from '../../subgraph.ts'
import { type Address, isInOtherHands, NOWHERE, type Phone, SEALED } from '../chat.ts'
import { isPictureFile } from '../conversation/form/files/pages.ts'
import { readPress } from '../conversation/presses.ts'
import type { Message } from '../conversation/state.ts'
import { ACTED_UPON, frees } from '../sending/account.ts'

/** What an inbox row holds sealed: one item of a change, with what stood around it. */
export type Posted =
  | { readonly field: 'messages'; readonly message: any; readonly contact: any }
  | { readonly field: 'statuses'; readonly status: any }
  | { readonly field: string; readonly value: unknown }

/** Message types that are kept and call for no answer: nobody has written anything. */
const SILENT: ReadonlySet<string> = new Set(['reaction', 'revoke', 'system'])
/** Meta's code for a file that it does not carry. */
const TOO_LARGE = 131052
/** Phones of one citizen that are remembered beside the newest. */
const PHONES = 5
/** WhatsApp carries no longer text. */
const TEXT_LENGTH = 4096

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
/** Meta's own ids are shorter. */
const ID_LENGTH = 512
/** A word or a number as text; what came instead of one is not asked for its own idea of it. */
const wordOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
const isId = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= ID_LENGTH
const list = (value: unknown): any[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : []

/** Rows for all that a body holds; none for a body that is no webhook of WhatsApp. */
export function rowsOf(body: any, phoneNumberId: string, vault: Vault, at: number): Inbound[] {
  const rows: Inbound[] = []
  const keep = (id: string, kind: Inbound['kind'], posted: Posted) =>
    // of what nothing is to be done about, that it came is kept
    rows.push({ id, kind, sealed: kind === 'kept' ? '' : vault.seal(JSON.stringify(posted), SEALED.inbound), at })
  for (const entry of list(body?.entry))
    for (const { field, value } of list(entry.changes)) {
      const ours = field === 'messages' && wordOf(value?.metadata?.phone_number_id) === phoneNumberId
      if (!ours) {
        const name = wordOf(field) ?? 'unknown'
        // the same may happen again: the time of the entry tells it from a repetition; without one, what ends a hold counts whenever it comes
        const time = entry.time ?? (frees(name, value) ? at : undefined)
        const id = hash(time === undefined ? [field, value] : [field, value, time])
        keep(`change:${id}`, ACTED_UPON.has(name) ? 'status' : 'kept', { field: name, value })
        continue
      }
      const contacts = list(value.contacts)
      const messages = list(value.messages)
      const statuses = list(value.statuses)
      for (const message of messages) {
        const id = isId(message.id) ? message.id : `message:${hash(message)}`
        keep(id, 'message', { field: 'messages', message, contact: contactOf(message, contacts, messages) })
      }
      for (const status of statuses) {
        const known = isId(status.id) && isId(status.status)
        const id = known ? `${status.id}:${status.status}` : hash(status)
        keep(`status:${id}`, known ? 'status' : 'kept', { field: 'statuses', status })
      }
      if (!messages.length && !statuses.length) keep(`change:${hash([field, value])}`, 'kept', { field, value })
    }
  return rows
}

/** Who is said to have sent a message; null where that may be somebody else of the same batch. */
function contactOf(message: any, contacts: readonly any[], messages: readonly any[]): any {
  const own = contacts.find(
    (contact) =>
      (contact.user_id && contact.user_id === message.from_user_id) ||
      (contact.wa_id && contact.wa_id === message.from),
  )
  if (own) return own
  const [only, ...others] = contacts
  const isAlone = messages.every((one) => one.from === message.from && one.from_user_id === message.from_user_id)
  const isAnother = Boolean(only?.user_id && message.from_user_id)
  return others.length || !isAlone || isAnother ? null : (only ?? null)
}

/** Who wrote: a number, a user id, or both. */
export interface Sender {
  readonly mobile: string | undefined
  readonly userId: string | undefined
  readonly identity: string | undefined
}
const mobileOf = (value: unknown): string | undefined => {
  const number = wordOf(value)
  return number !== null && /^\+?\d{6,15}$/.test(number) ? `+${number.replace(/^\+/, '')}` : undefined
}
/** Words that somebody has written, as they look. */
const wordsOf = (value: unknown): string | null => asSeen(wordOf(value) ?? '').slice(0, TEXT_LENGTH) || null
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

export function senderOf(message: any, contact: any): Sender {
  return {
    mobile: mobileOf(message.from) ?? mobileOf(contact?.wa_id) ?? sharedNumber(message),
    userId: textOf(message.from_user_id) ?? textOf(contact?.user_id),
    identity: textOf(contact?.identity_key_hash),
  }
}

/** The sender's own number, which they shared because we asked for it. A card of any other origin proves nothing about whoever sends it. */
function sharedNumber(message: any): string | undefined {
  const [card] = message?.type === 'contacts' ? list(message.contacts) : []
  if (card?.origin !== 'contact_request') return undefined
  return list(card.phones)
    .map(({ wa_id, phone }) => mobileOf(wordOf(wa_id)) ?? mobileOf(wordOf(phone)?.replace(/[\s()-]/g, '')))
    .find((number) => number !== undefined)
}

/** Whether a message came from this phone. A number and a user id that never came together may be two. */
const isFrom = (phone: Phone, { mobile, userId }: Sender): boolean =>
  phone.userId && userId ? phone.userId === userId : phone.mobile !== null && phone.mobile === mobile

/** The newest number and user id that came; the identity stays the one that this phone was known by. */
export function addressed({ phones = [], former: _, ...last }: Address, sender: Sender): Address {
  const isLast = isFrom(last, sender) || (!last.mobile && !last.userId)
  const known = isLast ? last : (phones.find((phone) => isFrom(phone, sender)) ?? NOWHERE)
  const others = known === last ? phones : [last, ...phones.filter((phone) => phone !== known)].slice(0, PHONES)
  const seen = sender.identity ?? known.seen
  const identity = known.identity ?? seen
  const isKnownHolder = known.holder !== undefined && seen === known.seen && seen !== identity
  return {
    mobile: sender.mobile ?? known.mobile,
    userId: sender.userId ?? known.userId,
    identity,
    seen,
    ...(isKnownHolder ? { holder: known.holder! } : {}),
    ...(others.length ? { phones: others } : {}),
  }
}

/**
 * The address of a chat whose holder, as WhatsApp says, has gone to another number or user id. The hash there is another, and theirs: it is the
 * one that came with what they wrote from there, else the next that comes. Of whoever is not known to be its citizen, it stays in doubt.
 */
export function movedTo(address: Address, to: Sender): Address {
  const [mobile, userId] = [to.mobile ?? null, to.userId ?? null]
  if (isInOtherHands(address)) return { ...address, mobile, userId }
  const wroteFromThere = (userId ?? mobile) === (userId ? address.userId : address.mobile)
  return { ...address, mobile, userId, ...(wroteFromThere ? {} : { identity: null, seen: null }) }
}

/** The message of ours that is quoted; a forward quotes none. */
export const contextOf = (message: any): string | null => (isId(message?.context?.id) ? message.context.id : null)

/** ms since the epoch at which a person wrote; null where nobody did. A time that cannot be read is now. */
export function sentAt(message: any): number | null {
  if (message.type === 'system') return null
  return timeOf(message) ?? Number.MAX_SAFE_INTEGER
}
/** ms since the epoch by which a message that came at `at` was written: Meta counts in whole seconds, and may deliver long after. */
export const writtenBy = (message: any, at: number): number => Math.min(at, (timeOf(message) ?? at) + 999)
/** ms that a message takes to us. */
const DELIVERY_MS = 10_000
/** The same, as far as what a message answers hangs on it: a time long gone may be a clock that stands, and says nothing of what its writer had read. */
export function writtenLately(message: any, at: number): number {
  const wrote = writtenBy(message, at)
  return at - wrote > DELIVERY_MS ? at : wrote
}
/** ms since the epoch, in whole seconds; null for a time that cannot be read. */
export function timeOf(message: any): number | null {
  const seconds = Number(wordOf(message.timestamp))
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null
}

/** Where the holder of a chat went: a `system` message tells; null for any other. */
export function moveOf(message: any): { readonly from: Sender; readonly to: Sender } | null {
  const { system } = message
  if (message.type !== 'system' || !['user_changed_number', 'user_changed_user_id'].includes(system?.type)) return null
  const from = { mobile: mobileOf(message.from), userId: textOf(system.previous_user_id), identity: undefined }
  const to = { mobile: mobileOf(system.wa_id), userId: textOf(system.user_id), identity: undefined }
  // one that does not say from where or where to moves nobody
  return (from.mobile || from.userId) && (to.mobile || to.userId) ? { from, to } : null
}

export const typeOf = (message: any): string => wordOf(message.type) ?? 'unknown'

/** What a citizen sent, as the conversation hears it; null for what calls for no answer. */
export function heard(message: any): Message | null {
  switch (message.type) {
    case 'text':
      return typeof message.text?.body === 'string'
        ? { type: 'text', text: asSeen(message.text.body.slice(0, TEXT_LENGTH)) }
        : { type: 'other', kind: 'text' }
    case 'interactive': {
      if (message.interactive?.type === 'nfm_reply') return formOf(message.interactive.nfm_reply)
      const reply = message.interactive?.button_reply ?? message.interactive?.list_reply
      return typeof reply?.id === 'string'
        ? { type: 'press', id: reply.id, title: wordOf(reply.title) ?? '' }
        : { type: 'other', kind: 'interactive' }
    }
    case 'button': {
      const [payload, words] = [wordOf(message.button?.payload), wordOf(message.button?.text)]
      // of a template that was made without a payload for it, a button posts its words: `Stop`
      return payload !== null && readPress(payload)
        ? { type: 'press', id: payload, title: words ?? '' }
        : { type: 'text', text: words ?? payload ?? '' }
    }
    case 'image':
    case 'document': {
      const media = message[message.type]
      if (typeof media?.id !== 'string') return { type: 'other', kind: message.type }
      return {
        type: 'file',
        media: {
          id: media.id,
          url: textOf(media.url) ?? null,
          name: textOf(media.filename) ?? null,
          mediaType: textOf(media.mime_type) ?? null,
          sha256: textOf(media.sha256) ?? null,
        },
        ...(wordsOf(media.caption) ? { caption: wordsOf(media.caption) } : {}),
      }
    }
    case 'location': {
      const { location } = message
      const [name, address] = [wordsOf(location?.name), wordsOf(location?.address)]
      return { type: 'place', name, address, at: pointOf(location) }
    }
    case 'contacts':
      return sharedNumber(message) ? { type: 'number' } : cardOf(list(message.contacts))
    case 'unsupported':
      if (list(message.errors)[0]?.code === TOO_LARGE) return { type: 'other', kind: 'too-large' }
      return { type: 'other', kind: message.unsupported?.type === 'edit' ? 'edit' : 'unsupported' }
    default:
      return SILENT.has(message.type) ? null : { type: 'other', kind: typeOf(message) }
  }
}

function pointOf(location: any): { latitude: number; longitude: number } | null {
  const [latitude, longitude] = [location?.latitude, location?.longitude]
  const isWithin = (value: unknown, most: number) => typeof value === 'number' && Math.abs(value) <= most
  return isWithin(latitude, 90) && isWithin(longitude, 180) ? { latitude, longitude } : null
}

/** A form that was sent says which draft it filled; what was answered in it has come by its own way. */
function formOf(reply: any): Message {
  try {
    const { form } = JSON.parse(reply?.response_json)
    if (typeof form === 'string' && form) return { type: 'form', key: form.slice(0, ID_LENGTH) }
  } catch {}
  return { type: 'other', kind: 'form' }
}

/** Whether it is a picture that can be read. */
export function isPicture(message: any): boolean {
  const said = heard(message)
  return said?.type === 'file' && isPictureFile(said.media)
}

/** The first card of those that were shared that says anything, with its first Indian mobile number. */
function cardOf(cards: readonly any[]): Message {
  for (const card of cards) {
    const name = wordsOf(card.name?.formatted_name)
    const numbers = list(card.phones).flatMap(({ wa_id, phone }) => [wordOf(wa_id), wordsOf(phone)])
    const mobile = numbers.find((number) => number && isMobile(number)) ?? null
    if (name || mobile) return { type: 'contact', name, mobile }
  }
  return { type: 'other', kind: 'contacts' }
}
const isMobile = (number: string): boolean =>
  !(SCALARS.MobileNumber.parse(number, '2000-01-01') instanceof InvalidValue)

/** A line of the chat in words, for whoever reads it later. */
export function inWords(message: any): string | null {
  const said = heard(message)
  switch (said?.type) {
    case 'text':
      return said.text
    case 'press':
      return said.title
    case 'file':
      return [said.media.name ?? `[${typeOf(message)}]`, said.caption].filter(Boolean).join(' ')
    case 'place':
      return [said.name, said.address].filter(Boolean).join(', ') || `[${typeOf(message)}]`
    case 'contact':
      return [said.name, said.mobile].filter(Boolean).join(', ')
    default:
      return `[${typeOf(message)}]`
  }
}
