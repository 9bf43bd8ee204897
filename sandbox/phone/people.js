/** The list of citizens, and how one is added. */

import { addressOf, keyOf, newNumber, newUserId, parseNumber } from './citizens.js'
import { briefly } from './days.js'
import { h, icon } from './dom.js'
import { summary } from './message/bubble.js'

/** @typedef {import('./citizens.js').Citizen} Citizen */
/** @typedef {import('./control.js').Entry} Entry */

const HUES = [152, 205, 28, 275, 335, 85, 230, 0]

/** @param {Citizen} citizen */
function avatar(citizen) {
  const sum = [...keyOf(citizen)].reduce((total, character) => total * 7 + character.charCodeAt(0), 0)
  const initial =
    [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(citizen.name)][0]?.segment ?? '?'
  const picture = h('span', { class: 'avatar', 'aria-hidden': 'true' }, initial.toUpperCase())
  picture.style.setProperty('--hue', String(HUES[sum % HUES.length]))
  return picture
}

/**
 * @param {Citizen} citizen
 * @param {{ entries: readonly Entry[], unread: number, choose: () => void }} options
 */
export function personRow(citizen, { entries, unread, choose }) {
  const last = entries.findLast(({ message }) => message.type !== 'reaction')
  const said = last ? `${last.direction === 'in' ? 'You: ' : ''}${summary(last)}` : addressOf(citizen)
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'person',
        'aria-pressed': String(citizen.open),
        'data-key': keyOf(citizen),
        on: { click: choose },
      },
      avatar(citizen),
      h(
        'span',
        { class: 'person-text' },
        h(
          'span',
          { class: 'person-line' },
          h('bdi', { class: 'person-name' }, citizen.name),
          last && h('time', { datetime: last.at }, briefly(last.at)),
        ),
        h(
          'span',
          { class: 'person-line' },
          h('span', { class: 'person-said', dir: 'auto' }, said),
          unread > 0 && h('span', { class: 'unread' }, h('span', { class: 'unseen' }, 'unread: '), String(unread)),
        ),
      ),
    ),
  )
}

/**
 * @param {(citizen: Citizen) => void} add
 */
export function openAdding(add) {
  const name = h('input', { name: 'name', required: true, maxlength: '100', autocomplete: 'off', dir: 'auto' })
  const number = h('input', { name: 'number', inputmode: 'tel', autocomplete: 'off', value: `+${newNumber()}` })
  const username = h('input', { name: 'username', autocomplete: 'off', placeholder: '@asha' })
  const numberField = h('label', {}, 'Mobile number', number)
  const usernameField = h('label', { hidden: true }, 'Username', username)
  /** @param {boolean} hidden @param {string} text */
  const choice = (hidden, text) =>
    h(
      'label',
      { class: 'choice' },
      h('input', {
        type: 'radio',
        name: 'shows',
        checked: !hidden,
        on: {
          change: () => {
            numberField.hidden = hidden
            usernameField.hidden = !hidden
          },
        },
      }),
      text,
    )
  const problem = h('p', { class: 'problem', role: 'alert' })

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault()
    const who = name.value.trim()
    if (!who) return
    if (numberField.hidden) {
      const bare = username.value.trim().replace(/^@/, '').toLowerCase()
      if (!/^[a-z0-9._]{3,35}$/.test(bare)) {
        problem.textContent = 'A username has 3 to 35 letters, digits, dots or underscores.'
        return username.focus()
      }
      add({ name: who, userId: newUserId(), username: `@${bare}`, open: true })
    } else {
      const digits = parseNumber(number.value)
      if (!digits) {
        problem.textContent = 'A mobile number has ten digits, or a + and the country code before them.'
        return number.focus()
      }
      add({ name: who, number: digits, open: true })
    }
    dialog.close()
  }

  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'adding', on: { close: () => dialog.remove() } },
    h(
      'form',
      { method: 'dialog', on: { submit } },
      h('h2', { id: 'adding' }, 'Add a citizen'),
      h('label', {}, 'Name', name),
      h(
        'fieldset',
        {},
        h('legend', {}, 'The government’s number sees'),
        choice(false, 'their mobile number'),
        choice(true, 'their username only'),
      ),
      numberField,
      usernameField,
      problem,
      h(
        'div',
        { class: 'dialog-end' },
        h('button', { type: 'button', class: 'plain', on: { click: () => dialog.close() } }, 'Cancel'),
        h('button', { type: 'submit', class: 'main' }, 'Add'),
      ),
    ),
  )
  document.body.append(dialog)
  dialog.showModal()
}

/** @param {{ add: () => void }} options */
export function peopleFrame({ add }) {
  const rows = h('ul', { class: 'people-rows' })
  const others = h('ul', { class: 'people-rows' })
  const more = h('details', { class: 'others', hidden: true }, h('summary', {}, 'Other chats of the sandbox'), others)
  const state = h('p', { class: 'state', role: 'status', hidden: true }, 'The sandbox does not answer. Trying again…')
  const element = h(
    'div',
    { class: 'people' },
    h(
      'header',
      { class: 'people-head' },
      h('h1', {}, 'Phones'),
      h(
        'button',
        { type: 'button', class: 'round', 'aria-label': 'Add a citizen', title: 'Add a citizen', on: { click: add } },
        icon('add'),
      ),
    ),
    state,
    rows,
    more,
    h(
      'p',
      { class: 'about' },
      'Each phone is a citizen’s. What is sent here goes through the sandbox’s WhatsApp to whatever hub listens to it.',
    ),
  )
  return { element, rows, others, more, state }
}
