import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { textOf } from './citizen.ts'
import { allAnswer, clerkActs, DEPARTMENTS, IMPATIENT, misbehaves, reaches, SERVICES, seen } from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { until, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open({ ...IMPATIENT, DEPARTMENT_DELAY_MS: '30000' })
})
afterAll(() => world[Symbol.asyncDispose]())

const DEPARTMENT = DEPARTMENTS.find((name) =>
  readCatalogue().services.some(({ code, days }) => code === SERVICES[name] && days !== null),
)!
const SERVICE = SERVICES[DEPARTMENT]!

beforeEach(async () => {
  await misbehaves(world, DEPARTMENT, null)
  await allAnswer(world)
})

/** Somebody who is about to file; `writes`: in whose chat the window is open. */
async function applicant(writes: boolean) {
  const person = world.citizen()
  if (writes) {
    await person.says('hi')
    await person.hears(/write what you need/)
  }
  const token = await world.token({ citizen: person.mobile })
  const form = await exampleInput(world, SERVICE, token)
  const file = async () => (await files(world, form, token)).data.apply.reference as string
  return { person, token, file }
}

describe('a filing that waits for its department', () => {
  it('is told of once, in the window and behind it, and is filed when the department is back', async () => {
    const both = [await applicant(true), await applicant(false)] as const
    await misbehaves(world, DEPARTMENT, 'unavailable')
    const filed = await Promise.all(both.map(async (one) => ({ ...one, reference: await one.file() })))
    const [asha, ravi] = both
    await world.control('clock', { advance: '31s' })
    expect(textOf(await asha.person.hears(/takes longer than usual to answer/))).toMatch(/Nothing is lost/)
    const { message } = await ravi.person.hears(/Takes longer than usual/)
    expect(message).toMatchObject({ type: 'template', template: { name: 'application_update' } })
    await world.control('clock', { advance: '10m' })
    await misbehaves(world, DEPARTMENT, null)
    for (const { person, token, reference } of filed) {
      await reaches(world, token, reference, 'RECEIVED')
      expect((await seen(world, token, reference)).names).toEqual(['submitted', 'delayed', 'received'])
      await person.hears(/received/i)
      expect((await person.heard()).filter((text) => /longer than usual/i.test(text))).toHaveLength(1)
    }
  }, 60_000)
})

describe('an application whose day passes', () => {
  const LATE = 'query ($r: ID!) { application(reference: $r) { overdue due } }'
  const FIGURES = '{ performance { service { code } applications medianDays shareLate } }'
  const figures = async () => (await world.graphql(FIGURES)).data.performance as any[]
  const overdue = async (reference: string, token: string) =>
    (await world.graphql(LATE, { r: reference }, token)).data.application.overdue

  const listed = async (): Promise<string[]> => {
    const { data } = await world.graphql(
      '{ overdueApplications { edges { node { reference } } } }',
      {},
      await world.token({ client: 'operator' }),
    )
    return data.overdueApplications.edges.map(({ node }: any) => node.reference)
  }

  it('is late once, in the chat and in the log, until it is decided; and stands in the public figures', async () => {
    for (const one of await figures()) expect(one).toMatchObject({ applications: 0, medianDays: null, shareLate: null })
    const { person, file, ...first } = await applicant(true)
    let { token } = first
    const reference = await file()
    await reaches(world, token, reference, 'RECEIVED')
    expect(await overdue(reference, token)).toBe(false)
    await world.control('clock', { advance: '1440h' })
    await person.hears(/should have answered has passed|Late, and still being worked on/)
    token = await world.token({ citizen: person.mobile })
    expect(await overdue(reference, token)).toBe(true)
    expect(await listed()).toContain(reference)
    await until('the lateness to count', async () => {
      const { applications, shareLate } = (await figures()).find((one) => one.service.code === SERVICE)
      return applications === 0 && shareLate === 1
    })
    await world.control('clock', { advance: '48h' })
    token = await world.token({ citizen: person.mobile })
    await clerkActs(world, DEPARTMENT, reference, { status: 'in_review' })
    await reaches(world, token, reference, 'IN_REVIEW')
    expect(await overdue(reference, token)).toBe(true)
    await clerkActs(world, DEPARTMENT, reference, { status: 'approved' })
    const { names } = await reaches(world, token, reference, 'CERTIFIED')
    expect(names).toEqual(['submitted', 'received', 'overdue', 'in-review', 'approved', 'certified'])
    expect(await overdue(reference, token)).toBe(false)
    expect(await listed()).not.toContain(reference)
    const figure = await until('the decision to count', async () => {
      return (await figures()).find((one) => one.service.code === SERVICE && one.applications > 0)
    })
    expect(figure.applications).toBe(1)
    expect(figure.shareLate).toBe(1)
    // sixty-two days, less the weekends and the holidays
    expect(figure.medianDays).toBeGreaterThan(30)
    expect(figure.medianDays).toBeLessThanOrEqual(46)
  }, 90_000)
})
