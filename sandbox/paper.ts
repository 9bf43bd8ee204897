/**
 * The paper on which the sandbox's departments issue: one page, in whatever scripts its names are written.
 * Equal input gives equal bytes, so that a certificate can be printed anew and still be the same file.
 */
import PDFDocument from 'pdfkit'
import { Pen, type Style } from './lettering.ts'

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

const MUTED = '#5d6878'
const ACCENT = '#1d4e6f'
const HAIR = '#d5dce4'
const PAGE = { width: 595.28, height: 841.89, margin: 62 }
const CONTENT = PAGE.width - 2 * PAGE.margin

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
  doc
    .lineWidth(2.2)
    .strokeColor(ACCENT)
    .rect(26, 26, PAGE.width - 52, PAGE.height - 52)
    .stroke()
  doc
    .lineWidth(0.6)
    .strokeColor(ACCENT)
    .rect(32, 32, PAGE.width - 64, PAGE.height - 64)
    .stroke()
}

function seal(doc: PDFKit.PDFDocument, x: number, y: number, radius: number): void {
  doc.lineWidth(1.1).strokeColor(ACCENT).circle(x, y, radius).stroke()
  doc
    .lineWidth(0.5)
    .circle(x, y, radius * 0.9)
    .stroke()
  doc.lineWidth(0.6)
  for (const depth of [0.18, 0.28, 0.38]) rosette(doc, x, y, radius * 0.62, 12, depth)
  // the door that the hub is named for
  const [width, height] = [radius * 0.34, radius * 0.5]
  doc
    .fillColor('#fdfcf8')
    .circle(x, y, radius * 0.34)
    .fill()
  doc.fillColor(ACCENT)
  doc.moveTo(x - width / 2, y + height / 2).lineTo(x - width / 2, y - height / 8)
  doc.quadraticCurveTo(x, y - height * 0.85, x + width / 2, y - height / 8).lineTo(x + width / 2, y + height / 2)
  doc.lineTo(x + width / 5, y + height / 2).lineTo(x + width / 5, y)
  doc
    .quadraticCurveTo(x, y - height * 0.36, x - width / 5, y)
    .lineTo(x - width / 5, y + height / 2)
    .fill()
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
  doc
    .moveTo(PAGE.width / 2 - 34, y + 14)
    .lineTo(PAGE.width / 2 + 34, y + 14)
    .stroke()
  y += 34

  const half = CONTENT / 2
  pen.write('Number', left, y, half, { size: 8.5, colour: MUTED })
  pen.write('Date of issue', left + half, y, half, { size: 8.5, colour: MUTED }, 'right')
  pen.write(paper.number, left, y + 13, half, { size: 12, weight: 700 })
  pen.write(inWords(paper.issuedOn), left + half, y + 13, half, { size: 12, weight: 700 }, 'right')
  y += 44

  const bottom = PAGE.height - 150
  const label = CONTENT * 0.34
  const layOut = (scale: number) => {
    const style: Style = { size: 11.5 * scale, weight: 700 }
    const caption = { size: 10 * scale, colour: MUTED, leading: 11.5 * scale * 1.45 }
    const pad = 8 * scale
    const heights = paper.rows.map(
      ([name, value]) =>
        Math.max(
          pen.height(name, label - 12, caption),
          pen.height(value, CONTENT - label, style),
          11.5 * scale * 1.45,
        ) +
        2 * pad,
    )
    return { style, caption, pad, heights, total: heights.reduce((sum, height) => sum + height, 0) }
  }
  let scale = 1
  while (layOut(scale).total > bottom - y && scale > 0.45) scale -= 0.05
  const { style, caption, pad, heights } = layOut(scale)
  doc
    .lineWidth(0.7)
    .strokeColor(HAIR)
    .moveTo(left, y)
    .lineTo(left + CONTENT, y)
    .stroke()
  paper.rows.forEach(([name, value], index) => {
    pen.write(name, left, y + pad, label - 12, caption)
    pen.write(value, left + label, y + pad, CONTENT - label, style)
    y += heights[index]!
    doc
      .lineWidth(0.7)
      .strokeColor(HAIR)
      .moveTo(left, y)
      .lineTo(left + CONTENT, y)
      .stroke()
  })

  const sign = PAGE.height - 120
  doc.lineWidth(0.7).strokeColor(MUTED)
  doc
    .moveTo(left + CONTENT - 190, sign)
    .lineTo(left + CONTENT, sign)
    .stroke()
  pen.write('Digitally issued', left + CONTENT - 190, sign + 5, 190, { size: 9, weight: 700 }, 'right')
  pen.write(paper.authority, left + CONTENT - 190, sign + 18, 190, { size: 8, colour: MUTED }, 'right')
  const footer =
    paper.footer ?? 'Issued electronically; valid without a signature. Made in the Dwar sandbox: not a real document.'
  pen.write(footer, left, sign + 5, CONTENT - 215, { size: 8.5, colour: MUTED })
}
