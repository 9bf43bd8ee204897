/** A clerk's desk: the cases of one department, and one of them open. */
import { h } from '/phone/dom.js'
import { badge, caseDetail } from './case.js'
import * as control from './control.js'
import { STATUS, serviceName } from './words.js'

/** @typedef {import('./control.js').Case} Case */

const REFRESH = 2000
const department = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id))

/** @type {Case[]} */
let known = []
let filter = ''
/** What stands on the page, so that nothing is drawn anew under a clerk's hands. */
const drawn = { list: '', open: '' }

const opened = () => decodeURIComponent(location.hash.slice(1))
const rows = h('ul', { class: 'rows' })
const filters = h('select', {
  'aria-label': 'Status',
  on: {
    change: () => {
      filter = filters.value
      list()
    },
  },
})
place('cases').append(h('div', { class: 'list-head' }, h('h2', {}, 'Cases'), filters), rows)

function list() {
  const print = JSON.stringify([known.map(({ reference, status }) => [reference, status]), filter, opened()])
  if (print === drawn.list) return
  drawn.list = print
  const count = (/** @type {string} */ status) => known.filter((one) => one.status === status).length
  filters.replaceChildren(
    h('option', { value: '' }, `All (${known.length})`),
    ...Object.entries(STATUS).map(([status, text]) => h('option', { value: status }, `${text} (${count(status)})`)),
  )
  filters.value = filter
  const focused = document.activeElement?.getAttribute('href')
  const shown = known.filter(({ status }) => !filter || status === filter)
  rows.replaceChildren(
    ...shown.map(({ reference, key, service, status }) =>
      h(
        'li',
        {},
        h(
          'a',
          { href: `#${encodeURIComponent(reference)}`, 'aria-current': reference === opened() && 'true' },
          h('span', { class: 'row-line' }, h('strong', {}, serviceName(service)), badge(status)),
          h('span', { class: 'row-line quiet' }, h('span', {}, reference), h('span', {}, key)),
        ),
      ),
    ),
    ...(shown.length
      ? []
      : [
          h(
            'li',
            { class: 'quiet none' },
            known.length
              ? 'No case has this status.'
              : 'No cases yet. An application from a phone or a portal arrives here.',
          ),
        ]),
  )
  if (focused) /** @type {HTMLElement | null} */ (rows.querySelector(`[href="${CSS.escape(focused)}"]`))?.focus()
}

function open() {
  const reference = opened()
  const found = known.find((one) => one.reference === reference || one.key === reference)
  document.body.classList.toggle('opened', reference !== '')
  const print = JSON.stringify(found ?? reference)
  if (print === drawn.open) return
  drawn.open = print
  place('case').replaceChildren(
    ...(found
      ? caseDetail(department, found, (act) => doing(found.reference, act))
      : [h('p', { class: 'quiet none' }, reference ? `There is no case ${reference} here.` : 'Choose a case.')]),
  )
}

/** @param {string} reference @param {control.Act} act */
async function doing(reference, act) {
  await control.act(department, reference, act)
  await refresh()
  place('case').focus()
}

async function refresh() {
  const state = place('state')
  try {
    known = (await control.cases(department)).toReversed()
    state.hidden = true
  } catch (error) {
    state.textContent = `The cases cannot be read: ${/** @type {Error} */ (error).message}`
    state.hidden = false
    return
  }
  list()
  open()
}

/** The switch of the clerks who act by themselves. */
async function clerks() {
  const form = place('clerks')
  const byHand = h('input', { type: 'radio', name: 'clerks', value: 'hand' })
  const alone = h('input', { type: 'radio', name: 'clerks', value: 'alone' })
  const seconds = h('input', {
    type: 'number',
    min: '1',
    max: '3600',
    value: '10',
    'aria-label': 'Seconds between acts',
  })
  /** @param {number | null} now */
  const show = (now) => {
    byHand.checked = now === null
    alone.checked = now !== null
    if (now !== null && document.activeElement !== seconds) seconds.value = String(now)
  }
  let latest = 0
  /** Shows an answer unless something was changed since it was asked for. @param {Promise<{ seconds: number | null }>} asked */
  const answered = async (asked) => {
    const turn = latest
    const { seconds: now } = await asked
    if (turn === latest) show(now)
  }
  /** @param {Event} event */
  const change = ({ target }) => {
    const every = Number(seconds.value)
    if (alone.checked ? !(every >= 1) : target === seconds) return
    latest++
    answered(control.setClerks(alone.checked ? every : null))
  }
  form.append(
    h('span', {}, 'Clerks act'),
    h('label', {}, byHand, 'by hand'),
    h('label', {}, alone, 'by themselves every'),
    h('span', { class: 'seconds' }, seconds, 's'),
  )
  form.addEventListener('change', change)
  form.addEventListener('submit', (event) => event.preventDefault())
  await answered(control.clerks())
  return () => answered(control.clerks())
}

async function start() {
  const { departments } = await control.departments()
  const title = departments.find(({ name }) => name === department)?.title ?? department
  place('title').textContent = title
  document.title = `${title} · Desk`
  place('desks').append(
    ...departments.map(({ name, title: other }) =>
      h('a', { href: `/desk/${name}`, 'aria-current': name === department && 'page' }, other),
    ),
    h('a', { href: '/phone' }, 'Phones'),
  )
  const askClerks = await clerks()
  addEventListener('hashchange', () => {
    list()
    open()
    if (opened()) place('case').focus()
  })
  await refresh()
  const again = async () => {
    if (!document.hidden) await Promise.allSettled([refresh(), askClerks()])
    setTimeout(again, REFRESH)
  }
  setTimeout(again, REFRESH)
}

start().catch((error) => {
  place('state').textContent = `The desk cannot be opened: ${error.message}`
  place('state').hidden = false
})
