import { describe, expect, it } from '@jest/globals'
import { type ChannelWrite, type Chat, type Inbound, type Owed, RECEIPTS } from '../../../store/channel.ts'
import type { Current } from './index.ts'
import { begin, lapse } from './samples.ts'

const inbound = (id: string, more: Partial<Inbound> = {}): Inbound => ({
  id,
  kind: 'message',
  sealed: `sealed ${id}`,
  at: 1000,
  ...more,
})
const owed = (id: string, more: Partial<Owed> = {}): Owed => ({
  id,
  citizen: 'asha',
  lane: 'reply',
  sealed: `$sealed ${id}`,
  at: 1000,
  ...more,
})
const chat = (version: number, more: Partial<Chat> = {}): Chat => ({
  citizen: 'asha',
  version,
  address: '$address',
  state: `state ${version}`,
  ...more,
})

export function channelSuite(current: Current): void {
  const channel = () => current().store.channel
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  const commit = (write: ChannelWrite) => channel().commit(write)
  const ready = async (now = 5000, limit = 50) => ids(await channel().ready(now, limit))

  describe('the inbox', () => {
    it('keeps each row once, and gives those that were new', async () => {
      expect(await channel().receive([inbound('a'), inbound('b')])).toEqual([inbound('a'), inbound('b')])
      expect(await channel().receive([inbound('b', { sealed: 'other' }), inbound('c'), inbound('c')])).toEqual([
        inbound('c'),
      ])
      expect(await channel().receive([])).toEqual([])
      const rows = await channel().pending('message', 0, 10)
      expect(rows.map(({ position: _, ...row }) => row)).toEqual([inbound('a'), inbound('b'), inbound('c')])
      expect(ids(await channel().pending('message', rows[0]!.position, 1))).toEqual(['b'])
    })

    it('gives messages and statuses each for themselves', async () => {
      await channel().receive([inbound('a'), inbound('s', { kind: 'status' }), inbound('b')])
      expect(ids(await channel().pending('message', 0, 10))).toEqual(['a', 'b'])
      expect(ids(await channel().pending('status', 0, 10))).toEqual(['s'])
      expect(await channel().counts()).toMatchObject({ inbox: 3 })
    })

    it('gives for each delivery what was new in it, when many come at once', async () => {
      const other = await current().another()
      const fresh = await Promise.all([
        channel().receive([inbound('a'), inbound('b')]),
        channel().receive([inbound('b'), inbound('c')]),
        other.channel.receive([inbound('a'), inbound('d')]),
        channel().receive([inbound('d')]),
      ])
      expect(ids(fresh.flat()).sort()).toEqual(['a', 'b', 'c', 'd'])
      expect(ids(await channel().pending('message', 0, 10)).sort()).toEqual(['a', 'b', 'c', 'd'])
    })

    it('has nothing to do with what is only kept', async () => {
      expect(await channel().receive([inbound('a', { kind: 'kept' })])).toHaveLength(1)
      expect(await channel().pending('message', 0, 10)).toEqual([])
      expect(await channel().receive([inbound('a', { kind: 'kept' })])).toEqual([])
    })

    it('has rows waiting until a write settles them', async () => {
      await channel().receive([inbound('a'), inbound('b'), inbound('c')])
      expect(await channel().waits('a', 'asha')).toBe(true)
      await commit({ chat: chat(0), done: [{ id: 'a', citizen: 'asha', sealed: '$own' }] })
      await commit({ done: [{ id: 'b', citizen: null }] })
      expect(await channel().waits('a', 'asha')).toBe(false)
      expect(await channel().waits('nothing', 'asha')).toBe(false)
      expect(ids(await channel().pending('message', 0, 10))).toEqual(['c'])
      expect(await channel().receive([inbound('a')])).toEqual([])
      expect(await channel().lines('asha', 10, null)).toMatchObject([{ id: 'a', sealed: '$own' }])
    })
  })

  describe('a chat', () => {
    it('is written against the version that was read', async () => {
      expect(await channel().chat('asha')).toBeNull()
      expect(await commit({ chat: chat(0), windowUntil: 90 })).toBe(true)
      expect(await commit({ chat: chat(0) })).toBe(false)
      expect(await channel().chat('asha')).toEqual({ ...chat(0), version: 1, windowUntil: 90 })
      expect(await channel().closing(90, 91, 9)).toEqual([{ citizen: 'asha', windowUntil: 90 }])
      expect(await channel().closing(91, 500, 9)).toEqual([])
      expect(await channel().closing(0, 90, 9)).toEqual([])
      expect(await commit({ chat: chat(1, { state: '$state', address: 'new' }), windowUntil: 50 })).toBe(true)
      expect(await channel().chat('asha')).toEqual({
        citizen: 'asha',
        version: 2,
        state: '$state',
        address: 'new',
        windowUntil: 90,
      })
      await channel().closeWindow('asha')
      expect((await channel().chat('asha'))?.windowUntil).toBe(0)
    })

    it('is written by one of several processes, and nothing of what the others would have written', async () => {
      const other = await current().another()
      await channel().receive([inbound('a')])
      const write = (name: string): ChannelWrite => ({
        chat: chat(0, { state: name }),
        owes: [owed(name)],
        ...(name === 'one' ? { done: [{ id: 'a', citizen: 'asha' }] } : {}),
        cursor: { name: 'events', value: name },
      })
      const outcomes = await Promise.all([commit(write('one')), other.channel.commit(write('two'))])
      expect([...outcomes].sort()).toEqual([false, true])
      const winner = outcomes[0] ? 'one' : 'two'
      expect((await channel().chat('asha'))?.state).toBe(winner)
      expect(await ready()).toEqual([winner])
      expect(await channel().waits('a', 'asha')).toBe(winner === 'two')
      expect(await channel().cursor('events')).toBe(winner)
    })

    it('stays as it is where all that is owed was owed before', async () => {
      await commit({ chat: chat(0), owes: [owed('a'), owed('b')] })
      await channel().receive([inbound('m')])
      const repeat = { chat: chat(0, { state: 'again' }), owes: [owed('a', { sealed: 'other' }), owed('b')] }
      expect(await commit({ ...repeat, cursor: { name: 'events', value: '7' } })).toBe(true)
      expect(await commit({ ...repeat, chat: chat(1), done: [{ id: 'm', citizen: 'asha' }] })).toBe(true)
      expect(await channel().chat('asha')).toMatchObject({ version: 1, state: 'state 0' })
      expect(await channel().cursor('events')).toBe('7')
      expect(await channel().waits('m', 'asha')).toBe(false)
      expect((await channel().outgoing('a'))?.sealed).toBe('$sealed a')
    })

    it('is written where something new is owed beside what was owed before', async () => {
      await commit({ chat: chat(0), owes: [owed('a')] })
      expect(await commit({ chat: chat(1), owes: [owed('a', { sealed: 'other' }), owed('b')] })).toBe(true)
      expect(await channel().chat('asha')).toMatchObject({ version: 2 })
      expect((await channel().outgoing('a'))?.sealed).toBe('$sealed a')
      expect((await channel().outgoing('b'))?.state).toBe('owed')
    })

    it('survives the store being closed and opened again', async () => {
      await commit({ chat: chat(0), owes: [owed('a')] })
      const store = await current().reopen()
      expect(await store.channel.chat('asha')).toMatchObject({ version: 1 })
      expect(ids(await store.channel.ready(5000, 9))).toEqual(['a'])
    })

    it('is forgotten, but not which messages came', async () => {
      await channel().receive([inbound('a'), inbound('b')])
      await commit({ chat: chat(0), done: [{ id: 'a', citizen: 'asha' }], owes: [owed('x')] })
      await commit({ chat: chat(0, { citizen: 'bela' }), done: [{ id: 'b', citizen: 'bela' }] })
      await channel().forget('asha')
      expect(await channel().chat('asha')).toBeNull()
      expect(await channel().lines('asha', 10, null)).toEqual([])
      expect(await ready()).toEqual([])
      expect(await channel().receive([inbound('a')])).toEqual([])
      expect(await channel().waits('a', 'asha')).toBe(false)
      expect(ids(await channel().lines('bela', 10, null))).toEqual(['b'])
    })

    it('goes on where only what was said in it is forgotten, in its window, unless it has moved on meanwhile', async () => {
      await channel().receive([inbound('a')])
      await commit({ chat: chat(0), done: [{ id: 'a', citizen: 'asha' }], owes: [owed('x')], windowUntil: 77 })
      const anew = (version: number) => chat(version, { state: '$anew' })
      expect(await channel().forget('asha', anew(0))).toBe(false)
      expect(ids(await channel().lines('asha', 10, null)).toSorted()).toEqual(['a', 'x'])
      expect(await channel().forget('asha', anew(1))).toBe(true)
      expect(await channel().chat('asha')).toEqual({ ...anew(2), windowUntil: 77 })
      expect(await channel().lines('asha', 10, null)).toEqual([])
      expect(await ready()).toEqual([])
      expect(await commit({ chat: chat(1) })).toBe(false)
      expect(await commit({ chat: anew(2) })).toBe(true)
      expect(await channel().forget('nobody', anew(0))).toBe(false)
    })

    it('reads as lines, newest first, in pages', async () => {
      await channel().receive([
        inbound('a', { at: 10 }),
        inbound('c', { at: 30 }),
        inbound('s', { at: 31, kind: 'status' }),
        inbound('e', { at: 32 }),
      ])
      const done = ['a', 'c', 's'].map((id) => ({ id, citizen: 'asha' }))
      await commit({
        chat: chat(0),
        done: [...done, { id: 'e', citizen: 'asha', sealed: '' }],
        owes: [owed('b', { at: 20 }), owed('d', { at: 30 })],
      })
      const first = await channel().lines('asha', 3, null)
      expect(ids(first)).toEqual(['d', 'c', 'b'])
      expect(first[1]).toMatchObject({ direction: 'in', at: 30, sealed: 'sealed c', state: null, receipt: null })
      expect(first[0]).toMatchObject({ direction: 'out', sealed: '$sealed d', state: 'owed', receipt: null })
      expect(ids(await channel().lines('asha', 1, first[0]!.cursor))).toEqual(['c'])
      expect(ids(await channel().lines('asha', 3, first[2]!.cursor))).toEqual(['a'])
      expect(await channel().lines('bela', 3, null)).toEqual([])
    })
  })

  describe('the outbox', () => {
    it('gives the first row of each lane of each chat: replies first, then oldest first', async () => {
      await commit({ chat: chat(0), owes: [owed('n1', { lane: 'notice' }), owed('r1'), owed('r2')] })
      const bela = { citizen: 'bela' }
      await commit({ chat: chat(0, bela), owes: [owed('r3', bela), owed('n2', { ...bela, lane: 'notice' })] })
      expect(await ready()).toEqual(['r1', 'r3', 'n1', 'n2'])
      expect(await ready(5000, 1)).toEqual(['r1'])
      await channel().accepted('r1', 'wamid.1')
      expect((await channel().sentAs('wamid.1'))?.id).toBe('r1')
      expect(await channel().sentAs('wamid.2')).toBeNull()
      expect(await ready()).toEqual(['r2', 'r3', 'n1', 'n2'])
    })

    it('lets nothing pass a row of its lane that waits', async () => {
      await commit({ chat: chat(0), owes: [owed('a'), owed('b'), owed('c', { lane: 'notice', at: 1500 })] })
      await channel().again('a', { due: 7000, note: '131056' })
      expect(await ready(6999)).toEqual(['c'])
      expect(await ready(7000)).toEqual(['a', 'c'])
      expect(await channel().nextDue(0)).toBe(1000)
      expect(await channel().nextDue(1500)).toBe(7000)
      expect(await channel().nextDue(7000)).toBeNull()
    })

    it('has nothing wait longer than it may where the clock was set back', async () => {
      await commit({ owes: ['far', 'near', 'slow', 'slowest', 'sent'].map((id) => owed(id, { citizen: id })) })
      const [counts, note] = [false, 'LATER']
      await channel().again('far', { due: 9000, note: null, counts })
      await channel().again('near', { due: 6000, note: null, counts })
      await channel().again('slow', { due: 9000, note, counts })
      await channel().again('slowest', { due: 9001, note, counts })
      await channel().began('sent', 9000, null)
      await channel().hasten(4000, 6000, [note], 9000)
      const rows = await Promise.all(['far', 'near', 'slow', 'slowest', 'sent'].map((id) => channel().outgoing(id)))
      expect(rows.map((row) => row?.due)).toEqual([4000, 6000, 9000, 4000, 1000])
      expect(rows.map((row) => row?.began)).toEqual([null, null, null, null, 4000])
    })

    it('finds the rows that may go behind many that may not', async () => {
      const many = Array.from({ length: 450 }, (_, i) => owed(`a${i}`))
      await commit({ chat: chat(0), owes: many })
      await commit({ chat: chat(0, { citizen: 'bela' }), owes: [owed('b', { citizen: 'bela' })] })
      expect(await ready()).toEqual(['a0', 'b'])
    })

    it('has rows as they were owed', async () => {
      await commit({ chat: chat(0), owes: [owed('a', { at: 4000 })] })
      const row = await channel().outgoing('a')
      expect(row).toEqual({
        ...owed('a', { at: 4000 }),
        position: expect.any(Number),
        state: 'owed',
        due: 4000,
        attempts: 0,
        began: null,
        template: false,
        wamid: null,
        receipt: null,
        note: null,
      })
      expect(await channel().outgoing('nothing')).toBeNull()
      expect(await ready(3999)).toEqual([])
    })

    it('lets one process begin a send', async () => {
      const other = await current().another()
      await commit({ owes: [owed('a')] })
      const begun = await Promise.all([channel().began('a', 5000, null), other.channel.began('a', 5001, null)])
      expect([...begun].sort()).toEqual([false, true])
      const at = begun[0] ? 5000 : 5001
      expect((await channel().outgoing('a'))?.began).toBe(at)
      expect(await channel().began('a', 9000, null)).toBe(false)
      expect(await channel().began('a', 9000, at)).toBe(true)
      await channel().accepted('a', 'wamid.1')
      expect(await channel().began('a', 9500, 9000)).toBe(false)
      expect(await channel().outgoing('a')).toMatchObject({ state: 'accepted', wamid: 'wamid.1', began: null })
    })

    it('owes again what did not go, counting the tries that count', async () => {
      await commit({ owes: [owed('a')] })
      await channel().began('a', 5000, null)
      await channel().again('a', { due: 6000, note: '$130429', template: true })
      expect(await channel().outgoing('a')).toMatchObject({
        state: 'owed',
        due: 6000,
        attempts: 1,
        began: null,
        note: '$130429',
        template: true,
      })
      await channel().again('a', { due: 7000, note: null, counts: false, park: true })
      expect(await channel().outgoing('a')).toMatchObject({ state: 'parked', attempts: 1, note: null, template: true })
      expect(await ready(8000)).toEqual([])
      expect(await channel().counts()).toEqual({ inbox: 0, owed: 0, parked: 1 })
    })

    it('knows an answer that came after its receipt', async () => {
      await commit({ owes: [owed('a')] })
      await channel().began('a', 5000, null)
      const receipt = { id: 'a', wamid: 'wamid.1', word: 'sent' as const, note: null }
      expect(await channel().receipt(receipt)).toMatchObject({ state: 'accepted', wamid: 'wamid.1', receipt: 'sent' })
      await channel().accepted('a', 'wamid.1')
      expect(await channel().outgoing('a')).toMatchObject({ receipt: 'sent', state: 'accepted' })
    })

    it('settles what brought a receipt with it, also of a message that nobody knows', async () => {
      await channel().receive(['s', 't', 'u'].map((id) => inbound(id, { kind: 'status' })))
      await commit({ owes: [owed('a')] })
      await channel().accepted('a', 'wamid.1')
      const receipt = { id: null, wamid: 'wamid.1', word: 'read' as const, note: null }
      for (let i = 0; i < 2; i++) await channel().receipt({ ...receipt, settles: 's' })
      await channel().receipt({ ...receipt, wamid: 'wamid.9', settles: 't' })
      expect(ids(await channel().pending('status', 0, 10))).toEqual(['u'])
      expect(await channel().outgoing('a')).toMatchObject({ receipt: 'read' })
    })

    it('keeps the furthest receipt, in whatever order they come', async () => {
      await commit({ owes: [owed('a')] })
      await channel().accepted('a', 'wamid.1')
      const take = (word: (typeof RECEIPTS)[number]) =>
        channel().receipt({ id: null, wamid: 'wamid.1', word, note: word === 'failed' ? '131026' : null })
      for (const word of ['delivered', 'sent', 'failed', 'read', 'delivered'] as const) await take(word)
      expect(await channel().outgoing('a')).toMatchObject({ receipt: 'read', note: null })
      const all = await Promise.all(RECEIPTS.map(take))
      expect(all.map((row) => row?.receipt)).toEqual(['read', 'read', 'read', 'read'])
      expect(await channel().receipt({ id: 'x', wamid: 'wamid.9', word: 'sent', note: null })).toBeNull()
    })

    it('ends with the furthest of receipts that come at once', async () => {
      await commit({ owes: [owed('a')] })
      await channel().accepted('a', 'wamid.1')
      const other = await current().another()
      await Promise.all(
        RECEIPTS.map((word, i) =>
          (i % 2 ? other.channel : channel()).receipt({ id: null, wamid: 'wamid.1', word, note: null }),
        ),
      )
      expect((await channel().outgoing('a'))?.receipt).toBe('read')
    })

    it('says why a message failed', async () => {
      await commit({ owes: [owed('a')] })
      await channel().accepted('a', 'wamid.1')
      const failed = { id: null, wamid: 'wamid.1', word: 'failed' as const, note: '131026' }
      expect(await channel().receipt(failed)).toMatchObject({ receipt: 'failed', note: '131026' })
    })

    it('ignores receipts of a send that counts no longer, unless it arrived', async () => {
      await commit({ owes: [owed('a')] })
      await channel().accepted('a', 'wamid.1')
      await channel().again('a', { due: 6000, note: '131047' })
      await channel().accepted('a', 'wamid.1')
      expect((await channel().outgoing('a'))?.state).toBe('owed')
      const late = { id: 'a', wamid: 'wamid.1', note: null }
      await channel().began('a', 6500, null)
      expect(await channel().receipt({ ...late, word: 'failed' })).toMatchObject({ state: 'owed', receipt: null })
      expect(await channel().receipt({ ...late, word: 'delivered' })).toMatchObject({
        state: 'accepted',
        wamid: 'wamid.1',
        receipt: 'delivered',
      })
    })

    it('owes anew the notices that a write revives, and nothing else', async () => {
      const notice = (id: string, citizen = 'asha') => owed(id, { lane: 'notice', citizen })
      await commit({
        owes: [notice('parked'), notice('waiting'), notice('other'), notice('begun'), notice('gone'), owed('reply')],
      })
      await commit({ owes: [notice('of-bela', 'bela')] })
      for (const id of ['parked', 'of-bela']) await channel().again(id, { due: 9000, note: 'NO', park: true })
      await channel().again('reply', { due: 9000, note: 'NO', park: true })
      await channel().again('waiting', { due: 9000, note: 'NO', template: true })
      await channel().again('other', { due: 9000, note: 'OTHER', park: true })
      await channel().again('begun', { due: 9000, note: 'NO' })
      await channel().began('begun', 5000, null)
      await channel().accepted('gone', 'wamid.1')
      expect(await commit({ chat: chat(0), revives: ['NO'], owes: [owed('new')] })).toBe(true)
      const row = async (id: string) => {
        const { state, due, attempts, template } = (await channel().outgoing(id))!
        return [state, due, attempts, template]
      }
      expect(await row('parked')).toEqual(['owed', 1000, 0, false])
      expect(await row('waiting')).toEqual(['owed', 1000, 0, false])
      expect(await row('other')).toEqual(['parked', 9000, 1, false])
      expect(await row('begun')).toEqual(['owed', 9000, 1, false])
      expect(await row('gone')).toEqual(['accepted', 1000, 0, false])
      expect(await row('reply')).toEqual(['parked', 9000, 1, false])
      expect(await row('of-bela')).toEqual(['parked', 9000, 1, false])
    })

    it('counts what waits', async () => {
      await channel().receive([inbound('a'), inbound('b')])
      await commit({ owes: [owed('x'), owed('y'), owed('z')], done: [{ id: 'a', citizen: null }] })
      await channel().again('y', { due: 9000, note: null, park: true })
      await channel().accepted('z', 'wamid.1')
      expect(await channel().counts()).toEqual({ inbox: 1, owed: 1, parked: 1 })
    })
  })

  describe('a chat that several processes could answer in', () => {
    it('is answered in by one of them', async () => {
      const shared = current().store.shared
      await begin(current().store, 'one')
      await begin(current().store, 'two')
      expect(await channel().hold('asha', 'one')).toBe(true)
      expect(await channel().hold('asha', 'one')).toBe(true)
      // one process answers all chats of a store of one machine
      expect(await channel().hold('asha', 'two')).toBe(!shared)
      await channel().letGo('asha', 'two')
      expect(await channel().hold('asha', 'two')).toBe(!shared)
      await channel().letGo('asha', 'one')
      expect(await channel().hold('asha', 'two')).toBe(true)
      expect(await channel().hold('bela', 'one')).toBe(true)
    })

    it('passes on when the session that has it ends', async () => {
      await begin(current().store, 'one')
      await begin(current().store, 'two')
      await channel().hold('asha', 'one')
      await lapse(current().store, 'one')
      expect(await channel().hold('asha', 'two')).toBe(true)
    })

    it('goes to one that asks when several ask at once', async () => {
      const other = await current().another()
      for (const name of ['one', 'two', 'gone']) await begin(current().store, name)
      await channel().hold('asha', 'gone')
      await lapse(current().store, 'gone')
      const held = await Promise.all([channel().hold('asha', 'one'), other.channel.hold('asha', 'two')])
      expect(held.filter(Boolean)).toHaveLength(current().store.shared ? 1 : 2)
    })
  })
}
