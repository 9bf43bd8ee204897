/**
 * Text of mixed scripts on a PDF page: each stretch in a typeface that has its letters, right-to-left words in their order.
 * The typefaces have Latin, Greek, Cyrillic, Devanagari, Gurmukhi and Arabic letters; any other letter is drawn as a box.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

export type Weight = 400 | 700
export interface Style {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
  /** Points between lines. @default size × 1.45 */
  readonly leading?: number
}
interface Run {
  readonly text: string
  readonly face: string
}
interface Word {
  readonly runs: readonly Run[]
  readonly width: number
  readonly rightToLeft: boolean
}

const INK = '#1f2733'

/** Families in the order in which they are asked for a character. */
const FAMILIES: readonly (readonly [family: string, subsets: readonly string[]])[] = [
  ['noto-sans', ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext']],
  ['noto-sans-devanagari', ['devanagari']],
  ['noto-sans-gurmukhi', ['gurmukhi']],
  ['noto-naskh-arabic', ['arabic']],
]
const FALLBACK = 'noto-sans/latin'
const require = createRequire(import.meta.url)

interface Face {
  readonly name: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}
let faces: readonly Face[] | undefined

function parseRanges(list: string): [number, number][] {
  return list.split(',').map((part) => {
    const [first, last] = part.trim().slice(2).split('-')
    return [Number.parseInt(first!, 16), Number.parseInt(last ?? first!, 16)]
  })
}

function allFaces(): readonly Face[] {
  faces ??= FAMILIES.flatMap(([family, subsets]) => {
    const ranges = JSON.parse(readFileSync(require.resolve(`@fontsource/${family}/unicode.json`), 'utf8'))
    return subsets.map((subset) => ({ name: `${family}/${subset}`, ranges: parseRanges(ranges[subset]) }))
  })
  return faces
}

const covers = (face: Face, point: number): boolean =>
  face.ranges.some(([first, last]) => point >= first && point <= last)

/** A WOFF file's font as plain OpenType: fontkit would inflate each table in JavaScript, for every page anew. */
function unwrapped(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  const power = 2 ** Math.floor(Math.log2(count))
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index
    const [from, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [number, number, number]
    const stored = woff.subarray(from, from + packed)
    const table = packed < size ? inflateSync(stored) : stored
    const record = 12 + 16 * index
    woff.copy(head, record, entry, entry + 4)
    woff.copy(head, record + 4, entry + 16, entry + 20)
    head.writeUInt32BE(offset, record + 8)
    head.writeUInt32BE(size, record + 12)
    parts.push(table, Buffer.alloc(-size & 3))
    offset += size + (-size & 3)
  }
  return Buffer.concat(parts)
}

const fonts = new Map<string, Buffer>()
function fontFile(face: string, weight: Weight): Buffer {
  const [family, subset] = face.split('/')
  const file = `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`
  const bytes = fonts.get(file) ?? unwrapped(readFileSync(require.resolve(file)))
  fonts.set(file, bytes)
  return bytes
}

/** Joiners, marks and punctuation stay in the run that they stand in: apart from their letters they would not be shaped. */
const CLINGING = /[\p{M}\u200c\u200d]/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

function splitRuns(word: string): Run[] {
  const runs: { text: string; face: string }[] = []
  for (const char of word) {
    const last = runs.at(-1)
    const point = char.codePointAt(0)!
    const current = last && allFaces().find((face) => face.name === last.face)
    if (last && (CLINGING.test(char) || (!/\p{L}|\p{N}/u.test(char) && covers(current!, point)))) last.text += char
    else {
      const face = allFaces().find((one) => covers(one, point))?.name ?? FALLBACK
      if (last?.face === face) last.text += char
      else runs.push({ text: char, face })
    }
  }
  return runs
}

const mended = new WeakSet<object>()
/**
 * fontkit 2 throws where a font gives a mark no anchor on a base (Gurmukhi does for most), where OpenType says
 * that the subtable does not apply and the next one is tried.
 */
function mendMarks(font: any): void {
  if (mended.has(font)) return
  mended.add(font)
  font.layout('')
  const processor = font._layoutEngine?.engine?.GPOSProcessor
  if (!processor) return
  const apply = processor.applyLookup.bind(processor)
  processor.applyLookup = (type: number, table: unknown): boolean => {
    try {
      return apply(type, table)
    } catch (error) {
      if (error instanceof TypeError) return false
      throw error
    }
  }
}

/** Writes text of mixed scripts, by the words: pdfkit knows one font a call and no direction. */
export class Pen {
  readonly doc: PDFKit.PDFDocument
  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
  }

  #use(face: string, style: Style): void {
    const weight = style.weight ?? 400
    const name = `${face}/${weight}`
    // pdfkit keeps a registered font's subset by its name, so registering again is harmless
    this.doc.registerFont(name, fontFile(face, weight))
    this.doc.font(name).fontSize(style.size)
    mendMarks((this.doc as any)._font.font)
  }

  #width(text: string, face: string, style: Style): number {
    this.#use(face, style)
    return this.doc.widthOfString(text, { features: [] })
  }

  #words(text: string, style: Style, room: number): Word[] {
    const measured = (part: string): Word => {
      const runs = splitRuns(part)
      const width = runs.reduce((sum, run) => sum + this.#width(run.text, run.face, style), 0)
      return { runs, width, rightToLeft: RIGHT_TO_LEFT.test(part) }
    }
    return text
      .normalize('NFC')
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((part) => {
        const word = measured(part)
        if (word.width <= room) return [word]
        const graphemes = [...new Intl.Segmenter('und').segment(part)].map((piece) => piece.segment)
        const count = Math.ceil(graphemes.length / (Math.ceil(word.width / room) + 1))
        return Array.from({ length: Math.ceil(graphemes.length / count) }, (_, index) =>
          measured(graphemes.slice(index * count, (index + 1) * count).join('')),
        )
      })
  }

  #lines(text: string, style: Style, room: number): { words: Word[]; width: number }[] {
    const space = this.#width(' ', FALLBACK, style)
    const lines: { words: Word[]; width: number }[] = []
    for (const word of this.#words(text, style, room)) {
      const line = lines.at(-1)
      if (line && line.width + space + word.width <= room) {
        line.words.push(word)
        line.width += space + word.width
      } else lines.push({ words: [word], width: word.width })
    }
    return lines
  }

  /** Height of the text when written in `room`. */
  height(text: string, room: number, style: Style): number {
    return this.#lines(text, style, room).length * (style.leading ?? style.size * 1.45)
  }

  /** Writes from the top left corner and gives the y behind the last line. */
  write(text: string, x: number, y: number, room: number, style: Style, align: 'left' | 'center' | 'right' = 'left') {
    const leading = style.leading ?? style.size * 1.45
    const space = this.#width(' ', FALLBACK, style)
    let top = y
    for (const line of this.#lines(text, style, room)) {
      const slack = room - line.width
      let left = x + (align === 'center' ? slack / 2 : align === 'right' ? slack : 0)
      for (const word of visualOrder(line.words)) {
        const runs = word.rightToLeft ? word.runs.toReversed() : word.runs
        for (const run of runs) {
          const width = this.#width(run.text, run.face, style)
          this.doc.fillColor(style.colour ?? INK)
          this.doc.text(run.text, left, top + leading * 0.72, {
            lineBreak: false,
            features: [],
            baseline: 'alphabetic',
          })
          left += width
        }
        left += space
      }
      top += leading
    }
    return top
  }
}

/** Neighbouring words of a right-to-left script change places among themselves. */
function visualOrder(words: readonly Word[]): Word[] {
  const ordered: Word[] = []
  let stretch: Word[] = []
  for (const word of words) {
    if (word.rightToLeft) stretch.unshift(word)
    else {
      ordered.push(...stretch, word)
      stretch = []
    }
  }
  return [...ordered, ...stretch]
}
