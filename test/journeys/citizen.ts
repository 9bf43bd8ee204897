import type { paperFor } from './papers.ts'
import { paperFor as paper } from './papers.ts'
import { until, type World } from './world.ts'

/** A message of the chat, as the control shows it. */
export interface ChatMessage {
  id: string
  direction: 'in' | 'out'
  at: string
  message: any
  status: string
}
export interface Question {
  path: string
  label: string
  example: string | null
  type: string
  accepts: string[] | null
}
export interface Asked {
  readonly question: Question | null
  readonly message: ChatMessage
  readonly text: string
  readonly titles: readonly string[]
}

/** What a person reads in a message. */
export function textOf({ message }: ChatMessage): string {
  switch (message.type) {
    case 'text':
      return message.text.body
    case 'interactive':
      return [message.interactive.header?.text, message.interactive.body?.text, message.interactive.footer?.text]
        .filter(Boolean)
        .join('\n')
    case 'document':
    case 'image':
      return message[message.type].caption ?? ''
    case 'template':
      return (message.template.components ?? [])
        .flatMap((c: any) => c.parameters ?? [])
        .map((p: any) => p.text ?? p.document?.filename ?? '')
        .join(' ')
    default:
      return ''
  }
}
/** Titles that can be pressed, the first first. */
export function titlesOf({ message }: ChatMessage): string[] {
  const action = message.interactive?.action
  if (action?.buttons) return action.buttons.map((b: any) => b.reply.title)
  if (action?.sections) return action.sections.flatMap((s: any) => s.rows.map((r: any) => r.title))
  return []
}
/** The label that stands alone in bold on a line: only a question has one. */
export const labelOf = (text: string): string | null => /^\*([^*\n]+)\*$/m.exec(text)?.[1] ?? null

/** A person in WhatsApp, through the emulated Cloud API alone. */
export class Citizen {
  readonly mobile: string
  readonly #world: World
  #seen = 0

  constructor(world: World, mobile: string) {
    this.#world = world
    this.mobile = mobile
  }
  async chat(): Promise<ChatMessage[]> {
    return this.#world.control(`whatsapp/messages?with=${this.mobile}`)
  }
  async #send(what: object): Promise<void> {
    await this.#world.control('whatsapp/messages', { from: this.mobile, name: 'Asha', ...what })
  }
  says(text: string): Promise<void> {
    return this.#send({ text })
  }
  presses(title: string): Promise<void> {
    return this.#send({ reply: title })
  }
  sends(file: ReturnType<typeof paperFor>): Promise<void> {
    return this.#send({ file: { name: file.name, mediaType: file.mediaType, base64: file.bytes.toString('base64') } })
  }
  /** The next message from the hub that `wanted` takes; those before it are passed over. */
  async hears(
    wanted: string | RegExp | ((message: ChatMessage) => boolean) = () => true,
    ms?: number,
  ): Promise<ChatMessage> {
    const fits = (m: ChatMessage) =>
      typeof wanted === 'function'
        ? wanted(m)
        : typeof wanted === 'string'
          ? textOf(m).includes(wanted)
          : wanted.test(textOf(m))
    const seen: string[] = []
    try {
      return await until(
        'the message',
        async () => {
          const out = (await this.chat()).filter((m) => m.direction === 'out')
          while (this.#seen < out.length) {
            const message = out[this.#seen++]!
            if (fits(message)) return message
            seen.push(textOf(message))
          }
          return null
        },
        ms,
      )
    } catch (error) {
      throw new Error(`${this.mobile} never heard ${wanted}; heard instead:\n${seen.join('\n---\n')}`, { cause: error })
    }
  }
  /** The next message that asks something: a question, or one with something to press. */
  async asked(questions: readonly Question[]): Promise<Asked> {
    const message = await this.hears(
      (m) => labelOf(textOf(m)) !== null || titlesOf(m).length > 0 || /DWR-\d{4}-\d{6}/.test(textOf(m)),
    )
    const text = textOf(message)
    const label = labelOf(text)
    const question = label === null ? null : (questions.find((q) => q.label === label) ?? null)
    if (label !== null && !question) throw new Error(`no question has the label ${label}`)
    return { question, message, text, titles: titlesOf(message) }
  }

  async questions(service: string, language = 'EN'): Promise<{ title: string; questions: Question[] }> {
    const { data } = await this.#world.graphql(
      'query ($code: ID!, $language: Language) { service(code: $code) { title(language: $language) questions(language: $language) { path label example type accepts } } }',
      { code: service, language },
    )
    return data.service
  }

  /** Applies by answering each question with its own answer where one is given, else with its example or its first option. The reference. */
  async appliesFor(service: string, answers: Readonly<Record<string, string>> = {}, language = 'EN'): Promise<string> {
    const { title, questions } = await this.questions(service, language)
    await this.says(title)
    for (let steps = 0; steps < 250; steps++) {
      const { question, text, titles } = await this.asked(questions)
      if (!question) {
        const reference = /DWR-\d{4}-\d{6}/.exec(text)?.[0]
        if (reference) return reference
        await this.presses(titles[0]!)
      } else if (answers[question.path] !== undefined) await this.#answer(answers[question.path]!, titles)
      else if (question.type === 'DOCUMENT') await this.sends(paper(question.accepts))
      else if (/^(CHOICE|CHOICES|BOOLEAN)$/.test(question.type)) await this.presses(titles[0]!)
      else await this.says(question.example ?? 'none')
    }
    throw new Error(`${service} does not end`)
  }
  #answer(answer: string, titles: readonly string[]): Promise<void> {
    return titles.includes(answer) ? this.presses(answer) : this.says(answer)
  }
}
