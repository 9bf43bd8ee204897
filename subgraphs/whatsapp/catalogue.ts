/** The catalogue as the gateway serves it to any portal, in the languages that the channel speaks. */
import { type Catalogue, LANGUAGES, type LanguageCode, type Words } from '../../vocabulary/catalogue.ts'
import type { Ask } from '../subgraph.ts'
import type { ChatCatalogue, Question, Service } from './conversation/state.ts'
import { chatCatalogue } from './search.ts'

/** `label_hi: label(language: HI)` in every language. */
const inAll = (field: string, selection = ''): string =>
  LANGUAGES.map((code) => `${field}_${code}: ${field}(language: ${code.toUpperCase()})${selection}`).join(' ')

const SERVICES = `query Catalogue { services {
  code mutation inputType fee processingDays ${inAll('title')} ${inAll('description')} ${inAll('synonyms')}
  department { code ${inAll('name')} }
  rules { id on check each path ${inAll('message')} }
  questions: questions(language: EN) {
    path type scalar required within oneOf when suggest minimum maximum pattern accepts repeats { minimum maximum } atLeast live dependsOn facts
  }
  ${inAll('questions', ' { label hint example block }')}
} }`

/** Questions whose options are read by one operation: the gateway bounds what one may ask. */
const AT_ONCE = 20

/** A service of the catalogue, as JSON. */
type Row = Record<string, any>

/** A field's words in every language; null where it has none. A language that falls back to English is left out. */
function words(row: Row, field: string): Words | null {
  const english = row[`${field}_en`]
  if (english === null || english === undefined) return null
  const others = LANGUAGES.flatMap((code) =>
    code !== 'en' && row[`${field}_${code}`] !== english ? [[code, row[`${field}_${code}`]]] : [],
  )
  return { en: english, ...Object.fromEntries(others) }
}
const acrossLanguages = (service: Row, index: number): Row =>
  Object.fromEntries(
    LANGUAGES.flatMap((code) =>
      Object.entries(service[`questions_${code}`][index] as Row).map(([field, text]) => [`${field}_${code}`, text]),
    ),
  )

function toQuestion(row: Row, texts: Row): Question {
  return {
    ...(row as Question),
    label: words(texts, 'label')!,
    hint: words(texts, 'hint'),
    example: words(texts, 'example'),
    block: words(texts, 'block'),
    options: null,
  }
}

function toService(row: Row): Service {
  return {
    code: row.code,
    department: row.department.code,
    departmentName: words(row.department, 'name')!,
    mutation: row.mutation,
    input: row.inputType,
    days: row.processingDays,
    fee: row.fee,
    title: words(row, 'title')!,
    description: words(row, 'description'),
    synonyms: Object.fromEntries(LANGUAGES.map((code: LanguageCode) => [code, row[`synonyms_${code}`]])),
    rules: row.rules.map((rule: Row) => ({ ...rule, path: rule.path ?? '', message: words(rule, 'message')! })),
    questions: row.questions.map((question: Row, i: number) => toQuestion(question, acrossLanguages(row, i))),
  }
}

/** Options that do not come live from a department are the same for everyone: they are read once. */
const isFixed = (question: Question): boolean =>
  !question.live && (question.type === 'CHOICE' || question.type === 'CHOICES')

async function withOptions(ask: Ask, services: readonly Service[]): Promise<readonly Service[]> {
  const asked = services.flatMap((service) =>
    service.questions.filter(isFixed).map((question) => ({ code: service.code, path: question.path })),
  )
  const options = new Map<string, Question['options']>()
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const some = asked.slice(from, from + AT_ONCE)
    const lists = await Promise.all(LANGUAGES.map((code) => optionsIn(ask, some, code)))
    for (const [i, { code, path }] of some.entries()) {
      const rows = lists[0]![i] ?? []
      const labels = (n: number): Row =>
        Object.fromEntries(LANGUAGES.map((language, l) => [`label_${language}`, lists[l]![i]?.[n]?.label]))
      options.set(
        `${code} ${path}`,
        rows.map(({ value }, n) => ({ value: value as string, label: words(labels(n), 'label')! })),
      )
    }
  }
  return services.map((service) => ({
    ...service,
    questions: service.questions.map((question) => ({
      ...question,
      options: options.get(`${service.code} ${question.path}`) ?? null,
    })),
  }))
}

async function optionsIn(
  ask: Ask,
  asked: readonly { code: string; path: string }[],
  language: LanguageCode,
): Promise<(readonly Row[] | null)[]> {
  const declared = asked.map((_, i) => `$c${i}: ID! $p${i}: String!`).join(' ')
  const fields = asked.map(
    (_, i) =>
      `o${i}: service(code: $c${i}) { question(path: $p${i}, language: $language) { options { value label } } }`,
  )
  const variables = Object.fromEntries(
    asked.flatMap(({ code, path }, i) => [
      [`c${i}`, code],
      [`p${i}`, path],
    ]),
  )
  const found = await data(ask, `query Options($language: Language!, ${declared}) { ${fields.join(' ')} }`, {
    ...variables,
    language: language.toUpperCase(),
  })
  return asked.map((_, i) => found[`o${i}`]?.question?.options ?? null)
}

async function data(ask: Ask, operation: string, variables: Record<string, unknown>): Promise<Row> {
  const result = await ask(operation, variables, null)
  if (result.errors?.length || !result.data)
    throw new Error(`the catalogue could not be read: ${result.errors?.[0]?.message ?? 'no data'}`)
  return result.data
}

export async function readChatCatalogue(ask: Ask): Promise<ChatCatalogue> {
  const { services } = await data(ask, SERVICES, {})
  return chatCatalogue(await withOptions(ask, services.map(toService)))
}

/** The services of a committed catalogue, as the chat has them. */
export const servicesOf = ({ services, departments }: Catalogue): readonly Service[] =>
  services.map(({ withheld: _, fields: __, ...service }) => ({
    ...service,
    departmentName: departments.find(({ code }) => code === service.department)!.name,
    questions: service.questions.map(({ optionsQuery, factsQuery, ...question }) => ({
      ...question,
      live: optionsQuery !== null,
      dependsOn: optionsQuery && Object.values(optionsQuery.arguments),
      facts: factsQuery?.field ?? null,
    })),
  }))

/** The catalogue, read at first use and again when it is older than `ms`: what is shown of it (an example's date) may change by the day. */
export function keptCatalogue(ask: Ask, now: () => number, ms: number): () => Promise<ChatCatalogue> {
  let kept: ChatCatalogue | null = null
  let readAt = 0
  let reading: Promise<ChatCatalogue> | null = null
  const read = () => {
    reading ??= readChatCatalogue(ask)
      .then((fresh) => {
        kept = fresh
        readAt = now()
        return fresh
      })
      .finally(() => {
        reading = null
      })
    return reading
  }
  return async () => {
    if (!kept) return read()
    if (now() - readAt > ms) read().catch(() => {})
    return kept
  }
}
