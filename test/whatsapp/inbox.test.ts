/** Who sees to what came in, where much came in and several processes look. */
import { describe, expect, it, jest } from '@jest/globals'
import { withoutNumbers } from '../../subgraphs/host/message-ids.ts'
import { heard, rowsOf } from '../../subgraphs/whatsapp/inbox/inbound.ts'
import { ours } from '../../subgraphs/whatsapp/inbox/ours.ts'
import { NUMBER, posted, smallHub, smallMeta, text, until } from './host.ts'
import { channel } from './small-channel.ts'

const receipt = (n: number) => ({ id: `wamid.of-somebody-${n}`, status: 'delivered', timestamp: '1767225600' })
const waits = async (hub: Awaited<ReturnType<typeof smallHub>>) =>
  (await hub.host.store.channel.pending(0, 1)).length > 0

describe('a receipt', () => {
  it('is left to the process that it came to', () => {
    const mine = ours()
    mine.came(['here'])
    expect(mine.begins('here')).toBe(true)
    expect(mine.begins('elsewhere')).toBe(false)
  })

  it('is seen to at once where it came to, under whatever id it is kept', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    const store = withoutNumbers(hub.host.store, hub.host.vault)
    await using chat = await channel({ ...hub, host: { ...hub.host, store } }, meta)
    // what came to another is left to it for as long as this clock stands
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now())
    try {
      await chat.post(posted({ statuses: [receipt(3)] }))
      await until('it to be seen to', async () => !(await waits(hub)))
    } finally {
      clock.mockRestore()
    }
  })

  it('that came to a process which ended is seen to by another', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    const body = JSON.parse(posted({ statuses: [receipt(1), receipt(2)] }))
    await hub.host.store.channel.receive(rowsOf(body, NUMBER, hub.host.vault, Date.now()))
    expect(await waits(hub)).toBe(true)
    await using _chat = await channel(hub, meta)
    await until('both to be seen to', async () => !(await waits(hub)))
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
  await until('receipts under way', () => held > 100)
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
