import { randomBytes } from 'node:crypto'
import DataLoader from 'dataloader'
import type { FilingDocument } from '../../../adapters/adapter.ts'
import type { TransportAdapter } from '../../../adapters/transport/index.ts'
import type { Context, DepartmentHost, FiledApplication } from '../../../subgraphs/subgraph.ts'
import { department } from '../../../subgraphs/transport/index.ts'
import { parseAnswer } from '../../../vocabulary/answers.ts'
import { answerExample, type CatalogueService, readCatalogue } from '../../../vocabulary/catalogue.ts'
import { compile, shapeOf } from '../../../vocabulary/expressions.ts'
import { validate } from '../../../vocabulary/validate.ts'
import { type Bench, document, within } from './bench.ts'

export const services = readCatalogue().services.filter((service) => service.department === 'transport')
export const serviceOf = (code: string): CatalogueService => services.find((service) => service.code === code)!

/** The department's resolvers over the sandbox's real wire, as one citizen's request. */
export function openCounter(bench: Bench, options: { citizen?: string; mobile?: string | null } = {}) {
  const { citizen = 'c1', mobile = '+919810012345' } = options
  const lookups: unknown[] = []
  const host = {
    adapter: bench.adapter,
    read: (run: (call: ReturnType<typeof within>) => unknown) => run(within()),
    spendLookup: async (_: Context, ...question: unknown[]) => void lookups.push(question),
    citizens: { mobile: async () => mobile },
    log: { warn() {} },
  } as unknown as DepartmentHost<TransportAdapter>
  const resolvers = department.resolvers(host)
  const applications = new Map<string, FiledApplication>()
  const kept = new Map<object, unknown>()
  const context = {
    principal: null,
    citizen: async () => citizen,
    applications: new DataLoader(async (references: readonly string[]) =>
      references.map((one) => applications.get(one) ?? null),
    ),
    once<T>(key: object, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make())
      return kept.get(key) as T
    },
  } satisfies Context
  const query = (field: string, args: object = {}) => resolvers.Query![field](null, args, context)

  /** What the department knows about these answers, by its facts queries. */
  async function facts(service: CatalogueService, input: Record<string, any>): Promise<Record<string, any>> {
    const queries = service.questions.flatMap(({ factsQuery }) => factsQuery ?? [])
    const known = queries.map(async ({ field, arguments: args }) => {
      const values = Object.entries(args).map(([name, path]) => [name, input[path]])
      return [field, await query(field, Object.fromEntries(values))]
    })
    return Object.fromEntries((await Promise.all(known)).filter(([, value]) => value !== null))
  }
  return {
    resolvers,
    context,
    applications,
    lookups,
    query,
    facts,
    today: () => new Date(Date.now() + bench.ahead + 19_800_000).toISOString().slice(0, 10),
  }
}
export type Counter = ReturnType<typeof openCounter>

/** As an application is checked at filing: facts are asked for once the answers themselves are right. */
export async function checked(service: CatalogueService, input: Record<string, any>, counter: Counter) {
  const today = counter.today()
  const first = validate(service, input, { today, facts: {} })
  if (first.problems.length) return first
  return validate(service, input, { today, facts: await counter.facts(service, first.input) })
}

/** Every question answered with its example, every choice with its first option. */
export async function exampleAnswers(service: CatalogueService, counter: Counter) {
  const input: Record<string, any> = {}
  const documents: FilingDocument[] = []
  const today = counter.today()
  for (const question of service.questions) {
    const facts = await counter.facts(service, input).catch(() => ({}))
    if (question.when && compile(question.when).evaluate({ input, today, facts }, shapeOf(service.questions)) !== true)
      continue
    const names = question.path.split('.')
    const place = names.slice(0, -1).reduce((at, name) => (at[name] ??= {}), input)
    const options = question.optionsQuery ? await counter.query(question.optionsQuery.field, input) : question.options
    const answers: Record<string, () => unknown> = {
      CHOICE: () => options[0].value,
      CHOICES: () => [options[0].value],
      BOOLEAN: () => true,
      DOCUMENT: () => {
        documents.push(document(question.path, randomBytes(100)))
        return question.path
      },
    }
    place[names.at(-1)!] =
      answers[question.type]?.() ?? parseAnswer(question, answerExample(question, 'en', today), today)
  }
  const { input: clean, problems } = await checked(service, input, counter)
  return { input: clean, problems, documents }
}
