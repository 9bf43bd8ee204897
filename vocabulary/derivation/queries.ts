/** The query of the same subgraph that a question's options or facts come from. */
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql'
import type { CatalogueQuery } from '../catalogue.ts'
import type { Entry, FieldWalk } from './fields.ts'
import { elementOf } from './places.ts'

const OPTION_FIELDS = '{ value label description }'

export function queryOf(
  kind: 'options' | 'facts',
  name: string,
  entry: Entry,
  order: readonly string[],
  walk: FieldWalk,
): { readonly query: CatalogueQuery; readonly result: GraphQLObjectType | null } | null {
  const fail = (message: string) => walk.fail(entry.coordinate, `${kind} '${name}': ${message}`)
  const field = walk.schema.getQueryType()?.getFields()[name]
  if (!field) {
    fail('there is no such query')
    return null
  }
  const used: string[] = []
  const argumentPaths: Record<string, string> = {}
  for (const arg of field.args) {
    if (arg.name === 'language' && String(elementOf(arg.type).element) === 'Language') {
      used.push(arg.name)
      continue
    }
    const path = answerPath(arg.name, entry, walk)
    if (path === null) {
      if (isNonNullType(arg.type) && arg.defaultValue === undefined)
        fail(`no answer has the name of its argument ${arg.name}`)
      continue
    }
    if (bareType(path.type) !== bareType(arg.type))
      fail(`its argument ${arg.name} is ${arg.type}, the answer ${path.path} is ${path.type}`)
    if (kind === 'options' && order.indexOf(path.path) >= order.indexOf(entry.path))
      fail(`its argument ${arg.name} is answered only after the question`)
    used.push(arg.name)
    argumentPaths[arg.name] = path.path
  }
  const result = kind === 'facts' ? factsType(field.type, fail) : null
  if (kind === 'options' && !/^\[Option!?\]$/.test(String(field.type)))
    fail(`returns ${field.type}: options are a nullable [Option!]`)
  const variables = field.args.filter((arg) => used.includes(arg.name))
  const head =
    variables.length === 0 ? 'query' : `query (${variables.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')})`
  const call =
    variables.length === 0 ? name : `${name}(${variables.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})`
  const selection =
    kind === 'options' ? OPTION_FIELDS : result ? `{ ${Object.keys(result.getFields()).join(' ')} }` : ''
  return { query: { field: name, operation: `${head} { ${call} ${selection} }`, arguments: argumentPaths }, result }
}

/** The answer that an argument takes: a sibling, else a field of the whole input. */
function answerPath(
  name: string,
  { place }: Entry,
  { root }: FieldWalk,
): { readonly path: string; readonly type: unknown } | null {
  const sibling = place.type.getFields()[name]
  if (sibling && !isInputObjectType(elementOf(sibling.type).element))
    return { path: place.prefix + name, type: sibling.type }
  const top = root.getFields()[name]
  return top && !isInputObjectType(elementOf(top.type).element) ? { path: name, type: top.type } : null
}

const bareType = (type: unknown): string => String(type).replaceAll('!', '')

function factsType(type: GraphQLOutputType, fail: (message: string) => void): GraphQLObjectType | null {
  if (!isObjectType(type)) {
    fail(`returns ${type}: facts are a nullable object`)
    return null
  }
  for (const field of Object.values(type.getFields())) {
    let inner: unknown = field.type
    while (isNonNullType(inner) || isListType(inner)) inner = inner.ofType
    if (!isScalarType(inner) && !isEnumType(inner)) fail(`its field ${field.name} is no scalar`)
    else if (inner.name === 'Float')
      fail(`its field ${field.name} is a Float: in JSON it cannot be told from an Int, use Int`)
    if (field.args.some((arg) => isNonNullType(arg.type))) fail(`its field ${field.name} has a required argument`)
  }
  return type
}
