/** What a person reads of values and words. */
import type { LanguageCode, Words } from '../../../vocabulary/catalogue.ts'
import { beside } from '../../../vocabulary/direction.ts'
import { say as wordsIn } from '../../../vocabulary/words.ts'
import type { Draft, Option, Question, Reply, Service, State, World } from './state.ts'

/** A sentence of the channel, in the citizen's language. */
export const tell = (
  state: Pick<State, 'language'>,
  world: World,
  id: string,
  args?: Readonly<Record<string, string | number>>,
): string => world.wording.say(state.language, id, args)
export const inWords = (words: Words, state: Pick<State, 'language'>): string => wordsIn(words, state.language)

const LOCALES: Readonly<Record<LanguageCode, string>> = { en: 'en-IN', hi: 'hi-IN', pa: 'pa-IN', ur: 'ur-IN' }
const DAY = /^\d{4}-\d\d-\d\d$/
const formats = new Map<LanguageCode, Intl.DateTimeFormat>()

/** `5 January 1990`, of `YYYY-MM-DD` or an instant (its day in India). */
export function readableDate(date: string, language: LanguageCode): string {
  let format = formats.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(`${LOCALES[language]}-u-nu-latn`, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'Asia/Kolkata',
    })
    formats.set(language, format)
  }
  return format.format(new Date(date.length === 10 ? `${date}T00:00:00+05:30` : date))
}

export const enumOptions = (question: Question, state: Pick<State, 'language'>): readonly Option[] | null =>
  question.options?.map(({ value, label }) => ({ value, label: inWords(label, state) })) ?? null

/** An answer as a person reads it; an identity number is masked. */
export function readable(
  question: Question,
  path: string,
  value: unknown,
  draft: Draft,
  state: State,
  world: World,
): string {
  if (value === null || value === undefined) return '—'
  if (Array.isArray(value) && question.type !== 'DOCUMENT')
    return listed(
      value.map((one) => readable(question, path, one, draft, state, world)),
      state,
    )
  switch (question.type) {
    case 'BOOLEAN':
      return tell(state, world, value ? 'yes' : 'no')
    case 'DATE':
      // what was answered before the question asked for a day is shown as it is: the office says what is wrong with it
      return DAY.test(String(value)) ? readableDate(String(value), state.language) : String(value)
    case 'CHOICE':
    case 'CHOICES':
      return (
        enumOptions(question, state)?.find((option) => option.value === value)?.label ??
        draft.labels[`${path}=${value}`] ??
        String(value)
      )
    case 'DOCUMENT':
      return Array.isArray(value) || !(draft.pages?.[path]?.document === value && draft.pages[path].media.length > 1)
        ? tell(state, world, 'files-given', { count: Array.isArray(value) ? value.length : 1 })
        : tell(state, world, 'pages-given', { count: draft.pages[path].media.length })
    default:
      return question.scalar === 'AadhaarNumber' ? `XXXX XXXX ${String(value).slice(-4)}` : String(value)
  }
}

/** `Bread, Rice`, with the comma of the language. */
export const listed = (values: readonly string[], { language }: Pick<State, 'language'>): string =>
  values.join(language === 'ur' ? '، ' : ', ')

/** `Full name: Asha`; a label that asks needs no colon. */
export const labelled = (label: string, value: string): string =>
  `${label}${/[?؟]$/.test(label) ? '' : ':'} ${beside(label, value)}`

/** `The groom · Home address`, `Witnesses 2 · Address`; null where the question stands in no block. */
export function headingOf(question: Question, path: string, state: Pick<State, 'language'>): string | null {
  if (!question.block) return null
  const position = /\.(\d+)\./.exec(path)
  const [first, ...inner] = inWords(question.block, state).split(BLOCKS)
  return [position ? `${first} ${Number(position[1]) + 1}` : first, ...inner].join(BLOCKS)
}
/** The heading of the block or the list at `path`, of which `example` is a question: headings further in are left out. */
export function headingAt(path: string, example: Question, state: Pick<State, 'language'>): string | null {
  const inside = example.path.split('.').length - path.split('.').length - 1
  const parts = headingOf(example, `${path}.`, state)?.split(BLOCKS)
  return parts?.slice(0, parts.length - inside).join(BLOCKS) || null
}
/** What stands between the headings of a block within a block. */
export const BLOCKS = ' · '

export const titleOf = (service: Service, state: Pick<State, 'language'>): string => inWords(service.title, state)

/** The reply in other words, however few it is said in. */
function reworded(reply: Reply, words: (text: string) => string): Reply {
  return {
    ...reply,
    text: words(reply.text),
    ...(reply.shorter ? { shorter: reply.shorter.map(words) } : {}),
    ...(reply.form ? { form: { ...reply.form, otherwise: reworded(reply.form.otherwise, words) } } : {}),
  }
}
/** The reply below something that is said first. */
export const below = (first: string, reply: Reply): Reply => reworded(reply, (text) => `${first}\n\n${text}`)
/** The reply above something that is said last. */
export const above = (reply: Reply, last: string): Reply => reworded(reply, (text) => `${text}\n\n${last}`)
