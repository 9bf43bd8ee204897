/** What becomes of messages that Meta refuses at first: they arrive in the end, once, and in order. */
import { describe, expect, it } from '@jest/globals'
import { type Outgoing, owe } from '../../../subgraphs/whatsapp/chat.ts'
import { posted, smallHub, smallMeta, text, until } from '../host.ts'
import { channel } from '../small-channel.ts'

const HOUR = 3_600_000
const MOBILE = '919810012345'
const TO = `+${MOBILE}`
const template = { name: 'application_update', language: { code: 'en' }, components: [] }
const news = (body: string): Outgoing => ({ free: { type: 'text', text: { body } }, template, file: null })

/** A chat that has begun, and a way to owe it notices. */
async function chatting() {
  const hub = await smallHub()
  const meta = await smallMeta()
  const chat = await channel(hub, meta)
  await chat.comes(text('hi'))
  await chat.hears(/write what you need/)
  const citizen = await hub.host.citizens.ofChat({ mobile: TO })
  const { channel: store } = hub.host.store
  const row = async (id: string) => (await store.outgoing(id))!
  return {
    hub,
    meta,
    chat,
    row,
    async owes(id: string, body: string) {
      const at = hub.host.clock.now().getTime()
      await store.commit({ owes: [owe(hub.host.vault, { id, citizen, lane: 'notice', at }, news(body))] })
      hub.host.wake('outbox')
    },
    stands: (id: string, state: string) => until(`${id} ${state}`, async () => (await row(id)).state === state),
    async fails(status: object) {
      expect((await chat.post(posted({ statuses: [{ status: 'failed', ...status }] }))).status).toBe(200)
    },
    async [Symbol.asyncDispose]() {
      await chat[Symbol.asyncDispose]()
      await meta[Symbol.asyncDispose]()
      await hub[Symbol.asyncDispose]()
    },
  }
}

describe('a notice that WhatsApp cannot deliver', () => {
  it('is tried ever later, then parked, and goes when the citizen writes again', async () => {
    await using one = await chatting()
    one.meta.next(131026, 131026, 131026, 131026, 131026)
    await one.owes('n1', 'ready')
    for (const [tries, pause] of [60_000, HOUR, 6 * HOUR, 24 * HOUR].entries()) {
      await until(`${tries + 1} tries`, async () => (await one.row('n1')).attempts === tries + 1)
      one.hub.advance(pause)
    }
    await one.stands('n1', 'parked')
    await one.chat.comes(text('menu'))
    await one.stands('n1', 'accepted')
    // a day after the message, as Meta counts it: a template
    expect(one.meta.sent.at(-1)).toMatchObject({ type: 'template' })
  })

  it('goes when the citizen writes again, also where Meta says so later', async () => {
    await using one = await chatting()
    await one.owes('n1', 'ready')
    await one.stands('n1', 'accepted')
    await one.fails({ id: (await one.row('n1')).wamid, errors: [{ code: 131026 }] })
    await until('it is owed again', async () => (await one.row('n1')).state === 'owed')
    await one.chat.comes(text('menu'))
    await one.stands('n1', 'accepted')
    expect(one.chat.said().filter((line) => line === 'ready')).toHaveLength(2)
  })

  it('does not wake one that Meta will never take', async () => {
    await using one = await chatting()
    one.meta.next(131050)
    await one.owes('n1', 'ready')
    await one.stands('n1', 'parked')
    await one.chat.comes(text('help'))
    await until('help', () => one.chat.said().length === 2)
    expect((await one.row('n1')).state).toBe('parked')
  })
})

describe('a window that Meta takes for closed', () => {
  it('does not silence a reply: it is tried again', async () => {
    await using one = await chatting()
    one.meta.next(131047)
    await one.chat.comes(text('language'))
    await until('it is refused', () => one.meta.calls.length === 2)
    one.hub.advance(5_000)
    await one.chat.hears(/Which language/)
  })

  it('stops a reply after a minute of tries, and the next one goes', async () => {
    await using one = await chatting()
    one.meta.next(131047, 131047, 131047, 131047, 131047, 131047)
    await one.chat.comes(text('language'))
    for (let tries = 1; tries < 6; tries++) {
      await until(`${tries} tries`, () => one.meta.calls.length === 1 + tries)
      one.hub.advance(60_000)
    }
    await until('it is parked', async () => (await one.hub.host.store.channel.counts()).parked === 1)
    await one.chat.comes(text('menu'))
    await until('the menu', () => one.chat.said().length === 2)
  })
})

