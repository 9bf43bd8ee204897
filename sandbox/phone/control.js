/** The citizen's hand: all that these pages ask of the sandbox. */

/**
 * @typedef {object} Entry One message of a chat.
 * @property {string} id
 * @property {'in' | 'out'} direction as the business sees it: `in` is the citizen's own
 * @property {string} at ISO 8601
 * @property {any} message as on Meta's wire
 * @property {string} status `accepted`, `sent`, `delivered`, `read` or `failed`
 */
/**
 * @typedef {object} Chat
 * @property {string} [from] digits
 * @property {string} [userId]
 * @property {string} [username]
 * @property {string} [name]
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

/** @returns {Promise<Chat[]>} every chat that the sandbox knows */
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

/** @param {string} id */
export const mediaUrl = (id) => `/control/whatsapp/media/${encodeURIComponent(id)}`

/**
 * Calls back whenever some chat changed, and after each reconnection.
 * @param {() => void} changed
 * @param {(connected: boolean) => void} state
 */
export function watch(changed, state) {
  const stream = new EventSource('/control/whatsapp/stream')
  stream.addEventListener('open', () => {
    state(true)
    changed()
  })
  stream.addEventListener('error', () => {
    state(false)
    // a stream that was refused is not tried again by the browser
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => watch(changed, state), 2000)
  })
  stream.addEventListener('message', changed)
}
