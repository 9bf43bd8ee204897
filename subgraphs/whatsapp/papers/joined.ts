/** Several pictures as one PDF, a page each. */
import sharp from 'sharp'
import { PaperRefused } from './paper.ts'

/** A4 in points. */
const PAPER = { shorter: 595, longer: 842 }
const LONGEST_SIDE = 2400
const QUALITY = 80

/** `pictures`: JPEG or PNG, upright. */
export async function joinedPages(pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const objects: Buffer[] = []
  const add = (...parts: (string | Uint8Array)[]): number =>
    objects.push(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))
  add('<</Type/Catalog/Pages 2 0 R>>')
  const pages = add('')
  const kids: number[] = []
  for (const bytes of pictures) {
    const { data, info } = await sharp(bytes)
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true })
      .catch((error) => {
        throw new PaperRefused('damaged', { cause: error })
      })
    const wide = info.width > info.height
    const [width, height] = wide ? [PAPER.longer, PAPER.shorter] : [PAPER.shorter, PAPER.longer]
    const scale = Math.min(width / info.width, height / info.height)
    const [w, h] = [info.width * scale, info.height * scale]
    const image = add(
      `<</Type/XObject/Subtype/Image/Width ${info.width}/Height ${info.height}/ColorSpace/${info.channels === 1 ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent 8/Filter/DCTDecode/Length ${data.length}>>stream\n`,
      data,
      '\nendstream',
    )
    const drawing = `q ${w.toFixed(2)} 0 0 ${h.toFixed(2)} ${((width - w) / 2).toFixed(2)} ${((height - h) / 2).toFixed(2)} cm /P Do Q`
    const content = add(`<</Length ${drawing.length}>>stream\n${drawing}\nendstream`)
    kids.push(
      add(
        `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</P ${image} 0 R>>>>/Contents ${content} 0 R>>`,
      ),
    )
  }
  objects[pages - 1] = Buffer.from(
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
  )
  return written(objects)
}

function written(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let size = parts[0]!.length
  const put = (part: Buffer) => {
    parts.push(part)
    size += part.length
  }
  const places: number[] = []
  for (const [i, body] of objects.entries()) {
    places.push(size)
    put(Buffer.from(`${i + 1} 0 obj\n`))
    put(body)
    put(Buffer.from('\nendobj\n'))
  }
  const table = size
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  put(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts, size)
}
