/** Receipts as Meta sends them: out of order, twice, too early, for one part of an answer. */
import { describe, expect, it } from '@jest/globals'
import { posted, smallHub, smallMeta, text, until } from '../host.ts'
import { channel } from '../small-channel.ts'
import { post, say } from './outbox.ts'

describe('a receipt', () => {
  it.each([
    [['sent'], 'sent'],
    [['sent', 'delivered'], 'delivered'],
    [['sent', 'delivered', 'read'], 'read'],
    [['read', 'delivered', 'sent'], 'read'],
    [['read'], 'read'],
    [['played'], 'read'],
    [['delivered', 'delivered', 'sent', 'sent'], 'delivered'],
    [['delivered', 'failed'], 'delivered'],
    [['sent', 'deleted', 'warning', 'constructor'], 'sent'],
  ])('in the order %j stands as %s', async (order, stands) => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.owes('r1', say('one'))
    const { wamid } = await chat.settled('r1')
    for (const [i, status] of order.entries())
      await chat.receipts.take(`s${i}`, { id: wamid, status, errors: [{ code: 131026 }] })
    expect(await chat.row('r1')).toMatchObject({ state: 'accepted', receipt: stands })
  })

  it('of a failure keeps its reason', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.owes('r1', say('one'))
    const { wamid } = await chat.settled('r1')
    await chat.receipts.take('s', { id: wamid, status: 'failed', errors: [{ code: 131009 }] })
    expect(await chat.row('r1')).toMatchObject({ state: 'parked', note: '131009' })
  })

  it('that comes before its send’s answer stands', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    const answering = meta.pause()
    await chat.owes('r1', say('one'))
    await until('it began', async () => (await chat.row('r1')).began !== null && meta.sent.length === 1)
    await chat.receipts.take('s', { id: 'wamid.out.1', status: 'read', biz_opaque_callback_data: 'r1' })
    answering.resume()
    await chat.owes('r2', say('two'))
    await chat.settled('r2')
    expect(await chat.row('r1')).toMatchObject({ state: 'accepted', receipt: 'read', wamid: 'wamid.out.1' })
    expect(meta.calls.map((m) => m.text.body)).toEqual(['one', 'two'])
  })
})

describe('two parts of one answer', () => {
  it('go in order: the second when the first has arrived', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.owesAll(['wamid.1:0', 'wamid.1:1'], (id) => say(id))
    const { wamid } = await chat.settled('wamid.1:0')
    expect(meta.sent).toHaveLength(1)
    await chat.receipts.take('s', { id: wamid, status: 'delivered' })
    await chat.settled('wamid.1:1')
  })

  it('go all the same where the first does not arrive: a phone that is off waits for both', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.owesAll(['wamid.1:0', 'wamid.1:1'], (id) => say(id))
    await chat.settled('wamid.1:0')
    await chat.settled('wamid.1:1')
  })
})

describe('a message that will be answered', () => {
  it('is marked as read, with an answer on its way', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    const message = text('hi')
    await chat.comes(message)
    await chat.hears(/write what you need/)
    await until('the mark', () => meta.marks.length)
    expect(meta.marks).toEqual([
      {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: (message as any).id,
        typing_indicator: { type: 'text' },
      },
    ])
  })

  it('is answered though the mark is refused, and no reaction is marked', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    meta.refuseMarks()
    await chat.comes({ ...text('x'), type: 'reaction', reaction: { message_id: 'wamid.out.1', emoji: '👍' } })
    await chat.comes(text('hi'))
    await chat.hears(/write what you need/)
    await until('the mark', () => meta.marks.length)
    expect(meta.marks).toHaveLength(1)
    expect((await chat.post(posted({ statuses: [] }))).status).toBe(200)
  })
})
