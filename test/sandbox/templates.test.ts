import { describe, expect, it } from '@jest/globals'
import { until, World } from './world.ts'

const READY = {
  name: 'certificate_ready',
  language: 'en',
  category: 'UTILITY',
  parameter_format: 'NAMED',
  components: [
    { type: 'HEADER', format: 'DOCUMENT', example: { header_handle: ['4::x'] } },
    {
      type: 'BODY',
      text: 'Your certificate for {{reference}} is ready. Anyone can verify it at {{address}} at any time.',
      example: {
        body_text_named_params: [
          { param_name: 'reference', example: 'DWR-2026-000001' },
          { param_name: 'address', example: 'https://dwar.example/verify/x' },
        ],
      },
    },
    { type: 'FOOTER', text: 'Dwar' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'My applications' },
        { type: 'URL', text: 'Verify', url: 'https://dwar.example/verify/{{1}}', example: ['x'] },
      ],
    },
  ],
}
const body = (text: string, examples: string[] = []) => [{ type: 'BODY', text, example: { body_text: [examples] } }]
const create = (world: World, template: Record<string, unknown>) =>
  world.graph('POST', '102290129340398/message_templates', template)
const named = (reference: string, address: string) => ({
  type: 'body',
  parameters: [
    { type: 'text', parameter_name: 'reference', text: reference },
    { type: 'text', parameter_name: 'address', text: address },
  ],
})
const address = { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'abc' }] }
const reply = {
  type: 'button',
  sub_type: 'quick_reply',
  index: 0,
  parameters: [{ type: 'payload', payload: 'status:DWR-1' }],
}

async function ready(world: World, components: unknown[]) {
  return world.send({ type: 'template', template: { name: 'certificate_ready', language: { code: 'en' }, components } })
}
async function header(world: World) {
  const { id } = (await world.uploads(new TextEncoder().encode('%PDF-1.7'), 'application/pdf', 'a.pdf')).body
  return { type: 'header', parameters: [{ type: 'document', document: { id, filename: 'a.pdf' } }] }
}

