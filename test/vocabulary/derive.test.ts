import { describe, expect, it } from '@jest/globals'
import { answerExample } from '../../vocabulary/catalogue.ts'
import { compose } from '../../vocabulary/compose.ts'
import { lacking } from '../../vocabulary/words.ts'
import { town } from './town.ts'

const { catalogue, supergraph } = compose(town())
const [service] = catalogue.services
const question = (path: string) => service!.questions.find((each) => each.path === path)!

describe('a service', () => {
  it('is its mutation, with the words of its department', () => {
    expect(catalogue.departments).toEqual([{ code: 'market', name: { en: 'Markets', hi: 'बाज़ार' } }])
    expect(service).toMatchObject({
      code: 'market.stall',
      department: 'market',
      mutation: 'applyForStall',
      input: 'LicenceInput',
      days: 3,
      title: { en: 'Open a stall', hi: 'दुकान खोलें' },
      description: { en: 'A stall or a shop in a market' },
      synonyms: { en: ['shop', 'stall', 'hawker'] },
    })
  })
  it('asks for its fields in the order of the schema, nested ones unfolded', () => {
    expect(service!.questions.map(({ path, type, required }) => `${path} ${type}${required ? '' : '?'}`)).toEqual([
      'kind CHOICE',
      'goods CHOICES',
      'opens DATE',
      'name TEXT',
      'area INTEGER',
      'area2 INTEGER',
      'owner.name TEXT',
      'owner.born DATE',
      'agent.name TEXT',
      'agent.born DATE',
      'partners[].name TEXT',
      'partners[].share NUMBER?',
      'partners[].guardian TEXT',
      'photographs DOCUMENT',
      'plan DOCUMENT',
      'pinCode TEXT',
      'market CHOICE',
      'agrees BOOLEAN',
      'copies INTEGER',
      'address.line TEXT',
      'address.town TEXT',
      'address.pinCode TEXT',
    ])
  })
  it('never asks for an Aadhaar number, and takes it all the same', () => {
    expect(service!.withheld.map(({ path }) => path)).toEqual(['owner.aadhaar', 'agent.aadhaar'])
    expect(service!.fields.slice(6, 9)).toEqual(['owner.name', 'owner.born', 'owner.aadhaar'])
  })
})

describe('a question', () => {
  it('has words, limits and a suggestion', () => {
    expect(question('name')).toMatchObject({
      scalar: 'String',
      label: { en: 'Its name' },
      hint: { en: 'As on the board' },
      example: { en: 'Asha Stores' },
      minimum: 2,
      maximum: 40,
      pattern: '[^0-9]+',
      suggest: "'Stall'",
      block: null,
    })
    expect(question('copies').suggest).toBe('1')
    expect(question('plan').accepts).toEqual(['application/pdf', 'image/*'])
  })
  it('of an enum has its values, labelled; English falls back to the description', () => {
    expect(question('kind').options).toEqual([
      { value: 'SHOP', label: { en: 'A shop', hi: 'दुकान' } },
      { value: 'STALL', label: { en: 'A stall.' } },
    ])
  })
  it('of a list knows how many', () => {
    expect(question('goods')).toMatchObject({ repeats: { minimum: 1, maximum: 2 }, atLeast: null })
    expect(question('photographs')).toMatchObject({ repeats: { minimum: 1, maximum: 2 } })
    expect(question('partners[].name')).toMatchObject({
      repeats: { minimum: 1, maximum: 3 },
      atLeast: "input.kind == 'SHOP' ? 2 : 1",
      block: { en: 'Partners' },
    })
  })
  it('in a block has its heading, and its condition', () => {
    expect(question('owner.name')).toMatchObject({ block: { en: 'The owner' }, within: null, when: null })
    expect(question('agent.name')).toMatchObject({ block: { en: 'The agent' }, within: 'agent' })
    expect(question('address.town')).toMatchObject({
      block: { en: 'Where it stands' },
      label: { en: 'Village, town or city', hi: 'गाँव, कस्बा या शहर' },
      when: "input.kind == 'SHOP'",
      within: null,
      required: true,
    })
  })
  it('in a list speaks of its item', () => {
    expect(question('partners[].guardian').when).toBe('has(item.share) && item.share > 40.0')
  })
  it('asks the department with the answers of the same names', () => {
    expect(question('market')).toMatchObject({
      optionsQuery: {
        field: 'markets',
        operation:
          'query ($pinCode: PinCode!, $kind: Kind, $language: Language) { markets(pinCode: $pinCode, kind: $kind, language: $language) { value label description } }',
        arguments: { pinCode: 'pinCode', kind: 'kind' },
      },
      factsQuery: {
        field: 'market',
        operation: 'query ($market: String!) { market(market: $market) { smallest opened } }',
        arguments: { market: 'market' },
      },
    })
  })
  it('shows an example that is reckoned on the day', () => {
    expect(answerExample(question('opens'), 'en', '2026-07-01')).toBe('02/07/2026')
    expect(answerExample(question('opens'), 'hi', '2026-07-01')).toBe('5/1/2099')
    expect(answerExample(question('agrees'), 'en', '2026-07-01')).toBeNull()
  })
})

describe('a rule', () => {
  it('speaks from the whole input, wherever it stands', () => {
    expect(service!.rules.map(({ id, on, check, each, path }) => ({ id, on, check, each, path }))).toEqual([
      {
        id: 'enough-room',
        on: '',
        check: '!has(input.area) || input.area >= facts.market.smallest',
        each: null,
        path: 'area',
      },
      {
        id: 'two-names',
        on: '',
        check: 'input.partners.all(p, p.name != input.owner.name)',
        each: null,
        path: 'partners',
      },
      { id: 'adult', on: 'owner', check: 'years(input.owner.born, today) >= 18', each: null, path: 'owner.born' },
      {
        id: 'adult',
        on: 'agent',
        check: '!has(input.agent) || (years(input.agent.born, today) >= 18)',
        each: null,
        path: 'agent.born',
      },
      {
        id: 'share',
        on: 'partners[]',
        check: 'input.partners.all(item, !has(item.share) || item.share <= 50.0)',
        each: '!has(item.share) || item.share <= 50.0',
        path: 'partners[].share',
      },
    ])
  })
})

describe('composition', () => {
  it('keeps the vocabulary in the supergraph', () => {
    expect(supergraph).toMatch(/@service\(\s*code: "market.stall"\s*days: 3/)
    expect(supergraph).toMatch(/input OwnerInput @rule\(id: "adult", check: "years\(input\.born, today\) >= 18"\)/)
    expect(supergraph).toContain(`@ask(accepts: ["image/*"], atMost: 2)`)
  })
  it('gives the same bytes for the same files', () => {
    expect(compose(town())).toEqual({ catalogue, supergraph })
  })
})

describe('a language', () => {
  it('has a list of what it lacks', () => {
    const missing = lacking(catalogue)
    expect(missing.en).toEqual([])
    expect(missing.hi).toContain('market.stall goods label')
    expect(missing.hi).not.toContain('market.stall kind label')
    expect(missing.hi).not.toContain('market.stall title')
    expect(missing.hi).toContain('market.stall rule share')
    expect(missing.ur).toContain('market')
  })
})
