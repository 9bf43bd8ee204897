/** A sandbox and the smallest hub that Meta would accept, on free ports and in a folder of their own. */
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts'
import type { OpenOffice } from '../../sandbox/office.ts'

/** Resolves with the first value of `look` that is neither false nor null; fails after `patience` ms. */
export async function until<T>(look: () => T | Promise<T>, patience = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + patience
  for (;;) {
    const value = await look()
    if (value) return value as NonNullable<T>
    if (Date.now() > end) throw new Error('what is waited for does not come')
    await new Promise((turn) => setTimeout(turn, 10))
  }
}

export interface Received {
  readonly raw: string
  readonly body: any
  readonly signature: string
  readonly value: any
}

/** Takes webhooks over HTTP and keeps them. */
export class TinyHub {
  #server: Server | undefined
  #port = 0
  /** What it answers. */
  status = 200
  readonly received: Received[] = []
  readonly refused: Received[] = []

  get url(): string {
    return `http://localhost:${this.#port}`
  }

  async start(): Promise<void> {
    this.#server = createServer(async (request, response) => {
      if (request.method === 'GET') {
        const query = new URL(request.url!, 'http://hub').searchParams
        response.writeHead(200).end(query.get('hub.challenge'))
        return
      }
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const raw = Buffer.concat(chunks).toString('latin1')
      const body = JSON.parse(raw)
      const one = {
        raw,
        body,
        signature: String(request.headers['x-hub-signature-256']),
        value: body.entry[0].changes[0].value,
      }
      ;(this.status === 200 ? this.received : this.refused).push(one)
      response.writeHead(this.status).end()
    })
    await new Promise<void>((listening) => this.#server!.listen(this.#port, listening))
    this.#port = (this.#server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((closed) => (this.#server ? this.#server.close(closed) : closed(null)))
  }

  /** Every status told of a message, in the order of arrival. */
  statuses(id: string): any[] {
    return this.received.flatMap(({ body }) =>
      body.entry.flatMap((entry: any) =>
        entry.changes.flatMap((change: any) => (change.value.statuses ?? []).filter((status: any) => status.id === id)),
      ),
    )
  }
  messages(): any[] {
    return this.received.flatMap(({ body }) =>
      body.entry.flatMap((entry: any) => entry.changes.flatMap((change: any) => change.value.messages ?? [])),
    )
  }
}

export const signatureOf = (raw: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(raw, 'latin1').digest('hex')}`

export const ASHA = '919810012345'

export class World {
  readonly hub = new TinyHub()
  dataDir = ''
  sandbox!: Sandbox
  #options: Partial<SandboxOptions> = {}

  static async open(options: Partial<SandboxOptions> = {}): Promise<World> {
    const world = new World()
    world.#options = options
    world.dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'))
    await world.hub.start()
    await world.#openSandbox()
    return world
  }

  async #openSandbox(): Promise<void> {
    this.sandbox = await openSandbox({
      port: 0,
      postgresPort: 0,
      dataDir: this.dataDir,
      hubUrl: this.hub.url,
      env: {},
      offices: {},
      ...this.#options,
    })
  }

  /** The sandbox ends and starts again on the same folder, with other options if they are given. */
  async restart(options: Partial<SandboxOptions> = {}): Promise<void> {
    await this.sandbox.close()
    this.#options = { ...this.#options, ...options }
    await this.#openSandbox()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox.close()
    await this.hub.stop()
    await rm(this.dataDir, { recursive: true, force: true })
  }

  get env(): Readonly<Record<string, string>> {
    return this.sandbox.environment()
  }

  async call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const response = await fetch(this.sandbox.url + path, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : null }
  }

  /** A citizen writes; gives the message's id. */
  async writes(body: Record<string, unknown>): Promise<string> {
    const answer = await this.call('POST', '/control/whatsapp/messages', body)
    if (answer.status !== 200) throw new Error(answer.body.error)
    return answer.body.id
  }

  async chat(key = ASHA): Promise<any[]> {
    return (await this.call('GET', `/control/whatsapp/messages?with=${encodeURIComponent(key)}`)).body
  }

  /** A call of the Graph API, as a hub makes it. */
  async graph(
    method: string,
    path: string,
    body?: unknown,
    token = this.env.WHATSAPP_ACCESS_TOKEN,
  ): Promise<{ status: number; body: any }> {
    const response = await fetch(`${this.env.WHATSAPP_API_URL}/v25.0/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }

  send(message: Record<string, unknown>): Promise<{ status: number; body: any }> {
    return this.graph('POST', `${this.env.WHATSAPP_PHONE_NUMBER_ID}/messages`, {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...('to' in message || 'recipient' in message ? {} : { to: `+${ASHA}` }),
      ...message,
    })
  }

  /** Sends a message that must be accepted; gives its id. */
  async sends(message: Record<string, unknown>): Promise<string> {
    const answer = await this.send(message)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body.messages[0].id
  }

  async uploads(bytes: Uint8Array, mediaType: string, name: string): Promise<{ status: number; body: any }> {
    const form = new FormData()
    form.set('messaging_product', 'whatsapp')
    form.set('type', mediaType)
    form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }), name)
    return this.graph('POST', `${this.env.WHATSAPP_PHONE_NUMBER_ID}/media`, form)
  }

  /** The statuses told of a message, once there are so many. */
  async told(id: string, count: number): Promise<string[]> {
    await until(() => this.hub.statuses(id).length >= count)
    return this.hub.statuses(id).map(({ status }) => status)
  }
}

/** An office with one case, as small as the contract allows. */
export const openTinyOffice: OpenOffice = async (world) => {
  const file = { name: 'proof.pdf', mediaType: 'application/pdf', size: 4, sha256: 'ab' }
  const view = {
    reference: 'T/1',
    key: 'DWR-2026-000001',
    service: 'tiny.licence',
    fields: { name: 'आशा' },
    documents: [file],
  }
  let status: 'received' | 'in_review' | 'action_required' | 'approved' | 'rejected' = 'received'
  return {
    name: 'tiny',
    title: 'The tiny office',
    handle(_request, response, path) {
      world.count('status')
      const mode = world.rude(path.startsWith('/change'))
      response.end(`${path} ${mode ?? 'polite'}`)
    },
    environment: () => ({ TINY_API_URL: `${world.url}/tiny`, TINY_PASSWORD: world.secret('password') }),
    cases: async () => [{ ...view, status }],
    oneCase: async (name) => (name === view.reference || name === view.key ? { ...view, status } : null),
    document: async (_reference, index) =>
      index === 0 ? { name: file.name, mediaType: file.mediaType, bytes: new TextEncoder().encode('%PDF') } : null,
    certificate: async () =>
      status === 'approved' ? { name: 'licence.pdf', bytes: new TextEncoder().encode('%PDF-1') } : null,
    async act(_reference, act) {
      if (status === 'approved') throw new Error('the case is decided')
      status = act.status
    },
    next: ({ status }) =>
      status === 'received' ? { status: 'in_review' } : status === 'in_review' ? { status: 'approved' } : null,
    close: async () => {},
  }
}
