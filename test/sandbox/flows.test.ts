/** Flows at the emulated Graph API, and on a phone: with an endpoint written from Meta's own example. */
import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  generateKeyPairSync,
  privateDecrypt,
} from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { until, World } from './world.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
/** As Flow JSON writes what it takes from elsewhere. */
const taken = (from: string) => `\${${from}}`
const footer = (name: string, payload = {}) => ({ type: 'Footer', label: 'Go', 'on-click-action': { name, payload } })
const screen = (id: string, children: object[], more = {}) => ({
  id,
  title: id,
  layout: { type: 'SingleColumnLayout', children },
  ...more,
})
const NAME = { type: 'TextInput', name: 'name', label: 'Name', required: true }
const BOOKING = {
  version: '7.3',
  data_api_version: '3.0',
  routing_model: { ASK: ['DONE'], DONE: [] },
  screens: [
    screen('ASK', [NAME, footer('data_exchange', { name: taken('form.name') })]),
    screen('DONE', [{ type: 'TextBody', text: taken('data.words') }, footer('data_exchange')], {
      terminal: true,
      data: { words: { type: 'string', __example__: 'Hello' } },
    }),
  ],
}

/** What the endpoint was asked, and how it answers. */
const asked: any[] = []
let how: (payload: any) => { status?: number; body: any } = () => ({ body: {} })
const server = createServer(async (incoming, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const body = JSON.parse(Buffer.concat(chunks).toString())
  const [aes, data, iv] = ['encrypted_aes_key', 'encrypted_flow_data', 'initial_vector'].map((name) =>
    Buffer.from(body[name], 'base64'),
  ) as [Buffer, Buffer, Buffer]
  const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  const key = privateDecrypt({ key: privateKey, ...oaep }, aes)
  const decipher = createDecipheriv('aes-128-gcm', key, iv)
  decipher.setAuthTag(data.subarray(-16))
  const payload = JSON.parse(Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]).toString())
  asked.push({ ...payload, signature: incoming.headers['x-hub-signature-256'], raw: Buffer.concat(chunks) })
  const answer = payload.action === 'ping' ? { body: { data: { status: 'active' } } } : how(payload)
  if (answer.status) return response.writeHead(answer.status).end(JSON.stringify(answer.body))
  const cipher = createCipheriv('aes-128-gcm', key, Buffer.from([...iv].map((byte) => ~byte)))
  const sealed = [cipher.update(JSON.stringify(answer.body)), cipher.final(), cipher.getAuthTag()]
  response.writeHead(200, { 'content-type': 'text/plain' }).end(Buffer.concat(sealed).toString('base64'))
})

let world: World
let endpoint: string
let account: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve))
  endpoint = `http://localhost:${(server.address() as AddressInfo).port}/flows`
  world = await World.open()
  account = world.env.WHATSAPP_BUSINESS_ACCOUNT_ID!
  await world.writes({ text: 'hi' })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const create = (body: object) => world.graph('POST', `${account}/flows`, { categories: ['OTHER'], ...body })
async function upload(id: string, json: unknown) {
  const form = new FormData()
  form.set('name', 'flow.json')
  form.set('asset_type', 'FLOW_JSON')
  form.set('file', new Blob([typeof json === 'string' ? json : JSON.stringify(json)]), 'flow.json')
  return world.graph('POST', `${id}/assets`, form)
}
const flow = (parameters: object) => ({
  type: 'interactive',
  interactive: {
    type: 'flow',
    body: { text: 'Book' },
    action: {
      name: 'flow',
      parameters: { flow_message_version: '3', flow_cta: 'Book', flow_token: 't1', ...parameters },
    },
  },
})
const act = (message: string, body: object) => world.call('POST', '/control/whatsapp/flows', { message, ...body })