describe('a template', () => {
  it('is created, approved, listed, sent, read and tapped', async () => {
    await using world = await World.open()
    const { status, body: created } = await create(world, READY)
    expect([status, created]).toEqual([200, { id: expect.any(String), status: 'APPROVED', category: 'UTILITY' }])
    await until(() =>
      world.hub.received.some(({ body }) => body.entry[0].changes[0].field === 'message_template_status_update'),
    )
    const listed = await world.graph('GET', '102290129340398/message_templates?name=certificate_ready')
    expect(listed.body.data).toMatchObject([{ name: 'certificate_ready', language: 'en', status: 'APPROVED' }])
    const answer = await ready(world, [await header(world), named('DWR-1', 'https://a.example'), reply, address])
    expect(answer.body.messages[0].message_status).toBe('accepted')
    const [shown] = await world.chat()
    expect(shown.rendered).toEqual({
      body: 'Your certificate for DWR-1 is ready. Anyone can verify it at https://a.example at any time.',
      footer: 'Dwar',
      buttons: [
        { type: 'quick_reply', text: 'My applications', payload: 'status:DWR-1' },
        { type: 'url', text: 'Verify', url: 'https://dwar.example/verify/abc' },
      ],
    })
    await world.writes({ reply: 'My applications' })
    await until(() => world.hub.messages().length)
    expect(world.hub.messages()[0]).toMatchObject({
      type: 'button',
      context: { id: answer.body.messages[0].id },
      button: { payload: 'status:DWR-1', text: 'My applications' },
    })
    await world.told(answer.body.messages[0].id, 2)
    const priced = world.hub.statuses(answer.body.messages[0].id).find(({ pricing }) => pricing)
    expect(priced.pricing.category).toBe('utility')
  })

  it.each([
    ['a variable first', { ...READY, components: body('{{1}} is your number, keep it well', ['x']) }, 2388299],
    ['a variable last', { ...READY, components: body('Keep your number well: {{1}}.', ['x']) }, 2388299],
    ['too few words', { ...READY, components: body('Your {{1}} and {{2}} came', ['x', 'y']) }, 2388293],
    [
      'no examples',
      { ...READY, parameter_format: 'POSITIONAL', components: body('Your number is {{1}}, keep it well') },
      2388043,
    ],
  ])('with %s is refused by its subcode', async (_title, template, subcode) => {
    await using world = await World.open()
    const { status, body } = await create(world, template)
    expect([status, body.error.code, body.error.error_subcode]).toEqual([400, 100, subcode])
    expect(body.error.error_user_msg ?? body.error.error_data.details).toBeTruthy()
  })

  it.each([
    [{ ...READY, name: 'Ready!' }, /lower-case/],
    [{ ...READY, language: 'xx' }, /language xx/],
    [{ ...READY, category: 'SERVICE' }, /category/],
    [{ ...READY, components: [] }, /must have a BODY/],
    [{ ...READY, components: body('a'.repeat(1025)) }, /1024/],
    [{ ...READY, components: [...body('Hello there'), { type: 'FOOTER', text: 'a'.repeat(61) }] }, /60/],
    [
      {
        ...READY,
        components: [
          ...body('Hello there'),
          { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'a'.repeat(26) }] },
        ],
      },
      /25/,
    ],
    [{ ...READY, components: [...body('Hello there'), { type: 'HEADER', format: 'DOCUMENT' }] }, /header_handle/],
  ])('%# beyond the limits is refused', async (template, reason) => {
    await using world = await World.open()
    const answer = await create(world, template)
    expect(answer.status).toBe(400)
    expect(answer.body.error.error_data.details).toMatch(reason)
  })

  it('exists once in a language', async () => {
    await using world = await World.open()
    await create(world, READY)
    expect((await create(world, READY)).body.error.error_subcode).toBe(2388024)
    expect((await create(world, { ...READY, language: 'hi' })).status).toBe(200)
    expect((await world.graph('DELETE', '1/message_templates?name=certificate_ready')).body).toEqual({ success: true })
    expect((await create(world, READY)).status).toBe(200)
  })

  it('is sent with its own parameters only', async () => {
    await using world = await World.open()
    await create(world, READY)
    const top = await header(world)
    const good = named('DWR-1', 'https://a.example')
    const code = async (...components: unknown[]) => (await ready(world, components)).body.error?.code ?? null
    expect(await code(top, good, address)).toBeNull()
    expect(await code(top, address)).toBe(132000)
    expect(await code(good, address)).toBe(132012)
    expect(await code(top, good)).toBe(132012)
    expect(await code(top, named('a'.repeat(600), 'b'.repeat(600)), address)).toBe(132005)
    const hindi = await world.send({
      type: 'template',
      template: { name: 'certificate_ready', language: { code: 'hi' } },
    })
    expect(hindi).toMatchObject({ status: 404, body: { error: { code: 132001 } } })
  })

  it('is pending, rejected or paused when the control says so, and the hub hears of it', async () => {
    await using world = await World.open()
    const review = (mode: string) => world.call('POST', '/control/whatsapp/templates', { mode })
    const events = () =>
      world.hub.received
        .map(({ body }) => body.entry[0].changes[0])
        .filter(({ field }) => field === 'message_template_status_update')
        .map(({ value }) => value.event)
    const code = async () => {
      const answer = await ready(world, [await header(world), named('DWR-1', 'x'), address])
      return answer.body.error?.code ?? null
    }
    await review('pending')
    expect((await create(world, READY)).body.status).toBe('PENDING')
    expect(await code()).toBe(132001)
    await review('rejected')
    expect(await code()).toBe(132001)
    await review('approved')
    expect(await code()).toBeNull()
    await review('paused')
    expect(await code()).toBe(132015)
    await review('approved')
    expect(await code()).toBeNull()
    await until(() => events().length === 4)
    expect(events()).toEqual(['REJECTED', 'APPROVED', 'PAUSED', 'UNPAUSE'])
    expect((await review('lost')).status).toBe(400)
  })

  it('becomes marketing by Meta’s hand', async () => {
    await using world = await World.open()
    await create(world, READY)
    await world.call('POST', '/control/whatsapp/templates', { name: 'certificate_ready', category: 'MARKETING' })
    await until(() =>
      world.hub.received.some(({ body }) => body.entry[0].changes[0].field === 'template_category_update'),
    )
    expect(world.hub.received.at(-1)!.value).toMatchObject({ previous_category: 'UTILITY', new_category: 'MARKETING' })
  })
})
