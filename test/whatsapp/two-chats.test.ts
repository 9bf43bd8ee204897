/** Somebody who wrote as two people, until it was seen that they are one. */
import { describe, expect, it } from '@jest/globals'
import { NOWHERE } from '../../subgraphs/whatsapp/chat.ts'
import { addressed, movedTo } from '../../subgraphs/whatsapp/inbox/inbound.ts'
import { from, posted, smallHub, smallMeta, text, until } from './host.ts'
import { channel, event } from './small-channel.ts'

const NUMBER = '919810077777'
const as = (userId: string, message: object) => ({ ...message, from_user_id: userId })
/** Without the number. */
const hidden = (userId: string, message: object) => as(userId, from({ ...message, from: undefined }))

async function world() {
  const meta = await smallMeta()
  const hub = await smallHub()
  const chat = await channel(hub, meta)
  const body = (one: any): string => one.text?.body ?? one.interactive?.body.text ?? ''
  return {
    meta,
    hub,
    chat,
    settled: () => until('all is settled', async () => (await hub.host.store.channel.counts()).inbox === 0),
    /** What was said to a user id. */
    hears: (userId: string, wanted: RegExp) =>
      until(`${wanted}`, () => meta.sent.find((one) => one.recipient === userId && wanted.test(body(one)))),
    citizen: (ids: { mobile?: string; userId?: string }) => hub.host.citizens.ofChat(ids),
    async [Symbol.asyncDispose]() {
      await chat[Symbol.asyncDispose]()
      await meta[Symbol.asyncDispose]()
      await hub[Symbol.asyncDispose]()
    },
  }
}
/** Begins an application from a number that says no user id, some minutes ago. */
async function begins(the: Awaited<ReturnType<typeof world>>) {
  const timestamp = String(Math.floor(Date.now() / 1000) - 600)
  await the.chat.comes({ ...text('Day pass', NUMBER), timestamp })
  await the.chat.hears(/Your name/, `+${NUMBER}`)
  await the.chat.comes({ ...text('Asha', NUMBER), timestamp })
  await the.chat.hears(/please check/, `+${NUMBER}`)
}

describe('what was begun from a number', () => {
  it('is there when its citizen, who wrote by a username since, shows the number again', async () => {
    await using the = await world()
    await begins(the)
    await the.chat.comes(hidden('IN.5', { type: 'text', text: { body: 'menu' } }))
    await the.hears('IN.5', /Hello/)
    await the.chat.comes(as('IN.5', text('go on', NUMBER)))
    await until(
      'the review',
      () => the.chat.said(`+${NUMBER}`).filter((line) => /please check/.test(line)).length === 2,
    )
  })

  it('is there when its citizen shares the number that was asked for', async () => {
    await using the = await world()
    await begins(the)
    await the.chat.comes(hidden('IN.6', { type: 'text', text: { body: 'menu' } }))
    await the.hears('IN.6', /Hello/)
    const card = { name: { formatted_name: 'Asha' }, phones: [{ phone: `+${NUMBER}`, wa_id: NUMBER }] }
    await the.chat.comes(hidden('IN.6', { type: 'contacts', contacts: [{ ...card, origin: 'contact_request' }] }))
    await the.chat.hears(/We have your number now/, `+${NUMBER}`)
    await the.chat.comes(hidden('IN.6', { type: 'text', text: { body: 'go on' } }))
    await until(
      'the review',
      () => the.chat.said(`+${NUMBER}`).filter((line) => /please check/.test(line)).length === 2,
    )
  })
})

