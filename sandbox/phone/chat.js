/** One phone: whose it is, the chat with the government's number, and the field to type in. */
import { openAttachments } from './attach.js'
import { bubble } from './bubble.js'
import { addressOf } from './citizens.js'
import { write } from './control.js'
import { dayOf } from './days.js'
import { h, icon } from './dom.js'
import { formatted } from './format.js'
import { openSheet } from './sheet.js'

/** @typedef {import('./control.js').Entry} Entry */
/** @typedef {import('./control.js').Content} Content */
/**
 * @typedef {object} Phone
 * @property {HTMLElement} element
 * @property {(entries: Entry[]) => void} show
 * @property {() => boolean} atEnd whether the newest message is in view
 * @property {() => void} typing the other side writes
 * @property {() => void} focus
 */
/**
 * @typedef {object} PhoneOptions
 * @property {() => void} back to the list of citizens
 * @property {() => void} close puts the phone away
 * @property {() => void} forget removes the citizen from this page
 * @property {() => void} looked the newest message came into view
 * @property {() => void} sent
 */

const ROOM = 60
const ABOUT = 'Government services'

/** What the citizen's phone has: messages that were accepted may still fail to arrive. @param {Entry} entry */
const arrived = ({ direction, status, message }) =>
  direction === 'in' ||
  status === 'delivered' ||
  status === 'read' ||
  status === 'played' ||
  (message.type === 'reaction' && status === 'sent')

/**
 * @param {import('./citizens.js').Citizen} citizen
 * @param {PhoneOptions} options
 * @returns {Phone}
 */
