/** Pictures, and PDFs of them, without what their phones noted beside them (place, time, maker): taken out of the file, its picture left as it is. */

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
/** EXIF and XMP. */
const NOTES = 0xe1
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef
/** Segments of applications that the picture's colours need. */
const NEEDED: readonly (readonly [marker: number, begins: string])[] = [
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]

/** The same JPEG without EXIF, XMP, IPTC, maker's data, previews and what hangs behind its end; null where it is not laid out as a JPEG. */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file[0] !== 0xff || file[1] !== SOI) return null
  const kept: Buffer[] = [file.subarray(0, 2)]
  let at = 2
  while (at + 4 <= file.length || file[at + 1] === EOI) {
    if (file[at] !== 0xff) return null
    const marker = file[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === EOI) return joined(bytes, [...kept, file.subarray(at, at + 2)])
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.length) return null
    const isNeeded = NEEDED.some(
      ([needed, begins]) => needed === marker && file.toString('latin1', at + 4, at + 4 + begins.length) === begins,
    )
    // a comment (COM) stays: no phone writes one, and none has a place in it
    if (isNeeded || !isApplication(marker)) kept.push(file.subarray(at, end))
    at = end
    if (marker === SOS) {
      const scan = endOfScan(file, at)
      if (scan === null) return null
      kept.push(file.subarray(at, scan))
      at = scan
    }
  }
  return null
}
/** Where the dots that follow a scan's header end. */
function endOfScan(file: Buffer, from: number): number | null {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1]!
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  return null
}

const PNG_BEGINS = 8
/** Chunks that say how the picture looks. */
const LOOKS: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs'],
])

/** The same PNG without texts, times and EXIF; null where it is not laid out as a PNG. */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Buffer[] = [file.subarray(0, PNG_BEGINS)]
  for (let at = PNG_BEGINS; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length) return null
    const type = file.toString('latin1', at + 4, at + 8)
    if (LOOKS.has(type)) kept.push(file.subarray(at, end))
    if (type === 'IEND') return joined(bytes, kept)
    at = end
  }
  return null
}

/** The same PDF, every byte in its place, with zeros for EXIF and XMP of the JPEGs in it. A signed one stays as it is: its signature is of every byte. */
export function barePdf(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const notes: [from: number, end: number][] = []
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const begin = at + (file[at + 6] === 0x0d ? 8 : 7)
    if (file[begin] !== 0xff || file[begin + 1] !== SOI) continue
    for (let segment = begin + 2; segment + 4 <= file.length && file[segment] === 0xff; ) {
      const marker = file[segment + 1]!
      const end = segment + 2 + file.readUInt16BE(segment + 2)
      if (marker === SOS || end > file.length) break
      if (marker === NOTES) notes.push([segment + 4, end])
      segment = end
    }
  }
  if (!notes.length || file.includes('/ByteRange')) return bytes
  const bare = Buffer.from(file)
  for (const [from, end] of notes) bare.fill(0, from, end)
  return bare
}

/** The bytes themselves where all of them were kept. */
function joined(all: Uint8Array, kept: readonly Buffer[]): Uint8Array {
  const size = kept.reduce((sum, { length }) => sum + length, 0)
  return size === all.length ? all : Buffer.concat(kept, size)
}