describe('whoever writes from a new number before WhatsApp tells of the move', () => {
  const system = { type: 'user_changed_number', wa_id: '919810088888', user_id: 'IN.2', previous_user_id: 'IN.1' }

  it('is one citizen from then on, and loses nothing of either chat', async () => {
    await using the = await world()
    await the.chat.comes(as('IN.1', text('hi', NUMBER)))
    await the.chat.hears(/Hello/, `+${NUMBER}`)
    const before = await the.citizen({ userId: 'IN.1' })
    await the.chat.comes(as('IN.2', text('Day pass', '919810088888')))
    await the.chat.hears(/Your name/, '+919810088888')
    await the.chat.comes(as('IN.2', text('Asha', '919810088888')))
    await the.chat.hears(/please check/, '+919810088888')
    expect(await the.citizen({ userId: 'IN.2' })).not.toBe(before)
    await the.chat.comes(from({ type: 'system', system }, NUMBER))
    await the.settled()
    expect(await the.citizen({ userId: 'IN.2' })).toBe(before)
    expect(await the.citizen({ mobile: '+919810088888' })).toBe(before)
    await the.chat.comes(as('IN.2', text('go on', '919810088888')))
    const reviews = () => the.chat.said('+919810088888').filter((line) => /please check/.test(line))
    await until('the review', () => reviews().length === 2)
    await the.chat.comes(as('IN.2', text('yes', '919810088888')))
    await the.chat.hears(/^Received: DWR-/, '+919810088888')
  })

  it('takes nothing over from whoever had the number under another user id', async () => {
    await using the = await world()
    await the.chat.comes(as('IN.9', text('hi', '919810088888')))
    await the.chat.hears(/Hello/, '+919810088888')
    const former = await the.citizen({ userId: 'IN.9' })
    await the.chat.comes(as('IN.1', text('hi', NUMBER)))
    await the.chat.hears(/Hello/, `+${NUMBER}`)
    const mover = await the.citizen({ userId: 'IN.1' })
    await the.chat.comes(from({ type: 'system', system }, NUMBER))
    await the.settled()
    expect(await the.citizen({ mobile: '+919810088888', userId: 'IN.2' })).toBe(mover)
    expect(await the.citizen({ userId: 'IN.9' })).toBe(former)
  })
})

describe('whoever writes from a phone that another may hold now', () => {
  const under = (hash: string, body: string) =>
    posted({
      contacts: [{ wa_id: NUMBER, identity_key_hash: hash }],
      messages: [text(body, NUMBER)],
    })

  it('files for themselves, and hears of that; news of the former holder say no more than the number', async () => {
    await using the = await world()
    const { chat, hub } = the
    const say = async (hash: string, body: string, answer: RegExp) => {
      const before = chat.said(`+${NUMBER}`).length
      await chat.post(under(hash, body))
      return until(`${answer}`, () =>
        chat
          .said(`+${NUMBER}`)
          .slice(before)
          .find((line) => answer.test(line)),
      )
    }
    const apply = async (hash: string, name: string) => {
      await say(hash, 'Day pass', /Your name/)
      const asked = await say(hash, name, /please check/)
      await say(hash, 'yes', /^Received: DWR-/)
      return [
        asked,
        hub.asked.findLast(({ operation }) => operation.startsWith('mutation File'))!.principal!.citizen!.id!,
      ]
    }
    const [, former] = await apply('first=', 'Meera')
    const greeting = await say('second=', 'menu', /may have a new owner/)
    expect(greeting).toMatch(/^Hello/)
    const offered = () => JSON.stringify(the.meta.sent.filter((one) => one.to === `+${NUMBER}`).slice(-1))
    await say('second=', 'Day pass', /Your name/)
    expect(offered()).not.toContain('Meera')
    await say('second=', 'cancel', /./)
    const [, holder] = await apply('second=', 'Ravi')
    expect(holder).not.toBe(former)
    expect(await the.citizen({ mobile: `+${NUMBER}` })).toBe(former)
    hub.happens(event(holder!, 2))
    await chat.hears(/^Day pass, DWR-2026-000009: it is being checked/, `+${NUMBER}`)
    hub.happens(event(former!, 3))
    await chat.hears(/^Application DWR-2026-000009: /, `+${NUMBER}`)
    // the one whom it was known by has it again
    expect(await say('first=', 'menu', /Hello/)).not.toMatch(/new owner/)
    await say('first=', 'Day pass', /Your name/)
    expect(offered()).toContain('Meera')
  })

  it('is told from another phone of the same citizen', () => {
    const [one, other] = [
      { mobile: '+919810077777', userId: 'IN.1', identity: 'one=' },
      { mobile: '+919810088888', userId: 'IN.2', identity: 'other=' },
    ]
    const both = addressed(addressed(addressed(NOWHERE, one), other), one)
    expect(both).toMatchObject({ identity: 'one=', seen: 'one=' })
    expect(addressed(both, { ...other, identity: 'changed=' })).toMatchObject({ identity: 'other=', seen: 'changed=' })
  })

  it('is known by the hash of where WhatsApp says that its citizen went', () => {
    const before = addressed(NOWHERE, { mobile: '+919810077777', userId: 'IN.1', identity: 'one=' })
    const to = { mobile: '+919810088888', userId: 'IN.2', identity: undefined }
    const after = addressed(movedTo(before, to), { ...to, identity: 'two=' })
    expect(after).toMatchObject({ mobile: to.mobile, userId: 'IN.2', identity: 'two=', seen: 'two=' })
    // whoever wrote from there first has a chat of that hash
    expect(movedTo(after, to)).toMatchObject({ identity: 'two=', seen: 'two=' })
    const doubted = addressed(before, { mobile: '+919810077777', userId: 'IN.1', identity: 'stranger=' })
    expect(addressed(movedTo(doubted, to), { ...to, identity: 'stranger=' })).toMatchObject({ identity: 'one=' })
  })
})

