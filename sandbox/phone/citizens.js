/** Who holds a phone on this page; remembered by the browser. */

/**
 * @typedef {object} Citizen
 * @property {string} name
 * @property {string} [number] digits with the country code; absent for those who show only a username
 * @property {string} [userId]
 * @property {string} [username] with `@`
 * @property {boolean} open whether the phone lies on the table
 * @property {string} [seen] id of the newest message seen
 */

const PLACE = 'sandbox.phone.citizens'
const FIRST = { name: 'Asha', number: '919810012345', open: true }

/** @param {{ number?: string, userId?: string }} citizen */
export const keyOf = (citizen) => citizen.number ?? citizen.userId ?? ''

/** @param {Citizen} citizen */
export const addressOf = ({ number, username }) => (number ? spacedNumber(number) : (username ?? ''))

/** @param {string} number digits */
function spacedNumber(number) {
  const indian = /^91(\d{5})(\d{5})$/.exec(number)
  return indian ? `+91 ${indian[1]} ${indian[2]}` : `+${number}`
}

/**
 * Digits with a country code, India's where none is typed; null for what is no number.
 * @param {string} typed
 */
export function parseNumber(typed) {
  const bare = typed.replace(/[\s()-]/g, '')
  if (/^0?[6-9]\d{9}$/.test(bare)) return `91${bare.slice(-10)}`
  return /^\+?[1-9]\d{9,14}$/.test(bare) ? bare.replace('+', '') : null
}

/** A number that nobody on this page has. */
export const newNumber = () => `9198${String(10_000_000 + Math.floor(Math.random() * 89_999_999))}`

export const newUserId = () =>
  `IN.${Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => byte % 10).join('')}`

/** @returns {Citizen[]} */
export function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? 'null')
    if (Array.isArray(kept) && kept.every((one) => typeof one?.name === 'string' && keyOf(one))) return kept
  } catch {
    // storage that is barred or garbled is as good as none
  }
  return [{ ...FIRST }]
}

/** @param {Citizen[]} citizens */
export function remember(citizens) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(citizens))
  } catch {
    // the page works without a memory
  }
}
