import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Answers, textOf } from '../citizen.ts'
import { pdf, photo } from '../papers.ts'
import { until, World } from '../world.ts'
import { caseWith, clerkActs, expectCertificate, expectPapers, papersOf } from './outcome.ts'

const DEPARTMENT = 'registrar'
const MARRIAGE = 'registrar.marriage'
const COPY = 'registrar.marriage-copy'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const papers = (who: string): Answers => ({
  [`${who}.photograph`]: photo(`face of the ${who}`),
  [`${who}.proofOfAge`]: pdf(`age of the ${who}`),
  [`${who}.identity`]: photo(`identity of the ${who}`),
  [`${who}.proofOfAddress`]: pdf(`address of the ${who}`),
  [`${who}.affidavit`]: pdf(`affidavit of the ${who}`),
})

describe('a marriage', () => {
  it('of two people with three witnesses is registered as they told it, on the day that they are called', async () => {
    const kiran = world.citizen()
    const answers: Answers = {
      act: 'Special Marriage Act',
      date: '5/1/2024',
      place: "St. Thomas' Church, Mandir Marg",
      district: 'New Delhi',
      citizenship: 'Both',
      residence: 'The bride',
      'groom.name': "Francis D'Souza",
      'groom.fatherName': 'Anthony D’Souza',
      'groom.motherName': null,
      'groom.dateOfBirth': '5/1/1990',
      'groom.religion': 'Christian',
      'groom.statusBefore': 'Yes, divorced',
      'groom.occupation': 'Tailor & cutter',
      'groom.address.line': 'H.No. 7/2, St. Mary’s Lane',
      'groom.address.town': 'New Delhi',
      'groom.address.pinCode': '110 001',
      'groom.mobile': '098100 12345',
      ...papers('groom'),
      'bride.name': 'सावित्री',
      'bride.fatherName': 'राम प्रकाश',
      'bride.motherName': 'Devaki',
      'bride.dateOfBirth': '२९ फरवरी १९९२',
      'bride.religion': 'Hindu',
      'bride.statusBefore': 'Yes, widowed',
      'bride.occupation': 'Teacher',
      'bride.address.line': '१२, गली ३, लक्ष्मी नगर',
      'bride.address.town': 'दिल्ली',
      'bride.address.pinCode': '११००९२',
      'bride.mobile': '+91 98100-54321',
      ...papers('bride'),
      groomDivorceDecree: pdf('decree'),
      brideDeathCertificate: photo('death of the first husband'),
      nameChange: 'The bride',
      brideNewName: "Savitri D'Souza",
      'witnesses[].name': ['Gurpreet', 'محمد یوسف', 'K. R. Subramanian'],
      'witnesses[].fatherName': [null, 'Abdul Rahman', null],
      'witnesses[].age': ['32', '५१', '18'],
      'witnesses[].relation': ['Friend or neighbour', 'Distant relative', 'Close family'],
      'witnesses[].address.line': ['1, Mall Road', '2, Mall Road', '3, Mall Road'],
      'witnesses[].address.town': ['Delhi', 'Delhi', 'Gurugram'],
      'witnesses[].address.pinCode': ['110054', '110 054', '122001'],
      'witnesses[].identity': [photo('first witness'), photo('second witness'), pdf('third witness')],
      jointPhotograph: photo('both'),
      ceremonyProof: pdf('invitation'),
      office: 'SDM Chanakyapuri',
    }
    const reference = await kiran.appliesFor(MARRIAGE, answers, { word: 'shaadi registration' })
    const filed = await world.caseOf(reference, DEPARTMENT)
    expect(filed).toMatchObject({
      service: MARRIAGE,
      status: 'received',
      fields: {
        act: 'Special Marriage Act',
        date: '2024-01-05',
        place: "St. Thomas' Church, Mandir Marg",
        district: 'New Delhi',
        citizenship: 'Both',
        residence: 'Bride',
        office: 'SDM Chanakyapuri',
        applicantMobile: `+${kiran.mobile}`,
        fee: 1150,
        groom: {
          name: "Francis D'Souza",
          fatherName: 'Anthony D’Souza',
          dateOfBirth: '1990-01-05',
          religion: 'Christian',
          statusBefore: 'Divorced',
          occupation: 'Tailor & cutter',
          address: { line: 'H.No. 7/2, St. Mary’s Lane', town: 'New Delhi', pinCode: '110001' },
          mobile: '+919810012345',
        },
        bride: {
          name: 'सावित्री',
          fatherName: 'राम प्रकाश',
          motherName: 'Devaki',
          dateOfBirth: '1992-02-29',
          religion: 'Hindu',
          statusBefore: 'Widowed',
          occupation: 'Teacher',
          address: { line: '१२, गली ३, लक्ष्मी नगर', town: 'दिल्ली', pinCode: '110092' },
          mobile: '+919810054321',
          newName: "Savitri D'Souza",
        },
        witnesses: [
          { name: 'Gurpreet', age: 32, address: { line: '1, Mall Road', town: 'Delhi', pinCode: '110054' } },
          { name: 'محمد یوسف', fatherName: 'Abdul Rahman', age: 51, address: { pinCode: '110054' } },
          { name: 'K. R. Subramanian', age: 18, address: { town: 'Gurugram', pinCode: '122001' } },
        ],
      },
    })
    expect(filed.fields.groom).not.toHaveProperty('motherName')
    await expectPapers(world, DEPARTMENT, filed, papersOf(answers))

    await clerkActs(world, DEPARTMENT, reference, 'in_review')
    await kiran.hears('it is being checked')
    await clerkActs(world, DEPARTMENT, reference, 'action_required')
    const called = textOf(await kiran.hears('needs something from you'))
    const { fields } = await world.caseOf(reference, DEPARTMENT)
    const { date, place } = fields.appointment as { date: string; place: string }
    const day = new Date(date).toLocaleDateString('en-IN', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    expect(called.split('\n').slice(1)).toEqual([
      'Please come, both of you and all witnesses, with the originals of all documents.',
      `Come on ${day}.`,
      `Place: ${place}, at 11:30 am`,
    ])
    await clerkActs(world, DEPARTMENT, reference, 'approved')
    await expectCertificate(world, kiran, MARRIAGE, reference)
  })

  it('is registered in Hindi throughout', async () => {
    const kiran = world.citizen()
    const reference = await kiran.appliesFor(
      MARRIAGE,
      { 'groom.name': 'आकाश', 'bride.name': 'किरण', 'groom.mobile': '०९८१०० १२३४५' },
      { word: 'शादी का रजिस्ट्रेशन', language: 'HI' },
    )
    const { fields } = await world.caseOf(reference, DEPARTMENT)
    expect(fields).toMatchObject({
      act: 'Hindu Marriage Act',
      place: 'आर्य समाज मंदिर, करोल बाग',
      groom: { name: 'आकाश', mobile: '+919810012345', occupation: 'अध्यापक' },
      bride: { name: 'किरण', fatherName: 'मोहन लाल' },
    })
    await clerkActs(world, DEPARTMENT, reference, 'in_review', 'action_required')
    expect(textOf(await kiran.hears('को आएँ'))).toMatch(/^जगह: .*, at 11:30 am$/m)
    await clerkActs(world, DEPARTMENT, reference, 'approved')
    await expectCertificate(world, kiran, MARRIAGE, reference)
    for (const text of await kiran.heard()) expect(text).toMatch(/\p{Script=Devanagari}/u)
  })

  it('waits for a paper of the groom that the clerk asks for again', async () => {
    const kiran = world.citizen()
    const reference = await kiran.appliesFor(MARRIAGE)
    const before = await world.caseOf(reference, DEPARTMENT)
    await world.clerk(DEPARTMENT, before.reference, {
      status: 'action_required',
      action: { kind: 'DOCUMENT', question: 'groom.proofOfAge', text: 'The year of birth cannot be read.' },
    })
    const asked = textOf(await kiran.hears('The year of birth cannot be read.'))
    expect(asked).toContain('The groom\n*Proof of age*')
    const again = pdf('passport of the groom')
    await kiran.sends(again)
    await kiran.hears('was sent to the office')
    const after = await caseWith(world, DEPARTMENT, reference, again)
    expect(after.documents.at(-1)!.name).toBe('passport of the groom.pdf')
    await until('its review', async () => (await world.caseOf(reference, DEPARTMENT)).status === 'in_review')
  })
})

describe('a certified copy', () => {
  it('is asked for as the entry stands, whatever the case of the names', async () => {
    const sunita = world.citizen()
    const answers = {
      registrationNumber: 'SDM/CE/2019/000042',
      year: '2019',
      district: 'Central',
      groomName: 'ramesh  kumar',
      brideName: 'SUNITA DEVI',
      identity: photo('identity of Sunita'),
    }
    const reference = await sunita.appliesFor(COPY, answers, { word: 'lost marriage certificate' })
    const filed = await world.caseOf(reference, DEPARTMENT)
    expect(filed).toMatchObject({
      service: COPY,
      fields: {
        registrationNumber: 'SDM/CE/2019/000042',
        year: 2019,
        district: 'Central',
        groomName: 'ramesh kumar',
        brideName: 'SUNITA DEVI',
        fee: 50,
      },
    })
    await expectPapers(world, DEPARTMENT, filed, papersOf(answers))
    await clerkActs(world, DEPARTMENT, reference, 'in_review', 'approved')
    const first = await expectCertificate(world, sunita, COPY, reference)
    await sunita.says('please send my certificate again')
    await sunita.hears(reference)
    await sunita.presses('Send it to me again')
    const again = await expectCertificate(world, sunita, COPY, reference)
    expect(again.id).not.toBe(first.id)
  })

  it('is not promised where number and names do not belong together, and nothing of the entry is told', async () => {
    const curious = world.citizen()
    const heard = new Set<string>()
    for (const registrationNumber of ['SDM/CE/2019/000042', 'SDM/CE/2019/999999']) {
      await curious.says('Copy of marriage record')
      await curious.hears('*Registration number*')
      for (const answer of [registrationNumber, '2019', 'Central', 'Some']) await curious.says(answer)
      await curious.hears("*Bride's name*")
      await curious.says('Body')
      heard.add(textOf(await curious.hears('No marriage with this number')))
      await curious.says('cancel')
      await curious.hears('Cancelled')
    }
    expect(heard.size).toBe(1)
  })
})
