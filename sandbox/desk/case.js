/** One case: its record, its documents, and what a clerk can do with it. */
import { h } from '/phone/dom.js'
import { opener } from '/phone/opener.js'
import { acts } from './acts.js'
import { certificateAt, documentAt } from './control.js'
import { fields } from './fields.js'
import { STATUS, serviceName, size } from './words.js'

/** @typedef {import('./control.js').Case} Case */

/** @param {string} status */
export const badge = (status) => h('span', { class: `badge ${status}` }, STATUS[status] ?? status)

/** @param {string} address @param {string} name @param {import('/phone/dom.js').Child[]} parts @param {string} kind */
function file(address, name, parts, kind = '') {
  const link = h('a', { href: address, class: kind }, ...parts)
  const gone = () => link.replaceChildren('This file is not available')
  link.addEventListener('click', opener(address, name, gone))
  return link
}

/** @param {string} department @param {Case} of @param {number} index */
function documentCard(department, of, index) {
  const { name, mediaType, size: bytes } = of.documents[index]
  const address = documentAt(department, of.reference, index)
  const picture = mediaType.startsWith('image/')
    ? h('img', { src: address, alt: '', loading: 'lazy' })
    : h('span', { class: 'paper' }, mediaType.split('/')[1]?.toUpperCase())
  const words = h(
    'span',
    {},
    h('strong', { dir: 'auto' }, name),
    h('small', { class: 'quiet' }, `${mediaType}, ${size(bytes)}`),
  )
  return h('li', {}, file(address, name, [picture, words]))
}

/**
 * @param {string} department
 * @param {Case} of
 * @param {import('./acts.js').Doing} act
 * @returns {HTMLElement[]}
 */
export function caseDetail(department, of, act) {
  const { reference, key, service, status, documents } = of
  const certificate = () =>
    file(certificateAt(department, reference), `${key}.pdf`, ['Certificate as issued (PDF)'], 'button')
  return [
    h('a', { href: '#', class: 'back' }, '← All cases'),
    h('div', { class: 'case-head' }, h('h2', {}, serviceName(service)), badge(status)),
    h('p', { class: 'quiet' }, `${reference} · hub’s number ${key}`),
    acts(status, act),
    ...(status === 'approved' ? [h('p', {}, certificate())] : []),
    h('h3', {}, 'Record'),
    fields(of.fields),
    h('h3', {}, `Documents (${documents.length})`),
    h('ul', { class: 'documents' }, ...documents.map((_, index) => documentCard(department, of, index))),
  ]
}
