import { expect, it } from '@jest/globals'
import { smallHub, smallMeta, text, until } from './host.ts'
import { channel, gateway } from './small-channel.ts'

const HOUR = 60 * 60 * 1000
const REMINDER = /^You began this earlier: Day pass\. Answers so far: 1\./
const reminders = (said: readonly string[]) => said.filter((line) => REMINDER.test(line))

it('what was begun and not sent is recalled once, within the day, though the hub starts anew', async () => {
  await using meta = await smallMeta()
  await using hub = await smallHub()
  const first = await channel(hub, meta)
  await first.comes(text('Day pass'))
  await first.hears(/Your name/)
  await first.comes(text('Asha'))
  await first.hears(/please check/)
  await first[Symbol.asyncDispose]()
  hub.advance(21 * HOUR)
  const again = await hub.again()
  await using second = await channel(again, meta, first.gateway)
  await second.hears(REMINDER)
  expect(meta.sent.at(-1).interactive.action.buttons[0].reply).toMatchObject({ title: 'Go on' })
  hub.advance(HOUR)
  await second.comes(text('menu', '919810000002'))
  await second.hears(/write what you need/, '+919810000002')
  await until('the chat is looked at', () => again.host.store.channel.closing(0, Number.MAX_SAFE_INTEGER, 9))
  expect(reminders(second.said())).toHaveLength(1)
})

it('nobody is reminded of what they have sent, or once they have asked for silence', async () => {
  await using meta = await smallMeta()
  await using hub = await smallHub()
  await using chat = await channel(hub, meta)
  await chat.comes(text('Day pass'), text('Asha'), text('send'))
  await chat.hears(/^Received/)
  await chat.comes(text('Day pass', '919810000002'), text('Asha', '919810000002'), text('stop', '919810000002'))
  await chat.hears(/We will not write to you/, '+919810000002')
  await chat.comes(text('Day pass', '919810000003'), text('Ravi', '919810000003'))
  await chat.hears(/please check/, '+919810000003')
  hub.advance(21 * HOUR)
  // whoever came last is reminded last
  await chat.hears(REMINDER, '+919810000003')
  expect(reminders([...chat.said(), ...chat.said('+919810000002')])).toEqual([])
})

it('whoever has all deleted hears that it is done, as somebody new', async () => {
  await using meta = await smallMeta()
  await using hub = await smallHub()
  const usual = gateway()
  const citizens: string[] = []
  await using chat = await channel(hub, meta, {
    ...usual,
    answer(asked) {
      if (!asked.operation.startsWith('mutation Erase')) return usual.answer(asked)
      const citizen = asked.principal!.citizen!.id!
      citizens.push(citizen)
      return hub.host.store.channel
        .forget(citizen)
        .then(() => hub.host.citizens.erase(citizen, hub.host.clock.now().getTime()))
        .then(() => ({ data: { eraseMe: { erased: true, waitsFor: [] } } })) as any
    },
  })
  await chat.comes(text('Day pass'))
  await chat.hears(/Your name/)
  await chat.comes(text('delete my data'))
  await chat.hears(/^Shall we delete all/)
  await chat.comes(text('yes'))
  await chat.hears(/^All that we kept about you is deleted\.$/)
  expect(await hub.host.store.channel.chat(citizens[0]!)).toBeNull()
  const now = await hub.host.citizens.ofChat({ mobile: '+919810012345' })
  expect(now).not.toBe(citizens[0])
  hub.advance(1000)
  await chat.comes(text('status'))
  await chat.hears(/no applications yet/)
})
