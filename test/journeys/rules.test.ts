import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Answers } from './citizen.ts'
import { exampleInput, type Form, files } from './filing.ts'
import { JPEG, PDF } from './papers.ts'
import { until, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

interface Problem {
  readonly path: string
  readonly rule: string
  readonly message: string
}
/** A form with examples and first options, of somebody who files it by GraphQL. */
async function formOf(service: string): Promise<{ form: Form; token: string }> {
  const token = await world.token({ citizen: world.citizen().mobile })
  return { form: await exampleInput(world, service, token), token }
}
async function problems(form: Form, token: string, language: string): Promise<Problem[]> {
  const { data } = await files(world, form, token, { language })
  expect(data.apply.__typename).toBe('InvalidInput')
  return data.apply.problems
}

const LANGUAGES = ['EN', 'HI'] as const
interface Broken {
  readonly service: string
  /** What is told in the chat, with the answer that keeps the rule after the one that breaks it; by language where a choice is pressed. */
  readonly answers: (language: 'EN' | 'HI') => Answers
  readonly change: (input: any) => void
  readonly path: string
  readonly rule: string
  readonly sentences: Readonly<Record<'EN' | 'HI', string>>
}

const RULES: Readonly<Record<string, Broken>> = {
  'a groom of twenty': {
    service: 'registrar.marriage',
    answers: () => ({ date: '14/2/2024', 'groom.dateOfBirth': ['15/2/2003', '14/2/2003'] }),
    change(input) {
      input.date = '2024-02-14'
      input.groom.dateOfBirth = '2003-02-15'
    },
    path: 'groom.dateOfBirth',
    rule: 'groom-age',
    sentences: {
      EN: 'The groom must be 21 or older on the day of the marriage.',
      HI: 'शादी के दिन दूल्हे की उम्र 21 साल या उससे ज़्यादा होनी चाहिए।',
    },
  },
  'a learner’s licence of ten days': {
    service: 'transport.driving-licence',
    answers: () => ({
      dateOfBirth: '5/1/1990',
      learnerLicenceNumber: ['DL-0420250054321', 'DL-0420250012345'],
    }),
    change(input) {
      input.learnerLicenceNumber = 'DL-0420250054321'
    },
    path: 'learnerLicenceNumber',
    rule: 'learner-30-days',
    sentences: {
      EN: "Your learner's licence must be at least 30 days old. Please apply once it is.",
      HI: 'आपका लर्नर लाइसेंस कम से कम 30 दिन पुराना होना चाहिए। उसके बाद आवेदन करें।',
    },
  },
  'somebody who is not fit to drive': {
    service: 'transport.licence-renewal',
    answers: (language) => ({ fit: language === 'EN' ? ['No', 'Yes'] : ['नहीं', 'हाँ'] }),
    change(input) {
      input.fit = false
    },
    path: 'fit',
    rule: 'fit',
    sentences: {
      EN: 'A licence is given only to someone who is fit to drive. Please ask at the licensing office what is possible.',
      HI: 'लाइसेंस उसी को मिलता है जिसकी सेहत गाड़ी चलाने लायक हो। कृपया लाइसेंस दफ़्तर में पूछें कि क्या हो सकता है।',
    },
  },
  'a birth to come': {
    service: 'municipal.birth-certificate',
    answers: () => ({ dateOfBirth: ['1/1/2090', '5/1/1990'] }),
    change(input) {
      input.dateOfBirth = '2090-01-01'
    },
    path: 'dateOfBirth',
    rule: 'not-in-future',
    sentences: {
      EN: 'The date of birth is in the future. Please check it.',
      HI: 'जन्म की तारीख आगे की है। कृपया जाँच लें।',
    },
  },
}

for (const [what, { service, answers, change, path, rule, sentences }] of Object.entries(RULES))
  describe(what, () => {
    for (const language of LANGUAGES)
      it(`is refused with the same sentence in the chat and by GraphQL: ${language}`, async () => {
        const { form, token } = await formOf(service)
        change(form.input)
        expect(await problems(form, token, language)).toEqual([{ path, rule, message: sentences[language] }])

        const asha = world.citizen()
        await asha.fills(service, answers(language), { language })
        const refusals = (await asha.heard()).filter((text) => text.includes(sentences[language]))
        expect(refusals).toHaveLength(1)
        expect(refusals[0]!.startsWith(`${sentences[language]}\n`)).toBe(true)
      })
  })

describe('two witnesses under the Special Marriage Act', () => {
  const SERVICE = 'registrar.marriage'
  const SENTENCES = { EN: 'At least 3 are needed.', HI: 'कम से कम 3 चाहिए।' }
  const WORDS = {
    EN: { act: 'Under which law?', special: 'Special Marriage Act', correct: 'Correct', third: 'Witness 3' },
    HI: { act: 'किस क़ानून से?', special: 'स्पेशल मैरिज एक्ट', correct: 'सुधारें', third: 'गवाह 3' },
  }
  for (const language of LANGUAGES)
    it(`are refused with the same sentence in the chat and by GraphQL: ${language}`, async () => {
      const { form, token } = await formOf(SERVICE)
      form.input.act = 'SPECIAL_MARRIAGE_ACT'
      const [witness] = form.input.witnesses
      form.input.witnesses = [witness, witness]
      expect(await problems(form, token, language)).toEqual([
        { path: 'witnesses', rule: 'too-few', message: SENTENCES[language] },
      ])

      const asha = world.citizen()
      const { act, special, correct, third } = WORDS[language]
      await asha.fills(SERVICE, {}, { language })
      await asha.presses(correct)
      await asha.hears()
      await asha.presses(act)
      await asha.hears(`*${act}*`)
      await asha.presses(special)
      const { text } = await asha.asked((await asha.questions(SERVICE, language)).questions)
      expect(text.startsWith(`${SENTENCES[language]}\n`)).toBe(true)
      expect(text).toContain(`${third}\n*`)
    })
})

describe('values that are none', () => {
  it('are named by GraphQL with path, rule and a sentence in the asked language, all at once', async () => {
    const { form, token } = await formOf('registrar.marriage')
    const { input } = form
    input.date = '31/2/2024'
    input.groom.name = 'R2D2'
    input.groom.mobile = '12345'
    input.bride.address.pinCode = '9'
    input.witnesses[1].age = 17
    input.ceremonyProof = 'doc_of_nobody'
    const found = await problems(form, token, 'EN')
    expect(found.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'date date',
      'groom.name person-name',
      'groom.mobile mobile-number',
      'bride.address.pinCode pin-code',
      'witnesses.1.age minimum',
      'ceremonyProof document-unknown',
    ])
    expect(found[0]!.message).toBe(
      'Please write a date that exists: day, month, year. For example 5/1/1990 or 5 January 1990.',
    )
    const inHindi = await problems(form, token, 'HI')
    expect(inHindi.map(({ path, rule }) => [path, rule])).toEqual(found.map(({ path, rule }) => [path, rule]))
    for (const { message } of inHindi) expect(message).toMatch(/\p{Script=Devanagari}/u)
  })

  it('are refused in the chat with the same sentences', async () => {
    const { form, token } = await formOf('registrar.marriage')
    form.input.groom.mobile = '12345'
    form.input.groom.address.pinCode = '9'
    form.input.groom.name = 'R2D2'
    for (const language of LANGUAGES) {
      const asha = world.citizen()
      await asha.fills(
        'registrar.marriage',
        {
          'groom.name': ['R2D2', 'Arun'],
          'groom.mobile': ['12345', '098100 12345'],
          'groom.address.pinCode': ['9', '110 092'],
        },
        { language },
      )
      const heard = await asha.heard()
      for (const { message } of await problems(form, token, language))
        expect(heard.filter((text) => text.startsWith(message))).toHaveLength(1)
    }
  })

  it('of an enum, or of a name that no input has, are errors of the request', async () => {
    const { form, token } = await formOf('municipal.birth-certificate')
    for (const change of [{ relation: 'NOBODY' }, { aadhaar: '1' }]) {
      const answer = await files(world, { ...form, input: { ...form.input, ...change } }, token)
      expect(answer.errors?.length).toBeGreaterThan(0)
      expect(answer.data).toBeFalsy()
    }
  })
})

