import { describe, expect, it } from '@jest/globals'
import { ASHA, signatureOf, until, World } from './world.ts'

const text = (body: string) => ({ type: 'text', text: { body } })
const ask = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Go on?' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'q1:yes', title: 'Yes' } },
        { type: 'reply', reply: { id: 'q1:no', title: 'No' } },
      ],
    },
  },
}
const choose = {
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Where?' },
    action: { button: 'Choose', sections: [{ rows: [{ id: 'DL-01', title: 'Mall Road', description: 'North' }] }] },
  },
}

describe('a citizen’s message', () => {
  it('comes as a webhook signed over its bytes, printed as Meta prints JSON', async () => {
    await using world = await World.open()
    const id = await world.writes({ text: 'नमस्ते 👶 a/b' })
    await until(() => world.hub.messages().length)
    const { raw, body, signature } = world.hub.received[0]!
    expect(signature).toBe(signatureOf(raw, world.env.WHATSAPP_APP_SECRET!))
    expect(raw).toContain('\\u0928\\u092e')
    expect(raw).toContain('\\ud83d\\udc76 a\\/b')
    expect(body).toEqual({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: expect.any(String),
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '911141004100', phone_number_id: world.env.WHATSAPP_PHONE_NUMBER_ID },
                contacts: [
                  {
                    profile: { name: 'Asha' },
                    wa_id: ASHA,
                    user_id: expect.stringMatching(/^IN\.\d{20}$/),
                    identity_key_hash: expect.any(String),
                  },
                ],
                messages: [
                  {
                    from: ASHA,
                    from_user_id: expect.stringMatching(/^IN\./),
                    id,
                    timestamp: expect.stringMatching(/^\d{10}$/),
                    type: 'text',
                    text: { body: 'नमस्ते 👶 a/b' },
                  },
                ],
              },
            },
          ],
        },
      ],
    })
  })

  it('shows number, number and username, or only an id', async () => {
    await using world = await World.open()
    await world.writes({ from: '919810099999', username: 'ravi', name: 'Ravi', text: 'a' })
    await world.writes({ userId: 'IN.13491208655302741918', username: '@meera', name: 'Meera', text: 'b' })
    await until(() => world.hub.messages().length === 2)
    const values = world.hub.received.map(({ value }) => value)
    const ravi = values.find((value) => value.contacts[0].profile.name === 'Ravi')
    expect(ravi.contacts[0]).toMatchObject({ wa_id: '919810099999', profile: { username: '@ravi' } })
    const meera = values.find((value) => value.contacts[0].profile.name === 'Meera')
    expect(meera.contacts[0]).not.toHaveProperty('wa_id')
    expect(meera.messages[0]).not.toHaveProperty('from')
    expect(meera.messages[0].from_user_id).toBe('IN.13491208655302741918')
    const answer = await world.send({ recipient: 'IN.13491208655302741918', ...text('hello') })
    expect(answer.body.contacts).toEqual([{ input: 'IN.13491208655302741918', user_id: 'IN.13491208655302741918' }])
    await world.told(answer.body.messages[0].id, 2)
    const [status] = world.hub.statuses(answer.body.messages[0].id)
    expect(status).toMatchObject({ recipient_user_id: 'IN.13491208655302741918' })
    expect(status).not.toHaveProperty('recipient_id')
    const chat = await world.chat('IN.13491208655302741918')
    expect(chat.map(({ direction }) => direction)).toEqual(['in', 'out'])
    const chats = (await world.call('GET', '/control/whatsapp/messages')).body
    expect(chats.map((one: any) => [one.with, one.number])).toEqual([
      ['919810099999', '919810099999'],
      ['IN.13491208655302741918', null],
    ])
  })

  it('taps what the latest message shows, by its title or its id', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    const asked = await world.sends(ask)
    await world.writes({ reply: 'yes' })
    const chosen = await world.sends(choose)
    await world.writes({ reply: 'DL-01' })
    await world.writes({ reply: 'No' })
    await until(() => world.hub.messages().length === 4)
    const [, yes, place, no] = world.hub.messages()
    expect(yes).toMatchObject({
      type: 'interactive',
      context: { from: '911141004100', id: asked },
      interactive: { type: 'button_reply', button_reply: { id: 'q1:yes', title: 'Yes' } },
    })
    expect(place).toMatchObject({
      context: { id: chosen },
      interactive: { type: 'list_reply', list_reply: { id: 'DL-01', title: 'Mall Road', description: 'North' } },
    })
    expect(no.interactive.button_reply).toEqual({ id: 'q1:no', title: 'No' })
    const wrong = await world.call('POST', '/control/whatsapp/messages', { reply: 'Perhaps' })
    expect(wrong).toEqual({
      status: 400,
      body: { error: 'nothing in the chat shows "Perhaps"; the latest choice shows "Mall Road"' },
    })
  })

  it('may be any of Meta’s objects', async () => {
    await using world = await World.open()
    const first = await world.writes({ raw: { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } } })
    await world.writes({ raw: { type: 'text', text: { body: 'again' }, id: first, context: { forwarded: true } } })
    await world.writes({ raw: { type: 'system', system: { wa_id: '919810077777' } } })
    await world.writes({ from: '919810077777', text: 'it is me' })
    await until(() => world.hub.messages().length === 4)
    const [reaction, repeat, system, after] = world.hub.messages()
    expect(reaction).toMatchObject({ from: ASHA, id: first, reaction: { emoji: '👍' } })
    expect(repeat).toMatchObject({ id: first, context: { forwarded: true } })
    expect(system.system).toMatchObject({
      type: 'user_changed_number',
      wa_id: '919810077777',
      previous_user_id: reaction.from_user_id,
    })
    expect(world.hub.received[2]!.value).not.toHaveProperty('contacts')
    expect(after.from_user_id).toBe(system.system.user_id)
    expect(await world.chat('919810077777')).toHaveLength(3)
  })

  it.each([
    [{}, /exactly one of text, reply, file, raw/],
    [{ text: 'a', raw: {} }, /exactly one of/],
    [{ text: 'a', form: '91' }, /no field form/],
    [{ text: 'a', from: 'Asha' }, /from is a number/],
    [{ text: 'a', userId: 'Asha' }, /userId is a business-scoped user id/],
    [{ text: 'a'.repeat(4097) }, /at most 4,096/],
    [{ file: { name: 'a' } }, /file is \{ name, mediaType, base64 \}/],
    [{ raw: [] }, /raw is one of Meta/],
    [{ reply: 'Yes' }, /it shows no choice/],
  ])('%j is refused', async (body, reason) => {
    await using world = await World.open()
    const answer = await world.call('POST', '/control/whatsapp/messages', body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toMatch(reason)
    expect(await world.chat()).toEqual([])
  })
})

