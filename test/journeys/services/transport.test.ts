import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Answers, textOf, titlesOf } from '../citizen.ts'
import { pdf, photo } from '../papers.ts'
import { until, World } from '../world.ts'
import { clerkActs, expectCertificate, expectPapers, papersOf } from './outcome.ts'

const DEPARTMENT = 'transport'
const LEARNER = 'transport.learner-licence'
const DRIVING = 'transport.driving-licence'
const RENEWAL = 'transport.licence-renewal'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const holder = (name: string, relativeName: string): Answers => ({
  'holder.name': name,
  'holder.relativeName': relativeName,
  'holder.address.line': '12/A, Gali No. 3, O’Neil Road',
  'holder.address.town': 'नई दिल्ली',
  'holder.address.pinCode': '110 092',
})

describe("a learner's licence", () => {
  it('for two classes of vehicle is issued to somebody of forty, with a doctor’s certificate', async () => {
    const francis = world.citizen()
    const answers: Answers = {
      classes: ['Motorcycle with gear', 'Car (LMV)'],
      office: 'DL-13 Surajmal Vihar',
      dateOfBirth: '5/1/1980',
      ...holder("Francis D'Souza", 'Anthony'),
      'holder.gender': 'Male',
      'holder.bloodGroup': 'AB−',
      'holder.permanentAddressSame': 'No',
      'holder.permanentAddress.line': 'House of the well, Ward 4',
      'holder.permanentAddress.town': 'Mapusa',
      'holder.permanentAddress.pinCode': '403507',
      'holder.identificationMark': 'Scar above the right eye',
      'holder.organDonor': 'No',
      testLanguage: 'Punjabi',
      photograph: photo('face'),
      signature: photo('signature'),
      proofOfAge: pdf('passport'),
      proofOfAddress: pdf('bill'),
      medicalCertificate: pdf('form 1A'),
    }
    const reference = await francis.appliesFor(LEARNER, answers, { word: 'learner licence' })
    const filed = await world.caseOf(reference, DEPARTMENT)
    expect(filed).toMatchObject({
      service: LEARNER,
      fields: {
        name: "Francis D'Souza",
        relativeName: 'Anthony',
        dateOfBirth: '1980-01-05',
        gender: 'Male',
        bloodGroup: 'AB-',
        address: { line: '12/A, Gali No. 3, O’Neil Road', town: 'नई दिल्ली', pinCode: '110092' },
        permanentAddress: { line: 'House of the well, Ward 4', town: 'Mapusa', pinCode: '403507' },
        identificationMark: 'Scar above the right eye',
        organDonor: false,
        fit: true,
        mobile: `+${francis.mobile}`,
        office: 'DL-13 Surajmal Vihar',
        classes: ['MCWG', 'LMV'],
        testLanguage: 'Punjabi',
        fee: 350,
      },
    })
    await expectPapers(world, DEPARTMENT, filed, papersOf(answers))
    await clerkActs(world, DEPARTMENT, reference, 'in_review', 'approved')
    await expectCertificate(world, francis, LEARNER, reference)
  })

  it('for a scooter is issued at sixteen, with the consent of a parent', async () => {
    const ravi = world.citizen()
    const { now } = await world.control('clock')
    const born = `${Number(now.slice(0, 4)) - 17}-01-05`
    const answers: Answers = {
      classes: 'Scooter without gear',
      dateOfBirth: born.split('-').reverse().join('.'),
      guardianConsent: photo('consent'),
    }
    const reference = await ravi.appliesFor(LEARNER, answers, { word: 'seekhne ka licence' })
    const filed = await world.caseOf(reference, DEPARTMENT)
    expect(filed.fields).toMatchObject({ classes: ['MCWOG'], dateOfBirth: born })
    expect(filed.documents).toHaveLength(5)
  })
})

