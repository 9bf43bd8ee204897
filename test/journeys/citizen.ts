import { type Paper, paperFor } from './papers.ts'
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
  block: string | null
  example: string | null
  type: string
  accepts: string[] | null
}
/** What is given as an answer: a text to type or a title to press, a file to send; null to pass the question over. */
export type Given = string | Paper | null
/** By the question's path. A list has one for each time that the question is asked. */
export type Answers = Readonly<Record<string, Given | readonly Given[]>>
export interface Manner {
  readonly language?: 'EN' | 'HI' | 'PA' | 'UR'
  /** The first word; the service's title unless another is given. */
  readonly word?: string
  /** What is pressed on a message that asks no question; the first title where it is null. */
  readonly presses?: (text: string) => string | null
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
/** The question that a text puts: by its label and, where several have the same, by the heading above it. */
function questionIn(text: string, questions: readonly Question[]): Question | null {
  const label = labelOf(text)
  if (label === null) return null
  const [first, ...more] = questions.filter((q) => q.label === label)
  if (!first) throw new Error(`no question has the label ${label}`)
  if (!more.length) return first
  const above = /^(.*)\n\*[^*\n]+\*$/m.exec(text)?.[1]?.replace(/ \d+(?= · |$)/, '') ?? null
  return [first, ...more].find(({ block }) => block === above) ?? first
}
export const REFERENCE = /DWR-\d{4}-\d{6}/
const SEND = ['Send', 'भेजें', 'ਭੇਜੋ', 'بھیجیں']
/** WhatsApp lets a bucket of 45 messages go at once to one person, and one more every six seconds. */
const BURST = 30

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
  sends(file: Paper): Promise<void> {
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
  /** The next message that asks something: a question, or one with something to press; or that names a reference. */
  async asked(questions: readonly Question[]): Promise<Asked> {
    const message = await this.hears(
      (m) => labelOf(textOf(m)) !== null || titlesOf(m).length > 0 || REFERENCE.test(textOf(m)),
    )
    const text = textOf(message)
    return { question: questionIn(text, questions), message, text, titles: titlesOf(message) }
  }
  /** All that the hub has said, in order. */
  async heard(): Promise<string[]> {
    return (await this.chat()).filter((m) => m.direction === 'out').map(textOf)
  }

  async questions(service: string, language = 'EN'): Promise<{ title: string; questions: Question[] }> {
    const { data } = await this.#world.graphql(
      'query ($code: ID!, $language: Language) { service(code: $code) { title(language: $language) questions(language: $language) { path label block example type accepts } } }',
      { code: service, language },
    )
    return data.service
  }

  /** Applies by answering each question with its own answer where one is given, else with its example or its first option. The reference. */
  async appliesFor(service: string, answers: Answers = {}, manner: Manner = {}): Promise<string> {
    await this.fills(service, answers, manner)
    return this.agrees()
  }
  /** Says yes at the review; the reference. */
  async agrees(): Promise<string> {
    await this.presses((await this.#review()).titles[0]!)
    return REFERENCE.exec(textOf(await this.hears(REFERENCE)))![0]
  }

  /** Finds the service by the first word and answers all of its questions; the review. */
  async fills(
    service: string,
    answers: Answers = {},
    { language = 'EN', word, presses = () => null }: Manner = {},
  ): Promise<{ text: string; titles: readonly string[] }> {
    const { title, questions } = await this.questions(service, language)
    const given = new Supply(answers)
    await this.says(word ?? title)
    for (let steps = 1; steps < 250; steps++) {
      const asked = await this.asked(questions)
      if (steps % BURST === 0) await this.#world.control('clock', { advance: '5m' })
      if (asked.titles.some((one) => SEND.includes(one))) return asked
      if (asked.question) await this.answers(asked.question, asked, given.of(asked))
      else if (given.wantsMore(asked, questions)) await this.presses(asked.titles[1]!)
      else await this.presses(presses(asked.text) ?? (asked.titles.includes(title) ? title : asked.titles[0]!))
    }
    throw new Error(`${service} does not end`)
  }
  /** The latest message that can be sent off. */
  async #review(): Promise<{ titles: readonly string[] }> {
    const last = (await this.chat()).findLast((m) => titlesOf(m).some((title) => SEND.includes(title)))
    if (!last) throw new Error(`${this.mobile} has nothing to send`)
    return { titles: titlesOf(last) }
  }
  /** Answers what was asked; with the example or the first option where nothing is given. */
  async answers(question: Question, { titles }: Pick<Asked, 'titles'>, given?: Given): Promise<void> {
    if (given === null) return this.presses(titles.at(-1)!)
    if (typeof given === 'object') return this.sends(given)
    if (given !== undefined) return titles.includes(given) ? this.presses(given) : this.says(given)
    if (question.type === 'DOCUMENT') return this.sends(paperFor(question.accepts))
    if (/^(CHOICE|CHOICES|BOOLEAN)$/.test(question.type)) return this.presses(titles[0]!)
    return this.says(question.example ?? 'none')
  }
}

/** The answers of one application, given out as they are asked for. */
class Supply {
  readonly #answers: Answers
  readonly #used = new Map<string, number>()

  constructor(answers: Answers) {
    this.#answers = answers
  }
  of({ question, text }: Asked): Given | undefined {
    const { path } = question!
    const given = this.#answers[path]
    const used = this.#used.get(path) ?? 0
    this.#used.set(path, used + 1)
    if (Array.isArray(given)) return given[used]
    if (used > 0 && given !== undefined && !path.includes('[]')) throw new Error(`${path} is asked again:\n${text}`)
    return given as Given | undefined
  }
  /** Whether there are answers left for the list that a message asks about. */
  wantsMore({ text }: Asked, questions: readonly Question[]): boolean {
    return questions.some(
      ({ path, label, block }) =>
        Array.isArray(this.#answers[path]) &&
        (this.#used.get(path) ?? 0) < (this.#answers[path] as readonly Given[]).length &&
        [label, block].some((name) => name !== null && text.split('\n').some((line) => line.startsWith(name))),
    )
  }
}
