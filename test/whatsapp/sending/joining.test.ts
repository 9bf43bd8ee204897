/** Notices that share a message where few may still be sent. */
import { describe, expect, it } from '@jest/globals'
import { type Outgoing, owe } from '../../../subgraphs/whatsapp/chat.ts'
import { type SmallHub, smallHub, smallMeta, text, until } from '../host.ts'
import { channel } from '../small-channel.ts'
import { news, post, say } from './outbox.ts'

const words = (meta: { sent: any[] }) => meta.sent.map((m) => m.text?.body ?? m.document?.caption ?? m.type)
const file: Outgoing = {
  free: null,
  template: null,
  file: { url: 'http://hub.test/certificates/c', name: 'c.pdf', caption: 'Here it is' },
}
/** A chat of whose 45 tokens 42 are spent. */
async function nearlySpent(hub: SmallHub, url: string) {
  const chat = await post(hub, url)
  await chat.owesAll(
    Array.from({ length: 42 }, (_, n) => `r${n}`),
    (id) => say(id),
  )
  await chat.settled('r41')
  return chat
}

describe('notices that wait', () => {
  it('go one by one while there are tokens enough', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.owesAll(['n1', 'n2', 'n3'], (id) => news(id), 'notice')
    await chat.settled('n3')
    expect(words(meta)).toEqual(['n1', 'n2', 'n3'])
  })

  it('become one message when few tokens are left, and a reply still goes at once', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await nearlySpent(hub, meta.url)
    await chat.owesAll(['n1', 'n2', 'n3'], (id) => news(`news ${id}`), 'notice')
    await chat.settled('n3')
    await chat.owes('reply', say('an answer'))
    await chat.settled('reply')
    expect(words(meta).slice(42)).toEqual(['an answer'])
    hub.advance(30_000)
    await until('the notices', () => meta.sent.length === 44)
    expect(words(meta)[43]).toBe('news n1\n\nnews n2\n\nnews n3')
  })

  it('keep their place behind a certificate', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await nearlySpent(hub, meta.url)
    await chat.owesAll(['n1', 'c1', 'n2', 'n3'], (id) => (id === 'c1' ? file : news(id)), 'notice')
    await chat.settled('n3')
    hub.advance(60_000)
    await until('all of them', () => meta.sent.length === 45)
    expect(words(meta).slice(42)).toEqual(['n1', 'Here it is', 'n2\n\nn3'])
  })

  it('go each as its own template where the window is found to be closed', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await nearlySpent(hub, meta.url)
    await chat.owesAll(['n1', 'n2'], (id) => news(id), 'notice')
    await chat.settled('n2')
    meta.next(131047)
    hub.advance(60_000)
    await until('both templates', () => meta.sent.length === 44)
    expect(words(meta).slice(42)).toEqual(['template', 'template'])
    await chat.settled('n2')
    hub.advance(60_000)
    await chat.owes('reply', say('the end'))
    await chat.settled('reply')
    expect(meta.sent).toHaveLength(45)
  })

  it('are told once though the process ended while it let them go by themselves again', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    {
      await using chat = await post(hub, meta.url)
      await chat.owes('n1', news('n1'), 'notice')
      await chat.settled('n1')
    }
    const { host } = hub
    const joined: Outgoing = { ...say('n1\n\nn2'), joins: ['n1', 'n2'] }
    const owed = (id: string, outgoing: Outgoing) =>
      owe(host.vault, { id, citizen: 'asha', lane: 'notice', at: host.clock.now().getTime() }, outgoing)
    await host.store.channel.commit({ owes: [owed('n2', news('n2')), owed('join:1', joined)] })
    await host.store.channel.accepted('n2', 'joined:n2')
    await using chat = await post(hub, meta.url)
    await chat.settled('join:1')
    await chat.settled('n2')
    await chat.owes('reply', say('the end'))
    await chat.settled('reply')
    expect(words(meta)).toEqual(['n1', 'n2', 'the end'])
  })

  it('are told once though the process ended between joining them and striking them out', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await nearlySpent(hub, meta.url)
    const joined: Outgoing = { ...say('news n1\n\nnews n2'), joins: ['n1', 'n2'] }
    await chat.owesAll(['n1', 'n2', 'join:1'], (id) => (id === 'join:1' ? joined : news(`news ${id}`)), 'notice')
    await chat.settled('n2')
    hub.advance(60_000)
    await chat.settled('join:1')
    expect(words(meta).slice(42)).toEqual(['news n1\n\nnews n2'])
  })
})

describe('who has written stop', () => {
  it('is sent no notice that was owed before, and hears it when they write again', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    await chat.comes(text('hi'))
    await chat.hears(/write what you need/)
    const citizen = await hub.host.citizens.ofChat({ mobile: '+919810012345' })
    await chat.comes(text('stop'))
    await chat.hears(/not write to you any more/)
    const at = hub.host.clock.now().getTime()
    const owes = [owe(await hub.host.vaultOf(citizen), { id: 'n1', citizen, lane: 'notice', at }, news('ready'))]
    await hub.host.store.channel.commit({ owes })
    hub.host.wake('outbox')
    await until('it is withheld', async () => (await hub.host.store.channel.outgoing('n1'))?.note === 'stopped')
    expect(chat.said()).not.toContain('ready')
    await chat.comes(text('menu'))
    await chat.hears(/^ready$/)
  })
})
