/** A hub just large enough for the channel: a real store, vault and citizens in a folder of its own, and answers given by the test. */
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExecutionResult } from 'graphql'
import { sqliteStore } from '../../store/sqlite/index.ts'
import { citizens } from '../../subgraphs/host/citizens.ts'
import { clockOf } from '../../subgraphs/host/clock.ts'
import { held } from '../../subgraphs/host/held.ts'
import { logger } from '../../subgraphs/host/log.ts'
import { secrets } from '../../subgraphs/host/secrets.ts'
import { sessionKeeper } from '../../subgraphs/host/session.ts'
import { openVaults } from '../../subgraphs/host/vault.ts'
import { wakes } from '../../subgraphs/host/wake.ts'
import { workingDays } from '../../subgraphs/host/working-days.ts'
import type { Ask, Host, Principal } from '../../subgraphs/subgraph.ts'

export const NUMBER = '106540352242922'
export const SECRET = 'the secret of the app'

export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  ms = 15_000,
): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`${what}: not within ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export interface Asked {
  readonly operation: string
  readonly variables: any
  readonly principal: Principal | null
}
export interface SmallHub {
  readonly host: Host
  readonly asked: Asked[]
  /** Answers every operation from now on. */
  answer(how: (asked: Asked) => Promise<ExecutionResult<any>> | ExecutionResult<any>): void
  /** Puts an event into the subscription. */
  happens(event: object): void
  /** What is delivered in its place whenever it is read; null: the event itself. */
  delivers(how: (event: any) => ExecutionResult<any> | null): void
  /** What is answered whenever an event's application is asked for; null: as the last of its events has it. */
  describes(how: (reference: string) => ExecutionResult<any> | null): void
  /** Moves the clock. */
  advance(ms: number): void
  /** Opens the same store anew, as after a crash. */
  again(): Promise<SmallHub>
  [Symbol.asyncDispose](): Promise<void>
}

export async function smallHub(env: Record<string, string> = {}): Promise<SmallHub> {
  const folder = await mkdtemp(join(tmpdir(), 'dwar-channel-'))
  let ahead = 0
  const events: object[] = []
  let delivered: (event: any) => ExecutionResult<any> | null = () => null
  let described: (reference: string) => ExecutionResult<any> | null = () => null
  function about(reference: string): ExecutionResult<any> {
    const last = events.findLast((event: any) => event.application?.reference === reference) as any
    return described(reference) ?? { data: { application: last?.application ?? null } }
  }
  async function open(): Promise<SmallHub> {
    const store = sqliteStore(folder)
    const vaults = await openVaults(store, secrets('a key of at least thirty-two characters'))
    const asked: Asked[] = []
    const waking = wakes()
    let how: (asked: Asked) => Promise<ExecutionResult<any>> | ExecutionResult<any> = () => ({ data: null, errors: [] })
    const ask = Object.assign(
      async (operation: string, variables: any, principal: Principal | null) => {
        const one = { operation, variables, principal }
        if (operation.startsWith('query About')) return about(variables.reference)
        asked.push(one)
        return how(one)
      },
      {
        async *subscribe(_operation: string, { after }: any, _principal: Principal | null, signal: AbortSignal) {
          let at = after === 'START' ? 0 : events.findIndex((event: any) => event.id === after) + 1
          while (!signal.aborted) {
            if (at < events.length) {
              const event = events[at++]
              yield delivered(event) ?? { data: { applicationChanged: event } }
            } else await waking.wait('events', 1000, signal)
          }
        },
        fetch: async () => new Response('%PDF-1.7 a certificate', { headers: { 'content-type': 'application/pdf' } }),
      },
    ) as unknown as Ask
    const sessions = sessionKeeper(store, 'hub', logger('silent'))
    await sessions.start()
    const host: Host = {
      clock: clockOf(() => new Date(Date.now() + ahead)),
      log: logger('silent'),
      store,
      vault: vaults.vault,
      vaultOf: vaults.vaultOf,
      citizens: citizens(store, vaults),
      ask,
      catalogue: { departments: [], services: [] },
      workingDays: workingDays({}),
      publicUrl: 'http://hub.test',
      env: {
        WHATSAPP_PHONE_NUMBER_ID: NUMBER,
        WHATSAPP_ACCESS_TOKEN: 'token',
        WHATSAPP_APP_SECRET: SECRET,
        WHATSAPP_VERIFY_TOKEN: 'verify',
        ...env,
      },
      file: () => Promise.reject(new Error('the channel files through the gateway')),
      record: async () => {},
      ...waking,
      session: sessions.current,
      held: held(store, sessions, { wait: waking.wait, log: logger('silent') }),
    }
    return {
      host,
      asked,
      answer(next) {
        how = next
      },
      happens(event) {
        events.push(event)
        waking.wake('events')
      },
      delivers(next) {
        delivered = next
      },
      describes(next) {
        described = next
      },
      advance(ms) {
        ahead += ms
      },
      again: open,
      async [Symbol.asyncDispose]() {
        await store.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  }
  return open()
}

// ---------- what Meta posts ----------

export const sign = (body: string): string => `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`

export function posted(value: object, { field = 'messages', number = NUMBER } = {}): string {
  const change = {
    field,
    value: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550783881', phone_number_id: number },
      ...value,
    },
  }
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: 'waba', changes: [change] }] })
}
let count = 0
export const from = (message: object, mobile = '919810012345') => ({
  from: mobile,
  id: `wamid.${++count}`,
  timestamp: String(Math.floor(Date.now() / 1000)),
  ...message,
})
export const text = (body: string, mobile?: string) => from({ type: 'text', text: { body } }, mobile)

export function request(body: string | Uint8Array, headers: Record<string, string> = {}): Request {
  return new Request('http://hub.test/webhooks/whatsapp', {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'content-type': 'application/json', ...headers },
  })
}
export const signed = (body: string): Request => request(body, { 'x-hub-signature-256': sign(body) })

// ---------- what answers as Meta ----------

type MetaAnswer =
  | number
  | { readonly code: number; readonly retryAfter: string }
  | { readonly status: number; readonly body: string; readonly retryAfter?: string }
  | 'lost'
  | 'well'
export interface SmallMeta {
  readonly url: string
  /** Messages that were accepted, in order. */
  readonly sent: any[]
  /** Every message that was to be sent, accepted or not. */
  readonly calls: any[]
  /** Messages that were marked as read. */
  readonly marks: any[]
  /** From now on no mark is taken. */
  refuseMarks(): void
  /** What is sent is taken, and answered only after `resume`. */
  pause(): { resume(): void }
  /** The next answers of `/messages`: a code of Meta's, also with a `Retry-After`, an answer without one, `lost` (accepted, the answer is not), or well. */
  next(...how: MetaAnswer[]): void
  readonly server: Server
  [Symbol.asyncDispose](): Promise<void>
}

export async function smallMeta(): Promise<SmallMeta> {
  const sent: any[] = []
  const calls: any[] = []
  const marks: any[] = []
  let marksTaken = true
  let paused: Promise<void> | null = null
  const answers: MetaAnswer[] = []
  const read = async (incoming: IncomingMessage) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }
  const server = createServer(async (incoming, response) => {
    const body = await read(incoming)
    const json = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (incoming.url?.endsWith('/media')) return json(200, { id: `media-${body.length}` })
    if (!incoming.url?.endsWith('/messages')) return json(404, { error: { code: 100, message: 'unknown' } })
    const message = JSON.parse(body.toString())
    if (message.status === 'read') {
      marks.push(message)
      return marksTaken ? json(200, { success: true }) : json(500, { error: { code: 131000 } })
    }
    calls.push(message)
    const how = answers.shift() ?? 'well'
    if (typeof how === 'object' && 'status' in how)
      return response.writeHead(how.status, how.retryAfter ? { 'retry-after': how.retryAfter } : {}).end(how.body)
    if (typeof how === 'object') {
      response.setHeader('retry-after', how.retryAfter)
      return json(429, { error: { code: how.code, message: `(#${how.code})`, type: 'OAuthException' } })
    }
    if (typeof how === 'number')
      return json(how === 190 ? 401 : 400, { error: { code: how, message: `(#${how})`, type: 'OAuthException' } })
    sent.push(message)
    if (how === 'lost') {
      await paused
      return response.destroy()
    }
    const id = `wamid.out.${sent.length}`
    await paused
    json(200, {
      messaging_product: 'whatsapp',
      contacts: [{ input: message.to, wa_id: '91' }],
      messages: [{ id }],
    })
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    sent,
    calls,
    marks,
    next: (...how) => answers.push(...how),
    refuseMarks() {
      marksTaken = false
    },
    pause() {
      let resume = () => {}
      paused = new Promise((resolve) => {
        resume = resolve
      })
      return { resume: () => resume() }
    },
    server,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
