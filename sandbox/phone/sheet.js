/** What rises from the lower edge of a phone: choices, and what can be attached. */
import { h, icon } from './dom.js'

/**
 * @typedef {object} SheetRow
 * @property {string} title
 * @property {string} [description]
 * @property {import('./dom.js').IconName} [icon]
 * @property {() => void} choose
 */
/** @typedef {{ title?: string, rows: SheetRow[] }} SheetSection */

/**
 * Covers a phone until a row is chosen, it is closed or Escape is pressed; then the focus goes back.
 * @param {HTMLElement} phone
 * @param {string} title
 * @param {SheetSection[]} sections
 */
export function openSheet(phone, title, sections) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement)
  const covered = [...phone.children]
  const label = `sheet-${crypto.getRandomValues(new Uint32Array(1))[0]}`

  const close = () => {
    cover.remove()
    for (const element of covered) element.removeAttribute('inert')
    before?.focus({ preventScroll: true })
  }
  const closer = h(
    'button',
    { type: 'button', class: 'round', 'aria-label': 'Close', on: { click: close } },
    icon('close'),
  )
  /** @param {SheetRow} row */
  const button = (row) =>
    h(
      'button',
      {
        type: 'button',
        class: 'row',
        on: {
          click: () => {
            close()
            row.choose()
          },
        },
      },
      row.icon && h('span', { class: 'row-icon' }, icon(row.icon)),
      h(
        'span',
        { class: 'row-text' },
        h('span', { class: 'row-title', dir: 'auto' }, row.title),
        row.description && h('span', { class: 'row-description', dir: 'auto' }, row.description),
      ),
      !row.icon && h('span', { class: 'radio', 'aria-hidden': 'true' }),
    )

  const sheet = h(
    'div',
    { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': label },
    h('div', { class: 'sheet-head' }, closer, h('h2', { id: label, dir: 'auto' }, title)),
    h(
      'div',
      { class: 'sheet-rows' },
      ...sections.map(({ title: heading, rows }) =>
        h('section', {}, heading && h('h3', { dir: 'auto' }, heading), ...rows.map(button)),
      ),
    ),
  )
  /** @param {KeyboardEvent} event */
  const keys = (event) => {
    const rows = /** @type {HTMLElement[]} */ ([...sheet.querySelectorAll('button')])
    const at = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement))
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') close()
    else if (step) rows[(at + step + rows.length) % rows.length]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const cover = h(
    'div',
    {
      class: 'cover',
      on: {
        click: (/** @type {Event} */ event) => event.target === cover && close(),
        keydown: keys,
      },
    },
    sheet,
  )
  for (const element of covered) element.setAttribute('inert', '')
  phone.append(cover)
  const first = /** @type {HTMLElement | null} */ (sheet.querySelector('.row'))
  ;(first ?? closer).focus({ preventScroll: true })
}
