/**
 * The outside world in one process: the departments, WhatsApp, the identity provider, and the control over them.
 * One HTTP server; a department that is a database listens beside it.
 */
import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Clerks } from './clerks.ts'
import { SandboxClock, type TimeSource } from './clock.ts'
import { type ControlRoom, openControl } from './control.ts'
import { readJsonFile, writeAtomically } from './files.ts'
import { allow, Refusal, segments, send, sendFile, sendJson } from './http.ts'
import { writeHubEnv } from './hub-env.ts'
import { openIdentity } from './identity/index.ts'
import type { OpenOffice } from './office.ts'
import { discoverOffices, type OpenedOffice, openOffice } from './offices.ts'
import { openSecrets } from './secrets.ts'
import { openWhatsapp } from './whatsapp/index.ts'

const HERE = dirname(fileURLToPath(import.meta.url))

export interface SandboxOptions {
  /** `SANDBOX_PORT`; 0 for any free one. */
  readonly port: number
  /** `SANDBOX_POSTGRES_PORT`. @default 4132 */
  readonly postgresPort?: number
  /** `DATA_DIR`; the sandbox keeps to its folder `sandbox`. */
  readonly dataDir: string
  /** Base of the hub, where webhooks and callbacks are posted. */
  readonly hubUrl: string
  /** @default the machine's clock */
  readonly clock?: TimeSource
  /** What clerks do until the control says otherwise: seconds between acts, null to wait. @default null */
  readonly clerks?: number | null
  /** The process's environment. What it sets replaces that part of the sandbox in `environment()`. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Templates that Meta has approved for the business already, as they were sent to it. @default none */
  readonly templates?: readonly object[]
  /** Forms that are published for the business already: `{ name, categories, flow_json }`. @default none */
  readonly flows?: readonly { name: string; categories: readonly string[]; flow_json: string }[]
  /** @default every office in the folder, or those that `DEPARTMENTS` names */
  readonly offices?: Readonly<Record<string, OpenOffice>>
}

