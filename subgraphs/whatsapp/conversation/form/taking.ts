/** What a message means as the answer to the question that was put. */
import { parseAnswer } from '../../../../vocabulary/answers.ts'
import { answerExample } from '../../../../vocabulary/catalogue.ts'
import { centuryOn, nearDays } from '../../../../vocabulary/dates.ts'
import { latinDigits } from '../../../../vocabulary/digits.ts'
import { InvalidValue } from '../../../../vocabulary/scalars.ts'
import { sentence } from '../../../../vocabulary/words.ts'
import { amongWords } from '../../among.ts'
import { soundOf } from '../../sounds.ts'
import { comparable, fillers } from '../../wording.ts'
import { earlier } from '../memory.ts'
import { isValue, type Press } from '../presses.ts'
import { enumOptions, readableDate, tell } from '../speech.ts'
import type { Media, Message, Option, Question, State, World } from '../state.ts'
import { isPlain } from './ahead.ts'
import { fileKinds, optionsOf } from './asking.ts'
import { wouldBreak } from './draft.ts'

export type Taken =
  | { readonly is: 'values'; readonly values: readonly { readonly value: unknown; readonly label: string | null }[] }
  | { readonly is: 'file'; readonly media: Media }
  /** `note`: why, in the citizen's language. */
  | { readonly is: 'refused'; readonly note: string }

interface Put {
  readonly question: Question
  /** Where the answer stands in the draft; absent for a department's question. */
  readonly path?: string
  readonly by?: 'draft' | 'action'
  readonly options: readonly Option[] | null
  readonly skippable: boolean
  /** Those of the options that can be seen, in their order: a number counts them. */
  readonly shown?: readonly Option[] | null
  /** The text is the value, and not the value among other words. */
  readonly whole?: boolean
}
const one = (value: unknown, label: string | null = null): Taken => ({ is: 'values', values: [{ value, label }] })

export function takePress(press: Extract<Press, { kind: 'answer' }>, put: Put, state: State, world: World): Taken {
  const { question, options } = put
  const choices = optionsOf(question, options, state, world)
  if (!choices) {
    // too long for an id, so only its hash came
    const known = earlier(state, question).find((value) => isValue(press.value, value))
    return takeText(known ?? press.value, { ...put, skippable: false }, state, world)
  }
  const chosen = choices.find((option) => isValue(press.value, option.value))
  return chosen ? chosenValue(question, chosen) : { is: 'refused', note: tell(state, world, 'not-offered') }
}

export function take(message: Exclude<Message, { type: 'press' }>, put: Put, state: State, world: World): Taken {
  const document = put.question.type === 'DOCUMENT'
  switch (message.type) {
    case 'file':
      return document
        ? { is: 'file', media: message.media }
        : { is: 'refused', note: tell(state, world, 'no-file-wanted') }
    case 'place':
      if (document) return { is: 'refused', note: tell(state, world, 'cannot-read-file-wanted') }
      return {
        is: 'refused',
        note: tell(state, world, isNamed(message) || !isOfWords(put.question) ? 'no-place-wanted' : 'place-in-words'),
      }
    case 'contact':
      return {
        is: 'refused',
        note: tell(state, world, put.question.scalar === 'MobileNumber' ? 'card-without-number' : 'no-contact-wanted'),
      }
    case 'form':
    case 'number':
      return { is: 'refused', note: tell(state, world, 'cannot-read') }
    case 'other':
      if (document && message.kind === 'too-large') {
        const kinds = fileKinds(put.question.accepts, state, world)
        return { is: 'refused', note: tell(state, world, 'file-too-large', { kinds }) }
      }
      return { is: 'refused', note: tell(state, world, document ? 'cannot-read-file-wanted' : 'cannot-read') }
    case 'text':
      if (put.skippable && isPassedOver(message.text, put.question, world)) return one(null)
      if (isSkip(message.text, world)) return notSkipped(message.text, put, state, world)
      if (document)
        return {
          is: 'refused',
          note: tell(state, world, 'file-wanted', { kinds: fileKinds(put.question.accepts, state, world) }),
        }
      if (isNoAnswer(message.text, put.question, world)) {
        const isSame = world.wording.remark(message.text) === 'same'
        return { is: 'refused', note: tell(state, world, isSame ? 'write-in-full' : 'write-answer') }
      }
      return takeText(message.text, put, state, world)
  }
}