describe('a failure that Meta tells before its answer', () => {
  it('is taken when the answer has come', async () => {
    await using one = await chatting()
    // the answer names wamid.out.2: nobody knows it yet, and the failure says nothing else
    await one.fails({ id: 'wamid.out.2', errors: [{ code: 131000 }] })
    await one.owes('n1', 'ready')
    await until('it is owed again', async () => (await one.row('n1')).attempts === 1)
    one.hub.advance(10_000)
    await one.stands('n1', 'accepted')
    expect((await one.row('n1')).wamid).toBe('wamid.out.3')
  })

  it('is not undone by the answer', async () => {
    await using hub = await smallHub()
    const { channel: store } = hub.host.store
    await store.commit({ owes: [owe(hub.host.vault, { id: 'n1', citizen: 'asha', lane: 'notice', at: 0 }, news('x'))] })
    await store.began('n1', 1, null)
    await store.receipt({ id: 'n1', wamid: 'wamid.1', word: 'failed', note: '131000' })
    await store.again('n1', { due: 5, note: '131000' })
    await store.accepted('n1', 'wamid.1')
    expect(await store.outgoing('n1')).toMatchObject({ state: 'owed', wamid: null })
    await store.accepted('n1', 'wamid.2')
    expect(await store.outgoing('n1')).toMatchObject({ state: 'accepted', wamid: 'wamid.2' })
  })
})

describe('a notice that goes to a number only', () => {
  const asha = { user_id: 'IN.13491208655302741918', profile: { name: 'Asha', username: '@asha' } }
  const says = (message: object, n: number) => ({
    from_user_id: asha.user_id,
    id: `wamid.id-only.${n}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    ...message,
  })
  const card = (origin: string) => ({
    type: 'contacts',
    contacts: [{ name: { formatted_name: 'Asha' }, phones: [{ phone: '+91 98100 12345', wa_id: MOBILE }], origin }],
  })

  it('asks whoever hides theirs to share it, and goes there once they have; a card of another origin proves nothing', async () => {
    await using hub = await smallHub()
    await using meta = await smallMeta()
    await using chat = await channel(hub, meta)
    let count = 0
    const comes = async (message: object) =>
      expect((await chat.post(posted({ contacts: [asha], messages: [says(message, ++count)] }))).status).toBe(200)
    const said = () => meta.sent.filter(({ recipient }) => recipient === asha.user_id)
    await comes({ type: 'text', text: { body: 'hi' } })
    await until('the menu', () => said().length === 1)
    const citizen = await hub.host.citizens.ofChat({ userId: asha.user_id })
    const { channel: store } = hub.host.store
    meta.next(131062)
    const at = hub.host.clock.now().getTime()
    await store.commit({ owes: [owe(hub.host.vault, { id: 'n1', citizen, lane: 'notice', at }, news('ready'))] })
    hub.host.wake('outbox')
    await until('the number is asked for', () => said().some((m) => m.interactive?.type === 'request_contact_info'))
    meta.next('well', 131062)
    await comes(card('other'))
    await until(
      'it is refused again',
      async () => (await store.outgoing('n1'))!.note === '131062' && meta.calls.length >= 5,
    )
    expect(await hub.host.citizens.mobile(citizen)).toBeNull()
    await comes(card('contact_request'))
    await until('the news', () => chat.said(TO).includes('ready'))
    expect(chat.said(TO)).toEqual([expect.stringMatching(/^Thank you\. We have your number now\./), 'ready'])
    expect(await hub.host.citizens.mobile(citizen)).toBe(TO)
    expect(await hub.host.citizens.ofChat({ mobile: TO })).toBe(citizen)
  })
})