describe('the statuses of a message', () => {
  it('are sent, delivered and read, with the price once and the callback data', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    const id = await world.sends({ ...text('hello'), biz_opaque_callback_data: 'outbox-17' })
    expect(await world.told(id, 3)).toEqual(['sent', 'delivered', 'read'])
    const told = world.hub.statuses(id)
    expect(told.map((status) => status.pricing?.category ?? null)).toEqual([null, 'service', null])
    for (const status of told)
      expect(status).toMatchObject({ recipient_id: ASHA, biz_opaque_callback_data: 'outbox-17' })
    const [, out] = await world.chat()
    expect(out).toMatchObject({ id, direction: 'out', status: 'read', message: { text: { body: 'hello' } } })
  })

  it('end at delivered while nobody looks, and go on when the citizen writes', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    await world.call('POST', '/control/clock', { advance: '2h' })
    const id = await world.sends(text('hello'))
    expect(await world.told(id, 2)).toEqual(['sent', 'delivered'])
    await world.writes({ text: 'I am back' })
    expect(await world.told(id, 3)).toEqual(['sent', 'delivered', 'read'])
  })

  it('fail with 131047 after a 200 where the window is closed; a template goes', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    await world.call('POST', '/control/clock', { advance: '24h' })
    const id = await world.sends(text('too late'))
    expect(await world.told(id, 1)).toEqual(['failed'])
    expect(world.hub.statuses(id)[0].errors[0]).toMatchObject({
      code: 131047,
      title: 'Re-engagement message',
      error_data: { details: expect.any(String) },
    })
    expect((await world.chat()).at(-1)).toMatchObject({ id, status: 'failed' })
    const late = await world.sends({ type: 'template', template: { name: 'ready', language: { code: 'en' } } })
    expect(await world.told(late, 2)).toEqual(['sent', 'delivered'])
    await world.writes({ text: 'hi again' })
    expect(await world.told(await world.sends(text('in time')), 3)).toContain('read')
  })

  it('fail with 137000 where another person may hold the phone', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    const { identityHash } = (await world.call('GET', `/control/whatsapp/people/${ASHA}`)).body
    const good = await world.sends({ ...text('secret'), recipient_identity_key_hash: identityHash })
    expect(await world.told(good, 3)).toContain('read')
    await world.call('POST', `/control/whatsapp/people/${ASHA}`, { identity: 'changed' })
    const bad = await world.sends({ ...text('secret'), recipient_identity_key_hash: identityHash })
    expect(await world.told(bad, 1)).toEqual(['failed'])
    expect(world.hub.statuses(bad)[0].errors[0].code).toBe(137000)
  })

  it('fail with 131053 where a file is not what it says, or a link gives nothing', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    const { body } = await world.uploads(new TextEncoder().encode('not a PDF'), 'application/pdf', 'a.pdf')
    const byId = await world.sends({ type: 'document', document: { id: body.id, filename: 'a.pdf' } })
    const byLink = await world.sends({ type: 'document', document: { link: `${world.sandbox.url}/nowhere.pdf` } })
    for (const id of [byId, byLink]) {
      expect(await world.told(id, 1)).toEqual(['failed'])
      expect(world.hub.statuses(id)[0].errors[0].code).toBe(131053)
    }
  })
})

describe('the speed of sending', () => {
  it('to one person is 45 on credit, then one in six seconds', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    for (let index = 0; index < 45; index++) await world.sends(text(`${index}`))
    const refused = await world.send(text('one too many'))
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 131056 } } })
    await world.call('POST', '/control/clock', { advance: '6s' })
    await world.sends(text('now'))
    expect((await world.send(text('again too many'))).body.error.code).toBe(131056)
    expect((await world.send({ ...text('another person'), to: '+919810000001' })).status).toBe(200)
  })

  it('in all is 80 messages a second, in and out', async () => {
    const still = new Date('2026-01-05T12:00:00Z')
    await using world = await World.open({ clock: { now: () => still } })
    for (let index = 0; index < 40; index++) {
      await world.writes({ from: `9198100001${String(index).padStart(2, '0')}`, text: 'hi' })
      await world.sends({ ...text('hello'), to: `+9198100001${String(index).padStart(2, '0')}` })
    }
    expect((await world.send(text('one too many'))).body.error.code).toBe(130429)
    await world.call('POST', '/control/clock', { advance: '1s' })
    await world.sends(text('now'))
  })
})
