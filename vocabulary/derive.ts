/** Services, questions and rules of a department, from its schema and its words. */
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  isInputObjectType,
  isNonNullType,
  Kind,
} from 'graphql'
import type { CatalogueDepartment, CatalogueRule, CatalogueService, LanguageCode, Words } from './catalogue.ts'
import { serviceChecks } from './derivation/checks.ts'
import { type Entry, entriesOf, type FieldWalk } from './derivation/fields.ts'
import { expressionReads, isPartOf, type Place, ruleDirectives } from './derivation/places.ts'
import type { SchemaProblem } from './derivation/problems.ts'
import { queryOf } from './derivation/queries.ts'
import { questionOf } from './derivation/questions.ts'
import { withFewest } from './derivation/repetition.ts'
import type { WordBook } from './words.ts'

export interface Derivation {
  /** Null for a subgraph without services. */
  readonly department: CatalogueDepartment | null
  readonly services: readonly CatalogueService[]
  readonly problems: readonly SchemaProblem[]
}
export interface DerivationSource {
  readonly name: string
  /** As of `subgraphTypeDefs`. */
  readonly document: DocumentNode
  readonly own: WordBook
  /** Words of the shared types. */
  readonly shared: WordBook
  /** `YYYY-MM-DD`: examples are tried on this day. */
  readonly today: string
}

export function derive(source: DerivationSource): Derivation {
  const problems: SchemaProblem[] = []
  const file = `schema/${source.name}.graphql`
  const fail = (coordinate: string, message: string, expression?: string) => {
    const problem = { file, coordinate, message, ...(expression === undefined ? {} : { expression }) }
    if (!problems.some((known) => JSON.stringify(known) === JSON.stringify(problem))) problems.push(problem)
  }
  const schema = schemaOf(source.document)
  const directive = schema.getDirective('service')
  const services: CatalogueService[] = []
  for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const values = directive && mutation.astNode && getDirectiveValues(directive, mutation.astNode)
    if (!values) continue
    const service = serviceOf({ ...source, schema, fail, mutation, values: values as unknown as ServiceDirective })
    if (service) services.push(service)
  }
  if (services.length === 0) return { department: null, services, problems }
  const name = source.own.words(`department-${source.name}`)
  if (!name) fail('', `the department has no name: department-${source.name} in its locale files`)
  for (const message of source.own.errors) fail('', message)
  return { department: { code: source.name, name: name ?? { en: source.name } }, services, problems }
}

/** The schema without its links, which graphql-js does not know. */
const schemaOf = (document: DocumentNode): GraphQLSchema =>
  buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION) },
    { assumeValid: true, assumeValidSDL: true },
  )

interface ServiceDirective {
  readonly code: string
  readonly days?: number
  readonly fee?: string
}
type Fail = (coordinate: string, message: string, expression?: string) => void
interface ServiceSource extends DerivationSource {
  readonly schema: GraphQLSchema
  readonly fail: Fail
  readonly mutation: ReturnType<GraphQLObjectType['getFields']>[string]
  readonly values: ServiceDirective
}

const TITLE_LENGTH = 24
const FILING = { requestId: 'ID', onBehalfOf: 'CitizenInput' }

