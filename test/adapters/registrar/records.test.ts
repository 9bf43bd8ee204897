import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type RegistrarAdapter, registrar } from '../../../adapters/registrar/index.ts'
import { department } from '../../../subgraphs/registrar/index.ts'
import type { Context, DepartmentHost } from '../../../subgraphs/subgraph.ts'
import { call, copyFiling, marriageFiling, type OpenedOffice, openRegistrar } from './bench.ts'

describe('the records of the registrar', () => {
  let office: OpenedOffice
  let adapter: RegistrarAdapter
  const lookups: unknown[] = []
  const host = () =>
    ({
      adapter,
      log: { info() {}, warn() {}, error() {} },
      citizens: { mobile: async (id: string) => (id === 'asha' ? '+919810098765' : null) },
      read: (run: any) => run(call('read')),
      async spendLookup(_: Context, register: string, question: unknown) {
        lookups.push([register, question])
      },
    }) as unknown as DepartmentHost<RegistrarAdapter>
  const request = (citizen = 'asha', seen: Record<string, string> = {}): Context => {
    const kept = new Map<object, unknown>()
    return {
      citizen: async () => citizen,
      applications: {
        load: async (key: string) => (seen[key] ? { department: 'registrar', departmentReference: seen[key] } : null),
      },
      once(key: object, make: () => unknown) {
        if (!kept.has(key)) kept.set(key, make())
        return kept.get(key)
      },
    } as unknown as Context
  }
  const resolve = (type: string, field: string) => department.resolvers(host())[type]![field]

  const registered: Record<string, string> = {}
  beforeAll(async () => {
    office = await openRegistrar()
    adapter = registrar({ url: office.url, settles: 20_000 })
    for (let i = 0; i < 20; i++) {
      const filing = { ...marriageFiling(), mobile: i < 3 ? '+919810098765' : null }
      const receipt = (await adapter.submit(filing, call(filing.reference))) as { reference: string }
      await office.office.act(receipt.reference, { status: 'approved' })
      registered[filing.reference] = receipt.reference
    }
  })
  afterAll(async () => {
    await adapter.close()
    await office[Symbol.asyncDispose]()
  })

  it('joins twenty applications to their marriages in one department call', async () => {
    const before = office.calls.marriages ?? 0
    const context = request('asha', registered)
    const marriages = await Promise.all(
      Object.keys(registered).map((reference) => resolve('Application', 'marriage')({ reference }, {}, context)),
    )
    expect(marriages.map((marriage: any) => marriage.brideName)).toEqual(Array(20).fill('Asha'))
    expect(office.calls.marriages! - before).toBe(1)
  })

  it('says nothing of an application that the asker may not see, nor asks for it', async () => {
    const before = office.calls.marriages
    expect(
      await resolve('Application', 'marriage')({ reference: Object.keys(registered)[0] }, {}, request()),
    ).toBeNull()
    expect(office.calls.marriages).toBe(before)
  })

  it("shows a citizen's marriages to that citizen alone", async () => {
    expect(await resolve('Citizen', 'marriages')({ id: 'asha' }, {}, request())).toHaveLength(3)
    expect(await resolve('Citizen', 'marriages')({ id: 'asha' }, {}, request('ravi'))).toBeNull()
    expect(await resolve('Citizen', 'marriages')({ id: 'ravi' }, {}, request('ravi'))).toEqual([])
  })

  it('says that an entry is there only to who knows one of its names, and spends a look-up each time', async () => {
    const { registrationNumber, year, district, groomName, brideName } = copyFiling().input as any
    const asks = async (changes: object) => {
      const asked = { registrationNumber, year, district, groomName, brideName, ...changes }
      return (await resolve('Query', 'registeredMarriage')({}, asked, request())).found
    }
    expect(await asks({})).toBe(true)
    expect(await asks({ groomName: 'RAMESH  kumar.', brideName: 'Sunita' })).toBe(true)
    expect(await asks({ groomName: 'Ramesh', brideName: 'Sunita' })).toBe(false)
    expect(await asks({ registrationNumber: 'SDM/CE/2019/000043' })).toBe(false)
    expect(lookups).toHaveLength(4)
  })

  it('offers offices with labels and descriptions that fit a list', async () => {
    const options = await resolve('Query', 'marriageOffices')({}, { date: '2024-02-14' }, request())
    expect(options[0]).toEqual({
      value: 'CE01',
      label: 'SDM Karol Bagh',
      description: '14 Pusa Road, Karol Bagh, Delhi 110005',
    })
    for (const { label, description } of options) {
      expect(label.length).toBeLessThanOrEqual(24)
      expect(description.length).toBeLessThanOrEqual(72)
    }
  })

  it('answers null while the registrar does not answer', async () => {
    office.rude('unavailable')
    const reference = Object.keys(registered)[0]
    expect(await resolve('Application', 'marriage')({ reference }, {}, request('asha', registered))).toBeNull()
    expect(await resolve('Citizen', 'marriages')({ id: 'asha' }, {}, request())).toBeNull()
    expect(await resolve('Query', 'marriageOffices')({}, { date: '2024-02-14' }, request())).toBeNull()
    office.rude(null)
  })
})
