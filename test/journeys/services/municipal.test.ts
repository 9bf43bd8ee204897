import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Answers, textOf } from '../citizen.ts'
import { pdf, photo } from '../papers.ts'
import { World } from '../world.ts'
import { caseWith, clerkActs, expectCertificate, expectPapers, fileIn, papersOf } from './outcome.ts'

const DEPARTMENT = 'municipal'
const BIRTH = 'municipal.birth-certificate'
const NAME = 'municipal.child-name'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

/** Births by date, sex, mother and place. */
const search = (dateOfBirth: string, sex: string, motherName: string, place: string): Answers => ({
  registrationNumber: null,
  dateOfBirth,
  sex,
  motherName,
  place,
})
const field = async (reference: string, name: string) => (await world.caseOf(reference, DEPARTMENT)).fields[name]

describe('a birth certificate', () => {
  it('is asked for by number, by post, for a name with an apostrophe', async () => {
    const maria = world.citizen()
    const answers = {
      relation: 'It is my own birth',
      registrationNumber: '1998-so-002087',
      dateOfBirth: '25 Dec 1998',
      motherName: "Teresa D'Souza",
      fatherName: "Anthony D'Souza",
      purpose: 'Passport',
      copies: '२',
      delivery: 'Paper by post',
      'postalAddress.line': "Flat 3, St. Mary's Lane",
      'postalAddress.town': 'Okhla',
      'postalAddress.pinCode': '110 025',
      identity: pdf('passport of Maria'),
    }
    const reference = await maria.appliesFor(BIRTH, answers, { word: 'birth certificate' })
    const filed = await world.caseOf(reference, DEPARTMENT)
    expect(filed).toMatchObject({
      service: BIRTH,
      fields: {
        applicant_relation: 'self',
        applicant_mobile: `+${maria.mobile}`,
        date_of_birth: '1998-12-25',
        mother_name: "Teresa D'Souza",
        father_name: "Anthony D'Souza",
        purpose: 'passport',
        copies: 2,
        delivery: 'post',
        address_line: "Flat 3, St. Mary's Lane",
        address_town: 'Okhla',
        address_pin: '110025',
        fee: 50,
        register_entry: '1998-SO-002087',
      },
    })
    expect(filed.documents[0]!.name).toBe('passport of Maria.pdf')
    await expectPapers(world, DEPARTMENT, filed, papersOf(answers))
    await clerkActs(world, DEPARTMENT, reference, 'in_review', 'approved')
    await expectCertificate(world, maria, BIRTH, reference)
  })

  it('is asked for in Hindi throughout, and found by what was told in Hindi', async () => {
    const asha = world.citizen()
    const answers = {
      relation: 'मैं माँ हूँ',
      ...search('5/1/1990', 'लड़की', 'सावित्री देवी', 'हिंदू राव अस्पताल'),
      fatherName: 'मोहन लाल',
      purpose: 'पासपोर्ट',
      copies: '१',
      delivery: 'केवल फ़ाइल',
      identity: photo('पहचान'),
    }
    const reference = await asha.appliesFor(BIRTH, answers, { word: 'जन्म प्रमाण पत्र', language: 'HI' })
    const filed = await world.caseOf(reference, DEPARTMENT)
    expect(filed.fields).toMatchObject({
      applicant_relation: 'mother',
      date_of_birth: '1990-01-05',
      sex: 'female',
      mother_name: 'सावित्री देवी',
      father_name: 'मोहन लाल',
      place: 'हिंदू राव अस्पताल',
      purpose: 'passport',
      copies: 1,
      register_entry: '1990-CL-000017',
    })
    await expectPapers(world, DEPARTMENT, filed, papersOf(answers))
    await clerkActs(world, DEPARTMENT, reference, 'in_review', 'approved')
    await expectCertificate(world, asha, BIRTH, reference)
    // what is no Hindi in a Hindi chat are numbers, addresses and the names of things
    for (const text of await asha.heard())
      expect(text.replace(/https?:\S+|DWR-\S+|PDF|\b\d{4}-[A-Z]{2}-\d{6}\b|\p{L}?•+\p{L}?/gu, '')).not.toMatch(/[a-z]/i)
  })

  it.each([
    ['PA', 'ਜਨਮ ਦੀ ਨਕਲ', 'ਕੁੜੀ', 'ਸਾਵਿਤਰੀ ਦੇਵੀ', 'ਹਿੰਦੂ ਰਾਓ'],
    ['UR', 'پیدائش کی سند', 'لڑکی', 'ساوتری دیوی', 'ہندو راؤ'],
  ] as const)('is found by mother and place as they are written in %s', async (language, word, sex, mother, place) => {
    const asha = world.citizen()
    const reference = await asha.appliesFor(BIRTH, search('5/1/1990', sex, mother, place), { word, language })
    expect(await field(reference, 'register_entry')).toBe('1990-CL-000017')
  })

  it('is one of two births that are much alike: the citizen picks', async () => {
    const kavita = world.citizen()
    const answers = { ...search('15.8.2019', 'Boy', 'Kavita', 'Kasturba Hospital'), match: 'R••••l K••••r' }
    const reference = await kavita.appliesFor(BIRTH, answers, { word: 'janam praman patra' })
    expect(await field(reference, 'register_entry')).toBe('2019-CE-002232')
  })

  it('is not found, nor is one that may not be shown, until the answer that is wrong is corrected', async () => {
    const savitri = world.citizen()
    const answers = {
      ...search('21/6/2014', 'Boy', 'Neelam', 'Lady Hardinge Hospital'),
      dateOfBirth: ['21/6/2014', '5/1/1990'],
      motherName: ['Neelam', 'Savitri Devi'],
      place: ['Lady Hardinge Hospital', 'Hindu Rao'],
      sex: ['Boy', 'Girl'],
    }
    const wrong = ['Date of birth', 'Girl or boy?', "Mother's name", 'Place of birth']
    const reference = await savitri.appliesFor(BIRTH, answers, {
      presses: (text) => (text.startsWith('Nothing was found') ? (wrong.shift() ?? null) : null),
    })
    expect(wrong).toEqual([])
    const said = (await savitri.heard()).filter((text) => text.startsWith('Nothing was found'))
    // a sealed entry reads like none
    expect(new Set(said).size).toBe(1)
    expect(await field(reference, 'mother_name')).toBe('Savitri Devi')
    expect(await field(reference, 'register_entry')).toBe('1990-CL-000017')
  })

  it('goes with what was corrected at the review', async () => {
    const asha = world.citizen()
    await asha.fills(BIRTH, { fatherName: 'Mohan Lall' })
    await asha.presses('Correct')
    await asha.hears('Which answer')
    await asha.presses("Father's name")
    await asha.hears("*Father's name*")
    await asha.says('मोहन लाल')
    expect(textOf(await asha.hears('please check'))).toContain("Father's name: मोहन लाल\n")
    expect(await field(await asha.agrees(), 'father_name')).toBe('मोहन लाल')
  })

  it('comes a day later as a template, with the file in its header and the address in its body', async () => {
    const asha = world.citizen()
    const reference = await asha.appliesFor(BIRTH)
    await world.caseOf(reference, DEPARTMENT)
    await world.control('clock', { advance: '25h' })
    await clerkActs(world, DEPARTMENT, reference, 'in_review', 'approved')
    const message = await expectCertificate(world, asha, BIRTH, reference)
    expect(message.message.type).toBe('template')
    expect(fileIn(message)!.filename).toBe(`${reference}.pdf`)
    const body = message.message.template.components.find((part: any) => part.type === 'body')
    expect(body.parameters.map((p: any) => p.text).join(' ')).toContain(`${world.url}/verify/`)
  })
})

