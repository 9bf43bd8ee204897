/**
 * One message that answers more than what was asked: a name and a date below it, an address with its PIN code, a contact card. What is
 * left of it is kept for the questions that follow, and taken when they would be put; the review shows it like any other answer.
 */
import { parseAnswer } from '../../../../vocabulary/answers.ts'
import { latinDigits } from '../../../../vocabulary/digits.ts'
import { InvalidValue } from '../../../../vocabulary/scalars.ts'
import type { Draft, Message, Question, Service, World } from '../state.ts'
import { patternOf, questionAt } from './draft.ts'

export interface Split {
  /** The answer to the question that was put. */
  readonly text: string
  /** By path, for questions that follow. */
  readonly ahead: Readonly<Record<string, string>>
}

/** Parts of a message that are looked at. */
const PARTS = 8
const FOLLOWING = 3
const PIN_CODE = /(?<!\d)[1-8]\d{2}\s?\d{3}(?!\d)/

const typed = ({ type, repeats, path, live, scalar }: Question): boolean =>
  ['TEXT', 'DATE', 'INTEGER'].includes(type) &&
  !live &&
  scalar !== 'AadhaarNumber' &&
  (repeats === null || path.includes('[]'))
/** Its values can be told from any other text. */
export const isPlain = ({ type, scalar, pattern }: Question): boolean =>
  type === 'TEXT' && pattern === null && (scalar === 'String' || scalar === 'ID' || scalar === 'PersonName')
const reads = (question: Question, text: string, { today }: World): boolean =>
  !(parseAnswer(question, text, today) instanceof InvalidValue)

/** Questions of the same block that come right behind the one at `path` and are not answered, with their paths. */
function following(service: Service, draft: Draft, path: string): { path: string; question: Question }[] {
  const question = questionAt(service, path)!
  const prefix = path.slice(0, path.lastIndexOf('.') + 1)
  const block = question.path.slice(0, question.path.lastIndexOf('.') + 1)
  const found: { path: string; question: Question }[] = []
  for (const next of service.questions.slice(service.questions.indexOf(question) + 1)) {
    const name = next.path.slice(block.length)
    if (!next.path.startsWith(block) || name.includes('.') || name.includes('[]')) break
    const at = prefix + name
    // a block that is asked under a condition hands it to all that is in it
    const isSure = next.when === null || next.when === question.when
    if (
      !isSure ||
      !typed(next) ||
      next.oneOf === block.slice(0, -1) ||
      draft.answers[at] !== undefined ||
      found.length === FOLLOWING
    )
      break
    found.push({ path: at, question: next })
  }
  return found
}

/** `Delhi 110092`, `Delhi - PIN 110092`: the code stands behind the town, in its own part. */
const LAST_PIN = /[\s,،\p{Pd}:]+(?:pin(?:\s*code)?[\s:.\p{Pd}]*)?(?<!\d)([1-8]\d{2}\s?\d{3})[\s.]*$/iu

/** Null where the text is one answer. The parts have to be told apart without doubt: the last of them is a date, a number or a code. */
export function splitText(text: string, service: Service, draft: Draft, path: string, world: World): Split | null {
  const question = questionAt(service, path)
  if (!question || !typed(question) || (!isPlain(question) && reads(question, text, world))) return null
  const behind = following(service, draft, path)
  const wantsPin = behind.some((next) => next.question.scalar === 'PinCode')
  const divided = wantsPin
    ? latinDigits(text).replace(LAST_PIN, (_, pin) => (text.includes('\n') ? `\n${pin}` : `, ${pin}`))
    : text
  for (const divider of [/\n+/, /[\n,،;]+/]) {
    const parts = divided
      .split(divider)
      .map((part) => part.trim())
      .filter(Boolean)
    if (parts.length < 2 || parts.length > PARTS) continue
    for (let count = Math.min(behind.length, parts.length - 1); count > 0; count--) {
      const tail = parts.slice(-count)
      const head = parts.slice(0, -count).join(', ')
      const fits = behind.slice(0, count).every(({ question: next }, i) => reads(next, tail[i]!, world))
      if (isPlain(behind[count - 1]!.question) || !fits || !reads(question, head, world)) continue
      return { text: head, ahead: Object.fromEntries(tail.map((part, i) => [behind[i]!.path, part])) }
    }
  }
  return null
}

