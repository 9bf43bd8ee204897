import { describe, expect, it } from '@jest/globals'
import { feeOf } from '../../../vocabulary/validate.ts'
import { filing, INPUTS, openBench, within } from './bench.ts'
import { checked, exampleAnswers, openCounter, serviceOf, services } from './counter.ts'

const DAY = 86_400_000
const LEARNER = 'transport.learner-licence'
const DRIVING = 'transport.driving-licence'
const RENEWAL = 'transport.licence-renewal'

async function problemsOf(code: keyof typeof INPUTS, change: object) {
  await using bench = await openBench()
  const counter = openCounter(bench)
  const service = serviceOf(code)
  const whole = {
    ...INPUTS[code],
    ...change,
    photograph: 'p',
    signature: 's',
    proofOfAge: 'a',
    proofOfAddress: 'b',
    medicalCertificate: 'm',
    guardianConsent: 'g',
  }
  const { problems } = await checked(service, whole, counter)
  return problems.map(({ path, rule }) => `${rule} at ${path}`)
}
const born = (years: number, days = 0) => {
  const now = new Date(Date.now() + 19_800_000 + days * DAY)
  now.setUTCFullYear(now.getUTCFullYear() - years)
  return now.toISOString().slice(0, 10)
}

describe('the services of the Transport Department', () => {
  it.each(services.map(({ code }) => code))(
    '%s is finished by its examples and first options, by several citizens, years from now too',
    async (code) => {
      await using bench = await openBench()
      for (const [index, years] of [0, 0, 3, 9].entries()) {
        bench.ahead = years * 365 * DAY
        const { input, problems, documents } = await exampleAnswers(serviceOf(code), openCounter(bench))
        expect(problems).toEqual([])
        const reference = `DWR-2026-00000${index}`
        const receipt = await bench.adapter.submit(
          filing(code as never, input, { input, documents, reference }),
          within(),
        )
        expect(receipt).toEqual({ reference: expect.stringMatching(/^\d{10}$/) })
      }
    },
  )

  it.each([
    ['15 years old', { dateOfBirth: born(16, 1), classes: ['MCWOG'] }, ['age-16 at dateOfBirth']],
    ['16 today, for a scooter', { dateOfBirth: born(16), classes: ['MCWOG'] }, []],
    ['17, for a car', { dateOfBirth: born(17), classes: ['MCWOG', 'LMV'] }, ['age-18 at dateOfBirth']],
    ['18, for a car', { dateOfBirth: born(18) }, []],
    ['19, for a taxi', { dateOfBirth: born(19), classes: ['LMV_TR'] }, ['age-20 at dateOfBirth']],
    ['20, for an e-rickshaw', { dateOfBirth: born(20), classes: ['ERIKSH'] }, []],
    ['not fit', { fit: false }, ['fit at fit']],
    ['with a class twice', { classes: ['LMV', 'LMV'] }, ['classes-once at classes']],
  ])('a learner who is %s', async (_, change, problems) => {
    expect(await problemsOf(LEARNER, change)).toEqual(problems)
  })

  it.each([
    ['100 days old', {}, []],
    ['10 days old', { learnerLicenceNumber: 'DL-0420250054321' }, ['learner-30-days at learnerLicenceNumber']],
    ['expired', { learnerLicenceNumber: 'dl 04 2024 0011111' }, ['learner-valid at learnerLicenceNumber']],
    ['not for the class', { classes: ['HMV'] }, ['learner-classes at classes']],
    ['of somebody born on another day', { dateOfBirth: '1990-01-06' }, ['learner-known at learnerLicenceNumber']],
    ['not in the register', { learnerLicenceNumber: 'DL-0420119999999' }, ['learner-known at learnerLicenceNumber']],
    ['a driving licence', { learnerLicenceNumber: 'DL-0420110149646' }, ['learner-known at learnerLicenceNumber']],
    ['no number at all', { learnerLicenceNumber: 'DL-12' }, ['pattern at learnerLicenceNumber']],
  ])('a driving licence with a learner’s licence that is %s', async (_, change, problems) => {
    expect(await problemsOf(DRIVING, { slot: '042031010110', ...change })).toEqual(problems)
  })

  it.each([
    ['half a year before the expiry', {}, []],
    ['three years before the expiry', { licenceNumber: 'DL-0920150222222' }, ['not-too-early at licenceNumber']],
    ['six years after the expiry', { licenceNumber: 'DL-0720020555555' }, ['not-too-late at licenceNumber']],
  ])('a renewal %s', async (_, change, problems) => {
    expect(await problemsOf(RENEWAL, change)).toEqual(problems)
  })

  it.each([
    [LEARNER, { classes: ['LMV'] }, 200],
    [LEARNER, { classes: ['LMV', 'MCWG', 'HMV'] }, 500],
    [DRIVING, { classes: ['LMV', 'MCWG'] }, 800],
    [RENEWAL, {}, 200],
    [RENEWAL, { licenceNumber: 'DL-0320130333333' }, 500],
    [RENEWAL, { licenceNumber: 'DL-0120100444444' }, 2500],
  ] as const)('%s with %j costs Rs %i', async (code, change, rupees) => {
    await using bench = await openBench()
    const counter = openCounter(bench)
    const input = { ...INPUTS[code], ...change }
    const facts = await counter.facts(serviceOf(code), input)
    expect(feeOf(serviceOf(code), input, { today: counter.today(), facts })).toBe(rupees)
  })

  it('says of a licence what its holder knows, and masked letters', async () => {
    await using bench = await openBench()
    const counter = openCounter(bench)
    const held = await counter.query('heldLicence', { licenceNumber: 'DL 0420110149646', dateOfBirth: '1990-01-05' })
    expect(held).toMatchObject({ found: true, holder: 'A••••a D••••i', transport: false })
    expect(JSON.stringify(held)).not.toMatch(/Asha|1990-01-05|\+91/)
    expect(counter.lookups).toEqual([['licences', { number: 'DL0420110149646', dateOfBirth: '1990-01-05' }]])
  })

  it('says the same of a licence that is not there and of one that may not be shown', async () => {
    await using bench = await openBench()
    const counter = openCounter(bench)
    const miss = await counter.query('heldLicence', { licenceNumber: 'DL-0420119999999', dateOfBirth: '1990-01-05' })
    const hidden = await counter.query('heldLicence', { licenceNumber: 'DL-0420110149646', dateOfBirth: '1990-01-06' })
    expect(miss).toEqual(hidden)
  })

  it('offers offices and slots in the citizen’s language, as rows of a list', async () => {
    await using bench = await openBench()
    const counter = openCounter(bench)
    const hindi = await counter.query('licensingOffices', { language: 'HI' })
    expect(hindi[3]).toEqual({ value: 'DL-04', label: 'DL-04 जनकपुरी' })
    for (const language of ['EN', 'HI', 'PA', 'UR']) {
      const rows = [
        ...(await counter.query('licensingOffices', { language })),
        ...(await counter.query('testSlots', { office: 'DL-04', language })),
      ]
      expect(rows.filter(({ label }) => [...label].length > 24)).toEqual([])
      expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length)
    }
  })

  it('has nothing to say, and does not fail, while the department is down', async () => {
    await using bench = await openBench()
    bench.rude = 'unavailable'
    const counter = openCounter(bench)
    expect(await counter.query('licensingOffices')).toBeNull()
    expect(await counter.query('testSlots', { office: 'DL-04' })).toBeNull()
    expect(await counter.query('licenceFees')).toBeNull()
    expect(
      await counter.query('heldLicence', { licenceNumber: 'DL-0420110149646', dateOfBirth: '1990-01-05' }),
    ).toBeNull()
    expect(await counter.resolvers.Citizen!.licences({ id: 'c1' }, {}, counter.context)).toBeNull()
  })
})

