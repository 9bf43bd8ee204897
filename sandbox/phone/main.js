/** The table with the phones on it. */
import { openPhone } from './chat.js'
import { keyOf, recall, remember } from './citizens.js'
import { chats, chatWith, watch } from './control.js'
import { openAdding, peopleFrame, personRow } from './people.js'

/** @typedef {import('./citizens.js').Citizen} Citizen */
/** @typedef {import('./control.js').Entry} Entry */

/**
 * @typedef {object} Place One citizen on this page.
 * @property {Citizen} citizen
 * @property {import('./chat.js').Phone | null} phone
 * @property {Entry[]} entries
 * @property {boolean} asking
 * @property {boolean} stale
 */

const table = /** @type {HTMLElement} */ (document.getElementById('phones'))
const nav = /** @type {HTMLElement} */ (document.getElementById('people'))
const narrow = matchMedia('(max-width: 719px)')

/** @type {Map<string, Place>} */
const places = new Map()
/** @type {{ citizen: Citizen, entries: Entry[] }[]} */
let strangers = []

const frame = peopleFrame({ add: () => openAdding((citizen) => choose(place(citizen))) })
nav.append(frame.element)

const keep = () => remember([...places.values()].map(({ citizen }) => citizen))

/** @param {Citizen} citizen @returns {Place} */
function place(citizen) {
  const key = keyOf(citizen)
  const known = places.get(key)
  if (known) return known
  const made = { citizen, phone: null, entries: [], asking: false, stale: false }
  places.set(key, made)
  return made
}

/** Messages to the citizen behind the newest that they have seen. @param {Place} of */
function unread({ citizen, entries }) {
  const at = entries.findIndex(({ id }) => id === citizen.seen)
  return entries.slice(at + 1).filter(({ direction, message }) => direction === 'out' && message.type !== 'reaction')
    .length
}

/** @param {Place} of */
function looked(of) {
  const last = of.entries.at(-1)
  const visible = of.phone?.element.checkVisibility?.() ?? true
  if (!last || document.hidden || !visible || !of.phone?.following() || of.citizen.seen === last.id) return
  of.citizen.seen = last.id
  keep()
  list()
}

/** @param {Place} of */
function lay(of) {
  of.citizen.open = true
  if (of.phone) return
  of.phone = openPhone(of.citizen, {
    back: () => screen('list'),
    close: () => putAway(of),
    forget: () => {
      putAway(of)
      places.delete(keyOf(of.citizen))
      keep()
      askStrangers()
    },
    looked: () => looked(of),
    sent: () => ask(of),
  })
  table.append(of.phone.element)
  if (of.entries.length) of.phone.show(of.entries)
}

/** @param {Place} of */
function putAway(of) {
  of.citizen.open = false
  of.phone?.element.remove()
  of.phone = null
  screen('list')
  keep()
  list()
}

/** @param {'list' | 'chat'} name */
function screen(name) {
  document.body.dataset.screen = name
}

/** @param {Place} of */
function choose(of) {
  lay(of)
  for (const { phone } of places.values()) phone?.element.classList.toggle('current', phone === of.phone)
  screen('chat')
  of.phone?.element.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  of.phone?.show(of.entries)
  of.phone?.focus()
  keep()
  list()
  ask(of)
}

/** Draws the list of citizens. */
function list() {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key
  const people = [...places.values()]
  frame.rows.replaceChildren(
    ...people.map((of) => personRow(of.citizen, { entries: of.entries, unread: unread(of), choose: () => choose(of) })),
  )
  frame.others.replaceChildren(
    ...strangers.map(({ citizen, entries }) =>
      personRow(citizen, { entries, unread: 0, choose: () => choose(place(citizen)) }),
    ),
  )
  frame.more.hidden = strangers.length === 0
  if (focused) /** @type {HTMLElement | null} */ (nav.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus()
  const waiting = people.reduce((total, of) => total + unread(of), 0)
  document.title = waiting ? `(${waiting}) Phones · Sandbox` : 'Phones · Sandbox'
}

/** Reads a chat again; changes meanwhile are read once more after it. @param {Place} of */
async function ask(of) {
  if (of.asking) {
    of.stale = true
    return
  }
  of.asking = true
  do {
    of.stale = false
    try {
      of.entries = await chatWith(keyOf(of.citizen))
    } catch {
      // the stream tells when the sandbox is back
      break
    }
    of.phone?.show(of.entries)
    looked(of)
    list()
  } while (of.stale)
  of.asking = false
}

/** Reads the chats of those who are not on this page. */
async function askStrangers() {
  const known = await chats().catch(() => [])
  strangers = known
    .map(({ number, userId, username, name, last }) => ({
      citizen: { name, open: false, ...(number ? { number } : { userId, username: username ?? undefined }) },
      entries: [last],
    }))
    .filter(({ citizen }) => !places.has(keyOf(citizen)))
  list()
}

/** @param {import('./control.js').Face} face */
const placeOf = ({ number, userId }) => places.get(number ?? userId) ?? places.get(userId)

let owed = false
/** Strangers' chats may change many times a second. */
function askStrangersSoon() {
  if (owed) return
  owed = true
  setTimeout(() => {
    owed = false
    askStrangers()
  }, 500)
}

for (const citizen of recall()) {
  const of = place(citizen)
  if (citizen.open) lay(of)
}
const first = [...places.values()].find(({ phone }) => phone)
first?.phone?.element.classList.add('current')
screen(first && (places.size === 1 || !narrow.matches) ? 'chat' : 'list')
list()
document.addEventListener('visibilitychange', () => {
  for (const of of places.values()) looked(of)
})
watch({
  connected: () => {
    frame.state.hidden = true
    for (const of of places.values()) ask(of)
    askStrangers()
  },
  broken: () => {
    frame.state.hidden = false
  },
  changed: (face) => {
    const of = placeOf(face)
    if (of) ask(of)
    else askStrangersSoon()
  },
  typing: (face) => placeOf(face)?.phone?.typing(),
})
