/** News of an event that the channel cannot read whole. */
import { expect, it } from '@jest/globals'
import { GraphQLError } from 'graphql'
import { application, event as logged } from '../store/contract/samples.ts'
import { smallHub, smallMeta, text, until } from './host.ts'
import { channel, event } from './small-channel.ts'

const failed = [new GraphQLError('a subgraph did not answer', { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' } })]

async function began() {
  const meta = await smallMeta()
  const hub = await smallHub()
  const chat = await channel(hub, meta)
  await chat.comes(text('hello'))
  await until('an answer', () => meta.sent.length > 0)
  const citizen = await hub.host.citizens.ofChat({ mobile: '+919810012345' })
  return {
    hub,
    chat,
    citizen: citizen!,
    cursor: () => hub.host.store.channel.cursor('whatsapp'),
    async [Symbol.asyncDispose]() {
      await chat[Symbol.asyncDispose]()
      await hub[Symbol.asyncDispose]()
      await meta[Symbol.asyncDispose]()
    },
  }
}

it('an event that comes without its citizen is read again, until it is told', async () => {
  await using the = await began()
  let reads = 0
  the.hub.delivers((one) =>
    one.id === 'DWR-2026-000009.1' && ++reads < 4
      ? { data: { applicationChanged: { ...one, application: { ...one.application, citizen: null } } }, errors: failed }
      : null,
  )
  the.hub.happens(event(the.citizen, 1))
  await the.chat.hears(/DWR-2026-000009: it is being checked/)
  expect(reads).toBe(4)
})

it('an event whose application cannot be read is read again, until it is told', async () => {
  await using the = await began()
  let reads = 0
  the.hub.describes(() => (++reads < 4 ? { data: { application: null }, errors: failed } : null))
  the.hub.happens(event(the.citizen, 1))
  await the.chat.hears(/DWR-2026-000009: it is being checked/)
  expect(reads).toBe(4)
  expect(the.chat.said().filter((line) => /being checked/.test(line))).toHaveLength(1)
})

it('an event that never comes whole holds up the news of nobody else, where theirs comes whole', async () => {
  await using the = await began()
  const { store } = the.hub.host
  const gone = application('DWR-2026-000008')
  await store.applications.create({ application: gone, events: [logged('DWR-2026-000008', 1)], effects: [] })
  await store.log.relay(10)
  the.hub.delivers((one) => (one.id === 'DWR-2026-000008.1' ? { data: null, errors: failed } : null))
  the.hub.happens({ id: 'DWR-2026-000008.1' })
  the.hub.happens(event(the.citizen, 1))
  await the.chat.hears(/DWR-2026-000009: it is being checked/)
  await until('the cursor behind both', async () => (await the.cursor()) === 'DWR-2026-000009.1')
})

it('an event whose application can never be read holds up the news of nobody else', async () => {
  await using the = await began()
  const { store } = the.hub.host
  const gone = application('DWR-2026-000008')
  await store.applications.create({ application: gone, events: [logged('DWR-2026-000008', 1)], effects: [] })
  await store.log.relay(10)
  the.hub.describes((reference) => (reference === 'DWR-2026-000008' ? { data: null, errors: failed } : null))
  the.hub.happens({ ...event(the.citizen, 1, {}, { reference: 'DWR-2026-000008' }), id: 'DWR-2026-000008.1' })
  the.hub.happens(event(the.citizen, 1))
  await the.chat.hears(/DWR-2026-000009: it is being checked/)
  await until('the cursor behind both', async () => (await the.cursor()) === 'DWR-2026-000009.1')
})

it('an event that does not come whole is waited for as long as none does', async () => {
  await using the = await began()
  let reads = 0
  the.hub.delivers((one) => (++reads < 6 ? { data: { applicationChanged: one }, errors: failed } : null))
  the.hub.happens(event(the.citizen, 1))
  await the.chat.hears(/DWR-2026-000009: it is being checked/)
  expect(await the.cursor()).toBe('DWR-2026-000009.1')
  expect(reads).toBe(6)
})
