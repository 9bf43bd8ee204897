import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { operationResolvers } from '../../subgraphs/applications/operations/index.ts'
import { SEALED } from '../../subgraphs/filing/steps.ts'
import type { Context, Principal } from '../../subgraphs/subgraph.ts'
import { Bench, DEPARTMENT, fails, RETRY_MAXIMUM, SETTLES } from './bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench[Symbol.asyncDispose]())

const CLERK: Principal = { kind: 'operator', client: 'desk', scopes: ['operations'] }
const as = (principal: Principal | null) => ({ principal }) as Context
const operations = () => operationResolvers(bench.host, (code) => ({ code }))
const { id: ID } = { id: 'DWR-2026-000001:submit:1' }
const corrects = (departmentReference: string) =>
  operations().Mutation.correctEffect(null, { id: ID, departmentReference }, as(CLERK))
const code = (found: Promise<unknown>) =>
  found.then(
    () => 'done',
    (error) => error.extensions?.code ?? error.message,
  )
const history = async () => {
  await bench.store.log.relay(100)
  return (await bench.store.applications.events('DWR-2026-000001')).map(({ name, actor }) => `${name} ${actor}`)
}

/** A filing of which the department has two cases, after it was asked and did not answer, or said that it could not. */
async function twoCases(after: 'DEPARTMENT_TIMEOUT' | 'DEPARTMENT_UNAVAILABLE' = 'DEPARTMENT_TIMEOUT'): Promise<void> {
  await bench.files()
  bench.says({ submit: [() => fails(after)], find: [() => [{ reference: '77' }, { reference: '78' }]] })
  bench.start()
  await bench.waits(1)
  bench.passes(SETTLES + RETRY_MAXIMUM)
  await bench.until('parked', async () => (await bench.effect())?.state === 'parked')
}

it('two operators at once do not give one case to two applications', async () => {
  const other = 'DWR-2026-000002'
  await bench.files()
  await bench.files({ reference: other, digest: 'e' })
  bench.says({ submit: [() => fails('DEPARTMENT_PROTOCOL')] })
  bench.start()
  await bench.until('both parked', async () => {
    bench.passes(SETTLES + RETRY_MAXIMUM)
    const owed = await Promise.all(['DWR-2026-000001', other].map((one) => bench.store.applications.effectsOf(one)))
    return owed.every(([effect]) => effect?.state === 'parked')
  })
  await bench.stop()
  bench.says({ find: [() => [{ reference: '79' }]] })
  const correct = (id: string) =>
    code(operations().Mutation.correctEffect(null, { id, departmentReference: '79' }, as(CLERK)))
  const said = await Promise.all([correct(ID), correct(`${other}:submit:1`)])
  expect(said.toSorted()).toEqual(['CONFLICT', 'done'])
  const found = await bench.store.applications.read(['DWR-2026-000001', other])
  expect(found.map((one) => one!.departmentReference).toSorted()).toEqual(['79', null])
  // the one that was refused is put back first
  const isRefused = async () => (await correct(said[0] === 'done' ? `${other}:submit:1` : ID)) === 'BAD_USER_INPUT'
  await bench.until('refused for good', isRefused)
})

