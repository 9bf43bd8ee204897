/** A department that gives one case's number to two applications: nobody gets what is another's. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Filing, StatusChange } from '../../adapters/adapter.ts'
import type { Application } from '../../store/store.ts'
import { intake } from '../../subgraphs/filing/reports/intake.ts'
import { SEALED } from '../../subgraphs/filing/steps.ts'
import { Bench, DEPARTMENT, fails, RETRY_MAXIMUM } from './bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench[Symbol.asyncDispose]())

const [ONE, OTHER] = ['DWR-2026-000001', 'DWR-2026-000002'] as const
const read = async (reference: string): Promise<Application> => (await bench.store.applications.read([reference]))[0]!
const effectOf = async (reference: string) => (await bench.store.applications.effectsOf(reference))[0]
const filesTwo = async () => {
  await bench.files()
  await bench.files({ reference: OTHER, digest: 'e' })
}
/** The first has case 77. */
const filesAnother = async () => {
  await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
  await bench.files({ reference: OTHER, digest: 'e' })
}
const parks = (reference: string) =>
  bench.until('parked', async () => {
    bench.passes(RETRY_MAXIMUM)
    return (await effectOf(reference))?.state === 'parked'
  })

describe('the number of another application’s case', () => {
  it('given to a filing is not believed: a person sees it, and the case stays with whom it belongs to', async () => {
    await filesAnother()
    bench.says({ submit: [() => ({ reference: '77' })], find: [() => [{ reference: '77' }]] })
    bench.start()
    await parks(OTHER)
    expect(await read(OTHER)).toMatchObject({ status: 'SUBMITTED', departmentReference: null })
    expect(bench.calls.filter((call) => call === 'submit')).toHaveLength(1)
    const { raw, note } = (await effectOf(OTHER))!
    expect(note).toBe('DEPARTMENT_PROTOCOL')
    expect((await bench.host.vaultOf('asha')).openText(raw!, SEALED.raw)).toBe('77')
    expect((await bench.store.applications.byDepartment(DEPARTMENT, ['77']))[0]).toMatchObject({ reference: ONE })
  })

  it('found where a filing’s answer was lost is not believed, and a case of its own is, once it is found', async () => {
    await filesAnother()
    bench.says({
      submit: [() => fails('DEPARTMENT_TIMEOUT')],
      find: [() => [{ reference: '77' }], () => [{ reference: '78' }]],
    })
    bench.start()
    await bench.until('received', async () => {
      bench.passes(RETRY_MAXIMUM)
      return (await read(OTHER)).status === 'RECEIVED'
    })
    expect(await read(OTHER)).toMatchObject({ departmentReference: '78' })
    expect(bench.calls).toEqual(['submit', 'find', 'find'])
  })

  it('given to two filings at once is believed of one alone', async () => {
    await filesTwo()
    const asked: string[] = []
    let both: () => void = () => undefined
    const together = new Promise<void>((resolve) => {
      both = resolve
    })
    Object.assign(bench.adapter, {
      submit: async ({ reference }: Filing) => {
        if (asked.push(reference) === 2) both()
        await together
        return { reference: '77' }
      },
      find: async () => [{ reference: '77' }],
    })
    bench.start()
    await bench.until('received', async () => {
      const found = await Promise.all([read(ONE), read(OTHER)])
      return found.some(({ status }) => status === 'RECEIVED')
    })
    const left = (await read(ONE)).status === 'RECEIVED' ? OTHER : ONE
    await parks(left)
    expect(await read(left)).toMatchObject({ status: 'SUBMITTED', departmentReference: null })
    expect(asked).toEqual([ONE, OTHER])
  })

  const report = (more: Partial<StatusChange>): StatusChange => ({
    reference: '77',
    key: null,
    status: 'approved',
    at: null,
    sequence: null,
    ...more,
  })
  it('in a report that names another application’s key changes neither', async () => {
    await filesAnother()
    await intake(bench.host, DEPARTMENT, report({ key: OTHER }))
    expect([(await read(ONE)).status, (await read(OTHER)).status]).toEqual(['RECEIVED', 'SUBMITTED'])
    expect(bench.logged).toEqual(['a report names two applications'])
    await intake(bench.host, DEPARTMENT, report({ key: ONE }))
    expect([(await read(ONE)).status, (await read(OTHER)).status]).toEqual(['APPROVED', 'SUBMITTED'])
  })

  it('in a report is not believed though another process gave it a moment ago', async () => {
    await filesAnother()
    const byDepartment = async () => [null]
    const applications = { ...bench.store.applications, byDepartment }
    const late = { ...bench.host, store: { ...bench.store, applications } }
    await intake(late, DEPARTMENT, report({ key: OTHER }))
    expect(await read(OTHER)).toMatchObject({ status: 'SUBMITTED', departmentReference: null })
    expect(bench.logged).toEqual(['a report names two applications'])
  })

  it('that two applications have from before goes by the key that a report names', async () => {
    await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
    await bench.files({ reference: OTHER, digest: 'e', status: 'RECEIVED', departmentReference: '77' }, () => [])
    await intake(bench.host, DEPARTMENT, report({ key: ONE }))
    expect([(await read(ONE)).status, (await read(OTHER)).status]).toEqual(['APPROVED', 'RECEIVED'])
    await intake(bench.host, DEPARTMENT, report({ key: OTHER, status: 'rejected' }))
    expect([(await read(ONE)).status, (await read(OTHER)).status]).toEqual(['APPROVED', 'REJECTED'])
  })
})

