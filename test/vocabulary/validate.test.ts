import { describe, expect, it } from '@jest/globals'
import { compose } from '../../vocabulary/compose.ts'
import { InvalidValue } from '../../vocabulary/scalars.ts'
import { documentsOf, feeOf, validate } from '../../vocabulary/validate.ts'
import { town } from './town.ts'

const service = compose(town()).catalogue.services[0]!
const today = '2026-07-01'
const stall = {
  kind: 'STALL',
  goods: ['FOOD'],
  opens: '2026-08-01',
  name: 'Asha Stores',
  owner: { name: 'Asha', born: '1990-01-05' },
  partners: [{ name: 'Ravi', share: 30 }],
  photographs: ['doc-1'],
  pinCode: '110001',
  market: 'KB',
  agrees: true,
  copies: 1,
}
const shop = {
  ...stall,
  kind: 'SHOP',
  area: 20,
  partners: [{ name: 'Ravi' }, { name: 'Mohan' }],
  plan: 'doc-2',
  address: { line: '12, Gali 3', town: 'Delhi', pinCode: '110092' },
}
const problems = (input: object, more: object = {}) =>
  validate(service, input as Record<string, unknown>, { today, ...more }).problems.map(
    ({ path, rule }) => `${path} ${rule}`,
  )

describe('an input', () => {
  it('that is right has no problem', () => {
    expect(problems(stall)).toEqual([])
    expect(problems(shop)).toEqual([])
  })
  it('is cleaned: normal forms, in the order of the schema, without what was not asked', () => {
    const { input } = validate(
      service,
      {
        ...Object.fromEntries(Object.entries(stall).reverse()),
        pinCode: '११०००१',
        opens: '1 Aug 2026',
        name: ' Asha  Stores ',
        area: 3,
        plan: 'doc-2',
        address: null,
        agent: {},
        owner: { born: '5/1/1990', name: 'Asha' },
      },
      { today },
    )
    expect(JSON.stringify(input)).toBe(JSON.stringify(stall))
  })
  it('has all its problems named at once', () => {
    expect(
      problems({
        ...stall,
        kind: 'TENT',
        goods: ['FOOD', 'CLOTH', 'GUNS'],
        opens: new InvalidValue('date', 'Date', 'soon'),
        name: 'Shop 7',
        owner: { name: '<b>', born: '2015-01-01', aadhaar: '1234' },
        partners: [],
        pinCode: null,
        copies: 9,
      }),
    ).toEqual([
      'kind choice',
      'goods.2 choice',
      'goods too-many',
      'opens date',
      'name pattern',
      'owner.name person-name',
      'owner.aadhaar aadhaar-number',
      'partners too-few',
      'pinCode required',
      'copies maximum',
      'owner.born adult',
    ])
  })
  it('needs what `when` asks for, and only then', () => {
    expect(problems({ ...stall, kind: 'SHOP' })).toEqual([
      'area required',
      'partners too-few',
      'plan required',
      'address.line required',
      'address.town required',
      'address.pinCode required',
    ])
    expect(problems({ ...shop, area: 150 })).toEqual(['area2 required'])
  })
  it('needs all of an optional block once some of it is given', () => {
    expect(problems({ ...stall, agent: { name: 'Kiran' } })).toEqual(['agent.born required'])
    expect(problems({ ...stall, agent: { name: 'Kiran', born: '2015-01-01' } })).toEqual(['agent.born adult'])
  })
  it('is asked for each item of a list by itself', () => {
    expect(
      problems({
        ...shop,
        partners: [
          { name: 'Ravi', share: 45 },
          { name: 'Mohan', share: 20 },
        ],
      }),
    ).toEqual(['partners.0.guardian required'])
    expect(problems({ ...shop, partners: [{ name: 'Ravi' }, { name: 'Mohan', share: 60, guardian: 'Om' }] })).toEqual([
      'partners.1.share share',
    ])
    expect(problems({ ...stall, partners: [{ name: 'Asha' }] })).toEqual(['partners two-names'])
  })
  it('leaves a rule over absent facts to the department', () => {
    expect(problems(shop)).toEqual([])
    expect(problems(shop, { facts: { market: { smallest: 30 } } })).toEqual(['area enough-room'])
    expect(problems(shop, { facts: { market: { smallest: 10 } } })).toEqual([])
  })
  it('names documents that are unknown or of a wrong type, where documents are known', () => {
    const documents = (id: string) =>
      id === 'doc-1' ? { mediaType: 'image/jpeg' } : id === 'doc-2' ? { mediaType: 'text/html' } : null
    expect(problems(shop, { documents })).toEqual(['plan document-type'])
    expect(problems({ ...stall, photographs: ['doc-9'] }, { documents })).toEqual(['photographs.0 document-unknown'])
  })
  it('of a wrong shape is refused without a crash', () => {
    expect(problems({ ...stall, owner: 'Asha', partners: ['Ravi'], goods: 'FOOD' })).toEqual([
      'owner invalid',
      'partners.0 invalid',
    ])
    expect(validate(service, {}, { today }).problems.length).toBeGreaterThan(5)
  })
})

describe('a problem', () => {
  it('says what is expected in the language asked for, English otherwise', () => {
    const [pin, adult] = validate(
      service,
      { ...stall, pinCode: '1', owner: { name: 'A', born: '2020-01-01' } },
      { today },
    ).problems
    expect(pin!.message('HI')).toContain('पिन कोड')
    expect(pin!.message('en')).toContain('six digits')
    expect(pin!.message('ur')).toContain('پن کوڈ')
    expect(pin!.message('fr')).toContain('six digits')
    expect(pin!.message()).toContain('six digits')
    expect(adult!.message('hi')).toBe('मालिक 18 साल या उससे बड़ा हो।')
  })
  it('of a pattern shows the example', () => {
    const [problem] = validate(service, { ...stall, name: 'Shop 7' }, { today }).problems
    expect(problem!.message('en')).toContain('Asha Stores')
  })
})

describe('a problem of a document', () => {
  it('says which kinds are taken, in words', () => {
    const documents = () => ({ mediaType: 'text/html' })
    const found = validate(service, shop, { today, documents }).problems
    const plan = found.find(({ path }) => path === 'plan')!
    expect(plan.message('en')).toContain('PDF, photo')
    expect(plan.message('hi')).toContain('PDF, फ़ोटो')
  })
})

describe('what stands beside an input', () => {
  it('is its fee', () => {
    expect(feeOf(service, stall, { today })).toBe(20)
    expect(feeOf(service, { ...shop, copies: 3 }, { today })).toBe(300)
    expect(feeOf(service, {}, { today })).toBeNull()
    expect(feeOf({ ...service, fee: null }, stall, { today })).toBeNull()
  })
  it('are its documents, by path', () => {
    expect(documentsOf(service, shop)).toEqual([
      { path: 'photographs.0', id: 'doc-1' },
      { path: 'plan', id: 'doc-2' },
    ])
  })
})
