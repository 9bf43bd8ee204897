/**
 * The way from the outside world to the hub: one address in front of all of its processes. Webhooks and notices come
 * twice, late, in another order, and their answers are lost; requests of citizens and portals go through as they are.
 */
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const TWICE = 0.15
const LATE = 0.15
const UNANSWERED = 0.05
const LONGEST_MS = 2500
const AGAIN_MS = 200
const ANSWER_MS = 20_000

interface Delivery {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}
interface Answered {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export class Network {
  readonly counts = { webhooks: 0, twice: 0, late: 0, unanswered: 0 }
  /** Whether webhooks meet with anything on their way. */
  isRude = false
  readonly #server: Server
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 })
  readonly #random: () => number
  readonly #up = new Set<number>()
  #turn = 0
  #onTheWay = 0
  #closed = false

  private constructor(random: () => number) {
    this.#random = random
    this.#server = createServer((incoming, response) => {
      void this.#take(incoming, response).catch(() => response.destroy())
    })
  }
  static async open(port: number, random: () => number): Promise<Network> {
    const network = new Network(random)
    network.#server.keepAliveTimeout = 75_000
    await new Promise<void>((resolve, reject) => {
      network.#server.once('error', reject)
      network.#server.listen(port, resolve)
    })
    return network
  }
  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`
  }
  /** Webhooks that the hub has not got yet, though their sender was told that it has. */
  get onTheWay(): number {
    return this.#onTheWay
  }
  stands(port: number): void {
    this.#up.add(port)
  }
  falls(port: number): void {
    this.#up.delete(port)
  }
  async close(): Promise<void> {
    this.#closed = true
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    this.#agent.destroy()
  }

  async #take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const { method = 'GET', url: path = '/', headers } = incoming
    const delivery = { method, path, headers, body: Buffer.concat(chunks) }
    if (method === 'POST' && path.startsWith('/webhooks/')) return this.#webhook(delivery, response)
    pass(await this.#deliver(delivery), response)
  }

  async #webhook(delivery: Delivery, response: ServerResponse): Promise<void> {
    this.counts.webhooks++
    const drawn = this.isRude ? this.#random() : 1
    if (drawn < TWICE) {
      this.counts.twice++
      this.#later(delivery)
    } else if (drawn < TWICE + LATE) {
      this.counts.late++
      this.#later(delivery)
      response.writeHead(200).end()
      return
    }
    const answered = await this.#deliver(delivery)
    if (drawn >= TWICE + LATE && drawn < TWICE + LATE + UNANSWERED) {
      this.counts.unanswered++
      response.destroy()
    } else pass(answered, response)
  }

  /** Delivers it some time later, until it is taken. */
  #later(delivery: Delivery): void {
    this.#onTheWay++
    const go = async () => {
      const status = await this.#deliver(delivery).then(
        (answered) => answered.status,
        () => 0,
      )
      if ((status >= 200 && status < 300) || this.#closed) this.#onTheWay--
      else setTimeout(go, AGAIN_MS)
    }
    setTimeout(go, this.#random() * LONGEST_MS)
  }

  #deliver({ method, path, headers, body }: Delivery): Promise<Answered> {
    const ports = [...this.#up]
    if (!ports.length) return Promise.reject(new Error('no process of the hub stands'))
    const port = ports[this.#turn++ % ports.length]!
    return new Promise<Answered>((resolve, reject) => {
      const sent = request(
        { agent: this.#agent, host: '127.0.0.1', port, method, path, headers, timeout: ANSWER_MS },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
          )
        },
      )
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
      sent.on('error', reject)
      sent.end(body)
    })
  }
}

function pass({ status, headers, body }: Answered, response: ServerResponse): void {
  const { 'transfer-encoding': _, connection: __, 'keep-alive': ___, ...kept } = headers
  response.writeHead(status, { ...kept, 'content-length': body.length }).end(body)
}
