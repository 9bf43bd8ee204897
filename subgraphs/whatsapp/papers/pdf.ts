import { inflateSync } from 'node:zlib'

/** Why a PDF is not taken: it has a password, does something by itself, or cannot be opened or hides what it is. */
export type PdfFault = 'locked' | 'active' | 'damaged'

/** Of object streams together, unpacked. */
const UNPACKED_BYTES = 64 * 1024 * 1024
/** Longest dictionary before a stream, and longest action, that is looked at. */
const DICTIONARY = 4096
/** Readers look for the end of a PDF so far from the end of the file; what mail and portals hang behind is shorter. */
const BEHIND = 24 * 1024

/** A name of a PDF: each of its letters may be written as `#` and two digits. ISO 32000-1, 7.3.5. */
function spelt(name: string): string {
  const letters = [...name].map((letter) => {
    const code = letter.charCodeAt(0).toString(16)
    const digits = [...code].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join('')
    return `(?:${letter}|#${digits})`
  })
  return `/${letters.join('')}(?![A-Za-z0-9#])`
}
const named = (name: string): RegExp => new RegExp(spelt(name))
/** What may stand between two words: space and comments. */
const GAP = '[\\s\\0]*(?:%[^\\r\\n]{0,80}[\\r\\n][\\s\\0]*)*'
const BREAK = `(?=[\\s\\0%])${GAP}`
const REFERENCE = `(\\d+)${BREAK}(\\d+)${BREAK}R`

const ENCRYPT = named('Encrypt')
const OBJECT_STREAM = named('ObjStm')
const FLATE = named('FlateDecode')
const PREDICTOR = named('Predictor')
const LINEARIZED = named('Linearized')
/** Actions that run something or leave the paper, and what brings another file or a program along. So short a name counts only with its value: bytes of a picture look like it. */
const ACTIVE = new RegExp(
  [
    ...['JavaScript', 'Launch', 'RichMedia', 'EmbeddedFile', 'ImportData', 'SubmitForm', 'GoToR', 'GoToE'].map(spelt),
    `${spelt('EF')}${GAP}(?:<<|${REFERENCE})`,
    `${spelt('XFA')}${GAP}(?:\\[|${REFERENCE})`,
  ].join('|'),
)
/** What is done when the paper or a page is opened: the action, or where it stands. */
const OPENING = new RegExp(`(?:${spelt('OpenAction')}|${spelt('AA')})${GAP}(?:<<|${REFERENCE})`, 'g')
/** No paper does more when it is opened. */
const OPENINGS = 100
/** A link opens an address when it is pressed, and is fine; an action does so by itself. */
const TO_ADDRESS = new RegExp(`${spelt('S')}${GAP}${spelt('URI')}`)

/** An object stream, unpacked: number and place of each object, then from `first` on the objects. ISO 32000-1, 7.5.7. */
interface Packed {
  readonly text: string
  readonly first: number
}

export function pdfFault(bytes: Uint8Array): PdfFault | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (isCut(text)) return 'damaged'
  if (ENCRYPT.test(text)) return 'locked'
  if (ACTIVE.test(text)) return 'active'
  const packed: Packed[] = []
  let left = UNPACKED_BYTES
  // objects may be packed: what stands in them is looked at as well
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    if (text.startsWith('end', index - 3)) continue
    const before = text.slice(Math.max(0, index - DICTIONARY), index)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (!OBJECT_STREAM.test(dictionary)) continue
    // packed in a way that no common program packs objects: nobody could say what is in it
    if (!FLATE.test(dictionary) || PREDICTOR.test(dictionary) || /Decode\b.*Decode\b/s.test(dictionary))
      return 'damaged'
    const start = index + (text[index + 6] === '\r' ? 8 : 7)
    const end = text.indexOf('endstream', start)
    try {
      const inner = inflateSync(bytes.subarray(start, end < 0 ? undefined : end), { maxOutputLength: left })
      left -= inner.length
      packed.push({ text: inner.toString('latin1'), first: Number(/\/First\s*(\d+)/.exec(dictionary)?.[1]) })
      if (ACTIVE.test(packed.at(-1)!.text)) return 'active'
    } catch {
      return 'damaged'
    }
  }
  if (opensAddress([text, ...packed.map((stream) => stream.text)], text, packed)) return 'active'
  // what no reader could mend is left to whoever looks at it
  return hasEnd(text) || !text.includes(' obj') ? null : 'damaged'
}

/** Whether a PDF ends within one of its objects: the rest of it never came. */
const isCut = (text: string): boolean =>
  text.lastIndexOf(' obj') > Math.max(text.lastIndexOf('endobj'), text.lastIndexOf('%%EOF'))

/** Whether a PDF comes to its end: one that is made for the web says a first time before most of it has come that it does. */
function hasEnd(text: string): boolean {
  const end = text.lastIndexOf('%%EOF')
  if (end < 0 || !/^[\s\0]*$/.test(text.slice(end + BEHIND))) return false
  const begin = text.lastIndexOf('startxref', end)
  return !(begin >= 0 && LINEARIZED.test(text) && /^startxref[\s\0]+0[\s\0]*$/.test(text.slice(begin, end)))
}

/** Whether a PDF opens an address by itself, or does so much that nobody could say. */
function opensAddress(parts: readonly string[], text: string, packed: readonly Packed[]): boolean {
  let openings = 0
  for (const part of parts)
    for (const { index, 1: number, 2: generation } of part.matchAll(OPENING)) {
      if (++openings > OPENINGS) return true
      const actions = number
        ? objects(number, generation!, text, packed)
        : [part.slice(index, index + DICTIONARY).split('>>', 1)[0]!]
      if (actions.some((action) => TO_ADDRESS.test(action))) return true
    }
  return false
}

/** An object of a PDF, as each of its versions has it. */
function objects(number: string, generation: string, text: string, packed: readonly Packed[]): string[] {
  const found: string[] = []
  for (const { index } of text.matchAll(new RegExp(`(?<!\\d)${number}${BREAK}${generation}${BREAK}obj`, 'g')))
    found.push(text.slice(index, index + DICTIONARY).split('endobj', 1)[0]!)
  for (const { text: inner, first } of packed) {
    const places = inner.slice(0, first).trim().split(/\s+/)
    for (let i = 0; i < places.length; i += 2)
      if (places[i] === number) {
        const next = places[i + 3] === undefined ? DICTIONARY : Number(places[i + 3]) - Number(places[i + 1])
        const from = first + Number(places[i + 1])
        found.push(inner.slice(from, from + Math.min(next, DICTIONARY)))
      }
  }
  return found
}
