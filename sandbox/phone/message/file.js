/** Photos and documents inside a bubble. */
import { h, icon } from '../dom.js'
import { opener } from '../opener.js'

/** @param {Element} place @param {string} what */
function gone(place, what) {
  place.textContent = `${what} not available`
}

/** @param {string} address @param {string} [caption] */
export function photo(address, caption) {
  const image = h('img', { src: address, alt: caption ? '' : 'Photo', loading: 'lazy', decoding: 'async' })
  const link = h(
    'a',
    { href: address, class: 'photo', 'aria-label': caption ? `Open the photo: ${caption}` : 'Open the photo' },
    image,
  )
  link.addEventListener(
    'click',
    opener(address, 'photo', () => gone(link, 'Photo')),
  )
  image.addEventListener('error', () => {
    link.classList.add('gone')
    gone(link, 'Photo')
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
    {
      href: address,
      class: 'document',
      download: name,
      on: { click: opener(address, name, () => gone(note, 'File')) },
    },
    h('span', { class: 'document-icon', 'data-kind': kind }, icon('file')),
    h('span', { class: 'document-name' }, h('strong', { dir: 'auto' }, name), note),
  )
}