const isNamed = ({ name, address }: Extract<Message, { type: 'place' }>): boolean => Boolean(name || address)
/** Whether the words of a place may answer it. */
const isOfWords = ({ type, scalar }: Question): boolean =>
  type === 'TEXT' && (scalar === 'String' || scalar === 'PinCode')

const TAPPED: ReadonlySet<string> = new Set(['CHOICE', 'CHOICES', 'BOOLEAN'])

/** `skip`, or that there is nothing to answer with: where a no is no answer. */
const isPassedOver = (text: string, { type }: Question, { wording }: World): boolean =>
  wording.command(text) === 'skip' || (!TAPPED.has(type) && wording.remark(text) === 'none')

/** A wish to pass it over, and not that there is nothing to answer with. */
const isSkip = (text: string, { wording }: World): boolean =>
  wording.command(text) === 'skip' && wording.remark(text) !== 'none'

/** What has to be answered is not passed over; where there is a choice of that name, it is chosen. */
function notSkipped(text: string, put: Put, state: State, world: World): Taken {
  const taken = TAPPED.has(put.question.type) ? takeText(text, put, state, world) : null
  return taken?.is === 'values' ? taken : { is: 'refused', note: tell(state, world, 'not-skipped') }
}

/** Words of buttons that are not there. */
const BUTTONS: ReadonlySet<string | null> = new Set(['yes', 'go-on', 'send', 'add', 'correct', 'withdraw'])

/** Whether it says something that is nobody's name, address or occupation: `ok`, `hmm`, `same as above`, an emoji; of a name, also `no`. */
function isNoAnswer(text: string, question: Question, { wording }: World): boolean {
  if (!isPlain(question)) return false
  const remark = wording.remark(text)
  if (remark === 'none') return question.scalar === 'PersonName'
  return remark !== null || BUTTONS.has(wording.command(text)) || !comparable(text)
}

function takeText(text: string, put: Put, state: State, world: World): Taken {
  const { question, options, shown, whole } = put
  const choices = question.type === 'BOOLEAN' ? null : optionsOf(question, options, state, world)
  if (choices)
    return (
      fromChoices(text, question, choices, shown ?? choices) ??
      resembling(text, question, choices, world) ??
      inAnotherLanguage(text, question, choices, state, world) ?? {
        is: 'refused',
        note: tell(state, world, 'choose-one'),
      }
    )
  if (question.type === 'BOOLEAN') {
    const both = optionsOf(question, null, state, world)!
    const named = fromChoices(text, question, both, both)
    if (named) return named
  }
  const near = question.type === 'DATE' && !whole ? nearDays(text, world.today) : []
  if (near.length) return oneOfDays(near, 'two-days', put, state, world)
  const parsed = parseAnswer(
    question,
    question.scalar === 'PersonName' ? world.wording.naming(text) : text,
    world.today,
  )
  const value = parsed instanceof InvalidValue ? (whole ? null : amongWords(question, text, world.today)) : parsed
  if (value !== null) {
    const later = question.type === 'DATE' ? centuryOn(String(value), text, world.today) : null
    return later === null ? one(value) : oneOfDays([String(value), later], 'two-centuries', put, state, world)
  }
  if (question.type !== 'BOOLEAN' && world.wording.remark(text) === 'none')
    return { is: 'refused', note: tell(state, world, 'not-at-hand') }
  const { rule, args } = parsed as InvalidValue
  const example = answerExample(question, state.language, world.today)
  return {
    is: 'refused',
    note: sentence(rule, { ...args, ...(example ? { example } : {}) }, state.language),
  }
}

/** Of days that a text may mean, the only one that breaks no rule; where there is none such, it is asked which. */
function oneOfDays(
  days: readonly string[],
  ask: 'two-days' | 'two-centuries',
  { path, by }: Put,
  state: State,
  world: World,
): Taken {
  const isKept = (day: string): boolean => path === undefined || by === 'action' || !wouldBreak(state, world, path, day)
  const fitting = days.length > 1 ? days.filter(isKept) : days
  if (fitting.length === 1) return one(fitting[0])
  const [first, second] = days.map((day) => readableDate(day, state.language)) as [string, string]
  return { is: 'refused', note: tell(state, world, ask, { first, second }) }
}

/** Typed options: by label, value, place in the list, or the only one that begins so. Several where several may be chosen. */
function fromChoices(
  text: string,
  question: Question,
  choices: readonly Option[],
  shown: readonly Option[],
): Taken | null {
  const whole = matching(text, choices, shown)
  if (whole) return chosenValue(question, whole)
  if (question.type !== 'CHOICES') return null
  const parts = text.split(/[,;\n،]| and | और /u).map((part) => matching(part, choices, shown))
  if (parts.length < 2 || parts.some((part) => part === null)) return null
  return { is: 'values', values: [...new Set(parts as Option[])].map(({ value, label }) => ({ value, label })) }
}

