import { describe, expect, it } from '@jest/globals'
import { compose } from '../../vocabulary/compose.ts'
import { validate } from '../../vocabulary/validate.ts'
import { town } from './town.ts'

const PASSPORT = 'input PassportInput { number: String! @ask(example: "M1")  issued: Date! @ask(example: "5/1/2020") }'
const ONE_OF =
  'input ProofInput @oneOf { card: String @ask(example: "12")  school: DocumentId  passport: PassportInput }'
const WORDS = `
LicenceInput-proof = Proof
LicenceInput-more = More proof
ProofInput-card = Number of the card
ProofInput-school = School certificate
ProofInput-passport = Passport
ProofInput-inner = Inner
PassportInput-number = Its number
PassportInput-issued = Issued on
`
const withProof = (field: string, types = `${PASSPORT}\n${ONE_OF}`) =>
  compose(
    town(
      (schema) => schema.replace('  agrees: Boolean!', `  agrees: Boolean!\n  ${field}`) + types,
      (words) => words + WORDS,
    ),
  )
const stall = {
  kind: 'STALL',
  goods: ['FOOD'],
  opens: '2026-08-01',
  name: 'Asha Stores',
  owner: { name: 'Asha', born: '1990-01-05' },
  partners: [{ name: 'Ravi' }],
  photographs: ['doc-1'],
  pinCode: '110001',
  market: 'KB',
  agrees: true,
  copies: 1,
}

describe('a one-of input', () => {
  const { catalogue, supergraph } = withProof('proof: ProofInput!')
  const service = catalogue.services[0]!
  const problems = (proof: object | null) =>
    validate(service, { ...stall, ...(proof ? { proof } : {}) }, { today: '2026-07-01' }).problems.map(
      ({ path, rule }) => `${path} ${rule}`,
    )

  it('is asked for by its alternatives, each required once it is chosen', () => {
    const questions = service.questions.filter(({ oneOf }) => oneOf === 'proof')
    expect(questions.map(({ path, required, within }) => ({ path, required, within }))).toEqual([
      { path: 'proof.card', required: true, within: null },
      { path: 'proof.school', required: true, within: null },
      { path: 'proof.passport.number', required: true, within: 'proof.passport' },
      { path: 'proof.passport.issued', required: true, within: 'proof.passport' },
    ])
  })
  it('stays one in the supergraph', () => {
    expect(supergraph).toMatch(/input ProofInput\b[^{]*@oneOf/)
  })
  it.each([
    [{ card: '12' }, []],
    [{ passport: { number: 'M1', issued: '5/1/2020' } }, []],
    [{ passport: { number: 'M1' } }, ['proof.passport.issued required']],
    [{ card: '12', school: 'doc-1' }, ['proof one-of']],
    [{}, ['proof one-of']],
    [null, ['proof one-of']],
  ])('%j has the problems %j', (proof, wanted) => expect(problems(proof)).toEqual(wanted))

  it('that is optional may be left out, and is one-of all the same', () => {
    const optional = withProof('proof: ProofInput').catalogue.services[0]!
    const of = (more: object) =>
      validate(optional, { ...stall, ...more }, { today: '2026-07-01' }).problems.map(({ rule }) => rule)
    expect(of({})).toEqual([])
    expect(of({ proof: { card: '12' } })).toEqual([])
    expect(of({ proof: { card: '12', school: 'doc-1' } })).toEqual(['one-of'])
  })
  it('in a list is one-of in each item', () => {
    const listed = withProof('more: [ProofInput!]! @ask(atMost: 2)').catalogue.services[0]!
    const of = (more: object[]) =>
      validate(listed, { ...stall, more }, { today: '2026-07-01' }).problems.map(({ path, rule }) => `${path} ${rule}`)
    expect(of([{ card: '12' }, { school: 'doc-1' }])).toEqual([])
    expect(of([{ card: '12' }, { card: '13', school: 'doc-1' }])).toEqual(['more.1 one-of'])
  })
  it.each([
    [
      'in a one-of',
      `${PASSPORT}\ninput ProofInput @oneOf { card: String @ask(example: "1")  inner: InnerInput }\ninput InnerInput @oneOf { card: String @ask(example: "1") }`,
      /inside a one-of/,
    ],
    [
      'with a condition',
      `${PASSPORT}\ninput ProofInput @oneOf { card: String @ask(example: "1", when: "true")  school: DocumentId }`,
      /has no `when`/,
    ],
  ])('%s is refused', (_, types, reason) => {
    expect(() => withProof('proof: ProofInput!', types)).toThrow(reason)
  })
})
