import { describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../../vocabulary/catalogue.ts'
import { feeOf, validate } from '../../../vocabulary/validate.ts'
import { bride, groom, marriageFiling } from './bench.ts'

const services = readCatalogue().services
const marriage = services.find((service) => service.code === 'registrar.marriage')!
const copy = services.find((service) => service.code === 'registrar.marriage-copy')!
const today = '2026-11-20'

const papers = Object.fromEntries(
  ['photograph', 'proofOfAge', 'identity', 'proofOfAddress', 'affidavit'].map((name) => [name, `doc-${name}`]),
)
const { input } = marriageFiling()
const whole = {
  ...input,
  groom: { ...groom, ...papers },
  bride: { ...bride, ...papers },
  groomDivorceDecree: 'doc-decree',
  witnesses: (input.witnesses as object[]).map((witness) => ({ ...witness, identity: 'doc-identity' })),
  jointPhotograph: 'doc-joint',
  ceremonyProof: 'doc-card',
}
const problems = (changes: object) => validate(marriage, { ...whole, ...changes }, { today }).problems
const rules = (changes: object) => problems(changes).map((problem) => problem.rule)

describe('the rules of a marriage', () => {
  it('are kept by a marriage that the act allows', () => {
    expect(problems({})).toEqual([])
  })

  it.each<[string, object]>([
    ['groom-age', { groom: { ...whole.groom, dateOfBirth: '2003-02-15' } }],
    ['bride-age', { bride: { ...whole.bride, dateOfBirth: '2006-02-15' } }],
    ['not-in-future', { date: '2026-11-21' }],
    ['groom-religion', { act: 'HINDU_MARRIAGE_ACT', groom: { ...whole.groom, religion: 'CHRISTIAN' } }],
    ['bride-religion', { act: 'HINDU_MARRIAGE_ACT', bride: { ...whole.bride, religion: 'MUSLIM' } }],
    ['citizenship', { citizenship: 'NEITHER' }],
    ['residence', { residence: 'NEITHER' }],
    [
      'independent-witness',
      { witnesses: whole.witnesses.map((witness) => ({ ...witness, relation: 'CLOSE_FAMILY' })) },
    ],
  ])('refuse by %s', (rule, changes) => {
    expect(rules(changes)).toEqual([rule])
  })

  it('let a groom marry on his 21st birthday', () => {
    expect(rules({ groom: { ...whole.groom, dateOfBirth: '2003-02-14' } })).toEqual([])
  })

  it('ask three witnesses under the Special Marriage Act and two under the other', () => {
    const witnesses = whole.witnesses.slice(0, 2)
    expect(problems({ witnesses }).map(({ path }) => path)).toEqual(['witnesses'])
    expect(rules({ witnesses, act: 'HINDU_MARRIAGE_ACT' })).toEqual([])
  })

  it('refuse in the language that is asked for', () => {
    const [problem] = problems({ groom: { ...whole.groom, dateOfBirth: '2003-02-15' } })
    expect(problem!.message('EN')).toBe('The groom must be 21 or older on the day of the marriage.')
    expect(problem!.message('HI')).toBe('शादी के दिन दूल्हे की उम्र 21 साल या उससे ज़्यादा होनी चाहिए।')
  })

  it('ask for a decree from the divorced only', () => {
    expect(problems({ groomDivorceDecree: undefined }).map(({ path }) => path)).toEqual(['groomDivorceDecree'])
    expect(problems({ groomDivorceDecree: undefined, groom: { ...whole.groom, statusBefore: 'UNMARRIED' } })).toEqual(
      [],
    )
  })

  it('make the fee by the act, and more after sixty days', () => {
    const fee = (act: string, date: string) => feeOf(marriage, { ...whole, act, date }, { today })
    expect(fee('HINDU_MARRIAGE_ACT', '2026-11-01')).toBe(100)
    expect(fee('SPECIAL_MARRIAGE_ACT', '2026-11-01')).toBe(150)
    expect(fee('HINDU_MARRIAGE_ACT', '2026-09-21')).toBe(100)
    expect(fee('HINDU_MARRIAGE_ACT', '2026-09-20')).toBe(1100)
  })
})

describe('the rule of a copy', () => {
  const asked = {
    registrationNumber: 'SDM/CE/2019/000042',
    year: 2019,
    district: 'CENTRAL',
    groomName: 'Ramesh Kumar',
    brideName: 'Sunita Devi',
    identity: 'doc',
  }
  const under = (facts: object | null) =>
    validate(copy, asked, { today, facts: facts as any }).problems.map(({ rule }) => rule)

  it('wants the entry to be there, and is left to the office while the office does not answer', () => {
    expect(under({ registeredMarriage: { found: true } })).toEqual([])
    expect(under({ registeredMarriage: { found: false } })).toEqual(['in-register'])
    expect(under(null)).toEqual([])
  })

  it('has a fee of fifty rupees', () => {
    expect(feeOf(copy, asked, { today })).toBe(50)
  })
})
