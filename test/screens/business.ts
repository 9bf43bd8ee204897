/** A business at the other end of the Cloud API: whoever answers the citizens when no hub does. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts'
import { temporaryFolder } from './folder.ts'

export interface Business extends AsyncDisposable {
  readonly sandbox: Sandbox
  /** All that citizens wrote, in order. */
  readonly received: readonly Record<string, any>[]
  /** Resolves when the next messages have come. */
  change(): Promise<void>
  /** Sends a message as the Cloud API takes it; gives its id. */
  send(message: Record<string, unknown>): Promise<string>
  /** Uploads a file; gives its id. */
  upload(name: string, mediaType: string, bytes: Uint8Array): Promise<string>
  /** The blue ticks, and "typing…" if wanted. */
  read(id: string, typing?: boolean): Promise<void>
}

async function json(request: IncomingMessage): Promise<any> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/** Opens a sandbox and a business that listens to it. */
export async function openBusiness(options: Partial<SandboxOptions> = {}): Promise<Business> {
  const received: Record<string, any>[] = []
  const waiting = new Set<() => void>()
  const server = createServer(async (request, response) => {
    const { entry } = await json(request)
    for (const { changes } of entry) for (const { value } of changes) received.push(...(value.messages ?? []))
    response.writeHead(200).end()
    for (const resolve of waiting) resolve()
    waiting.clear()
  })
  await new Promise<void>((listening) => server.listen(0, listening))
  const hubUrl = `http://localhost:${(server.address() as AddressInfo).port}`
  const folder = temporaryFolder()
  const sandbox = await openSandbox({
    port: 0,
    postgresPort: 0,
    dataDir: folder.path,
    hubUrl,
    env: {},
    offices: {},
    ...options,
  })
  const { WHATSAPP_API_URL, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_ACCESS_TOKEN } = sandbox.environment()
  const authorization = `Bearer ${WHATSAPP_ACCESS_TOKEN}`

  async function call(path: string, body: FormData | string): Promise<any> {
    const type: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
    const url = `${WHATSAPP_API_URL}/v25.0/${WHATSAPP_PHONE_NUMBER_ID}/${path}`
    const response = await fetch(url, { method: 'POST', headers: { authorization, ...type }, body })
    const answer = await response.json()
    if (!response.ok) throw new Error(JSON.stringify(answer))
    return answer
  }
  const post = (message: Record<string, unknown>) =>
    call('messages', JSON.stringify({ messaging_product: 'whatsapp', ...message }))

  return {
    sandbox,
    received,
    change: () => new Promise((changed) => waiting.add(changed)),
    send: async (message) => (await post({ recipient_type: 'individual', ...message })).messages[0].id,
    async upload(name, mediaType, bytes) {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', mediaType)
      form.set('file', new File([new Uint8Array(bytes)], name, { type: mediaType }))
      return (await call('media', form)).id
    },
    async read(id, typing = false) {
      await post({ status: 'read', message_id: id, ...(typing ? { typing_indicator: { type: 'text' } } : {}) })
    },
    async [Symbol.asyncDispose]() {
      await sandbox.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      folder.remove()
    },
  }
}
