/** Files that others sent, looked at safely. */
import { h } from './dom.js'

/** What a browser shows by itself without running anything. */
const SHOWN = /^(application\/pdf|image\/(jpeg|png|gif|webp))$/

/** @param {string} address @param {string} name */
async function openFile(address, name) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status}`)
  const bytes = await response.arrayBuffer()
  const type = (response.headers.get('content-type') ?? '').split(';')[0]
  const shown = SHOWN.test(type)
  const url = URL.createObjectURL(new Blob([bytes], { type: shown ? type : 'application/octet-stream' }))
  h('a', shown ? { href: url, target: '_blank', rel: 'noopener' } : { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/**
 * For a click: opens the file in a tab of its own, or saves it. The address itself is served so strictly that a browser's
 * PDF viewer refuses it.
 * @param {string} address @param {string} name @param {() => void} gone called where the file is no longer there
 */
export const opener = (address, name, gone) => (/** @type {Event} */ event) => {
  event.preventDefault()
  openFile(address, name).catch(gone)
}
