/** People who file by chat: each answers whatever was asked last. */
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { type ChatMessage, labelOf, REFERENCE, textOf, titlesOf } from '../journeys/citizen.ts'
import { photo } from '../journeys/papers.ts'
import { CHAT_SERVICE, type Filing } from './ledger.ts'
import { insist, type Outside, pause } from './outside.ts'

/** ms without an answer to what the hub has taken, after which it is said to be lost: at once where the hub owes nobody one, else later. */
const PATIENCE_MS = 120_000
const OWED_MS = 900_000
const STEPS = 80
const LOOK_MS = 1000

export class Chats {
  readonly #outside: Outside
  readonly #waiting = new Map<string, () => void>()
  readonly #ending = new AbortController()
  /** ms that somebody waited for an answer at most. */
  slowest = 0

  constructor(outside: Outside) {
    this.#outside = outside
    void this.#listen()
  }
  close(): void {
    this.#ending.abort()
  }

  /** Files, or says of the filing that it was left without an answer. */
  async files(filing: Filing): Promise<void> {
    const service = readCatalogue().services.find(({ code }) => code === CHAT_SERVICE)!
    const questions = new Map(service.questions.map((question) => [question.label.en, question]))
    const title = service.title.en
    await this.#says(filing, { text: title })
    let seen = 0
    for (let step = 0; step < STEPS; step++) {
      const said = await this.#hears(filing, seen)
      if (!said) break
      seen = said.seen
      const text = textOf(said.last)
      const reference = REFERENCE.exec(text)?.[0]
      if (reference) {
        filing.references.add(reference)
        return
      }
      const label = labelOf(text)
      const titles = titlesOf(said.last)
      const question = label === null ? null : questions.get(label)
      if (question?.type === 'DOCUMENT') {
        const { name, mediaType, bytes } = photo(filing.marker)
        await this.#says(filing, { file: { name, mediaType, base64: bytes.toString('base64') } })
      } else if (question && !/^(CHOICE|BOOLEAN)/.test(question.type))
        await this.#says(filing, { text: question.example?.en ?? 'none' })
      else await this.#says(filing, { reply: titles.includes(title) ? title : titles[0]! })
    }
    filing.unanswered = true
  }

  #says(filing: Filing, what: object): Promise<unknown> {
    return insist('to write', () =>
      this.#outside.control('whatsapp/messages', { from: filing.mobile, name: 'Asha', ...what }),
    )
  }

  /** The last message behind the first `seen` ones that asks something or names a reference; null where none comes. */
  async #hears(filing: Filing, seen: number): Promise<{ last: ChatMessage; seen: number } | null> {
    const asked = Date.now()
    while (Date.now() < asked + PATIENCE_MS || (Date.now() < asked + OWED_MS && (await this.#isOwed()))) {
      const woken = new Promise<void>((resolve) => this.#waiting.set(filing.mobile, resolve))
      const out = await this.chat(filing.mobile)
      const last = out.slice(seen).findLast((message) => {
        const text = textOf(message)
        return labelOf(text) !== null || titlesOf(message).length > 0 || REFERENCE.test(text)
      })
      if (last) {
        this.#waiting.delete(filing.mobile)
        this.slowest = Math.max(this.slowest, Date.now() - asked)
        return { last, seen: out.length }
      }
      await Promise.race([woken, pause(LOOK_MS)])
    }
    return null
  }

  /** Whether the hub knows of messages that it has not answered, or of answers that it has not sent. */
  async #isOwed(): Promise<boolean> {
    const lines = await this.#outside.readiness().catch(() => null)
    return lines === null || lines.some((line) => /[1-9]\d* (to answer|to send)/.test(line))
  }

  /** What the hub has said to somebody, in order. */
  async chat(mobile: string): Promise<ChatMessage[]> {
    const chat: ChatMessage[] = await insist('the chat', () =>
      this.#outside.control(`whatsapp/messages?with=${mobile}`),
    )
    return chat.filter(({ direction, status }) => direction === 'out' && status !== 'failed')
  }

  async #listen(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      try {
        const { body } = await fetch(`${this.#outside.url}/control/whatsapp/stream`, { signal: this.#ending.signal })
        for await (const chunk of body!.pipeThrough(new TextDecoderStream()))
          for (const [, number] of chunk.matchAll(/"number":"(\d+)"/g)) this.#waiting.get(number!)?.()
      } catch {
        await pause(200)
      }
    }
  }
}