describe('two cases with our key', () => {
  it('are told apart by an operator, whose word is in the log', async () => {
    await twoCases()
    const { edges } = await operations().Query.parkedEffects(null, {}, as(CLERK))
    expect(edges).toHaveLength(1)
    expect(await operations().ParkedEffect.raw(edges[0]!.node, null, as(CLERK))).toBe('["77","78"]')
    await corrects(' 78 ')
    expect(await bench.application()).toMatchObject({ status: 'RECEIVED', departmentReference: '78' })
    expect(await bench.effects()).toEqual([])
    expect(await history()).toEqual(['submitted citizen', 'received operator desk'])
    const records = (await bench.store.log.after(0, 100)).filter(({ reference }) => reference === '')
    expect(records.map(({ name, actor }) => `${name} ${actor}`)).toEqual([
      'looked-at operator desk',
      'effect-corrected operator desk',
    ])
    expect(bench.host.vault.openText(records[1]!.reason!, SEALED.reason)).toBe(`${ID}: 78`)
    bench.passes(RETRY_MAXIMUM)
    expect(bench.calls.filter((call) => call === 'submit')).toHaveLength(1)
  })

  it('are uncertain since the department did not answer, and since no time where it said that it had not taken it', async () => {
    await twoCases('DEPARTMENT_UNAVAILABLE')
    const { edges } = await operations().Query.parkedEffects(null, {}, as(CLERK))
    expect(operations().ParkedEffect.uncertainSince(edges[0]!.node)).toBeNull()
    expect(operations().ParkedEffect.uncertainSince({ ...edges[0]!.node, uncertainSince: bench.now })).toBe(
      new Date(bench.now).toISOString(),
    )
  })

  it('are the only ones that an operator can name', async () => {
    await twoCases()
    await bench.stop()
    await expect(corrects('7')).rejects.toMatchObject({
      message: 'departmentReference is no case of DWR-2026-000001: of it the department has 77, 78.',
      extensions: { code: 'BAD_USER_INPUT' },
    })
    expect(await history()).toEqual(['submitted citizen'])
    expect(await bench.effect()).toMatchObject({ state: 'parked', note: 'two cases have our key' })
  })

  it.each([
    ['cannot be reached', 'DEPARTMENT_UNAVAILABLE'],
    ['answers what is not understood', 'DEPARTMENT_PROTOCOL'],
  ] as const)('are the only ones also when the department %s by then', async (_, failure) => {
    await twoCases()
    await bench.stop()
    bench.says({ find: [() => fails(failure)] })
    await expect(corrects('77778')).rejects.toMatchObject({
      message: 'departmentReference is no case of DWR-2026-000001: of it the department has 77, 78.',
    })
    await corrects('78')
    expect(await bench.application()).toMatchObject({ status: 'RECEIVED', departmentReference: '78' })
  })

  it('that are none by then: what the operator was told by the office stands', async () => {
    await twoCases()
    await bench.stop()
    bench.says({ find: [() => []] })
    await corrects('PAPER-7')
    expect(await bench.application()).toMatchObject({ status: 'RECEIVED', departmentReference: 'PAPER-7' })
  })

  it('are not what a filing is parked for that is not understood: what the operator was told stands, while the department is down, too', async () => {
    await bench.files()
    bench.says({ submit: [() => fails('DEPARTMENT_PROTOCOL', { raw: '<html>' })] })
    bench.start()
    await bench.until('parked', async () => {
      bench.passes(SETTLES + RETRY_MAXIMUM)
      return (await bench.effect())?.state === 'parked'
    })
    await bench.stop()
    bench.says({ find: [() => fails('DEPARTMENT_UNAVAILABLE')] })
    await corrects('PAPER-7')
    expect(await bench.application()).toMatchObject({ status: 'RECEIVED', departmentReference: 'PAPER-7' })
  })

  it('of a filing that was withdrawn: the one that the operator names is withdrawn there', async () => {
    await twoCases()
    await bench.move({ events: ['withdraw'], actor: 'citizen' })
    await corrects('78')
    await bench.until('the withdrawal', async () => bench.calls.includes('withdraw'))
    await bench.settles()
    expect(await bench.application()).toMatchObject({ status: 'WITHDRAWN', departmentReference: '78' })
  })

  it('are not settled while the department is being asked, nor by two operators, nor with another’s case', async () => {
    await twoCases()
    await bench.files(
      { reference: 'DWR-2026-000002', digest: 'e', departmentReference: '99', status: 'RECEIVED' },
      () => [],
    )
    expect(await code(corrects('99'))).toBe('BAD_USER_INPUT')
    let answer: (cases: unknown) => void = () => undefined
    bench.says({
      find: [
        () =>
          new Promise((resolve) => {
            answer = resolve
          }),
      ],
    })
    bench.passes(RETRY_MAXIMUM)
    await bench.until('a look', async () => (await bench.effect())?.state === 'claimed')
    for (const refused of [
      corrects('77'),
      operations().Mutation.retryEffect(null, { id: ID }, as(CLERK)),
      operations().Mutation.closeEffect(null, { id: ID, reason: 'no' }, as(CLERK)),
    ])
      expect(await code(refused)).toBe('CONFLICT')
    bench.says({ find: [() => [{ reference: '77' }, { reference: '78' }]] })
    answer([{ reference: '77' }, { reference: '78' }])
    await bench.until('parked', async () => (await bench.effect())?.state === 'parked')
    const both = await Promise.all([code(corrects('77')), code(corrects('78'))])
    expect(both.toSorted()).toEqual(['CONFLICT', 'done'])
    expect(await history()).toEqual(['submitted citizen', 'received operator desk'])
  })

  it('stay parked, and the operator’s to settle, while the department is down', async () => {
    await twoCases()
    bench.says({ find: [() => fails('DEPARTMENT_UNAVAILABLE'), () => fails('DEPARTMENT_TIMEOUT')] })
    for (const tried of [3, 4, 5]) {
      bench.passes(RETRY_MAXIMUM)
      await bench.waits(tried)
      const { edges } = await operations().Query.parkedEffects(null, {}, as(CLERK))
      expect(edges.map(({ node }) => node.state)).toEqual(['parked'])
    }
    await corrects('78')
    expect(await bench.application()).toMatchObject({ status: 'RECEIVED', departmentReference: '78' })
  })

  it('stay parked where the operator’s word cannot be kept', async () => {
    await twoCases()
    const { applications } = bench.store
    const failing = {
      ...bench.host,
      store: {
        ...bench.store,
        applications: { ...applications, commit: () => Promise.reject(new Error('disk full')) },
      },
    }
    const mutation = operationResolvers(failing, () => null).Mutation
    expect(await code(mutation.correctEffect(null, { id: ID, departmentReference: '77' }, as(CLERK)))).toBe('disk full')
    await bench.until('parked', async () => (await bench.effect())?.state === 'parked')
    expect(await bench.effect()).toMatchObject({ note: 'two cases have our key' })
  })

  it('are parked again though the store took the operator’s claim and said that it had not, and failed for a while', async () => {
    await twoCases()
    const { applications } = bench.store
    let failures = 2
    const failing = {
      ...bench.host,
      store: {
        ...bench.store,
        applications: {
          ...applications,
          take: async (...of: Parameters<typeof applications.take>) => {
            await applications.take(...of)
            throw new Error('fdatasync: EIO')
          },
          later: async (...of: Parameters<typeof applications.later>) => {
            if (failures-- > 0) throw new Error('disk full')
            return applications.later(...of)
          },
        },
      },
    }
    const mutation = operationResolvers(failing, () => null).Mutation
    expect(await code(mutation.closeEffect(null, { id: ID, reason: 'x' }, as(CLERK)))).toBe('fdatasync: EIO')
    // the store says that it is parked a moment before this process lets go of it
    await bench.until('corrected', async () => (await code(corrects('77'))) === 'done')
    expect(await bench.application()).toMatchObject({ status: 'RECEIVED', departmentReference: '77' })
  })
})

