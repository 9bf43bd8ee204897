/**
 * The paper on which the sandbox's departments issue: one page, in whatever scripts its names are written.
 * Equal input gives equal bytes, so that a certificate can be printed anew and still be the same file.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

export interface CertificatePaper {
  readonly title: string
  readonly subtitle?: string
  /** Who issues it, such as "Municipal Corporation of Delhi". */
  readonly authority: string
  readonly number: string
  /** `YYYY-MM-DD` */
  readonly issuedOn: string
  /** Label and value; a value that is long is broken into lines. */
  readonly rows: readonly (readonly [label: string, value: string])[]
  readonly footer?: string
}

type Weight = 400 | 700
interface Style {
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
const MUTED = '#5d6878'
const ACCENT = '#1d4e6f'
const HAIR = '#d5dce4'
const PAGE = { width: 595.28, height: 841.89, margin: 62 }
const CONTENT = PAGE.width - 2 * PAGE.margin

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

const fonts = new Map<string, Buffer>()
function fontFile(face: string, weight: Weight): Buffer {
  const [family, subset] = face.split('/')
  const file = `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`
  const bytes = fonts.get(file) ?? readFileSync(require.resolve(file))
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
class Pen {
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
          this.doc.text(run.text, left, top + leading * 0.72, { lineBreak: false, features: [], baseline: 'alphabetic' })
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

/** A rosette of fine lines, as on bank notes. */
function rosette(doc: PDFKit.PDFDocument, x: number, y: number, radius: number, petals: number, depth: number): void {
  const steps = 720
  for (let step = 0; step <= steps; step++) {
    const angle = (step / steps) * 2 * Math.PI
    const reach = radius * (1 - depth + depth * Math.cos(petals * angle))
    const [px, py] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
    if (step === 0) doc.moveTo(px, py)
    else doc.lineTo(px, py)
  }
  doc.stroke()
}

function frame(doc: PDFKit.PDFDocument): void {
  doc.rect(0, 0, PAGE.width, PAGE.height).fill('#fdfcf8')
  doc.lineWidth(0.45).strokeColor('#e6edf1')
  for (let ring = 0; ring < 14; ring++) rosette(doc, PAGE.width / 2, 450, 60 + ring * 13, 16, 0.05 + ring * 0.012)
  doc.lineWidth(2.2).strokeColor(ACCENT).rect(26, 26, PAGE.width - 52, PAGE.height - 52).stroke()
  doc.lineWidth(0.6).strokeColor(ACCENT).rect(32, 32, PAGE.width - 64, PAGE.height - 64).stroke()
}

function seal(doc: PDFKit.PDFDocument, x: number, y: number, radius: number): void {
  doc.lineWidth(1.1).strokeColor(ACCENT).circle(x, y, radius).stroke()
  doc.lineWidth(0.5).circle(x, y, radius * 0.9).stroke()
  doc.lineWidth(0.6)
  for (const depth of [0.18, 0.28, 0.38]) rosette(doc, x, y, radius * 0.62, 12, depth)
  // the door that the hub is named for
  const [width, height] = [radius * 0.34, radius * 0.5]
  doc.fillColor('#fdfcf8').circle(x, y, radius * 0.34).fill()
  doc.fillColor(ACCENT)
  doc.moveTo(x - width / 2, y + height / 2).lineTo(x - width / 2, y - height / 8)
  doc.quadraticCurveTo(x, y - height * 0.85, x + width / 2, y - height / 8).lineTo(x + width / 2, y + height / 2)
  doc.lineTo(x + width / 5, y + height / 2).lineTo(x + width / 5, y)
  doc.quadraticCurveTo(x, y - height * 0.36, x - width / 5, y).lineTo(x - width / 5, y + height / 2).fill()
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
function inWords(date: string): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** Draws one A4 page and gives its bytes. Rows that would not fit are set in smaller type. */
export async function certificatePdf(paper: CertificatePaper): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    info: {
      Title: `${paper.title} ${paper.number}`,
      Author: paper.authority,
      CreationDate: new Date(`${paper.issuedOn}T00:00:00Z`),
    },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  draw(doc, paper)
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function draw(doc: PDFKit.PDFDocument, paper: CertificatePaper): void {
  const pen = new Pen(doc)
  const left = PAGE.margin
  frame(doc)
  seal(doc, PAGE.width / 2, 96, 34)
  let y = pen.write(paper.authority, left, 144, CONTENT, { size: 13, weight: 700, colour: ACCENT }, 'center')
  y = pen.write(paper.title, left, y + 14, CONTENT, { size: 25, weight: 700, leading: 33 }, 'center')
  if (paper.subtitle) y = pen.write(paper.subtitle, left, y + 3, CONTENT, { size: 10, colour: MUTED }, 'center')
  doc.lineWidth(1.4).strokeColor(ACCENT)
  doc.moveTo(PAGE.width / 2 - 34, y + 14).lineTo(PAGE.width / 2 + 34, y + 14).stroke()
  y += 34

  const half = CONTENT / 2
  pen.write('Number', left, y, half, { size: 8.5, colour: MUTED })
  pen.write('Date of issue', left + half, y, half, { size: 8.5, colour: MUTED }, 'right')
  pen.write(paper.number, left, y + 13, half, { size: 12, weight: 700 })
  pen.write(inWords(paper.issuedOn), left + half, y + 13, half, { size: 12, weight: 700 }, 'right')
  y += 44

  const bottom = PAGE.height - 150
  const label = CONTENT * 0.34
  const fit = (scale: number) => {
    const style = { size: 11.5 * scale, weight: 700 as Weight }
    const caption = { size: 10 * scale, colour: MUTED, leading: style.size * 1.45 }
    const pad = 8 * scale
    const heights = paper.rows.map(([name, value]) =>
      Math.max(pen.height(name, label - 12, caption), pen.height(value, CONTENT - label, style), style.size * 1.45) + 2 * pad,
    )
    return { style, caption, pad, heights, total: heights.reduce((sum, height) => sum + height, 0) }
  }
  let scale = 1
  while (fit(scale).total > bottom - y && scale > 0.45) scale -= 0.05
  const { style, caption, pad, heights } = fit(scale)
  doc.lineWidth(0.7).strokeColor(HAIR).moveTo(left, y).lineTo(left + CONTENT, y).stroke()
  paper.rows.forEach(([name, value], index) => {
    pen.write(name, left, y + pad, label - 12, caption)
    pen.write(value, left + label, y + pad, CONTENT - label, style)
    y += heights[index]!
    doc.lineWidth(0.7).strokeColor(HAIR).moveTo(left, y).lineTo(left + CONTENT, y).stroke()
  })

  const sign = PAGE.height - 120
  doc.lineWidth(0.7).strokeColor(MUTED)
  doc.moveTo(left + CONTENT - 190, sign).lineTo(left + CONTENT, sign).stroke()
  pen.write('Digitally issued', left + CONTENT - 190, sign + 5, 190, { size: 9, weight: 700 }, 'right')
  pen.write(paper.authority, left + CONTENT - 190, sign + 18, 190, { size: 8, colour: MUTED }, 'right')
  const footer = paper.footer ?? 'Issued electronically; valid without a signature. Made in the Dwar sandbox: not a real document.'
  pen.write(footer, left, sign + 5, CONTENT - 215, { size: 8.5, colour: MUTED })
}
