/** Composes the supergraph and derives the catalogue from the schema files, and checks what composition alone would let pass. */
import { readFileSync, writeFileSync } from 'node:fs'
import { composeServices } from '@theguild/federation-composition'
import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql'
import type { Catalogue } from './catalogue.ts'
import { indianDay } from './dates.ts'
import { ComposeError, type SchemaProblem } from './derivation/problems.ts'
import { survivalProblems } from './derivation/survival.ts'
import { type Derivation, derive } from './derive.ts'
import { ownTypeDefs, ROOT, sharedTypeDefs, subgraphNames, subgraphTypeDefs, subgraphUrl } from './type-defs.ts'
import { localeFiles, sharedWords, wordBook } from './words.ts'

export { subgraphTypeDefs } from './type-defs.ts'

export interface Composed {
  /** SDL of the supergraph. */
  readonly supergraph: string
  readonly catalogue: Catalogue
}

const FILES = { supergraph: 'schema/supergraph.graphql', catalogue: 'schema/catalogue.json' } as const

/**
 * Composes the schema files under `root` and writes supergraph and catalogue.
 * With `check` it writes nothing and names the files that are not fresh. Throws a ComposeError with every problem.
 */
export function composeAll({ check = false, root = ROOT }: { check?: boolean; root?: URL } = {}): {
  readonly stale: readonly string[]
} {
  const { supergraph, catalogue } = compose(root)
  const texts = { supergraph, catalogue: `${JSON.stringify(catalogue, null, 2)}\n` }
  const stale: string[] = []
  for (const [key, file] of Object.entries(FILES) as [keyof typeof FILES, string][]) {
    const url = new URL(file, root)
    if (contentOf(url) === texts[key]) continue
    stale.push(file)
    if (!check) writeFileSync(url, texts[key])
  }
  return { stale }
}

function contentOf(url: URL): string | null {
  try {
    return readFileSync(url, 'utf8')
  } catch {
    return null
  }
}

/** Throws a ComposeError with every problem of every file. */
export function compose(root: URL = ROOT): Composed {
  const problems: SchemaProblem[] = []
  const shared = sharedTypeDefs(root)
  const sharedNames = new Set(shared.definitions.flatMap(nameOf))
  const documents = new Map<string, DocumentNode>()
  const derivations: Derivation[] = []
  for (const name of subgraphNames(root)) {
    const file = `schema/${name}.graphql`
    try {
      const redeclared = ownTypeDefs(name, root)
        .definitions.flatMap(nameOf)
        .filter((type) => sharedNames.has(type))
      for (const type of redeclared)
        problems.push({ file, coordinate: type, message: 'is a name of schema/shared.graphql' })
      if (redeclared.length > 0) continue
      const document = subgraphTypeDefs(name, root)
      const own = wordBook(localeFiles(new URL(`subgraphs/${name}/locales/`, root)), `subgraphs/${name}/locales`)
      const derivation = derive({ name, document, own, shared: sharedWords(), today: indianDay(new Date()) })
      documents.set(name, document)
      derivations.push(derivation)
      problems.push(...derivation.problems)
    } catch (error) {
      problems.push({ file, coordinate: '', message: String((error as Error).message) })
    }
  }
  const supergraph = composed(documents, problems)
  const catalogue = catalogueOf(derivations, problems)
  if (problems.length > 0 || supergraph === null) throw new ComposeError(problems)
  return { supergraph, catalogue }
}

const nameOf = (definition: DefinitionNode): string[] =>
  definition.kind === Kind.DIRECTIVE_DEFINITION
    ? [`@${definition.name.value}`]
    : 'name' in definition && definition.name
      ? [definition.name.value]
      : []

function composed(documents: ReadonlyMap<string, DocumentNode>, problems: SchemaProblem[]): string | null {
  const result = composeServices([...documents].map(([name, typeDefs]) => ({ name, typeDefs, url: subgraphUrl(name) })))
  for (const error of result.errors ?? []) {
    const name = /^\[([\w-]+)\]/.exec(error.message)?.[1]
    problems.push({
      file: name && documents.has(name) ? `schema/${name}.graphql` : 'schema',
      coordinate: '',
      message: error.message,
    })
  }
  if (result.supergraphSdl === undefined) return null
  problems.push(...survivalProblems(documents, parse(result.supergraphSdl)))
  return `${result.supergraphSdl.trim()}\n`
}

function catalogueOf(derivations: readonly Derivation[], problems: SchemaProblem[]): Catalogue {
  const services = derivations.flatMap((derivation) => derivation.services)
  for (const { code, department, mutation } of services)
    if (services.some((other) => other.code === code && other.mutation !== mutation))
      problems.push({
        file: `schema/${department}.graphql`,
        coordinate: `Mutation.${mutation}`,
        message: `the code ${code} names another service too`,
      })
  return { departments: derivations.flatMap(({ department }) => department ?? []), services }
}
