/** Words in every language: Fluent files keyed by schema coordinate, and the hub's own sentences. */
import { readdirSync, readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { type Catalogue, type CatalogueQuestion, LANGUAGES, type LanguageCode, type Words } from './catalogue.ts'
import { within } from './direction.ts'

/** A text in a language, or in English where it lacks it. Takes `HI` as well as `hi`. */
export function say(words: Words, language: string | null | undefined): string {
  return words[languageCode(language)] ?? words.en
}

/** `hi` of `HI`; English for what is none of ours. */
export function languageCode(language: string | null | undefined): LanguageCode {
  const code = language?.toLowerCase() as LanguageCode
  return LANGUAGES.includes(code) ? code : 'en'
}

/** The texts of one room in the languages that it has. */
export interface WordBook {
  /** The text of a message or of one of its attributes; null where English lacks it too. */
  words(id: string, attribute?: string, english?: string | null): Words | null
  /** Mistakes in its files. */
  readonly errors: readonly string[]
}

export type LocaleFiles = { readonly [language in LanguageCode]?: string }

/** A word book of Fluent sources by language. `name` stands in its errors. */
export function wordBook(files: LocaleFiles, name: string): WordBook {
  const errors: string[] = []
  const bundles = new Map<LanguageCode, FluentBundle>()
  for (const language of LANGUAGES) {
    const source = files[language]
    if (source === undefined) continue
    bundles.set(
      language,
      bundleOf(language, source, (message) => errors.push(`${name}/${language}.ftl: ${message}`)),
    )
  }
  return {
    errors,
    words(id, attribute, english) {
      const found: { [language in LanguageCode]?: string } = {}
      for (const [language, bundle] of bundles) {
        const text = formatted(bundle, id, attribute, undefined, (message) =>
          errors.push(`${name}/${language}.ftl: ${message}`),
        )
        if (text !== null) found[language] = text
      }
      found.en ??= english ?? undefined
      return found.en === undefined ? null : inOrder(found)
    },
  }
}

/** Fluent files of a folder by language; none where the folder is missing. */
export function localeFiles(folder: URL): LocaleFiles {
  const files: { [language in LanguageCode]?: string } = {}
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    return files
  }
  for (const language of LANGUAGES)
    if (names.includes(`${language}.ftl`)) files[language] = readFileSync(new URL(`${language}.ftl`, folder), 'utf8')
  return files
}

const OWN_FOLDER = new URL('locales/', import.meta.url)
let ownBook: WordBook | null = null
/** Words of what shared.graphql owns. */
export function sharedWords(): WordBook {
  ownBook ??= wordBook(localeFiles(OWN_FOLDER), 'vocabulary/locales')
  return ownBook
}

const sentences = new Map<LanguageCode, FluentBundle | null>()

/**
 * A sentence of the hub's own (`pin-code`, `too-long`), in a language or in English. An id that it does not know gives the general one.
 * Media types in `accepts` (`application/pdf, image/*`) are said in words.
 */
export function sentence(id: string, args: Readonly<Record<string, string>> = {}, language?: string | null): string {
  const key = id === 'pattern' && args.example ? 'pattern-example' : id
  for (const code of [languageCode(language), 'en'] as const) {
    const bundle = sentenceBundle(code)
    const said = args.accepts && bundle ? { ...args, accepts: kinds(bundle, args.accepts) } : args
    const fitted = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, within(code, value)]))
    const text = bundle && formatted(bundle, key, undefined, fitted)
    if (text) return text
  }
  return id === 'invalid' ? id : sentence('invalid', args, language)
}

const kinds = (bundle: FluentBundle, accepts: string): string =>
  accepts
    .split(', ')
    .map(
      (type) =>
        (type === 'image/*' ? formatted(bundle, 'photo', undefined, undefined) : type.split('/')[1]?.toUpperCase()) ??
        type,
    )
    .join(', ')

function sentenceBundle(language: LanguageCode): FluentBundle | null {
  let bundle = sentences.get(language)
  if (bundle === undefined) {
    const source = localeFiles(OWN_FOLDER)[language]
    bundle = source === undefined ? null : bundleOf(language, source, () => {})
    sentences.set(language, bundle)
  }
  return bundle
}

function bundleOf(language: string, source: string, fail: (message: string) => void): FluentBundle {
  // isolates would stand inside addresses and names that are copied elsewhere
  const bundle = new FluentBundle(language, { useIsolating: false })
  for (const error of bundle.addResource(new FluentResource(source))) fail(error.message)
  for (const line of source.split('\n')) {
    const id = /^([^\s#.{}[*][^=]*?)\s*=/.exec(line)?.[1]
    if (id && !/^-/.test(id) && !bundle.hasMessage(id)) fail(`'${id}' is no message: an id is letters, digits, - and _`)
  }
  return bundle
}

function formatted(
  bundle: FluentBundle,
  id: string,
  attribute: string | undefined,
  args: Readonly<Record<string, string>> | undefined,
  fail: (message: string) => void = () => {},
): string | null {
  const message = bundle.getMessage(id)
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute]
  if (!pattern) return null
  const errors: Error[] = []
  const text = bundle.formatPattern(pattern, args, errors).trim()
  for (const error of errors) fail(`${id}: ${error.message}`)
  return text === '' ? null : text
}

function inOrder(found: { [language in LanguageCode]?: string }): Words {
  return Object.fromEntries(
    LANGUAGES.flatMap((code) => (found[code] === undefined ? [] : [[code, found[code]]])),
  ) as Words
}

/** What each language lacks of a catalogue: `fisheries.boat owner.name label`. */
export function lacking(catalogue: Catalogue): Record<LanguageCode, string[]> {
  const missing: Record<LanguageCode, string[]> = { en: [], hi: [], pa: [], ur: [] }
  const look = (where: string, words: Partial<Words> | null) => {
    if (words) for (const language of LANGUAGES) if (words[language] === undefined) missing[language].push(where)
  }
  const question = (service: string, { path, label, hint, block, options }: CatalogueQuestion) => {
    look(`${service} ${path} label`, label)
    look(`${service} ${path} hint`, hint)
    look(`${service} ${path} block`, block)
    for (const option of options ?? []) look(`${service} ${path} ${option.value}`, option.label)
  }
  for (const department of catalogue.departments) look(department.code, department.name)
  for (const service of catalogue.services) {
    look(`${service.code} title`, service.title)
    look(`${service.code} description`, service.description)
    for (const language of LANGUAGES)
      if (!service.synonyms[language]?.length) missing[language].push(`${service.code} synonyms`)
    for (const each of [...service.questions, ...service.withheld]) question(service.code, each)
    for (const rule of service.rules) look(`${service.code} rule ${rule.id}`, rule.message)
  }
  return missing
}
