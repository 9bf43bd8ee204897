/** One phone: whose it is, the chat with the government's number, and the field to type in. */
import { addressOf } from './citizens.js'
import { composer } from './composer.js'
import { letPass, write } from './control.js'
import { dayOf } from './days.js'
import { h, icon } from './dom.js'
import { follow } from './follow.js'
import { bubble, tick } from './message/bubble.js'
import { formatted } from './message/format.js'
import { openSheet } from './sheet.js'

/** @typedef {import('./control.js').Entry} Entry */
/** @typedef {import('./control.js').Content} Content */
/** @typedef {import('./citizens.js').Citizen} Citizen */
/**
 * @typedef {object} Phone
 * @property {HTMLElement} element
 * @property {(entries: Entry[]) => void} show
 * @property {() => boolean} following whether the newest message is in view
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

const ABOUT = 'Government services'

/** What is on the phone: a message that was accepted may still fail to arrive. @param {Entry} entry */
const arrived = ({ direction, status, message }) =>
  direction === 'in' || ['delivered', 'read', 'failed'].includes(status) || message.type === 'reaction'

/** @param {Citizen} citizen @param {PhoneOptions} options @param {() => HTMLElement} phone */
function head(citizen, options, phone) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let writing
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
    openSheet(phone(), `${citizen.name}’s phone`, [
      {
        rows: [
          {
            title: 'Let a day pass',
            description: 'For everybody here: later news comes as a template',
            icon: 'clock',
            choose: () =>
              void letPass('25h').catch((error) => {
                about.textContent = error.message
              }),
          },
          {
            title: 'Put this phone away',
            description: 'The chat stays in the list',
            icon: 'down',
            choose: options.close,
          },
          {
            title: 'Remove from this page',
            description: 'The sandbox keeps the chat',
            icon: 'close',
            choose: options.forget,
          },
        ],
      },
    ])
  /** @param {import('./dom.js').IconName} picture @param {string} label @param {string} kind @param {() => void} press */
  const button = (picture, label, kind, press) =>
    h('button', { type: 'button', class: `round ${kind}`, 'aria-label': label, on: { click: press } }, icon(picture))
  const parts = [
    h(
      'div',
      { class: 'owner' },
      h('bdi', { class: 'owner-name' }, citizen.name),
      h('bdi', { class: 'owner-address' }, addressOf(citizen)),
    ),
    h(
      'header',
      { class: 'chat-head' },
      button('back', 'All citizens', 'back', options.back),
      h('span', { class: 'avatar office' }, icon('door')),
      h('div', { class: 'chat-name' }, h('h2', {}, 'Dwar', icon('verified', 'Verified')), about),
      button('more', 'More', 'menu', menu),
    ),
  ]
  return { parts, typing }
}

/**
 * @param {Citizen} citizen
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

  const messages = h('ol', { class: 'messages', role: 'log', 'aria-label': 'Messages', 'aria-live': 'polite' })
  const hint = h(
    'p',
    { class: 'hint' },
    h('strong', {}, 'Say hi, or type what you need.'),
    h('span', {}, 'For example: birth certificate'),
  )
  const scroll = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Chat' }, hint, messages)
  const { toEnd, following } = follow(scroll, messages, looked)
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
  function looked() {
    newest.hidden = following()
    if (!following()) return
    unread = 0
    count.textContent = ''
    options.looked()
  }

  /** @param {Promise<Content>} made @param {string} text */
  async function send(made, text) {
    const meta = h('div', { class: 'meta' }, icon('clock', 'Sending'))
    const waiting = h('li', { class: 'message own pending' }, h('div', { class: 'bubble' }, formatted(text), meta))
    pending.add(waiting)
    messages.append(waiting)
    hint.hidden = true
    toEnd()
    try {
      await write(citizen, await made)
      options.sent()
    } catch (error) {
      pending.delete(waiting)
      waiting.classList.replace('pending', 'unsent')
      meta.replaceChildren(icon('failed', 'Not sent'))
      waiting.append(h('p', { class: 'reason', role: 'alert' }, /** @type {Error} */ (error).message))
    }
  }

  const { element: form, focus } = composer(citizen, () => element, send)
  const { parts, typing } = head(citizen, options, () => element)
  const element = h(
    'article',
    { class: 'phone', 'aria-label': `${citizen.name}’s phone` },
    ...parts,
    h('div', { class: 'body' }, scroll, newest),
    form,
  )

  /** @type {import('./message/bubble.js').Surroundings} */
  const around = {
    phone: element,
    citizen,
    find: (id) => known.get(id),
    send: (content, title) => send(Promise.resolve(content), title),
    show: (id) => {
      const target = drawn.get(id)?.element
      target?.scrollIntoView({ block: 'center', behavior: 'smooth' })
      target?.classList.add('shown')
      setTimeout(() => target?.classList.remove('shown'), 1200)
    },
  }

  /** @param {Entry} entry @param {string} [reaction] */
  function drawnAs(entry, reaction) {
    const missing = entry.direction === 'out' && entry.status === 'failed'
    const print = JSON.stringify([entry.message, entry.rendered, entry.at, missing, reaction])
    const before = drawn.get(entry.id)
    if (before?.print === print) {
      // ticks change in place: a bubble that is drawn anew would be read aloud again
      tick(before.element, entry)
      return before.element
    }
    const made = missing ? missed() : bubble(entry, around, reaction)
    if (!before && entry.direction === 'out') {
      typing(false)
      unread++
      count.textContent = String(unread)
    }
    before?.element.replaceWith(made)
    drawn.set(entry.id, { print, element: made })
    return made
  }

  /** @param {string} day */
  function dayLine(day) {
    const key = `day ${day}`
    const line = drawn.get(key) ?? { print: key, element: h('li', { class: 'day' }, h('span', {}, day)) }
    drawn.set(key, line)
    return line.element
  }

  /** Moves only what is out of place, so that the focus and what is read aloud stay. @param {HTMLElement[]} order */
  function arrange(order) {
    for (const [key, { element: old }] of drawn) if (!order.includes(old)) drawn.delete(key)
    const unsent = [...messages.children].filter((child) => child.classList.contains('unsent'))
    for (const child of [...messages.children])
      if (!unsent.includes(child) && !order.includes(/** @type {HTMLElement} */ (child))) child.remove()
    let place = messages.firstElementChild
    for (const child of order) {
      if (child === place) place = place.nextElementSibling
      else messages.insertBefore(child, place)
    }
  }

  /** @param {Entry[]} entries */
  function show(entries) {
    known = new Map(entries.map((entry) => [entry.id, entry]))
    const there = entries.filter(arrived)
    /** @type {Map<string, string>} */
    const reactions = new Map()
    for (const { message } of there)
      if (message.type === 'reaction') reactions.set(message.reaction.message_id, message.reaction.emoji ?? '')
    const shown = there.filter(({ message }) => message.type !== 'reaction' && message.type !== 'system')
    /** @type {HTMLElement[]} */
    const order = []
    let day = ''
    for (const entry of shown) {
      if (dayOf(entry.at) !== day) {
        day = dayOf(entry.at)
        order.push(dayLine(day))
      }
      order.push(drawnAs(entry, reactions.get(entry.id)))
    }
    pending.clear()
    arrange(order)
    hint.hidden = messages.childElementCount > 0
    if (following()) toEnd()
    looked()
  }

  return { element, show, following, typing: () => typing(true), focus }
}

const missed = () =>
  h('li', { class: 'day missed' }, h('span', {}, icon('failed'), 'A message to this phone did not arrive'))