describe('a number that went from hand to hand', () => {
  const system = { type: 'user_changed_number', wa_id: '919810088888', user_id: 'IN.2', previous_user_id: 'IN.1' }

  it.each([
    ['that comes after its next holder has written', []],
    ['that comes once more, under another id', [system]],
  ])('leaves its next holder alone, and who they are, at a notice %s', async (_, before) => {
    await using the = await world()
    await the.chat.comes(as('IN.1', text('hi', NUMBER)))
    await the.chat.hears(/Hello/, `+${NUMBER}`)
    const mover = await the.citizen({ userId: 'IN.1' })
    for (const one of before) await the.chat.comes(from({ type: 'system', system: one }, NUMBER))
    await the.settled()
    // by a portal's account, which tells no user id
    const account = { kind: 'citizen', citizen: { subject: 's', mobile: `+${NUMBER}` }, scopes: [] } as const
    if (before.length) await the.hub.host.citizens.of(account)
    else await the.citizen({ mobile: `+${NUMBER}`, userId: 'IN.3' })
    const holder = await the.citizen({ mobile: `+${NUMBER}` })
    expect(holder).not.toBe(mover)
    await the.chat.comes(from({ type: 'system', system }, NUMBER))
    await the.settled()
    expect(await the.citizen({ mobile: `+${NUMBER}` })).toBe(holder)
    expect(await the.citizen({ mobile: '+919810088888', userId: 'IN.2' })).toBe(mover)
  })

  it('makes an account that is known nobody else, and is taken by it where it is free', async () => {
    await using the = await world()
    const account = (subject: string, mobile?: string) =>
      the.hub.host.citizens.of({ kind: 'citizen', citizen: { subject, ...(mobile ? { mobile } : {}) }, scopes: [] })
    const chat = await the.citizen({ mobile: `+${NUMBER}`, userId: 'IN.1' })
    const known = await account('known')
    expect(await account('known', `+${NUMBER}`)).toBe(known)
    expect(await account('new', `+${NUMBER}`)).toBe(chat)
    expect(await account('newer', `+${NUMBER}`)).toBe(chat)
    expect(await account('known', '+919810088888')).toBe(known)
    expect(await the.citizen({ mobile: '+919810088888' })).toBe(known)
    expect(await account('new', '+919810088888')).toBe(chat)
  })
})

describe('whoever is known by a number that never wrote', () => {
  it('is answered where they write by a username, and hears of news there', async () => {
    await using the = await world()
    const { citizens } = the.hub.host
    const filer = await the.citizen({ mobile: `+${NUMBER}` })
    the.hub.happens(event(filer, 2))
    await until('the template', () => the.meta.sent.some((one) => one.to === `+${NUMBER}`))
    the.hub.answer(async ({ principal }) => {
      await citizens.unite(principal!.citizen!.id!, filer)
      return { data: { spendLinkCode: { linked: true, account: null, applications: [] } } }
    })
    await the.chat.comes(hidden('IN.4', { type: 'text', text: { body: 'link 123456' } }))
    await the.hears('IN.4', /account is now linked/)
    the.hub.happens(event(filer, 3, { name: 'approved', status: 'APPROVED' }, { status: 'APPROVED' }))
    await the.hears('IN.4', /approved/i)
    // and from the number again, once they write from it
    await the.chat.comes(text('menu', NUMBER))
    await the.chat.hears(/Hello|write what you need/, `+${NUMBER}`)
    await the.chat.comes(hidden('IN.4', { type: 'text', text: { body: 'menu' } }))
    await until('both', () => the.meta.sent.filter((one) => one.recipient === 'IN.4').length === 3)
  })
})
