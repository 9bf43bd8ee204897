/** The door over the town, in one process or with each subgraph in its own server; tokens of a real key server; streams that queue from their first byte. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from 'graphql-ws'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { WebSocket } from 'ws'
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/index.ts'
import { serveSubgraph } from '../../gateway/subgraph-server.ts'
import type { Log } from '../../subgraphs/subgraph.ts'
import { type Name, supergraph, type Town, town } from './town.ts'

export const ISSUER = 'https://login.example'
export const AUDIENCE = 'dwar'
export const SECRET = 'a secret for tests, long enough to be one'

export interface Keys {
  readonly url: string
  /** Requests for the key set so far. */
  readonly asked: { count: number }
  /** A token of this provider; claims given win. */
  token(claims?: JWTPayload, header?: Record<string, unknown>): Promise<string>
  /** Signs with a new key from now on, and publishes it instead of the old. */
  rotate(): Promise<void>
  readonly publicPem: () => Promise<string>
  answerWith(status: number): void
  close(): Promise<void>
}

export async function keyServer(): Promise<Keys> {
  let pair: { privateKey: CryptoKey; publicKey: CryptoKey }
  let kid = 0
  let status = 200
  const asked = { count: 0 }
  const rotate = async () => {
    pair = await generateKeyPair('ES256', { extractable: true })
    kid++
  }
  await rotate()
  const server = createServer(async (_, response) => {
    asked.count++
    const key = { ...(await exportJWK(pair.publicKey)), kid: `key-${kid}`, alg: 'ES256', use: 'sig' }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [key] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    asked,
    rotate,
    publicPem: async () => JSON.stringify(await exportJWK(pair.publicKey)),
    answerWith: (code) => {
      status = code
    },
    async token(claims = {}, header = {}) {
      const now = Math.floor(Date.now() / 1000)
      const all = { iss: ISSUER, aud: AUDIENCE, sub: 'asha', iat: now, exp: now + 600, ...claims }
      return new SignJWT(all)
        .setProtectedHeader({ alg: 'ES256', kid: `key-${kid}`, typ: 'at+jwt', ...header } as any)
        .sign(pair.privateKey)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface Door extends AsyncDisposable {
  readonly gateway: Gateway
  readonly town: Town
  readonly keys: Keys
  readonly url: string
  readonly logged: { message: string; error: unknown; fields: Record<string, unknown> | undefined }[]
  /** The door's clock, ahead of the real one by this many ms. */
  readonly clock: { ahead: number }
  /** POSTs an operation over HTTP. */
  post(
    query: string,
    options?: { token?: string | undefined; variables?: object; headers?: Record<string, string> },
  ): Promise<{ status: number; headers: Headers; body: any }>
  /** Closes the server of one subgraph (split only). */
  stop(name: Name): Promise<void>
  close(): Promise<void>
}

export async function openDoor(
  options: { split?: boolean; auth?: null; gateway?: Partial<GatewayOptions> } = {},
): Promise<Door> {
  const keys = await keyServer()
  const here = town()
  const logged: Door['logged'] = []
  const log: Log = {
    info() {},
    warn() {},
    error: (message, error, fields) => void logged.push({ message, error, fields }),
  }
  const clock = { ahead: 0 }
  const now = () => new Date(Date.now() + clock.ahead)
  const servers = new Map<Name, { port: number; close(): Promise<void> }>()
  if (options.split) {
    for (const subgraph of Object.values(here.subgraphs)) {
      servers.set(subgraph.name as Name, await serveSubgraph(subgraph, { port: 0, secretKey: SECRET, log }))
    }
  }
  const remote = Object.fromEntries([...servers].map(([name, { port }]) => [name, `http://localhost:${port}`]))
  const gateway = await createGateway({
    supergraph: supergraph(),
    subgraphs: options.split ? { remote } : { local: here.subgraphs },
    auth: options.auth === null ? null : { issuer: ISSUER, audience: AUDIENCE, jwksUrl: keys.url },
    secretKey: SECRET,
    publicUrl: 'http://hub.example',
    clock: { now, today: () => now().toISOString().slice(0, 10) },
    log,
    graphiql: true,
    ...options.gateway,
  })
  const { port } = await gateway.listen(0)
  const url = `http://localhost:${port}`
  async function close(): Promise<void> {
    await gateway.close()
    await Promise.all([...servers.values()].map((server) => server.close()))
    await keys.close()
  }
  return {
    gateway,
    town: here,
    keys,
    url,
    logged,
    clock,
    async post(query, { token, variables, headers = {} } = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      })
      return { status: response.status, headers: response.headers, body: await response.json() }
    },
    async stop(name) {
      await servers.get(name)?.close()
      servers.delete(name)
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

export interface Listener<T> {
  /** The next message; they queue from the first on. */
  hears(): Promise<T>
  /** How it ended: `complete`, or what closed it. */
  readonly over: Promise<unknown>
  stop(): void
}

function listener<T>(): {
  box: Listener<T>
  put(value: T): void
  end(how: unknown): void
  onStop(stop: () => void): void
} {
  const queue: T[] = []
  const waiting: ((value: T) => void)[] = []
  let end: (how: unknown) => void = () => {}
  let stop = () => {}
  const over = new Promise<unknown>((resolve) => {
    end = resolve
  })
  return {
    put: (value) => (waiting.length ? waiting.shift()!(value) : queue.push(value)),
    end,
    onStop: (how) => {
      stop = how
    },
    box: {
      hears: () => (queue.length ? Promise.resolve(queue.shift()!) : new Promise((resolve) => waiting.push(resolve))),
      over,
      stop: () => stop(),
    },
  }
}

export async function overSse(
  url: string,
  query: string,
  token?: string,
): Promise<Listener<any> & { status: number; beats(): number }> {
  const { box, put, end, onStop } = listener<any>()
  const abort = new AbortController()
  onStop(() => abort.abort())
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query }),
    signal: abort.signal,
  })
  let beats = 0
  const read = async () => {
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream() as any) as any) {
      text += chunk
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        const block = text.slice(0, at)
        text = text.slice(at + 2)
        if (block.startsWith(':')) beats++
        else if (block.startsWith('event: next')) put(JSON.parse(block.slice(block.indexOf('data:') + 5)))
        else if (block.startsWith('event: complete')) end('complete')
      }
    }
    end('cut')
  }
  read().catch(end)
  return { ...box, status: response.status, beats: () => beats }
}

export function overWebSocket(
  url: string,
  query: string,
  authorization?: string,
  headers: Record<string, string> = {},
): Listener<any> {
  const { box, put, end, onStop } = listener<any>()
  class Socket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers })
    }
  }
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: authorization ? { authorization } : {},
    on: { closed: (event: any) => end(event.code) },
  })
  client.subscribe({ query }, { next: put, error: (error) => end(error), complete: () => end('complete') })
  onStop(() => void client.dispose())
  return box
}
