/** What Meta tells of templates, of the account and of people's wishes, by webhook. */
import { describe, expect, it } from '@jest/globals'
import { posted, smallHub, smallMeta, text, until } from '../host.ts'
import { channel, event } from '../small-channel.ts'
import { HOUR, news, post, say, template } from './outbox.ts'

const MINUTE = 60_000
const of = (event: string, language = 'en') => ({
  event,
  message_template_id: 1,
  message_template_name: template.name,
  message_template_language: language,
  reason: 'NONE',
})
const banned = (state: string) => ({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: [state] } })
const FIELD = 'message_template_status_update'

it('what Meta tells of a form is logged for an operator, with nothing that it should not hold', async () => {
  await using meta = await smallMeta()
  await using hub = await smallHub()
  const lines: unknown[] = []
  const log = { ...hub.host.log, warn: (message: string, fields?: object) => void lines.push([message, fields]) }
  await using chat = await post({ ...hub, host: { ...hub.host, log } }, meta.url)
  const told = {
    event: 'FLOW_STATUS_CHANGE',
    flow_id: '6627390910605886',
    new_status: 'BLOCKED',
    message: 'of +919810012345',
  }
  await chat.account.take('flows', told)
  for (const value of [null, {}, { event: { toString: 1 }, flow_id: '+919810012345' }])
    await chat.account.take('flows', value)
  const empty = ['WhatsApp tells of a form', { event: 'other', flow: null, status: null }]
  const first = { event: 'FLOW_STATUS_CHANGE', flow: '6627390910605886', status: 'BLOCKED' }
  expect(lines).toEqual([['WhatsApp tells of a form', first], empty, empty, empty])
})

describe('a template', () => {
  it('that is paused is not tried, and goes after its UNPAUSE', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url, { window: -HOUR })
    await chat.account.take(FIELD, of('PAUSED'))
    await chat.owes('n1', news('ready'), 'notice')
    await until('it waits', async () => (await chat.row('n1')).note === '132015')
    expect(meta.calls).toEqual([])
    await chat.account.take(FIELD, of('UNPAUSE'))
    hub.advance(5 * MINUTE)
    await chat.settled('n1')
    expect(meta.sent).toEqual([expect.objectContaining({ type: 'template' })])
  })

  it('that is paused in one language goes in another', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url, { window: -HOUR })
    await chat.account.take(FIELD, of('PAUSED', 'hi'))
    await chat.owes('n1', news('ready'), 'notice')
    await chat.settled('n1')
  })

  it('that is paused holds up nothing that goes without it', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.account.take(FIELD, of('PAUSED'))
    await chat.owes('n1', news('ready'), 'notice')
    await chat.settled('n1')
    expect(meta.sent).toEqual([expect.objectContaining({ type: 'text' })])
  })

  it('whose UNPAUSE never came is tried after six hours', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url, { window: -HOUR })
    await chat.account.take(FIELD, of('PAUSED'))
    await chat.owes('n1', news('ready'), 'notice')
    await until('it waits', async () => (await chat.row('n1')).note === '132015')
    hub.advance(6 * HOUR)
    await chat.settled('n1')
  })

  it.each(['FLAGGED', 'PENDING', 'a word of next year', 'constructor'])(
    'with the event %s is sent on',
    async (event) => {
      await using meta = await smallMeta()
      await using hub = await smallHub()
      await using chat = await post(hub, meta.url, { window: -HOUR })
      await chat.account.take(FIELD, of(event))
      await chat.owes('n1', news('ready'), 'notice')
      await chat.settled('n1')
    },
  )

  it('stays held after a restart', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    {
      await using before = await post(hub, meta.url)
      await before.account.take(FIELD, of('PAUSED'))
    }
    await using chat = await post(hub, meta.url)
    expect(await chat.holds.of('template application_update en')).toMatchObject({ why: 'PAUSED' })
  })
})

