/** HTTP as node-soap's client wants it, with a deadline, a limit and no redirects. */
import type { IHttpClient } from 'soap'
import { isInTime } from '../in-time.ts'
import { retryAfterOf } from '../retry-after.ts'
import { hasDocumentType, isEnvelope } from './markup.ts'

/** What went wrong before there was an answer to parse. */
export type HttpFailure =
  /** The connection was not made: nothing was sent. */
  | 'not-sent'
  /** Sent, and the connection broke. */
  | 'broken'
  /** The caller's deadline. */
  | 'deadline'
  /** 401, 403. */
  | 'refused'
  /** 404, 429, 503: it was not taken. */
  | 'not-taken'
  /** 400, 405, 413, 415: the request itself was refused. */
  | 'misunderstood'
  /** Any other status, or a text that is not SOAP: something else than the service answered. */
  | 'not-soap'
  | 'redirected'
  | 'too-large'
  | 'document-type'

export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly failure: HttpFailure
  /** ms */
  readonly retryAfter: number | undefined
  constructor(failure: HttpFailure, message: string, options?: { cause?: unknown; retryAfter?: number | undefined }) {
    super(message, options)
    this.failure = failure
    this.retryAfter = options?.retryAfter
  }
}

/** Options of one call; node-soap hands them through. */
export interface Exchange {
  readonly signal: AbortSignal
  readonly maximumBytes: number
}

const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
])
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const NOT_TAKEN = new Set([404, 429, 503])
const MISUNDERSTOOD = new Set([400, 405, 413, 415])

/** A client for one department: whatever address a WSDL names, only its path counts, at `origin`: credentials go nowhere else. */
export function httpClient(origin: string, wsdl: () => Exchange): IHttpClient {
  // node-soap uses the callback alone, never the promise that axios would give
  const request = (
    address: string,
    data: string | null,
    callback: (error: unknown, response?: unknown, body?: unknown) => void,
    headers: Record<string, string> = {},
    options: object = {},
  ) => {
    const exchange = 'maximumBytes' in options ? (options as Exchange) : wsdl()
    const { pathname, search } = new URL(address, origin)
    const url = new URL(pathname + search, origin)
    exchanged(url, data, headers, exchange).then(
      ({ status, text }) => callback(null, { status, data: text, headers: {} }, text),
      (error) => callback(error),
    )
  }
  return { request } as unknown as IHttpClient
}

async function exchanged(url: URL, data: string | null, headers: Record<string, any>, exchange: Exchange) {
  const response = await sent(url, data, headers, exchange.signal)
  const { status } = response
  const failure = failureOf(status)
  if (failure) {
    response.body?.cancel().catch(() => undefined)
    throw new HttpError(failure, `HTTP ${status}`, { retryAfter: retryAfterOf(response.headers) })
  }
  const text = await bodyOf(response, exchange)
  if (hasDocumentType(text)) throw new HttpError('document-type', 'the XML has a document type')
  if (data !== null && !isEnvelope(text)) throw new HttpError('not-soap', `HTTP ${status} without a SOAP envelope`)
  return { status, text }
}

function failureOf(status: number): HttpFailure | null {
  // 500 carries the faults of SOAP 1.1
  if (status === 200 || status === 500) return null
  if (status === 401 || status === 403) return 'refused'
  if (REDIRECTS.has(status)) return 'redirected'
  if (MISUNDERSTOOD.has(status)) return 'misunderstood'
  return NOT_TAKEN.has(status) ? 'not-taken' : 'not-soap'
}

async function sent(
  url: URL,
  data: string | null,
  headers: Record<string, any>,
  signal: AbortSignal,
): Promise<Response> {
  if (!isInTime(signal)) throw new HttpError('not-sent', 'too late to be sent')
  try {
    return await fetch(url, { method: data === null ? 'GET' : 'POST', headers, body: data, redirect: 'manual', signal })
  } catch (error) {
    throw broken(error, signal)
  }
}

async function bodyOf(response: Response, { maximumBytes, signal }: Exchange): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > maximumBytes) throw new HttpError('too-large', `more than ${maximumBytes} bytes`)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof HttpError ? error : broken(error, signal)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (error) {
    throw new HttpError('not-soap', 'not UTF-8', { cause: error })
  }
}

function broken(error: unknown, signal: AbortSignal): HttpError {
  if (signal.aborted) return new HttpError('deadline', 'no answer before the deadline', { cause: error })
  const code = (error as any)?.cause?.code ?? (error as any)?.code
  return new HttpError(NOT_SENT.has(code) ? 'not-sent' : 'broken', `no answer (${code ?? 'connection failed'})`, {
    cause: error,
  })
}
