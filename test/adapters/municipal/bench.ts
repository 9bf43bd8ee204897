/** The municipality's office on a port and in a folder of its own, the adapter before it, and ears for its notices. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Call, Filing, FilingDocument } from '../../../adapters/adapter.ts'
import { type MunicipalAdapter, municipal } from '../../../adapters/municipal/index.ts'
import { open } from '../../../sandbox/municipal/index.ts'
import type { CaseView, Office, RudeMode } from '../../../sandbox/office.ts'

/** Looks until there is something; fails after `patience` ms. */
export async function until<T>(
  look: () => T | Promise<T>,
  patience = 10_000,
): Promise<Exclude<T, false | null | undefined>> {
  const end = Date.now() + patience
  for (;;) {
    const found = await look()
    if (found) return found as Exclude<T, false | null | undefined>
    if (Date.now() > end) throw new Error('what is waited for does not come')
    await new Promise((turn) => setTimeout(turn, 10))
  }
}

/** `ms` until the call's deadline. */
export const call = (key = 'key', ms = 30_000): Call => ({ key, signal: AbortSignal.timeout(ms) })

async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, listening))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}
async function shut(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
}
/** An address where nothing listens. */
export async function nobodysUrl(): Promise<string> {
  const server = createServer()
  const url = await listen(server)
  await shut(server)
  return url
}
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

export interface Heard {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly notice: any
}

export class Bench {
  office!: Office
  adapter!: MunicipalAdapter
  /** Notices as they came. */
  readonly heard: Heard[] = []
  readonly calls: Record<string, number> = {}
  /** What the hub answers to a notice. */
  hubStatus = 204
  /** ms by which the office's clock is ahead. */
  ahead = 0
  /** Where the office's clock stands still; null while it goes. */
  still: number | null = null
  #mode: RudeMode | null = null
  #only: number | null = null
  folder!: string
  #server!: Server
  #hub!: Server
  #hubUrl!: string
  url!: string

  static async open(): Promise<Bench> {
    const bench = new Bench()
    bench.folder = await mkdtemp(join(tmpdir(), 'municipal-'))
    bench.#hub = createServer(async (request, response) => {
      const body = await bodyOf(request)
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      if (bench.hubStatus < 300) bench.heard.push({ body, headers, notice: JSON.parse(body) })
      response.writeHead(bench.hubStatus).end()
    })
    bench.#hubUrl = await listen(bench.#hub)
    bench.#server = createServer((request, response) => {
      const path = request.url!.replace(/^\/municipal/, '')
      Promise.resolve(bench.office.handle(request, response, path)).catch((error) => {
        process.stderr.write(`${error.stack}\n`)
        response.destroy()
      })
    })
    bench.url = await listen(bench.#server)
    await bench.openOffice()
    bench.adapter = bench.connect()
    return bench
  }

  async openOffice(): Promise<void> {
    this.office = await open({
      now: () => new Date(this.still ?? Date.now() + this.ahead),
      folder: this.folder,
      url: this.url,
      postgresPort: 0,
      hubUrl: this.#hubUrl,
      secret: (name) => `secret-${name}`,
      count: (operation) => {
        this.calls[operation] = (this.calls[operation] ?? 0) + 1
      },
      rude: () => {
        if (this.#mode === null || this.#only === 0) return null
        if (this.#only !== null) this.#only--
        return this.#mode
      },
    })
  }

  connect(more: object = {}): MunicipalAdapter {
    const env = this.office.environment()
    return municipal({
      apiUrl: env.MUNICIPAL_API_URL!,
      clientId: env.MUNICIPAL_CLIENT_ID!,
      clientSecret: env.MUNICIPAL_CLIENT_SECRET!,
      callbackSecret: env.MUNICIPAL_CALLBACK_SECRET!,
      settles: Number(env.MUNICIPAL_SETTLES_MS),
      ...more,
    })
  }
  /** An access token got by hand. */
  async token(): Promise<string> {
    const env = this.office.environment()
    const response = await fetch(`${this.url}/municipal/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: env.MUNICIPAL_CLIENT_ID!,
        client_secret: env.MUNICIPAL_CLIENT_SECRET!,
      }),
    })
    return ((await response.json()) as any).access_token
  }

  /** The office misbehaves; `times`: only so often. */
  rude(mode: RudeMode | null, times: number | null = null): void {
    this.#mode = mode
    this.#only = times
  }
  async caseOf(key: string): Promise<CaseView> {
    const found = (await this.office.cases()).filter((view) => view.key === key)
    if (found.length !== 1) throw new Error(`${found.length} cases of ${key}`)
    return found[0]!
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.adapter.close()
    await shut(this.#server)
    await this.office.close()
    await shut(this.#hub)
    await rm(this.folder, { recursive: true, force: true })
  }
}

let count = 0
export const reference = (): string => `DWR-2026-${String(++count).padStart(6, '0')}`

export function paper(path: string, text = `%PDF-1.4 ${path}`, name = `${path}.pdf`): FilingDocument {
  const bytes = new TextEncoder().encode(text)
  return {
    id: `doc_${path}`,
    path,
    name,
    mediaType: 'application/pdf',
    size: bytes.byteLength,
    sha256: '',
    read: async () => bytes,
  }
}

export function certificateFiling(key: string, input: object = {}, documents = [paper('identity')]): Filing {
  return {
    service: 'municipal.birth-certificate',
    reference: key,
    submittedAt: '2026-11-23T10:00:00.000Z',
    input: {
      relation: 'SELF',
      registrationNumber: '1990-CL-000017',
      dateOfBirth: '1990-01-05',
      motherName: 'सावित्री देवी',
      match: 'b1990cl000017',
      fatherName: "Mohan D'Souza",
      purpose: 'PASSPORT',
      copies: 2,
      delivery: 'POST',
      postalAddress: { line: '12, गली नं. 3, Karol Bagh', town: 'Delhi', pinCode: '110005' },
      identity: 'doc_identity',
      ...input,
    },
    documents,
    fee: 50,
    mobile: '+919810012345',
  }
}

export function nameFiling(key: string, input: object = {}): Filing {
  return {
    service: 'municipal.child-name',
    reference: key,
    submittedAt: '2026-11-23T10:00:00.000Z',
    input: {
      relation: 'MOTHER',
      registrationNumber: '2025-RH-000412',
      dateOfBirth: '2025-08-12',
      motherName: 'Farida',
      match: 'b2025rh000412',
      fatherName: 'Abdul Rahman',
      childName: 'ज़ोया',
      certificate: 'doc_certificate',
      motherIdentity: 'doc_motherIdentity',
      fatherIdentity: 'doc_fatherIdentity',
      declaration: 'doc_declaration',
      ...input,
    },
    documents: ['certificate', 'motherIdentity', 'fatherIdentity', 'declaration'].map((path) => paper(path)),
    fee: 20,
    mobile: null,
  }
}
