/** Flows: created as drafts, checked, published, sent by id or name. An edit of a published one is a draft beside it. */
import { createPublicKey, randomInt } from 'node:crypto'
import { GraphError } from '../errors.ts'
import type { Journal } from '../journal.ts'
import { flowErrors, type ValidationError } from './checks.ts'

const CATEGORIES = [
  'SIGN_UP',
  'SIGN_IN',
  'APPOINTMENT_BOOKING',
  'LEAD_GENERATION',
  'SHOPPING',
  'CONTACT_US',
  'CUSTOMER_SUPPORT',
  'SURVEY',
  'OTHER',
]
export type FlowStatus = 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'BLOCKED' | 'THROTTLED'
export interface Flow {
  readonly id: string
  readonly name: string
  readonly status: FlowStatus
  readonly categories: readonly string[]
  readonly endpoint: string | null
  /** As last uploaded; null before that. */
  readonly draft: string | null
  /** As last published. */
  readonly published: string | null
}
/** A Flow that stands at Meta from the start. */
export interface StockedFlow {
  readonly name: string
  readonly categories: readonly string[]
  readonly flow_json: string
}

const PUBLIC_KEY = 'business-public-key'
const invalid = (details: string): GraphError => new GraphError(100, details)

export class FlowShelf {
  readonly #journal: Journal
  /** Asks an endpoint whether it lives. */
  readonly #ping: (endpoint: string) => Promise<boolean>

  constructor(journal: Journal, ping: (endpoint: string) => Promise<boolean>) {
    this.#journal = journal
    this.#ping = ping
  }

