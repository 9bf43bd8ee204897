/** One message as a bubble. */
import { mediaUrl } from '../control.js'
import { timeOf } from '../days.js'
import { h, icon, present } from '../dom.js'
import { documentCard, photo } from './file.js'
import { flat, formatted } from './format.js'
import { actions } from './interactive.js'

/** @typedef {import('../control.js').Entry} Entry */
/** @typedef {import('../dom.js').Child} Child */
/**
 * @typedef {object} Surroundings
 * @property {HTMLElement} phone
 * @property {(id: string) => Entry | undefined} find a message of the same chat
 * @property {(content: import('../control.js').Content, text: string) => void} send `text` is shown until it is sent
 * @property {import('../citizens.js').Citizen} citizen
 * @property {(id: string) => void} show scrolls to a message
 */

/** A message in a few words. @param {Entry} entry @returns {string} */
export function summary(entry) {
  const { message } = entry
  const part = message[message.type] ?? {}
  const named = {
    image: 'Photo',
    video: 'Video',
    audio: 'Voice message',
    sticker: 'Sticker',
    location: 'Location',
    contacts: 'Contact',
  }
  switch (message.type) {
    case 'text':
      return flat(part.body ?? '')
    case 'interactive':
      return flat(part.button_reply?.title ?? part.list_reply?.title ?? part.body?.text ?? 'Message')
    case 'button':
      return flat(part.text ?? '')
    case 'document':
      return part.caption ? flat(part.caption) : (part.filename ?? 'Document')
    case 'template':
      return flat(entry.rendered?.body ?? part.name ?? '')
    case 'reaction':
      return `Reacted ${part.emoji ?? ''}`
    default:
      return part.caption
        ? flat(part.caption)
        : (named[/** @type {keyof typeof named} */ (message.type)] ?? `Message (${message.type})`)
  }
}

/** @param {any} media @param {'image' | 'document'} kind @returns {Child[]} */
function media(media, kind) {
  const address = media.id ? mediaUrl(media.id) : (media.link ?? media.url)
  const card = kind === 'image' ? photo(address, media.caption) : documentCard(address, media)
  return [card, media.caption && formatted(media.caption)]
}

/** @param {Entry} entry @returns {Child[]} */
function template(entry) {
  const { components = [], name, language } = entry.message.template
  const part = (/** @type {string} */ type) =>
    components.find((/** @type {any} */ one) => one.type?.toLowerCase() === type)?.parameters ?? []
  const [header] = part('header')
  const words = entry.rendered
  const body =
    words?.body ??
    part('body')
      .map((/** @type {any} */ one) => one.text)
      .join('\n')
  return [
    header?.document && documentCard(mediaUrl(header.document.id), header.document),
    header?.image && photo(mediaUrl(header.image.id), ''),
    words?.header && h('div', { class: 'heading', dir: 'auto' }, words.header),
    body ? formatted(body) : formatted(`${name} (${language?.code})`),
    words?.footer && h('div', { class: 'footer', dir: 'auto' }, words.footer),
  ]
}

/** @param {any} interactive @returns {Child[]} */
function interactive({ type, header, body, footer, button_reply, list_reply, nfm_reply }) {
  if (type === 'button_reply') return [formatted(button_reply.title)]
  if (type === 'list_reply')
    return [
      formatted(list_reply.title),
      list_reply.description && h('div', { class: 'footer', dir: 'auto' }, list_reply.description),
    ]
  if (type === 'nfm_reply') return [formatted(nfm_reply.body ?? 'Form sent')]
  return [
    header?.type === 'text' && h('div', { class: 'heading', dir: 'auto' }, header.text),
    ...(header?.document ? media(header.document, 'document') : []),
    ...(header?.image ? media(header.image, 'image') : []),
    formatted(body?.text ?? ''),
    footer?.text && h('div', { class: 'footer', dir: 'auto' }, footer.text),
  ]
}

/** @param {Entry} entry @returns {Child[]} */
function content(entry) {
  const { message } = entry
  const part = message[message.type]
  switch (message.type) {
    case 'text':
      return [formatted(part.body)]
    case 'interactive':
      return interactive(part)
    case 'template':
      return template(entry)
    case 'button':
      return [formatted(part.text)]
    case 'image':
    case 'document':
      return media(part, message.type)
    case 'location':
      return [
        h(
          'div',
          { class: 'card' },
          icon('place'),
          h(
            'span',
            {},
            h('strong', { dir: 'auto' }, part.name ?? 'Location'),
            h('small', {}, `${part.latitude}, ${part.longitude}`),
          ),
        ),
      ]
    case 'contacts':
      return part.map((/** @type {any} */ one) =>
        h(
          'div',
          { class: 'card' },
          icon('person'),
          h(
            'span',
            {},
            h('strong', { dir: 'auto' }, one.name?.formatted_name ?? 'Contact'),
            h('small', {}, one.phones?.[0]?.phone ?? ''),
          ),
        ),
      )
    default:
      return [h('em', {}, summary(entry))]
  }
}

/** @param {string} status */
function ticks(status) {
  if (status === 'read' || status === 'played') return icon('ticks', 'Read')
  if (status === 'delivered') return icon('ticks', 'Delivered')
  if (status === 'sent' || status === 'accepted') return icon('tick', 'Sent')
  return status === 'failed' ? icon('failed', 'Not sent') : icon('clock', 'Sending')
}

/** Shows how far a message has come. @param {HTMLElement} element its bubble @param {Entry} entry */
export function tick(element, { direction, status }) {
  if (element.dataset.status === status) return
  element.dataset.status = status
  if (direction === 'in') element.querySelector('.meta .icon')?.replaceWith(ticks(status))
}

/** @param {Entry} entry @param {Surroundings} around */
function quote({ message }, { find, show }) {
  const id = message.context?.id ?? message.context?.message_id
  const quoted = id && find(id)
  if (!quoted) return null
  return h(
    'button',
    { type: 'button', class: 'quote', on: { click: () => show(id) } },
    h('span', { class: 'quote-from' }, quoted.direction === 'in' ? 'You' : 'Dwar'),
    h('span', { class: 'quote-text', dir: 'auto' }, summary(quoted)),
  )
}

/**
 * @param {Entry} entry
 * @param {Surroundings} around
 * @param {string} [reaction] emoji that the other side left on it
 * @returns {HTMLElement}
 */
export function bubble(entry, around, reaction) {
  const own = entry.direction === 'in'
  const forwarded = entry.message.context?.forwarded || entry.message.context?.frequently_forwarded
  const time = h('time', { datetime: entry.at }, timeOf(entry.at))
  return h(
    'li',
    {
      class: `message ${own ? 'own' : 'theirs'} of-${entry.message.type}`,
      'data-id': entry.id,
      'data-status': entry.status,
    },
    h(
      'div',
      { class: 'bubble' },
      h('span', { class: 'unseen' }, own ? 'You: ' : 'Dwar: '),
      forwarded && h('div', { class: 'forwarded' }, 'Forwarded'),
      quote(entry, around),
      ...present(content(entry)),
      h('div', { class: 'meta' }, time, own && ticks(entry.status)),
      reaction && h('span', { class: 'reaction', role: 'img', 'aria-label': `Reaction ${reaction}` }, reaction),
    ),
    ...(own ? [] : actions(entry, around)),
  )
}
