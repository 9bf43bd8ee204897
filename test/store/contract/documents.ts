import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from '@jest/globals'
import type { DocumentRecord } from '../../../store/store.ts'
import type { Current } from './index.ts'

const record = (id: string, owner = 'asha'): DocumentRecord => ({
  id,
  owner,
  name: 'sealed',
  mediaType: 'image/png',
  size: 1,
  sha256: null,
  blob: null,
  expires: 1_800_000_000_000,
})
async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export function documentsSuite(current: Current): void {
  const documents = () => current().store.documents
  async function kept(blob: string): Promise<Buffer | null> {
    const bytes = await documents().open(blob)
    return bytes && buffer(bytes)
  }

  describe('documents', () => {
    it('are read as they were announced', async () => {
      await documents().announce(record('doc_1'))
      expect(await documents().read(['doc_2', 'doc_1'])).toEqual([null, record('doc_1')])
    })

    it('are completed once, by whoever comes first', async () => {
      const other = await current().another()
      await documents().announce(record('doc_1'))
      const to = (blob: string) => ({ blob, sha256: `sealed ${blob}`, mediaType: 'image/webp' })
      const outcomes = await Promise.all([
        documents().complete('doc_1', to('a')),
        other.documents.complete('doc_1', to('b')),
      ])
      expect([...outcomes].sort()).toEqual([false, true])
      expect(await documents().read(['doc_1'])).toEqual([{ ...record('doc_1'), ...to(outcomes[0] ? 'a' : 'b') }])
      expect(await documents().complete('nothing', to('c'))).toBe(false)
    })

    it('have their bytes back as they were put, large and empty ones, too', async () => {
      const large = randomBytes(3_000_000)
      await documents().write('large', inPieces(large, 65_521))
      await documents().write('empty', inPieces(new Uint8Array(), 1))
      expect((await kept('large'))?.equals(large)).toBe(true)
      expect(await kept('empty')).toHaveLength(0)
      expect(await kept('nothing')).toBeNull()
    })

    it('are never seen half, and nothing stays of those that were cut off', async () => {
      let seenHalf: unknown = 'not looked'
      async function* cutOff() {
        yield randomBytes(600_000)
        seenHalf = await documents().open('half')
        throw new Error('the sender went away')
      }
      await expect(documents().write('half', cutOff())).rejects.toThrow('the sender went away')
      expect(seenHalf).toBeNull()
      expect(await kept('half')).toBeNull()
      await documents().write('half', inPieces(new Uint8Array([1]), 1))
      expect(await kept('half')).toEqual(Buffer.from([1]))
    })

    it('have no names that lead elsewhere', async () => {
      await expect(documents().write('../outside', inPieces(new Uint8Array([1]), 1))).rejects.toThrow('a blob id')
    })

    it('lose their bytes where they are removed, however often', async () => {
      await documents().write('b', inPieces(new Uint8Array([1]), 1))
      await documents().remove(['nothing', 'b'])
      await documents().remove(['b'])
      expect(await kept('b')).toBeNull()
    })

    it('are forgotten with their bytes', async () => {
      for (const id of ['doc_1', 'doc_2']) {
        await documents().announce(record(id))
        await documents().write(`bytes-${id}`, inPieces(new Uint8Array([1]), 1))
        await documents().complete(id, { blob: `bytes-${id}`, sha256: 's', mediaType: 'image/png' })
      }
      await documents().announce(record('doc_3', 'bela'))
      expect((await documents().ofOwner('asha')).map(({ id }) => id).sort()).toEqual(['doc_1', 'doc_2'])
      await documents().forget(['doc_1', 'nothing'])
      expect((await documents().ofOwner('asha')).map(({ id }) => id)).toEqual(['doc_2'])
      expect(await kept('bytes-doc_1')).toBeNull()
      expect(await kept('bytes-doc_2')).not.toBeNull()
    })
  })
}
