/** How deep and wide one operation may be. Over a limit it is refused before anything is asked of a subgraph. */
import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

export const LIMITS = {
  /** Nested fields. */
  depth: 15,
  /** Aliases in a document. */
  aliases: 50,
  /** Root fields of an operation. */
  rootFields: 50,
  /** Words and signs of a document. */
  tokens: 10_000,
  /** Brackets of a document within each other. */
  nesting: 100,
  /** Items that an operation's lists may come to, by their `first`. */
  items: 100_000,
  /** Bytes of a GraphQL request. */
  graphqlBytes: 1_000_000,
  /** Bytes of a file. */
  uploadBytes: 17_000_000,
  /** Bytes of a webhook, and of any other route. */
  webhookBytes: 3 * 1024 * 1024,
  /** Operations open at the same time on one WebSocket. */
  operationsPerSocket: 100,
} as const

/** How deep the brackets of a document stand within each other: known before it is parsed, which is done by recursion. */
export function nestingOf(source: string): number {
  let depth = 0
  let deepest = 0
  for (const [sign] of source.matchAll(/[{[(]|[}\])]|"""[\s\S]*?(?:(?<!\\)"""|$)|"(?:\\.|[^"\\\n])*"?|#.*/g)) {
    if ('{[('.includes(sign)) deepest = Math.max(deepest, ++depth)
    else if ('}])'.includes(sign)) depth--
  }
  return deepest
}

/** Of a list whose `first` is in a variable: as many as it may have. Without one: what it has then. */
const LIST = { longest: 100, usual: 20 }

/** Names of the fields that take `first`. */
function listsOf(schema: GraphQLSchema): ReadonlySet<string> {
  const known = lists.get(schema)
  if (known) return known
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  const fields = types.flatMap((type) => Object.values(type.getFields()))
  const found = new Set(fields.filter(({ args }) => args.some(({ name }) => name === 'first')).map(({ name }) => name))
  lists.set(schema, found)
  return found
}
const lists = new WeakMap<GraphQLSchema, ReadonlySet<string>>()

function lengthOf(list: FieldNode): number {
  const first = list.arguments?.find(({ name }) => name.value === 'first')?.value
  if (first?.kind === Kind.INT) return Math.min(Math.max(Number(first.value), 0), LIST.longest)
  return first?.kind === Kind.VARIABLE ? LIST.longest : LIST.usual
}

/** A validation rule, as those of graphql-js. */
export function withinLimits(context: ValidationContext): ASTVisitor {
  const depths = new Map<FragmentDefinitionNode, number>()
  const roots = new Map<FragmentDefinitionNode, number>()
  const counts = new Map<FragmentDefinitionNode, number>()
  let aliases = 0

  const refuse = (message: string) => {
    context.reportError(new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } }))
  }
  /** Adds up a selection set, each fragment once; a fragment within itself counts nothing here, another rule refuses it. */
  function measure(
    set: SelectionSetNode,
    known: Map<FragmentDefinitionNode, number>,
    field: (node: FieldNode) => number,
    join: (a: number, b: number) => number,
  ): number {
    let total = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        total = join(total, field(selection))
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        total = join(total, measure(selection.selectionSet, known, field, join))
      } else {
        const fragment = context.getFragment(selection.name.value)
        if (!fragment) continue
        let size = known.get(fragment)
        if (size === undefined) {
          known.set(fragment, 0)
          size = measure(fragment.selectionSet, known, field, join)
          known.set(fragment, size)
        }
        total = join(total, size)
      }
    }
    return total
  }
  const sum = (a: number, b: number) => a + b
  // what graphql-js answers about the schema itself is limited by its own rule
  const depth = (set: SelectionSetNode): number =>
    measure(
      set,
      depths,
      ({ name, selectionSet }) => (name.value.startsWith('__') ? 0 : 1 + (selectionSet ? depth(selectionSet) : 0)),
      Math.max,
    )
  const width = (set: SelectionSetNode): number => measure(set, roots, () => 1, sum)
  const list = listsOf(context.getSchema())
  const items = (set: SelectionSetNode): number =>
    measure(
      set,
      counts,
      (field) => {
        const inner = field.selectionSet ? items(field.selectionSet) : 0
        return list.has(field.name.value) ? lengthOf(field) * (1 + inner) : inner
      },
      sum,
    )

  return {
    OperationDefinition(operation) {
      if (depth(operation.selectionSet) > LIMITS.depth) {
        refuse(`The operation is nested deeper than ${LIMITS.depth} fields.`)
      }
      if (width(operation.selectionSet) > LIMITS.rootFields) {
        refuse(`The operation has more than ${LIMITS.rootFields} root fields.`)
      }
      if (items(operation.selectionSet) > LIMITS.items) {
        refuse(`The operation's lists may come to more than ${LIMITS.items} items: ask for fewer with \`first\`.`)
      }
    },
    Field(field) {
      if (!field.alias) return
      aliases++
      if (aliases === LIMITS.aliases + 1) refuse(`The document has more than ${LIMITS.aliases} aliases.`)
    },
  }
}
