/** The text of a subgraph's schema, the same for composition and for the subgraph that runs. */
import { readdirSync, readFileSync } from 'node:fs'
import { type DocumentNode, Kind, parse, Source } from 'graphql'

/** Where the schema and the locale files stand: the folder that holds `schema/` and `subgraphs/`. */
export const ROOT = new URL('../', import.meta.url)

/** Links every subgraph to Federation and to this vocabulary, whose directives survive composition. */
const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@tag", "@composeDirective"])
  @link(url: "https://dwar.dev/vocabulary/v1.0", import: ["@service", "@ask", "@rule"])
  @composeDirective(name: "@service") @composeDirective(name: "@ask") @composeDirective(name: "@rule")`
/** What `ApplyResult` leads to, in a subgraph that adds nothing to it. */
const APPLICATION = 'type Application @key(fields: "reference", resolvable: false) { reference: ID! }'

const SHARED = 'shared'
const COMPOSED = 'supergraph'

const sourceOf = (name: string, root: URL): Source =>
  new Source(readFileSync(new URL(`schema/${name}.graphql`, root), 'utf8'), `schema/${name}.graphql`)

/** Names of the subgraphs that have a schema file, sorted. */
export function subgraphNames(root: URL = ROOT): string[] {
  return readdirSync(new URL('schema/', root))
    .flatMap((file) => /^([a-z][a-z0-9-]*)\.graphql$/.exec(file)?.[1] ?? [])
    .filter((name) => name !== SHARED && name !== COMPOSED)
    .sort()
}

/** Definitions of `schema/shared.graphql`. */
export const sharedTypeDefs = (root: URL = ROOT): DocumentNode => parse(sourceOf(SHARED, root))
/** Definitions of a subgraph's own file alone. */
export const ownTypeDefs = (name: string, root: URL = ROOT): DocumentNode => parse(sourceOf(name, root))

/** A subgraph's whole schema: its own file, the shared one, and the links. Throws a GraphQLError that names file and line. */
export function subgraphTypeDefs(name: string, root: URL = ROOT): DocumentNode {
  const own = ownTypeDefs(name, root)
  const hasApplication = own.definitions.some(
    (definition) => 'name' in definition && definition.name?.value === 'Application',
  )
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      ...parse(LINK).definitions,
      ...sharedTypeDefs(root).definitions,
      ...(hasApplication ? [] : parse(APPLICATION).definitions),
      ...own.definitions,
    ],
  }
}

/** The gateway knows where its subgraphs really are; the address in the supergraph only names them. */
export const subgraphUrl = (name: string): string => `http://${name}.subgraph.internal/graphql`
