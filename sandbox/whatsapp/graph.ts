/** The Graph API's paths that a business number needs. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal, readBody, segments, sendJson } from '../http.ts'
import type { Business, WhatsappDrawing } from './business.ts'
import { concernsAnyCall, GraphError } from './errors.ts'
import type { FlowShelf } from './flows/shelf.ts'
import type { Journal } from './journal.ts'
import type { MediaShelf } from './media.ts'
import { object, oneOf } from './message/shape.ts'
import type { Sender } from './sender.ts'
import type { Templates } from './templates.ts'

const LARGEST_UPLOAD = 101 * 1024 * 1024
const LONGEST_HANG = 120_000

export interface GraphOptions {
  readonly journal: Journal
  readonly business: Business
  readonly media: MediaShelf
  readonly templates: Templates
  readonly flows: FlowShelf
  readonly sender: Sender
  readonly drawing: WhatsappDrawing
  /** Counts a call by its name. */
  readonly count: (operation: string) => void
  /** The citizen's messages up to this one are read; `typing`: three dots are shown. */
  readonly seen: (id: string, typing: boolean) => void
}

const unknownPath = () => new GraphError(2500, 'Unknown path components')
const noObject = (id: string) =>
  new GraphError(
    100,
    `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    { subcode: 33 },
  )

async function body(request: IncomingMessage): Promise<Record<string, any>> {
  const bytes = await readBody(request)
  if (/^application\/x-www-form-urlencoded/.test(request.headers['content-type'] ?? ''))
    return Object.fromEntries(new URLSearchParams(bytes.toString('utf8')))
  try {
    const value = JSON.parse(bytes.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {}
  throw new GraphError(100, 'the body is not a JSON object')
}

export class GraphApi {
  readonly #options: GraphOptions
  constructor(options: GraphOptions) {
    this.#options = options
  }

  /** `path` is what stands behind `/whatsapp`. */
  async handle(request: IncomingMessage, response: ServerResponse, path: string, url: URL): Promise<void> {
    try {
      if (path.startsWith('/attachments')) return this.#attachment(request, response, url)
      this.#authorise(request)
      const [version, ...rest] = segments(path)
      if (!/^v2\d\.0$/.test(version ?? '')) throw unknownPath()
      await this.#call(request, response, rest, url)
    } catch (error) {
      if (error instanceof Refusal) return sendJson(response, error.status, new GraphError(100, error.message).body())
      if (!(error instanceof GraphError)) throw error
      const challenge =
        error.status === 401
          ? { 'www-authenticate': `OAuth "Facebook Platform" "invalid_token" "${error.message}"` }
          : {}
      sendJson(response, error.status, error.body(), challenge as Record<string, string>)
    }
  }

  #authorise(request: IncomingMessage): void {
    const [, token] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (token !== this.#options.business.accessToken)
      throw new GraphError(
        190,
        token
          ? 'Invalid OAuth access token - Cannot parse access token'
          : 'An access token is required to request this resource.',
      )
  }

  /** Answers a call, or misbehaves. */
  async #call(request: IncomingMessage, response: ServerResponse, path: string[], url: URL): Promise<void> {
    const { drawing, count } = this.#options
    const operation = this.#operation(request.method!, path)
    const message = operation === 'messages' ? await body(request) : null
    const sends = message !== null && message.status === undefined
    count(message && !sends ? 'mark-read' : operation)
    const code = drawing.draw((mode) => typeof mode === 'number' && (sends || concernsAnyCall(mode)))
    if (typeof code === 'number') throw new GraphError(code, 'the sandbox was told so')
    if (drawing.draw((mode) => mode === 'hang')) {
      setTimeout(() => response.destroy(), LONGEST_HANG).unref()
      return
    }
    const answer = message ? await this.#message(message) : await this.#answer(operation, request, path, url)
    if (request.method === 'POST' && drawing.draw((mode) => mode === 'lost-answer')) response.destroy()
    else sendJson(response, 200, answer)
  }

  #operation(method: string, [id = '', edge = '', ...more]: string[]): string {
    if (more.length || !id) throw unknownPath()
    const known: Record<string, string> = {
      'POST messages': 'messages',
      'POST media': 'upload-media',
      'GET message_templates': 'list-templates',
      'POST message_templates': 'create-template',
      'DELETE message_templates': 'delete-template',
      'GET settings': 'settings',
      'POST settings': 'change-settings',
      'POST uploads': 'start-upload',
      'GET flows': 'list-flows',
      'POST flows': 'create-flow',
      'GET assets': 'flow-assets',
      'POST assets': 'upload-flow-json',
      'POST publish': 'publish-flow',
      'POST deprecate': 'deprecate-flow',
      'GET whatsapp_business_encryption': 'public-key',
      'POST whatsapp_business_encryption': 'change-public-key',
      'GET ': 'read',
      'DELETE ': 'delete-media',
      'POST ': 'upload',
    }
    const isFlow = edge === '' && this.#options.flows.find(id) !== null
    const ofFlow: Record<string, string> = { GET: 'read-flow', POST: 'update-flow', DELETE: 'delete-flow' }
    if (isFlow && ofFlow[method]) return ofFlow[method]
    const operation = known[`${method} ${edge}`]
    if (!operation || (operation === 'upload' && !id.startsWith('upload:'))) throw unknownPath()
    if (
      ['messages', 'upload-media', 'settings', 'change-settings', 'public-key', 'change-public-key'].includes(
        operation,
      ) &&
      id !== this.#options.business.phoneNumberId
    )
      throw noObject(id)
    if (['list-flows', 'create-flow'].includes(operation) && id !== this.#options.business.accountId) throw noObject(id)
    return operation
  }

  async #answer(operation: string, request: IncomingMessage, [id = '']: string[], url: URL): Promise<unknown> {
    const { media, templates, flows, business, journal } = this.#options
    switch (operation) {
      case 'upload-media':
        return media.upload(request.headers['content-type'], await readBody(request, LARGEST_UPLOAD))
      case 'read':
        return id === business.phoneNumberId
          ? this.#phoneNumber()
          : media.describe(id, url.searchParams.get('phone_number_id'))
      case 'delete-media':
        return media.remove(id)
      case 'list-templates':
        return templates.list(url.searchParams.get('name'))
      case 'create-template':
        return templates.create(await body(request))
      case 'delete-template':
        templates.remove(url.searchParams.get('name') ?? '')
        return { success: true }
      case 'settings':
        return { user_identity_change: { enable_identity_key_check: journal.setting('identity-check') !== 'off' } }
      case 'change-settings': {
        const check = (await body(request)).user_identity_change?.enable_identity_key_check
        if (typeof check === 'boolean') journal.set('identity-check', check ? 'on' : 'off')
        return { success: true }
      }
      case 'list-flows':
        return flows.list(url)
      case 'create-flow':
        return flows.create(await body(request))
      case 'read-flow':
        return flows.view(flows.find(id)!)
      case 'update-flow':
        return flows.update(id, await body(request))
      case 'delete-flow':
        return flows.remove(id)
      case 'flow-assets':
        return flows.assets(id)
      case 'upload-flow-json':
        return flows.upload(id, request.headers['content-type'], await readBody(request, LARGEST_UPLOAD))
      case 'publish-flow':
        return flows.publish(id)
      case 'deprecate-flow':
        return flows.deprecate(id)
      case 'public-key':
        return {
          data: [{ business_public_key: flows.publicKey ?? null, business_public_key_signature_status: 'VALID' }],
        }
      case 'change-public-key':
        flows.setPublicKey((await body(request)).business_public_key)
        return { success: true }
      case 'start-upload':
        return { id: `upload:${Buffer.from(url.search).toString('base64url')}` }
      default:
        await readBody(request, LARGEST_UPLOAD)
        return { h: `4::${Buffer.from(id).toString('base64url')}` }
    }
  }

  async #message(message: Record<string, any>): Promise<unknown> {
    if (message.status === undefined) return this.#options.sender.send(message)
    const shape = object(
      { messaging_product: oneOf('whatsapp'), status: oneOf('read'), message_id: () => {} },
      { typing_indicator: object({ type: oneOf('text') }) },
    )
    shape(message, 'message')
    if (this.#options.journal.message(message.message_id)?.direction !== 'in')
      throw new GraphError(131009, 'message_id is not a message that this number received')
    this.#options.seen(message.message_id, message.typing_indicator !== undefined)
    return { success: true }
  }

  #phoneNumber(): unknown {
    const { business } = this.#options
    return {
      verified_name: business.name,
      display_phone_number: `+${business.displayNumber}`,
      quality_rating: 'GREEN',
      code_verification_status: 'VERIFIED',
      throughput: { level: 'STANDARD' },
      id: business.phoneNumberId,
    }
  }

  /** The host that Meta's media URLs name; it wants the token too. */
  #attachment(request: IncomingMessage, response: ServerResponse, url: URL): void {
    this.#authorise(request)
    this.#options.count('download')
    if (this.#options.drawing.draw((mode) => mode === 'hang')) {
      setTimeout(() => response.destroy(), LONGEST_HANG).unref()
      return
    }
    const found = this.#options.media.open(url.searchParams.get('ext') ?? '')
    if (!found) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('URL signature expired')
      return
    }
    response
      .writeHead(200, { 'content-type': found.medium.mediaType, 'content-length': found.medium.size })
      .end(found.bytes)
  }
}
