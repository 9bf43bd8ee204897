/** People who write, and a Meta that takes what they are answered: how long each waits. */
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Meta {
  readonly url: string
  /** Resolves at the moment at which the next message to this number came. */
  answer(number: string): Promise<number>
  close(): Promise<void>
}

export async function openMeta(): Promise<Meta> {
  const waiting = new Map<string, (at: number) => void>()
  let count = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    const at = performance.now()
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const message = JSON.parse(Buffer.concat(chunks).toString())
    response.writeHead(200, { 'content-type': 'application/json' })
    if (message.status) return response.end('{"success":true}')
    response.end(JSON.stringify({ messages: [{ id: `wamid.out.${++count}` }] }))
    waiting.get(message.to)?.(at)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    answer: (number) => new Promise((resolve) => waiting.set(`+${number}`, resolve)),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface Talk {
  /** Where webhooks go. */
  readonly hub: string
  readonly secret: string
  readonly phoneNumberId: string
  readonly meta: Meta
  readonly people: number
  readonly lines: readonly string[]
  /** ms between an answer and what is written next. */
  readonly pause: number
}

let writers = 0
/** ms from the webhook to its answer, of all lines of all people, in order of size. */
export async function conversations(talk: Talk): Promise<number[]> {
  const times: number[] = []
  const first = writers
  writers += talk.people
  await Promise.all(
    Array.from({ length: talk.people }, async (_, i) => {
      const number = `9198${String(first + i).padStart(8, '0')}`
      // people do not begin at one moment
      await new Promise((resolve) => setTimeout(resolve, (talk.pause * i) / talk.people))
      for (const [n, line] of talk.lines.entries()) {
        const answered = talk.meta.answer(number)
        const begun = performance.now()
        await write(talk, number, `wamid.${number}.${n}`, line)
        times.push((await answered) - begun)
        if (talk.pause) await new Promise((resolve) => setTimeout(resolve, talk.pause))
      }
    }),
  )
  return times.sort((a, b) => a - b)
}

async function write({ hub, secret, phoneNumberId }: Talk, from: string, id: string, text: string): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const message = { from, id, timestamp, type: 'text', text: { body: text } }
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '911141004100', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: 'Asha' }, wa_id: from }],
    messages: [message],
  }
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ changes: [{ field: 'messages', value }] }],
  })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const response = await fetch(`${hub}/webhooks/whatsapp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    body,
  })
  if (response.status !== 200) throw new Error(`a webhook was answered ${response.status}`)
  await response.arrayBuffer()
}
