/** What a citizen can send besides words. */
import { h } from './dom.js'
import { identityCard, paper, photograph } from './samples.js'
import { openSheet } from './sheet.js'

/** @param {Blob} blob @returns {Promise<string>} */
const base64 = (blob) =>
  new Promise((read, failed) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => read(String(reader.result).split(',', 2)[1] ?? ''))
    reader.addEventListener('error', () => failed(new Error('The file cannot be read.')))
    reader.readAsDataURL(blob)
  })

/** @param {Blob} blob @param {string} name @returns {Promise<import('./control.js').Content>} */
export const fileContent = async (blob, name) => ({
  file: { name, mediaType: blob.type || 'application/octet-stream', base64: await base64(blob) },
})

/**
 * @param {HTMLElement} phone
 * @param {import('./citizens.js').Citizen} citizen
 * @param {(made: Promise<import('./control.js').Content>) => void} send
 */
export function openAttachments(phone, citizen, send) {
  const input = h('input', {
    type: 'file',
    accept: 'image/*,application/pdf',
    on: {
      change: () => {
        const file = input.files?.[0]
        if (file) send(fileContent(file, file.name))
      },
    },
  })
  /** @param {Blob | Promise<Blob>} blob @param {string} name */
  const sample = async (blob, name) => fileContent(await blob, name)
  const place = { latitude: 28.6139, longitude: 77.209, name: 'Connaught Place', address: 'New Delhi' }
  const card = {
    name: { formatted_name: 'Farida Begum', first_name: 'Farida', last_name: 'Begum' },
    phones: [{ phone: '+91 98100 54321', type: 'CELL', wa_id: '919810054321' }],
  }
  openSheet(phone, 'Attach', [
    {
      rows: [
        { title: 'Photo or PDF', description: 'From this computer', icon: 'folder', choose: () => input.click() },
        {
          title: 'Photo of an identity card',
          description: 'A sample, made here',
          icon: 'image',
          choose: () => send(sample(identityCard(citizen), 'identity-card.jpg')),
        },
        {
          title: 'Photograph of a face',
          description: 'A sample, made here',
          icon: 'person',
          choose: () => send(sample(photograph(), 'photograph.jpg')),
        },
        {
          title: 'PDF document',
          description: 'A sample, made here',
          icon: 'file',
          choose: () => send(sample(paper(citizen), 'document.pdf')),
        },
        {
          title: 'Location',
          description: 'Connaught Place, New Delhi',
          icon: 'place',
          choose: () => send(Promise.resolve({ raw: { type: 'location', location: place } })),
        },
        {
          title: 'Contact card',
          description: 'Farida Begum, +91 98100 54321',
          icon: 'person',
          choose: () => send(Promise.resolve({ raw: { type: 'contacts', contacts: [card] } })),
        },
        {
          title: 'Voice message',
          description: 'A sample, made here',
          icon: 'voice',
          choose: () => send(sample(new Blob([new Uint8Array(64)], { type: 'audio/ogg' }), 'voice.ogg')),
        },
      ],
    },
  ])
}
