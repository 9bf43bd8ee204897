import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import {
  allAnswer,
  answers,
  casesWith,
  clerkActs,
  DEPARTMENTS,
  IMPATIENT,
  misbehaves,
  nothingOwed,
  reaches,
  SERVICES,
  seen,
  withdraws,
} from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { until, World } from './world.ts'

/** `slow` answers come within the deadline here. */
const PATIENT = { ...IMPATIENT, DEPARTMENT_TIMEOUT_MS: '3000' }

let world: World
beforeAll(async () => {
  world = await World.open(PATIENT)
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(async () => {
  for (const department of DEPARTMENTS) await misbehaves(world, department, null)
  await allAnswer(world)
})

interface Applicant {
  readonly token: string
  readonly file: () => Promise<string>
  readonly input: any
}
async function applicant(service: string): Promise<Applicant> {
  const token = await world.token({ citizen: world.citizen().mobile })
  const form = await exampleInput(world, service, token)
  return {
    token,
    input: form.input,
    async file() {
      const { data, errors } = await files(world, form, token)
      expect([errors, data?.apply.__typename]).toEqual([undefined, 'Application'])
      return data.apply.reference
    },
  }
}

describe.each(DEPARTMENTS)('%s', (department) => {
  const service = SERVICES[department]!

  it('withdrawn while its filing is under way: withdrawn there, too', async () => {
    const { token, file } = await applicant(service)
    await misbehaves(world, department, 'slow')
    const reference = await file()
    await until('the filing to be sent', async () => {
      const [submit] = await world.hub!.store.applications.effectsOf(reference)
      return submit?.state === 'claimed' && submit.uncertainSince !== null
    })
    expect((await withdraws(world, token, reference)).data.apply.__typename).toBe('Application')
    await misbehaves(world, department, null)
    await reaches(world, token, reference, 'WITHDRAWN')
    await nothingOwed(world)
    const cases = await casesWith(world, department, reference)
    expect(cases.map(({ status }) => status)).toEqual(['withdrawn'])
    expect((await seen(world, token, reference)).statuses).toEqual(['SUBMITTED', 'RECEIVED', 'WITHDRAWN'])
  })

  it('withdrawn while the answer to its filing is lost: withdrawn there, too', async () => {
    const { token, file } = await applicant(service)
    await misbehaves(world, department, 'lost-answer')
    const reference = await file()
    await world.caseOf(reference, department)
    await withdraws(world, token, reference)
    await misbehaves(world, department, null)
    await reaches(world, token, reference, 'WITHDRAWN')
    await nothingOwed(world)
    expect((await casesWith(world, department, reference)).map(({ status }) => status)).toEqual(['withdrawn'])
  })

  it('withdrawn before the department could be reached: never filed', async () => {
    const { token, file } = await applicant(service)
    await misbehaves(world, department, 'unavailable')
    const reference = await file()
    await until('a try', async () => (await world.hub!.store.applications.effectsOf(reference))[0]!.attempts > 1)
    await until('the withdrawal', async () => {
      await withdraws(world, token, reference)
      return (await seen(world, token, reference)).status === 'WITHDRAWN'
    })
    await misbehaves(world, department, null)
    await nothingOwed(world)
    expect(await casesWith(world, department, reference)).toEqual([])
  })

  it('withdrawn when the office has approved it already: the certificate comes', async () => {
    const { token, file } = await applicant(service)
    const reference = await file()
    await reaches(world, token, reference, 'RECEIVED')
    await clerkActs(world, department, reference, { status: 'in_review' })
    await reaches(world, token, reference, 'IN_REVIEW')
    await misbehaves(world, department, 'unavailable')
    await clerkActs(world, department, reference, { status: 'approved' })
    await withdraws(world, token, reference)
    await misbehaves(world, department, null)
    await reaches(world, token, reference, 'CERTIFIED')
    await nothingOwed(world)
    expect((await casesWith(world, department, reference)).map(({ status }) => status)).toEqual(['approved'])
    const { names } = await seen(world, token, reference)
    expect(names).not.toContain('withdrawn')
    expect(names.filter((name) => name !== 'withdrawal-refused')).toEqual([
      'submitted',
      'received',
      'in-review',
      'approved',
      'certified',
    ])
  })

  it('answers what the clerk asks, once, though the answer’s answer is lost', async () => {
    const { token, file } = await applicant(service)
    const reference = await file()
    await clerkActs(world, department, reference, {
      status: 'action_required',
      action: { kind: 'ANSWER', text: 'Which of the two, please?' },
    })
    const { action } = await reaches(world, token, reference, 'ACTION_REQUIRED')
    expect(action).toMatchObject({ kind: 'ANSWER', text: expect.stringContaining('Which of the two') })
    for (const nothing of ['', {}, { value: '' }, 'x'.repeat(1001)])
      expect((await answers(world, token, reference, nothing)).data.apply.__typename).toBe('InvalidInput')
    await misbehaves(world, department, 'lost-answer')
    const words = ['The second one', 'No, the first one', 'Neither', 'The second one']
    const told = await Promise.all(words.map((word) => answers(world, token, reference, word)))
    const [taken, ...others] = words.filter((_, i) => told[i]!.data.apply.status === 'IN_REVIEW')
    expect(others).toEqual([])
    await until('the answer to arrive', async () =>
      JSON.stringify(await casesWith(world, department, reference)).includes(taken!),
    )
    await misbehaves(world, department, null)
    await nothingOwed(world)
    const [found] = await casesWith(world, department, reference)
    expect(JSON.stringify(found).split(taken!)).toHaveLength(2)
    for (const word of words) if (word !== taken) expect(JSON.stringify(found)).not.toContain(word)
    await clerkActs(world, department, reference, { status: 'approved' })
    expect((await reaches(world, token, reference, 'CERTIFIED')).statuses).toEqual([
      'SUBMITTED',
      'RECEIVED',
      'ACTION_REQUIRED',
      'IN_REVIEW',
      'APPROVED',
      'CERTIFIED',
    ])
  })

  it('that hangs slows no other department down, and nobody who files', async () => {
    const others = DEPARTMENTS.filter((name) => name !== department)
    const stuck = [await applicant(service), await applicant(service)]
    const free = await Promise.all(others.map((name) => applicant(SERVICES[name]!)))
    await misbehaves(world, department, 'hang')
    const waiting = await Promise.all(stuck.map(({ file }) => file()))
    const filed = await Promise.all(free.map(({ file }) => file()))
    await Promise.all(filed.map((reference, i) => reaches(world, free[i]!.token, reference, 'RECEIVED')))
    for (const [i, reference] of waiting.entries())
      expect((await seen(world, stuck[i]!.token, reference)).status).toBe('SUBMITTED')
    await misbehaves(world, department, null)
    await Promise.all(waiting.map((reference, i) => reaches(world, stuck[i]!.token, reference, 'RECEIVED')))
    for (const reference of waiting) expect(await casesWith(world, department, reference)).toHaveLength(1)
  })
})

describe('two who want the same place', () => {
  const scarce = readCatalogue().services.find(({ questions }) => questions.some(({ path }) => path === 'slot'))!

  it('one gets it, the other is asked for another, and has one case in the end', async () => {
    const both = [await applicant(scarce.code), await applicant(scarce.code)]
    expect(both[0]!.input.slot).toBe(both[1]!.input.slot)
    // neither is told at the question that it is taken
    await misbehaves(world, scarce.department, 'unavailable')
    const filed = await Promise.all(both.map(async ({ token, file }) => ({ token, reference: await file() })))
    await misbehaves(world, scarce.department, null)
    const late = await until('one to be asked again', async () => {
      const all = await Promise.all(filed.map(async (f) => ({ ...f, ...(await seen(world, f.token, f.reference)) })))
      return all.every(({ status }) => status !== 'SUBMITTED') && all.find(({ status }) => status === 'ACTION_REQUIRED')
    })
    const { token, reference } = late
    expect(late).toMatchObject({ departmentReference: null, action: { kind: 'ANSWER', question: { path: 'slot' } } })
    const taken = both[0]!.input.slot
    const { data } = await world.graphql(
      'query ($reference: ID!) { application(reference: $reference) { action { question { options { value } } } } }',
      { reference },
      token,
    )
    const options = data.application.action.question.options.map((option: any) => option.value)
    expect(options).not.toContain(taken)
    const again = await answers(world, token, reference, taken)
    expect(again.data.apply).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: 'slot', rule: 'choice' }] })
    expect((await answers(world, token, reference, options[0])).data.apply.__typename).toBe('Application')
    const { statuses } = await reaches(world, token, reference, 'RECEIVED')
    expect(statuses).toEqual(['SUBMITTED', 'ACTION_REQUIRED', 'SUBMITTED', 'RECEIVED'])
    const cases = await casesWith(world, scarce.department, reference)
    expect(cases.map(({ fields }) => fields.slot)).toEqual([options[0]])
    await clerkActs(world, scarce.department, reference, { status: 'approved' })
    await reaches(world, token, reference, 'CERTIFIED')
    await nothingOwed(world)
  })
})
