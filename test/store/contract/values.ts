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

    it('spend a code once, and not when it is old', async () => {
      await store().codes.put('c', 'value', 100)
      expect(await store().codes.spend('other', 50)).toBeNull()
      const other = await current().another()
      const spent = await Promise.all([store().codes.spend('c', 50), other.codes.spend('c', 50)])
      expect([...spent].sort()).toEqual(['value', null].sort())
      await store().codes.put('d', 'old', 100)
      await store().codes.put('d', 'value', 200)
      expect(await store().codes.spend('d', 200)).toBeNull()
      expect(await store().codes.spend('d', 50)).toBeNull()
    })

    it('can be written while the store works', async () => {
      await expect(store().ping()).resolves.toBeUndefined()
    })
  })
}
