/** Meta for a load: takes what the hub sends, gives it an id, and posts receipts, signed, many in one webhook. */
import { createHmac } from 'node:crypto'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Told {
  readonly port: number
  readonly secret: string
  readonly phoneNumberId: string
}

const RECEIPTS_MS = 250
const MANY = 100
const agent = new Agent({ keepAlive: true, maxSockets: 4 })
let sent = 0
const owed: object[] = []
let told: Told | null = null

const server = createServer((incoming, response) => {
  let body = ''
  incoming.on('data', (chunk) => {
    body += chunk
  })
  incoming.on('end', () => {
    // other questions, and what was broken off, are not what is measured
    if (incoming.method !== 'POST' || !body) return void response.writeHead(400).end()
    const { to, biz_opaque_callback_data } = JSON.parse(body)
    const id = `wamid.out.${++sent}`
    const timestamp = String(Math.floor(Date.now() / 1000))
    for (const status of ['sent', 'delivered'])
      owed.push({ id, status, timestamp, recipient_id: to, biz_opaque_callback_data })
    const answer = JSON.stringify({ messaging_product: 'whatsapp', messages: [{ id }] })
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
      .end(answer)
  })
})

function post({ port, secret, phoneNumberId }: Told, statuses: object[]): void {
  const metadata = { display_phone_number: '911100000000', phone_number_id: phoneNumberId }
  const value = { messaging_product: 'whatsapp', metadata, statuses }
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }],
  })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const again = () => owed.push(...statuses)
  const sending = request(
    {
      agent,
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/webhooks/whatsapp',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': `sha256=${signature}`,
        'content-length': Buffer.byteLength(body),
      },
    },
    (answer) => {
      answer.resume()
      if (answer.statusCode !== 200) again()
    },
  )
  sending.on('error', again)
  sending.end(body)
}
setInterval(() => {
  while (told && owed.length) post(told, owed.splice(0, MANY))
}, RECEIPTS_MS)

process.on('message', (message: Told | 'count') => {
  if (message === 'count') process.send!({ sent, owed: owed.length })
  else told = message
})
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
