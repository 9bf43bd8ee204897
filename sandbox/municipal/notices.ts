/** Signed notices of changes to the hub: kept until they are heard, for a day. Their timestamps are of the machine's clock, as signatures are about real time. */
import { createHmac, randomUUID } from 'node:crypto'
import type { RudeMode } from '../office.ts'
import { applicationOf, type Records, type Row } from './records.ts'

export const CALLBACK_KEY_ID = '1'
const AT_ONCE = 8
const ANSWER_MS = 5000
const KEPT_MS = 86_400_000
/** How much later a notice (and its place in the feed of changes) comes when it is overtaken. */
export const OVERTAKEN_MS = 1500

export interface NoticeOptions {
  readonly records: Records
  /** Where notices are posted. */
  readonly url: string
  readonly secret: string
  readonly rude: () => RudeMode | null
  readonly faultOf: (body: unknown) => string | null
}

export class Notices {
  readonly #options: NoticeOptions
  readonly #sending = new Set<string>()
  readonly #closing = new AbortController()
  #timer: NodeJS.Timeout | undefined

  constructor(options: NoticeOptions) {
    this.#options = options
    this.#wake(0)
  }

  /** Puts a notice of a change in the queue, in the transaction of the change. True where others will overtake it. */
  put(row: Row): boolean {
    const overtaken = this.#options.rude() === 'out-of-order'
    const body = { notice_id: randomUUID(), sent_at: row.changed_at, application: applicationOf(row) }
    const fault = this.#options.faultOf(body)
    if (fault) throw new Error(`a notice is not as the contract says: ${fault}`)
    this.#options.records.run(
      'INSERT INTO notices (number, body, due, tries, aside) VALUES (?, ?, ?, 0, ?)',
      ...[row.number, JSON.stringify(body), Date.now() + (overtaken ? OVERTAKEN_MS : 0), overtaken ? 1 : 0],
    )
    this.#wake(0)
    return overtaken
  }

  #wake(ms: number): void {
    clearTimeout(this.#timer)
    if (this.#closing.signal.aborted) return
    this.#timer = setTimeout(() => this.#look(), ms)
    this.#timer.unref()
  }

  #look(): void {
    if (this.#closing.signal.aborted) return
    const { records } = this.#options
    const now = Date.now()
    // one of an application at a time, in order, save what is being overtaken
    const due = records.all(
      `SELECT min(id) AS id, number, body, tries FROM notices WHERE aside = 0 AND due <= ?1 AND number NOT IN (SELECT number FROM notices WHERE aside = 0 AND due > ?1) GROUP BY number
       UNION ALL SELECT id, number || ' aside', body, tries FROM notices WHERE aside = 1 AND due <= ?1 ORDER BY id LIMIT 50`,
      now,
    )
    for (const notice of due) {
      if (this.#sending.size >= AT_ONCE) break
      if (this.#sending.has(notice.number)) continue
      this.#sending.add(notice.number)
      void this.#send(notice).finally(() => {
        this.#sending.delete(notice.number)
        this.#wake(0)
      })
    }
    const next = records.get('SELECT min(due) AS due FROM notices WHERE due > ?', now)?.due
    if (next) this.#wake(Math.max(20, next - now))
  }

  async #send(notice: { id: number; body: string; tries: number }): Promise<void> {
    const { records, rude } = this.#options
    const mode = rude()
    const heard = mode === 'unavailable' ? false : await this.#post(notice.body)
    if (mode === 'duplicate' && heard) await this.#post(notice.body)
    if (this.#closing.signal.aborted) return
    const tries = notice.tries + 1
    if (heard || tries * 30_000 > KEPT_MS) records.run('DELETE FROM notices WHERE id = ?', notice.id)
    else
      records.run(
        'UPDATE notices SET tries = ?, due = ? WHERE id = ?',
        tries,
        Date.now() + Math.min(30_000, 500 * 2 ** Math.min(tries, 10)),
        notice.id,
      )
  }

  async #post(body: string): Promise<boolean> {
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', this.#options.secret).update(`${timestamp}.${body}`).digest('hex')
    try {
      const response = await fetch(this.#options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-municipal-timestamp': timestamp,
          'x-municipal-key-id': CALLBACK_KEY_ID,
          'x-municipal-signature': `sha256=${signature}`,
        },
        body,
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(ANSWER_MS)]),
      })
      await response.arrayBuffer()
      return response.ok
    } catch {
      return false
    }
  }

  close(): void {
    this.#closing.abort()
    clearTimeout(this.#timer)
  }
}
