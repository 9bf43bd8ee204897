/**
 * What `npm run compose` derives from the schema and the locale files, as `schema/catalogue.json`:
 * every service with its questions, rules and words. Nothing about a service stands anywhere else.
 */
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
  readonly rules: readonly CatalogueRule[]
}
export type QuestionType = 'TEXT' | 'INTEGER' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'CHOICE' | 'CHOICES' | 'DOCUMENT'
export interface CatalogueQuestion {
  /** `groom.dateOfBirth`, `witnesses[].name` */
  readonly path: string
  readonly type: QuestionType
  /** GraphQL type of one value. */
  readonly scalar: string
  readonly required: boolean
  /** CEL of the field and of the blocks around it, joined by `&&`. */
  readonly when: string | null
  readonly suggest: string | null
  readonly label: Words
  readonly hint: Words | null
  readonly example: Words | null
  /** Heading of the nested input. */
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
  readonly message: Words
}
