import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ABSURD, BODIES, DESCRIBED, STATUSES } from './corpus.ts'
import { from, posted, type SmallHub, type SmallMeta, smallHub, smallMeta, text, until } from './host.ts'
import { channel } from './small-channel.ts'

let hub: SmallHub
let meta: SmallMeta
let chat: Awaited<ReturnType<typeof channel>>
beforeAll(async () => {
  hub = await smallHub()
  meta = await smallMeta()
  chat = await channel(hub, meta)
})
afterAll(async () => {
  await chat[Symbol.asyncDispose]()
  await meta[Symbol.asyncDispose]()
  await hub[Symbol.asyncDispose]()
})

const settled = () => until('all is settled', async () => (await hub.host.store.channel.counts()).inbox === 0)
/** Whoever wrote is still heard. */
async function isHeard(mobile: string) {
  await chat.comes(text('menu', mobile))
  await chat.hears(/write what you need/, `+${mobile}`)
}
let people = 0
const somebody = () => `91981${String(++people).padStart(7, '0')}`

describe.each([
  ['a message as Meta describes it', DESCRIBED],
  ['a message as nobody describes it', ABSURD],
])('%s', (_, postings) => {
  it.each(postings)('$name → $hears', async ({ message, hears }) => {
    const mobile = somebody()
    await chat.comes(from(message, mobile))
    await settled()
    if (hears) {
      await chat.hears(/./, `+${mobile}`)
      expect(chat.said(`+${mobile}`)).toEqual([expect.stringMatching(hears)])
    } else expect(chat.said(`+${mobile}`)).toEqual([])
    await isHeard(mobile)
  })
})

describe('what nobody sees in an answer', () => {
  it.each([
    ['marks of a copied phone book', '\u202aAsha\u202c'],
    ['spaces without width', 'As\u200bha\ufeff'],
    ['a soft hyphen', 'As\u00adha'],
    ['a joiner of words', '\u2060Asha'],
  ])('%s is no matter', async (_, name) => {
    const mobile = somebody()
    await chat.comes(text('Day pass', mobile))
    await chat.hears(/Your name/, `+${mobile}`)
    await chat.comes(text(name, mobile))
    await chat.hears(/please check[\s\S]*: Asha$/m, `+${mobile}`)
  })
})

describe('a status', () => {
  it.each(STATUSES)('$name', async ({ status }) => {
    expect((await chat.post(posted({ statuses: [status] }))).status).toBe(200)
    // a failure that nobody knows is waited with: what failed may be on its way
    hub.advance(61_000)
    await settled()
  })
})

describe('a body that is no message', () => {
  it.each(BODIES.map((body) => [body.slice(0, 60), body] as const))('%s', async (_, body) => {
    const before = meta.calls.length
    expect((await chat.post(body)).status).toBe(200)
    await settled()
    expect(meta.calls).toHaveLength(before)
  })
})

describe('a batch', () => {
  it('with several entries, changes and messages is answered to each, in order', async () => {
    const [one, two] = [somebody(), somebody()]
    const part = (...messages: object[]) => JSON.parse(posted({ messages })).entry[0]
    const entries = [part(text('hi', one), text('help', one)), part(text('hi', two)), part(text('language', one))]
    expect((await chat.post(JSON.stringify({ object: 'whatsapp_business_account', entry: entries }))).status).toBe(200)
    await chat.hears(/Which language/, `+${one}`)
    await chat.hears(/write what you need/, `+${two}`)
    expect(chat.said(`+${one}`)).toHaveLength(3)
    expect(chat.said(`+${one}`)[2]).toMatch(/Which language/)
  })

  it('that is posted again is answered once', async () => {
    const mobile = somebody()
    const body = posted({ messages: [text('hi', mobile), text('help', mobile)] })
    for (let i = 0; i < 5; i++) expect((await chat.post(body)).status).toBe(200)
    await chat.comes(text('language', mobile))
    await chat.hears(/Which language/, `+${mobile}`)
    expect(chat.said(`+${mobile}`)).toHaveLength(3)
  })

  it('of messages, statuses and errors together loses none of them', async () => {
    const mobile = somebody()
    await chat.comes(text('hi', mobile))
    await chat.hears(/write what you need/, `+${mobile}`)
    const before = meta.sent.length
    const value = {
      messages: [text('help', mobile)],
      statuses: [{ id: `wamid.out.${before}`, status: 'read', timestamp: '1' }],
      errors: [{ code: 131000, title: 'Something went wrong', error_data: { details: 'x' } }],
    }
    expect((await chat.post(posted(value))).status).toBe(200)
    await until('the answer', () => meta.sent.length > before)
    await settled()
    const citizen = await hub.host.citizens.ofChat({ mobile: `+${mobile}` })
    const lines = await hub.host.store.channel.lines(citizen, 10, null)
    expect(lines.map(({ receipt }) => receipt)).toContain('read')
  })

  it('of errors alone is kept', async () => {
    const before = meta.calls.length
    expect((await chat.post(posted({ errors: [{ code: 131000, title: 'x' }] }))).status).toBe(200)
    await settled()
    expect(meta.calls).toHaveLength(before)
  })

  it('with one message that is nonsense answers the others', async () => {
    const mobile = somebody()
    const body = posted({ messages: [null, 5, 'x', [], from({ type: { toString: 1 } }, mobile), text('help', mobile)] })
    expect((await chat.post(body)).status).toBe(200)
    await until('both are answered', () => chat.said(`+${mobile}`).length === 2)
  })
})

