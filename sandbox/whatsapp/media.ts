/** Media: what is uploaded and what citizens send, each behind URLs that live five minutes. */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { TimeSource } from '../clock.ts'
import { GraphError } from './errors.ts'
import type { Journal, Medium } from './journal.ts'

const MB = 1024 * 1024
const DAY = 86_400_000
const URL_LIFE = 5 * 60_000

const WORD = 'application/vnd.openxmlformats-officedocument'
/** Types that each kind may have, and its largest size. A document is of any type. */
const KINDS: Readonly<Record<string, { readonly types: readonly string[]; readonly most: number }>> = {
  image: { types: ['image/jpeg', 'image/png'], most: 5 * MB },
  document: {
    types: [
      'application/pdf',
      'text/plain',
      'application/msword',
      'application/vnd.ms-excel',
      'application/vnd.ms-powerpoint',
      `${WORD}.wordprocessingml.document`,
      `${WORD}.spreadsheetml.sheet`,
      `${WORD}.presentationml.presentation`,
    ],
    most: 100 * MB,
  },
  audio: { types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], most: 16 * MB },
  video: { types: ['video/mp4', 'video/3gpp'], most: 16 * MB },
  sticker: { types: ['image/webp'], most: 500 * 1024 },
}
const UPLOADABLE = Object.values(KINDS).flatMap(({ types }) => types)
const BEGINNINGS: Readonly<Record<string, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
}

/** The kind of message that a citizen's phone makes of a file. */
export function kindOf(mediaType: string): 'image' | 'audio' | 'video' | 'sticker' | 'document' {
  const bare = mediaType.split(';')[0]!.trim().toLowerCase()
  for (const kind of ['image', 'audio', 'video', 'sticker'] as const) if (KINDS[kind]!.types.includes(bare)) return kind
  return 'document'
}

const missing = (id: string): GraphError =>
  new GraphError(
    100,
    `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    { subcode: 33 },
  )

export class MediaShelf {
  readonly #journal: Journal
  readonly #clock: TimeSource
  readonly #base: string
  readonly #phoneNumberId: string

  /** `base`: address under which this emulator is reached (`http://localhost:4100/whatsapp`). */
  constructor(journal: Journal, clock: TimeSource, base: string, phoneNumberId: string) {
    this.#journal = journal
    this.#clock = clock
    this.#base = base
    this.#phoneNumberId = phoneNumberId
  }

  #keep(origin: Medium['origin'], name: string | null, mediaType: string, bytes: Uint8Array): Medium {
    const medium: Medium = {
      id: String(randomInt(1e14, 2 ** 47)),
      origin,
      name,
      mediaType,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.byteLength,
      at: this.#clock.now().getTime(),
      removed: false,
    }
    this.#journal.addMedium(medium, bytes)
    return medium
  }

  /** A file from a citizen's phone. */
  receive(name: string | null, mediaType: string, bytes: Uint8Array): Medium {
    return this.#keep('citizen', name, mediaType, bytes)
  }

  /** `POST /<phone number id>/media`: a multipart form. */
  async upload(contentType: string | undefined, body: Buffer): Promise<{ id: string }> {
    if (!contentType?.startsWith('multipart/form-data'))
      throw new GraphError(100, 'the body must be multipart/form-data')
    let form: FormData
    try {
      form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
    } catch {
      throw new GraphError(100, 'the body is not a well-formed multipart/form-data')
    }
    if (form.get('messaging_product') !== 'whatsapp')
      throw new GraphError(100, 'messaging_product must be one of {whatsapp}')
    const file = form.get('file')
    if (file === null || typeof file === 'string') throw new GraphError(100, '(#100) The parameter file is required.')
    const mediaType = (file.type || String(form.get('type') ?? '')).split(';')[0]!.trim().toLowerCase()
    if (!UPLOADABLE.includes(mediaType))
      throw new GraphError(
        100,
        `Param file must be a file with one of the following types: ${UPLOADABLE.join(', ')}. Received file of type '${mediaType}'.`,
      )
    const { most } = Object.values(KINDS).find(({ types }) => types.includes(mediaType))!
    if (file.size > most)
      throw new GraphError(131053, `file of type ${mediaType} is ${file.size} bytes, at most ${most} are allowed`)
    if (file.size === 0) throw new GraphError(100, 'file is empty')
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { id: this.#keep('business', file.name, mediaType, bytes).id }
  }

  /** What is behind an id and not expired: ids of uploads live 30 days, those of webhooks 7. */
  find(id: string): Medium | null {
    const medium = this.#journal.medium(id)
    if (!medium || medium.removed) return null
    const life = medium.origin === 'business' ? 30 * DAY : 7 * DAY
    return this.#clock.now().getTime() - medium.at < life ? medium : null
  }

  /** A fresh URL for the bytes. */
  address(id: string): string {
    const token = randomBytes(18).toString('base64url')
    this.#journal.run(
      'INSERT INTO media_url (token, media, expires) VALUES (?, ?, ?)',
      token,
      id,
      this.#clock.now().getTime() + URL_LIFE,
    )
    return `${this.#base}/attachments/?mid=${id}&source=webhook&ext=${token}`
  }

  /** `GET /<media id>` */
  describe(id: string, owner: string | null): unknown {
    const medium = this.find(id)
    if (!medium || (owner !== null && owner !== this.#phoneNumberId)) throw missing(id)
    return {
      messaging_product: 'whatsapp',
      url: this.address(id),
      mime_type: medium.mediaType,
      sha256: medium.sha256,
      file_size: medium.size,
      id,
    }
  }

  /** The bytes behind a URL; null when it is stale. */
  open(token: string): { medium: Medium; bytes: Uint8Array } | null {
    const row = this.#journal.one('SELECT media, expires FROM media_url WHERE token = ?', token)
    const medium = row && this.#clock.now().getTime() < row.expires ? this.find(row.media) : null
    return medium ? { medium, bytes: this.#journal.mediumBytes(medium.id) } : null
  }

  remove(id: string): { success: true } {
    if (!this.find(id)) throw missing(id)
    this.#journal.run('UPDATE media SET removed = 1 WHERE id = ?', id)
    return { success: true }
  }

  /** Refuses an id that cannot be sent as this kind. */
  checkSendable(id: string, kind: string, path: string): void {
    const medium = this.find(id)
    if (!medium) throw new GraphError(131009, `${path}.id is not a media id of this number, or it has expired`)
    const { types, most } = KINDS[kind]!
    if (kind !== 'document' && !types.includes(medium.mediaType))
      throw new GraphError(131053, `${path} is ${medium.mediaType}; ${types.join(', ')} are possible`)
    if (medium.size > most) throw new GraphError(131053, `${path} is ${medium.size} bytes, at most ${most} are allowed`)
  }

  /** Why a file, once looked at, is not what it says; null mostly. */
  blemish(id: string): string | null {
    const medium = this.find(id)
    const beginning = BEGINNINGS[medium?.mediaType ?? '']
    if (!medium || !beginning) return null
    const bytes = this.#journal.mediumBytes(id)
    return beginning.every((byte, index) => bytes[index] === byte) ? null : `the file is not ${medium.mediaType}`
  }
}
