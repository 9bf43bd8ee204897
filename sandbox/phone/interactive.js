/** What can be pressed below a bubble. */
import { h, icon } from './dom.js'
import { openSheet } from './sheet.js'

/** @typedef {import('./dom.js').IconName} IconName */
/** @typedef {import('./bubble.js').Surroundings} Surroundings */
/** @typedef {import('./control.js').Content} Content */

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

/**
 * The citizen's answer to one message, which it quotes.
 * @param {import('./control.js').Entry} entry
 * @param {Record<string, unknown>} message
 * @returns {Content}
 */
const answer = (entry, message) => ({ raw: { ...message, context: { id: entry.id } } })

/**
 * @param {import('./control.js').Entry} entry @param {any} action @param {Surroundings} around
 */
function list(entry, action, { phone, send }) {
  const sections = action.sections.map((/** @type {any} */ section) => ({
    title: section.title,
    rows: section.rows.map((/** @type {any} */ row) => ({
      title: row.title,
      description: row.description,
      choose: () =>
        send(
          answer(entry, {
            type: 'interactive',
            interactive: {
              type: 'list_reply',
              list_reply: {
                id: row.id,
                title: row.title,
                ...(row.description ? { description: row.description } : {}),
              },
            },
          }),
        ),
    })),
  }))
  return button(action.button, 'list', () => openSheet(phone, action.button, sections))
}

/**
 * @param {import('./control.js').Entry} entry
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
function buttons(entry, around) {
  const { message, rendered } = entry
  const { send, citizen } = around
  if (message.type === 'template')
    return (rendered?.buttons ?? []).map((one) =>
      one.url
        ? link(one.text, one.url)
        : button(one.text, 'reply', () =>
            send(answer(entry, { type: 'button', button: { payload: one.payload, text: one.text } })),
          ),
    )
  if (message.type !== 'interactive') return []
  const { type, action = {} } = message.interactive
  switch (type) {
    case 'button':
      return action.buttons.map((/** @type {any} */ { reply }) =>
        button(reply.title, 'reply', () =>
          send(answer(entry, { type: 'interactive', interactive: { type: 'button_reply', button_reply: reply } })),
        ),
      )
    case 'list':
      return [list(entry, action, around)]
    case 'cta_url':
      return [link(action.parameters.display_text, action.parameters.url)]
    case 'location_request_message':
      return [
        button('Send location', 'place', () =>
          send(answer(entry, { type: 'location', location: { latitude: 28.6139, longitude: 77.209 } })),
        ),
      ]
    case 'request_contact_info':
    case 'contact_request': {
      const { name, number } = citizen
      const card = {
        origin: 'contact_request',
        name: { formatted_name: name },
        phones: number ? [{ phone: `+${number}`, wa_id: number }] : [],
      }
      return [button('Share my number', 'person', () => send(answer(entry, { type: 'contacts', contacts: [card] })))]
    }
    case 'flow':
      return [
        button(action.parameters?.flow_cta ?? 'Open', null, () =>
          openSheet(around.phone, 'Forms cannot be filled in on this phone', []),
        ),
      ]
    default:
      return []
  }
}

/**
 * @param {import('./control.js').Entry} entry
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
export function actions(entry, around) {
  const made = buttons(entry, around)
  return made.length ? [h('div', { class: 'actions', role: 'group', 'aria-label': 'Answers' }, ...made)] : []
}
