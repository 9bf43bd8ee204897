/** The outside world as the harness sees it: the sandbox's control, and the hub through the network. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, Case } from '../journeys/world.ts'

export interface OutsideOptions {
  readonly folder: string
  readonly port: number
  readonly postgresPort: number
  readonly hubUrl: string
  readonly env: Readonly<Record<string, string>>
}

const AGAIN_MS = 150
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export class Outside {
  readonly #options: OutsideOptions
  readonly #child: ChildProcess
  #secrets = new Map<string, string>()

  private constructor(options: OutsideOptions) {
    const { folder, port, postgresPort, hubUrl, env } = options
    this.#options = options
    const log = openSync(join(folder, 'sandbox.log'), 'a')
    this.#child = spawn(process.execPath, ['start/sandbox.ts'], {
      env: {
        PATH: process.env.PATH!,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
        ...env,
        DATA_DIR: folder,
        SANDBOX_PORT: String(port),
        SANDBOX_POSTGRES_PORT: String(postgresPort),
        HUB_URL: hubUrl,
      },
      stdio: ['ignore', log, log],
    })
    process.once('exit', () => this.#child.kill('SIGKILL'))
  }
  static async open(options: OutsideOptions): Promise<Outside> {
    const outside = new Outside(options)
    for (const end = Date.now() + 60_000; ; ) {
      const isUp = await fetch(`${outside.url}/control`).then(
        (response) => response.ok,
        () => false,
      )
      if (isUp) break
      if (outside.#child.exitCode !== null || Date.now() > end)
        throw new Error(`the sandbox does not start: see ${options.folder}/sandbox.log`)
      await pause(100)
    }
    for (const client of await outside.control('identity/clients'))
      outside.#secrets.set(client.client_id, client.client_secret)
    return outside
  }
  get url(): string {
    return `http://localhost:${this.#options.port}`
  }
  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const end = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await end
  }

  async control(path: string, body?: unknown): Promise<any> {
    const response = await fetch(`${this.url}/control/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`/control/${path}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : null
  }
  cases(department: string): Promise<Case[]> {
    return this.control(`${department}/cases`)
  }
  /** The department's case with our number, or null. */
  async caseOf(department: string, key: string): Promise<Case | null> {
    const response = await fetch(`${this.url}/control/${department}/cases/${key}`)
    const body = await response.json()
    return response.ok ? (body as Case) : null
  }
  async token(form: Record<string, string>): Promise<string> {
    const secret = this.#secrets.get(form.client_id ?? '')
    const body = new URLSearchParams({ ...form, expires_in: '14400', ...(secret ? { client_secret: secret } : {}) })
    const response = await fetch(`${this.url}/identity/token`, { method: 'POST', body })
    const { access_token } = (await response.json()) as { access_token?: string }
    if (!access_token) throw new Error(`no token: ${response.status}`)
    return access_token
  }
  citizenToken(mobile: string): Promise<string> {
    return this.token({ grant_type: 'urn:dwar:sandbox:citizen', mobile })
  }
  operatorToken(): Promise<string> {
    return this.token({ grant_type: 'client_credentials', client_id: 'operator' })
  }

  /** What the hub says of itself: details by subgraph, one line each. */
  async readiness(): Promise<string[]> {
    const response = await fetch(`${this.#options.hubUrl}/readyz`)
    const { subgraphs } = (await response.json()) as { subgraphs: Record<string, { detail?: string }[]> }
    return Object.entries(subgraphs).flatMap(([name, healths]) =>
      healths.flatMap(({ detail }) => (detail ? [`${name}: ${detail}`] : [])),
    )
  }

  /** One try; throws where the connection is lost. */
  async graphql(query: string, variables: object, token: string, signal?: AbortSignal): Promise<Answer> {
    const response = await fetch(`${this.#options.hubUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      ...(signal ? { signal } : {}),
    })
    return { status: response.status, ...((await response.json()) as object) } as Answer
  }
}

/** Repeats what is lost on its way until it gets through. */
export async function insist<T>(what: string, run: () => Promise<T>, ms = 180_000): Promise<T> {
  for (const end = Date.now() + ms; ; ) {
    try {
      return await run()
    } catch (error) {
      if (Date.now() > end) throw new Error(`${what}: not within ${ms} ms`, { cause: error })
      await pause(AGAIN_MS)
    }
  }
}
