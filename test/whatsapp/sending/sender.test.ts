import { describe, expect, it } from '@jest/globals'
import { NOWHERE, owe } from '../../../subgraphs/whatsapp/chat.ts'
import { type Pace, type Passing, pace } from '../../../subgraphs/whatsapp/sending/pace.ts'
import { smallHub, smallMeta, until } from '../host.ts'
import { HOUR, news, post, say, template } from './outbox.ts'

describe('the sender', () => {
  it('sends in order, to the number, with our id beside it', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    for (const n of [1, 2, 3, 4, 5]) await chat.owes(`r${n}`, say(`message ${n}`))
    await chat.settled('r5')
    expect(meta.sent.map((m) => m.text.body)).toEqual([1, 2, 3, 4, 5].map((n) => `message ${n}`))
    expect(meta.sent[0]).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+919810012345',
      type: 'text',
      text: { body: 'message 1' },
      biz_opaque_callback_data: 'r1',
    })
  })

  it('sends what is owed since a later hour, for the clock was set back before the start', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    const at = Date.now() + HOUR
    const outgoing = say('before the clock was set')
    await hub.host.store.channel.commit({
      owes: [owe(hub.host.vault, { id: 'r1', citizen: 'asha', lane: 'reply', at }, outgoing)],
    })
    await using chat = await post(hub, meta.url)
    await chat.settled('r1')
    expect(meta.sent).toHaveLength(1)
  })

  it('writes to the user id of somebody whose number is hidden', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url, { address: { ...NOWHERE, userId: 'IN.1349' } as any })
    await chat.owes('r1', say('hello'))
    await chat.settled('r1')
    expect(meta.sent[0]).toMatchObject({ recipient: 'IN.1349' })
    expect(meta.sent[0].to).toBeUndefined()
  })

  it('tries again what passes by itself, and keeps the order of the chat', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    meta.next(131000, 131056)
    await chat.owes('r1', say('one'))
    await chat.owes('r2', say('two'))
    await chat.settled('r2')
    expect(meta.calls.map((m) => m.text.body)).toEqual(['one', 'one', 'one', 'two'])
  })

  it('parks what will never pass, and goes on', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    meta.next(131009)
    await chat.owes('r1', say('one'))
    await chat.owes('r2', say('two'))
    await chat.settled('r2')
    expect(await chat.row('r1')).toMatchObject({ state: 'parked', note: '131009' })
  })

  it('stops and keeps the outbox when the token is refused', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    meta.next(190)
    await chat.owes('r1', say('one'))
    await until('the trouble', async () => (await chat.sending.trouble()) === '190')
    expect((await chat.row('r1')).state).toBe('owed')
    hub.advance(60_000)
    await chat.settled('r1')
    await until('no trouble', async () => (await chat.sending.trouble()) === null)
  })

  it('waits for a receipt when an answer is lost, and then sends again', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    meta.next('lost')
    await chat.owes('r1', say('one'))
    await until('the call', () => meta.calls.length === 1)
    await until('it began', async () => (await chat.row('r1')).began !== null)
    // the wait begins when the loss is written down
    await until('it went again', async () => {
      hub.advance(31_000)
      return (await chat.row('r1')).state === 'accepted'
    })
    expect(meta.calls).toHaveLength(2)
  })

  it('waits for a receipt from the moment at which a slow answer was lost', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    meta.next('lost')
    const answers = meta.pause()
    await chat.owes('r1', say('one'))
    await until('the call', () => meta.calls.length === 1)
    const { began } = await chat.row('r1')
    hub.advance(25_000)
    answers.resume()
    await until('the loss', async () => (await chat.row('r1')).began !== began)
    hub.advance(20_000)
    await chat.receipts.take('status:1', { id: 'wamid.out.1', status: 'delivered', biz_opaque_callback_data: 'r1' })
    await chat.owes('r2', say('two'))
    await chat.settled('r2')
    expect(meta.calls.map((m) => m.text.body)).toEqual(['one', 'two'])
  })

  it('does not send again what a receipt shows to have been sent', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    meta.next('lost')
    await chat.owes('r1', say('one'))
    await until('it began', async () => meta.calls.length === 1 && (await chat.row('r1')).began !== null)
    await chat.receipts.take('status:1', { id: 'wamid.out.1', status: 'delivered', biz_opaque_callback_data: 'r1' })
    hub.advance(31_000)
    await chat.owes('r2', say('two'))
    await chat.settled('r2')
    expect(meta.calls.map((m) => m.text.body)).toEqual(['one', 'two'])
    expect(await chat.row('r1')).toMatchObject({ state: 'accepted', receipt: 'delivered', wamid: 'wamid.out.1' })
  })

  it('does not send again what the store could not write down when Meta had taken it', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    const { channel } = hub.host.store
    const { accepted } = channel
    let failures = 2
    channel.accepted = async (...of) => {
      if (failures-- > 0) throw new Error('database or disk is full')
      return accepted(...of)
    }
    await using chat = await post(hub, meta.url)
    await chat.owes('r1', say('one'))
    await chat.owes('r2', say('two'))
    await chat.settled('r2')
    expect(meta.calls.map((m) => m.text.body)).toEqual(['one', 'two'])
    expect(await chat.row('r1')).toMatchObject({ state: 'accepted', wamid: 'wamid.out.1' })
  })

  it('waits ten minutes at the most, whatever Meta says', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    meta.next({ code: 130429, retryAfter: '999999999' })
    await chat.owes('r1', say('one'))
    await until('the refusal', async () => (await chat.row('r1')).note === '130429')
    hub.advance(16 * 60_000)
    await chat.settled('r1')
  })

  it('uses the template when the 24 hours are over', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url, { window: -HOUR })
    await chat.owes('n1', news('ready'), 'notice')
    await chat.settled('n1')
    expect(meta.sent[0]).toMatchObject({ type: 'template', template })
  })

  it('sends the template when WhatsApp says later that the window was closed', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.owes('n1', news('ready'), 'notice')
    const { wamid } = await chat.settled('n1')
    const failed = { id: wamid, status: 'failed', biz_opaque_callback_data: 'n1', errors: [{ code: 131047 }] }
    await chat.receipts.take('status:1', failed)
    await chat.receipts.take('status:1', failed)
    await until('the template', () => meta.sent.length === 2)
    await chat.settled('n1')
    expect(meta.sent.map((m) => m.type)).toEqual(['text', 'template'])
  })

  it('never lets a receipt go backwards', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.owes('r1', say('one'))
    const { wamid } = await chat.settled('r1')
    for (const status of ['read', 'delivered', 'sent', 'failed'])
      await chat.receipts.take(`s:${status}`, { id: wamid, status, errors: [{ code: 131026 }] })
    expect((await chat.row('r1')).receipt).toBe('read')
  })

  it('withholds a certificate from another holder of the phone', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url, {
      address: { ...NOWHERE, mobile: '+919810012345', identity: 'DF2lS5v2W6x=' } as any,
    })
    await chat.owes(
      'n1',
      {
        free: null,
        template: null,
        file: { url: 'http://hub.test/certificates/c', name: 'DWR-2026-000001.pdf', caption: 'Here it is' },
      },
      'notice',
    )
    const { wamid } = await chat.settled('n1')
    expect(meta.sent[0]).toMatchObject({
      type: 'document',
      document: { filename: 'DWR-2026-000001.pdf', caption: 'Here it is' },
      recipient_identity_key_hash: 'DF2lS5v2W6x=',
    })
    await chat.receipts.take('s', { id: wamid, status: 'failed', errors: [{ code: 137000 }] })
    expect(await chat.row('n1')).toMatchObject({ state: 'parked', note: '137000' })
  })

  it('lets replies pass a notice that waits', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    meta.next(131026)
    await chat.owes('n1', news('ready'), 'notice')
    await until('the notice waits', async () => (await chat.row('n1')).attempts === 1)
    await chat.owes('r1', say('one'))
    await chat.settled('r1')
    expect((await chat.row('n1')).state).toBe('owed')
  })

  it('sends 45 replies at once and the 46th after six seconds', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    for (let n = 1; n <= 46; n++) await chat.owes(`r${n}`, say(String(n)))
    await chat.settled('r45')
    await until('the 46th waits', async () => (await chat.row('r46')).state === 'owed')
    hub.advance(6_200)
    await chat.settled('r46')
    expect(meta.calls).toHaveLength(46)
  })
})

