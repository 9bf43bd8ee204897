/** Our forms at Meta: published once, left alone when they stand, and shut when they are of a former edition. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { formsOf } from '../../../start/commands/flows.ts'
import { openRequest } from '../../../subgraphs/whatsapp/flows/encryption.ts'
import {
  type MetaAccount,
  type PublishedForm,
  publishForms,
  retireForms,
} from '../../../subgraphs/whatsapp/flows/publishing.ts'
import { World } from '../../sandbox/world.ts'

const privateKey = createPrivateKey(
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey,
)
const server = createServer(async (incoming, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { seal } = openRequest(JSON.parse(Buffer.concat(chunks).toString()), privateKey)
  response.writeHead(200).end(seal({ data: { status: 'active' } }))
})
let world: World
let account: MetaAccount
let endpoint: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve))
  endpoint = `http://localhost:${(server.address() as AddressInfo).port}/flows`
  world = await World.open()
  const { env } = world
  account = {
    url: env.WHATSAPP_API_URL!,
    accessToken: env.WHATSAPP_ACCESS_TOKEN!,
    phoneNumberId: env.WHATSAPP_PHONE_NUMBER_ID!,
    accountId: env.WHATSAPP_BUSINESS_ACCOUNT_ID!,
  }
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
const forms = formsOf({})
async function publish(some = forms, at = endpoint): Promise<string[]> {
  const done: PublishedForm[] = []
  await publishForms(account, some, { endpoint: at, privateKey, told: (form) => void done.push(form) })
  return done.map(({ did }) => did)
}
const calls = async () => (await world.call('GET', '/control/whatsapp/calls')).body

describe('publishing', () => {
  it('puts every form in every language there, and changes nothing the second time', async () => {
    expect(new Set(await publish())).toEqual(new Set(['published']))
    const before = await calls()
    expect(before['publish-flow']).toBe(forms.length)
    expect(new Set(await publish())).toEqual(new Set(['unchanged']))
    const after = await calls()
    for (const call of ['create-flow', 'update-flow', 'upload-flow-json', 'publish-flow', 'change-public-key'])
      expect([call, after[call]]).toEqual([call, before[call]])
  })
  it('goes on where it was broken off, and follows an endpoint that moves', async () => {
    const half = [{ ...forms[0]!, name: 'dwar_half' }]
    await world.graph('POST', `${account.accountId}/flows`, { name: 'dwar_half', categories: ['OTHER'] })
    expect(await publish(half)).toEqual(['published'])
    expect(await publish(half, `${endpoint}/other`)).toEqual(['published'])
    const all = (await world.call('GET', '/control/whatsapp/flows')).body
    expect(all.find(({ name }: any) => name === 'dwar_half')).toMatchObject({
      status: 'PUBLISHED',
      endpoint_uri: `${endpoint}/other`,
    })
  })
  it('says which form Meta refuses, and why', async () => {
    const broken = [{ ...forms[0]!, name: 'dwar_broken', flow_json: '{"version":"7.3"}' }]
    await expect(publish(broken)).rejects.toThrow(/^dwar_broken: screens are/)
    await expect(publish([{ ...forms[0]!, name: 'dwar_nowhere' }], 'http://localhost:1/')).rejects.toThrow(
      /publish: .*health check/,
    )
  })
  it('retires former editions, and nobody else’s', async () => {
    await world.graph('POST', `${account.accountId}/flows`, {
      name: 'of another',
      categories: ['OTHER'],
      flow_json: forms[0]!.flow_json,
      endpoint_uri: endpoint,
      publish: true,
    })
    const retired: string[] = []
    await retireForms(account, forms, ({ name }) => void retired.push(name))
    expect(retired).toEqual(['dwar_half'])
  })
})
