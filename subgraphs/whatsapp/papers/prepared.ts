import { fileTypeFromBuffer } from 'file-type'
import { barePdf } from './bare.ts'
import { type Inspector, Uninspected } from './inspector.ts'
import { joinedPages } from './joined.ts'
import { harmlessName } from './names.ts'
import { isAccepted, PAPER_BYTES, type Paper, PaperRefused, type Received, type Wanted } from './paper.ts'
import { isHeic, isPicture, picture } from './picture.ts'

const PDF = 'application/pdf'

/** A file as it may leave the hub: known by its bytes, upright, without its place, and nothing that runs by itself. Throws PaperRefused. */
export async function prepared(file: Received, wanted: Wanted, inspector: Inspector): Promise<Paper> {
  const { bytes, said } = file
  if (!bytes.length) throw new PaperRefused('empty')
  if (bytes.length > PAPER_BYTES) throw new PaperRefused('too-large')
  const type = (await fileTypeFromBuffer(bytes))?.mime
  const isKind = (one: string) => (one === PDF ? isAccepted(PDF, wanted.accepts) : isPicture(one))
  if (!type || !isKind(type))
    // of the kind that is asked for, by its own word
    throw new PaperRefused(isKind(claimed(said)) && isAnother(type ?? '', said) ? 'content' : 'type')
  if (isAnother(type, said)) throw new PaperRefused('content')
  if (type === PDF) {
    const fault = await inspector.pdf(bytes).catch((error) => {
      throw error instanceof Uninspected ? new PaperRefused('damaged', { cause: error }) : error
    })
    if (fault) throw new PaperRefused(fault)
    return { bytes: barePdf(bytes), mediaType: PDF, name: harmlessName(file.name, PDF) }
  }
  const made = await picture(file, type, wanted, inspector)
  if (made.bytes.length > PAPER_BYTES) throw new PaperRefused('too-large')
  return { ...made, name: harmlessName(file.name, made.mediaType) }
}

/** Several pictures as one paper, in their order. Throws PaperRefused. */
export async function preparedTogether(
  files: readonly Received[],
  wanted: Wanted,
  inspector: Inspector,
): Promise<Paper> {
  if (!isAccepted(PDF, wanted.accepts)) throw new PaperRefused('type')
  const pages: Uint8Array[] = []
  for (const file of files) pages.push((await prepared(file, { ...wanted, accepts: ['image/*'] }, inspector)).bytes)
  const bytes = await joinedPages(pages)
  if (bytes.length > PAPER_BYTES) throw new PaperRefused('too-large')
  return { bytes, mediaType: PDF, name: harmlessName(files.at(-1)?.name ?? null, PDF) }
}

const claimed = (said: string | null): string =>
  (said ?? '').replace(/;.*$/s, '').trim().toLowerCase().replace('image/jpg', 'image/jpeg')

/** Whether a file that says what it is, is something else. What it is called otherwise (`application/octet-stream`) says nothing. */
function isAnother(type: string, said: string | null): boolean {
  const claim = claimed(said)
  // phones call a picture HEIC that they have made a JPEG of on the way
  if (isPicture(type) && isHeic(claim)) return false
  return /^(application\/pdf|image\/[\w.+-]+)$/.test(claim) && claim !== type
}