describe('the account', () => {
  it('that may not begin conversations still answers, until the restriction ends', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    const expiration = Math.floor((hub.host.clock.now().getTime() + 24 * HOUR) / 1000)
    await chat.account.take('account_update', {
      event: 'ACCOUNT_RESTRICTION',
      restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration }],
    })
    await chat.owes('n1', news('ready'), 'notice')
    await chat.owes('r1', say('an answer'))
    await chat.settled('r1')
    expect([(await chat.row('n1')).state, await chat.sending.trouble()]).toEqual(['owed', 'ACCOUNT_RESTRICTION'])
    hub.advance(24 * HOUR + MINUTE)
    await chat.settled('n1')
  })

  it('that is disabled sends nothing until it is reinstated', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.account.take('account_update', banned('DISABLE'))
    await chat.owes('r1', say('an answer'))
    await until('it is told', async () => (await chat.sending.trouble()) === 'DISABLED_UPDATE')
    expect(meta.calls).toEqual([])
    await chat.account.take('account_update', banned('REINSTATE'))
    await chat.settled('r1')
  })
})

describe('by webhook', () => {
  const change = (field: string, value: object, time?: number) =>
    JSON.stringify({ entry: [{ id: 'waba', time, changes: [{ field, value }] }] })

  it('a template that is paused, freed and paused again is held: the same event at another time is another', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    const held = async () =>
      (await hub.host.store.channel.cursor('whatsapp hold template application_update en')) || null
    for (const [i, event] of ['PAUSED', 'UNPAUSE', 'PAUSED'].entries()) {
      expect((await chat.post(change(FIELD, of(event), 1000 + i))).status).toBe(200)
      await until(event, async () => ((await held()) !== null) === (event === 'PAUSED'))
    }
    expect((await chat.post(change(FIELD, of('UNPAUSE'), 1001))).status).toBe(200)
    await until('it is settled', async () => (await hub.host.store.channel.counts()).inbox === 0)
    expect(await held()).not.toBeNull()
  })

  it.each([
    [FIELD, of('PAUSED'), of('UNPAUSE'), 'template application_update en'],
    ['account_update', banned('DISABLE'), banned('REINSTATE'), 'all'],
  ])('%s frees what it holds each time, though its events bear no time', async (field, holds, releases, what) => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    const held = async () => Boolean(await hub.host.store.channel.cursor(`whatsapp hold ${what}`))
    await chat.post(change(field, releases))
    await until('it is settled', async () => (await hub.host.store.channel.counts()).inbox === 0)
    await chat.post(change(field, holds))
    await until('it is held', held)
    await chat.post(change(field, releases))
    await until('it is free', async () => !(await held()))
  })

  it.each(['stop', 'resume'])(
    'a wish about marketing messages (%s) changes nothing of what a citizen is told of their application, nor of what they asked for here',
    async (value) => {
      await using meta = await smallMeta()
      await using hub = await smallHub()
      await using chat = await channel(hub, meta)
      const wish = { wa_id: '919810012345', category: 'marketing_messages', value, timestamp: 1 }
      await chat.comes(text('hi'), text('hi', '919810054321'))
      await chat.hears(/write what you need/)
      await chat.comes(text('stop', '919810054321'))
      await chat.hears(/will not write to you any more/, '+919810054321')
      for (const wa_id of ['919810012345', '919810054321'])
        expect(
          (await chat.post(posted({ user_preferences: [{ ...wish, wa_id }] }, { field: 'user_preferences' }))).status,
        ).toBe(200)
      for (const [n, mobile] of ['+919810054321', '+919810012345'].entries())
        hub.happens(event(await hub.host.citizens.ofChat({ mobile }), n))
      await chat.hears(/Day pass, DWR-2026-00000\d: it is being checked/)
      expect(chat.said('+919810054321').filter((line) => /being checked/.test(line))).toEqual([])
    },
  )
})
