/** Photos and documents inside a bubble. */
import { h, icon } from '../dom.js'

/** What a browser shows by itself without running anything. */
const SHOWN = /^(application\/pdf|image\/(jpeg|png|gif|webp))$/

/**
 * Opens a file in a tab of its own, or saves it.
 * @param {string} address @param {string} name
 */
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

/** @param {string} address @param {string} name @param {Element} place */
const opener = (address, name, place) => (/** @type {Event} */ event) => {
  event.preventDefault()
  openFile(address, name).catch(() => {
    place.textContent = 'This file is no longer available'
  })
}

/** @param {string} address @param {string} [caption] */
export function photo(address, caption) {
  const image = h('img', { src: address, alt: caption ? '' : 'Photo', loading: 'lazy', decoding: 'async' })
  const link = h(
    'a',
    { href: address, class: 'photo', 'aria-label': caption ? `Open the photo: ${caption}` : 'Open the photo' },
    image,
  )
  link.addEventListener('click', opener(address, 'photo', link))
  image.addEventListener('error', () => {
    link.classList.add('gone')
    link.textContent = 'Photo not available'
  })
  return link
}

/** @param {string} address @param {{ filename?: string, mime_type?: string }} document */
export function documentCard(address, { filename, mime_type }) {
  const name = filename ?? 'Document'
  const kind = (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? mime_type?.split('/')[1] ?? 'file').toUpperCase()
  const note = h('small', {}, kind)
  return h(
    'a',
    { href: address, class: 'document', download: name, on: { click: opener(address, name, note) } },
    h('span', { class: 'document-icon', 'data-kind': kind }, icon('file')),
    h('span', { class: 'document-name' }, h('strong', { dir: 'auto' }, name), note),
  )
}