describe('a driving licence', () => {
  it('is asked for in Hindi throughout, with offices and days in Hindi', async () => {
    const asha = world.citizen()
    const answers: Answers = {
      dateOfBirth: '5/1/1990',
      learnerLicenceNumber: 'dl 04 2025 0012345',
      classes: 'कार (LMV)',
      ...holder('आशा', 'राम प्रकाश'),
      'holder.identificationMark': 'बाएँ गाल पर तिल',
      photograph: photo('चेहरा'),
      signature: photo('हस्ताक्षर'),
      proofOfAge: photo('उम्र'),
      proofOfAddress: photo('पता'),
    }
    const reference = await asha.appliesFor(DRIVING, answers, { word: 'ड्राइविंग लाइसेंस', language: 'HI' })
    const [office, slot] = (await asha.chat())
      .filter((m) => /दफ़्तर\?\*|टेस्ट का दिन\*/.test(textOf(m)))
      .map((m) => titlesOf(m)[0]!)
    expect(office).toBe('DL-01 मॉल रोड')
    expect(slot).toMatch(/^\p{Script=Devanagari}+ \d{1,2} .*\d{1,2}:\d\d/u)
    const filed = await world.caseOf(reference, DEPARTMENT)
    expect(filed).toMatchObject({
      service: DRIVING,
      fields: {
        name: 'आशा',
        relativeName: 'राम प्रकाश',
        dateOfBirth: '1990-01-05',
        address: { line: '12/A, Gali No. 3, O’Neil Road', town: 'नई दिल्ली', pinCode: '110092' },
        identificationMark: 'बाएँ गाल पर तिल',
        learnerLicenceNumber: 'DL-0420250012345',
        classes: ['LMV'],
        office: 'DL-01 Mall Road',
        fee: 500,
      },
    })
    await expectPapers(world, DEPARTMENT, filed, papersOf(answers))
    await clerkActs(world, DEPARTMENT, reference, 'in_review', 'approved')
    await expectCertificate(world, asha, DRIVING, reference)
    for (const text of await asha.heard()) expect(text).toMatch(/\p{Script=Devanagari}/u)
  })

  it('is withdrawn from the chat: the department hears of it and gives the slot to others', async () => {
    const asha = world.citizen()
    const office = 'DL-09 Dwarka'
    const slots = async () => {
      const ravi = world.citizen()
      const token = await world.token({ citizen: ravi.mobile })
      const { data } = await world.graphql('{ testSlots(office: "DL-09") { value } }', {}, token)
      return data.testSlots.map((slot: { value: string }) => slot.value) as string[]
    }
    const reference = await asha.appliesFor(DRIVING, { office }, { word: 'DL' })
    const { fields } = await world.caseOf(reference, DEPARTMENT)
    expect(await slots()).not.toContain(fields.slot)
    await asha.hears('has received it')
    await asha.says('status')
    await asha.hears((m) => titlesOf(m).includes('Withdraw'))
    await asha.presses('Withdraw')
    await asha.hears(`Take back ${reference}?`)
    await asha.presses('Yes, withdraw')
    await asha.hears(`${reference}: withdrawn.`)
    expect((await world.caseOf(reference, DEPARTMENT)).status).toBe('withdrawn')
    expect(await slots()).toContain(fields.slot)
  })

  it('goes on after a slot that somebody else took: another is asked for, and nothing else', async () => {
    const [asha, ravi] = [world.citizen(), world.citizen()]
    const office = 'DL-12 Vasant Vihar'
    await asha.fills(DRIVING, { office })
    const taken = await ravi.appliesFor(DRIVING, { office })
    const { fields } = await world.caseOf(taken, DEPARTMENT)
    await asha.presses('Send')
    const again = await asha.hears('*Day of the driving test*')
    expect(textOf(again)).toMatch(/^What you chose is not free any more. Please choose again.\n/)
    await asha.presses(titlesOf(again)[0]!)
    await asha.hears('please check')
    const reference = await asha.agrees()
    const own = (await world.caseOf(reference, DEPARTMENT)).fields
    expect(own.office).toBe(office)
    expect(own.slot).not.toBe(fields.slot)
  })
})

describe('the renewal of a licence', () => {
  it('that has expired costs more, and the licence comes with its number', async () => {
    const asha = world.citizen()
    const answers: Answers = {
      dateOfBirth: '५ जनवरी १९९०',
      licenceNumber: 'DL0320130333333',
      office: 'DL-03 Sheikh Sarai',
      ...holder('Asha', 'राम प्रकाश'),
      photograph: photo('face'),
      signature: photo('signature'),
      proofOfAddress: pdf('bill'),
    }
    const reference = await asha.appliesFor(RENEWAL, answers, { word: 'DL renew' })
    const filed = await world.caseOf(reference, DEPARTMENT)
    expect(filed).toMatchObject({
      service: RENEWAL,
      fields: {
        name: 'Asha',
        relativeName: 'राम प्रकाश',
        dateOfBirth: '1990-01-05',
        licenceNumber: 'DL-0320130333333',
        office: 'DL-03 Sheikh Sarai',
        fee: 500,
      },
    })
    await expectPapers(world, DEPARTMENT, filed, papersOf(answers))
    await clerkActs(world, DEPARTMENT, reference, 'in_review', 'approved')
    await expectCertificate(world, asha, RENEWAL, reference)
    expect((await world.caseOf(reference, DEPARTMENT)).fields.licenceIssued).toBe('DL-0320130333333')
  })

  it('waits for an answer that the clerk asks for in words', async () => {
    const asha = world.citizen()
    const reference = await asha.appliesFor(RENEWAL)
    const { reference: caseNumber } = await world.caseOf(reference, DEPARTMENT)
    await world.clerk(DEPARTMENT, caseNumber, {
      status: 'action_required',
      action: { kind: 'ANSWER', text: 'In which year was the licence issued first?' },
    })
    await asha.hears('In which year')
    await asha.says('2011')
    await asha.hears('was sent to the office')
    const replies = await until('the reply', async () => (await world.caseOf(reference, DEPARTMENT)).fields.replies)
    expect(replies).toEqual(['2011'])
  })
})
