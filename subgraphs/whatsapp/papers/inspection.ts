/** A thread of its own for what would hold up every chat: HEIC pictures are decoded here, and PDFs looked into. */
import { parentPort } from 'node:worker_threads'
import { inflateSync } from 'node:zlib'
import decode from 'heic-decode'

export type Task =
  | { readonly kind: 'heic'; readonly bytes: Uint8Array }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
export interface Raw {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}
/** Why a PDF is not taken: it has a password, does something by itself, or hides what it is. */
export type PdfFault = 'locked' | 'active' | 'damaged'

/** Of object streams together, unpacked. */
const UNPACKED_BYTES = 64 * 1024 * 1024
/** Longest dictionary before a stream that is looked at. */
const DICTIONARY = 4096

/** A name of a PDF: each of its letters may be written as `#` and two digits. ISO 32000-1, 7.3.5. */
function named(name: string): RegExp {
  const letters = [...name].map((letter) => {
    const code = letter.charCodeAt(0).toString(16)
    const digits = [...code].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join('')
    return `(?:${letter}|#${digits})`
  })
  return new RegExp(`/${letters.join('')}(?![A-Za-z0-9#])`)
}
const ENCRYPT = named('Encrypt')
const OBJECT_STREAM = named('ObjStm')
const FLATE = named('FlateDecode')
const PREDICTOR = named('Predictor')
/** Actions that run something, and what brings another file along. */
const ACTIVE = ['JavaScript', 'Launch', 'RichMedia', 'EmbeddedFile', 'ImportData'].map(named)

/** Whether a PDF ends within one of its objects: the rest of it never came. */
const isCut = (text: string): boolean =>
  text.lastIndexOf(' obj') > Math.max(text.lastIndexOf('endobj'), text.lastIndexOf('%%EOF'))

export function pdfFault(bytes: Uint8Array): PdfFault | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (isCut(text)) return 'damaged'
  if (ENCRYPT.test(text)) return 'locked'
  if (ACTIVE.some((name) => name.test(text))) return 'active'
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
      const unpacked = inner.toString('latin1')
      if (ACTIVE.some((name) => name.test(unpacked))) return 'active'
    } catch {
      return 'damaged'
    }
  }
  return null
}

// what the decoder prints of a broken file is nobody's news
if (parentPort) console.log = () => {}

parentPort?.on('message', async ({ id, task }: { id: number; task: Task }) => {
  try {
    if (task.kind === 'pdf') return parentPort?.postMessage({ id, result: pdfFault(task.bytes) })
    const { width, height, data } = await decode({ buffer: task.bytes })
    const raw: Raw = { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
    parentPort?.postMessage({ id, result: raw }, [data.buffer as ArrayBuffer])
  } catch {
    parentPort?.postMessage({ id, failed: true })
  }
})