/** Options by their words in the language that is written, where the chat is in another (`माँ` in one that is in English). */
function inAnotherLanguage(
  text: string,
  question: Question,
  choices: readonly Option[],
  state: State,
  world: World,
): Taken | null {
  const language = world.wording.guess(text) ?? 'en'
  if (language === state.language) return null
  const offered = new Set(choices.map(({ value }) => value))
  const named = (enumOptions(question, { language }) ?? []).filter(({ value }) => offered.has(value))
  return fromChoices(text, question, named, []) ?? resembling(text, question, named, world)
}

/** Words that steer the chat and are no answer: they stand in many a label. */
const isSteering = (text: string, { wording }: World): boolean => !['yes', 'no', null].includes(wording.command(text))
const spoken = (text: string): string => ` ${comparable(text).split(' ').map(soundOf).join(' ')} `
/** Without words that say nothing of what is meant (`I am mother`). */
const bare = (text: string): string =>
  text
    .split(' ')
    .filter((word) => !fillers().has(word))
    .join(' ')
/** `motor cycle` */
const unspaced = (text: string): string => text.replaceAll(' ', '')
/** Letters of words that may have been written apart. */
const JOINED = 6
/** Letters of a word whose sound tells enough. */
const HEARD = 4

/** The only option that holds what was written, word for word or by its sound (`dulha` for दूल्हा). */
function resembling(text: string, question: Question, choices: readonly Option[], world: World): Taken | null {
  const typed = comparable(text)
  if (/^\p{L}$/u.test(typed)) return byInitial(typed, question, choices)
  if (typed.length < 2 || /^\d+$/.test(typed) || isSteering(text, world)) return null
  const only = (fits: (label: string) => boolean): Option | undefined => {
    const [first, ...others] = choices.filter(({ label }) => fits(label))
    return others.length ? undefined : first
  }
  const found =
    only((label) => `${comparable(label)} `.startsWith(`${typed} `)) ??
    (typed.length > 2 ? only((label) => ` ${comparable(label)} `.includes(` ${typed} `)) : undefined) ??
    (typed.length >= HEARD && spoken(typed).trim().length > 1
      ? only((label) => spoken(label).includes(spoken(typed)))
      : undefined) ??
    (bare(typed).length > 2
      ? only((label) => ` ${bare(comparable(label))} `.includes(` ${bare(typed)} `))
      : undefined) ??
    (typed.includes(' ') && typed.length >= JOINED
      ? only((label) => unspaced(comparable(label)).startsWith(unspaced(typed)))
      : undefined)
  return found ? chosenValue(question, found) : null
}

/** As it is written, with what `comparable` leaves out: `O+` is not `O−`. */
const withSigns = (text: string): string =>
  latinDigits(text.normalize('NFC'))
    .toLowerCase()
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, '')

/** Options that few enough are offered of to be told by a letter, such as `F` and `M`. */
const BY_LETTER = 3

function byInitial(letter: string, question: Question, choices: readonly Option[]): Taken | null {
  const [first, ...others] = choices.filter(({ label }) => comparable(label).startsWith(letter))
  return first && !others.length && choices.length <= BY_LETTER && !question.live ? chosenValue(question, first) : null
}

/** The option that a text names: by label, value, place in the list that is `shown`, or the only one that begins so. */
export function matching(text: string, choices: readonly Option[], shown: readonly Option[] = choices): Option | null {
  const exact = choices.filter(({ label }) => withSigns(label) === withSigns(text))
  if (exact.length === 1) return exact[0]!
  const typed = comparable(text)
  if (!typed) return null
  const named = choices.filter((option) => comparable(option.label) === typed || comparable(option.value) === typed)
  // two that differ in a sign alone, or in nothing: neither is meant for sure
  if (named.length) return named.length === 1 ? named[0]! : null
  if (/^\d{1,2}$/.test(typed)) return shown[Number(typed) - 1] ?? null
  const beginning = typed.length >= 3 ? choices.filter((option) => comparable(option.label).startsWith(typed)) : []
  return beginning.length === 1 ? beginning[0]! : null
}

function chosenValue(question: Question, { value, label }: Option): Taken {
  return question.type === 'BOOLEAN' ? one(value === 'true') : one(value, label)
}
