/** A citizen's way to a certificate, told as a page: everything that both sides say in the chat, as a person reads it. */
import {
  type Asked,
  type ChatMessage,
  type Citizen,
  labelOf,
  type Question,
  REFERENCE,
  textOf,
  titlesOf,
} from '../journeys/citizen.ts'
import { until, type World } from '../journeys/world.ts'

export interface Story {
  readonly service: string
  readonly language: 'EN' | 'HI' | 'PA' | 'UR'
  readonly name: string
  /** What the citizen answers instead of the examples and first choices, by path: a text, a choice's value; of a list one each. */
  readonly answers?: Readonly<Record<string, string | readonly string[]>>
  /** What is corrected at the end, and what was answered there at first. */
  readonly slip: { readonly path: string; readonly instead?: string }
  /** How the citizen asks for the language, where it is not English. */
  readonly greeting?: string
  readonly first: string
}
export interface Told {
  readonly page: string
  readonly figures: Figures
}
export interface Figures {
  readonly questions: number
  /** Messages of the citizen from the first word to the review sent off, on a way without detours. */
  readonly sent: number
  /** Messages of the hub in the same time. */
  readonly heard: number
  /** Characters that the citizen reads in them. */
  readonly characters: number
}

const PAUSE = '26h'
/** Messages after which WhatsApp wants a rest: see the pair rate. */
const BURST = 30
const STEPS = 250

const idsOf = ({ message }: ChatMessage): string[] => {
  const action = message.interactive?.action
  const rows = action?.sections?.flatMap((section: any) => section.rows) ?? []
  return [...(action?.buttons?.map((button: any) => button.reply) ?? []), ...rows].map((one: any) => one.id)
}
const kindOf = (id: string): string => id.split('|')[0]!

interface Detours {
  wrongFile: boolean
  pause: boolean
  correction: boolean
}

/** Fills a service's form from the first word to the reference. `detours`: a wrong file, a pause of a day and a correction on the way. */
async function fill(world: World, citizen: Citizen, story: Story, detours: Detours): Promise<string> {
  const { title, questions } = await citizen.questions(story.service, story.language)
  if (story.greeting) {
    await citizen.says(story.greeting)
    await citizen.hears()
  }
  await citizen.says(story.first)
  let answered = 0
  let isCorrecting = false
  const given = givenIn(story, detours.correction)
  for (let step = 1; step < STEPS; step++) {
    if (step % BURST === 0) await world.control('clock', { advance: '5m' })
    const asked = await citizen.asked(questions)
    const ids = idsOf(asked.message)
    const press = (kind: string) => citizen.presses(asked.titles[ids.findIndex((id) => kindOf(id) === kind)]!)
    const reference = REFERENCE.exec(asked.text)?.[0]
    if (reference && !ids.some((id) => kindOf(id) === 'send')) return reference
    if (ids.some((id) => kindOf(id) === 'send')) {
      if (!detours.correction) {
        await press('send')
        continue
      }
      detours.correction = false
      isCorrecting = true
      await press('correct')
    } else if (isCorrecting && ids.some((id) => kindOf(id) === 'fix')) {
      const row = ids.find((id) => kindOf(id) === 'fix' && id.endsWith(`|${story.slip.path}`))
      isCorrecting = row === undefined
      await (row === undefined ? press('page') : citizen.presses(row))
    } else if (asked.question) {
      answered++
      if (detours.pause && answered === 3) {
        detours.pause = false
        await world.control('clock', { advance: PAUSE })
        await citizen.says(story.first)
        continue
      }
      await answer(citizen, asked, asked.question, given, detours)
    } else await citizen.presses(asked.titles.includes(title) ? title : asked.titles[0]!)
  }
  throw new Error(`${story.service} does not end`)
}

/** What is answered to a question each time that it is put; undefined: its example, or its first choice. */
function givenIn({ answers, slip }: Story, slips: boolean): (path: string) => string | undefined {
  const times = new Map<string, number>()
  return (path) => {
    const time = times.get(path) ?? 0
    times.set(path, time + 1)
    if (slips && path === slip.path && time === 0 && slip.instead !== undefined) return slip.instead
    const given = answers?.[path]
    return typeof given === 'object' ? given[time] : given
  }
}

