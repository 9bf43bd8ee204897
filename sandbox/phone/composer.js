/** Where the citizen types. */
import { openAttachments } from './attach.js'
import { h, icon } from './dom.js'

/** @typedef {import('./control.js').Content} Content */

/**
 * @param {import('./citizens.js').Citizen} citizen
 * @param {() => HTMLElement} phone
 * @param {(made: Promise<Content>, text: string) => void} send `text` is shown until the sandbox has the message
 */
export function composer(citizen, phone, send) {
  const field = h('textarea', {
    rows: '1',
    placeholder: 'Message',
    'aria-label': `Message as ${citizen.name}`,
    dir: 'auto',
    enterkeyhint: 'send',
    maxlength: '4096',
  })
  /** @param {Event} event */
  function submit(event) {
    event.preventDefault()
    const text = field.value.trim()
    if (!text) return
    field.value = ''
    send(Promise.resolve({ text }), text)
  }
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
  })
  const attach = () => openAttachments(phone(), citizen, (made) => send(made, 'Sending a file…'))
  const element = h(
    'form',
    { class: 'composer', on: { submit } },
    h(
      'div',
      { class: 'field' },
      field,
      h('button', { type: 'button', class: 'round', 'aria-label': 'Attach', on: { click: attach } }, icon('attach')),
    ),
    h('button', { type: 'submit', class: 'round send', 'aria-label': 'Send' }, icon('send')),
  )
  return { element, focus: () => field.focus({ preventScroll: true }) }
}
