/** The citizen's hand: all that these pages ask of the sandbox. */

/**
 * @typedef {object} Entry One message of a chat.
 * @property {string} id
 * @property {'in' | 'out'} direction as the business sees it: `in` is the citizen's own
 * @property {string} at ISO 8601
 * @property {any} message as on Meta's wire
 * @property {string} status `sent`, `delivered`, `read` or `failed`
 * @property {{ header?: string, body: string, footer?: string, buttons: { type: string, text: string, url?: string, payload?: string }[] }} [rendered] what a template reads like
 */
/**
 * @typedef {object} Face Who a chat is with.
 * @property {string} with number or user id
 * @property {string | null} number digits; null where only a username is shown
 * @property {string} userId
 * @property {string | null} username
 * @property {string} name
 */
/** @typedef {{ text: string } | { reply: string } | { file: { name: string, mediaType: string, base64: string } } | { raw: object }} Content */

const MESSAGES = '/control/whatsapp/messages'

/** @param {Response} response */
async function reason(response) {
  const text = await response.text().catch(() => '')
  try {
    const { error } = JSON.parse(text)
    return String(error?.message ?? error)
  } catch {
    return text || `The sandbox answered ${response.status}.`
  }
}

/** @returns {Promise<(Face & { last: Entry })[]>} every chat that the sandbox knows */
export async function chats() {
  const response = await fetch(MESSAGES)
  if (!response.ok) throw new Error(await reason(response))
  return response.json()
}

/**
 * @param {string} key number or user id
 * @returns {Promise<Entry[]>} oldest first; empty for a person who never wrote
 */
export async function chatWith(key) {
  const response = await fetch(`${MESSAGES}?with=${encodeURIComponent(key)}`)
  if (response.status === 404) return []
  if (!response.ok) throw new Error(await reason(response))
  return response.json()
}

/**
 * The citizen sends something. Throws with the sandbox's reason.
 * @param {import('./citizens.js').Citizen} citizen
 * @param {Content} content
 */
export async function write(citizen, content) {
  const { name, number, userId, username } = citizen
  const from = number ? { from: number } : { userId, username }
  const response = await fetch(MESSAGES, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...from, name, ...content }),
  })
  if (!response.ok) throw new Error(await reason(response))
}

/**
 * Moves the time of the sandbox, and of a hub that runs with it: what comes after a day comes as a template.
 * @param {string} duration `25h`
 */
export async function letPass(duration) {
  const response = await fetch('/control/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: duration }),
  })
  if (!response.ok) throw new Error(await reason(response))
}

/**
 * The citizen acts in a form that a message opened: what the phone shows next. Throws with the sandbox's reason.
 * @param {{ message: string, action: 'open' | 'data_exchange' | 'back' | 'navigate' | 'complete', screen?: string, data?: object }} act
 * @returns {Promise<{ screen?: any, data?: any, error?: string | null, sent?: true, void?: true, failed?: true }>}
 */
export async function actInForm(act) {
  const response = await fetch('/control/whatsapp/flows', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(act),
  })
  if (!response.ok) throw new Error(await reason(response))
  return response.json()
}

/** @param {string} id */
export const mediaUrl = (id) => `/control/whatsapp/media/${encodeURIComponent(id)}`

/**
 * @param {object} on
 * @param {() => void} on.connected at first and after each break: anything may have changed
 * @param {() => void} on.broken
 * @param {(face: Face) => void} on.changed
 * @param {(face: Face) => void} on.typing the other side writes to this person
 */
export function watch(on) {
  const stream = new EventSource('/control/whatsapp/stream')
  stream.addEventListener('open', on.connected)
  stream.addEventListener('error', () => {
    on.broken()
    // a stream that was refused is not tried again by the browser
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => watch(on), 2000)
  })
  stream.addEventListener('chat', (event) => on.changed(JSON.parse(event.data)))
  stream.addEventListener('typing', (event) => on.typing(JSON.parse(event.data)))
}
