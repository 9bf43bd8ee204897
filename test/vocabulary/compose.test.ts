import { writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { compose, composeAll } from '../../vocabulary/compose.ts'
import { ComposeError } from '../../vocabulary/derivation/problems.ts'
import { town } from './town.ts'

function refusal(change: (schema: string) => string, words?: (words: string) => string): string {
  try {
    compose(town(change, words))
  } catch (error) {
    if (error instanceof ComposeError) return error.message
    throw error
  }
  return 'composed'
}
const replaced = (from: string, to: string) =>
  refusal((schema) => {
    if (!schema.includes(from)) throw new Error(`the schema has no ${from}`)
    return schema.replace(from, to)
  })
const when = (expression: string) =>
  replaced('area: Int @ask(when: "input.kind == \'SHOP\'"', `area: Int @ask(when: "${expression}"`)
const rule = (expression: string) => replaced('!has(input.area) || input.area >= facts.market.smallest', expression)

describe('compose', () => {
  it('takes the schema as it is', () => {
    expect(refusal((schema) => schema)).toBe('composed')
  })
  it.each([
    [
      'a misspelt field',
      when("input.knid == 'SHOP'"),
      /LicenceInput\.area: when: LicenceInput has no field knid[\s\S]*input\.knid/,
    ],
    ['a wrong type', when('input.kind > 3'), /LicenceInput\.area: when: no such overload/],
    ['what is no CEL', when('input.kind =='), /LicenceInput\.area: when: /],
    ['a when that is not true or false', when('input.name'), /when: is string, not bool|only then or later/],
    ['a comparison with null', when('input.kind == null'), /when: no such overload: string == null/],
    [
      'a when over a later question',
      when("input.owner.name == 'A'"),
      /LicenceInput\.area: reads owner\.name, which is asked only then or later/,
    ],
    ['a misspelt name behind has', rule('!has(input.aera)'), /rule enough-room: LicenceInput has no field aera/],
    ['a misspelt name behind .?', rule("input.?agent.?nmae.orValue('') == ''"), /OwnerInput has no field nmae/],
    ['a misspelt name in a loop', rule("input.partners.all(p, p.nmae == '')"), /PartnerInput has no field nmae/],
    [
      'an optional read bare',
      rule('input.area > 3'),
      /rule enough-room: reads the optional LicenceInput\.area without has/,
    ],
    [
      'an optional block read bare',
      rule("input.agent.name == 'A'"),
      /reads the optional LicenceInput\.agent without has/,
    ],
    [
      'an optional read in a loop',
      rule('input.partners.all(p, p.share > 3.0)'),
      /reads the optional PartnerInput\.share without has/,
    ],
    [
      'has through an absent block',
      rule('has(input.agent.aadhaar)'),
      /reads the optional LicenceInput\.agent without has/,
    ],
    ['a rule that is not true or false', rule('input.copies + 1'), /rule enough-room: is int, not bool/],
    ['facts that no question names', rule('facts.shops.n > 1'), /facts has no shops/],
    ['a misspelt fact', rule('facts.market.smalest > 1'), /Market has no field smalest/],
    [
      'a fee that is no whole number',
      replaced('100 * input.copies : 20', '1.5 : 2.5'),
      /Mutation\.applyForStall: fee: is double, not int/,
    ],
    [
      'a fewest that is no whole number',
      replaced("'SHOP' ? 2 : 1", "'SHOP' ? 'two' : 'one'"),
      /LicenceInput\.partners: atLeast: is string, not int/,
    ],
    [
      'a suggestion of another type',
      replaced(`suggest: "'Stall'"`, 'suggest: "3"'),
      /LicenceInput\.name: suggest: is int, not string/,
    ],
    ['a variable named item', rule('input.partners.all(item, true)'), /'item' is the vocabulary's own name/],
    [
      'options that are missing',
      replaced('options: "markets"', 'options: "shops"'),
      /LicenceInput\.market: options 'shops': there is no such query/,
    ],
    [
      'options that cannot be null',
      replaced('language: Language): [Option!]', 'language: Language): [Option!]!'),
      /options are a nullable \[Option!\]/,
    ],
    [
      'an argument that no answer has',
      replaced('markets(pinCode', 'markets(zone: ID!, pinCode'),
      /no answer has the name of its argument zone/,
    ],
    [
      'an argument of another type',
      replaced('markets(pinCode: PinCode!', 'markets(pinCode: Int!'),
      /its argument pinCode is Int!, the answer pinCode is PinCode!/,
    ],
    [
      'an argument answered later',
      replaced('markets(pinCode', 'markets(copies: Int!, pinCode'),
      /its argument copies is answered only after the question/,
    ],
    [
      'facts that cannot be null',
      replaced('market(market: String!): Market', 'market(market: String!): Market!'),
      /facts are a nullable object/,
    ],
    ['facts in fractions', replaced('smallest: Int!', 'smallest: Float!'), /its field smallest is a Float/],
    [
      'a shared name',
      refusal((schema) => `${schema} input AddressInput { line: String }`),
      /schema\/market\.graphql AddressInput: is a name of schema\/shared\.graphql/,
    ],
    [
      'a field that only one subgraph knows',
      refusal((schema) => `${schema} extend input CitizenInput { email: String }`),
      /CitizenInput: is a name of/,
    ],
    ['another department’s code', replaced('market.stall', 'bazaar.stall'), /the code of a service is 'market\.'/],
    ['another result', replaced('): ApplyResult!', '): Application!'), /a service returns ApplyResult!/],
    ['a service without requestId', replaced('requestId: ID, ', ''), /a service has an argument requestId: ID/],
    ['a required field with when', replaced('area: Int @ask', 'area: Int! @ask'), /a field with `when` is optional/],
    ['a list of lists', replaced('goods: [Goods!]!', 'goods: [[Goods!]!]!'), /a list of lists cannot be asked for/],
    ['a list in a list', replaced('share: Float', 'shares: [Int!] share: Float'), /a list inside a list of inputs/],
    [
      'an input in itself',
      replaced('aadhaar: AadhaarNumber', 'aadhaar: AadhaarNumber parent: OwnerInput'),
      /an input that holds itself/,
    ],
    [
      'an Aadhaar number that is demanded',
      replaced('aadhaar: AadhaarNumber', 'aadhaar: AadhaarNumber!'),
      /the field is optional/,
    ],
    ['a scalar that cannot be asked for', replaced('agrees: Boolean!', 'agrees: JSON!'), /a JSON cannot be asked for/],
    ['a pattern that is none', replaced('[^0-9]+', '[^0-9'), /the pattern is no regular expression/],
    [
      'a limit on a choice',
      replaced('kind: Kind!', 'kind: Kind! @ask(maximum: 3)'),
      /minimum and maximum are for texts and numbers/,
    ],
    [
      'accepts on a text',
      replaced('agrees: Boolean!', 'agrees: Boolean! @ask(accepts: ["image/*"])'),
      /accepts is for documents/,
    ],
    [
      'an example that its own field refuses',
      replaced('example: "4"', 'example: "four"'),
      /LicenceInput\.area2: its own example \(en\) is refused: integer/,
    ],
    ['what GraphQL refuses', refusal((schema) => `${schema} type {`), /schema\/market\.graphql: Syntax Error/],
    ['what composition refuses', refusal((schema) => `${schema} type Service { x: Int }`), /Service/],
  ])('refuses %s', (_, message, expected) => {
    expect(message).toMatch(expected)
  })
  it.each([
    ['has before', rule('has(input.area) && input.area > 3')],
    ['has behind', rule('input.area > 3 && has(input.area)')],
    ['not has, or', rule('!has(input.area) || input.area > 3')],
    ['a choice by has', rule('has(input.agent) ? input.agent.born < today : true')],
    ['.? with a value otherwise', rule("input.?agent.?name.orValue('') != 'Asha'")],
    ['.? with a value otherwise, then bare', rule("input.?agent.?name.orValue('') == '' || input.agent.born < today")],
    ['hasValue', rule('input.?agent.hasValue() && input.agent.born < today')],
    ['the condition that makes it required', rule("input.kind == 'SHOP' ? input.area > 3 : true")],
    ['has in a loop', rule('input.partners.all(p, !has(p.share) || p.share > 3.0)')],
    ['a filter, then its items', rule('input.partners.filter(p, has(p.share)).size() > 0')],
    ['has through .?', rule('!has(input.?agent.aadhaar) || size(input.agent.aadhaar) == 12')],
    ['a bound value', rule('cel.bind(born, input.owner.born, born < today)')],
  ])('takes an optional read after %s', (_, message) => {
    expect(message).toBe('composed')
  })
  it.each([
    ['a label', /^LicenceInput-kind .*$/m, /LicenceInput\.kind: has no label: LicenceInput-kind/],
    ['a title', /^applyForStall[\s\S]*?(?=LicenceInput-kind )/m, /has no title: applyForStall/],
    ['the name of the department', /^department-market.*$/m, /the department has no name/],
    ['an option', /^Goods-FOOD.*$/m, /Goods\.FOOD: has no label/],
    ['the sentence of a rule', /^PartnerInput-rule-share.*$/m, /PartnerInput: the rule 'share' has no sentence/],
    ['an example', /^PartnerInput-guardian[\s\S]*?Mohan$/m, /PartnerInput\.guardian: has no (label|example)/],
  ])('refuses words without %s', (_, missing, expected) => {
    expect(
      refusal(
        (schema) => schema,
        (words) => words.replace(missing, ''),
      ),
    ).toMatch(expected)
  })
  it.each([
    ['a title too long for a list', 'Open a stall', 'Open a stall or a shop here', /longer than 24 characters/],
    [
      'an option too long for a list',
      'A shop',
      'A shop with walls and a roof',
      /Kind\.SHOP: the label .* longer than 24/,
    ],
    ['a label too long', 'Its name', 'N'.repeat(61), /longer than 60 characters/],
    ['a label with a star', 'Its name', '*Its name*', /has a \* or a line end/],
    ['two labels alike', 'How many doors?', 'How large?', /has the same label as LicenceInput\.area/],
    ['an example that is refused', '= 30', '= thirty', /its own example \(en\) is refused/],
    [
      'Fluent that does not parse',
      'department-market = Markets',
      'department-market = Markets\nbroken key = x',
      /subgraphs\/market\/locales\/en\.ftl/,
    ],
  ])('refuses %s', (_, from, to, expected) => {
    expect(
      refusal(
        (schema) => schema,
        (words) => words.replace(from, to),
      ),
    ).toMatch(expected)
  })
  it.each([
    [
      'an input field',
      'input OwnerInput { name: PersonName! born: Date! }',
      /OwnerInput\.aadhaar: does not survive composition/,
    ],
    [
      'a directive',
      'input OwnerInput { name: PersonName! born: Date! @ask(example: "6/1/1990") aadhaar: AadhaarNumber }',
      /OwnerInput\.born: has other directives/,
    ],
  ])('refuses what composition would change: %s', (_, input, expected) => {
    const root = town()
    writeFileSync(new URL('schema/bazaar.graphql', root), `${input} type Query { owner(of: OwnerInput): String }`)
    expect(() => compose(root)).toThrow(expected)
  })
  it('names every mistake at once, each with file, place and expression', () => {
    const message = refusal((schema) =>
      schema
        .replace("input.kind == 'SHOP' ? 100", "input.knd == 'SHOP' ? 100")
        .replace('options: "markets"', 'options: "shops"'),
    )
    expect(message.split('\n').filter((line) => line.startsWith('schema/market.graphql'))).toHaveLength(2)
    expect(message).toContain("    input.knd == 'SHOP' ? 100 * input.copies : 20")
  })
  it('writes supergraph and catalogue, and then finds them fresh', () => {
    const root = town()
    expect(composeAll({ root, check: true }).stale).toEqual(['schema/supergraph.graphql', 'schema/catalogue.json'])
    expect(composeAll({ root }).stale).toHaveLength(2)
    expect(composeAll({ root, check: true }).stale).toEqual([])
  })
})
