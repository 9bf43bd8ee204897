import { describe, expect, it } from '@jest/globals'
import { otherChat } from '../../../store/channel.ts'
import type { Current } from './index.ts'
import { application, create } from './samples.ts'

const mobile = { identity: 'mobile:1', sealed: 'sealed mobile' }
const user = { identity: 'user:1', sealed: 'sealed user' }
const subject = { identity: 'subject:1', sealed: 'sealed subject' }
const document = {
  id: 'doc_1',
  owner: 'second',
  name: 's',
  mediaType: 'image/png',
  size: 1,
  sha256: null,
  blob: null,
  expires: 1,
}

export function peopleSuite(current: Current): void {
  const people = () => current().store.people
  const keys = () => current().store.keys

  describe('people', () => {
    it('are known by any of their identities', async () => {
      expect(await people().byIdentity('mobile:1')).toBeNull()
      expect(await people().unite([mobile, user], 'first')).toBe('first')
      expect(await people().unite([user], 'second')).toBe('first')
      expect(await people().byIdentity('mobile:1')).toBe('first')
      expect(await people().identities('first')).toEqual([mobile, user])
      expect(await people().identities('second')).toEqual([])
    })

    it('become one when two of their identities meet, with all that is theirs', async () => {
      expect(await people().unite([mobile], 'first')).toBe('first')
      expect(await people().unite([user], 'second')).toBe('second')
      await create(current().store, application('A', { citizen: 'second' }))
      await create(current().store, application('B', { citizen: 'first' }))
      await keys().first({ id: 'k1', citizen: 'first', wrapped: 'w1' })
      await keys().first({ id: 'k2', citizen: 'second', wrapped: 'w2' })
      await current().store.documents.announce(document)
      expect(await people().unite([user, mobile, subject], 'third')).toBe('first')
      const listed = await current().store.applications.ofCitizen('first', 10, null)
      expect(listed.map(({ reference, version }) => [reference, version])).toEqual([
        ['B', 1],
        ['A', 2],
      ])
      expect(await current().store.applications.ofCitizen('second', 10, null)).toEqual([])
      for (const { identity } of [mobile, user, subject]) expect(await people().byIdentity(identity)).toBe('first')
      expect(await people().identities('first')).toEqual([mobile, user, subject])
      expect((await keys().of('first')).map(({ id }) => id)).toEqual(['k1', 'k2'])
      expect((await current().store.documents.ofOwner('first')).map(({ id }) => id)).toEqual(['doc_1'])
    })

    it('keep one chat when they become one: that of the later window, with all that was said and is owed in either', async () => {
      const { channel } = current().store
      const chat = (citizen: string, version = 0) => ({
        citizen,
        version,
        address: `a ${citizen}`,
        state: `s ${citizen}`,
      })
      const owed = (citizen: string) => ({ id: `o ${citizen}`, citizen, lane: 'notice', sealed: 'x', at: 1 }) as const
      for (const [citizen, identity] of [
        ['first', mobile],
        ['second', user],
        ['third', subject],
      ] as const) {
        await people().unite([identity], citizen)
        await channel.receive([{ id: `w ${citizen}`, kind: 'message', sealed: 'x', at: 1 }])
      }
      for (const [citizen, windowUntil] of [
        ['second', 50],
        ['third', 70],
      ] as const)
        await channel.commit({
          chat: chat(citizen),
          windowUntil,
          done: [{ id: `w ${citizen}`, citizen, sealed: 'said' }],
          owes: [owed(citizen)],
        })
      // nobody had a chat before, then the one that was written to last goes on
      expect(await people().unite([mobile, user], 'x')).toBe('first')
      expect(await channel.chat('first')).toMatchObject({ address: 'a second', state: 's second', windowUntil: 50 })
      expect(await channel.commit({ chat: chat('second', 1) })).toBe(false)
      expect(await people().unite([mobile, subject], 'x')).toBe('first')
      const united = (await channel.chat('first'))!
      expect(united).toMatchObject({ address: 'a third', state: 's third', windowUntil: 70 })
      for (const other of ['second', 'third']) expect(await channel.chat(other)).toBeNull()
      expect(await channel.cursor(otherChat('first'))).toBe('s second')
      expect((await channel.lines('first', 10, null)).map(({ id }) => id).sort()).toEqual([
        ...['o second', 'o third', 'w second', 'w third'],
      ])
      expect((await channel.ready(10, 10)).map(({ id, citizen }) => [id, citizen])).toEqual([['o second', 'first']])
      expect(await channel.commit({ chat: { ...chat('first'), version: united.version } })).toBe(true)
    })

    it('are one whichever of several processes meets them first', async () => {
      const other = await current().another()
      const met = await Promise.all([
        people().unite([mobile, user], 'a'),
        other.people.unite([user, subject], 'b'),
        people().unite([subject, mobile], 'c'),
        other.people.unite([mobile], 'd'),
      ])
      const all = await people().unite([mobile, user, subject], 'e')
      for (const { identity } of [mobile, user, subject]) expect(await people().byIdentity(identity)).toBe(all)
      expect(met).toContain(all)
      expect(await people().identities(all)).toHaveLength(3)
    })

    it('are united the same way by several processes at once', async () => {
      const other = await current().another()
      await people().unite([mobile], 'first')
      await people().unite([user], 'second')
      for (let i = 0; i < 5; i++) await create(current().store, application(`A${i}`, { citizen: 'second' }))
      const united = await Promise.all([
        people().unite([mobile, user], 'x'),
        other.people.unite([user, mobile], 'y'),
        other.people.unite([user, mobile], 'z'),
      ])
      expect(united).toEqual(['first', 'first', 'first'])
      expect(await current().store.applications.ofCitizen('first', 10, null)).toHaveLength(5)
    })

    it('lose a number that has a new holder', async () => {
      await people().unite([mobile, user], 'first')
      await people().forget('mobile:1')
      expect(await people().byIdentity('mobile:1')).toBeNull()
      expect(await people().unite([mobile], 'new')).toBe('new')
      expect(await people().byIdentity('user:1')).toBe('first')
    })
  })

  describe('keys of citizens', () => {
    it('are made once', async () => {
      const other = await current().another()
      const [one, two] = await Promise.all([
        keys().first({ id: 'k1', citizen: 'asha', wrapped: 'w1' }),
        other.keys.first({ id: 'k2', citizen: 'asha', wrapped: 'w2' }),
      ])
      expect(one).toHaveLength(1)
      expect(two).toEqual(one)
      expect(await keys().first({ id: 'k3', citizen: 'asha', wrapped: 'w3' })).toEqual(one)
      expect(await keys().of('asha')).toEqual(one)
      expect(await keys().byId(one![0]!.id)).toEqual(one![0])
      expect(await keys().byId('k3')).toBeNull()
    })

    it('are wrapped anew, unless somebody has done it', async () => {
      await keys().first({ id: 'k1', citizen: 'asha', wrapped: 'w1' })
      expect(await keys().rewrap('k1', 'w1', 'w2')).toBe(true)
      expect(await keys().rewrap('k1', 'w1', 'w3')).toBe(false)
      expect(await keys().of('asha')).toEqual([{ id: 'k1', citizen: 'asha', wrapped: 'w2' }])
    })

    it('are listed in pages', async () => {
      for (const n of [2, 3, 1]) await keys().first({ id: `k${n}`, citizen: `c${n}`, wrapped: 'w' })
      expect((await keys().page(null, 2)).map(({ id }) => id)).toEqual(['k1', 'k2'])
      expect((await keys().page('k2', 2)).map(({ id }) => id)).toEqual(['k3'])
    })

    it('are destroyed with all that they opened, and a new one may be made', async () => {
      await keys().first({ id: 'k1', citizen: 'asha', wrapped: 'w1' })
      await keys().first({ id: 'k2', citizen: 'bela', wrapped: 'w2' })
      await keys().destroy('asha')
      expect(await keys().of('asha')).toEqual([])
      expect(await keys().byId('k1')).toBeNull()
      expect(await keys().of('bela')).toHaveLength(1)
      expect(await keys().first({ id: 'k3', citizen: 'asha', wrapped: 'w3' })).toMatchObject([{ id: 'k3' }])
    })
  })
}
