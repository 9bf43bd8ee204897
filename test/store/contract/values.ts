import { describe, expect, it } from '@jest/globals'
import type { Current } from './index.ts'

export function valuesSuite(current: Current): void {
  const store = () => current().store

  describe('small values', () => {
    it('are kept by name, for the channel, too', async () => {
      expect(await store().cursors.read('changes')).toBeNull()
      await store().cursors.write('changes', '$1')
      await store().cursors.write('changes', '$2')
      expect(await store().cursors.read('changes')).toBe('$2')
      expect(await store().channel.cursor('changes')).toBe('$2')
      const again = await current().reopen()
      expect(await again.cursors.read('changes')).toBe('$2')
      await again.cursors.forget('changes')
      expect(await again.cursors.read('changes')).toBeNull()
    })

    it('count distinct items of a day up to a limit', async () => {
      const add = (item: string, day = '2026-01-05') => store().counts.add('k', day, item, 2)
      expect([await add('a'), await add('b'), await add('a'), await add('c')]).toEqual([true, true, true, false])
      expect(await add('c', '2026-01-06')).toBe(true)
      expect(await store().counts.add('other', '2026-01-05', 'c', 1)).toBe(true)
      expect(await store().counts.add('other', '2026-01-05', 'd', 0)).toBe(false)
    })

    it('count no further when several processes add at once', async () => {
      const other = await current().another()
      const added = await Promise.all(
        Array.from({ length: 12 }, (_, i) => (i % 2 ? other : store()).counts.add('k', '2026-01-05', `item ${i}`, 5)),
      )
      expect(added.filter(Boolean)).toHaveLength(5)
    })

    it('spend a code for one, who may come again, and not when it is old', async () => {
      await store().codes.put('c', 'value', 100)
      expect(await store().codes.spend('other', 'asha', 50)).toBeNull()
      const other = await current().another()
      const spent = await Promise.all([store().codes.spend('c', 'asha', 50), other.codes.spend('c', 'ravi', 50)])
      const [first] = spent
      expect(['asha', 'ravi']).toContain(first!.spender)
      expect(spent).toEqual([first, first])
      const again = await current().reopen()
      expect(await again.codes.spend('c', 'meera', 99)).toEqual({ sealed: 'value', spender: first!.spender })
      expect(await again.codes.spend('c', first!.spender, 100)).toBeNull()
      await again.codes.put('d', 'old', 100)
      await again.codes.put('d', 'value', 200)
      expect(await again.codes.spend('d', 'asha', 150)).toMatchObject({ sealed: 'value' })
      await again.codes.put('d', 'new', 300)
      expect(await again.codes.spend('d', 'ravi', 150)).toEqual({ sealed: 'new', spender: 'ravi' })
      expect(await again.codes.spend('d', 'ravi', 300)).toBeNull()
    })

    it('keep a code that nobody has, and leave one that is alive', async () => {
      const other = await current().another()
      const added = await Promise.all([store().codes.add('e', 'x', 100, 50), other.codes.add('e', 'y', 100, 50)])
      expect(added.filter(Boolean)).toHaveLength(1)
      const sealed = added[0] ? 'x' : 'y'
      expect(await store().codes.read('e', 99)).toEqual({ sealed, spender: null })
      await store().codes.spend('e', 'asha', 50)
      expect(await store().codes.read('e', 99)).toEqual({ sealed, spender: 'asha' })
      expect(await store().codes.read('e', 100)).toBeNull()
      expect(await store().codes.add('e', 'z', 300, 100)).toBe(true)
      expect(await store().codes.read('e', 200)).toEqual({ sealed: 'z', spender: null })
    })

    it('can be written while the store works', async () => {
      await expect(store().ping()).resolves.toBeUndefined()
    })
  })
}
