import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import type { Receipt } from '../../../adapters/adapter.ts'
import * as wire from '../../../adapters/transport/wire.ts'
import { type Bench, filing, openBench, within } from './bench.ts'

async function licensed(bench: Bench, reference: string, mobile: string | null) {
  const { reference: number } = (await bench.adapter.submit(
    filing('transport.learner-licence', {}, { reference, mobile }),
    within(),
  )) as Receipt
  await bench.office.act(number, { status: 'approved' })
  return number
}

describe('the register of the Transport Department', () => {
  it('knows a licence however its number is typed', async () => {
    await using bench = await openBench()
    const typed = ['DL-0420110149646', 'DL 04 2011 0149646', 'dl0420110149646']
    const found = await bench.adapter.licences(typed, within())
    expect(found.map((licence) => licence?.number)).toEqual(typed.map(() => 'DL-0420110149646'))
    expect(bench.calls.GetLicences).toBe(1)
  })

  it('keeps the specimen licences renewable and old enough, whenever it is asked', async () => {
    await using bench = await openBench()
    for (const years of [0, 1, 7]) {
      bench.ahead = years * 366 * 86_400_000
      const today = new Date(Date.now() + bench.ahead).toISOString().slice(0, 10)
      const before = new Date(Date.parse(today) - 30 * 86_400_000).toISOString().slice(0, 10)
      const [learner, driving] = await bench.adapter.licences(['DL-0420250012345', 'DL-0420110149646'], within())
      expect([learner!.issuedOn <= before, learner!.expiresOn >= today]).toEqual([true, true])
      expect([driving!.renewal!.from <= today, driving!.expiresOn >= today]).toEqual([true, true])
    }
  })

  it('answers in the order asked, null for what it does not know', async () => {
    await using bench = await openBench()
    const found = await bench.adapter.licences(['DL-0420119999999', 'DL-0420110149646'], within())
    expect(found.map((licence) => licence?.kind ?? null)).toEqual([null, 'DRIVING'])
  })

  it('gives what applications led to, a hundred in two calls', async () => {
    await using bench = await openBench()
    const first = await licensed(bench, 'DWR-2026-000001', '+919810012345')
    const asked = [...Array.from({ length: 99 }, (_, index) => String(2020000000 + index)), first]
    const found = await bench.adapter.licencesOfApplications(asked, within())
    expect(found.slice(0, 99).every((licence) => licence === null)).toBe(true)
    expect(found[99]).toMatchObject({
      kind: 'LEARNER',
      holder: 'Asha Devi',
      classes: ['MCWG', 'LMV'],
      office: 'DL-04',
      application: first,
    })
    expect(bench.calls.GetLicencesByApplication).toBe(2)
  })

  it('gives the licences of several mobile numbers in one call', async () => {
    await using bench = await openBench()
    await licensed(bench, 'DWR-2026-000001', '+919810012345')
    await licensed(bench, 'DWR-2026-000002', '+919810012345')
    await licensed(bench, 'DWR-2026-000003', null)
    const found = await bench.adapter.licencesOfMobiles(['+919810012346', '+919810012345'], within())
    expect(found.map((licences) => licences.length)).toEqual([0, 2])
    expect(bench.calls.GetLicencesByMobile).toBe(1)
  })

  it('gives each licence a number of its own', async () => {
    await using bench = await openBench()
    const cases = await Promise.all(['1', '2', '3', '4'].map((reference) => licensed(bench, reference, null)))
    const found = await bench.adapter.licencesOfApplications(cases, within())
    expect(new Set(found.map((licence) => licence!.number)).size).toBe(4)
  })

  it('takes a learner’s licence that it issued for a driving licence after 30 days', async () => {
    await using bench = await openBench()
    const number = await licensed(bench, 'DWR-2026-000001', null)
    const [learner] = await bench.adapter.licencesOfApplications([number], within())
    const submit = async () => {
      const [slot] = await bench.adapter.slots('DL-04', within())
      const input = { learnerLicenceNumber: learner!.number, slot: slot!.id }
      return bench.adapter.submit(filing('transport.driving-licence', input), within())
    }
    await expect(submit()).rejects.toMatchObject({ code: 'DEPARTMENT_REJECTED' })
    bench.ahead = 30 * 86_400_000
    expect(await submit()).toHaveProperty('reference')
  })

  it('renews for as long as the holder’s age allows', async () => {
    await using bench = await openBench()
    const { reference } = (await bench.adapter.submit(filing('transport.licence-renewal'), within())) as Receipt
    await bench.office.act(reference, { status: 'approved' })
    const [renewed] = await bench.adapter.licencesOfApplications([reference], within())
    expect(renewed).toMatchObject({ number: 'DL-0420110149646', kind: 'DRIVING', classes: ['MCWG', 'LMV'] })
    expect(Number(renewed!.expiresOn.slice(0, 4)) - Number(renewed!.issuedOn.slice(0, 4))).toBeGreaterThanOrEqual(5)
  })

  it('has thirteen offices, free slots ahead and the fees of rule 32', async () => {
    await using bench = await openBench()
    const offices = await bench.adapter.offices(within())
    expect(offices).toHaveLength(13)
    expect(offices[3]).toMatchObject({ code: 'DL-04', name: 'Janakpuri', nameHindi: 'जनकपुरी' })
    const slots = await bench.adapter.slots('DL-13', within())
    expect(slots.length).toBeGreaterThan(5)
    expect(slots.every(({ startsAt }) => Date.parse(startsAt) > Date.now())).toBe(true)
    expect(await bench.adapter.fees(within())).toEqual({
      learnerClass: 150,
      learnerTest: 50,
      drivingTest: 300,
      drivingLicence: 200,
      renewal: 200,
      renewalLate: 300,
      renewalYear: 1000,
    })
  })
})

describe('the code tables of the adapter', () => {
  const wsdl = readFileSync(new URL('../../../adapters/transport/contract/licensing.wsdl', import.meta.url), 'utf8')
  const codes = (type: string) => {
    const body = wsdl.split(`<xsd:simpleType name="${type}">`)[1]!.split('</xsd:simpleType>')[0]!
    return [...body.matchAll(/<xsd:enumeration value="([^"]*)"/g)].map(([, value]) => value).sort()
  }
  it.each([
    ['CaseStatus', wire.CASE_STATUSES],
    ['ReturnCode', wire.RETURN_CODES],
    ['CovCode', Object.keys(wire.CLASSES)],
    ['GenderCode', Object.keys(wire.GENDERS)],
    ['BloodGroupCode', Object.keys(wire.BLOOD_GROUPS)],
    ['TestLanguageCode', Object.keys(wire.TEST_LANGUAGES)],
    ['ServiceCode', Object.keys(wire.SERVICES)],
    ['LicenceKind', Object.keys(wire.KINDS)],
    ['FeeCode', Object.keys(wire.FEES)],
    ['ItemCode', Object.keys(wire.ITEMS)],
  ])('has every %s of the WSDL and no other', (type, known) => {
    expect([...known].sort()).toEqual(codes(type))
  })
})
