/** What can be pressed below a bubble. */
import { h, icon } from '../dom.js'
import { isShut, openForm } from '../form/form.js'
import { openSheet } from '../sheet.js'

/** @typedef {import('../dom.js').IconName} IconName */
/** @typedef {import('./bubble.js').Surroundings} Surroundings */
/** @typedef {import('../control.js').Content} Content */
/** @typedef {import('../control.js').Entry} Entry */

/** @param {string} title @param {IconName | null} picture @param {() => void} press */
const button = (title, picture, press) =>
  h(
    'button',
    { type: 'button', class: 'action', on: { click: press } },
    picture && icon(picture),
    h('span', { dir: 'auto' }, title),
  )

/** @param {string} title @param {string} address */
const link = (title, address) =>
  h(
    'a',
    { class: 'action', href: safe(address), target: '_blank', rel: 'noopener noreferrer' },
    icon('open'),
    h('span', { dir: 'auto' }, title),
  )

/** @param {string} address */
const safe = (address) => (/^https?:\/\//i.test(address) ? address : null)

/** An answer to one message, which it quotes. @param {Entry} entry @param {object} message @returns {Content} */
const answer = (entry, message) => ({ raw: { ...message, context: { id: entry.id } } })

/** @param {Entry} entry @param {{ id: string, title: string }} reply */
const pressed = (entry, reply) =>
  answer(entry, { type: 'interactive', interactive: { type: 'button_reply', button_reply: reply } })

/** @param {Entry} entry @param {{ id: string, title: string, description?: string }} row */
const chosen = (entry, { id, title, description }) =>
  answer(entry, {
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { id, title, ...(description ? { description } : {}) } },
  })

/** What stands below a template. @param {Entry} entry @param {Surroundings} around */
const templateButtons = (entry, { send }) =>
  (entry.rendered?.buttons ?? []).map(({ text, url, payload }) =>
    url
      ? link(text, url)
      : button(text, 'reply', () => send(answer(entry, { type: 'button', button: { payload, text } }), text)),
  )

/** @typedef {(entry: Entry, action: any, around: Surroundings) => HTMLElement[]} Making */

/** @type {Making} */
const contact = (_entry, _action, { send }) => [
  button('Share my number', 'person', () => send({ reply: 'request_contact_info' }, 'Contact')),
]

/** By the type of an interactive message. @type {Record<string, Making>} */
const MAKING = {
  button: (entry, action, { send }) =>
    action.buttons.map((/** @type {any} */ { reply }) =>
      button(reply.title, 'reply', () => send(pressed(entry, reply), reply.title)),
    ),
  list: (entry, action, { phone, send }) => {
    const sections = action.sections.map((/** @type {any} */ section) => ({
      title: section.title,
      rows: section.rows.map((/** @type {any} */ row) => ({
        title: row.title,
        description: row.description,
        choose: () => send(chosen(entry, row), row.title),
      })),
    }))
    return [button(action.button, 'list', () => openSheet(phone, action.button, sections))]
  },
  cta_url: (_entry, { parameters }) => [link(parameters.display_text, parameters.url)],
  location_request_message: (_entry, _action, { send }) => [
    button('Send location', 'place', () => send({ reply: 'send_location' }, 'Location')),
  ],
  request_contact_info: contact,
  contact_request: contact,
  flow: (entry, { parameters }, { phone }) => {
    const opening = button(parameters?.flow_cta ?? 'Open', 'open', () =>
      openForm(phone, entry, () => {
        opening.disabled = isShut(entry.id)
      }),
    )
    opening.disabled = isShut(entry.id)
    return [opening]
  },
}

/** @param {Entry} entry @param {Surroundings} around @returns {HTMLElement[]} */
export function actions(entry, around) {
  const { type, interactive } = entry.message
  const made =
    type === 'template'
      ? templateButtons(entry, around)
      : type === 'interactive'
        ? (MAKING[interactive.type]?.(entry, interactive.action ?? {}, around) ?? [])
        : []
  return made.length ? [h('div', { class: 'actions', role: 'group', 'aria-label': 'Answers' }, ...made)] : []
}
