/** How deep and wide one operation may be. Over a limit it is refused before anything is asked of a subgraph. */
import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
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
  /** Bytes of a GraphQL request. */
  graphqlBytes: 1_000_000,
  /** Bytes of a file. */
  uploadBytes: 17_000_000,
  /** Bytes of a webhook, and of any other route. */
  webhookBytes: 3_000_000,
  /** Operations open at the same time on one WebSocket. */
  operationsPerSocket: 100,
} as const

/** A validation rule, as those of graphql-js. */
export function withinLimits(context: ValidationContext): ASTVisitor {
  const depths = new Map<FragmentDefinitionNode, number>()
  const roots = new Map<FragmentDefinitionNode, number>()
  let aliases = 0

  const refuse = (message: string) => {
    context.reportError(new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } }))
  }
  /** Adds up a selection set, each fragment once; a fragment within itself counts nothing here, another rule refuses it. */
  function measure(
    set: SelectionSetNode,
    known: Map<FragmentDefinitionNode, number>,
    field: (set: SelectionSetNode | undefined, name: string) => number,
    join: (a: number, b: number) => number,
  ): number {
    let total = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        total = join(total, field(selection.selectionSet, selection.name.value))
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
  // what graphql-js answers about the schema itself is limited by its own rule
  const depth = (set: SelectionSetNode): number =>
    measure(set, depths, (inner, name) => (name.startsWith('__') ? 0 : 1 + (inner ? depth(inner) : 0)), Math.max)
  const width = (set: SelectionSetNode): number =>
    measure(
      set,
      roots,
      () => 1,
      (a, b) => a + b,
    )

  return {
    OperationDefinition(operation) {
      if (depth(operation.selectionSet) > LIMITS.depth) {
        refuse(`The operation is nested deeper than ${LIMITS.depth} fields.`)
      }
      if (width(operation.selectionSet) > LIMITS.rootFields) {
        refuse(`The operation has more than ${LIMITS.rootFields} root fields.`)
      }
    },
    Field(field) {
      if (!field.alias) return
      aliases++
      if (aliases === LIMITS.aliases + 1) refuse(`The document has more than ${LIMITS.aliases} aliases.`)
    },
  }
}