export interface Sandbox {
  /** `http://localhost:4100` */
  readonly url: string
  /** All that a hub needs to meet this sandbox; also in `DATA_DIR/sandbox/hub.env`. */
  environment(): Readonly<Record<string, string>>
  /** The time of the sandbox, which `POST /control/clock` moves. */
  readonly clock: TimeSource
  /** Names of the departments that are open. */
  readonly departments: readonly string[]
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse, path: string, url: URL) => Promise<void> | void

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((listening, refused) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      refused(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is taken: set SANDBOX_PORT to another`, { cause: error })
          : error,
      ),
    )
    server.listen(port, listening)
  })
  return (server.address() as AddressInfo).port
}

/** Answers with the reason where a handler refuses or fails. */
async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse, path: string, url: URL) {
  try {
    await handler(request, response, path, url)
  } catch (error) {
    if (error instanceof Refusal) return sendJson(response, error.status, { error: error.message }, error.headers)
    // a caller that left before it had asked is not the sandbox's failure
    if (request.destroyed && (error as NodeJS.ErrnoException).code === 'ECONNRESET') return
    console.error('sandbox:', error)
    if (response.headersSent) response.destroy()
    else sendJson(response, 500, { error: `the sandbox itself failed: ${(error as Error).message}` })
  }
}

function pages(): Record<string, Handler> {
  const [phone, desk] = [join(HERE, 'phone'), join(HERE, 'desk')]
  return {
    phone: (request, response, path) => {
      allow(request, 'GET')
      return sendFile(response, phone, path === '' || path === '/' ? 'index.html' : path)
    },
    desk: (request, response, path) => {
      allow(request, 'GET')
      const [first, ...asset] = segments(path)
      return sendFile(response, desk, first === 'assets' ? asset.join('/') : 'index.html')
    },
  }
}

function welcome(sandbox: { url: string; departments: readonly string[] }): Handler {
  const link = (path: string, text: string) => `<li><a href="${path}">${text}</a></li>`
  const desks = sandbox.departments.map((name) => link(`/desk/${name}`, `The clerk's desk: ${name}`)).join('')
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sandbox</title><style>body{font:1.1rem/1.6 system-ui;max-width:36rem;margin:3rem auto;padding:0 1rem}</style>
<h1>The sandbox</h1><p>Everything outside the hub, to try and to test against.</p>
<ul>${link('/phone', "A citizen's phone")}${desks}${link('/control', 'What can be controlled')}${link(
    '/identity/.well-known/openid-configuration',
    'The identity provider',
  )}</ul></html>`
  return (request, response, path) => {
    allow(request, 'GET')
    if (path !== '' && path !== '/') throw new Refusal(404, `there is nothing at ${path}`)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  }
}

const controlHandler =
  (control: ControlRoom): Handler =>
  async (request, response, path, url) =>
    send(response, await control(request, segments(path), url))

/** Opens the sandbox; throws an Error that names the variable where a port is taken. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { env, hubUrl } = options
  const folder = join(resolve(options.dataDir), 'sandbox')
  mkdirSync(folder, { recursive: true })

  const handlers = new Map<string, Handler>()
  let opened = false
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://sandbox')
    const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(url.pathname) ?? []
    const handler = handlers.get(first)
    const path = handler ? rest : url.pathname
    if (!opened) return sendJson(response, 503, { error: 'the sandbox is opening' }, { 'retry-after': '1' })
    void answer(handler ?? handlers.get('')!, request, response, path, url)
  })
  // longer than clients keep an idle connection, so that none meets one that is just being closed
  server.keepAliveTimeout = 75_000
  const url = `http://localhost:${await listen(server, options.port)}`

  const offices: OpenedOffice[] = []
  const closers: (() => Promise<void> | void)[] = []
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    for (const end of closers.splice(0).reverse()) await end()
  }
  try {
    const settingsFile = join(folder, 'settings.json')
    const settings: { ahead?: number; clerks?: number | null } = readJsonFile(settingsFile) ?? {}
    const keep = (change: typeof settings) =>
      writeAtomically(settingsFile, JSON.stringify(Object.assign(settings, change)))
    const secrets = openSecrets(folder)
    const clock = new SandboxClock(options.clock ?? { now: () => new Date() }, settings.ahead ?? 0, (ahead) =>
      keep({ ahead }),
    )
    const around = { clock, folder, url, hubUrl, postgresPort: options.postgresPort ?? 4132, secrets }

    const identity = await openIdentity({ ...around, audience: env.AUTH_AUDIENCE || 'dwar' })
    const whatsapp = await openWhatsapp({
      ...around,
      env,
      approved: options.templates ?? [],
      flows: options.flows ?? [],
    })
    closers.push(() => whatsapp.close())
    const found = options.offices ?? (await discoverOffices(env.DEPARTMENTS))
    for (const [name, open] of Object.entries(found)) {
      const office = await openOffice(name, open, around)
      offices.push(office)
      closers.push(() => office.office.close())
    }
    const clerks = new Clerks(
      offices,
      settings.clerks === undefined ? (options.clerks ?? null) : settings.clerks,
      (seconds) => keep({ clerks: seconds }),
    )
    closers.push(() => clerks.close())

    const departments = offices.map(({ office }) => office.name)
    const control = openControl({
      offices,
      clock,
      clerks,
      rooms: { whatsapp: whatsapp.control, identity: identity.control },
    })
    for (const [name, handler] of Object.entries(pages())) handlers.set(name, handler)
    for (const { office } of offices)
      handlers.set(office.name, (request, response, path, { search }) =>
        office.handle(request, response, path + search),
      )
    handlers.set('identity', identity.handle)
    handlers.set('whatsapp', whatsapp.handle)
    handlers.set('control', controlHandler(control))
    handlers.set('', welcome({ url, departments }))

    const own: Record<string, string> = {
      HUB_SECRET_KEY: env.HUB_SECRET_KEY || secrets('hub-secret-key', 'base64'),
      ...whatsapp.environment(),
      ...identity.environment(),
      DEPARTMENT_POLL_MS: '2000',
      WHATSAPP_PICTURES_MS: '1000',
      DEPARTMENT_TIMEOUT_MS: '5000',
      DEPARTMENT_RETRY_MAXIMUM_MS: '5000',
      DEPARTMENT_DELAY_MS: '30000',
      ...Object.assign({}, ...offices.map(({ office }) => office.environment())),
    }
    const environment = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, env[name] || value]))
    writeHubEnv(folder, environment)
    opened = true
    return { url, environment: () => environment, clock, departments, close }
  } catch (error) {
    await close()
    throw error
  }
}
