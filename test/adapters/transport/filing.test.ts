import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { document, filing, holder, openBench, within } from './bench.ts'

describe('filing with the Transport Department', () => {
  it('files a learner’s licence with every answer as it was given', async () => {
    await using bench = await openBench()
    const permanent = { line: 'Kothi No. 7 <rear> & "annexe"', town: "Jalandhar's Cantt", pinCode: '144005' }
    const change = holder({ permanentAddressSame: false, permanentAddress: permanent })
    const receipt = await bench.adapter.submit(filing('transport.learner-licence', change), within())
    const [view] = await bench.office.cases()
    expect(receipt).toEqual({ reference: view!.reference })
    expect(view).toMatchObject({
      key: 'DWR-2026-000001',
      service: 'transport.learner-licence',
      status: 'received',
      fields: {
        name: 'Asha Devi',
        relativeName: 'Ram Prakash',
        dateOfBirth: '1990-01-05',
        gender: 'Female',
        bloodGroup: 'AB-',
        address: { line: '12, Gali 3, Laxmi Nagar', town: 'Delhi', pinCode: '110092' },
        permanentAddress: permanent,
        identificationMark: 'Mole on the left cheek',
        organDonor: true,
        fit: true,
        mobile: '+919810012345',
        office: 'DL-04 Janakpuri',
        classes: ['MCWG', 'LMV'],
        testLanguage: 'Hindi',
        fee: 350,
      },
    })
  })

  it.each(['आशा देवी', "D'Souza", 'ਗੁਰਪ੍ਰੀਤ', 'محمد اِرفان', 'S.', 'J. R. O’Brien-Smith', 'Ж'.repeat(100)])(
    'keeps the name %s',
    async (name) => {
      await using bench = await openBench()
      await bench.adapter.submit(filing('transport.learner-licence', holder({ name, relativeName: name })), within())
      const [view] = await bench.office.cases()
      expect(view!.fields).toMatchObject({ name, relativeName: name })
    },
  )

  it.each([
    '<![CDATA[x]]></lic:IdMark><lic:OrganDonor>N</lic:OrganDonor><lic:IdMark><![CDATA[y]]>',
    ']]>&amp;&#x41;<!-- x -->',
    '{$xml}',
  ])('takes %s for text, not for markup', async (identificationMark) => {
    await using bench = await openBench()
    await bench.adapter.submit(filing('transport.learner-licence', holder({ identificationMark })), within())
    const [view] = await bench.office.cases()
    expect(view!.fields).toMatchObject({ identificationMark, organDonor: true })
  })

  it('delivers documents byte for byte', async () => {
    await using bench = await openBench()
    const documents = [
      document('photograph', randomBytes(3_000_000), 'मेरी फ़ोटो.jpg'),
      document('signature', randomBytes(1)),
      document('proofOfAge', randomBytes(65_537), "mother's & father's.pdf", 'application/pdf'),
    ]
    const { reference } = (await bench.adapter.submit(
      filing('transport.learner-licence', {}, { documents }),
      within(),
    )) as any
    const [view] = await bench.office.cases()
    expect(view!.documents).toEqual(
      documents.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
    )
    const kept = await bench.office.document(reference, 2)
    expect(Buffer.from(kept!.bytes).equals(Buffer.from(await documents[2]!.read()))).toBe(true)
  })

  it('files a driving licence and takes the slot', async () => {
    await using bench = await openBench()
    const [slot] = await bench.adapter.slots('DL-04', within())
    await bench.adapter.submit(filing('transport.driving-licence', { slot: slot!.id }), within())
    const [view] = await bench.office.cases()
    expect(view!.fields).toMatchObject({ learnerLicenceNumber: 'DL-0420250012345', slot: slot!.id, classes: ['LMV'] })
    expect(await bench.adapter.slots('DL-04', within())).not.toContainEqual(slot)
  })

  it('asks the citizen for another slot when it is gone, and registers nothing', async () => {
    await using bench = await openBench()
    const [slot] = await bench.adapter.slots('DL-04', within())
    await bench.adapter.submit(filing('transport.driving-licence', { slot: slot!.id }), within())
    const second = filing('transport.driving-licence', { slot: slot!.id }, { reference: 'DWR-2026-000002' })
    expect(await bench.adapter.submit(second, within())).toMatchObject({ action: { kind: 'ANSWER', question: 'slot' } })
    expect(await bench.office.cases()).toHaveLength(1)
    expect(await bench.adapter.find('DWR-2026-000002', within())).toEqual([])
  })

  it('asks for the licence number anew when the register does not know it', async () => {
    await using bench = await openBench()
    const unknown = filing('transport.licence-renewal', { licenceNumber: 'DL-0420119999999' })
    expect(await bench.adapter.submit(unknown, within())).toMatchObject({
      action: { kind: 'ANSWER', question: 'licenceNumber' },
    })
  })

  it('asks for a document anew when it cannot be read', async () => {
    await using bench = await openBench()
    const documents = [document('photograph', new Uint8Array())]
    const answer = await bench.adapter.submit(filing('transport.learner-licence', {}, { documents }), within())
    expect(answer).toMatchObject({ action: { kind: 'DOCUMENT', question: 'photograph' } })
  })

  it.each([
    ['a learner of 15', 'transport.learner-licence', { dateOfBirth: '2020-01-05' }, /16 years/],
    [
      'a learner’s licence of 10 days',
      'transport.driving-licence',
      { learnerLicenceNumber: 'DL0420250054321' },
      /30 days/,
    ],
    [
      'an expired learner’s licence',
      'transport.driving-licence',
      { learnerLicenceNumber: 'DL0420240011111' },
      /expired/,
    ],
    [
      'a renewal three years early',
      'transport.licence-renewal',
      { licenceNumber: 'DL0920150222222' },
      /one year before/,
    ],
    ['a renewal six years late', 'transport.licence-renewal', { licenceNumber: 'DL0720020555555' }, /five years/],
  ] as const)('is refused for %s with the department’s reason', async (_, service, change, reason) => {
    await using bench = await openBench()
    const [slot] = await bench.adapter.slots('DL-04', within())
    const input = service === 'transport.driving-licence' ? { ...change, slot: slot!.id } : change
    await expect(bench.adapter.submit(filing(service, input), within())).rejects.toMatchObject({
      code: 'DEPARTMENT_REJECTED',
      reason: expect.stringMatching(reason),
    })
    expect(await bench.office.cases()).toEqual([])
  })

  it('is refused with the reason of a success that says failure', async () => {
    await using bench = await openBench()
    const failing = bench.adapter.submit(
      filing('transport.learner-licence', holder({ identificationMark: '' })),
      within(),
    )
    await expect(failing).rejects.toMatchObject({
      code: 'DEPARTMENT_REJECTED',
      reason: 'A mandatory field is missing: IdMark',
    })
  })

  it('finds the one case after an answer was lost', async () => {
    await using bench = await openBench()
    bench.rude = 'lost-answer'
    await expect(bench.adapter.submit(filing('transport.learner-licence'), within())).rejects.toMatchObject({
      code: 'DEPARTMENT_TIMEOUT',
    })
    bench.rude = null
    const [view] = await bench.office.cases()
    expect(await bench.adapter.find('DWR-2026-000001', within())).toEqual([{ reference: view!.reference }])
    expect(await bench.adapter.find('DWR-2026-000002', within())).toEqual([])
  })

  it('finds both cases where a submission was repeated', async () => {
    await using bench = await openBench()
    await bench.adapter.submit(filing('transport.learner-licence'), within())
    await bench.adapter.submit(filing('transport.learner-licence'), within())
    expect(await bench.adapter.find('DWR-2026-000001', within())).toHaveLength(2)
  })

  it.each([
    ['unavailable', 'DEPARTMENT_UNAVAILABLE'],
    ['fault', 'DEPARTMENT_TIMEOUT'],
    ['garbage', 'DEPARTMENT_TIMEOUT'],
    ['half', 'DEPARTMENT_TIMEOUT'],
  ] as const)('ends with the department %s as %s', async (mode, code) => {
    await using bench = await openBench()
    await bench.adapter.ping(within())
    bench.rude = mode
    await expect(bench.adapter.submit(filing('transport.learner-licence'), within())).rejects.toMatchObject({ code })
    bench.rude = null
    const found = await bench.adapter.find('DWR-2026-000001', within())
    expect(found).toHaveLength(mode === 'half' ? 1 : 0)
  })

  it('ends at the deadline of a department that hangs', async () => {
    await using bench = await openBench()
    await bench.adapter.ping(within())
    bench.rude = 'hang'
    await expect(bench.adapter.submit(filing('transport.learner-licence'), within(300))).rejects.toMatchObject({
      code: 'DEPARTMENT_TIMEOUT',
    })
  })

  it('is surely not done while not even the WSDL can be read', async () => {
    await using bench = await openBench()
    bench.rude = 'garbage'
    await expect(bench.adapter.submit(filing('transport.learner-licence'), within())).rejects.toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
    })
    bench.rude = null
    expect(await bench.adapter.submit(filing('transport.learner-licence'), within())).toHaveProperty('reference')
  })

  it('carries no personal data in its errors', async () => {
    await using bench = await openBench()
    bench.rude = 'fault'
    const error = await bench.adapter.submit(filing('transport.learner-licence'), within()).catch((failed) => failed)
    expect(`${error.message} ${error.cause ?? ''}`).not.toMatch(/Asha|9810012345|Laxmi/)
  })
})
