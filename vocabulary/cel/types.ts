/** Type checking of the schema's CEL: against the input types and the facts queries, absent optionals included. */
import type { ASTNode, Environment } from '@marcbachmann/cel-js'
import {
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { vocabularyEnvironment } from '../expressions.ts'
import { absenceProblems } from './presence.ts'

/** What the variables of an expression are. */
export interface ExpressionTypes {
  /** The type that the expression stands in: its `input`. */
  readonly input: GraphQLInputObjectType
  /** Result types of the service's facts queries, by query. */
  readonly facts: ReadonlyMap<string, GraphQLObjectType>
  /** `when` of the input type's own fields, by field: one that is known to be true makes its field present. */
  readonly whens: ReadonlyMap<string, string>
}

export const TIMESTAMP = 'google.protobuf.Timestamp'
const CEL_SCALARS: Readonly<Record<string, string>> = {
  Int: 'int',
  Float: 'double',
  Boolean: 'bool',
  Date: TIMESTAMP,
  DateTime: TIMESTAMP,
  JSON: 'dyn',
}

/** CEL's name of a GraphQL type; enums, ids and text scalars are strings. */
export function celType(type: GraphQLType): string {
  if (isNonNullType(type)) return celType(type.ofType)
  if (isListType(type)) return `list<${celType(type.ofType)}>`
  return isInputObjectType(type) || isObjectType(type) ? type.name : (CEL_SCALARS[type.name] ?? 'string')
}

/** What is wrong with an expression that has to be of the CEL type `expected`; nothing where it is right. */
export function expressionProblems(source: string, expected: string, types: ExpressionTypes): string[] {
  const environment = environmentOf(types)
  let ast: ASTNode
  try {
    ast = environment.parse(source).ast
  } catch (error) {
    return [firstLine(error)]
  }
  const checked = environment.check(source)
  if (!checked.valid) return [...absenceProblems(ast, types, true), firstLine(checked.error)].slice(0, 1)
  if (checked.type !== expected && checked.type !== 'dyn') return [`is ${checked.type}, not ${expected}`]
  return absenceProblems(ast, types)
}

const firstLine = (error: unknown): string => String((error as Error).message).split('\n')[0]!

const environments = new WeakMap<ReadonlyMap<string, GraphQLObjectType>, Map<string, Environment>>()

function environmentOf({ input, facts }: ExpressionTypes): Environment {
  let known = environments.get(facts)
  if (!known) {
    known = new Map()
    environments.set(facts, known)
  }
  let environment = known.get(input.name)
  if (!environment) {
    environment = vocabularyEnvironment()
    const registered = new Set<string>()
    register(environment, input, registered)
    for (const type of facts.values()) register(environment, type, registered)
    environment.registerType('hub.Facts', {
      fields: { none: 'bool', ...Object.fromEntries([...facts].map(([name, type]) => [name, type.name])) },
    })
    environment
      .registerVariable('input', input.name)
      .registerVariable('facts', 'hub.Facts')
      .registerVariable('today', TIMESTAMP)
    known.set(input.name, environment)
  }
  return environment
}

function register(
  environment: Environment,
  type: GraphQLInputObjectType | GraphQLObjectType,
  registered: Set<string>,
  around: ReadonlySet<string> = new Set(),
): void {
  if (registered.has(type.name)) return
  registered.add(type.name)
  const inside = new Set(around).add(type.name)
  const fields: Record<string, string> = {}
  for (const field of Object.values(type.getFields())) {
    let inner: GraphQLType = field.type
    while (isNonNullType(inner) || isListType(inner)) inner = inner.ofType
    // an input that holds itself is refused elsewhere
    if (isInputObjectType(inner) && inside.has(inner.name)) continue
    if (isInputObjectType(inner)) register(environment, inner, registered, inside)
    if (!isObjectType(inner)) fields[field.name] = celType(field.type)
  }
  environment.registerType(type.name, { fields })
}
