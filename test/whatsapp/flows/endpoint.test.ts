/** The endpoint of forms on a real socket, spoken to as Meta's client speaks. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { askEndpoint } from '../../../sandbox/whatsapp/flows/line.ts'
import { privateKeyOf } from '../../../subgraphs/whatsapp/flows/endpoint.ts'
import { SECRET, type SmallHub, type SmallMeta, smallHub, smallMeta, text, until } from '../host.ts'
import { channel, gateway, inAll, SERVICE } from '../small-channel.ts'

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const ours = pair()

/** The day pass with seven names to fill in. */
const LONG = {
  ...SERVICE,
  questions: Array.from({ length: 7 }, (_, n) => ({ ...SERVICE.questions[0]!, path: `name${n}` })),
  ...inAll(
    'questions',
    Array.from({ length: 7 }, (_, n) => ({ label: `Name ${n}`, hint: null, example: 'Asha', block: null })),
  ),
}
const small = gateway()
const long: ReturnType<typeof gateway> = {
  ...small,
  answer: (asked) =>
    asked.operation.startsWith('query Catalogue') ? { data: { services: [LONG as any] } } : small.answer(asked),
}

let hub: SmallHub
let meta: SmallMeta
let chat: Awaited<ReturnType<typeof channel>>
let url: string
const server = createServer(async (incoming, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const route = chat.subgraph.routes.find(({ path, method }) => path === incoming.url && method === incoming.method)!
  const request = new Request(`http://hub.test${incoming.url}`, {
    method: 'POST',
    headers: incoming.headers as Record<string, string>,
    body: Buffer.concat(chunks),
  })
  const answer = await route.handle(request, {}, null)
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
})
beforeAll(async () => {
  hub = await smallHub({ WHATSAPP_FLOWS: 'on', WHATSAPP_FLOWS_PRIVATE_KEY: ours.privateKey })
  meta = await smallMeta()
  chat = await channel(hub, meta, long)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  url = `http://localhost:${(server.address() as AddressInfo).port}/webhooks/whatsapp/flows`
})
afterAll(async () => {
  await chat[Symbol.asyncDispose]()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await meta[Symbol.asyncDispose]()
  await hub[Symbol.asyncDispose]()
})

const SECRETS = { publicKey: ours.publicKey, appSecret: SECRET }
const ask = (payload: object, secrets = SECRETS) => askEndpoint(url, { version: '3.0', ...payload }, secrets)
let people = 0
/** Somebody with a form open; its token. */
async function opened(language?: string): Promise<{ token: string; mobile: string }> {
  const mobile = `91981001${String(2000 + people++)}`
  if (language) await chat.comes(text(language, mobile))
  await chat.comes(text('Day pass', mobile))
  const to = `+${mobile}`
  const offer = await until('the offer', () =>
    meta.sent.find((one) => one.to === to && one.interactive?.action?.buttons?.length === 2),
  )
  const { id, title } = offer.interactive.action.buttons[1].reply
  await chat.comes({
    ...text('', mobile),
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id, title } },
  })
  const form = await until('the form', () => meta.sent.find((one) => one.to === to && one.interactive?.type === 'flow'))
  return { token: form.interactive.action.parameters.flow_token, mobile }
}
const NAMES = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`q${n}`, 'Asha']))

