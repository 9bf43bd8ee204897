import type { CatalogueQuery, CatalogueQuestion, CatalogueService } from '../../vocabulary/catalogue.ts'
import { valueAt } from '../../vocabulary/waiting.ts'
import type { Ask, Principal } from '../subgraph.ts'

/** Asks the hub one thing, as `Ask` does. */
export type AskOnce = (...asked: Parameters<Ask>) => ReturnType<Ask>
type Answers = Readonly<Record<string, unknown>>
export interface LiveOption {
  readonly value: string
  readonly label: string
  readonly description?: string | null
}

/** The variables of a department's query about what stands `at` a place, from answers; null where one that it needs is not answered. */
function variablesOf(
  query: CatalogueQuery,
  answers: Answers,
  language: string,
  at: string,
): Record<string, unknown> | null {
  // an argument in a list is an answer of the same item: there are no lists in lists
  const position = /\.\d+(?=\.)/.exec(at)?.[0] ?? '[]'
  // no answer gives the language: the asker does, where the query takes one
  const variables: Record<string, unknown> = /\$language: Language\b/.test(query.operation) ? { language } : {}
  for (const [argument, path] of Object.entries(query.arguments)) {
    const value = valueAt(answers, path.replace('[]', position))
    if (value !== undefined) variables[argument] = value
    else if (new RegExp(`\\$${argument}: *[^,)=]*!`).test(query.operation)) return null
  }
  return variables
}

async function put(
  ask: AskOnce,
  query: CatalogueQuery,
  answers: Answers,
  language: string,
  principal: Principal | null,
  at = '',
): Promise<any> {
  const variables = variablesOf(query, answers, language, at)
  if (!variables) return null
  const result = await ask(query.operation, variables, principal)
  const refusal = result.errors?.find((error) => error.extensions?.code === 'LOOKUP_LIMIT')
  if (refusal) throw refusal
  return result.data?.[query.field] ?? null
}

/** What a live question can be answered with now, in a list that of the item `at` its path with a position; null where the department does not say. Throws a GraphQLError LOOKUP_LIMIT. */
export const askOptions = (
  ask: AskOnce,
  question: CatalogueQuestion,
  answers: Answers,
  language: string,
  principal: Principal | null,
  at = question.path,
): Promise<readonly LiveOption[] | null> =>
  question.optionsQuery ? put(ask, question.optionsQuery, answers, language, principal, at) : Promise.resolve(null)

/** What the department knows about these answers, by the name of the query; a query without its answers, or without an answer, is absent. */
export async function askFacts(
  ask: AskOnce,
  service: CatalogueService,
  answers: Answers,
  principal: Principal | null,
): Promise<Record<string, unknown>> {
  const facts: Record<string, unknown> = {}
  const queries = new Map(
    service.questions.flatMap((q) => (q.factsQuery ? [[q.factsQuery.field, q.factsQuery] as const] : [])),
  )
  await Promise.all(
    [...queries].map(async ([field, query]) => {
      const known = await put(ask, query, answers, 'EN', principal)
      if (known !== null) facts[field] = known
    }),
  )
  return facts
}
