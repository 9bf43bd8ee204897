import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { LanguageCode } from '../../vocabulary/catalogue.ts'
import { LANGUAGES } from '../../vocabulary/catalogue.ts'
import { latinDigits } from '../../vocabulary/digits.ts'
import { within, withoutMarks } from '../../vocabulary/direction.ts'
import { localeFiles } from '../../vocabulary/words.ts'

/** The channel's own sentences, and what people type to steer it. */
export interface Wording {
  /** Languages that a citizen can choose. */
  readonly languages: readonly { readonly code: LanguageCode; readonly name: string }[]
  /** A sentence; in English where the language lacks it. Codes and years are passed as text, only what is counted as a number. */
  say(language: LanguageCode, id: string, args?: Readonly<Record<string, string | number>>): string
  /** The command (`menu`, `back` …) that a whole text is, in any language, politely or not; null for none. */
  command(text: string): string | null
  /** The command that a wish in a citizen's own words is after (`mera licence kahan hai`): of a text that answers nothing. */
  wish(text: string): string | null
  /** A wish to correct or to cancel, somewhere in a text; null for none. */
  plea(text: string): Plea | null
  /** A name without the words that it is told with (`mera naam Ravi hai`). */
  naming(text: string): string
  /** What a whole text is that answers no question: thanks, a sign that one has read, that there is nothing to answer with, or that it is as before. */
  remark(text: string): Remark | null
  /** Whether a command's word is an answer where words are asked for (`home`, `agent`). */
  isAnswer(text: string): boolean
  /** The language of a script that only one of the languages is written in. */
  guess(text: string): LanguageCode | null
}

export interface Plea {
  readonly wish: 'correct' | 'cancel'
  /** The other words, as they are compared: without those that say nothing. */
  readonly rest: readonly string[]
  /** It is said in several words, and so is no name and no place. */
  readonly isClear: boolean
  /** It is asked (`what is wrong?`), and nothing is named. */
  readonly asks: boolean
  /** Words make a sentence of it (`my`, `the`, `galat hai`): `photo edit` may be a trade. */
  readonly isSentence: boolean
  /** A number stands beside it that is no date and no ordinal. */
  readonly hasFigure: boolean
  /** Without the name of an answer it is none: `correct` is said of what is right as well. */
  readonly needsName: boolean
}
export type Remark = 'thanks' | 'heard' | 'none' | 'same'

/** A text as it is looked up among commands: of one that is marks alone (`??`), the mark. */
const named = (text: string): string => comparable(text) || (/^\s*([?؟])\1*\s*$/u.test(text) ? '?' : '')

const COMMAND = 'command-'
const ANSWERS = 'answers-too'
const POLITE = 'polite-words'
const REMARK = 'remark-'
const WISH = 'wish-'
const DENIED = 'plea-denied'
const RIGHT = 'says-right'
const NAMING = { before: 'naming-before', behind: 'naming-behind' } as const
const isOfWords = (id: string) =>
  [ANSWERS, POLITE, DENIED, RIGHT, NAMING.before, NAMING.behind].includes(id) ||
  [COMMAND, REMARK, WISH].some((of) => id.startsWith(of))

/** A number that is no ordinal. */
const FIGURE = /\d(?!\d*(?:st|nd|rd|th)(?![a-z]))/i
const DAY = /\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/g

const SCRIPTS: readonly (readonly [RegExp, LanguageCode])[] = [
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Gurmukhi}/u, 'pa'],
  [/\p{Script=Arabic}/u, 'ur'],
]

/** A text as it is compared: case, marks of punctuation and runs of spaces do not matter. */
export const comparable = (text: string): string =>
  latinDigits(withoutMarks(text).normalize('NFC'))
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060]|\ufe0f/g, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const LOCALES = new URL('locales/', import.meta.url)
const wordLists = new Map<string, ReadonlySet<string>>()
function wordsOf(list: string): ReadonlySet<string> {
  const known = wordLists.get(list)
  if (known) return known
  const words = new Set(
    Object.values(localeFiles(LOCALES)).flatMap((source) => {
      const message = new FluentResource(source).body.find(({ id }) => id === list)?.value
      return typeof message === 'string' ? message.split(/[,\n]/).map(comparable) : []
    }),
  )
  wordLists.set(list, words)
  return words
}

/** Words of a wish that say nothing of what is wished for (`my`, `please`, `चाहिए`), in every language. */
export const fillers = (): ReadonlySet<string> => wordsOf('search-fillers')
/** Words that ask (`what`, `क्या`), in every language. */
export const questionWords = (): ReadonlySet<string> => wordsOf('question-words')
const isWrong = (word: string): boolean => wordsOf('says-wrong').has(word)
/** Words that any office's services share (`certificate`, `card`, `पत्र`), in every language: alone they name none. */
export const genericWords = (): ReadonlySet<string> => wordsOf('search-generic')