async function answer(
  citizen: Citizen,
  asked: Asked,
  question: Question,
  given: (path: string) => string | undefined,
  detours: Detours,
): Promise<void> {
  if (detours.wrongFile && question.type === 'DOCUMENT') {
    detours.wrongFile = false
    return citizen.sends({ name: 'notes.txt', mediaType: 'text/plain', bytes: Buffer.from('shopping list') })
  }
  const words = given(question.path)
  const choice = idsOf(asked.message).find((id) => kindOf(id) === 'answer' && id.endsWith(`|${words}`))
  await (choice === undefined ? citizen.answers(question, asked, words) : citizen.presses(choice))
}

/** The clerk's part; each step is heard before the next, so that the page is the same each time. */
async function decided(world: World, citizen: Citizen, reference: string, department: string): Promise<void> {
  await citizen.hears(reference)
  for (;;) {
    const { reference: number, status } = await world.caseOf(reference, department)
    if (status === 'approved') return
    await world.clerk(department, number, { status: status === 'received' ? 'in_review' : 'approved' })
    await citizen.hears(reference)
  }
}

/** The figures of a way without detours. */
export async function figures(world: World, story: Story): Promise<Figures> {
  const citizen = world.citizen()
  const { title } = await citizen.questions(story.service, story.language)
  await fill(world, citizen, { ...story, first: title }, { wrongFile: false, pause: false, correction: false })
  const whole = await citizen.chat()
  const chat = whole.slice(0, whole.findIndex((m) => m.direction === 'out' && REFERENCE.test(textOf(m))) + 1)
  const heard = chat.filter((m) => m.direction === 'out')
  const read = heard.map((m) => [textOf(m), ...titlesOf(m)].join(''))
  return {
    questions: heard.filter((m) => labelOf(textOf(m)) !== null).length,
    sent: chat.filter((m) => m.direction === 'in').length,
    heard: heard.length,
    characters: read.reduce((sum, text) => sum + [...text].length, 0),
  }
}

/** The whole way with its detours, as a page. */
export async function tell(world: World, story: Story, department: string): Promise<string> {
  const citizen = world.citizen()
  const reference = await fill(world, citizen, story, { wrongFile: true, pause: true, correction: true })
  await decided(world, citizen, reference, department)
  await citizen.hears((m) => m.message.type === 'document' || m.message.template?.name === 'certificate_ready')
  await until('all is delivered', async () =>
    (await citizen.chat()).every((m) => m.direction === 'in' || m.status !== 'accepted'),
  )
  const { title } = await citizen.questions(story.service, story.language)
  return page(await citizen.chat(), story, title, reference)
}

function page(
  chat: readonly ChatMessage[],
  { name, service, language }: Story,
  title: string,
  reference: string,
): string {
  const lines = chat.map((m) => (m.direction === 'in' ? `**${name}**  \n${said(m)}` : `> **Dwar**  \n${quoted(m)}`))
  const right = language === 'UR' ? '<div dir="rtl">\n\n' : ''
  const text = `# ${title}\n\n\`${service}\`, ${language.toLowerCase()}\n\n${right}${lines.join('\n\n')}\n${right ? '\n</div>\n' : ''}`
  return text
    .replaceAll(reference, 'DWR-2026-000001')
    .replace(/\/verify\/[\w-]+/g, '/verify/vr4z8934fmr7n10dcrs85khzf4')
    .replace(/http:\/\/localhost:\d+/g, 'https://dwar.example')
}

function said({ message }: ChatMessage): string {
  const reply = message.interactive?.button_reply ?? message.interactive?.list_reply
  if (reply) return `[ ${reply.title} ]`
  if (message.type === 'text') return message.text.body
  const file = message[message.type]
  return `*sends ${file?.filename ?? 'a photo'}*`
}

function quoted(m: ChatMessage): string {
  const file = m.message.document ? [`📄 ${m.message.document.filename}`] : []
  const titles = titlesOf(m)
  const choices = titles.length ? [titles.map((title) => `[ ${title} ]`).join(' ')] : []
  return [...file, ...textOf(m).split('\n'), ...choices].map((line) => `> ${line}  `.replace(/ +$/, '  ')).join('\n')
}
