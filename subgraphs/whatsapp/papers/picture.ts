/** Pictures: opened with care, looked at, turned upright, and freed of what their phones noted. */
import sharp, { type Sharp } from 'sharp'
import type { UploadDoubt } from '../conversation/state.ts'
import { bareJpeg, barePng } from './bare.ts'
import type { Inspector } from './inspector.ts'
import { isAccepted, PaperRefused, type Received, type Wanted } from './paper.ts'

/** Dots. A phone's largest camera makes fewer; a file of a kilobyte may claim billions. */
const DOTS = 120_000_000
/** Dots of a HEIC file: it is opened whole. */
const HEIC_DOTS = 60_000_000
/** Of one that has to be written anew. */
const LONGEST_SIDE = 4096
const QUALITY = 88
const AT_ONCE = 2

// only these are ever opened, whatever a file's bytes look like further in
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
    'VipsForeignLoadTiff',
  ],
})

const HEIC: readonly string[] = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']
const OPENED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/tiff',
  ...HEIC,
])
/** Whether a file of this type is a picture that can be opened. */
export const isPicture = (type: string): boolean => OPENED.has(type)
export const isHeic = (type: string): boolean => HEIC.includes(type)

export interface Picture {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/jpeg' | 'image/png'
}

let opened = 0
const waiting: (() => void)[] = []
/** Pictures take memory: two are open at once. */
async function inTurn<T>(task: () => Promise<T>): Promise<T> {
  if (opened >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else opened++
  try {
    return await task()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else opened--
  }
}

/** A picture as it is kept: upright, a JPEG or a PNG, without notes. Throws PaperRefused. */
export function picture(
  file: Pick<Received, 'bytes'>,
  type: string,
  wanted: Wanted,
  inspector: Inspector,
): Promise<Picture> {
  const target = ([type, 'image/jpeg', 'image/png'] as const).find(
    (one) => (one === 'image/jpeg' || one === 'image/png') && isAccepted(one, wanted.accepts),
  ) as Picture['mediaType'] | undefined
  if (!target) throw new PaperRefused('type')
  return inTurn(async () => {
    const { image, width, height, turned } = await open(file.bytes, type, inspector)
    const doubt = await doubtOf(image, width, height)
    if (doubt && !wanted.despite.includes(doubt)) throw new PaperRefused(doubt)
    if (!turned && type === target) {
      const bare = type === 'image/jpeg' ? bareJpeg(file.bytes) : barePng(file.bytes)
      if (bare) return { bytes: bare, mediaType: target }
    }
    return { bytes: await writtenAnew(image, target), mediaType: target }
  })
}

async function writtenAnew(image: Sharp, target: Picture['mediaType']): Promise<Uint8Array> {
  const upright = image
    .clone()
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  try {
    return await (target === 'image/png'
      ? upright.png()
      : upright.flatten({ background: 'white' }).jpeg({ quality: QUALITY, mozjpeg: false })
    ).toBuffer()
  } catch (error) {
    throw new PaperRefused('damaged', { cause: error })
  }
}

interface Opened {
  readonly image: Sharp
  /** Dots, as it is looked at. */
  readonly width: number
  readonly height: number
  /** Whether its dots stand otherwise than it is looked at. */
  readonly turned: boolean
}

async function open(bytes: Uint8Array, type: string, inspector: Inspector): Promise<Opened> {
  if (isHeic(type)) {
    if (claimedDots(bytes) > HEIC_DOTS) throw new PaperRefused('pixels')
    const { width, height, data } = await inspector.heic(bytes).catch((error) => {
      throw new PaperRefused('damaged', { cause: error })
    })
    const image = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: HEIC_DOTS })
    return { image, width, height, turned: false }
  }
  const image = sharp(bytes, { limitInputPixels: DOTS, failOn: 'truncated' })
  const seen = await image.metadata().catch((error: Error) => {
    throw new PaperRefused(/pixel limit/.test(error.message) ? 'pixels' : 'damaged', { cause: error })
  })
  // the pages behind the first would be lost
  if (type === 'image/tiff' && (seen.pages ?? 1) > 1) throw new PaperRefused('type')
  const { width, height } = seen.autoOrient
  return { image, width, height, turned: (seen.orientation ?? 1) > 1 }
}

/** The most dots that a HEIC file says any picture in it has: its `ispe` boxes (ISO 23008-12, 6.5.3). */
function claimedDots(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let most = 0
  for (let at = file.indexOf('ispe'); at >= 0 && at + 16 <= file.length; at = file.indexOf('ispe', at + 4))
    most = Math.max(most, file.readUInt32BE(at + 8) * file.readUInt32BE(at + 12))
  return most
}

// ---------- whether it can be read ----------

/** Dots. Smaller than what offices ask for of a signature (140 × 60). */
const SMALLEST = { longer: 120, shorter: 40 }
/** Longer side of the copy that is looked at, in dots. */
const LOOKED_AT = 800
/** Of its parts, the sharpest are looked at: a paper on an empty table is sharp where it has writing. */
const PART = 40
const SHARPEST = 0.05
/** Variance of the Laplacian, in grey values squared. Writing held still has hundreds and more; shaken or out of focus, below twenty. */
const SHARP = 20

/** What makes a picture hard to read; null mostly. Throws PaperRefused where it cannot be opened. */
async function doubtOf(image: Sharp, width: number, height: number): Promise<UploadDoubt | null> {
  let grey: { data: Buffer; info: { width: number; height: number } }
  try {
    grey = await image
      .clone()
      .autoOrient()
      .resize({ width: LOOKED_AT, height: LOOKED_AT, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    throw new PaperRefused('damaged', { cause: error })
  }
  if (Math.max(width, height) < SMALLEST.longer || Math.min(width, height) < SMALLEST.shorter) return 'small'
  return sharpness(grey.data, grey.info.width, grey.info.height) < SHARP ? 'blurred' : null
}

/** Variance of the Laplacian of the sharpest twentieth of a grey picture's parts. */
export function sharpness(grey: Uint8Array, width: number, height: number): number {
  const parts: number[] = []
  for (let top = 1; top < height - 1; top += PART)
    for (let left = 1; left < width - 1; left += PART) {
      let count = 0
      let sum = 0
      let squares = 0
      for (let y = top; y < Math.min(top + PART, height - 1); y++)
        for (let x = left; x < Math.min(left + PART, width - 1); x++) {
          const at = y * width + x
          const edge = grey[at - 1]! + grey[at + 1]! + grey[at - width]! + grey[at + width]! - 4 * grey[at]!
          count++
          sum += edge
          squares += edge * edge
        }
      if (count) parts.push(squares / count - (sum / count) ** 2)
    }
  parts.sort((a, b) => b - a)
  const best = parts.slice(0, Math.max(1, Math.ceil(parts.length * SHARPEST)))
  return best.reduce((sum, part) => sum + part, 0) / best.length || 0
}
