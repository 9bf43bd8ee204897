import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ASHA, until, World } from './world.ts'

const long = (count: number) => 'a'.repeat(count)
const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })
const buttons = (...all: unknown[]) => ({
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'Which?' }, action: { buttons: all } },
})
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index + from}`, title: `Row ${index + from}` }))
const list = (sections: unknown, body = 'Which?') => ({
  type: 'interactive',
  interactive: { type: 'list', body: { text: body }, action: { button: 'Choose', sections } },
})
const interactive = (type: string, action: unknown, extras: Record<string, unknown> = {}) => ({
  type: 'interactive',
  interactive: { type, body: { text: 'Please' }, action, ...extras },
})
const template = (extras: Record<string, unknown> = {}) => ({
  type: 'template',
  template: { name: 'certificate_ready', language: { code: 'hi' }, ...extras },
})
const SIGN_UP = {
  version: '7.3',
  screens: [
    {
      id: 'A',
      title: 'Sign up',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [{ type: 'Footer', label: 'Send', 'on-click-action': { name: 'complete', payload: {} } }],
      },
    },
  ],
}
const text = (body: unknown) => ({ type: 'text', text: { body } })

describe('the messages that a business sends', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open({
      flows: [{ name: 'sign_up', categories: ['SIGN_UP'], flow_json: JSON.stringify(SIGN_UP) }],
    })
    await world.writes({ text: 'hi' })
  })
  afterAll(() => world[Symbol.asyncDispose]())

  const flow = {
    flow_message_version: '3',
    flow_name: 'sign_up',
    flow_cta: 'Start',
    flow_token: 't',
    flow_action: 'navigate',
  }
  it.each<[string, Record<string, unknown>]>([
    ['text of 4,096 characters', text(long(4096))],
    ['text of 4,096 emoji', text('👶'.repeat(4096))],
    ['three buttons', buttons(button('1', long(20)), button('2', 'Two'), button(long(256), 'Three'))],
    [
      'ten rows in two sections',
      list([
        { title: 'One', rows: rows(5) },
        { title: 'Two', rows: rows(5, 5) },
      ]),
    ],
    ['a list with a body of 4,096', list([{ rows: rows(1) }], long(4096))],
    [
      'a link',
      interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://dwar.example/v' } }),
    ],
    ['a request for a place', interactive('location_request_message', { name: 'send_location' })],
    ['a request for the number', interactive('request_contact_info', { name: 'request_contact_info' })],
    ['the same under its older name', interactive('contact_request', { name: 'contact_request' })],
    [
      'a flow',
      interactive('flow', {
        name: 'flow',
        parameters: { ...flow, flow_action_payload: { screen: 'A', data: { a: 1 } } },
      }),
    ],
    [
      'header and footer',
      interactive(
        'cta_url',
        { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://a.example' } },
        { header: { type: 'text', text: long(60) }, footer: { text: long(60) } },
      ),
    ],
    [
      'a template',
      template({
        components: [
          { type: 'body', parameters: [{ type: 'text', parameter_name: 'reference', text: 'DWR-2026-000001' }] },
        ],
      }),
    ],
    ['a place', { type: 'location', location: { latitude: 28.6, longitude: '77.2', name: 'Delhi' } }],
  ])('%s is accepted', async (_title, message) => {
    expect((await world.send(message)).body).toMatchObject({
      messaging_product: 'whatsapp',
      contacts: [{ input: `+${ASHA}`, wa_id: ASHA }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    })
  })

  it.each<[string, Record<string, unknown>, number, RegExp]>([
    ['text of 4,097', text(long(4097)), 100, /text.body must be at most 4096/],
    ['an empty text', text(''), 131009, /text.body length invalid/],
    ['a blank text', text(' \n '), 131009, /text.body must not be blank/],
    ['no text', { type: 'text', text: {} }, 131008, /text.body is required/],
    ['an unknown type', { type: 'poll', poll: {} }, 100, /type must be one of/],
    ['an unknown key', { ...text('x'), urgent: true }, 100, /Unexpected key "urgent"/],
    ['another product', { ...text('x'), messaging_product: 'sms' }, 100, /messaging_product/],
    [
      'four buttons',
      buttons(button('1', 'a'), button('2', 'b'), button('3', 'c'), button('4', 'd')),
      131009,
      /buttons must have 1 to 3/,
    ],
    ['a title of 21', buttons(button('1', long(21))), 131009, /buttons\[0\].reply.title length invalid/],
    ['equal titles', buttons(button('1', 'a'), button('2', 'a')), 131009, /Duplicated button title/],
    ['equal ids', buttons(button('1', 'a'), button('1', 'b')), 131009, /Duplicated button id/],
    ['a button id of 257', buttons(button(long(257), 'a')), 131009, /reply.id length invalid/],
    [
      'a body of 1,025',
      interactive('button', { buttons: [button('1', 'a')] }, { body: { text: long(1025) } }),
      131009,
      /body.text length invalid/,
    ],
    [
      'a footer of 61',
      interactive('button', { buttons: [button('1', 'a')] }, { footer: { text: long(61) } }),
      131009,
      /footer.text length/,
    ],
    [
      'a header of 61',
      interactive('button', { buttons: [button('1', 'a')] }, { header: { type: 'text', text: long(61) } }),
      131009,
      /header.text length/,
    ],
    [
      'eleven rows',
      list([
        { title: 'One', rows: rows(6) },
        { title: 'Two', rows: rows(5, 6) },
      ]),
      131009,
      /max allowed count: 10/,
    ],
    [
      'a section without a title',
      list([{ title: 'One', rows: rows(1) }, { rows: rows(1, 1) }]),
      131008,
      /sections\[1\].title is required/,
    ],
    ['equal row ids', list([{ rows: [...rows(1), ...rows(1)] }]), 131009, /Duplicated row id/],
    ['a row title of 25', list([{ rows: [{ id: '1', title: long(25) }] }]), 131009, /rows\[0\].title length/],
    [
      'a row description of 73',
      list([{ rows: [{ id: '1', title: 'a', description: long(73) }] }]),
      131009,
      /description length/,
    ],
    ['a list body of 4,097', list([{ rows: rows(1) }], long(4097)), 131009, /body.text length/],
    [
      'a link that is no web address',
      interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Open', url: 'javascript:x' } }),
      131009,
      /url must be a URL/,
    ],
    [
      'emoji on a flow',
      interactive('flow', { name: 'flow', parameters: { ...flow, flow_cta: 'Go 👶' } }),
      131009,
      /flow_cta must not contain emoji/,
    ],
    [
      'callback data of 513',
      { ...text('x'), biz_opaque_callback_data: long(513) },
      131009,
      /biz_opaque_callback_data length/,
    ],
    ['a media id that is not', { type: 'document', document: { id: '1' } }, 131009, /document.id is not a media id/],
    [
      'media by id and link',
      { type: 'image', image: { id: '1', link: 'https://a.example/b' } },
      131009,
      /either id or link/,
    ],
    ['a template in no language', template({ language: { code: 'xx' } }), 100, /language.code must be one of/],
    ['a template name in capitals', template({ name: 'Ready' }), 131009, /name may have a-z/],
    [
      'a parameter of two lines',
      template({ components: [{ type: 'body', parameters: [{ type: 'text', text: 'a\nb' }] }] }),
      132018,
      /new-line/,
    ],
    ['an id in to', { ...text('x'), to: 'IN.1349' }, 131009, /a user id goes into recipient/],
    ['nobody', { ...text('x'), to: undefined }, 131008, /to is required/],
    ['an unknown id', { ...text('x'), recipient: 'IN.1349' }, 131009, /recipient is not/],
    ['itself', { ...text('x'), to: '+911141004100' }, 131021, /number that sends/],
    ['a quote of nothing', { ...text('x'), context: { message_id: 'wamid.x' } }, 131009, /context.message_id/],
    ['a read mark of nothing', { status: 'read', message_id: 'wamid.x' }, 100, /Unexpected key/],
  ])('%s is refused by name', async (_title, message, code, details) => {
    const answer = await world.send(message)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toMatchObject({
      type: 'OAuthException',
      code,
      message: expect.stringMatching(new RegExp(`^\\(#${code}\\) `)),
      error_data: { messaging_product: 'whatsapp', details: expect.stringMatching(details) },
      fbtrace_id: expect.any(String),
    })
  })

  it('a number without + gets the business’s country code before it', async () => {
    const { body } = await world.send({ ...text('x'), to: '9810012345' })
    expect(body.contacts).toEqual([{ input: '9810012345', wa_id: ASHA }])
  })

  it.each([
    ['another token', 'v25.0/1/messages', 'guess', 401, 190],
    ['another number', 'v25.0/1/messages', null, 400, 100],
    ['an unknown edge', 'v25.0/1/walls', null, 400, 2500],
    ['a version that is gone', 'v18.0/1/messages', null, 400, 2500],
  ])('%s is refused', async (_title, path, token, status, code) => {
    const response = await fetch(`${world.env.WHATSAPP_API_URL}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token ?? world.env.WHATSAPP_ACCESS_TOKEN}` },
      body: '{}',
    })
    expect([response.status, ((await response.json()) as any).error.code]).toEqual([status, code])
  })

  it('every version from v20.0 on is served', async () => {
    const response = await fetch(`${world.env.WHATSAPP_API_URL}/v26.0/${world.env.WHATSAPP_PHONE_NUMBER_ID}`, {
      headers: { authorization: `Bearer ${world.env.WHATSAPP_ACCESS_TOKEN}` },
    })
    expect(await response.json()).toMatchObject({ id: world.env.WHATSAPP_PHONE_NUMBER_ID })
  })

  it('a read mark covers what came before, and typing shows', async () => {
    const from = '919810055555'
    await world.writes({ from, text: 'one' })
    const id = await world.writes({ from, text: 'two' })
    const shown: string[] = []
    const ending = new AbortController()
    const stream = await fetch(`${world.sandbox.url}/control/whatsapp/stream`, { signal: ending.signal })
    const reading = (async () => {
      for await (const chunk of stream.body!) shown.push(Buffer.from(chunk).toString())
    })().catch(() => {})
    const mark = { messaging_product: 'whatsapp', status: 'read', message_id: id, typing_indicator: { type: 'text' } }
    const answer = await world.graph('POST', `${world.env.WHATSAPP_PHONE_NUMBER_ID}/messages`, mark)
    expect(answer.body).toEqual({ success: true })
    expect((await world.chat(from)).map(({ status }) => status)).toEqual(['read', 'read'])
    await until(() => shown.join('').includes('event: typing'))
    expect(shown.join('')).toContain(`"with":"${from}"`)
    ending.abort()
    await reading
  })
})
