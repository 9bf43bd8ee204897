/** Pictures made for a test, with real bytes: writing on paper, sideways, with a place, blurred, or claiming to be huge. */
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Dots of a page of letters: dark marks with sharp edges on white, a dark block at the top left. */
export function page(width: number, height: number, seed = 1): Buffer {
  const dots = Buffer.alloc(width * height, 240)
  let random = seed
  const next = () => {
    random = (random * 1103515245 + 12345) & 0x7fffffff
    return random / 0x7fffffff
  }
  for (let top = 8; top < height - 8; top += 16)
    for (let left = 8; left < width - 8; left += 10)
      for (let mark = 0; mark < 3; mark++) {
        const x = left + Math.floor(next() * 6)
        const y = top + Math.floor(next() * 6)
        for (let i = 0; i < 5; i++) {
          const at = next() < 0.5 ? y * width + x + i : (y + i) * width + x
          if (at < dots.length) dots[at] = 20
        }
      }
  for (let y = 0; y < height / 4; y++) dots.fill(20, y * width, y * width + Math.floor(width / 4))
  return dots
}
export const written = (width: number, height: number, seed?: number) =>
  sharp(page(width, height, seed), { raw: { width, height, channels: 1 } })

const PLACE = {
  IFD0: { Make: 'A phone', Artist: 'Asha' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 36/1 50/1', GPSLongitudeRef: 'E', GPSLongitude: '77/1 12/1 32/1' },
}
/** A photograph as a phone makes it: with its place and maker, its dots standing as `orientation` says. */
export const photograph = (width: number, height: number, orientation = 1): Promise<Buffer> =>
  written(width, height).toColourspace('srgb').withExif(PLACE).withMetadata({ orientation }).jpeg().toBuffer()

/** The same page, as a hand that shakes takes it. */
export const blurred = (width: number, height: number): Promise<Buffer> =>
  written(width, height).blur(9).jpeg().toBuffer()

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  let crc = ~0
  for (const byte of body) {
    let c = (crc ^ byte) & 255
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    crc = (crc >>> 8) ^ c
  }
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(~crc >>> 0)
  return Buffer.concat([length, body, sum])
}
export const PNG_BEGINS = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
/** A PNG of few bytes that says it has so many dots. */
export function claiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc(100_000))
  return Buffer.concat([PNG_BEGINS, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}
/** A PNG with a text beside its picture. */
export const withText = (png: Buffer, text: string): Buffer =>
  Buffer.concat([png.subarray(0, 33), chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1')), png.subarray(33)])
