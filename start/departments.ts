import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AdapterModule } from '../adapters/adapter.ts'
import type { Department } from '../subgraphs/subgraph.ts'

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Departments are found by their folders: a schema, a subgraph and an adapter of one name. */
export const departmentNames = (): string[] =>
  readdirSync(root('schema'))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.slice(0, -'.graphql'.length))
    .filter((name) => existsSync(root(`adapters/${name}/index.ts`)) && existsSync(root(`subgraphs/${name}/index.ts`)))
    .sort()

/** Those that DEPARTMENTS names (separated by commas), or all. Throws where it names one that is not there. */
export function chosenDepartments(wanted: string | undefined): string[] {
  const all = departmentNames()
  if (!wanted?.trim()) return all
  const names = wanted.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length) throw new Error(`DEPARTMENTS names ${unknown.join(', ')}; there are ${all.join(', ')}`)
  return all.filter((name) => names.includes(name))
}

export async function loadDepartment(name: string): Promise<{ department: Department; module: AdapterModule }> {
  const [subgraph, adapter] = await Promise.all([
    import(`../subgraphs/${name}/index.ts`),
    import(`../adapters/${name}/index.ts`),
  ])
  return { department: subgraph.department, module: adapter.adapter }
}
