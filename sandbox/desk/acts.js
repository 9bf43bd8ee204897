/** What a clerk can do with a case. */
import { h } from '/phone/dom.js'
import { FINAL } from './words.js'

/** @typedef {import('./control.js').Act} Act */
/** @typedef {(act: Act) => Promise<void>} Doing */

const KINDS = { DOCUMENT: 'Another document', ANSWER: 'An answer', APPOINTMENT: 'To come in person' }

/**
 * @param {string} text @param {HTMLElement} control @param {string} [hint]
 */
const labelled = (text, control, hint) => h('label', {}, h('span', {}, text), control, hint && h('small', {}, hint))

/** @param {string} title @param {string} submit @param {HTMLElement[]} parts @param {() => Promise<void>} done @param {() => void} cancel */
function form(title, submit, parts, done, cancel) {
  const problem = h('p', { class: 'problem', role: 'alert' })
  const button = h('button', { type: 'submit', class: 'main' }, submit)
  const element = h(
    'form',
    {
      class: 'act',
      'aria-label': title,
      on: {
        submit: async (/** @type {Event} */ event) => {
          event.preventDefault()
          button.disabled = true
          problem.textContent = ''
          try {
            await done()
          } catch (error) {
            problem.textContent = /** @type {Error} */ (error).message
            button.disabled = false
          }
        },
        keydown: (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && cancel(),
      },
    },
    h('h3', {}, title),
    ...parts,
    problem,
    h('div', { class: 'buttons' }, button, h('button', { type: 'button', on: { click: cancel } }, 'Cancel')),
  )
  return element
}

/** @param {Doing} act @param {() => void} cancel */
function asking(act, cancel) {
  const kind = h('select', {}, ...Object.entries(KINDS).map(([value, text]) => h('option', { value }, text)))
  const text = h('textarea', { rows: '2', maxlength: '500', dir: 'auto' })
  const question = h('input', { autocomplete: 'off', spellcheck: 'false' })
  const due = h('input', { type: 'date' })
  const place = h('input', { dir: 'auto', maxlength: '200' })
  const about = labelled(
    'Which one',
    question,
    'The question’s name in the service, such as identity. May be left out.',
  )
  const where = labelled('Place', place)
  const when = h('span', {}, '')
  const dated = h('label', {}, when, due)
  const suit = () => {
    const visit = kind.value === 'APPOINTMENT'
    about.hidden = visit
    where.hidden = !visit
    when.textContent = visit ? 'On' : 'Until'
  }
  kind.addEventListener('change', suit)
  suit()
  const given = (/** @type {HTMLInputElement} */ input, /** @type {HTMLElement} */ row) =>
    row.hidden ? undefined : input.value.trim() || undefined
  return form(
    'Ask the citizen',
    'Ask',
    [labelled('For', kind), labelled('What the citizen reads', text), about, where, dated],
    () =>
      act({
        status: 'action_required',
        action: {
          kind: kind.value,
          text: text.value.trim() || undefined,
          question: given(question, about),
          due: due.value || undefined,
          place: given(place, where),
        },
      }),
    cancel,
  )
}

/** @param {Doing} act @param {() => void} cancel */
function refusing(act, cancel) {
  const reason = h('textarea', { rows: '3', required: true, maxlength: '500', dir: 'auto' })
  return form(
    'Refuse the application',
    'Refuse',
    [labelled('Reason, which the citizen reads', reason)],
    () => act({ status: 'rejected', reason: reason.value.trim() }),
    cancel,
  )
}

/**
 * @param {string} status of the case
 * @param {Doing} act throws with the reason where the case does not take it
 * @returns {HTMLElement}
 */
export function acts(status, act) {
  if (FINAL.includes(status)) return h('p', { class: 'quiet' }, 'This case is closed.')
  const place = h('div', { class: 'acting' })
  const problem = h('p', { class: 'problem', role: 'alert' })
  const row = h('div', { class: 'buttons' })
  const cancel = () => {
    place.replaceChildren()
    row.hidden = false
    row.querySelector('button')?.focus()
  }
  /** @param {HTMLElement} made */
  const open = (made) => {
    row.hidden = true
    problem.textContent = ''
    place.replaceChildren(made)
    const first = /** @type {HTMLElement | null} */ (made.querySelector('select, textarea'))
    first?.focus()
  }
  /** @param {string} text @param {string} kind @param {() => unknown} press */
  const button = (text, kind, press) => h('button', { type: 'button', class: kind, on: { click: press } }, text)
  /** @param {Act} wanted */
  const now = async (wanted) => {
    problem.textContent = ''
    try {
      await act(wanted)
    } catch (error) {
      problem.textContent = /** @type {Error} */ (error).message
    }
  }
  if (status !== 'in_review') row.append(button('Take up', 'main', () => now({ status: 'in_review' })))
  row.append(
    button('Approve', status === 'in_review' ? 'main' : '', () => now({ status: 'approved' })),
    button('Ask…', '', () => open(asking(act, cancel))),
    button('Refuse…', 'danger', () => open(refusing(act, cancel))),
  )
  return h('div', { class: 'acts' }, row, place, problem)
}
