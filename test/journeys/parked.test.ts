import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import {
  allAnswer,
  casesWith,
  clerkActs,
  DEPARTMENTS,
  IMPATIENT,
  misbehaves,
  nothingOwed,
  reaches,
  SERVICES,
  seen,
} from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { until, World } from './world.ts'

let world: World
let operator: string
beforeAll(async () => {
  world = await World.open({ ...IMPATIENT, DEPARTMENT_TIMEOUT_MS: '3000' })
  operator = await world.token({ client: 'operator' })
}, 60_000)
afterAll(() => world[Symbol.asyncDispose]())
afterEach(async () => {
  for (const department of DEPARTMENTS) await misbehaves(world, department, null)
  await allAnswer(world)
})

const PARKED = `{ parkedEffects(first: 50) { pageInfo { hasNextPage } edges { cursor node {
  id kind attempts note due department { code } application { reference status } } } } }`
const RAW = '{ parkedEffects { edges { node { id raw } } } }'
const act = (token: string | undefined, call: string) =>
  world.graphql(`mutation { act: ${call} { reference status } }`, {}, token)
const quoted = JSON.stringify
const parked = async (reference: string) => {
  const { data } = await world.graphql(PARKED, {}, operator)
  const edges: any[] = data.parkedEffects.edges
  return edges.map(({ node }) => node).find(({ application }) => application.reference === reference)
}
/** Events that are in no application's history. */
const records = async () =>
  (await world.hub!.store.log.rows(0, 10_000))
    .map((row) => JSON.parse(row.document))
    .filter(({ reference, actor }) => reference === '' && actor.startsWith('operator'))

/** Somebody whose filing gets garbage for an answer, until it is parked; of the first department that may answer so. */
async function parkedFiling() {
  for (const department of DEPARTMENTS) {
    const person = world.citizen()
    await person.says('hi')
    await person.hears(/write what you need/)
    const token = await world.token({ citizen: person.mobile })
    const form = await exampleInput(world, SERVICES[department]!, token)
    await misbehaves(world, department, 'garbage')
    const { data } = await files(world, form, token)
    const reference: string = data.apply.reference
    const effect = await until('it to be parked', () => parked(reference), 12_000).catch(() => null)
    if (effect) return { department, person, token, reference, effect }
    await misbehaves(world, department, null)
  }
  throw new Error('no department answers so that a filing is parked')
}

/** Acts as soon as the effect is not being tried. */
const acts = (call: string) =>
  until(call, async () => {
    const { data, errors } = await act(operator, call)
    if (errors && errors[0]!.extensions?.code !== 'CONFLICT') throw new Error(JSON.stringify(errors))
    return data?.act
  })

