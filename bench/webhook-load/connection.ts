/** One keep-alive connection, as small as can be: the load must cost less than what it measures. */
import { connect, type Socket } from 'node:net'

const END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('0\r\n\r\n')

export class Connection {
  readonly #socket: Socket
  #answered: ((status: number) => void) | null = null
  #got: Buffer = Buffer.alloc(0)
  isOpen = true

  constructor(port: number) {
    this.#socket = connect({ host: '127.0.0.1', port, noDelay: true })
    this.#socket.on('data', (chunk) => this.#read(chunk as Buffer))
    for (const event of ['error', 'close'] as const) this.#socket.on(event, () => this.#ends())
  }

  /** Sends a whole request; resolves with the status of its answer, 0 where there is none. */
  send(request: Buffer): Promise<number> {
    if (!this.isOpen) return Promise.resolve(0)
    return new Promise((resolve) => {
      this.#answered = resolve
      this.#socket.write(request)
    })
  }
  close(): void {
    this.#socket.destroy()
  }

  #ends(): void {
    this.isOpen = false
    this.#settle(0)
  }
  #settle(status: number): void {
    const answered = this.#answered
    this.#answered = null
    answered?.(status)
  }
  #read(chunk: Buffer): void {
    this.#got = this.#got.length ? Buffer.concat([this.#got, chunk]) : chunk
    const head = this.#got.indexOf(END)
    if (head < 0) return
    const lines = this.#got.toString('latin1', 0, head)
    const length = /^content-length: (\d+)/im.exec(lines)?.[1]
    const isWhole =
      length === undefined
        ? this.#got.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
        : this.#got.length >= head + END.length + Number(length)
    if (!isWhole) return
    this.#got = Buffer.alloc(0)
    this.#settle(Number(lines.slice(9, 12)))
  }
}
