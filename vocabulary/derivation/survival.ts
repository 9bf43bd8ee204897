/** What composition drops without a word: input fields that one subgraph lacks, directives of the vocabulary. */
import { type ConstDirectiveNode, type DocumentNode, type InputObjectTypeDefinitionNode, Kind, print } from 'graphql'
import type { SchemaProblem } from './problems.ts'

const OURS = new Set(['service', 'ask', 'rule'])

export function survivalProblems(
  documents: ReadonlyMap<string, DocumentNode>,
  supergraph: DocumentNode,
): SchemaProblem[] {
  const composed = facts(supergraph)
  const problems: SchemaProblem[] = []
  for (const [name, document] of documents)
    for (const [coordinate, directives] of facts(document)) {
      const survived = composed.get(coordinate)
      const fail = (message: string) => problems.push({ file: `schema/${name}.graphql`, coordinate, message })
      if (survived === undefined) fail('does not survive composition: another subgraph has the same type without it')
      else if (new Set(survived).symmetricDifference(new Set(directives)).size > 0)
        fail('has other directives in the supergraph: another subgraph declares it otherwise')
    }
  return problems
}

/** Every input type, input field and mutation with the vocabulary's directives on it, as printed. */
function facts(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined) =>
    found.set(coordinate, [
      ...(found.get(coordinate) ?? []),
      ...(directives ?? []).filter(({ name }) => OURS.has(name.value)).map(print),
    ])
  for (const definition of document.definitions) {
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || definition.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION) {
      const { name, directives, fields } = definition as InputObjectTypeDefinitionNode
      if (name.value.startsWith('join__')) continue
      note(name.value, directives)
      for (const field of fields ?? []) note(`${name.value}.${field.name.value}`, field.directives)
    }
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION)
      if (definition.name.value === 'Mutation')
        for (const field of definition.fields ?? []) note(`Mutation.${field.name.value}`, field.directives)
  }
  return found
}