function serviceOf(source: ServiceSource): CatalogueService | null {
  const { mutation, values, fail, own, schema } = source
  const coordinate = `Mutation.${mutation.name}`
  if (!new RegExp(`^${source.name}\\.[a-z][a-z0-9-]*$`).test(values.code))
    fail(coordinate, `the code of a service is '${source.name}.' and a kebab-case name, not '${values.code}'`)
  if (String(mutation.type) !== 'ApplyResult!') fail(coordinate, 'a service returns ApplyResult!')
  for (const [name, type] of Object.entries(FILING))
    if (String(mutation.args.find((arg) => arg.name === name)?.type) !== type)
      fail(coordinate, `a service has an argument ${name}: ${type}`)
  const input = mutation.args.find(({ name }) => name === 'input')?.type
  if (!isNonNullType(input) || !isInputObjectType(input.ofType)) {
    fail(coordinate, 'a service has an argument input, a required input object')
    return null
  }
  const root = input.ofType
  const title = own.words(mutation.name, undefined, null)
  if (!title) fail(coordinate, `has no title: ${mutation.name} in the locale files`)
  for (const text of Object.values(title ?? {}))
    if ([...text].length > TITLE_LENGTH)
      fail(coordinate, `the title '${text}' is longer than ${TITLE_LENGTH} characters`)

  const walk: FieldWalk = { schema, fail, own, shared: source.shared, root }
  const { entries, places } = entriesOf(walk)
  const order = entries.map(({ path }) => path)
  const facts = new Map<string, GraphQLObjectType>()
  const derived = entries.map((entry) => {
    const optionsQuery = entry.ask.options ? queryOf('options', entry.ask.options, entry, order, walk) : null
    const factsQuery = entry.ask.facts ? queryOf('facts', entry.ask.facts, entry, order, walk) : null
    if (factsQuery?.result) {
      if (facts.has(factsQuery.query.field))
        fail(entry.coordinate, `the facts '${factsQuery.query.field}' are named by two questions of one service`)
      facts.set(factsQuery.query.field, factsQuery.result)
    }
    return questionOf(entry, optionsQuery?.query ?? null, factsQuery?.query ?? null, walk, source.today)
  })
  const questions = derived.map((question) => withFewest(question, derived, source.today))
  const isWithheld = (entry: Entry) => entry.scalar === 'AadhaarNumber'
  const rules = places.flatMap((place) => rulesOf(place, questions, source))
  const service: CatalogueService = {
    code: values.code,
    department: source.name,
    mutation: mutation.name,
    input: root.name,
    days: values.days ?? null,
    fee: values.fee ?? null,
    title: title ?? { en: mutation.name },
    description: own.words(mutation.name, 'description', mutation.description ?? null),
    synonyms: synonymsOf(own.words(mutation.name, 'synonyms', '')),
    questions: questions.filter((_, index) => !isWithheld(entries[index]!)),
    withheld: questions.filter((_, index) => isWithheld(entries[index]!)),
    fields: order,
    rules,
  }
  serviceChecks({ service, coordinate, entries, places, facts, walk })
  return service
}

function synonymsOf(words: Words | null): CatalogueService['synonyms'] {
  const lists: { [language in LanguageCode]?: readonly string[] } = {}
  for (const [language, text] of Object.entries(words ?? {})) {
    const list = text
      .split(/[,،]/)
      .map((synonym) => synonym.trim())
      .filter((synonym) => synonym !== '')
    if (list.length > 0) lists[language as LanguageCode] = list
  }
  return lists
}

/** The rules on one input object of the service, rewritten to speak from the whole input. */
function rulesOf(
  place: Place,
  questions: CatalogueService['questions'],
  { schema, fail, own, shared }: ServiceSource,
): CatalogueRule[] {
  const rules: CatalogueRule[] = []
  for (const { id, check } of ruleDirectives(schema, place.type)) {
    const key = `${place.type.name}-rule-${id}`
    const message = own.words(key) ?? shared.words(key)
    if (!message) fail(place.type.name, `the rule '${id}' has no sentence: ${key} in the locale files`)
    const reads = expressionReads(check, place)
    if (!reads) continue
    const each = place.list === null ? null : guarded(place.itemGuards, reads.source)
    const whole = each === null ? reads.source : `input.${place.list}.all(item, ${each})`
    const on = place.prefix.replace(/\.$/, '')
    if (rules.some((rule) => rule.id === id)) fail(place.type.name, `has two rules '${id}'`)
    const last = questions.findLast((question) => reads.fields.some((path) => isPartOf(question.path, path)))
    const list = reads.fields.find((path) => last?.path.startsWith(`${path}[]`))
    const known = questions.findLast(({ factsQuery }) => factsQuery && reads.factPaths.includes(factsQuery.field))
    rules.push({
      id,
      on,
      check: guarded(place.guards, whole),
      each,
      path: list || ((last ?? known)?.path ?? on),
      message: message ?? { en: id },
    })
  }
  return rules
}

const guarded = (guards: readonly string[], check: string): string =>
  guards.length === 0 ? check : `${guards.map((guard) => `!${guard}`).join(' || ')} || (${check})`