/** A place on the map as the answer to a question in words, with its PIN code for the question that wants one; null where it is none. */
export function splitPlace(
  { name, address }: Extract<Message, { type: 'place' }>,
  question: Question,
  behind: readonly { path: string; question: Question }[],
): Split | null {
  const whole = [name, address && name && address.startsWith(name) ? address.slice(name.length) : address]
    .map((part) => part?.replace(/^[\s,]+|[\s,]+$/g, ''))
    .filter(Boolean)
    .join(', ')
  if (question.scalar === 'PinCode') {
    const pin = PIN_CODE.exec(whole)
    return pin && { text: pin[0], ahead: {} }
  }
  if (!whole || question.type !== 'TEXT' || question.scalar !== 'String' || question.pattern !== null) return null
  const wantsPin = behind.find((next) => next.question.scalar === 'PinCode')
  const pin = wantsPin && PIN_CODE.exec(whole)
  if (!wantsPin || !pin) return { text: whole, ahead: {} }
  const text = whole
    .replace(pin[0], '')
    .replace(/\s+(?=,|$)/g, '')
    .replace(/(,\s*)+(?=,|$)/g, '')
    .trim()
  return { text, ahead: { [wantsPin.path]: pin[0] } }
}

/** Degrees of a place, for the questions of the block around `path` that ask for them. A tenth of a metre is near enough. */
export function degreesAhead(
  { at }: Extract<Message, { type: 'place' }>,
  service: Service,
  draft: Draft,
  path: string,
): Readonly<Record<string, string>> {
  if (!at) return {}
  const [prefix, block] = [path, patternOf(path)].map((one) => one.slice(0, one.lastIndexOf('.') + 1)) as [
    string,
    string,
  ]
  const found = service.questions.flatMap(({ path: pattern, type }) => {
    const name = pattern.slice(block.length)
    const here = prefix + name
    if (!pattern.startsWith(block) || type !== 'NUMBER' || draft.answers[here] !== undefined) return []
    return name === 'latitude' || name === 'longitude' ? [[here, String(Number(at[name].toFixed(6)))]] : []
  })
  return Object.fromEntries(found)
}

/** Whether the question at `path` is of an address: one that has a PIN code. */
export function isOfAddress(service: Service, path: string): boolean {
  const pattern = patternOf(path)
  const block = pattern.slice(0, pattern.lastIndexOf('.') + 1)
  const inBlock = (question: Question) =>
    question.path.startsWith(block) && !question.path.slice(block.length).includes('.')
  return block !== '' && service.questions.some((question) => question.scalar === 'PinCode' && inBlock(question))
}

/** Somebody's card as the answer to a name or a mobile number; the other of the two for the question that follows. */
export function splitContact(
  { name, mobile }: Extract<Message, { type: 'contact' }>,
  question: Question,
  behind: readonly { path: string; question: Question }[],
): Split | null {
  if (question.scalar === 'MobileNumber') return mobile === null ? null : { text: mobile, ahead: {} }
  if (question.scalar !== 'PersonName' || name === null) return null
  const wantsMobile = behind.find((next) => next.question.scalar === 'MobileNumber')
  return { text: name, ahead: wantsMobile && mobile !== null ? { [wantsMobile.path]: mobile } : {} }
}

/** As `splitText`, of whatever came; null where it is one answer, or none. */
export function split(message: Message, service: Service, draft: Draft, path: string, world: World): Split | null {
  const question = questionAt(service, path)
  if (!question) return null
  switch (message.type) {
    case 'text':
      return splitText(message.text, service, draft, path, world)
    case 'place': {
      const parts = splitPlace(message, question, following(service, draft, path))
      return parts && { ...parts, ahead: { ...degreesAhead(message, service, draft, path), ...parts.ahead } }
    }
    case 'contact':
      return splitContact(message, question, following(service, draft, path))
    default:
      return null
  }
}
