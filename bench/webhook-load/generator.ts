/** The load, in a process of its own: so many signed messages a second, for so long, never more, to this machine alone. */
import { createHmac } from 'node:crypto'
import { Connection } from './connection.ts'

export interface Load {
  readonly port: number
  readonly secret: string
  readonly phoneNumberId: string
  /** Messages a second. */
  readonly rate: number
  readonly seconds: number
  /** Tells this load's people from another's. */
  readonly series: number
  /** What each person writes, one after another. */
  readonly texts: readonly string[]
}
export interface Measured {
  readonly sent: number
  readonly errors: number
  readonly seconds: number
  /** ms, from when a message was to be sent to its answer. */
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

const LARGEST = { rate: 5000, seconds: 120, connections: 400 }

process.once('message', async (load: Load) => {
  process.send!(await run(load))
})

async function run(load: Load): Promise<Measured> {
  const rate = Math.min(load.rate, LARGEST.rate)
  const seconds = Math.min(load.seconds, LARGEST.seconds)
  const requests = requestsOf(load, rate * seconds)
  const idle: Connection[] = []
  let open = 0
  const waiting: number[] = []
  const times: number[] = []
  let errors = 0
  const began = performance.now()
  const due = (n: number) => began + (n / rate) * 1000

  async function send(connection: Connection, n: number): Promise<void> {
    const status = await connection.send(requests[n]!)
    times.push(performance.now() - due(n))
    if (status !== 200) errors++
    const next = waiting.shift()
    if (!connection.isOpen) {
      open--
      if (next !== undefined) begin(next)
    } else if (next === undefined) idle.push(connection)
    else void send(connection, next)
  }
  function begin(n: number): void {
    let free = idle.pop()
    // the server closes what was idle for half a minute
    while (free && !free.isOpen) {
      open--
      free = idle.pop()
    }
    if (free) void send(free, n)
    else if (open < LARGEST.connections) {
      open++
      void send(new Connection(load.port), n)
    } else waiting.push(n)
  }

  let next = 0
  while (times.length < requests.length) {
    const now = performance.now()
    while (next < requests.length && due(next) <= now) begin(next++)
    await new Promise((resolve) => (next < requests.length ? setTimeout(resolve, 1) : setTimeout(resolve, 20)))
  }
  const took = (performance.now() - began) / 1000
  for (const connection of idle) connection.close()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
  return { sent: times.length, errors, seconds: took, p50: at(0.5), p99: at(0.99), worst: at(1) }
}

/** All requests, signed beforehand: each person writes every text, in order, spread over the whole time. */
function requestsOf({ secret, phoneNumberId, texts, series, port }: Load, count: number): Buffer[] {
  const people = Math.ceil(count / texts.length)
  return Array.from({ length: count }, (_, n) => {
    const person = n % people
    const from = `91${series}${String(10_000_000 + person)}`
    const message = {
      from,
      id: `wamid.load.${series}.${n}`,
      timestamp: String(Math.floor(Date.now() / 1000)),
      type: 'text',
      text: { body: texts[Math.floor(n / people)]! },
    }
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '102290129340398',
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '911100000000', phone_number_id: phoneNumberId },
                contacts: [{ profile: { name: 'Asha' }, wa_id: from }],
                messages: [message],
              },
            },
          ],
        },
      ],
    })
    const signature = createHmac('sha256', secret).update(body).digest('hex')
    return Buffer.from(
      `POST /webhooks/whatsapp HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\nx-hub-signature-256: sha256=${signature}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
  })
}
