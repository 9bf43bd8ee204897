/** The whole product on ports and in a folder of its own: the sandbox, the hub, and people who use them. */
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSandbox, type Sandbox } from '../../sandbox/index.ts'
import { type Hub, startHub } from '../../start/assemble.ts'
import { mongoStore } from '../../store/mongo/index.ts'
import { sqliteStore } from '../../store/sqlite/index.ts'
import type { Store } from '../../store/store.ts'
import { servicesOf } from '../../subgraphs/whatsapp/catalogue.ts'
import { flowCreations } from '../../subgraphs/whatsapp/flows/creations.ts'
import { templateCreations } from '../../subgraphs/whatsapp/sending/templates.ts'
import { wording } from '../../subgraphs/whatsapp/wording.ts'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { freePort } from '../free-port.ts'
import { freshDatabase, type MongoDatabase } from '../store/mongod.ts'
import { Citizen } from './citizen.ts'

/** `mongodb`: the hubs of this run keep their state in a MongoDB (see jest.config.js); JOURNEYS_ON says so for a single file. */
const JOURNEYS_ON = (globalThis as { JOURNEYS_ON?: string }).JOURNEYS_ON ?? process.env.JOURNEYS_ON

/** Looks until `look` finds something; throws after `ms` with what was seen last. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  ms = 30_000,
): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`${what}: not within ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

export interface Case {
  reference: string
  key: string
  service: string
  status: string
  fields: Record<string, unknown>
  documents: { name: string; mediaType: string; size: number; sha256: string }[]
}
export interface Answer {
  status: number
  data: any
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[]
}

export class World {
  readonly folder: string
  readonly port: number
  sandbox!: Sandbox
  hub: Hub | null = null
  /** Names the store to every process of this hub. */
  readonly store: Readonly<Record<string, string>>
  readonly #env: Record<string, string>
  readonly #database: MongoDatabase | null

  private constructor(folder: string, port: number, env: Record<string, string>, database: MongoDatabase | null) {
    this.folder = folder
    this.port = port
    const url = env.STORE_URL ?? database?.url
    this.store = url ? { STORE_URL: url } : {}
    // a picture waits for no other, unless a test is about that
    this.#env = { LOG_LEVEL: 'silent', WHATSAPP_PICTURES_MS: '20', ...this.store, ...env }
    this.#database = database
  }

  /** `hub: false`: the sandbox alone, for a hub in other processes. */
  static async open(
    env: Record<string, string> = {},
    { hub = true, clock }: { hub?: boolean; clock?: { now(): Date } } = {},
  ): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'dwar-world-'))
    const database = JOURNEYS_ON === 'mongodb' && !env.STORE_URL ? await freshDatabase() : null
    const world = new World(folder, await freePort(), env, database)
    world.sandbox = await openSandbox({
      port: 0,
      postgresPort: await freePort(),
      dataDir: folder,
      hubUrl: world.url,
      env: world.#env,
      templates: templateCreations(wording()),
      flows: world.#env.WHATSAPP_FLOWS === 'on' ? flowCreations(servicesOf(readCatalogue()), wording()) : [],
      ...(clock ? { clock } : {}),
    })
    if (hub) await world.startHub()
    return world
  }
  get url(): string {
    return `http://localhost:${this.port}`
  }
  async startHub(env: Record<string, string> = {}): Promise<void> {
    this.hub = await startHub(
      { ...this.sandbox.environment(), DATA_DIR: this.folder, PORT: String(this.port), ...this.#env, ...env },
      () => this.sandbox.clock.now(),
    )
  }
  /** A second look into the hub's store, to be closed by whoever looks. */
  async openStore(): Promise<Store> {
    return this.#database ? mongoStore(this.#database.url) : sqliteStore(this.folder)
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.hub?.close()
    await this.sandbox.close()
    await this.#database?.drop()
    await rm(this.folder, { recursive: true, force: true })
  }

  async control(path: string, body?: unknown): Promise<any> {
    const response = await fetch(`${this.sandbox.url}/control/${path}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`/control/${path}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : null
  }
  /** A file that the control serves: a case's document or certificate, a file of the chat. */
  async file(path: string): Promise<Buffer> {
    const response = await fetch(`${this.sandbox.url}/control/${path}`)
    if (!response.ok) throw new Error(`/control/${path}: ${response.status} ${await response.text()}`)
    return Buffer.from(await response.arrayBuffer())
  }
  cases(department: string): Promise<Case[]> {
    return this.control(`${department}/cases`)
  }
  /** The department's case with our number, once it is there. */
  caseOf(reference: string, department: string): Promise<Case> {
    return until(`a case for ${reference}`, async () =>
      (await this.cases(department)).find(({ key }) => key === reference),
    )
  }
  clerk(
    department: string,
    reference: string,
    act: { status: string; reason?: string; action?: object },
  ): Promise<void> {
    return this.control(`${department}/cases/${encodeURIComponent(reference)}`, act)
  }

  /** An access token: a citizen's by their number, or a client's. */
  async token(who: { citizen: string } | { client: 'portal' | 'operator'; scope?: string }): Promise<string> {
    const form = new URLSearchParams()
    if ('citizen' in who) {
      form.set('grant_type', 'urn:dwar:sandbox:citizen')
      form.set('mobile', who.citizen)
    } else {
      const clients: any[] = await this.control('identity/clients')
      const client = clients.find((one) => one.client_id === who.client)
      form.set('grant_type', 'client_credentials')
      form.set('client_id', who.client)
      form.set('client_secret', client.client_secret)
      if (who.scope) form.set('scope', who.scope)
    }
    const response = await fetch(`${this.sandbox.url}/identity/token`, { method: 'POST', body: form })
    const { access_token } = (await response.json()) as { access_token: string }
    return access_token
  }
  async graphql(query: string, variables: object = {}, token?: string): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, ...((await response.json()) as object) } as Answer
  }
  /** A document of the token's owner, announced and put; its id. */
  async upload(token: string, name: string, mediaType: string, bytes: Uint8Array): Promise<string> {
    const { data, errors } = await this.graphql(
      'mutation ($name: String!, $mediaType: String!, $size: Int!) { createUpload(name: $name, mediaType: $mediaType, size: $size) { documentId url } }',
      { name, mediaType, size: bytes.length },
      token,
    )
    if (errors) throw new Error(errors[0]!.message)
    const put = await fetch(data.createUpload.url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': mediaType },
      body: bytes as Uint8Array<ArrayBuffer>,
    })
    if (!put.ok) throw new Error(`PUT ${put.status} ${await put.text()}`)
    return data.createUpload.documentId
  }
  /** Somebody with a phone; a number of their own unless one is given. */
  citizen(mobile = `9198${randomInt(10_000_000, 100_000_000)}`): Citizen {
    return new Citizen(this, mobile)
  }
}
