/** The Cloud API: what the channel calls at Meta. */
import { createHash } from 'node:crypto'
import { retryAfterOf } from '../../../adapters/retry-after.ts'

/** `/v25.0`: lives until July 2028. */
const VERSION = 'v25.0'
const CALL_MS = 20_000
const MEDIA_MS = 60_000
/** A file of which nothing comes for so long comes no more: its citizen waits for an answer. */
const STALL_MS = 10_000
const SEEN_MS = 5_000

/** The call was refused. `code` is Meta's, null where none came; the message holds no personal data. */
export class CloudApiError extends Error {
  override readonly name = 'CloudApiError'
  readonly code: number | null
  readonly status: number
  /** ms, where Meta says when to try again. */
  readonly retryAfter: number | null
  constructor(code: number | null, status: number, retryAfter: number | null = null) {
    super(`the Cloud API answered ${status} with ${code === null ? 'no code' : `code ${code}`}`)
    this.code = code
    this.status = status
    this.retryAfter = retryAfter
  }
}
/** No answer, or none that can be read: the call may have happened. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost'
}
/** The call cannot have happened: nothing answers there. */
export class NotReached extends Error {
  override readonly name = 'NotReached'
}
/** WhatsApp has this file no longer. */
export class MediaGone extends Error {
  override readonly name = 'MediaGone'
}
/** A file is said to lie where Meta keeps none: it is not fetched. */
export class MediaElsewhere extends Error {
  override readonly name = 'MediaElsewhere'
}
export class MediaTooLarge extends Error {
  override readonly name = 'MediaTooLarge'
}

export interface CloudApi {
  /** Sends a message; returns its wamid. Throws a CloudApiError, AnswerLost or NotReached. */
  send(message: Readonly<Record<string, unknown>>): Promise<string>
  /** Marks a citizen's message, and all before it, as read, and shows that an answer is being written. */
  seen(wamid: string): Promise<void>
  /** Uploads a file to be sent; returns its media id. Nothing is sent by it, so it may be repeated. */
  upload(bytes: Uint8Array, mediaType: string, name: string): Promise<string>
  /** Fetches a citizen's file, no more than `limit` bytes. Throws MediaGone, MediaTooLarge, MediaElsewhere, or what may go better another time. */
  download(media: string, limit: number): Promise<Uint8Array>
}

export interface CloudApiOptions {
  /** Base without a version. */
  readonly url: string
  readonly phoneNumberId: string
  readonly accessToken: string
  /** ms without a byte after which a download ends. */
  readonly stallMs?: number
}

/** Errors of a connection that never stood. */
const REFUSED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