describe('a filing whose answer is not understood', () => {
  it('is seen by operators alone, with the answer as it came, and each look is recorded', async () => {
    const { token, reference, effect, department } = await parkedFiling()
    expect(effect).toMatchObject({
      kind: 'SUBMIT',
      note: 'DEPARTMENT_PROTOCOL',
      department: { code: department },
      application: { status: 'SUBMITTED' },
    })
    const before = (await records()).length
    const raw = await until('the raw answer', async () => {
      const { data } = await world.graphql(RAW, {}, operator)
      return data.parkedEffects.edges.find(({ node }: any) => node.id === effect.id)?.node.raw
    })
    expect(raw.length).toBeGreaterThan(0)
    const looked = await until('the record', async () => (await records()).slice(before).at(0))
    expect(looked).toMatchObject({ name: 'looked-at', actor: 'operator operator', department })
    const stored = await world.hub!.store.applications.effect(effect.id)
    expect(stored!.raw).not.toContain(raw.slice(0, 20))
    const portal = await world.token({ client: 'portal' })
    for (const other of [token, portal, undefined]) {
      const { errors } = await world.graphql(PARKED, {}, other)
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(errors![0]!.extensions!.code)
      for (const call of [
        `retryEffect(id: ${quoted(effect.id)})`,
        `closeEffect(id: ${quoted(effect.id)}, reason: "no")`,
        `correctEffect(id: ${quoted(effect.id)}, departmentReference: "1")`,
      ])
        expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain((await act(other, call)).errors![0]!.extensions!.code)
    }
    expect((await seen(world, token, reference)).names).toEqual(['submitted'])
    await misbehaves(world, department, null)
    await acts(`retryEffect(id: ${quoted(effect.id)})`).catch(() => undefined)
    await reaches(world, token, reference, 'RECEIVED')
    expect(await casesWith(world, department, reference)).toHaveLength(1)
    await nothingOwed(world)
    expect((await act(operator, `retryEffect(id: ${quoted(effect.id)})`)).errors![0]!.extensions!.code).toBe(
      'NOT_FOUND',
    )
  }, 90_000)

  it('is closed with a reason that its citizen hears', async () => {
    const { person, token, reference, effect } = await parkedFiling()
    const id = quoted(effect.id)
    for (const reason of ['', ' ', 'x'.repeat(501)])
      expect(
        (await act(operator, `closeEffect(id: ${id}, reason: ${quoted(reason)})`)).errors![0]!.extensions!.code,
      ).toMatch(/BAD_USER_INPUT|CONFLICT/)
    expect(await acts(`closeEffect(id: ${id}, reason: "The office has no such register.")`)).toEqual({
      reference,
      status: 'REJECTED',
    })
    await person.hears(/The office has no such register/)
    expect((await seen(world, token, reference)).names).toEqual(['submitted', 'rejected'])
    const last = await until('the record', async () =>
      (await records()).findLast(({ name }) => name === 'effect-closed'),
    )
    expect(last.actor).toBe('operator operator')
  }, 90_000)

  it('is received under the case that an operator names, and is tried no more', async () => {
    const { token, reference, effect } = await parkedFiling()
    const id = quoted(effect.id)
    expect(await acts(`correctEffect(id: ${id}, departmentReference: "PAPER-7")`)).toEqual({
      reference,
      status: 'RECEIVED',
    })
    const { departmentReference, names } = await seen(world, token, reference)
    expect([departmentReference, names]).toEqual(['PAPER-7', ['submitted', 'received']])
    expect(await world.hub!.store.applications.effectsOf(reference)).toEqual([])
  }, 90_000)

  it('has the cases that its department says, for an operator who asks', async () => {
    const { token, reference, department } = await parkedFiling()
    await misbehaves(world, department, null)
    await reaches(world, token, reference, 'RECEIVED')
    expect(await casesWith(world, department, reference)).toHaveLength(1)
    const asked = (as: string) =>
      fetch(`${world.url}/cases/${department}/${reference}`, { headers: { authorization: `Bearer ${as}` } })
    const { departmentReference } = await seen(world, token, reference)
    expect(await (await asked(operator)).json()).toEqual({ cases: [departmentReference] })
    expect((await asked(token)).status).toBe(403)
  }, 90_000)
})

describe.each(DEPARTMENTS)('a report of %s that cannot be applied', (department) => {
  it('waits for an operator, while others hear theirs, and is applied when it can be', async () => {
    const filed = await Promise.all(
      ['one', 'two'].map(async () => {
        const person = world.citizen()
        await person.says('hi')
        await person.hears(/write what you need/)
        const token = await world.token({ citizen: person.mobile })
        const { data } = await files(world, await exampleInput(world, SERVICES[department]!, token), token)
        const reference: string = data.apply.reference
        await reaches(world, token, reference, 'RECEIVED')
        return { token, reference }
      }),
    )
    const [faulty, sound] = filed as [(typeof filed)[0], (typeof filed)[0]]
    const { applications } = world.hub!.store
    const { commit } = applications
    applications.commit = async (step) => {
      const { reference, status } = step.application
      if (reference === faulty.reference && status === 'IN_REVIEW') throw new Error('this document is too large')
      return commit(step)
    }
    try {
      for (const { reference } of filed) await clerkActs(world, department, reference, { status: 'in_review' })
      await reaches(world, sound.token, sound.reference, 'IN_REVIEW')
      const effect = await until('it to be parked', () => parked(faulty.reference))
      expect(effect).toMatchObject({ kind: 'REPORT', note: 'INTERNAL', application: { status: 'RECEIVED' } })
    } finally {
      applications.commit = commit
    }
    await reaches(world, faulty.token, faulty.reference, 'IN_REVIEW')
    expect((await seen(world, faulty.token, faulty.reference)).names).toEqual(['submitted', 'received', 'in-review'])
    await nothingOwed(world)
  }, 90_000)
})