describe('the records of the Transport Department', () => {
  it('gives the licences of twenty applications in one call, and none to those that led to none', async () => {
    await using bench = await openBench()
    const counter = openCounter(bench)
    for (let index = 0; index < 20; index++) {
      const reference = `DWR-2026-${index}`
      const receipt = (await bench.adapter.submit(filing(LEARNER, {}, { reference }), within())) as {
        reference: string
      }
      if (index % 2) await bench.office.act(receipt.reference, { status: 'approved' })
      const status = index === 3 ? 'IN_REVIEW' : 'CERTIFIED'
      counter.applications.set(reference, {
        reference,
        service: LEARNER,
        department: 'transport',
        departmentReference: receipt.reference,
        citizen: 'c1',
        status,
      })
    }
    const references = [...counter.applications.keys(), 'DWR-2026-999999']
    const found = await Promise.all(
      references.map((reference) => counter.resolvers.Application!.drivingLicence({ reference }, {}, counter.context)),
    )
    expect(found.filter(Boolean)).toHaveLength(9)
    expect(found[1]).toMatchObject({ kind: 'LEARNER', holder: 'Asha Devi', classes: ['MCWG', 'LMV'], office: 'DL-04' })
    expect(bench.calls.GetLicencesByApplication).toBe(1)
  })

  it('gives a citizen the licences of their number, newest first, and nobody else’s', async () => {
    await using bench = await openBench()
    const receipt = (await bench.adapter.submit(filing(LEARNER), within())) as { reference: string }
    await bench.office.act(receipt.reference, { status: 'approved' })
    const licences = async (id: string, options: Parameters<typeof openCounter>[1]) => {
      const counter = openCounter(bench, options)
      return counter.resolvers.Citizen!.licences({ id }, {}, counter.context)
    }
    expect(await licences('c1', {})).toMatchObject([{ kind: 'LEARNER', holder: 'Asha Devi' }])
    expect(await licences('c1', { mobile: '+919810012346' })).toEqual([])
    expect(await licences('c1', { mobile: null })).toEqual([])
    expect(await licences('c2', {})).toBeNull()
  })
})