export function openPhone(citizen, options) {
  /** @type {Map<string, { print: string, element: HTMLElement }>} */
  const drawn = new Map()
  /** @type {Map<string, Entry>} */
  let known = new Map()
  /** @type {Set<HTMLElement>} */
  const pending = new Set()
  let unread = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let writing

  const messages = h('ol', { class: 'messages', role: 'log', 'aria-label': 'Messages', 'aria-live': 'polite' })
  const hint = h(
    'p',
    { class: 'hint' },
    h('strong', {}, 'Say hi, or type what you need.'),
    h('span', {}, 'For example: birth certificate'),
  )
  const scroll = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Chat' }, hint, messages)
  const count = h('span', { class: 'count' })
  const newest = h(
    'button',
    {
      type: 'button',
      class: 'newest',
      hidden: true,
      'aria-label': 'To the newest message',
      on: { click: () => toEnd(true) },
    },
    icon('down'),
    count,
  )

  const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < ROOM
  /** @param {boolean} [gently] */
  function toEnd(gently) {
    scroll.scrollTo({ top: scroll.scrollHeight, behavior: gently ? 'smooth' : 'instant' })
  }
  function looked() {
    newest.hidden = atEnd()
    if (!newest.hidden) return
    unread = 0
    count.textContent = ''
    options.looked()
  }
  scroll.addEventListener('scroll', looked)
  // a photo that has loaded must not push the newest message out of view
  new ResizeObserver(() => newest.hidden && toEnd()).observe(messages)

  /** @type {import('./bubble.js').Surroundings} */
  const around = {
    get phone() {
      return element
    },
    citizen,
    find: (id) => known.get(id),
    send: (content) => send(Promise.resolve(content)),
    show: (id) => {
      const target = drawn.get(id)?.element
      target?.scrollIntoView({ block: 'center', behavior: 'smooth' })
      target?.classList.add('shown')
      setTimeout(() => target?.classList.remove('shown'), 1200)
    },
  }

  /**
   * @param {Promise<Content>} made
   * @param {string} [text] shown until the sandbox has it
   */
  async function send(made, text) {
    const waiting = h(
      'li',
      { class: 'message own pending' },
      h('div', { class: 'bubble' }, formatted(text ?? '…'), h('div', { class: 'meta' }, icon('clock', 'Sending'))),
    )
    pending.add(waiting)
    messages.append(waiting)
    hint.hidden = true
    toEnd()
    try {
      await write(citizen, await made)
      options.sent()
    } catch (error) {
      pending.delete(waiting)
      waiting.classList.add('unsent')
      waiting.querySelector('.meta')?.replaceChildren(icon('failed', 'Not sent'))
      waiting.append(h('p', { class: 'reason', role: 'alert' }, /** @type {Error} */ (error).message))
      toEnd()
    }
  }

  const field = h('textarea', {
    rows: '1',
    placeholder: 'Message',
    'aria-label': `Message as ${citizen.name}`,
    dir: 'auto',
    enterkeyhint: 'send',
    maxlength: '4096',
  })
  const form = h(
    'form',
    { class: 'composer', on: { submit: (/** @type {Event} */ event) => submit(event) } },
    h(
      'div',
      { class: 'field' },
      field,
      h(
        'button',
        {
          type: 'button',
          class: 'round',
          'aria-label': 'Attach',
          on: { click: () => openAttachments(element, citizen, (made) => send(made, 'Sending a file…')) },
        },
        icon('attach'),
      ),
    ),
    h('button', { type: 'submit', class: 'round send', 'aria-label': 'Send' }, icon('send')),
  )
  /** @param {Event} event */
  function submit(event) {
    event.preventDefault()
    const text = field.value.trim()
    if (!text) return
    field.value = ''
    send(Promise.resolve({ text }), text)
  }
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
  })

  const about = h('p', { class: 'chat-about' }, ABOUT)
  /** @param {boolean} on */
  function typing(on) {
    clearTimeout(writing)
    about.textContent = on ? 'typing…' : ABOUT
    about.classList.toggle('typing', on)
    // as on a phone, where it ends with the answer or after a while
    if (on) writing = setTimeout(() => typing(false), 25_000)
  }

  const menu = () =>
    openSheet(element, `${citizen.name}’s phone`, [
      {
        rows: [
          {
            title: 'Put this phone away',
            description: 'The chat stays in the list',
            icon: 'close',
            choose: options.close,
          },
          {
            title: 'Remove from this page',
            description: 'The sandbox keeps the chat',
            icon: 'person',
            choose: options.forget,
          },
        ],
      },
    ])
  const element = h(
    'article',
    { class: 'phone', 'aria-label': `${citizen.name}’s phone` },
    h(
      'div',
      { class: 'owner' },
      h('bdi', { class: 'owner-name' }, citizen.name),
      h('bdi', { class: 'owner-address' }, addressOf(citizen)),
    ),
    h(
      'header',
      { class: 'chat-head' },
      h(
        'button',
        { type: 'button', class: 'round back', 'aria-label': 'All citizens', on: { click: options.back } },
        icon('back'),
      ),
      h('span', { class: 'avatar office' }, icon('door')),
      h('div', { class: 'chat-name' }, h('h2', {}, 'Dwar', icon('verified', 'Verified')), about),
      h('button', { type: 'button', class: 'round', 'aria-label': 'More', on: { click: menu } }, icon('more')),
    ),
    h('div', { class: 'body' }, scroll, newest),
    form,
  )

  /** @param {Entry[]} entries */
  function show(entries) {
    const stay = !atEnd() && drawn.size > 0
    known = new Map(entries.map((entry) => [entry.id, entry]))
    /** @type {Map<string, string>} */
    const reactions = new Map()
    const shown = entries.filter((entry) => {
      if (!arrived(entry)) return entry.status === 'failed'
      const { type, reaction } = entry.message
      if (type === 'reaction') reactions.set(reaction.message_id, reaction.emoji ?? '')
      return type !== 'reaction' && type !== 'system'
    })
    /** @type {HTMLElement[]} */
    const order = []
    let day = ''
    for (const entry of shown) {
      if (dayOf(entry.at) !== day) {
        day = dayOf(entry.at)
        const key = `day ${day}`
        const line = drawn.get(key) ?? { print: key, element: h('li', { class: 'day' }, h('span', {}, day)) }
        drawn.set(key, line)
        order.push(line.element)
      }
      order.push(drawnAs(entry, reactions.get(entry.id)))
    }
    for (const [key, { element: old }] of drawn) if (!order.includes(old)) drawn.delete(key)
    for (const waiting of pending) waiting.remove()
    pending.clear()
    arrange(order)
    hint.hidden = shown.length > 0
    if (!stay) toEnd()
    looked()
  }

  /** @param {Entry} entry @param {string} [reaction] */
  function drawnAs(entry, reaction) {
    const print = JSON.stringify([entry, reaction])
    const before = drawn.get(entry.id)
    if (before?.print === print) return before.element
    const made = entry.status === 'failed' && entry.direction === 'out' ? missed() : bubble(entry, around, reaction)
    if (!before && entry.direction === 'out') {
      typing(false)
      unread++
      count.textContent = String(unread)
    }
    before?.element.replaceWith(made)
    drawn.set(entry.id, { print, element: made })
    return made
  }

  /** Moves only what is out of place, so that focus and what is read aloud stay. @param {HTMLElement[]} order */
  function arrange(order) {
    const wanted = new Set(order)
    for (const child of [...messages.children])
      if (!wanted.has(/** @type {HTMLElement} */ (child)) && !child.classList.contains('unsent')) child.remove()
    let place = messages.firstElementChild
    for (const child of order) {
      if (child === place) place = place.nextElementSibling
      else messages.insertBefore(child, place)
    }
  }

  return { element, show, atEnd, typing: () => typing(true), focus: () => field.focus({ preventScroll: true }) }
}

const missed = () =>
  h('li', { class: 'day missed' }, h('span', {}, icon('failed'), 'A message to this phone did not arrive'))
