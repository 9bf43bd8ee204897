/** Times as a phone shows them. */

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' })
const full = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' })
const short = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })

/** @param {Date} date */
const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** Days from then to now; negative for what lies ahead, where the sandbox's clock was moved. @param {Date} date */
const daysAgo = (date) => Math.round((midnight(new Date()) - midnight(date)) / 86_400_000)

/** @param {string} at */
export const timeOf = (at) => clock.format(new Date(at))

/** The same text for all moments of one day. @param {string} at */
export function dayOf(at) {
  const date = new Date(at)
  const ago = daysAgo(date)
  if (ago === 0) return 'Today'
  if (ago === 1) return 'Yesterday'
  return ago > 1 && ago < 7 ? weekday.format(date) : full.format(date)
}

/** For a list of chats. @param {string} at */
export function briefly(at) {
  const date = new Date(at)
  const ago = daysAgo(date)
  if (ago === 0) return timeOf(at)
  return ago === 1 ? 'Yesterday' : short.format(date)
}
