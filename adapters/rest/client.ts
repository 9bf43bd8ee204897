/** One department's REST interface: a fetch that ends with its call, and failures as the department contract names them. */
import { AdapterError, type AdapterErrorCode } from '../adapter.ts'
import { isInTime } from '../in-time.ts'
import { retryAfterOf } from '../retry-after.ts'
import { type Reader, ShapeError } from './json.ts'
import type { TokenSource } from './token.ts'

export interface RestOptions {
  readonly department: string
  /** With or without a slash at its end. */
  readonly baseUrl: string
  /** Bearer token of every request that does not say `open`. */
  readonly token?: TokenSource
  /** Bytes of the largest answer that is read. @default 20 MB */
  readonly largestAnswer?: number
}
export interface RestRequest {
  /** Name of the operation, for errors. */
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path segments, each encoded here. */
  readonly path: readonly string[]
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as `multipart/form-data`. */
  readonly form?: FormData
  /** Sent without a token. */
  readonly open?: boolean
}
/** What the department answered: 2xx, or a 4xx whose body says why. */
export interface RestAnswer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  /** The JSON of the body as `reader` reads it; a DEPARTMENT_PROTOCOL error where it is none, or not of that shape. */
  read<T>(reader: Reader<T>): T
  /** An error about this answer, which is kept in it as `raw`. */
  error(
    code: AdapterErrorCode,
    message: string,
    more?: { reason?: string; retryAfter?: number; cause?: unknown },
  ): AdapterError
}
export interface RestClient {
  /**
   * Sends a request. 503 and 429 are DEPARTMENT_UNAVAILABLE with the wait of `Retry-After`; no connection likewise; a request that was sent and
   * not answered whole, or with any other 5xx, is DEPARTMENT_TIMEOUT; a redirect is DEPARTMENT_PROTOCOL, as it could lead the token elsewhere. A 401 is tried once more with a new token.
   */
  send(request: RestRequest, signal: AbortSignal): Promise<RestAnswer>
}

const MEGABYTE = 1024 * 1024
/** The request was not taken. */
const NOT_TAKEN = new Set([429, 503])
/** Failures of the connection before anything was sent. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

export function restClient({ department, baseUrl, token, largestAnswer = 20 * MEGABYTE }: RestOptions): RestClient {
  const base = baseUrl.replace(/\/+$/, '')

  async function once(request: RestRequest, signal: AbortSignal, bearer: string | null): Promise<RestAnswer> {
    const where = { department, operation: request.operation }
    let response: Response
    let bytes: Uint8Array
    if (!isInTime(signal)) throw new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'not sent: too late')
    try {
      response = await fetch(urlOf(base, request), {
        method: request.method,
        redirect: 'manual',
        signal,
        headers: {
          accept: 'application/json, */*;q=0.5',
          ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
          ...request.headers,
        },
        body: request.form ?? (request.json === undefined ? null : JSON.stringify(request.json)),
      })
      bytes = await readAll(response, largestAnswer)
    } catch (error) {
      if (error instanceof TooLarge) throw new AdapterError('DEPARTMENT_PROTOCOL', where, error.message)
      if (NOT_SENT.has(codeOf(error)))
        throw new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'no connection', { cause: error })
      throw new AdapterError(
        'DEPARTMENT_TIMEOUT',
        where,
        signal.aborted ? 'no answer before the deadline' : 'the connection ended without a whole answer',
        { cause: error },
      )
    }
    const answer = answerOf(where, response, bytes)
    const { status } = response
    if (NOT_TAKEN.has(status))
      throw answer.error('DEPARTMENT_UNAVAILABLE', `answered ${status}`, waitOf(response.headers))
    // what failed on the way, or behind a gateway that gave up, may happen still
    if (status >= 500) throw answer.error('DEPARTMENT_TIMEOUT', `answered ${status}`, waitOf(response.headers))
    if (status < 200 || (status >= 300 && status < 400))
      throw answer.error('DEPARTMENT_PROTOCOL', `answered ${status}, which is not followed`)
    return answer
  }

  return {
    async send(request, signal) {
      if (!token || request.open) return once(request, signal, null)
      const bearer = await token.get(signal)
      const answer = await once(request, signal, bearer)
      if (answer.status !== 401) return answer
      token.forget(bearer)
      const again = await once(request, signal, await token.get(signal))
      if (again.status === 401) throw again.error('DEPARTMENT_UNAVAILABLE', 'a new token is refused as well')
      return again
    },
  }
}

function urlOf(base: string, { path, query }: RestRequest): URL {
  const url = new URL([base, ...path.map(encodeURIComponent)].join('/'))
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) url.searchParams.set(name, String(value))
  return url
}

class TooLarge extends Error {}

async function readAll(response: Response, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > largest) throw new TooLarge(`an answer of more than ${largest} bytes`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function answerOf(where: { department: string; operation: string }, response: Response, bytes: Uint8Array): RestAnswer {
  const text = () => new TextDecoder().decode(bytes)
  const answer: RestAnswer = {
    status: response.status,
    headers: response.headers,
    bytes,
    read(reader) {
      try {
        return reader(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), '')
      } catch (cause) {
        const fault = cause instanceof ShapeError ? cause.message : 'it is no JSON'
        throw answer.error('DEPARTMENT_PROTOCOL', `answered ${response.status} against its contract: ${fault}`, {
          cause,
        })
      }
    },
    error: (code, message, { cause, ...more } = {}) =>
      new AdapterError(code, { ...where, ...more, raw: text() }, message, cause === undefined ? {} : { cause }),
  }
  return answer
}

function waitOf(headers: Headers): { retryAfter?: number } {
  const retryAfter = retryAfterOf(headers)
  return retryAfter === undefined ? {} : { retryAfter }
}

function codeOf(error: unknown): string {
  for (let at: any = error, depth = 0; at && depth < 4; at = at.cause ?? at.errors?.[0], depth++)
    if (typeof at.code === 'string') return at.code
  return ''
}
