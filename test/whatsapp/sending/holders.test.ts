/** A number that has another holder: what is owed to the former one never goes there. */
import { describe, expect, it } from '@jest/globals'
import { from, smallHub, smallMeta, text, until } from '../host.ts'
import { channel, event } from '../small-channel.ts'

const NUMBER = '919810055555'
const as = (user: string, message: object) => ({ ...message, from_user_id: user })

async function world() {
  const meta = await smallMeta()
  const hub = await smallHub()
  const chat = await channel(hub, meta)
  const settled = () => until('all is settled', async () => (await hub.host.store.channel.counts()).inbox === 0)
  return {
    meta,
    hub,
    chat,
    settled,
    news: () => meta.sent.filter((one) => JSON.stringify(one).includes('DWR-2026-000009')),
    async [Symbol.asyncDispose]() {
      await chat[Symbol.asyncDispose]()
      await meta[Symbol.asyncDispose]()
      await hub[Symbol.asyncDispose]()
    },
  }
}

describe('news of an application', () => {
  it('goes to its citizen’s user id, and not to the number that somebody else writes from now', async () => {
    await using the = await world()
    await the.chat.comes(as('IN.1', text('hi', NUMBER)))
    await the.chat.hears(/Hello/, `+${NUMBER}`)
    const asha = await the.hub.host.citizens.ofChat({ userId: 'IN.1' })
    await the.chat.comes(as('IN.2', text('help', NUMBER)))
    await the.chat.hears(/Answer the question/, `+${NUMBER}`)
    the.hub.happens(event(asha, 2))
    const [sent] = await until('the news', () => (the.news().length ? the.news() : null))
    expect([sent.to, sent.recipient]).toEqual([undefined, 'IN.1'])
  })

  it('does not go to a number that its citizen has lost to somebody who moved there', async () => {
    await using the = await world()
    await the.chat.comes(text('hi', NUMBER))
    await the.chat.hears(/Hello/, `+${NUMBER}`)
    const asha = await the.hub.host.citizens.ofChat({ mobile: `+${NUMBER}` })
    const old = '919810066666'
    await the.chat.comes(as('IN.7', text('hi', old)))
    await the.chat.hears(/Hello/, `+${old}`)
    const ravi = await the.hub.host.citizens.ofChat({ userId: 'IN.7' })
    const system = { type: 'user_changed_number', wa_id: NUMBER, user_id: 'IN.8', previous_user_id: 'IN.7' }
    await the.chat.comes(from({ type: 'system', system }, old))
    await the.settled()
    expect(await the.hub.host.citizens.ofChat({ mobile: `+${NUMBER}` })).toBe(ravi)
    the.hub.happens(event(asha, 2))
    const parked = async () => (await the.hub.host.store.channel.counts()).parked > 0
    await until('it is parked, or sent', async () => the.news().length > 0 || (await parked()))
    expect(the.news()).toEqual([])
    // what is Ravi's own still reaches him there
    the.hub.happens(event(ravi, 3))
    const [sent] = await until('the news', () => (the.news().length ? the.news() : null))
    expect(sent.to).toBe(`+${NUMBER}`)
  })
})
