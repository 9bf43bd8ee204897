/**
 * Webhooks that the hub is owed: kept until it answers 2xx, as Meta keeps them for seven days.
 * What concerns one chat goes in order, one at a time; chats go side by side.
 */
import { createHmac } from 'node:crypto'
import type { Journal } from './journal.ts'
import { printAsMeta } from './wire.ts'

const WEEK = 7 * 86_400_000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 5000
/** A webhook that the hub answers, but never with 2xx, stands aside after so many tries and holds nobody up. */
const PATIENCE = 5
const SIDE_BY_SIDE = 32
const TIMEOUT = 10_000
const BATCH_PAUSE = 400
/** Lane of what concerns no chat. */
export const ACCOUNT = 'account'

export interface Change {
  readonly field: string
  readonly value: Readonly<Record<string, unknown>>
}
export interface WebhookOptions {
  readonly journal: Journal
  /** Where they go. */
  readonly target: string
  readonly appSecret: string
  readonly accountId: string
  /** Called when the hub has a citizen's message. */
  readonly arrived: (message: string) => void
  /** How the next delivery misbehaves, if it does. */
  readonly rude: () => 'batched' | 'bad-signature' | null
}
interface Owed {
  readonly seq: number
  readonly lane: string
  readonly change: string
  readonly message: string | null
  readonly since: number
  readonly attempts: number
  readonly due: number
}

export const sign = (body: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

export class Webhooks {
  readonly #options: WebhookOptions
  readonly #lanes = new Map<string, Promise<void>>()
  readonly #ending = new AbortController()
  #free = SIDE_BY_SIDE
  readonly #queue: (() => void)[] = []
  readonly #delivered = new Map<number, () => void>()

  constructor(options: WebhookOptions) {
    this.#options = options
    for (const { lane } of options.journal.all('SELECT DISTINCT lane FROM webhook')) this.#start(lane)
  }

  /** Owes a change to the hub. `hold`: ms to wait, out of the chat's order. Gives the number for `delivery`. */
  owe(lane: string, change: Change, extras: { message?: string; hold?: number } = {}): number {
    const { message, hold = 0 } = extras
    const seq = this.#options.journal.run(
      'INSERT INTO webhook (lane, change, message, since, due) VALUES (?, ?, ?, ?, ?)',
      lane,
      JSON.stringify(change),
      message ?? null,
      Date.now(),
      Date.now() + hold,
    )
    if (hold) this.#setAside(seq)
    else this.#start(lane)
    return seq
  }

  /** Resolves when the hub has it, or after `patience` ms. */
  async delivery(seq: number, patience: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience)
      this.#delivered.set(seq, () => {
        clearTimeout(timer)
        resolve()
      })
    })
    this.#delivered.delete(seq)
  }

  /** What is not delivered yet. */
  owed(): number {
    return this.#options.journal.one('SELECT count(*) AS n FROM webhook')!.n
  }

  async close(): Promise<void> {
    this.#ending.abort()
    for (const go of this.#queue.splice(0)) go()
    await Promise.all(this.#lanes.values())
  }

  #setAside(seq: number): void {
    const lane = `aside:${seq}`
    this.#options.journal.run('UPDATE webhook SET lane = ? WHERE seq = ?', lane, seq)
    this.#start(lane)
  }

  #start(lane: string): void {
    if (this.#lanes.has(lane)) return
    const work = this.#run(lane)
      .catch((error) => console.error('sandbox: webhooks:', error))
      .finally(() => {
        this.#lanes.delete(lane)
        // what was owed between the last look and now
        if (!this.#ending.signal.aborted && this.#next(lane)) this.#start(lane)
      })
    this.#lanes.set(lane, work)
  }

  #next(lane: string): Owed | undefined {
    return this.#options.journal.one('SELECT * FROM webhook WHERE lane = ? ORDER BY seq LIMIT 1', lane) as
      | Owed
      | undefined
  }

  async #run(lane: string): Promise<void> {
    // a turn later, so that what is owed together is also seen together
    await this.#pause(0)
    for (let owed = this.#next(lane); owed; owed = this.#next(lane)) {
      if (this.#ending.signal.aborted) return
      const wait = owed.due - Date.now()
      if (wait > 0) await this.#pause(wait)
      if (this.#ending.signal.aborted) return
      await this.#deliver(owed)
    }
  }

  async #deliver(first: Owed): Promise<void> {
    const { journal, rude } = this.#options
    const mode = first.attempts === 0 ? rude() : null
    let batch = [first]
    if (mode === 'batched') {
      await this.#pause(BATCH_PAUSE)
      batch = journal.all('SELECT * FROM webhook WHERE lane = ? ORDER BY seq LIMIT 20', first.lane) as Owed[]
    }
    await this.#enter()
    let status: number
    try {
      if (mode === 'bad-signature') await this.#post(batch, 'another secret')
      status = await this.#post(batch, this.#options.appSecret)
    } finally {
      this.#leave()
    }
    if (this.#ending.signal.aborted && status === 0) return
    for (const owed of batch) this.#settle(owed, status)
  }

  #settle(owed: Owed, status: number): void {
    const { journal, arrived } = this.#options
    if (status >= 200 && status < 300) {
      journal.run('DELETE FROM webhook WHERE seq = ?', owed.seq)
      this.#delivered.get(owed.seq)?.()
      if (owed.message) arrived(owed.message)
      return
    }
    if (Date.now() - owed.since > WEEK) {
      journal.run('DELETE FROM webhook WHERE seq = ?', owed.seq)
      return
    }
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(owed.attempts, 10))
    journal.run(
      'UPDATE webhook SET attempts = ?, due = ? WHERE seq = ?',
      owed.attempts + 1,
      Date.now() + pause,
      owed.seq,
    )
    if (status !== 0 && owed.attempts + 1 >= PATIENCE && !owed.lane.startsWith('aside:')) this.#setAside(owed.seq)
  }

  /** The HTTP status of the answer; 0 where there was none. */
  async #post(batch: readonly Owed[], secret: string): Promise<number> {
    const entry: { id: string; time?: number; changes: Change[] }[] = []
    for (const [index, { change, lane, since }] of batch.entries()) {
      // in a batch some entries have two changes
      if (index % 3 === 1) entry.at(-1)!.changes.push(JSON.parse(change))
      else {
        // what concerns the account says when it happened
        const time = lane === ACCOUNT ? { time: Math.floor(since / 1000) } : {}
        entry.push({ id: this.#options.accountId, ...time, changes: [JSON.parse(change)] })
      }
    }
    const body = printAsMeta({ object: 'whatsapp_business_account', entry })
    try {
      const response = await fetch(this.#options.target, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          'x-hub-signature-256': sign(body, secret),
        },
        signal: AbortSignal.any([this.#ending.signal, AbortSignal.timeout(TIMEOUT)]),
      })
      await response.body?.cancel()
      return response.status
    } catch {
      return 0
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((go) => this.#queue.push(go))
  }
  #leave(): void {
    const next = this.#queue.shift()
    if (next) next()
    else this.#free++
  }

  async #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#ending
    if (signal.aborted) return
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      signal.addEventListener('abort', end)
    })
  }
}
