/** The office's front door: tokens, limits, multipart, the contract checked both ways, and bad manners on request. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { readBody } from '../http.ts'
import type { RudeMode, World } from '../office.ts'
import type { Contract, Operation } from './contract.ts'
import { failure, type Given, type Office, OPERATIONS, type Reply } from './operations.ts'
import type { Paper } from './records.ts'

export const CLIENT_ID = 'dwar'
const TOKEN_SECONDS = 3600
const BODY_BYTES = 110 * 1024 * 1024
const PAPER_BYTES = 16 * 1024 * 1024
const CALLS_A_SECOND = 500
const SLOW_MS = 2000
const HANG_MS = 120_000
const CHANGING = new Set(['createApplication', 'supplementApplication', 'withdrawApplication'])
/** Their part with JSON. */
const JSON_PART: Readonly<Record<string, string>> = {
  createApplication: 'application',
  supplementApplication: 'supplement',
}

class Refused extends Error {
  readonly reply: Reply
  constructor(reply: Reply) {
    super('refused')
    this.reply = reply
  }
}
const same = (a: string, b: string) =>
  timingSafeEqual(createHmac('sha256', 'x').update(a).digest(), createHmac('sha256', 'x').update(b).digest())

export interface Door {
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>
}

export function openDoor(world: World, contract: Contract, office: Office, clientSecret: string): Door {
  const tokenSecret = world.secret('tokens')
  const served = { ...contract.document, servers: [{ url: `${world.url}/municipal` }] }
  let second = 0
  let calls = 0
  let refusals = 0

  const sign = (text: string) => createHmac('sha256', tokenSecret).update(text).digest('base64url')
  const issueToken = (): Reply => {
    const expires = String(Math.floor(world.now().getTime() / 1000) + TOKEN_SECONDS)
    return {
      status: 200,
      body: { access_token: `${expires}.${sign(expires)}`, token_type: 'Bearer', expires_in: TOKEN_SECONDS },
      headers: { 'cache-control': 'no-store' },
    }
  }
  function authenticate(header: string | undefined): void {
    const [expires = '', signature = ''] = /^Bearer (.+)$/i.exec(header ?? '')?.[1]?.split('.') ?? []
    if (!expires || !same(signature, sign(expires)) || Number(expires) * 1000 <= world.now().getTime())
      throw new Refused({
        ...failure(401, 'INVALID_TOKEN', 'No token, or one that is not valid any more.'),
        headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
      })
  }
  function grant(request: IncomingMessage, form: URLSearchParams): Reply {
    const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const [id, secret] = basic
      ? Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
      : [form.get('client_id'), form.get('client_secret')]
    if (id !== CLIENT_ID || !same(secret ?? '', clientSecret))
      return failure(401, 'INVALID_CLIENT', 'The client is not known.')
    return issueToken()
  }
  function limit(): void {
    const now = Math.floor(world.now().getTime() / 1000)
    if (now !== second) [second, calls] = [now, 0]
    if (++calls > CALLS_A_SECOND)
      throw new Refused({ ...failure(429, 'RATE_LIMITED', 'Too many calls.'), headers: { 'retry-after': '1' } })
  }

  async function multipart(
    operation: Operation,
    bytes: Buffer,
    contentType: string,
  ): Promise<{ body: any; papers: Paper[] }> {
    const part = JSON_PART[operation.id]!
    const invalid = (message: string) => new Refused(failure(400, 'INVALID_REQUEST', message))
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
      .formData()
      .catch(() => {
        throw invalid('The body is not well formed multipart/form-data.')
      })
    let body: unknown
    const papers: Paper[] = []
    for (const [name, value] of form) {
      if (name === part) {
        const text = typeof value === 'string' ? value : await value.text()
        try {
          body = JSON.parse(text)
        } catch {
          throw invalid(`The part ${part} is not JSON.`)
        }
        continue
      }
      const known =
        operation.id === 'supplementApplication'
          ? name === 'document'
          : contract.document.components.schemas.DocumentCode.enum.includes(name)
      if (typeof value === 'string' || !known) throw invalid(`A part ${name} is not taken.`)
      if (value.size > PAPER_BYTES)
        throw new Refused(failure(413, 'INVALID_REQUEST', `The document ${name} is larger than 16 MB.`))
      if (!/^(application\/pdf|image\/.+)$/.test(value.type))
        throw new Refused(failure(415, 'INVALID_REQUEST', `The document ${name} is neither a PDF nor an image.`))
      papers.push({ part: name, name: value.name, mediaType: value.type, bytes: await value.bytes() })
    }
    return { body, papers }
  }

  async function perform(
    operation: Operation,
    request: IncomingMessage,
    path: Given['path'],
    query: Given['query'],
  ): Promise<Reply> {
    limit()
    if (!operation.open) authenticate(request.headers.authorization)
    const invalid = (message: string) => new Refused(failure(400, 'INVALID_REQUEST', message))
    const parameterFault = contract.parameterFault(operation, { path, query, header: request.headers })
    if (parameterFault) throw invalid(parameterFault)
    const contentType = request.headers['content-type'] ?? ''
    const mediaType = contentType.split(';')[0]!.trim().toLowerCase()
    let body: any
    let papers: Paper[] = []
    if (operation.definition.requestBody) {
      const bytes = await readBody(request, BODY_BYTES)
      if (mediaType === 'multipart/form-data') ({ body, papers } = await multipart(operation, bytes, contentType))
      else if (mediaType === 'application/x-www-form-urlencoded')
        body = Object.fromEntries(new URLSearchParams(bytes.toString()))
      else
        try {
          body = JSON.parse(bytes.toString())
        } catch {
          throw invalid('The body is not JSON.')
        }
      const part = mediaType === 'multipart/form-data' ? JSON_PART[operation.id] : undefined
      const fault =
        body === undefined ? `the part ${part} is missing` : contract.requestFault(operation, mediaType, body, part)
      if (fault) throw invalid(fault)
    } else await readBody(request, BODY_BYTES)
    if (operation.id === 'issueToken') return grant(request, new URLSearchParams(body))
    return OPERATIONS[operation.id]!(
      { path, query, body, papers, key: String(request.headers['idempotency-key'] ?? '') },
      office,
    )
  }

  /** The bad manners that stand in the way of an answer; null where it is to be given. */
  async function rudely(
    mode: RudeMode | null,
    operation: Operation,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Reply | 'ended' | null> {
    switch (mode) {
      case 'unavailable':
        refusals++
        return refusals % 2
          ? { ...failure(503, 'OUT_OF_SERVICE', 'The service is being worked on.'), headers: { 'retry-after': '1' } }
          : { ...failure(429, 'RATE_LIMITED', 'Too many calls.'), headers: { 'retry-after': '1' } }
      case 'fault': {
        const busy = failure(200, 'TRY_LATER', 'The register is being worked on.')
        const isAllowed = !operation.open && !contract.answerFault(operation, 200, 'application/json', busy.body)
        return isAllowed ? busy : failure(500, 'INTERNAL', 'Something went wrong.')
      }
      case 'garbage':
        request.resume()
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body><h1>It works!</h1>')
        return 'ended'
      case 'hang':
        request.resume()
        await wait(HANG_MS, undefined, { ref: false, signal: leaving(response) }).catch(() => undefined)
        response.destroy()
        return 'ended'
      case 'slow':
        await wait(SLOW_MS)
        return null
      default:
        return null
    }
  }

  function write(response: ServerResponse, operation: Operation | null, reply: Reply, mode: RudeMode | null): void {
    const isPdf = reply.body instanceof Uint8Array
    const bytes = isPdf ? (reply.body as Uint8Array) : Buffer.from(JSON.stringify(reply.body))
    const mediaType = isPdf ? 'application/pdf' : 'application/json'
    const fault = operation && contract.answerFault(operation, reply.status, mediaType, reply.body)
    if (fault) throw new Error(`${operation.id} would answer ${reply.status} against the contract: ${fault}`)
    if (mode === 'lost-answer') return void response.destroy()
    response.writeHead(reply.status, {
      'content-type': mediaType,
      'content-length': bytes.byteLength,
      ...reply.headers,
    })
    if (mode === 'half') response.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), () => response.destroy())
    else response.end(bytes)
  }

  return {
    async handle(request, response, path) {
      const url = new URL(path, 'http://office')
      if (url.pathname === '/openapi.json') return write(response, null, { status: 200, body: served }, null)
      const matched = contract.match(request.method!, url.pathname)
      if (matched === null) return write(response, null, failure(404, 'NOT_FOUND', 'There is no such path.'), null)
      if (matched === 'method')
        return write(response, null, failure(405, 'INVALID_REQUEST', 'This path has no such method.'), null)
      const { operation, parameters } = matched
      world.count(operation.id)
      const mode = world.rude(CHANGING.has(operation.id))
      const stopped = await rudely(mode, operation, request, response)
      if (stopped === 'ended') return
      let reply: Reply
      if (stopped) {
        request.resume()
        reply = stopped
      } else
        try {
          reply = await perform(operation, request, parameters, Object.fromEntries(url.searchParams))
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          request.resume()
          reply = error.reply
        }
      write(response, operation, reply, mode)
    },
  }
}

/** Aborts when the client leaves. */
function leaving(response: ServerResponse): AbortSignal {
  const left = new AbortController()
  response.once('close', () => left.abort())
  return left.signal
}