  /** Published from the start, with the key that their endpoint has. */
  stock(flows: readonly StockedFlow[], endpoint: string, publicKey: string): void {
    if (!this.publicKey) this.setPublicKey(publicKey)
    for (const { name, categories, flow_json } of flows) {
      if (this.byName(name)) continue
      const [error] = flowErrors(flow_json)
      if (error) throw new Error(`${name}: ${error.message}`)
      this.#save({
        id: this.#freshId(),
        name,
        status: 'PUBLISHED',
        categories,
        endpoint,
        draft: flow_json,
        published: flow_json,
      })
    }
  }

  get publicKey(): string | undefined {
    return this.#journal.setting(PUBLIC_KEY)
  }
  setPublicKey(pem: unknown): void {
    let bits: number | undefined
    try {
      const key = createPublicKey(String(pem))
      bits = key.asymmetricKeyType === 'rsa' ? key.asymmetricKeyDetails?.modulusLength : undefined
    } catch {}
    if (bits !== 2048) throw invalid('business_public_key must be a 2048-bit RSA public key in PEM')
    this.#journal.set(PUBLIC_KEY, String(pem))
  }

  all(): Flow[] {
    return this.#journal.all('SELECT * FROM flow ORDER BY rowid').map(flowOf)
  }
  byName(name: string): Flow | null {
    return flowOrNull(this.#journal.one('SELECT * FROM flow WHERE name = ?', name))
  }
  find(id: string): Flow | null {
    return flowOrNull(this.#journal.one('SELECT * FROM flow WHERE id = ?', id))
  }
  #wanted(id: string): Flow {
    const flow = this.find(id)
    if (!flow) throw invalid(`Flow with specified ID does not exist: ${id}`)
    return flow
  }
  #freshId = (): string => String(randomInt(1e14, 2 ** 47))
  #save(flow: Flow): Flow {
    this.#journal.run(
      'INSERT OR REPLACE INTO flow (id, name, status, categories, endpoint, draft, published) VALUES (?, ?, ?, ?, ?, ?, ?)',
      flow.id,
      flow.name,
      flow.status,
      JSON.stringify(flow.categories),
      flow.endpoint,
      flow.draft,
      flow.published,
    )
    return flow
  }

  /** As `GET` shows one. */
  view({ id, name, status, categories, endpoint, draft }: Flow): Record<string, unknown> {
    return {
      id,
      name,
      status,
      categories,
      validation_errors: draft === null ? [] : flowErrors(draft),
      ...(endpoint ? { endpoint_uri: endpoint } : {}),
    }
  }
  list(url: URL): unknown {
    const limit = Math.min(Number(url.searchParams.get('limit') ?? 25) || 25, 100)
    const from = Number(Buffer.from(url.searchParams.get('after') ?? '', 'base64').toString()) || 0
    const all = this.all()
    const more = from + limit < all.length
    const cursors = { before: encoded(from), after: encoded(from + limit) }
    const next = new URL(url)
    next.searchParams.set('after', cursors.after)
    return {
      data: all.slice(from, from + limit).map((flow) => this.view(flow)),
      paging: { cursors, ...(more ? { next: next.href } : {}) },
    }
  }

  async create(body: Record<string, any>): Promise<unknown> {
    const { name, categories, endpoint_uri, flow_json, publish } = body
    if (typeof name !== 'string' || name.trim() === '') throw new GraphError(131008, 'name is required')
    if (this.byName(name)) throw invalid('Flow name is not unique')
    const flow = this.#save({
      id: this.#freshId(),
      name,
      status: 'DRAFT',
      categories: categoriesOf(categories),
      endpoint: endpointOf(endpoint_uri),
      draft: typeof flow_json === 'string' ? flow_json : null,
      published: null,
    })
    const validation_errors = flow.draft === null ? [] : flowErrors(flow.draft)
    const success = validation_errors.length === 0
    if (publish === true && success) await this.publish(flow.id)
    return { id: flow.id, success, ...(success ? {} : { validation_errors }) }
  }

  update(id: string, body: Record<string, any>): unknown {
    const flow = this.#wanted(id)
    const { name = flow.name, categories = flow.categories, endpoint_uri } = body
    if (name !== flow.name && this.byName(name)) throw invalid('Flow name is not unique')
    const endpoint = endpoint_uri === undefined ? flow.endpoint : endpointOf(endpoint_uri)
    this.#save({ ...flow, name, categories: categoriesOf(categories), endpoint })
    return { success: true }
  }

  /** `POST /<flow>/assets`: the Flow JSON as a file. */
  async upload(id: string, contentType: string | undefined, body: Buffer): Promise<unknown> {
    const flow = this.#wanted(id)
    if (flow.status === 'DEPRECATED') throw new GraphError(139001, 'A deprecated Flow cannot be updated')
    let form: FormData
    try {
      const headers = { 'content-type': contentType ?? '' }
      form = await new Response(new Uint8Array(body), { headers }).formData()
    } catch {
      throw invalid('the body must be a well-formed multipart/form-data')
    }
    const file = form.get('file')
    if (form.get('name') !== 'flow.json') throw invalid('name must be flow.json')
    if (form.get('asset_type') !== 'FLOW_JSON') throw invalid('asset_type must be FLOW_JSON')
    if (file === null || typeof file === 'string') throw invalid('The parameter file is required.')
    const draft = Buffer.from(await file.arrayBuffer()).toString('utf8')
    this.#save({ ...flow, draft, status: 'DRAFT' })
    const validation_errors: ValidationError[] = flowErrors(draft)
    return { success: true, validation_errors }
  }

  assets(id: string): unknown {
    const { draft } = this.#wanted(id)
    const data = draft === null ? [] : [{ name: 'flow.json', asset_type: 'FLOW_JSON', flow_json: draft }]
    return { data }
  }

  async publish(id: string): Promise<unknown> {
    const flow = this.#wanted(id)
    const refused = (why: string) => new GraphError(139002, `Publishing Flow failed: ${why}`)
    if (flow.draft === null) throw refused('it has no Flow JSON')
    const [error] = flowErrors(flow.draft)
    if (error) throw refused(error.message)
    if (JSON.parse(flow.draft).data_api_version !== undefined) {
      if (!this.publicKey) throw refused('no public key is uploaded for the phone number')
      if (!flow.endpoint) throw refused('endpoint_uri is not set')
      if (!(await this.#ping(flow.endpoint))) throw refused('the endpoint does not answer the health check')
    }
    this.#save({ ...flow, status: 'PUBLISHED', published: flow.draft })
    return { success: true }
  }

  deprecate(id: string): unknown {
    const flow = this.#wanted(id)
    if (flow.published === null) throw new GraphError(139003, 'A Flow that is not published cannot be deprecated')
    this.#save({ ...flow, status: 'DEPRECATED' })
    return { success: true }
  }
  remove(id: string): unknown {
    const flow = this.#wanted(id)
    if (flow.published !== null) throw new GraphError(139004, 'A Flow that was published cannot be deleted')
    this.#journal.run('DELETE FROM flow WHERE id = ?', id)
    return { success: true }
  }

  /** What Meta's monitoring makes of a Flow, as the control says. */
  setStatus(name: string, status: FlowStatus): void {
    const flow = this.byName(name)
    if (flow) this.#save({ ...flow, status })
  }

  /** The Flow of a message that is sent or opened, in the edition that its `mode` wants. Throws a GraphError. */
  sendable({ flow_id, flow_name, mode }: Record<string, any>): { flow: Flow; json: any } {
    const flow = flow_id === undefined ? this.byName(flow_name) : this.find(flow_id)
    if (!flow) throw new GraphError(131009, 'interactive.action.parameters: there is no such Flow')
    if (flow.status === 'BLOCKED') throw new GraphError(132068, 'Flow is in blocked state')
    if (flow.status === 'THROTTLED') throw new GraphError(132069, 'Flow is in throttled state, 10 messages an hour')
    const text = mode === 'draft' ? flow.draft : flow.published
    if (text === null || flow.status === 'DEPRECATED')
      throw new GraphError(131009, 'interactive.action.parameters: the Flow is not published')
    return { flow, json: JSON.parse(text) }
  }
}

const encoded = (at: number): string => Buffer.from(String(at)).toString('base64')

function flowOf(row: Record<string, any>): Flow {
  return { ...(row as Flow), categories: JSON.parse(row.categories) }
}
const flowOrNull = (row: Record<string, any> | undefined): Flow | null => (row ? flowOf(row) : null)

function categoriesOf(given: unknown): readonly string[] {
  const categories = typeof given === 'string' ? JSON.parse(given) : given
  if (!Array.isArray(categories) || !categories.length || categories.some((one) => !CATEGORIES.includes(one)))
    throw invalid(`categories are at least one of ${CATEGORIES.join(', ')}`)
  return categories
}
function endpointOf(given: unknown): string | null {
  if (given === undefined || given === null) return null
  if (typeof given !== 'string' || !URL.canParse(given)) throw invalid('endpoint_uri must be a URL')
  return given
}
