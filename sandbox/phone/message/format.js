/** WhatsApp's text formatting as nodes. */
import { h } from '../dom.js'

/** @typedef {{ mark: string, tag: 'strong' | 'em' | 's' | 'code' }} Style */

/** @type {Style[]} */
const STYLES = [
  { mark: '```', tag: 'code' },
  { mark: '`', tag: 'code' },
  { mark: '*', tag: 'strong' },
  { mark: '_', tag: 'em' },
  { mark: '~', tag: 's' },
]
const LINK = /^https?:\/\/[^\s<>"]+/i

/** Punctuation that ends a sentence belongs to no address. @param {string} address */
const trimmed = (address) => address.replace(/[.,;:!?'*_~)\]]+$/, '')

/** @param {string | undefined} character */
const isWord = (character) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

/**
 * Where a span that opens at `start` closes; -1 where it does not.
 * @param {string} text @param {number} start @param {string} mark
 */
function closing(text, start, mark) {
  const from = start + mark.length
  if (mark !== '```' && (isWord(text[start - 1]) || text[from] === undefined || /\s/.test(text[from]))) return -1
  for (let at = text.indexOf(mark, from + 1); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (mark === '```') return at
    if (text.slice(from, at).includes('\n')) return -1
    if (!/\s/.test(text[at - 1] ?? ' ') && !isWord(text[at + mark.length])) return at
  }
  return -1
}

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function spans(text) {
  /** @type {(Node | string)[]} */
  const parts = []
  let plain = ''
  const flush = () => {
    if (plain) parts.push(plain)
    plain = ''
  }
  for (let at = 0; at < text.length; ) {
    const found = text[at] === 'h' && !isWord(text[at - 1]) ? LINK.exec(text.slice(at)) : null
    if (found) {
      const address = trimmed(found[0])
      flush()
      parts.push(h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address))
      at += address.length
      continue
    }
    const style = STYLES.find(({ mark }) => text.startsWith(mark, at))
    const end = style ? closing(text, at, style.mark) : -1
    if (style && end !== -1) {
      const inner = text.slice(at + style.mark.length, end)
      flush()
      parts.push(h(style.tag, {}, ...(style.tag === 'code' ? [inner] : spans(inner))))
      at = end + style.mark.length
      continue
    }
    plain += text[at]
    at++
  }
  flush()
  return parts
}

/**
 * The lines of a message, each in its own direction; quotes and lists as such.
 * @param {string} text
 * @returns {HTMLElement}
 */
export function formatted(text) {
  const box = h('div', { class: 'text', dir: 'auto' })
  // a code block runs over lines, which must not be taken apart
  if (text.includes('```')) {
    box.append(...spans(text))
    return box
  }
  for (const line of text.split('\n')) {
    const quote = /^>\s?(.+)$/.exec(line)
    const item = /^\s*(?:[-*•]|(\d+)[.)])\s+(.+)$/.exec(line)
    if (quote) box.append(h('blockquote', { dir: 'auto' }, ...spans(quote[1])))
    else if (item)
      box.append(
        h(
          'div',
          { class: 'item', dir: 'auto' },
          h('span', {}, item[1] ? `${item[1]}.` : '•'),
          h('span', {}, ...spans(item[2])),
        ),
      )
    else box.append(h('p', { dir: 'auto' }, ...(line ? spans(line) : [h('br')])))
  }
  return box
}

/** The text without its marks, on one line: for quotes and lists of chats. @param {string} text */
export const flat = (text) =>
  text
    .split('\n')
    .map((line) => formatted(line).textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
