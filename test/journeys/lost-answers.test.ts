import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import {
  allAnswer,
  casesWith,
  DEPARTMENTS,
  IMPATIENT,
  type Mode,
  misbehaves,
  nothingOwed,
  reaches,
  SERVICES,
  seen,
} from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { until, World } from './world.ts'

let world: World
beforeAll(async () => {
  // it is not looked for before the department is made to misbehave in the next way
  const settles = Object.fromEntries(DEPARTMENTS.map((name) => [`${name.toUpperCase()}_SETTLES_MS`, '6000']))
  world = await World.open({ ...IMPATIENT, ...settles })
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(async () => {
  for (const department of DEPARTMENTS) await misbehaves(world, department, null)
  await allAnswer(world)
})

/** Null once it is settled: a department that calls back tells of its case by itself. */
const attempts = async (reference: string): Promise<number | null> =>
  (await world.hub!.store.applications.effectsOf(reference))[0]?.attempts ?? null
const triedAgain = async (reference: string, before: number | null) => {
  const now = await attempts(reference)
  return before === null || now === null || now > before + 1
}

describe.each(DEPARTMENTS)('%s: a filing whose answer is lost', (department) => {
  async function filesWhile(mode: Mode) {
    const token = await world.token({ citizen: world.citizen().mobile })
    const form = await exampleInput(world, SERVICES[department]!, token)
    await misbehaves(world, department, mode)
    const reference: string = (await files(world, form, token)).data.apply.reference
    await until('a try', async () => (await attempts(reference)) !== 0)
    return { token, reference }
  }

  it('has one case, though the search for it is down, and then answers garbage', async () => {
    const { token, reference } = await filesWhile('lost-answer')
    await world.caseOf(reference, department)
    for (const mode of ['unavailable', 'garbage', 'half'] as const) {
      await misbehaves(world, department, mode)
      const before = await attempts(reference)
      await until('more tries', () => triedAgain(reference, before))
      const { status } = await seen(world, token, reference)
      expect(['SUBMITTED', 'RECEIVED']).toContain(status)
      expect(await casesWith(world, department, reference)).toHaveLength(1)
    }
    await misbehaves(world, department, null)
    const [found] = await casesWith(world, department, reference)
    const { departmentReference, statuses } = await reaches(world, token, reference, 'RECEIVED')
    expect([departmentReference, statuses]).toEqual([found!.reference, ['SUBMITTED', 'RECEIVED']])
    await nothingOwed(world)
    expect(await casesWith(world, department, reference)).toHaveLength(1)
  }, 120_000)

  it('has one case, though its tries hang one after the other', async () => {
    const { token, reference } = await filesWhile('hang')
    const before = await attempts(reference)
    await until('another try', () => triedAgain(reference, before))
    await misbehaves(world, department, 'lost-answer')
    await until('a case', async () => (await casesWith(world, department, reference)).length > 0)
    await misbehaves(world, department, null)
    await reaches(world, token, reference, 'RECEIVED')
    await nothingOwed(world)
    expect(await casesWith(world, department, reference)).toHaveLength(1)
  }, 120_000)
})