describe('who wrote', () => {
  it('is known by a user id alone, and written to by it', async () => {
    const { from: _, ...message } = text('hi') as any
    await chat.comes({ ...message, from_user_id: 'IN.13491208655302741918' })
    const sent = await until('the answer', () => meta.sent.find((one) => one.recipient === 'IN.13491208655302741918'))
    expect(sent.to).toBeUndefined()
  })

  it('is read from the contact where the message does not say', async () => {
    const { from: _, ...message } = text('hi') as any
    const contacts = [{ profile: { name: 'x' }, user_id: 'IN.999' }]
    expect((await chat.post(posted({ contacts, messages: [message] }))).status).toBe(200)
    await until('the answer', () => meta.sent.find((one) => one.recipient === 'IN.999'))
  })

  it('is nobody else of the same batch, though one contact alone came with it', async () => {
    const [one, two] = [somebody(), somebody()]
    const asha = { ...from({ type: 'text', text: { body: 'Day pass' } }, one), from_user_id: `IN.${one}` }
    await chat.comes(asha)
    await chat.hears(/Your name/, `+${one}`)
    const contacts = [{ wa_id: one, user_id: `IN.${one}`, profile: { name: 'Asha' } }]
    const messages = [text('help', one), text('help', two)]
    expect((await chat.post(posted({ contacts, messages }))).status).toBe(200)
    await chat.hears(/Answer the question[\s\S]*Your name/, `+${one}`)
    await chat.hears(/./, `+${two}`)
    await settled()
    expect(chat.said(`+${two}`)).toEqual([expect.stringMatching(/^Answer the question[\s\S]*Hello!/)])
    const ids = [`+${one}`, `+${two}`].map((mobile) => hub.host.citizens.ofChat({ mobile }))
    expect(new Set(await Promise.all(ids)).size).toBe(2)
  })

  it('is read from a number that is written as one', async () => {
    const mobile = somebody()
    await chat.comes({ ...text('hi', mobile), from: Number(mobile) })
    await chat.hears(/^Hello!/, `+${mobile}`)
  })

  it.each(['user_changed_number', 'user_changed_user_id'])('moves (%s), and the chat goes on there', async (type) => {
    const [old, fresh] = [somebody(), somebody()]
    const ids = { previous_user_id: `IN.${old}`, user_id: `IN.${fresh}` }
    await chat.comes({ ...from({ type: 'text', text: { body: 'Day pass' } }, old), from_user_id: ids.previous_user_id })
    await chat.hears(/Your name/, `+${old}`)
    const numbers = type === 'user_changed_number' ? { wa_id: fresh } : {}
    await chat.comes(from({ type: 'system', system: { type, ...ids, ...numbers } }, old))
    await settled()
    const { from: _, ...hidden } = text('Asha') as any
    await chat.comes({ ...hidden, ...(numbers.wa_id ? { from: fresh } : {}), from_user_id: ids.user_id })
    const there = (m: any) => m.to === `+${fresh}` || m.recipient === ids.user_id
    const sent = await until('the next step', () => meta.sent.find((m) => there(m)))
    expect(JSON.stringify(sent)).toMatch(/please check/)
  })

  it('is nobody: the message is kept, and nothing is said', async () => {
    const before = meta.calls.length
    const { from: _, ...message } = text('hi') as any
    await chat.comes(message)
    await settled()
    expect(meta.calls).toHaveLength(before)
  })
})
