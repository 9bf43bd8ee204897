/** A form of WhatsApp's own (a Flow), open over the chat: its screens, and the way from one to the next. */
import { actInForm } from '../control.js'
import { h, icon } from '../dom.js'
import { draw, resolved } from './inputs.js'

/** @typedef {import('../control.js').Entry} Entry */
/** @typedef {{ screen: any, data: Record<string, any>, values: Record<string, any> }} Page */

/** Messages whose forms open no more. @type {Set<string>} */
const shut = new Set()
export const isShut = (/** @type {string} */ id) => shut.has(id)

/** @param {any} value @param {Record<string, unknown>} form @param {Record<string, any>} data @returns {any} */
function filledIn(value, form, data) {
  const name = typeof value === 'string' ? /^\$\{form\.([\w.]+)\}$/.exec(value)?.[1] : undefined
  return name === undefined ? resolved(value, data) : form[name]
}

/**
 * Opens the form of a message; `closed` is called when it is gone.
 * @param {HTMLElement} phone
 * @param {Entry} entry
 * @param {() => void} closed
 */
export function openForm(phone, entry, closed) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement)
  const covered = [...phone.children]
  /** @type {Page[]} */
  const pages = []
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let hiding

  const close = () => {
    cover.remove()
    for (const element of covered) element.removeAttribute('inert')
    before?.focus({ preventScroll: true })
    closed()
  }
  const label = `form-title-${crypto.getRandomValues(new Uint32Array(1))[0]}`
  const title = h('h2', { id: label, dir: 'auto' })
  const backIcon = icon('back')
  const closeIcon = icon('close')
  const leave = h('button', {
    type: 'button',
    class: 'round',
    on: { click: () => (pages.length > 1 ? back() : close()) },
  })
  const body = h('div', { class: 'form-body', tabindex: '-1' })
  const said = h('p', { class: 'form-said', role: 'alert', dir: 'auto', hidden: true })
  const next = h('button', { type: 'submit', class: 'form-next', dir: 'auto' })
  const foot = h('div', { class: 'form-foot' }, said, next, h('p', { class: 'form-by' }, 'Managed by Dwar'))
  const form = h('form', { class: 'form-page', novalidate: true }, body, foot)
  const cover = h(
    'div',
    { class: 'form-cover', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': label },
    h('div', { class: 'form-head' }, leave, title),
    form,
  )

  /** @param {string} text */
  function say(text) {
    clearTimeout(hiding)
    said.textContent = text
    said.hidden = text === ''
    hiding = setTimeout(() => {
      said.hidden = true
    }, 8000)
  }

  /** @param {Page} page */
  function show(page) {
    const { screen, data, values } = page
    const written = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(JSON.stringify(screen.layout.children)) ? 'rtl' : 'ltr'
    cover.setAttribute('dir', written)
    title.textContent = screen.title ?? ''
    leave.replaceChildren(pages.length > 1 ? backIcon : closeIcon)
    leave.setAttribute('aria-label', pages.length > 1 ? 'Back' : 'Close')
    /** @type {import('./inputs.js').Drawn} */
    let drawn
    const changed = () => {
      // as on a phone, whose button waits for all that is required
      next.disabled = drawn.inputs.some(({ required, value }) => required && value() === undefined)
    }
    drawn = draw(screen.layout.children, { data, initial: values, errors: {}, changed })
    body.replaceChildren(...drawn.elements)
    body.scrollTop = 0
    next.textContent = drawn.footer?.label ?? ''
    next.hidden = !drawn.footer
    changed()
    form.onsubmit = (event) => {
      event.preventDefault()
      const given = Object.fromEntries(drawn.inputs.map(({ name, value }) => [name, value()]))
      page.values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const action = drawn.footer?.['on-click-action']
      const payload = Object.fromEntries(
        Object.entries(action?.payload ?? {}).map(([name, value]) => [name, filledIn(value, given, data)]),
      )
      ask(action?.name === 'complete' || action?.name === 'navigate' ? action.name : 'data_exchange', payload)
    }
    body.focus({ preventScroll: true })
  }

  /** @param {any} answer */
  function shown(answer) {
    if (answer.sent) return close()
    if (answer.void) shut.add(entry.id)
    if (answer.void || answer.failed) {
      next.disabled = answer.void === true
      next.hidden ||= pages.length === 0
      return say(answer.error)
    }
    const current = pages.at(-1)
    const { screen, data } = answer
    // what comes back on the same screen takes its place, with what was given
    if (current?.screen.id === screen.id) pages.pop()
    pages.push({ screen, data, values: current?.screen.id === screen.id ? current.values : {} })
    show(/** @type {Page} */ (pages.at(-1)))
    say(answer.error ?? '')
  }

  /** @param {'open' | 'data_exchange' | 'back' | 'navigate' | 'complete'} action @param {object} [data] */
  async function ask(action, data) {
    next.disabled = true
    cover.classList.add('asking')
    try {
      shown(await actInForm({ message: entry.id, action, screen: pages.at(-1)?.screen.id, data }))
    } catch (error) {
      next.disabled = false
      say(/** @type {Error} */ (error).message)
    }
    cover.classList.remove('asking')
  }
  function back() {
    pages.pop()
    const page = /** @type {Page} */ (pages.at(-1))
    show(page)
    if (page.screen.refresh_on_back) ask('back')
  }

  cover.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  })
  for (const element of covered) element.setAttribute('inert', '')
  phone.append(cover)
  leave.replaceChildren(closeIcon)
  leave.setAttribute('aria-label', 'Close')
  next.hidden = true
  leave.focus({ preventScroll: true })
  ask('open')
}
