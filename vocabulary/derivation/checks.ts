/** What has to hold between the questions of a service: types of its expressions, the order of what they read, labels that differ. */
import type { GraphQLObjectType } from 'graphql'
import type { CatalogueService } from '../catalogue.ts'
import { celType, type ExpressionTypes, expressionProblems } from '../cel/types.ts'
import type { Entry, FieldWalk } from './fields.ts'
import { expressionReads, isPartOf, type Place, ruleDirectives } from './places.ts'

interface ServiceFacts {
  readonly service: CatalogueService
  readonly coordinate: string
  readonly entries: readonly Entry[]
  readonly places: readonly Place[]
  readonly facts: ReadonlyMap<string, GraphQLObjectType>
  readonly walk: FieldWalk
}

export function serviceChecks({ service, coordinate, entries, places, facts, walk }: ServiceFacts): void {
  const check = (where: string, name: string, source: string | undefined | null, expected: string, place: Place) => {
    if (source == null) return
    for (const problem of expressionProblems(source, expected, typesOf(place, facts, entries)))
      walk.fail(where, `${name}: ${problem}`, source)
  }
  check(coordinate, 'fee', service.fee, 'int', places[0]!)
  for (const place of places)
    for (const rule of ruleDirectives(walk.schema, place.type))
      check(place.type.name, `rule ${rule.id}`, rule.check, 'bool', place)
  const order = entries.map(({ path }) => path)
  for (const [index, entry] of entries.entries()) {
    const asks = [[entry.coordinate, entry.ask, entry.place] as const, ...listAsks(entry, entries)]
    for (const [where, ask, place] of asks) {
      check(where, 'when', ask.when, 'bool', place)
      check(where, 'atLeast', ask.atLeast, 'int', place)
      for (const source of [ask.when, ask.atLeast]) if (source) inOrder(where, source, place, index)
    }
    const { suggest } = entry.ask
    if (suggest) {
      check(entry.coordinate, 'suggest', suggest, celType(entry.field.type), entry.place)
      inOrder(entry.coordinate, suggest, entry.place, index)
    }
    limits(entry, walk)
  }
  for (const place of places) blockWhens(place)
  labels(service, entries, walk)

  /** An expression about asking may not wait for what is asked later. */
  function inOrder(where: string, source: string, place: Place, index: number): void {
    const reads = expressionReads(source, place)
    for (const path of reads?.fields ?? []) {
      const later = order.findIndex((other, at) => at >= index && isPartOf(other, path))
      if (later >= 0) walk.fail(where, `reads ${order[later]}, which is asked only then or later`, source)
    }
  }

  function blockWhens(place: Place): void {
    for (const field of Object.values(place.type.getFields())) {
      const inner = places.find((other) => other.prefix === `${place.prefix}${field.name}.`)
      const when = inner && whenOf(field)
      if (!inner || when === undefined) continue
      check(`${place.type.name}.${field.name}`, 'when', when, 'bool', place)
      const first = entries.findIndex((entry) => entry.path.startsWith(inner.prefix))
      if (first >= 0) inOrder(`${place.type.name}.${field.name}`, when, place, first)
    }
  }
}

const whenOf = (field: { readonly astNode?: any }): string | undefined =>
  field.astNode?.directives
    ?.find((use: any) => use.name.value === 'ask')
    ?.arguments?.find((argument: any) => argument.name.value === 'when')?.value.value

/** The list of inputs that an entry is the first field of. */
function listAsks(entry: Entry, entries: readonly Entry[]) {
  const list = entry.repeats
  if (!list || entry.list || entries.find(({ repeats }) => repeats?.path === list.path) !== entry) return []
  return [[list.coordinate, list.ask, list.place] as const]
}

function typesOf(
  place: Place,
  facts: ReadonlyMap<string, GraphQLObjectType>,
  entries: readonly Entry[],
): ExpressionTypes {
  const whens = new Map<string, string>()
  for (const entry of entries) if (entry.place === place && entry.ask.when) whens.set(entry.field.name, entry.ask.when)
  for (const field of Object.values(place.type.getFields())) {
    const when = whenOf(field)
    if (when !== undefined) whens.set(field.name, when)
  }
  return { input: place.type, facts, whens }
}

function limits({ ask, coordinate, scalar, enum: choice, list, repeats }: Entry, { fail }: FieldWalk): void {
  const measured = !choice && !ask.options && ['Int', 'Float', 'String', 'ID', 'PersonName'].includes(scalar)
  if ((ask.minimum !== undefined || ask.maximum !== undefined) && !measured)
    fail(coordinate, 'minimum and maximum are for texts and numbers')
  if (ask.minimum !== undefined && ask.maximum !== undefined && ask.minimum > ask.maximum)
    fail(coordinate, 'minimum is above maximum')
  if (ask.pattern !== undefined && (!measured || scalar === 'Int' || scalar === 'Float'))
    fail(coordinate, 'a pattern is for texts')
  if (ask.accepts !== undefined && scalar !== 'DocumentId') fail(coordinate, 'accepts is for documents')
  if ((ask.atLeast !== undefined || ask.atMost !== undefined) && !list)
    fail(coordinate, 'atLeast and atMost are for lists')
  if (repeats?.ask.atMost !== undefined && repeats.ask.atMost < 1) fail(repeats.coordinate, 'atMost is at least 1')
}

function labels(service: CatalogueService, entries: readonly Entry[], { fail }: FieldWalk): void {
  const seen = new Map<string, string>()
  for (const question of service.questions) {
    const entry = entries.find(({ path }) => path === question.path)!
    for (const [language, text] of Object.entries(question.label)) {
      const key = `${entry.place.prefix} ${language} ${text.toLowerCase()}`
      const other = seen.get(key)
      if (other !== undefined) fail(entry.coordinate, `has the same label as ${other}: '${text}'`)
      seen.set(key, entry.coordinate)
    }
  }
}
