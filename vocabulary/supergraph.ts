/** The supergraph that a hub serves: the committed one, or one of fewer subgraphs. */
import { readFileSync } from 'node:fs'
import { composeServices } from '@theguild/federation-composition'
import { ROOT, subgraphNames, subgraphTypeDefs, subgraphUrl } from './type-defs.ts'

/** SDL of the supergraph of these subgraphs. All of them: as it was composed and committed. */
export function supergraphOf(names: readonly string[]): string {
  if (subgraphNames().every((name) => names.includes(name)))
    return readFileSync(new URL('schema/supergraph.graphql', ROOT), 'utf8')
  const services = names.map((name) => ({
    name,
    typeDefs: subgraphTypeDefs(name),
    url: subgraphUrl(name),
  }))
  const { supergraphSdl, errors } = composeServices(services)
  if (!supergraphSdl)
    throw new Error(`these subgraphs do not compose: ${errors?.map((error) => error.message).join('; ')}`)
  return supergraphSdl
}
