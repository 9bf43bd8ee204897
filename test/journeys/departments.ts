/** Departments that misbehave, as the tests of filing see them. */
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { type Answer, type Case, until, type World } from './world.ts'

const { departments, services } = readCatalogue()
export const DEPARTMENTS = departments.map(({ code }) => code)

/** Of each department the service with the fewest questions whose options nobody can take away. */
export const SERVICES: Readonly<Record<string, string>> = Object.fromEntries(
  DEPARTMENTS.map((department) => {
    const own = services.filter((service) => service.department === department)
    const scarce = (code: string) => /slot|match/i.test(JSON.stringify(services.find((s) => s.code === code)!.fields))
    const [service] = own.toSorted(
      (a, b) => Number(scarce(a.code)) - Number(scarce(b.code)) || a.questions.length - b.questions.length,
    )
    return [department, service!.code]
  }),
)

/** Durations so short that a department's outage is over soon. */
export const IMPATIENT: Readonly<Record<string, string>> = {
  DEPARTMENT_POLL_MS: '300',
  DEPARTMENT_TIMEOUT_MS: '1000',
  DEPARTMENT_RETRY_MAXIMUM_MS: '1000',
  DEPARTMENT_DELAY_MS: '600000',
  ...Object.fromEntries(DEPARTMENTS.map((name) => [`${name.toUpperCase()}_SETTLES_MS`, '2000'])),
}

export type Mode =
  | 'unavailable'
  | 'slow'
  | 'hang'
  | 'fault'
  | 'garbage'
  | 'half'
  | 'lost-answer'
  | 'duplicate'
  | 'out-of-order'

export const misbehaves = (world: World, department: string, mode: Mode | null, rate = 1, seed = 7): Promise<unknown> =>
  world.control(`${department}/rude`, { mode, rate, seed })

export interface Seen {
  readonly status: string
  readonly departmentReference: string | null
  readonly statuses: readonly string[]
  readonly names: readonly string[]
  readonly action: { kind: string; text: string; question: { path: string } | null } | null
}
export async function seen(world: World, token: string, reference: string): Promise<Seen> {
  const { data, errors } = await world.graphql(
    'query ($reference: ID!) { application(reference: $reference) { status departmentReference history { status name } action { kind text question { path } } } }',
    { reference },
    token,
  )
  if (errors) throw new Error(errors[0]!.message)
  const { history, ...rest } = data.application
  return { ...rest, statuses: history.map((e: any) => e.status), names: history.map((e: any) => e.name) }
}
export const reaches = (world: World, token: string, reference: string, status: string, ms = 40_000): Promise<Seen> =>
  until(
    `${reference} to be ${status}`,
    async () => {
      const now = await seen(world, token, reference)
      return now.status === status && now
    },
    ms,
  )

/** Cases that the department has under our number. */
export const casesWith = async (world: World, department: string, reference: string): Promise<Case[]> =>
  (await world.cases(department)).filter(({ key }) => key === reference)

/** The clerk acts as soon as the case can be acted on. */
export const clerkActs = (
  world: World,
  department: string,
  reference: string,
  act: Parameters<World['clerk']>[2],
): Promise<unknown> =>
  until(`the clerk to act on ${reference}`, async () => {
    const [first] = await casesWith(world, department, reference)
    return (
      first &&
      world.clerk(department, first.reference, act).then(
        () => true,
        () => false,
      )
    )
  })

export const withdraws = (world: World, token: string, reference: string): Promise<Answer> =>
  world.graphql(
    'mutation ($reference: ID!) { apply: withdrawApplication(reference: $reference) { __typename ... on Application { status } ... on InvalidInput { problems { rule } } } }',
    { reference },
    token,
  )
export const answers = (world: World, token: string, reference: string, answer: unknown): Promise<Answer> =>
  world.graphql(
    'mutation ($reference: ID!, $answer: JSON!) { apply: answerAction(reference: $reference, answer: $answer) { __typename ... on Application { status } ... on InvalidInput { problems { path rule } } } }',
    { reference, answer },
    token,
  )

/** Nothing is owed to any department any more, and nothing waits for a person. */
export const nothingOwed = (world: World): Promise<unknown> =>
  until('nothing to be owed', async () => {
    const owed = await Promise.all(DEPARTMENTS.map((name) => world.hub!.store.applications.owed(name)))
    return owed.every((one) => one.owed === 0 && one.parked === 0)
  })

/** Every department answers, and the hub has noticed. */
export const allAnswer = (world: World): Promise<unknown> =>
  until('all to answer', async () => {
    const { subgraphs } = (await (await fetch(`${world.url}/readyz`)).json()) as any
    return DEPARTMENTS.every((name) => subgraphs[name].every((health: any) => health.ok))
  })
