import type { Question, Service } from '../../subgraphs/whatsapp/conversation/state.ts'
import { chatCatalogue } from '../../subgraphs/whatsapp/search.ts'
import type { Words } from '../../vocabulary/catalogue.ts'

const words = (en: string, hi?: string): Words => (hi ? { en, hi } : { en })

export function question(
  path: string,
  type: Question['type'],
  more: Partial<Question> & { en?: string; hi?: string } = {},
): Question {
  const { en, hi, ...rest } = more
  return {
    path,
    type,
    scalar: type === 'DATE' ? 'Date' : type === 'DOCUMENT' ? 'DocumentId' : 'String',
    required: true,
    within: null,
    when: null,
    suggest: null,
    label: words(en ?? path, hi),
    hint: null,
    example: null,
    block: null,
    minimum: null,
    maximum: null,
    pattern: null,
    accepts: null,
    repeats: null,
    atLeast: null,
    options: null,
    live: false,
    dependsOn: null,
    facts: null,
    ...rest,
  }
}

export function service(
  code: string,
  en: string,
  questions: readonly Question[],
  more: Partial<Service> = {},
): Service {
  return {
    code,
    department: code.split('.')[0]!,
    departmentName: words('The Office', 'दफ़्तर'),
    mutation: 'applyForIt',
    input: 'ItInput',
    days: 7,
    fee: null,
    title: words(en),
    description: null,
    synonyms: {},
    rules: [],
    ...more,
    questions,
  }
}

const option = (value: string, en: string, hi?: string) => ({ value, label: words(en, hi) })

/** One service with every type of question, and one that asks a register. */
export const WEDDING = service(
  'office.wedding',
  'Wedding',
  [
    question('act', 'CHOICE', {
      en: 'Which law',
      hi: 'कौन सा कानून',
      options: [option('HINDU', 'Hindu', 'हिन्दू'), option('SPECIAL', 'Special', 'विशेष')],
    }),
    question('date', 'DATE', { en: 'Day of the wedding', example: words('05/01/2020') }),
    question('groom.name', 'TEXT', {
      en: 'His name',
      scalar: 'PersonName',
      block: words('The groom'),
      example: words('Ravi'),
    }),
    question('groom.born', 'DATE', {
      en: 'His date of birth',
      block: words('The groom'),
      example: words('05/01/1990'),
    }),
    question('groom.divorced', 'BOOLEAN', { en: 'Was he married before?', block: words('The groom') }),
    question('groom.decree', 'DOCUMENT', {
      en: 'His divorce decree',
      block: words('The groom'),
      when: 'input.groom.divorced',
      accepts: ['application/pdf', 'image/*'],
    }),
    question('witnesses[].name', 'TEXT', {
      en: 'Name of the witness',
      scalar: 'PersonName',
      block: words('Witnesses'),
      repeats: { minimum: 1, maximum: 3 },
      atLeast: "input.act == 'SPECIAL' ? 3 : 2",
      example: words('Sita'),
    }),
    question('guests', 'INTEGER', {
      en: 'How many guests',
      minimum: 0,
      maximum: 500,
      scalar: 'Int',
      required: false,
      example: words('20'),
    }),
    question('foods', 'CHOICES', {
      en: 'What food',
      options: [option('RICE', 'Rice'), option('BREAD', 'Bread'), option('SWEETS', 'Sweets')],
    }),
    question('mobile', 'TEXT', { en: 'Your mobile number', scalar: 'MobileNumber', suggest: "'+919810012345'" }),
  ],
  {
    title: { en: 'Wedding', hi: 'शादी' },
    synonyms: { en: ['marry'], hi: ['विवाह'] },
    fee: '100',
    rules: [
      {
        id: 'groom-age',
        on: '',
        check: 'years(input.groom.born, input.date) >= 21',
        each: null,
        path: 'groom.born',
        message: { en: 'The groom must be 21 on the day.', hi: 'उस दिन दूल्हे की उम्र 21 होनी चाहिए।' },
      },
    ],
  },
)

export const BIRTH = service('town.birth', 'Birth certificate', [
  question('name', 'TEXT', { en: 'Name of the child', scalar: 'PersonName', example: words('Asha') }),
  question('record', 'CHOICE', { en: 'Which record', live: true, dependsOn: ['name'], scalar: 'String' }),
  question('pages', 'DOCUMENT', { en: 'Pages of the form', repeats: { minimum: 1, maximum: 3 }, accepts: ['image/*'] }),
])

/** One of several papers will do. */
export const PROOF = service('town.proof', 'Proof of age', [
  question('paper.school', 'DOCUMENT', { en: 'School certificate', block: words('Your proof'), oneOf: 'paper' }),
  question('paper.card', 'TEXT', { en: 'Number of the card', block: words('Your proof'), oneOf: 'paper' }),
  question('paper.passport.number', 'TEXT', {
    en: 'Its number',
    block: words('Your proof · Passport'),
    within: 'paper.passport',
    oneOf: 'paper',
  }),
  question('paper.passport.issued', 'DATE', {
    en: 'Issued on',
    block: words('Your proof · Passport'),
    within: 'paper.passport',
    oneOf: 'paper',
  }),
  question('copies', 'INTEGER', { en: 'How many copies', scalar: 'Int', minimum: 1, maximum: 9 }),
])

/** With every kind of question and of choice. */
export const WHOLE = chatCatalogue([WEDDING, BIRTH, PROOF])
export const SMALL = chatCatalogue([WEDDING, BIRTH])