describe('an answer to the clerk', () => {
  const answer = (reference: string, token: string, value: unknown) =>
    world.graphql(
      'mutation ($reference: ID!, $answer: JSON!) { answerAction(reference: $reference, answer: $answer) { __typename ... on InvalidInput { problems { path rule message(language: HI) } } } }',
      { reference, answer: value },
      token,
    )

  it('is a file of a kind that the question accepts, and nothing where nothing is asked', async () => {
    const { form, token } = await formOf('transport.learner-licence')
    const { reference } = (await files(world, form, token)).data.apply
    const paper = await world.upload(token, 'face.pdf', 'application/pdf', PDF)
    expect((await answer(reference, token, paper)).data.answerAction.problems).toEqual([
      { path: 'reference', rule: 'no-action', message: 'अभी आपसे कुछ नहीं चाहिए।' },
    ])
    const { reference: caseNumber } = await world.caseOf(reference, 'transport')
    await world.clerk('transport', caseNumber, {
      status: 'action_required',
      action: { kind: 'DOCUMENT', question: 'photograph' },
    })
    await until('the request', async () => {
      const { data } = await world.graphql(
        'query ($reference: ID!) { application(reference: $reference) { status } }',
        { reference },
        token,
      )
      return data.application.status === 'ACTION_REQUIRED'
    })
    expect((await answer(reference, token, paper)).data.answerAction.problems).toMatchObject([
      { path: 'answer', rule: 'document-type' },
    ])
    const face = await world.upload(token, 'face.jpg', 'image/jpeg', JPEG)
    expect((await answer(reference, token, face)).data.answerAction.__typename).toBe('Application')
  })
})
