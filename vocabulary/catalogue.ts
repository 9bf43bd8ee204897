/**
 * What `npm run compose` derives from the schema and the locale files, as `schema/catalogue.json`:
 * every service with its questions, rules and words. Nothing about a service stands anywhere else.
 */
import { readFileSync } from 'node:fs'
import { compile } from './expressions.ts'
import { say } from './words.ts'

export type LanguageCode = 'en' | 'hi' | 'pa' | 'ur'
export const LANGUAGES: readonly LanguageCode[] = ['en', 'hi', 'pa', 'ur']

/** One text in the languages that have it. English is always there. */
export type Words = { readonly en: string } & { readonly [language in LanguageCode]?: string }

export interface Catalogue {
  readonly departments: readonly CatalogueDepartment[]
  readonly services: readonly CatalogueService[]
}
export interface CatalogueDepartment {
  readonly code: string
  readonly name: Words
}
export interface CatalogueService {
  readonly code: string
  readonly department: string
  readonly mutation: string
  /** Name of the GraphQL input type. */
  readonly input: string
  readonly days: number | null
  readonly fee: string | null
  readonly title: Words
  readonly description: Words | null
  readonly synonyms: { readonly [language in LanguageCode]?: readonly string[] }
  readonly questions: readonly CatalogueQuestion[]
  /** What the API takes and no chat may ask for (`AadhaarNumber`): validated like questions. */
  readonly withheld: readonly CatalogueQuestion[]
  /** Paths of `questions` and `withheld` in the order of the schema: the canonical order of an input's keys. */
  readonly fields: readonly string[]
  readonly rules: readonly CatalogueRule[]
}
export type QuestionType = 'TEXT' | 'INTEGER' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'CHOICE' | 'CHOICES' | 'DOCUMENT'
export interface CatalogueQuestion {
  /** `groom.dateOfBirth`, `witnesses[].name` */
  readonly path: string
  readonly type: QuestionType
  /** GraphQL type of one value. */
  readonly scalar: string
  /** If asked, and inside an optional nested input (`within`) once anything of that is given. */
  readonly required: boolean
  /** Path of the nearest optional nested input around it; null where all around it is required, or optional by a `when` alone. */
  readonly within: string | null
  /** Path of the one-of input around it, of whose fields exactly one is given; absent where there is none. */
  readonly oneOf?: string
  /** CEL of the field and of the blocks around it, joined by `&&`. Inside a list it may speak of `item`. */
  readonly when: string | null
  readonly suggest: string | null
  readonly label: Words
  readonly hint: Words | null
  readonly example: Words | null
  /** Heading of the nested input; of one in another both, with ` · ` between. */
  readonly block: Words | null
  readonly minimum: number | null
  readonly maximum: number | null
  readonly pattern: string | null
  readonly accepts: readonly string[] | null
  readonly repeats: { readonly minimum: number; readonly maximum: number | null } | null
  readonly atLeast: string | null
  /** Values of an enum; null for a question with live options or none. */
  readonly options: readonly { readonly value: string; readonly label: Words }[] | null
  readonly optionsQuery: CatalogueQuery | null
  readonly factsQuery: CatalogueQuery | null
}
/** A query of the department's subgraph whose arguments are answers with the same names. */
export interface CatalogueQuery {
  readonly field: string
  /** The whole operation, ready to be asked; variables are the arguments. */
  readonly operation: string
  /** Argument → path of the answer. `language` is filled with the asker's. */
  readonly arguments: Readonly<Record<string, string>>
}
export interface CatalogueRule {
  readonly id: string
  /** Path of the input object that it stands on; empty for the whole. Its CEL always speaks from `input`. */
  readonly on: string
  readonly check: string
  /** For a rule on a list's items: `check` as it reads over one `item`. */
  readonly each: string | null
  /** The last question that it reads, or the list if it reads one as a whole (`witnesses`): where to correct what breaks it. */
  readonly path: string
  readonly message: Words
}

const CATALOGUE_FILE = new URL('../schema/catalogue.json', import.meta.url)

/** The committed catalogue. Throws where `npm run compose` has not written it. */
export const readCatalogue = (): Catalogue => JSON.parse(readFileSync(CATALOGUE_FILE, 'utf8'))

/** The example of a question as a person would type it, on the day `today` (`YYYY-MM-DD`); null where it has none. */
export function answerExample(
  question: { readonly example: Words | null },
  language: string | null | undefined,
  today: string,
): string | null {
  return question.example && exampleText(say(question.example, language), today)
}

/** An example that starts with `=` is CEL over `today`; its dates are shown as `DD/MM/YYYY`. Null where that fails. */
export function exampleText(example: string, today: string): string | null {
  if (!example.startsWith('=')) return example
  let value: unknown
  try {
    value = compile(example.slice(1)).evaluate({ input: {}, today })
  } catch {
    return null
  }
  if (value === undefined || value === null) return null
  return String(value).replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')
}
