/** What a supergraph says of its subgraphs. */
import { Kind, parse, visit } from 'graphql'

/** Addresses by name, as given at composition; those without one are left out. */
export function subgraphUrls(supergraph: string): Record<string, string> {
  const urls: Record<string, string> = {}
  visit(parse(supergraph, { noLocation: true }), {
    EnumTypeDefinition(type) {
      if (type.name.value !== 'join__Graph') return false
      for (const value of type.values ?? []) {
        const graph = value.directives?.find((directive) => directive.name.value === 'join__graph')
        const argument = (name: string) => {
          const found = graph?.arguments?.find((each) => each.name.value === name)?.value
          return found?.kind === Kind.STRING ? found.value : ''
        }
        if (argument('url')) urls[argument('name')] = argument('url')
      }
      return false
    },
  })
  return urls
}
