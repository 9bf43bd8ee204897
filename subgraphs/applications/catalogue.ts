import MiniSearch from 'minisearch'
import {
  answerExample,
  type CatalogueQuestion,
  type CatalogueService,
  LANGUAGES,
  type LanguageCode,
  type Words,
} from '../../vocabulary/catalogue.ts'
import { feeOf, validate } from '../../vocabulary/validate.ts'
import { say } from '../../vocabulary/words.ts'
import { askFacts, askOptions } from '../filing/live.ts'
import { unauthenticated } from '../filing/refusal.ts'
import { afterOf, firstOf } from '../paging.ts'
import type { Context, Host } from '../subgraph.ts'
import { filedServices } from './services.ts'

export const languageOf = (language: string | null | undefined): LanguageCode =>
  LANGUAGES.find((code) => code === language?.toLowerCase()) ?? 'en'

/** A question with the language that its words are wanted in. */
interface AskedQuestion {
  readonly question: CatalogueQuestion
  readonly language: LanguageCode
  /** Its path as it was asked for: in a list, with the position of an item. */
  readonly at?: string
  /** Answers that were filed: what live options are looked up by where no others are given. */
  readonly filed?: () => Promise<Record<string, unknown>>
}
/** `witnesses[].name` of `witnesses.1.name`. */
const patternOf = (path: string): string => path.replace(/\.\d+\./g, '[].')
/** Characters of a search that are looked at: likeness is dear. */
const SEARCHED = 200
type Languaged = { language?: string | null }

/** Finds services by what people type, over titles, synonyms and descriptions in all languages. */
export function serviceSearch(services: readonly CatalogueService[]) {
  const text = (words: Words | null) => (words ? LANGUAGES.map((language) => words[language] ?? '').join(' ') : '')
  const index = new MiniSearch<{ id: string; title: string; synonyms: string; description: string }>({
    fields: ['title', 'synonyms', 'description'],
    searchOptions: {
      boost: { title: 3, synonyms: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.25 : false),
    },
  })
  index.addAll(
    services.map((service) => ({
      id: service.code,
      title: text(service.title),
      synonyms: LANGUAGES.flatMap((language) => service.synonyms[language] ?? []).join(' '),
      description: text(service.description),
    })),
  )
  const byCode = new Map(services.map((service) => [service.code, service]))
  return (typed: string): CatalogueService[] => index.search(typed).flatMap((hit) => byCode.get(hit.id) ?? [])
}

/** Resolvers of `Service`, `Question` and `Rule`: the catalogue, and what the departments answer live. */
export function catalogueResolvers(host: Host) {
  const { catalogue } = host
  const search = serviceSearch(catalogue.services)
  const byCode = new Map(catalogue.services.map((service) => [service.code, service]))
  const filed = filedServices(host)
  const service = (code: string) => byCode.get(code) ?? null

  async function facts(of: CatalogueService, answers: Record<string, unknown>, context: Context) {
    const { input } = validate(of, answers, { today: host.clock.today(), facts: {} })
    return { input, facts: await askFacts(host.ask, of, input, context.principal) }
  }

  return {
    department: filed.department,
    /** Of an application, whatever this hub offers. */
    filed: filed.service,
    questionAt: (code: string, path: string): CatalogueQuestion | null =>
      filed.service(code).questions.find((question) => question.path === path || question.path === patternOf(path)) ??
      null,
    resolvers: {
      Query: {
        services: (_: unknown, args: { search?: string | null }) =>
          args.search?.trim() ? search(args.search.trim().slice(0, SEARCHED)) : catalogue.services,
        service: (_: unknown, { code }: { code: string }) => service(code),
      },
      Service: {
        __resolveReference: ({ code }: { code: string }) => service(code),
        title: (s: CatalogueService, { language }: Languaged) => say(s.title, languageOf(language)),
        description: (s: CatalogueService, { language }: Languaged) =>
          s.description ? say(s.description, languageOf(language)) : null,
        synonyms: (s: CatalogueService, { language }: Languaged) => s.synonyms[languageOf(language)] ?? [],
        department: (s: CatalogueService) => filed.department(s.department),
        inputType: (s: CatalogueService) => s.input,
        processingDays: (s: CatalogueService) => s.days,
        async feeFor(s: CatalogueService, args: { answers: Record<string, unknown> }, context: Context) {
          if (!s.fee) return 0
          const known =
            s.questions.some((q) => q.factsQuery) && context.principal ? await facts(s, args.answers, context) : null
          const { input } = known ?? validate(s, args.answers, { today: host.clock.today(), facts: {} })
          return feeOf(s, input, { today: host.clock.today(), facts: known?.facts ?? {} })
        },
        async facts(s: CatalogueService, args: { answers: Record<string, unknown> }, context: Context) {
          if (!context.principal) throw unauthenticated()
          return (await facts(s, args.answers, context)).facts
        },
        questions: (s: CatalogueService, { language }: Languaged): AskedQuestion[] =>
          s.questions.map((question) => ({ question, language: languageOf(language) })),
        question(s: CatalogueService, { path, language }: { path: string } & Languaged): AskedQuestion | null {
          const question = s.questions.find((one) => one.path === path || one.path === patternOf(path))
          return question ? { question, language: languageOf(language), at: path } : null
        },
      },
      Department: { name: (d: { name: Words }, { language }: Languaged) => say(d.name, languageOf(language)) },
      Rule: { message: (r: { message: Words }, { language }: Languaged) => say(r.message, languageOf(language)) },
      Question: {
        ...Object.fromEntries(
          [
            'path',
            'type',
            'scalar',
            'required',
            'within',
            'oneOf',
            'when',
            'suggest',
            'minimum',
            'maximum',
            'pattern',
            'accepts',
            'repeats',
            'atLeast',
          ].map((name) => [name, ({ question }: AskedQuestion) => (question as any)[name]]),
        ),
        label: ({ question, language }: AskedQuestion) => say(question.label, language),
        hint: ({ question, language }: AskedQuestion) => (question.hint ? say(question.hint, language) : null),
        example: ({ question, language }: AskedQuestion) => answerExample(question, language, host.clock.today()),
        block: ({ question, language }: AskedQuestion) => (question.block ? say(question.block, language) : null),
        live: ({ question }: AskedQuestion) => question.optionsQuery !== null,
        dependsOn: ({ question }: AskedQuestion) =>
          question.optionsQuery && Object.values(question.optionsQuery.arguments),
        facts: ({ question }: AskedQuestion) => question.factsQuery?.field ?? null,
        async options(
          { question, language, at, filed }: AskedQuestion,
          args: { answers?: Record<string, unknown> | null; first?: number | null; after?: string | null },
          context: Context,
        ) {
          const all = question.options
            ? question.options.map(({ value, label }) => ({ value, label: say(label, language), description: null }))
            : await askOptions(
                host.ask,
                question,
                args.answers ?? (await filed?.()) ?? {},
                language.toUpperCase(),
                context.principal,
                at,
              )
          if (!all) return null
          const after = afterOf(args.after, (cursor) => all.some((option) => option.value === cursor))
          const from = all.findIndex((option) => option.value === after) + 1
          return all.slice(from, from + firstOf(args.first, { usual: all.length, maximum: all.length }))
        },
      },
    },
  }
}
