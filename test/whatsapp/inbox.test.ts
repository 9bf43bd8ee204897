/** Who sees to what came in, where much came in and several processes look. */
import { describe, expect, it } from '@jest/globals'
import { clockOf } from '../../subgraphs/host/clock.ts'
import { withoutNumbers } from '../../subgraphs/host/message-ids.ts'
import { heard, rowsOf } from '../../subgraphs/whatsapp/inbox/inbound.ts'
import { NUMBER, posted, smallHub, smallMeta, text, until } from './host.ts'
import { channel } from './small-channel.ts'

const receipt = (n: number) => ({ id: `wamid.of-somebody-${n}`, status: 'delivered', timestamp: '1767225600' })
type SmallHub = Awaited<ReturnType<typeof smallHub>>
const NOON = Date.parse('2026-01-05T12:00:00Z')
const waiting = ({ host }: SmallHub) => host.store.channel.pending('status', 0, 10)
const waits = async (hub: SmallHub) => (await waiting(hub)).length > 0
/** Receipts that were posted to another process. */
const anothers = ({ host }: SmallHub, statuses: object[], at: number) =>
  host.store.channel.receive(rowsOf(JSON.parse(posted({ statuses })), NUMBER, host.vault, at))

describe('a receipt', () => {
  it('is seen to at once by the process that it came to, under whatever id it is kept', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    const store = withoutNumbers(hub.host.store, hub.host.vault)
    // by this clock nothing is ever left lying
    const clock = clockOf(() => new Date(NOON))
    await using chat = await channel({ ...hub, host: { ...hub.host, store, clock } }, meta)
    await chat.post(posted({ statuses: [receipt(1)] }))
    await until('it to be seen to', async () => !(await waits(hub)))
  })

  it('is left to another process that it came to', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    const clock = clockOf(() => new Date(NOON))
    await using chat = await channel({ ...hub, host: { ...hub.host, clock } }, meta)
    await anothers(hub, [receipt(1)], NOON)
    await chat.post(posted({ statuses: [receipt(2)] }))
    await until('the own one to be seen to', async () => (await waiting(hub)).length === 1)
    expect(await waits(hub)).toBe(true)
  })

  it.each([
    ['ended', -3000],
    ['has another clock', 3_600_000],
  ])('that came to a process which %s is seen to by another', async (_, ms) => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await anothers(hub, [receipt(1), receipt(2)], Date.now() + ms)
    await using _chat = await channel(hub, meta)
    await until('both to be seen to', async () => !(await waits(hub)))
  })

  it('is never forgotten, however many wait', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    const many = (from: number) => Array.from({ length: 6000 }, (_, n) => receipt(from + n))
    await anothers(hub, many(0), Date.now() - 3000)
    await using chat = await channel(hub, meta)
    for (const from of [10_000, 20_000]) await chat.post(posted({ statuses: many(from) }))
    await until('all to be seen to', async () => !(await waits(hub)), 40_000)
  })
})

it('who writes is answered though hundreds of receipts are not done', async () => {
  await using meta = await smallMeta()
  await using hub = await smallHub()
  const release = Promise.withResolvers<void>()
  const { receipt: record } = hub.host.store.channel
  let held = 0
  hub.host.store.channel.receipt = async (of) => {
    held++
    await release.promise
    return record(of)
  }
  await using chat = await channel(hub, meta)
  await chat.post(posted({ statuses: Array.from({ length: 600 }, (_, n) => receipt(n)) }))
  await until('receipts under way', () => held >= 50)
  await chat.comes(text('hi'))
  await chat.hears(/write what you need/)
  release.resolve()
  await until('all receipts', async () => !(await waits(hub)))
})

it('of several cards the first that says anything is heard', () => {
  const [empty, ravi] = [{ phones: [] }, { name: { formatted_name: 'Ravi' }, phones: [{ phone: '+91 98100 12346' }] }]
  const contact = { type: 'contact', name: 'Ravi', mobile: '+91 98100 12346' }
  for (const contacts of [[ravi], [empty, ravi], [null, 'x', ravi, empty]])
    expect(heard({ type: 'contacts', contacts })).toEqual(contact)
  for (const contacts of [[], [empty], ravi, null])
    expect(heard({ type: 'contacts', contacts })).toMatchObject({ type: 'other' })
})