export function wording(files = localeFiles(LOCALES)): Wording {
  const bundles = new Map<LanguageCode, FluentBundle>()
  const commands = new Map<string, string>()
  const answers = new Set<string>()
  const polite = new Set<string>()
  const remarks = new Map<string, Remark>()
  const wishes = new Map<string, string>()
  const right = new Set<string>()
  const pleas = new Map<string, Plea['wish']>()
  const denied = new Set<string>()
  const naming: Record<string, string[]> = { [NAMING.before]: [], [NAMING.behind]: [] }
  for (const language of LANGUAGES) {
    const source = files[language]
    if (source === undefined) continue
    // isolates would stand inside addresses and names that are copied elsewhere
    const bundle = new FluentBundle(language, { useIsolating: false })
    const resource = new FluentResource(source)
    const [error] = bundle.addResource(resource)
    if (error) throw new Error(`locales/${language}.ftl: ${error.message}`)
    bundles.set(language, bundle)
    for (const { id, value } of resource.body) {
      if (!isOfWords(id) || !value) continue
      for (const word of bundle.formatPattern(value).split(/[,\n]/).map(named)) {
        if (!word) continue
        if (id === ANSWERS) answers.add(word)
        else if (id === POLITE) polite.add(word)
        else if (id === RIGHT) right.add(word)
        else if (id === DENIED) denied.add(word)
        else if (naming[id]) naming[id].push(word)
        else if (id.startsWith(REMARK)) remarks.set(word, id.slice(REMARK.length) as Remark)
        else {
          const meant = id.slice((id.startsWith(WISH) ? WISH : COMMAND).length)
          // `leave` and `quit` are said of much else
          if (meant === 'correct' || id === `${WISH}cancel`) pleas.set(word, meant as Plea['wish'])
          else if (id.startsWith(WISH)) wishes.set(word, meant)
          if (id.startsWith(COMMAND)) commands.set(word, meant)
        }
      }
    }
  }
  const text = (language: LanguageCode, id: string, args?: Readonly<Record<string, FluentVariable>>): string | null => {
    const bundle = bundles.get(language)
    const message = bundle?.getMessage(id)
    if (!bundle || !message?.value) return null
    const fitted = Object.entries(args ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? within(language, value) : value,
    ])
    return bundle.formatPattern(message.value, Object.fromEntries(fitted))
  }
  const either = (words: readonly string[] = []) =>
    words.map((word) => word.replaceAll(' ', "[\\s’']+")).join('|') || '(?!)'
  const told = new RegExp(
    `^(?:${either(naming[NAMING.before])})[\\s:,-]+(.+?)(?:\\s+(?:${either(naming[NAMING.behind])}))?[\\s.।۔]*$`,
    'iu',
  )
  /** Without words of courtesy before and behind it. */
  const plainly = (typed: string): string => {
    const [first] = [...polite].filter((word) => typed.startsWith(`${word} `) || typed.endsWith(` ${word}`))
    if (first === undefined) return typed
    const rest = typed.startsWith(`${first} `) ? typed.slice(first.length) : typed.slice(0, -first.length)
    return plainly(rest.trim())
  }
  const plea = (typed: string): Plea | null => {
    let words = ` ${comparable(typed)} `
    for (const phrase of denied) words = words.replace(` ${phrase} `, ' ')
    const [said] = [...pleas.keys()]
      .filter((phrase) => words.includes(` ${phrase} `))
      .sort((one, other) => other.length - one.length)
    if (said === undefined) return null
    const plain = plainly(words.trim())
    const needsName = right.has(said) && plain !== said
    if (needsName && !plain.startsWith(`${said} `)) return null
    const others = words.replace(` ${said} `, ' ').split(' ')
    // a number, or the s of a genitive, names nothing
    const told = others.filter((word) => /\p{L}[\p{L}\p{M}]/u.test(word) && !fillers().has(word) && !polite.has(word))
    const rest = told.filter((word) => !questionWords().has(word))
    if (needsName && !told.length) return null
    return {
      wish: pleas.get(said)!,
      rest,
      isClear: said.includes(' '),
      asks: told.length > 0 && !rest.length,
      isSentence: others.some((word) => fillers().has(word)) || (said.includes(' ') && said.split(' ').some(isWrong)),
      hasFigure: FIGURE.test(latinDigits(typed).replace(DAY, ' ')),
      needsName,
    }
  }
  return {
    languages: [...bundles.keys()].map((code) => ({ code, name: text(code, 'language-name') ?? code })),
    say(language, id, args) {
      const said = text(language, id, args) ?? text('en', id, args)
      if (said === null) throw new Error(`the locales have no ${id}`)
      return said
    },
    command: (typed) => commands.get(named(typed)) ?? commands.get(plainly(named(typed))) ?? null,
    wish(typed) {
      const words = ` ${comparable(typed)} `
      return [...wishes].find(([phrase]) => words.includes(` ${phrase} `))?.[1] ?? plea(typed)?.wish ?? null
    },
    plea,
    remark: (typed) => (/^[\s\p{Pd}]+$/u.test(typed) ? 'none' : (remarks.get(plainly(comparable(typed))) ?? null)),
    naming: (typed) => told.exec(typed.trim())?.[1] ?? typed,
    isAnswer: (typed) => answers.has(plainly(comparable(typed))),
    guess(typed) {
      const found = SCRIPTS.find(([script]) => script.test(typed))
      return found && bundles.has(found[1]) ? found[1] : null
    },
  }
}
