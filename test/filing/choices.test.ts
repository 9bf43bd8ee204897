/** Choices that a department gives live, in lists and in their items: what is offered, and what is looked at again at filing. */
import { describe, expect, it } from '@jest/globals'
import { catalogueResolvers } from '../../subgraphs/applications/catalogue.ts'
import { check } from '../../subgraphs/filing/file.ts'
import type { Context, Host } from '../../subgraphs/subgraph.ts'
import { compose } from '../../vocabulary/compose.ts'
import { town } from '../vocabulary/town.ts'

const { catalogue } = compose(
  town(
    (schema) =>
      schema
        .replace('  guardian: PersonName', '  pinCode: PinCode!  market: String! @ask(options: "markets")\n$&')
        .replace('  agrees: Boolean!', '$&  others: [String!] @ask(options: "markets", atLeast: "1", atMost: 3)'),
    (words) =>
      `${words}PartnerInput-pinCode = Their PIN code\n    .example = 110002\nPartnerInput-market = Their market\nLicenceInput-others = Other markets\n`,
  ),
)
const service = catalogue.services[0]!
const MARKETS: Record<string, readonly string[]> = { '110001': ['KB', 'SN'], '110002': ['DG'], '110003': ['LN', 'KB'] }

/** A hub whose department offers the markets of a PIN code. */
function hub() {
  const asked: string[] = []
  const host = {
    catalogue,
    clock: { today: () => '2026-07-01' },
    store: { documents: { read: async () => [{ id: 'doc-1', owner: 'asha', sha256: 'a', mediaType: 'image/png' }] } },
    ask: async (operation: string, { pinCode }: { pinCode: string }) => {
      if (!operation.includes('markets(')) return { data: {} }
      asked.push(pinCode)
      return { data: { markets: MARKETS[pinCode]!.map((value) => ({ value, label: value })) } }
    },
  } as unknown as Host
  return { host, asked }
}
const input = {
  kind: 'STALL',
  goods: ['FOOD'],
  opens: '2026-08-01',
  name: 'Asha Stores',
  owner: { name: 'Asha', born: '1990-01-05' },
  partners: [
    { name: 'Ravi', pinCode: '110002', market: 'DG' },
    { name: 'Sita', pinCode: '110003', market: 'LN' },
  ],
  photographs: ['doc-1'],
  pinCode: '110001',
  market: 'KB',
  agrees: true,
  others: ['SN', 'KB'],
  copies: 1,
}
const problems = async (more: object, host = hub().host) =>
  (await check(host, service, { ...input, ...more }, ['asha'], null)).problems.map(
    ({ path, rule }) => `${path} ${rule}`,
  )

describe('choices that a department gives live', () => {
  it('are taken where it offers each of them, and it is asked once for what is the same', async () => {
    const { host, asked } = hub()
    expect(await problems({}, host)).toEqual([])
    expect(asked.toSorted()).toEqual(['110001', '110002', '110003'])
  })
  it('are refused where one of a list is gone', async () => {
    expect(await problems({ others: ['SN', 'LN'] })).toEqual(['others.1 choice'])
  })
  it('are refused where that of an item is gone', async () => {
    const partners = [input.partners[0], { ...input.partners[1], market: 'DG' }]
    expect(await problems({ partners })).toEqual(['partners.1.market choice'])
  })
  it('are offered to an item by its own answers', async () => {
    const { Service, Question } = catalogueResolvers(hub().host).resolvers
    const question = Service.question(service, { path: 'partners.1.market' })!
    const options = await Question.options(question, { answers: input }, { principal: null } as Context)
    expect(options?.map(({ value }) => value)).toEqual(['LN', 'KB'])
  })
})
