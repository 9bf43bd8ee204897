/** A record's fields, whatever their shape. */
import { h } from '/phone/dom.js'
import { words } from './words.js'

/** @param {unknown} value */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param {unknown} value @returns {Node | string} */
function shown(value) {
  if (value === null || value === undefined || value === '') return h('span', { class: 'quiet' }, '—')
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) {
    if (!value.length) return h('span', { class: 'quiet' }, 'none')
    return h('ol', { class: 'several' }, ...value.map((one) => h('li', {}, shown(one))))
  }
  if (isObject(value)) return fields(/** @type {Record<string, unknown>} */ (value))
  return h('span', { dir: 'auto', class: 'value' }, String(value))
}

/** @param {Record<string, unknown>} record @returns {HTMLElement} */
export function fields(record) {
  return h(
    'dl',
    {},
    ...Object.entries(record).map(([name, value]) => {
      const nested = isObject(value) || (Array.isArray(value) && value.some(isObject))
      return h('div', { class: nested ? 'nested' : '' }, h('dt', {}, words(name)), h('dd', {}, shown(value)))
    }),
  )
}
