/** One citizen with many finished applications over all departments, and what it costs to list them. */
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { clerkActs, DEPARTMENTS } from './departments.ts'
import { exampleInput, type Form, files } from './filing.ts'
import { until, type World } from './world.ts'

/** Of each department the shortest service with a name that nothing else depends on: another name is another application. */
const LISTED = DEPARTMENTS.map((department) => {
  const found = readCatalogue()
    .services.filter((service) => service.department === department)
    .flatMap(({ code, questions }) => {
      const read = questions.flatMap(({ optionsQuery, factsQuery }) =>
        [optionsQuery, factsQuery].flatMap((query) => Object.values(query?.arguments ?? {})),
      )
      const name = questions.find(
        ({ scalar, path, when }) =>
          scalar === 'PersonName' && when === null && !path.includes('[]') && !read.includes(path),
      )
      // what a register must know cannot always be applied for twice
      const isAsked = questions.some(({ factsQuery }) => factsQuery)
      return name ? [{ department, code, path: name.path, isAsked, length: questions.length }] : []
    })
    .toSorted((a, b) => Number(a.isAsked) - Number(b.isAsked) || a.length - b.length)
  return found[0]!
})

const LIST = `query ($first: Int!) { me { applications(first: $first) { edges { node {
  reference status birthCertificate { registrationNumber } marriage { registrationNumber } drivingLicence { number } } } } } }`

const AT_ONCE = 10

/** 0 is A, 26 is BA. */
const letters = (n: number): string => (n < 26 ? '' : letters(Math.floor(n / 26))) + String.fromCharCode(65 + (n % 26))

function renamed(input: any, path: string, n: number): any {
  const copy = structuredClone(input)
  const names = path.split('.')
  const last = names.pop()!
  const holder = names.reduce((at, name) => at[name], copy)
  holder[last] = `Asha ${letters(n)}`
  return copy
}

/** A citizen's token, once `count` applications of theirs have led to something. */
export async function finished(world: World, count: number): Promise<string> {
  const token = await world.token({ citizen: world.citizen().mobile })
  const forms: Form[] = []
  for (const { code } of LISTED) forms.push(await exampleInput(world, code, token))
  const numbers = Array.from({ length: count }, (_, n) => n).values()
  const clerk = async () => {
    for (const n of numbers) {
      const { department, path } = LISTED[n % LISTED.length]!
      const { input, mutation } = forms[n % LISTED.length]!
      const { data, errors } = await files(world, { mutation, input: renamed(input, path, n) }, token)
      if (data?.apply.__typename !== 'Application') throw new Error(JSON.stringify(errors ?? data))
      await clerkActs(world, department, data.apply.reference, { status: 'in_review' })
      await clerkActs(world, department, data.apply.reference, { status: 'approved' })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, clerk))
  await until(
    'all to be certified',
    async () => {
      const { data } = await world.graphql(LIST, { first: count }, token)
      return data.me.applications.edges.every(({ node }: any) => node.status === 'CERTIFIED')
    },
    120_000,
  )
  return token
}

/** The hub begins anew and asks no department of its own accord after its first look. */
export async function quiet(world: World): Promise<void> {
  await world.hub!.close()
  world.hub = null
  await world.startHub({ DEPARTMENT_POLL_MS: '3600000' })
}

export interface Cost {
  readonly listed: number
  /** Applications with a record of their department. */
  readonly records: number
  /** Calls of each department's own interface. */
  readonly calls: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly ms: number
}
async function callsOfAll(world: World): Promise<Record<string, Record<string, number>>> {
  return Object.fromEntries(
    await Promise.all(DEPARTMENTS.map(async (name) => [name, await world.control(`${name}/calls`)] as const)),
  )
}
export async function costOf(world: World, token: string, first: number): Promise<Cost> {
  const before = await callsOfAll(world)
  const began = performance.now()
  const { data, errors } = await world.graphql(LIST, { first }, token)
  const ms = performance.now() - began
  if (errors) throw new Error(errors[0]!.message)
  const after = await callsOfAll(world)
  const nodes = data.me.applications.edges.map(({ node }: any) => node)
  const calls = DEPARTMENTS.map((name) => {
    const more = Object.entries(after[name]!)
      .map(([operation, count]) => [operation, count - (before[name]![operation] ?? 0)] as const)
      .filter(([, count]) => count > 0)
    return [name, Object.fromEntries(more)] as const
  })
  return {
    listed: nodes.length,
    records: nodes.filter((node: any) => node.birthCertificate ?? node.marriage ?? node.drivingLicence).length,
    calls: Object.fromEntries(calls),
    ms,
  }
}