describe("a child's name", () => {
  it('is added as it was written, with the papers of both parents', async () => {
    const farida = world.citizen()
    const answers = {
      relation: 'I am the mother',
      registrationNumber: '2025-RH-000412',
      dateOfBirth: '12/8/2025',
      motherName: 'Farida',
      fatherName: 'Abdul Rahman',
      childName: 'ज़ोया',
      certificate: photo('certificate without a name'),
      motherIdentity: pdf('identity of Farida'),
      fatherIdentity: photo('identity of Abdul'),
      declaration: pdf('declaration'),
    }
    const reference = await farida.appliesFor(NAME, answers, { word: 'baby ka naam' })
    const filed = await world.caseOf(reference, DEPARTMENT)
    expect(filed.fields).toMatchObject({
      applicant_relation: 'mother',
      registration_number: '2025-RH-000412',
      date_of_birth: '2025-08-12',
      mother_name: 'Farida',
      father_name: 'Abdul Rahman',
      child_name: 'ज़ोया',
      register_entry: '2025-RH-000412',
    })
    await expectPapers(world, DEPARTMENT, filed, papersOf(answers))
    await clerkActs(world, DEPARTMENT, reference, 'in_review', 'approved')
    await expectCertificate(world, farida, NAME, reference)
  })

  it('waits for a paper that the clerk asks for again, and goes on with what the chat sends', async () => {
    const bimla = world.citizen()
    const reference = await bimla.appliesFor(NAME)
    const before = await world.caseOf(reference, DEPARTMENT)
    await world.clerk(DEPARTMENT, before.reference, {
      status: 'action_required',
      action: { kind: 'DOCUMENT', question: 'declaration', due: '2030-01-31' },
    })
    const asked = textOf(await bimla.hears(/^\*Paper signed by both parents/m))
    expect(asked).toContain('Please send this document again.')
    expect(asked).toContain('Please answer by 31 January 2030.')
    await bimla.says('which one?')
    await bimla.hears('Please send a photo or a PDF.')
    const again = pdf('declaration, signed by both')
    await bimla.sends(again)
    await bimla.hears('was sent to the office')
    const after = await caseWith(world, DEPARTMENT, reference, again)
    expect(after.documents).toHaveLength(before.documents.length + 1)
    expect(after.documents.at(-1)!.name).toBe('declaration, signed by both.pdf')
    await clerkActs(world, DEPARTMENT, reference, 'approved')
    await expectCertificate(world, bimla, NAME, reference)
  })
})