describe('the endpoint of forms', () => {
  it('answers the health check', async () => {
    expect(await ask({ action: 'ping' })).toMatchObject({ status: 200, payload: { data: { status: 'active' } } })
  })
  it('acknowledges that something could not be shown', async () => {
    const data = { error: 'INVALID_SCREEN_TRANSITION', error_message: 'no route' }
    expect((await ask({ action: 'data_exchange', screen: 'A', flow_token: 'x', data })).payload).toEqual({
      data: { acknowledged: true },
    })
  })
  it('answers 432 to another signature, 421 to what is not for its key, and to what was changed on its way', async () => {
    expect((await ask({ action: 'ping' }, { ...SECRETS, appSecret: 'another' })).status).toBe(432)
    expect((await ask({ action: 'ping' }, { ...SECRETS, publicKey: pair().publicKey })).status).toBe(421)
    const { createHmac } = await import('node:crypto')
    for (const body of [
      'no JSON',
      'null',
      '{}',
      JSON.stringify({
        encrypted_flow_data: randomBytes(40).toString('base64'),
        encrypted_aes_key: randomBytes(256).toString('base64'),
        initial_vector: randomBytes(16).toString('base64'),
      }),
    ]) {
      const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`
      const response = await fetch(url, { method: 'POST', body, headers: { 'x-hub-signature-256': signature } })
      expect([body.slice(0, 9), response.status]).toEqual([body.slice(0, 9), 421])
    }
  })
  it('answers 427 to a token that is none of ours, and to one whose draft is gone, in the citizen’s language', async () => {
    expect(await ask({ action: 'INIT', flow_token: 'unused' })).toMatchObject({
      status: 427,
      message: /no longer open/,
    })
    const { token, mobile } = await opened('हिन्दी')
    expect((await ask({ action: 'INIT', flow_token: token })).status).toBe(200)
    const said = () => meta.sent.filter((one) => one.to === `+${mobile}`).length
    const before = said()
    await chat.comes(text('cancel', mobile))
    await until('the chat', () => said() > before)
    const { status, message } = await ask({ action: 'INIT', flow_token: token })
    expect([status, message]).toEqual([427, expect.stringMatching(/\p{Script=Devanagari}/u)])
  })
  it('shows the first screen, keeps what is right, sends back what is wrong, and ends with the draft’s key', async () => {
    const { token } = await opened()
    const first = await ask({ action: 'INIT', flow_token: token })
    expect(first.payload).toMatchObject({ screen: 'SCREEN_A', data: { init_values: {}, has_problem: false } })
    const exchange = (screen: string, data: object) => ask({ action: 'data_exchange', screen, data, flow_token: token })
    const wrong = await exchange('SCREEN_A', { ...NAMES, q2: '12345' })
    expect(wrong.payload).toMatchObject({
      screen: 'SCREEN_A',
      data: {
        has_problem: true,
        problem: /^Name 2: /,
        error_message: /check/,
        init_values: { q1: 'Asha', q2: '12345' },
      },
    })
    const checked = await exchange('SCREEN_A', NAMES)
    expect(checked.payload).toMatchObject({ screen: 'CHECK', data: { summary: /Name 6: Asha/ } })
    // back, and again: what was answered stands there
    const back = await ask({ action: 'BACK', screen: 'SCREEN_A', flow_token: token })
    expect(back.payload).toMatchObject({ screen: 'SCREEN_A', data: { init_values: NAMES } })
    const end = await exchange('CHECK', {})
    expect(end.payload).toEqual({
      version: '3.0',
      screen: 'SUCCESS',
      data: { extension_message_response: { params: { flow_token: token, form: expect.stringMatching(/^\w{10}$/) } } },
    })
    expect((await exchange('SCREEN_A', NAMES)).status).toBe(427)
  })
  it('goes on in the chat when the form has come, though its message says nothing of the answers', async () => {
    const { token, mobile } = await opened()
    await ask({ action: 'data_exchange', screen: 'SCREEN_A', data: NAMES, flow_token: token })
    const { payload } = await ask({ action: 'data_exchange', screen: 'CHECK', data: {}, flow_token: token })
    const { params } = payload.data.extension_message_response
    expect(JSON.stringify(params)).not.toMatch(/Asha/)
    const nfm_reply = { name: 'flow', body: 'Sent', response_json: JSON.stringify(params) }
    await chat.comes({ ...text('', mobile), type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply } })
    await chat.hears(/form has come[\s\S]*Name 0: Asha/, `+${mobile}`)
  })
  it('is in nobody else’s hand: a token fills the draft that it was made for', async () => {
    const [asha, ravi] = [await opened(), await opened()]
    await ask({ action: 'data_exchange', screen: 'SCREEN_A', data: NAMES, flow_token: asha.token })
    const { payload } = await ask({ action: 'INIT', flow_token: ravi.token })
    expect(payload.data.init_values).toEqual({})
    const changed = `${ravi.token.slice(0, -2)}xx`
    expect((await ask({ action: 'INIT', flow_token: changed })).status).toBe(427)
  })
  it('two screens sent at once are both kept', async () => {
    const { token } = await opened()
    const data = { ...NAMES, q0: 'Ravi' }
    const both = await Promise.all(
      [NAMES, data].map((one) => ask({ action: 'data_exchange', screen: 'SCREEN_A', data: one, flow_token: token })),
    )
    expect(both.map(({ payload }) => payload.screen)).toEqual(['CHECK', 'CHECK'])
  })
})

it('says what is wrong with a key', () => {
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' })
  const curve = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  for (const value of ['', '/nowhere/key.pem', '-----BEGIN PRIVATE KEY-----', String(small), String(curve)])
    expect(() => privateKeyOf(value)).toThrow(/WHATSAPP_FLOWS_PRIVATE_KEY is an RSA key of 2048 bits/)
  expect(privateKeyOf(ours.privateKey.replaceAll('\n', '\\n')).type).toBe('private')
})
it('WHATSAPP_FLOWS is on or off', async () => {
  await using other = await smallHub({ WHATSAPP_FLOWS: 'yes' })
  await expect(channel(other, meta)).rejects.toThrow('WHATSAPP_FLOWS is on or off, not yes')
})
