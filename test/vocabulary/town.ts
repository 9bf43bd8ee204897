/** A department of every shape, and a folder to compose it in. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll } from '@jest/globals'
import { ROOT } from '../../vocabulary/type-defs.ts'

export const SCHEMA = `
enum Kind { SHOP "A stall." STALL }
enum Goods { FOOD CLOTH TOYS }
input OwnerInput @rule(id: "adult", check: "years(input.born, today) >= 18") {
  name: PersonName!
  born: Date! @ask(example: "5/1/1990")
  aadhaar: AadhaarNumber
}
input PartnerInput @rule(id: "share", check: "!has(input.share) || input.share <= 50.0") {
  name: PersonName!
  share: Float @ask(minimum: 1, maximum: 100)
  guardian: PersonName @ask(when: "has(input.share) && input.share > 40.0")
}
input LicenceInput
  @rule(id: "enough-room", check: "!has(input.area) || input.area >= facts.market.smallest")
  @rule(id: "two-names", check: "input.partners.all(p, p.name != input.owner.name)") {
  kind: Kind!
  goods: [Goods!]! @ask(atLeast: "1", atMost: 2)
  opens: Date!
  name: String! @ask(minimum: 2, maximum: 40, pattern: "[^0-9]+", suggest: "'Stall'")
  area: Int @ask(when: "input.kind == 'SHOP'", minimum: 1, maximum: 500)
  area2: Int @ask(when: "has(input.area) && input.area > 100", example: "4")
  owner: OwnerInput!
  agent: OwnerInput
  partners: [PartnerInput!]! @ask(atLeast: "input.kind == 'SHOP' ? 2 : 1", atMost: 3)
  photographs: [DocumentId!]! @ask(accepts: ["image/*"], atMost: 2)
  plan: DocumentId @ask(when: "input.kind == 'SHOP'", accepts: ["application/pdf", "image/*"])
  pinCode: PinCode!
  market: String! @ask(options: "markets", facts: "market")
  agrees: Boolean!
  copies: Int! = 1 @ask(minimum: 1, maximum: 5, example: "1")
  address: AddressInput @ask(when: "input.kind == 'SHOP'")
}
type Market { smallest: Int!  opened: Date }
type Application @key(fields: "reference") { reference: ID!  stall: String }
type Query {
  markets(pinCode: PinCode!, kind: Kind, language: Language): [Option!]
  market(market: String!): Market
}
type Mutation {
  applyForStall(input: LicenceInput!, requestId: ID, onBehalfOf: CitizenInput): ApplyResult!
    @service(code: "market.stall", days: 3, fee: "input.kind == 'SHOP' ? 100 * input.copies : 20")
}
`
export const WORDS = `
department-market = Markets
applyForStall = Open a stall
    .description = A stall or a shop in a market
    .synonyms = shop, stall, , hawker
LicenceInput-kind = What is it?
LicenceInput-goods = What do you sell?
LicenceInput-opens = First day
    .example = =today + duration('24h')
LicenceInput-name = Its name
    .hint = As on the board
    .example = Asha Stores
LicenceInput-area = How large?
    .example = 20
LicenceInput-area2 = How many doors?
LicenceInput-owner = The owner
LicenceInput-agent = The agent
LicenceInput-partners = Partners
LicenceInput-photographs = Photographs
LicenceInput-plan = Plan of the shop
LicenceInput-pinCode = PIN code of the market
    .example = 110001
LicenceInput-market = Market
LicenceInput-agrees = Do you agree?
LicenceInput-copies = Copies
LicenceInput-address = Where it stands
OwnerInput-name = Name
    .example = Asha
OwnerInput-born = Date of birth
OwnerInput-aadhaar = Aadhaar number
PartnerInput-name = Name of the partner
    .example = Ravi
PartnerInput-share = Share in percent
    .example = 30
PartnerInput-guardian = Who answers for them?
    .example = Mohan
Kind-SHOP = A shop
Goods-FOOD = Food
Goods-CLOTH = Cloth
Goods-TOYS = Toys
OwnerInput-rule-adult = The owner is 18 or older.
PartnerInput-rule-share = Nobody holds more than half.
LicenceInput-rule-enough-room = The market has no place so small.
LicenceInput-rule-two-names = A partner is somebody else than the owner.
`
export const HINDI = `
department-market = बाज़ार
applyForStall = दुकान खोलें
LicenceInput-kind = यह क्या है?
Kind-SHOP = दुकान
OwnerInput-rule-adult = मालिक 18 साल या उससे बड़ा हो।
LicenceInput-opens =
    .example = 5/1/2099
`

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A root with the department `market`, its schema and words changed as a test wants. */
export function town(
  change: (schema: string) => string = (schema) => schema,
  words: (words: string) => string = (text) => text,
): URL {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'))
  folders.push(folder)
  mkdirSync(join(folder, 'schema'))
  mkdirSync(join(folder, 'subgraphs/market/locales'), { recursive: true })
  for (const file of ['shared', 'applications'])
    cpSync(new URL(`schema/${file}.graphql`, ROOT), join(folder, `schema/${file}.graphql`))
  writeFileSync(join(folder, 'schema/market.graphql'), change(SCHEMA))
  writeFileSync(join(folder, 'subgraphs/market/locales/en.ftl'), words(WORDS))
  writeFileSync(join(folder, 'subgraphs/market/locales/hi.ftl'), HINDI)
  return pathToFileURL(`${folder}/`)
}