describe('the pace', () => {
  it('of one person leaves Meta a little more than the six seconds that it counts', () => {
    const rate = pace(80)
    for (let n = 0; n < 45; n++) expect(rate.take('asha', true, n)).toBe(true)
    expect([rate.take('asha', true, 6100), rate.take('asha', true, 6300)]).toEqual([false, true])
  })
})

describe('the places of a second', () => {
  const taken = (rate: Pace, now: number) => {
    const places: Passing[] = []
    for (let place = rate.pass(now); place; place = rate.pass(now)) places.push(place)
    return places
  }

  it('are nine tenths of what Meta lets pass', () => {
    const rate = pace(80)
    const first = taken(rate, 0)
    expect(first).toHaveLength(72)
    for (const place of first) place.ends()
    expect(taken(rate, 999)).toHaveLength(0)
    expect(taken(rate, 1000)).toHaveLength(72)
  })

  it('count from when their messages leave, which may be long after they were taken', () => {
    const rate = pace(80)
    for (const place of taken(rate, 0)) place.leaves(700)
    expect(taken(rate, 1699)).toHaveLength(0)
    for (const place of taken(rate, 1700)) place.leaves(4000)
    expect(taken(rate, 4500)).toHaveLength(0)
  })

  it('are held until their messages leave, but not for ever', () => {
    const rate = pace(80)
    const places = taken(rate, 0)
    expect(taken(rate, 4000)).toHaveLength(0)
    for (const place of places.slice(0, 10)) place.ends()
    expect(taken(rate, 4000)).toHaveLength(10)
    expect(taken(rate, 10_000)).toHaveLength(62)
  })
})