export function cloudApi({ url, phoneNumberId, accessToken, stallMs = STALL_MS }: CloudApiOptions): CloudApi {
  const base = `${url.replace(/\/+$/, '')}/${VERSION}`
  const authorization = { authorization: `Bearer ${accessToken}` }

  async function call(path: string, init: RequestInit, ms = CALL_MS): Promise<any> {
    let response: Response
    let body: any
    try {
      response = await fetch(`${base}/${path}`, {
        ...init,
        redirect: 'error',
        headers: { ...authorization, ...init.headers },
        signal: AbortSignal.timeout(ms),
      })
    } catch (error) {
      const code = (error as { cause?: { code?: string } }).cause?.code ?? ''
      throw REFUSED.has(code)
        ? new NotReached('nothing answers at WHATSAPP_API_URL', { cause: error })
        : new AnswerLost('no answer from the Cloud API', { cause: error })
    }
    const retryAfter = retryAfterOf(response.headers) || null
    try {
      body = await response.json()
    } catch (error) {
      if (response.status >= 400 && response.status < 500) throw new CloudApiError(null, response.status, retryAfter)
      throw new AnswerLost('an answer of the Cloud API that cannot be read', { cause: error })
    }
    if (!response.ok || body?.error) throw new CloudApiError(codeOf(body?.error), response.status, retryAfter)
    return body
  }

  return {
    async send(message) {
      const body = await call(`${phoneNumberId}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ messaging_product: 'whatsapp', recipient_type: 'individual', ...message }),
      })
      const wamid = body?.messages?.[0]?.id
      if (typeof wamid !== 'string') throw new AnswerLost('an answer of the Cloud API without a message id')
      return wamid
    },

    async seen(wamid) {
      await call(
        `${phoneNumberId}/messages`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            messaging_product: 'whatsapp',
            status: 'read',
            message_id: wamid,
            typing_indicator: { type: 'text' },
          }),
        },
        SEEN_MS,
      )
    },

    async upload(bytes, mediaType, name) {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', mediaType)
      form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }), name)
      const body = await call(`${phoneNumberId}/media`, { method: 'POST', body: form }, MEDIA_MS)
      if (typeof body?.id !== 'string') throw new AnswerLost('an answer of the Cloud API without a media id')
      return body.id
    },

    async download(media, limit) {
      let found: any
      try {
        const path = `${encodeURIComponent(media)}?phone_number_id=${encodeURIComponent(phoneNumberId)}`
        found = await call(path, { method: 'GET' }, stallMs)
      } catch (error) {
        if (error instanceof CloudApiError && isGone(error))
          throw new MediaGone('WhatsApp has this file no longer', { cause: error })
        throw error
      }
      if (Number(found?.file_size) > limit) throw new MediaTooLarge(`more than ${limit} bytes`)
      const address = mediaAddress(found?.url, base)
      const stalled = new AbortController()
      const watch = setTimeout(() => stalled.abort(new Error('nothing comes of a file any more')), stallMs)
      try {
        // the token goes to Meta and nowhere else: a redirect is not followed with it
        const response = await fetch(address, {
          headers: authorization,
          redirect: 'error',
          signal: AbortSignal.any([AbortSignal.timeout(MEDIA_MS), stalled.signal]),
        })
        // its five minutes may be over; the id lives longer, and gives another
        if (response.status === 404 || response.status === 410) throw new Error('the address of a file has expired')
        if (!response.ok) throw new CloudApiError(null, response.status)
        const bytes = await readBytes(response, limit, () => watch.refresh())
        if (!isWhole(bytes, found)) throw new Error('a file did not come whole, or another came')
        return bytes
      } finally {
        clearTimeout(watch)
      }
    },
  }
}

/** Whether no such file is there, by Meta's code; other refusals pass. 100 and 33: no object of this id. */
const isGone = ({ code, status }: CloudApiError): boolean =>
  code === null ? status === 404 : code === 33 || (code === 100 && (status === 400 || status === 404))

/** Meta's code of an error, as its answers and its receipts write it; null where there is none. */
export function codeOf(error: any): number | null {
  const code = typeof error?.code === 'string' && error.code.trim() ? Number(error.code) : error?.code
  return Number.isInteger(code) ? code : null
}

/** Hosts that Meta serves files from. */
const META = /^(?:[\w-]+\.)*(?:fbsbx\.com|fbcdn\.net|facebook\.com|whatsapp\.net)$/
const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)

/** The address of a file, where it is Meta's or stands where the Cloud API does. Throws MediaElsewhere for any other. */
function mediaAddress(given: unknown, base: string): URL {
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : null
  const api = new URL(base)
  const besideApi =
    url !== null &&
    url.protocol === api.protocol &&
    url.port === api.port &&
    (url.hostname === api.hostname || (isLoopback(url.hostname) && isLoopback(api.hostname)))
  const atMeta = url?.protocol === 'https:' && url.port === '' && META.test(url.hostname)
  if (!url || url.username || url.password || !(besideApi || atMeta))
    throw new MediaElsewhere('the address of a file is not at Meta')
  return url
}

/** Whether bytes are those of which Meta told the hash, in whichever form; without one it is their number that counts. */
function isWhole(bytes: Uint8Array, { sha256, file_size }: { sha256?: unknown; file_size?: unknown }): boolean {
  const said = String(sha256 ?? '')
  const form = /^[0-9a-f]{64}$/i.test(said) ? 'hex' : /^[\w+/-]{43}=?$/.test(said) ? 'base64' : null
  if (form) return createHash('sha256').update(bytes).digest().equals(Buffer.from(said, form))
  return !(Number(file_size) > 0) || bytes.length === Number(file_size)
}

async function readBytes(response: Response, limit: number, came: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    came()
    size += chunk.length
    if (size > limit) throw new MediaTooLarge(`more than ${limit} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
