/** Lays a reply out as messages of WhatsApp, within its limits: what is too long for a button or a row stands in full in the text. */
import { beside } from '../../../vocabulary/direction.ts'
import type { Choice, FormOpening, Reply } from '../conversation/state.ts'

export const LIMITS = {
  text: 4096,
  interactive: 1024,
  caption: 1024,
  buttons: 3,
  buttonTitle: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  open: 20,
  flowButton: 30,
} as const

/** A message of the Cloud API without its addressee. */
export type CloudMessage = Readonly<Record<string, unknown>>

/** Length as WhatsApp counts it. */
const size = (text: string): number => text.length
const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** At most `limit` long, cut between whole characters, with `…` where something is left out. */
export function cut(text: string, limit: number): string {
  if (size(text) <= limit) return text
  let kept = ''
  for (const { segment } of segments.segment(text)) {
    if (size(kept) + size(segment) > limit - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

const textMessage = (body: string): CloudMessage => ({ type: 'text', text: { body, preview_url: false } })

/** Parts of a text that is too long for one message, broken at lines where that can be. */
export function parts(text: string, limit: number): string[] {
  const found: string[] = []
  let part = ''
  for (const line of text.split('\n').flatMap((one) => pieces(one, limit))) {
    if (part && size(part) + 1 + size(line) > limit) {
      found.push(part)
      part = line
    } else part = part ? `${part}\n${line}` : line
  }
  return part ? [...found, part] : found
}
function pieces(line: string, limit: number): string[] {
  if (size(line) <= limit) return [line]
  const found: string[] = []
  let piece = ''
  for (const { segment } of segments.segment(line)) {
    if (size(piece) + size(segment) > limit) {
      found.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...found, piece]
}

/** The name of a form's Flow, and the token of this opening; null where it cannot be opened. */
export type SealForm = (form: FormOpening) => { readonly flow: string; readonly token: string } | null

/** One message mostly; more where the text is too long for one with buttons. Without `seal` a form is laid out as what stands in its place. */
export function layOut(reply: Reply, seal?: SealForm): readonly CloudMessage[] {
  if (reply.form) {
    const sealed = seal?.(reply.form)
    return sealed ? [flowMessage(reply.text, reply.form, sealed)] : layOut(reply.form.otherwise)
  }
  const choices = reply.choices ?? []
  if (!choices.length) return parts(reply.text, LIMITS.text).map(textMessage)
  const buttons = choices.length <= LIMITS.buttons && choices.every(({ title }) => size(title) <= LIMITS.buttonTitle)
  const texts = [reply.text, ...(reply.shorter ?? [])].map((one) =>
    buttons ? (reply.described ? withDescriptions(one, choices) : one) : withLongTitles(one, choices),
  )
  const fitting = texts.find((one) => size(one) <= LIMITS.interactive)
  const [last = ' ', ...before] = fitting === undefined ? splitBeforeLast(texts[0]!) : [fitting]
  return [
    ...before.map(textMessage),
    buttons ? buttonMessage(last, choices) : listMessage(last, choices, reply.open ?? '…'),
  ]
}

/** The endpoint says which screen comes first. */
const flowMessage = (
  text: string,
  { button }: FormOpening,
  { flow, token }: NonNullable<ReturnType<SealForm>>,
): CloudMessage => ({
  type: 'interactive',
  interactive: {
    type: 'flow',
    body: { text: cut(text, LIMITS.interactive) },
    action: {
      name: 'flow',
      parameters: {
        flow_message_version: '3',
        flow_name: flow,
        flow_token: token,
        flow_cta: cut(button, LIMITS.flowButton),
        flow_action: 'data_exchange',
      },
    },
  },
})

/** The last lines stay with the buttons; what stands before goes ahead. The last part comes first. */
function splitBeforeLast(text: string): string[] {
  const lines = text.split('\n')
  let tail = lines.pop() ?? ''
  while (lines.length && size(lines.at(-1)!) + 1 + size(tail) <= LIMITS.interactive / 4)
    tail = `${lines.pop()}\n${tail}`
  const label = lines.findIndex((line) => /^\*.+\*$/.test(line))
  if (label >= 0) {
    const kept = [...lines.slice(label), tail].join('\n')
    if (size(kept) <= LIMITS.interactive) return [kept, ...parts(lines.slice(0, label).join('\n'), LIMITS.text)]
  }
  const tails = parts(tail, LIMITS.interactive)
  return [tails.at(-1)!.trim() || '…', ...parts([...lines, ...tails.slice(0, -1)].join('\n'), LIMITS.text)]
}

const isCut = (choice: Choice): boolean => size(choice.title) > LIMITS.rowTitle
/** Titles that a row has no room for are written out in the text, unless the row's description has. A row that is numbered has its number there. */
function withLongTitles(text: string, choices: readonly Choice[]): string {
  const titles = rowTitles(choices)
  const unsaid = choices.flatMap(({ title, description }, i) => {
    const isShort = size(title) <= LIMITS.rowTitle || (!description && size(title) <= LIMITS.rowDescription)
    const line = titles[i] === cut(title, LIMITS.rowTitle) ? `• ${title}` : numbered(i, title)
    return isShort || text.includes(`• ${title}`) ? [] : [line]
  })
  return [text, ...unsaid].join('\n')
}

/** A button has no room for a description. */
function withDescriptions(text: string, choices: readonly Choice[]): string {
  const titles = buttonTitles(choices)
  return [
    text,
    ...choices.flatMap(({ description }, i) =>
      description ? [`• ${titles[i]}: ${beside(titles[i]!, description)}`] : [],
    ),
  ].join('\n')
}

const buttonTitles = (choices: readonly Choice[]): string[] =>
  distinct(
    choices.map(({ title }) => title),
    LIMITS.buttonTitle,
  )
function buttonMessage(body: string, choices: readonly Choice[]): CloudMessage {
  const titles = buttonTitles(choices)
  const buttons = choices.map(({ id }, i) => ({ type: 'reply', reply: { id, title: titles[i] } }))
  return { type: 'interactive', interactive: { type: 'button', body: { text: body }, action: { buttons } } }
}

const rowTitles = (choices: readonly Choice[]): string[] =>
  distinct(
    choices.slice(0, LIMITS.rows).map(({ title }) => title),
    LIMITS.rowTitle,
  )
function listMessage(body: string, choices: readonly Choice[], open: string): CloudMessage {
  const shown = choices.slice(0, LIMITS.rows)
  const titles = rowTitles(choices)
  const rows = shown.map((choice, i) => {
    const description = choice.description || (isCut(choice) ? choice.title : '')
    return {
      id: choice.id,
      title: titles[i],
      ...(description ? { description: cut(description, LIMITS.rowDescription) } : {}),
    }
  })
  return {
    type: 'interactive',
    interactive: {
      type: 'list',
      body: { text: body },
      action: { button: cut(open, LIMITS.open), sections: [{ rows }] },
    },
  }
}

const numbered = (i: number, title: string): string => `${i + 1}. ${title}`
/** Cut, and told apart by a number where two would read the same: WhatsApp refuses equal titles. */
function distinct(titles: readonly string[], limit: number): string[] {
  const cuts = titles.map((title) => cut(title, limit))
  return cuts.map((title, i) =>
    cuts.filter((other) => other === title).length > 1 ? cut(numbered(i, titles[i]!), limit) : title,
  )
}
