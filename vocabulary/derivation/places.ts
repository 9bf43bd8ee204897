/** An input object at its place in a service's input, and what expressions that stand in it read, said from the whole. */
import { type GraphQLInputObjectType, type GraphQLSchema, getDirectiveValues, isListType, isNonNullType } from 'graphql'
import type { Words } from '../catalogue.ts'
import { readsOf, withInput } from '../cel/reads.ts'
import { parseExpression } from '../expressions.ts'

export interface Place {
  readonly type: GraphQLInputObjectType
  /** `''`, `groom.`, `witnesses[].address.` */
  readonly prefix: string
  /** How `input` of an expression in it is called from the whole: `input.groom`, `item.address`. */
  readonly speaks: string
  readonly block: Words | null
  /** CEL of the blocks around it, from the whole. */
  readonly whens: readonly string[]
  /** Path of the nearest optional nested input without a `when`. */
  readonly within: string | null
  /** Path of the one-of input that it is, or is in. */
  readonly oneOf: string | null
  /** `has(input.guardian)` for each optional around it, outside and inside of its list. */
  readonly guards: readonly string[]
  readonly itemGuards: readonly string[]
  /** Path of the list that it is an item of. */
  readonly list: string | null
}

export interface PlacedReads {
  /** The expression from the whole. */
  readonly source: string
  /** Question paths (or beginnings of them) that it reads. */
  readonly fields: readonly string[]
  readonly factPaths: readonly string[]
}

/** Null for what does not parse: said where types are checked. */
export function expressionReads(source: string, place: Place): PlacedReads | null {
  try {
    const rewritten = withInput(source, parseExpression(source), place.speaks)
    const reads = readsOf(parseExpression(rewritten))
    const items =
      place.list === null ? [] : reads.itemPaths.map((path) => (path === '' ? place.list! : `${place.list}[].${path}`))
    return { source: rewritten, fields: [...reads.paths, ...items], factPaths: reads.factPaths }
  } catch {
    return null
  }
}

/** The `@rule`s on an input type. */
export function ruleDirectives(
  schema: GraphQLSchema,
  type: GraphQLInputObjectType,
): { readonly id: string; readonly check: string }[] {
  const directive = schema.getDirective('rule')!
  return [type.astNode, ...type.extensionASTNodes].flatMap((node) =>
    (node?.directives ?? [])
      .filter(({ name }) => name.value === 'rule')
      .map((use) => getDirectiveValues(directive, { directives: [use] }) as { id: string; check: string }),
  )
}

/** Whether a question's path is the path read, or inside it. */
export const isPartOf = (question: string, path: string): boolean =>
  path === '' || question === path || question.startsWith(`${path}.`) || question.startsWith(`${path}[]`)

/** The type of one value of a field. */
export const elementOf = (
  type: unknown,
): { readonly element: unknown; readonly required: boolean; readonly list: boolean } => {
  const required = isNonNullType(type)
  const inner = required ? type.ofType : type
  if (!isListType(inner)) return { element: inner, required, list: false }
  const item = inner.ofType
  return { element: isNonNullType(item) ? item.ofType : item, required, list: true }
}
