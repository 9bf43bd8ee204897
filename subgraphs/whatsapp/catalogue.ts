/** The catalogue as the gateway serves it to any portal, in the languages that the channel speaks. */
import { LANGUAGES, type LanguageCode, type Words } from '../../vocabulary/catalogue.ts'
import type { Ask } from '../subgraph.ts'
import { chatCatalogue } from './conversation/search.ts'
import type { ChatCatalogue, Question, Service } from './conversation/state.ts'

/** `label_hi: label(language: HI)` in every language. */
const inAll = (field: string, selection = ''): string =>
  LANGUAGES.map((code) => `${field}_${code}: ${field}(language: ${code.toUpperCase()})${selection}`).join(' ')

const SERVICES = `query Catalogue { services {
  code mutation inputType fee processingDays ${inAll('title')} ${inAll('description')} ${inAll('synonyms')}
  department { code ${inAll('name')} }
  rules { id on check each path ${inAll('message')} }
  questions: questions(language: EN) {
    path type scalar required within when suggest minimum maximum pattern accepts repeats { minimum maximum } atLeast live dependsOn facts
  }
  ${inAll('questions', ' { label hint example block }')}
} }`

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
async function withOptions(ask: Ask, services: readonly Service[]): Promise<readonly Service[]> {
  const fixed = (question: Question) => !question.live && (question.type === 'CHOICE' || question.type === 'CHOICES')
  const variables: Record<string, string> = {}
  const selections = services.flatMap((service, s) => {
    const questions = service.questions.flatMap((question, q) => {
      if (!fixed(question)) return []
      variables[`p${s}_${q}`] = question.path
      return LANGUAGES.map(
        (code) =>
          `q${q}_${code}: question(path: $p${s}_${q}, language: ${code.toUpperCase()}) { options { value label } }`,
      )
    })
    if (!questions.length) return []
    variables[`s${s}`] = service.code
    return [`s${s}: service(code: $s${s}) { ${questions.join(' ')} }`]
  })
  if (!selections.length) return services
  const declared = Object.keys(variables).map((name) => `$${name}: ${name.startsWith('s') ? 'ID!' : 'String!'}`)
  const answers = await data(ask, `query Options(${declared.join(', ')}) { ${selections.join(' ')} }`, variables)
  return services.map((service, s) => ({
    ...service,
    questions: service.questions.map((question, q) => {
      if (!fixed(question)) return question
      const lists = LANGUAGES.map(
        (code) => [code, answers[`s${s}`]?.[`q${q}_${code}`]?.options as Row[] | null] as const,
      )
      const english = lists.find(([code]) => code === 'en')?.[1] ?? []
      const options = english.map(({ value, label }, i) => ({
        value: value as string,
        label: words(
          Object.fromEntries(lists.map(([code, list]) => [`label_${code}`, list?.[i]?.label ?? label])),
          'label',
        )!,
      }))
      return { ...question, options }
    }),
  }))
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
