import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { exampleInput, files } from '../../journeys/filing.ts'
import { until, World } from '../../journeys/world.ts'

let world: World
beforeAll(async () => {
  world = await World.open({ DEPARTMENTS: 'municipal' })
})
afterAll(() => world[Symbol.asyncDispose]())

const CERTIFICATE = 'municipal.birth-certificate'
const tokenOf = (mobile = world.citizen().mobile) => world.token({ citizen: mobile })
const calls = (operation: string): Promise<number> =>
  world.control('municipal/calls').then((counts: any) => counts[operation] ?? 0)
const MATCHES = `query ($number: String, $date: Date!, $sex: BirthSex, $mother: PersonName, $place: String, $language: Language) {
  birthMatches(registrationNumber: $number, dateOfBirth: $date, sex: $sex, motherName: $mother, place: $place, language: $language) { value label description } }`

async function matches(variables: object, token: string) {
  return world.graphql(MATCHES, variables, token)
}

describe('birthMatches', () => {
  it('shows what was typed, and masked letters of the rest', async () => {
    const token = await tokenOf()
    const { data } = await matches({ number: '1990-cl-000017', date: '5/1/1990' }, token)
    expect(data.birthMatches).toEqual([
      {
        value: 'b1990cl000017',
        label: 'A••••a',
        description: 'born 05/01/1990 · mother S••••i D••••i · father M••••n L••••',
      },
    ])
    const typed = { date: '5/1/1990', sex: 'FEMALE', mother: 'सावित्री देवी', place: 'Hindu Rao', language: 'HI' }
    expect((await matches(typed, token)).data.birthMatches[0].description).toBe(
      'जन्म 05/01/1990 · माँ सावित्री देवी · पिता M••••n L••••',
    )
  })

  it('offers twins apart, an entry without a name as such, and a sealed one as none', async () => {
    const token = await tokenOf()
    const twins = { date: '15/8/2019', sex: 'MALE', mother: 'Kavita', place: 'Kasturba Hospital' }
    const labels = (await matches(twins, token)).data.birthMatches.map((option: any) => option.label)
    expect(labels).toEqual(['R••••i K••••r', 'R••••l K••••r'])
    const nameless = await matches({ number: '2023-WE-003301', date: '1/5/2023' }, token)
    expect(nameless.data.birthMatches[0].label).toBe('No name yet')
    expect((await matches({ number: '2014-KB-000903', date: '21/6/2014' }, token)).data.birthMatches).toEqual([])
  })

  it('answers ten questions a day, the same one as often as it is asked', async () => {
    const token = await tokenOf()
    for (let day = 1; day <= 10; day++) {
      const asked = { number: '1990-CL-000017', date: `${day}/1/1990` }
      expect((await matches(asked, token)).errors).toBeUndefined()
    }
    const more = await matches({ number: '1990-CL-000017', date: '11/1/1990' }, token)
    expect(more.errors?.[0]?.extensions?.code).toBe('LOOKUP_LIMIT')
    expect((await matches({ number: '1990-CL-000017', date: '5/1/1990' }, token)).data.birthMatches).toHaveLength(1)
  })

  it('is for those with a token', async () => {
    const { errors } = await world.graphql(MATCHES, { number: '1990-CL-000017', date: '5/1/1990' })
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })
})

describe('a name for a child', () => {
  const rules = async (variables: object) => {
    const token = await tokenOf()
    const form = await exampleInput(world, 'municipal.child-name', token)
    const { data } = await matches(
      { number: (variables as any).registrationNumber, date: (variables as any).dateOfBirth },
      token,
    )
    const input = { ...form.input, ...variables, match: data.birthMatches[0].value }
    return (await files(world, { ...form, input }, token)).data.apply.problems.map(({ rule }: any) => rule)
  }

  it('is refused where there is one already', async () => {
    expect(await rules({ registrationNumber: '2004-RH-001265', dateOfBirth: '26/1/2004' })).toContain('without-name')
  })
  it('is refused fifteen years after the registration', async () => {
    expect(await rules({ registrationNumber: '2006-NJ-000077', dateOfBirth: '14/4/2006' })).toEqual(['within-15-years'])
  })
  it('costs nothing in the first twelve months, then what the municipality asks', async () => {
    const token = await tokenOf()
    const query = 'query ($answers: JSON!) { service(code: "municipal.child-name") { feeFor(answers: $answers) } }'
    const form = await exampleInput(world, 'municipal.child-name', token)
    expect((await world.graphql(query, { answers: form.input }, token)).data.service.feeFor).toBe(20)
  })
})

describe('the records', () => {
  const LIST =
    '{ me { births { registrationNumber name } applications(first: 20) { edges { node { reference birthCertificate { registrationNumber name motherName } } } } } }'

  it('of twenty applications cost one call, and stand with their applications once there is a certificate', async () => {
    const token = await tokenOf()
    const form = await exampleInput(world, CERTIFICATE, token)
    const references: string[] = []
    for (let i = 1; i <= 20; i++) {
      const input = { ...form.input, copies: (i % 5) + 1, purpose: ['SCHOOL', 'PASSPORT', 'JOB', 'OTHER'][i % 4] }
      references.push((await files(world, { ...form, input }, token)).data.apply.reference)
    }
    expect(new Set(references).size).toBe(20)
    const [first] = references
    const { reference: number } = await world.caseOf(first!, 'municipal')
    for (const one of references) await world.caseOf(one, 'municipal')
    await world.clerk('municipal', number, { status: 'approved' })
    const certified = async () =>
      (await world.graphql(`{ application(reference: "${first}") { status } }`, {}, token)).data.application.status ===
      'CERTIFIED'
    await until('the certificate', certified)
    const before = await calls('readRecords')
    const { data } = await world.graphql(LIST, {}, token)
    expect((await calls('readRecords')) - before).toBe(1)
    const nodes = data.me.applications.edges.map(({ node }: any) => node)
    expect(nodes).toHaveLength(20)
    for (const { reference, birthCertificate } of nodes)
      expect(birthCertificate).toEqual(
        reference === first ? { registrationNumber: '1990-CL-000017', name: 'Asha', motherName: 'Savitri Devi' } : null,
      )
  })

  it('of a citizen are those of their own verified number', async () => {
    const informant = await world.graphql(LIST, {}, await tokenOf('919810012345'))
    expect(informant.data.me.births).toEqual([
      { registrationNumber: '2025-RH-000412', name: null },
      { registrationNumber: '1990-CL-000017', name: 'Asha' },
    ])
    expect((await world.graphql(LIST, {}, await tokenOf())).data.me.births).toEqual([])
  })

  it('are null while the municipality does not answer, and nothing else is', async () => {
    await world.control('municipal/rude', { mode: 'unavailable' })
    const { data, errors } = await world.graphql(LIST, {}, await tokenOf('919810012345'))
    await world.control('municipal/rude', { mode: null })
    expect(errors).toBeUndefined()
    expect(data.me).toEqual({ births: null, applications: { edges: [] } })
  })
})
