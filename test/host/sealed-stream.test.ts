/** Bytes that are sealed as they pass, and what is seen of whoever changes them. */
import { randomBytes } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { newKey } from '../../subgraphs/host/seal.ts'
import { collected, FRAME_BYTES, openStream, sealStream } from '../../subgraphs/host/sealed-stream.ts'

const KEY = newKey()
const HEADER = 41
const FRAME = FRAME_BYTES + 16

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const seal = (plain: Uint8Array, size = 10_000) => collected(sealStream(KEY, inPieces(plain, size), 'doc_1'))
const open = (sealed: Uint8Array, size = 7000, purpose = 'doc_1') =>
  collected(openStream((id) => (id === KEY.id ? KEY.bytes : undefined), inPieces(sealed, size), purpose))

it.each([0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 3 * FRAME_BYTES, 300_001])(
  '%i bytes come out as they went in, in whatever pieces they pass',
  async (length) => {
    const plain = randomBytes(length)
    for (const size of [1000, FRAME_BYTES, 1_000_000]) {
      const sealed = await seal(plain, size)
      expect(sealed.includes(plain.subarray(0, 32)) && length > 31).toBe(false)
      expect((await open(sealed, size)).equals(plain)).toBe(true)
    }
  },
)

const plain = randomBytes(2 * FRAME_BYTES + 500)
const cut = (at: number) => (sealed: Buffer) => sealed.subarray(0, at)
it.each<[string, (sealed: Buffer) => Buffer]>([
  ['cut in the last frame', cut(HEADER + 2 * FRAME + 100)],
  ['cut between frames', cut(HEADER + 2 * FRAME)],
  ['cut behind the first frame', cut(HEADER + FRAME)],
  ['without any frame', cut(HEADER)],
  ['cut in the header', cut(20)],
  [
    'with a changed byte',
    (sealed) => Buffer.concat([sealed.subarray(0, 500), Buffer.from([sealed[500]! ^ 1]), sealed.subarray(501)]),
  ],
  [
    'with frames swapped',
    (sealed) =>
      Buffer.concat([
        sealed.subarray(0, HEADER),
        sealed.subarray(HEADER + FRAME, HEADER + 2 * FRAME),
        sealed.subarray(HEADER, HEADER + FRAME),
        sealed.subarray(HEADER + 2 * FRAME),
      ]),
  ],
  ['with a frame left out', (sealed) => Buffer.concat([sealed.subarray(0, HEADER), sealed.subarray(HEADER + FRAME)])],
  ['with bytes added', (sealed) => Buffer.concat([sealed, Buffer.from('more')])],
  ['with its last frame twice', (sealed) => Buffer.concat([sealed, sealed.subarray(HEADER + 2 * FRAME)])],
  ['with another salt', (sealed) => Buffer.concat([sealed.subarray(0, 9), randomBytes(32), sealed.subarray(HEADER)])],
])('bytes %s are refused', async (_, change) => {
  await expect(open(change(await seal(plain)))).rejects.toMatchObject({ name: 'VaultError' })
})

it('bytes that were sealed for another document, or under another key, are refused', async () => {
  const sealed = await seal(plain)
  await expect(open(sealed, 7000, 'doc_2')).rejects.toMatchObject({ fault: 'changed' })
  const other = await collected(sealStream(newKey(), inPieces(plain, 7000), 'doc_1'))
  await expect(open(other)).rejects.toMatchObject({ fault: 'no-key' })
})

it('the same bytes are sealed differently each time', async () => {
  const [one, other] = await Promise.all([seal(plain), seal(plain)])
  expect(one.subarray(HEADER, HEADER + 64).equals(other.subarray(HEADER, HEADER + 64))).toBe(false)
})

it('more or fewer bytes than were kept are refused', async () => {
  await expect(collected(inPieces(plain, 100), plain.length - 1)).rejects.toThrow(/more bytes/)
  await expect(collected(inPieces(plain, 100), plain.length + 1)).rejects.toThrow(/fewer bytes/)
})