describe('Flows at the Graph API', () => {
  it('are drafts until they are published, which wants a key, an endpoint that lives, and no errors', async () => {
    const { body } = await create({ name: 'booking' })
    const { id } = body
    const refused = async (why: RegExp) => {
      const { status, body: answer } = await world.graph('POST', `${id}/publish`)
      expect([status, answer.error.code, answer.error.error_data.details]).toEqual([
        400,
        139002,
        expect.stringMatching(why),
      ])
    }
    await refused(/has no Flow JSON/)
    expect((await upload(id, { version: '1.0', screens: [] })).body.validation_errors).not.toEqual([])
    expect((await upload(id, BOOKING)).body).toEqual({ success: true, validation_errors: [] })
    await refused(/no public key/)
    const key = `${world.env.WHATSAPP_PHONE_NUMBER_ID}/whatsapp_business_encryption`
    expect((await world.graph('POST', key, { business_public_key: 'no key' })).status).toBe(400)
    expect((await world.graph('POST', key, { business_public_key: publicKey })).body).toEqual({ success: true })
    expect((await world.graph('GET', key)).body.data[0].business_public_key).toBe(publicKey)
    await refused(/endpoint_uri is not set/)
    await world.graph('POST', id, { endpoint_uri: 'http://localhost:1/flows' })
    await refused(/does not answer the health check/)
    await world.graph('POST', id, { endpoint_uri: endpoint })
    expect((await world.send(flow({ flow_name: 'booking' }))).body.error.code).toBe(131009)
    expect((await world.graph('POST', `${id}/publish`)).body).toEqual({ success: true })
    expect((await world.graph('GET', id)).body).toMatchObject({
      name: 'booking',
      status: 'PUBLISHED',
      endpoint_uri: endpoint,
    })
    expect((await create({ name: 'booking' })).body.error.error_data.details).toMatch(/not unique/)
    expect((await world.graph('DELETE', id)).body.error.code).toBe(139004)
  })

  it.each<[string, (json: any) => void, RegExp]>([
    [
      'a label of 21 characters',
      (json) => Object.assign(json.screens[0].layout.children[0], { label: 'x'.repeat(21) }),
      /21 of 20/,
    ],
    [
      'a digit in the id of a screen',
      (json) => Object.assign(json.screens[0], { id: 'ASK1' }),
      /letters and underscores/,
    ],
    ['data that is not declared', (json) => Object.assign(json.screens[1], { data: {} }), /not declared/],
    [
      'a route in a circle',
      (json) => Object.assign(json.routing_model, { DONE: ['ASK'] }),
      /circle|no screen is an entry/i,
    ],
    ['no footer at the end', (json) => json.screens[1].layout.children.pop(), /needs a Footer/],
    [
      'an unheard-of component',
      (json) => json.screens[0].layout.children.push({ type: 'Slider' }),
      /no such component/,
    ],
    [
      'what is hidden and required',
      (json) => Object.assign(json.screens[0].layout.children[0], { visible: taken('data.x') }),
      /hidden/,
    ],
    [
      'more than 50 components',
      (json) => json.screens[0].layout.children.push(...Array(50).fill({ type: 'TextBody', text: 'x' })),
      /at most 50/,
    ],
    ['an endpoint without routes', (json) => Object.assign(json, { routing_model: undefined }), /routing_model/],
  ])('%s is an error', async (title, change, message) => {
    const json = structuredClone(BOOKING)
    change(json)
    const { body } = await create({ name: title, flow_json: JSON.stringify(json) })
    expect(body.validation_errors.map((one: any) => one.message).join('\n')).toMatch(message)
  })

  it('are listed by pages', async () => {
    for (let n = 0; n < 5; n++) await create({ name: `page ${n}` })
    const names: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const { body } = await world.graph('GET', `${account}/flows?limit=2${after && `&after=${after}`}`)
      names.push(...body.data.map(({ name }: any) => name))
      after = body.paging.next ? body.paging.cursors.after : null
    }
    expect(names).toEqual(expect.arrayContaining(['booking', 'page 0', 'page 4']))
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('a form on a phone', () => {
  const opens = () => world.sends(flow({ flow_name: 'booking', flow_action: 'data_exchange' }))

  it('asks the endpoint as Meta’s client does, shows what it answers, and ends with a message in the chat', async () => {
    const message = await opens()
    how = ({ action }) =>
      action === 'INIT'
        ? { body: { screen: 'ASK', data: {} } }
        : { body: { screen: 'DONE', data: { words: 'Hello Asha', more: 1 } } }
    expect((await act(message, { action: 'open' })).body).toMatchObject({ screen: { id: 'ASK' }, error: null })
    const next = await act(message, { action: 'data_exchange', screen: 'ASK', data: { name: 'Asha' } })
    // what is not declared does not reach the screen
    expect(next.body).toMatchObject({ screen: { id: 'DONE' }, data: { words: 'Hello Asha' } })
    expect(next.body.data.more).toBeUndefined()
    expect(asked.at(-1)).toMatchObject({
      version: '3.0',
      action: 'data_exchange',
      screen: 'ASK',
      flow_token: 't1',
      data: { name: 'Asha' },
    })
    const { raw, signature } = asked.at(-1)
    const hmac = createHmac('sha256', world.env.WHATSAPP_APP_SECRET!).update(raw).digest('hex')
    expect(signature).toBe(`sha256=${hmac}`)
    how = () => ({
      body: { screen: 'SUCCESS', data: { extension_message_response: { params: { flow_token: 't1', seat: 7 } } } },
    })
    expect((await act(message, { action: 'data_exchange', screen: 'DONE' })).body).toEqual({ sent: true })
    const reply = await until(() => world.hub.messages().find((one: any) => one.interactive?.type === 'nfm_reply'))
    expect(reply).toMatchObject({
      context: { id: message },
      interactive: { nfm_reply: { name: 'flow', body: 'Sent' } },
    })
    expect(JSON.parse(reply.interactive.nfm_reply.response_json)).toEqual({ flow_token: 't1', seat: 7 })
  })

  it('tells the endpoint what it could not show', async () => {
    const message = await opens()
    how = () => ({ body: { screen: 'DONE', data: {} } })
    expect((await act(message, { action: 'data_exchange', screen: 'ASK', data: {} })).body.failed).toBe(true)
    expect(asked.at(-1).data).toMatchObject({ error: expect.any(String), error_message: /words/ })
    how = () => ({ body: { screen: 'NOWHERE', data: {} } })
    expect((await act(message, { action: 'open' })).body.failed).toBe(true)
  })

  it('tries once more after 421, and is shut by 427 with its words', async () => {
    const message = await opens()
    let count = 0
    how = () => (count++ ? { body: { screen: 'ASK', data: {} } } : { status: 421, body: {} })
    expect((await act(message, { action: 'open' })).body).toMatchObject({ screen: { id: 'ASK' } })
    how = () => ({ status: 427, body: { error_msg: 'It is over' } })
    expect((await act(message, { action: 'open' })).body).toEqual({ void: true, error: 'It is over' })
  })

  it('is not sent while its Flow is blocked or throttled', async () => {
    for (const [status, code] of [
      ['BLOCKED', 132068],
      ['THROTTLED', 132069],
    ] as const) {
      await world.call('POST', '/control/whatsapp/flows', { name: 'booking', status })
      expect((await world.send(flow({ flow_name: 'booking' }))).body.error.code).toBe(code)
    }
    await world.call('POST', '/control/whatsapp/flows', { name: 'booking', status: 'PUBLISHED' })
    await opens()
  })
})