describe('an effect that is no filing', () => {
  it('is not corrected; closed, it is no longer owed, and the application stays as it is', async () => {
    await bench.files({ status: 'APPROVED', departmentReference: '77' }, (a) => [
      {
        ...{ id: `${a.reference}:certificate:2`, reference: a.reference, department: DEPARTMENT, kind: 'certificate' },
        ...{ key: 'k', payload: null, due: bench.now + 10 ** 9, attempts: 4, uncertainSince: null },
        ...{ state: 'parked', owner: null, note: 'as told', raw: null },
      } as const,
    ])
    const id = `DWR-2026-000001:certificate:2`
    const { correctEffect, closeEffect } = operations().Mutation
    expect(await code(correctEffect(null, { id, departmentReference: '1' }, as(CLERK)))).toBe('BAD_USER_INPUT')
    await closeEffect(null, { id, reason: 'made on paper' }, as(CLERK))
    expect(await bench.effects()).toEqual([])
    expect((await bench.application()).status).toBe('APPROVED')
  })
})

describe('without the scope for it', () => {
  it.each([
    ['nobody', null, 'UNAUTHENTICATED'],
    ['an operator who may read', { ...CLERK, scopes: ['applications:read'] }, 'FORBIDDEN'],
    ['a portal that claims it', { kind: 'portal', client: 'p', scopes: ['operations'] }, 'FORBIDDEN'],
    ['a citizen', { kind: 'citizen', citizen: { id: 'asha' }, scopes: [] }, 'FORBIDDEN'],
  ] as [string, Principal | null, string][])('%s sees nothing and changes nothing', async (_, principal, refused) => {
    await twoCases()
    const { Query, Mutation, ParkedEffect } = operations()
    const context = as(principal)
    for (const one of [
      Query.parkedEffects(null, {}, context),
      Query.overdueApplications(null, {}, context),
      Mutation.retryEffect(null, { id: ID }, context),
      Mutation.correctEffect(null, { id: ID, departmentReference: '77' }, context),
      Mutation.closeEffect(null, { id: ID, reason: 'x' }, context),
      ParkedEffect.raw((await bench.effect())!, null, context),
    ])
      expect(await code(one)).toBe(refused)
    const { status } = await bench.host.ask.fetch(`/cases/${DEPARTMENT}/DWR-2026-000001`, {}, principal)
    expect(status).toBe(refused === 'FORBIDDEN' ? 403 : 401)
    expect(await bench.effect()).toMatchObject({ state: 'parked' })
  })
})
