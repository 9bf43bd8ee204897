import { DEPARTMENTS, misbehaves, SERVICES } from '../../test/journeys/departments.ts'
import { exampleInput, type Form, files } from '../../test/journeys/filing.ts'
import { World } from '../../test/journeys/world.ts'

/** Filings a round at each department, one after the other at a steady rate. */
const FILINGS = 60
/** ms between two filings. */
const PACE = 50
const LOOK_MS = 5
const PATIENCE_MS = 60_000

/** What is filed at one department. */
interface Desk {
  readonly department: string
  readonly form: Form
}
/** ms. */
interface Timed {
  /** Until the citizen had our number. */
  readonly answered: number
  /** Until the department had the case. */
  readonly received: number
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const percentile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!

/** A counter files for somebody new. */
async function filed(world: World, { form }: Desk, token: string, waits: boolean): Promise<Timed> {
  const onBehalfOf = { mobileNumber: world.citizen().mobile }
  const began = performance.now()
  const { data, errors } = await files(world, form, token, { onBehalfOf })
  const reference: string | undefined = data?.apply.reference
  if (!reference) throw new Error(`not filed: ${JSON.stringify(errors ?? data)}`)
  const answered = performance.now() - began
  while (waits && performance.now() - began < PATIENCE_MS) {
    const [application] = await world.hub!.store.applications.read([reference])
    if (application!.status !== 'SUBMITTED') return { answered, received: performance.now() - began }
    await pause(LOOK_MS)
  }
  return { answered, received: Number.POSITIVE_INFINITY }
}

/** All file at a steady rate, while one department `hangs` or answers; how long the others' filings took. */
async function round(world: World, down: string, hangs: boolean): Promise<Timed[]> {
  const token = await world.token({ client: 'portal' })
  const desks: Desk[] = []
  for (const department of DEPARTMENTS)
    desks.push({ department, form: await exampleInput(world, SERVICES[department]!, token) })
  await misbehaves(world, down, hangs ? 'hang' : null)
  const others: Promise<Timed>[] = []
  for (let i = 0; i < FILINGS; i++)
    for (const desk of desks) {
      const timed = filed(world, desk, token, desk.department !== down)
      if (desk.department !== down) others.push(timed)
      // it waits for its own department, and counts for nothing here
      else timed.catch(() => undefined)
      await pause(PACE / DEPARTMENTS.length)
    }
  return Promise.all(others)
}

/** How long the others' filings take while one department hangs, against the same while it answers. `rounds` in each state, taken in turns. */
export async function oneDepartmentDown({ rounds }: { readonly rounds: number }): Promise<string> {
  const rows: string[] = []
  for (const down of DEPARTMENTS) {
    const times = { healthy: [] as Timed[], hanging: [] as Timed[] }
    for (let i = 0; i < rounds * 2; i++) {
      const state = i % 2 === 0 ? 'healthy' : 'hanging'
      // a hub of its own each: nothing of one round is left in the next
      await using world = await World.open({ DEPARTMENT_DELAY_MS: '600000' })
      times[state].push(...(await round(world, down, state === 'hanging')))
    }
    console.error(`${down}: ${times.healthy.length} healthy, ${times.hanging.length} hanging`)
    for (const [what, title] of [
      ['answered', 'our number is given'],
      ['received', 'the department has it'],
    ] as const) {
      const p99 = (state: 'healthy' | 'hanging') =>
        percentile(
          times[state].map((one) => one[what]),
          0.99,
        )
      const p50 = (state: 'healthy' | 'hanging') =>
        percentile(
          times[state].map((one) => one[what]),
          0.5,
        )
      rows.push(
        `| ${down} | ${title} | ${p50('healthy').toFixed(0)} / ${p99('healthy').toFixed(0)} | ${p50('hanging').toFixed(0)} / ${p99('hanging').toFixed(0)} | ${(p99('hanging') / p99('healthy')).toFixed(2)} |`,
      )
    }
  }
  return `${FILINGS} filings at each department a round, one each ${PACE} ms, ${rounds} rounds in each state, in turns; hub and sandbox in one process.

| hangs | others, until … | healthy, p50 / p99 ms | hanging, p50 / p99 ms | p99, × healthy |
|---|---|---|---|---|
${rows.join('\n')}`
}