describe('a number that no case can have', () => {
  const NONE = ['', ' ', '7\n8', '7'.repeat(10_000)]
  it.each(NONE.map((number) => [JSON.stringify(number.slice(0, 10)), number]))(
    'such as %s is not believed: a person sees it, and nothing is sent again',
    async (_, number) => {
      await bench.files()
      bench.says({ submit: [() => ({ reference: number })], find: [() => [{ reference: number }]] })
      bench.start()
      await parks(ONE)
      expect(await read(ONE)).toMatchObject({ status: 'SUBMITTED', departmentReference: null })
      expect((await effectOf(ONE))!.note).toBe('DEPARTMENT_PROTOCOL')
      expect(bench.calls.filter((call) => call === 'submit')).toHaveLength(1)
    },
  )

  it('is not taken from a report, which changes nothing then', async () => {
    await bench.files()
    for (const reference of NONE)
      await intake(bench.host, DEPARTMENT, { reference, key: ONE, status: 'approved', at: null, sequence: '3' })
    expect(await read(ONE)).toMatchObject({ status: 'SUBMITTED', departmentReference: null, lastChange: null })
    expect(bench.logged).toEqual(NONE.map(() => 'a report gives a number that no case can have'))
  })
})

it('a case that is found twice over is one case', async () => {
  await bench.files()
  bench.says({
    submit: [() => fails('DEPARTMENT_UNAVAILABLE')],
    find: [() => [{ reference: '77' }, { reference: '77' }]],
  })
  bench.start()
  await bench.until('received', async () => {
    bench.passes(RETRY_MAXIMUM)
    return (await read(ONE)).status === 'RECEIVED'
  })
  expect(await read(ONE)).toMatchObject({ departmentReference: '77' })
})

it('a department that refuses to say whether it has a case has refused nobody’s application', async () => {
  await bench.files()
  bench.says({
    submit: [() => fails('DEPARTMENT_TIMEOUT')],
    find: [() => fails('DEPARTMENT_REJECTED', { reason: 'External id unknown.' })],
  })
  bench.start()
  await parks(ONE)
  expect(await read(ONE)).toMatchObject({ status: 'SUBMITTED', departmentReference: null })
  expect(await effectOf(ONE)).toMatchObject({ note: 'DEPARTMENT_PROTOCOL' })
  expect(bench.calls.filter((call) => call === 'submit')).toHaveLength(1)
  bench.says({ find: [() => [{ reference: '77' }]] })
  bench.passes(RETRY_MAXIMUM)
  await bench.until('received', async () => (await read(ONE)).departmentReference === '77')
})
