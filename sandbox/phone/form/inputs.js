/** The components of a form, as a phone draws them. */
import { h } from '../dom.js'

/**
 * @typedef {object} Drawing How a screen is drawn.
 * @property {Record<string, any>} data
 * @property {Record<string, any>} initial values by the names of inputs
 * @property {Record<string, string>} errors by the names of inputs
 * @property {() => void} changed an input was changed
 */
/**
 * @typedef {object} Input
 * @property {string} name
 * @property {() => unknown} value undefined where nothing is given
 * @property {boolean} required
 */
/** @typedef {{ elements: HTMLElement[], inputs: Input[], footer: any }} Drawn */

/** `${data.x.y}` as what it stands for. @param {any} value @param {Record<string, any>} data */
export function resolved(value, data) {
  const path = typeof value === 'string' ? /^\$\{data\.([\w.]+)\}$/.exec(value)?.[1] : undefined
  if (path === undefined) return value
  /** @type {any} */
  let at = data
  for (const name of path.split('.')) at = at?.[name]
  return at
}

/** What a phone that is set to a language writes beside what may be left out; the phone of whoever reads a form is set to the form's. @type {[RegExp, string][]} */
const OPTIONAL = [
  [/\p{Script=Arabic}/u, '(اختیاری)'],
  [/\p{Script=Devanagari}/u, '(वैकल्पिक)'],
  [/\p{Script=Gurmukhi}/u, '(ਵਿਕਲਪਿਕ)'],
]
/** @param {string} label */
const optionalIn = (label) => OPTIONAL.find(([script]) => script.test(label))?.[1] ?? '(optional)'

let count = 0

/** An input with its label, its help and what is wrong. @param {any} one @param {Drawing} drawing @param {HTMLElement} input @param {string} id */
function framed(one, { errors }, input, id) {
  const error = errors[one.name]
  const help = one['helper-text']
  if (error) input.setAttribute('aria-invalid', 'true')
  if (error || help) input.setAttribute('aria-describedby', `${id}-about`)
  return h(
    'div',
    { class: `form-field${error ? ' wrong' : ''}` },
    h(
      'label',
      { for: id, dir: 'auto' },
      one.label,
      !one.required && h('small', { class: 'form-optional', dir: 'auto' }, optionalIn(one.label)),
    ),
    input,
    (error || help) &&
      h('p', { id: `${id}-about`, class: error ? 'form-error' : 'form-help', dir: 'auto' }, error || help),
  )
}

/** A group of radio buttons or check boxes. @param {any} one @param {Drawing} drawing @param {'radio' | 'checkbox'} type */
function group(one, { initial, errors, changed }, type) {
  const chosen = [initial[one.name] ?? []].flat()
  const name = `form-${count++}`
  const boxes = one['data-source'].map((/** @type {any} */ option) => {
    const box = h('input', {
      type,
      name,
      value: option.id,
      checked: chosen.includes(option.id),
      on: { change: changed },
    })
    const label = h(
      'label',
      { class: 'form-option' },
      h('span', { dir: 'auto' }, option.title, option.description && h('small', { dir: 'auto' }, option.description)),
      box,
    )
    return { box, label }
  })
  const error = errors[one.name]
  const element = h(
    'fieldset',
    { class: `form-field${error ? ' wrong' : ''}` },
    h('legend', { dir: 'auto' }, one.label),
    one.description && h('p', { class: 'form-help', dir: 'auto' }, one.description),
    error && h('p', { class: 'form-error', dir: 'auto' }, error),
    ...boxes.map((/** @type {any} */ { label }) => label),
  )
  const value = () => {
    const ids = boxes.flatMap((/** @type {any} */ { box }) => (box.checked ? [box.value] : []))
    return type === 'checkbox' ? (ids.length ? ids : undefined) : ids[0]
  }
  return { element, value }
}

/** @param {any} one @param {Drawing} drawing @returns {{ element: HTMLElement, value: () => unknown } | null} */
function inputOf(one, drawing) {
  const id = `form-${count++}`
  const { initial, changed } = drawing
  const given = initial[one.name] ?? ''
  /** @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} input */
  const typed = (input) => ({
    element: framed(one, drawing, input, id),
    value: () => (input.value.trim() === '' ? undefined : input.value),
  })
  switch (one.type) {
    case 'TextInput': {
      const kind = one['input-type'] ?? 'text'
      return typed(
        h('input', {
          id,
          type: kind === 'phone' ? 'tel' : kind === 'number' ? 'text' : kind,
          inputmode: kind === 'number' ? 'numeric' : null,
          maxlength: one['max-chars'] ?? 80,
          value: given,
          dir: 'auto',
          on: { input: changed },
        }),
      )
    }
    case 'TextArea': {
      const area = h('textarea', {
        id,
        rows: 3,
        maxlength: one['max-length'] ?? 600,
        dir: 'auto',
        on: { input: changed },
      })
      area.value = given
      return typed(area)
    }
    case 'DatePicker':
      return typed(h('input', { id, type: 'date', value: given, on: { input: changed } }))
    case 'Dropdown': {
      const options = one['data-source'].map((/** @type {any} */ option) =>
        h('option', { value: option.id, selected: option.id === given }, option.title),
      )
      return typed(h('select', { id, dir: 'auto', on: { change: changed } }, h('option', { value: '' }, ''), options))
    }
    case 'RadioButtonsGroup':
      return group(one, drawing, 'radio')
    case 'CheckboxGroup':
      return group(one, drawing, 'checkbox')
    default:
      return null
  }
}

const TEXTS = /** @type {Record<string, 'h3' | 'h4' | 'p'>} */ ({
  TextHeading: 'h3',
  TextSubheading: 'h4',
  TextBody: 'p',
  TextCaption: 'p',
})

/** Draws components, one below the other. @param {any[]} components @param {Drawing} drawing @returns {Drawn} */
export function draw(components, drawing) {
  /** @type {Drawn} */
  const drawn = { elements: [], inputs: [], footer: null }
  for (const raw of components) {
    const one = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, resolved(value, drawing.data)]))
    if (one.visible === false) continue
    if (one.type === 'Form') {
      const initial = { ...one['init-values'], ...drawing.initial }
      const inner = draw(one.children, { ...drawing, initial, errors: { ...one['error-messages'], ...drawing.errors } })
      drawn.elements.push(...inner.elements)
      drawn.inputs.push(...inner.inputs)
      drawn.footer ??= inner.footer
    } else if (one.type === 'Footer') drawn.footer = one
    else if (TEXTS[one.type]) {
      const strong = /bold/.test(one['font-weight'] ?? '') ? ' strong' : ''
      drawn.elements.push(
        h(TEXTS[one.type], { class: `form-text-${one.type.slice(4).toLowerCase()}${strong}`, dir: 'auto' }, one.text),
      )
    } else {
      const input = inputOf(one, drawing)
      if (!input) drawn.elements.push(h('p', { class: 'form-text-caption' }, `${one.type} is not drawn on this phone`))
      else {
        drawn.elements.push(input.element)
        drawn.inputs.push({ name: one.name, value: input.value, required: one.required === true })
      }
    }
  }
  return drawn
}
