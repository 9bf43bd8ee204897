import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { BackupError, backupOf, proveBackup, readBackup } from '../../store/backup/index.ts'
import { sqliteTarget } from '../../store/sqlite/transfer/target.ts'
import type { Item } from '../../store/transfer.ts'
import { backupKeys } from '../../subgraphs/host/backup-keys.ts'
import { application, SECRET } from './lives.ts'

const [KEY] = backupKeys(SECRET)
const AT = new Date('2026-05-03T10:00:00.000Z')

async function* bytesOf(...pieces: Uint8Array[]) {
  yield* pieces
}
async function* few(): AsyncIterable<Item> {
  yield ['sequence', { name: 'reference 2026', value: 7 }]
  yield ['log', { position: 1, id: 'A.1', document: '{}', hash: 'f'.repeat(64) }]
  yield ['application', application('A')]
  yield ['blob', { name: 'paper', bytes: bytesOf(Buffer.from('one piece, '), Buffer.from('another')) }]
  yield ['blob', { name: 'empty', bytes: bytesOf() }]
}
async function whole(items: AsyncIterable<Item> = few()): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of backupOf(items, KEY, AT).bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}
/** Pieces as small as a disk never gives them. */
async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const prove = (bytes: Buffer) => proveBackup('file', inPieces(bytes, 4096), [KEY])
const refusal = (bytes: Buffer) =>
  prove(bytes).then(
    () => 'taken',
    (error) => (error instanceof BackupError ? 'refused' : error),
  )

describe('the file of a backup', () => {
  it('is read as it was written, however it comes in', async () => {
    const bytes = await whole()
    for (const size of [1, 7, 4096]) {
      const { items } = readBackup('file', inPieces(bytes, size), [KEY])
      const read: unknown[] = []
      for await (const item of items)
        read.push(
          item[0] === 'blob' ? [item[1].name, Buffer.concat(await Array.fromAsync(item[1].bytes)).toString()] : item,
        )
      expect(read).toEqual([
        ['sequence', { name: 'reference 2026', value: 7 }],
        ['log', { position: 1, id: 'A.1', document: '{}', hash: 'f'.repeat(64) }],
        ['application', application('A')],
        ['paper', 'one piece, another'],
        ['empty', ''],
      ])
    }
    expect(await prove(bytes)).toMatchObject({
      at: AT.toISOString(),
      tally: { blobs: 2, bytes: 18, rows: { application: 1, log: 1 }, head: { position: 1, hash: 'f'.repeat(64) } },
    })
  })

  it('is refused when it is cut at any byte at all', async () => {
    const bytes = await whole()
    const outcomes = new Set<unknown>()
    for (let length = 0; length < bytes.length; length++) outcomes.add(await refusal(bytes.subarray(0, length)))
    expect([...outcomes]).toEqual(['refused'])
  })

  it('is refused when any byte of it is another, by one bit or by all', async () => {
    const bytes = await whole()
    const outcomes = new Set<unknown>()
    for (let at = 0; at < bytes.length; at++)
      for (const bits of [1, 0x80, 0xff]) {
        const altered = Buffer.from(bytes)
        altered[at]! ^= bits
        outcomes.add(await refusal(altered))
      }
    expect([...outcomes]).toEqual(['refused'])
  })

  it('is refused when frames are left out, doubled, exchanged, or taken from another backup', async () => {
    const bytes = await whole()
    const [first, ...frames] = framesIn(bytes)
    const [a, b, ...rest] = frames as [Buffer, Buffer, ...Buffer[]]
    const strange = framesIn(await whole(few()))
    expect(await refusal(Buffer.concat([first!, ...frames]))).toBe('taken')
    expect(await refusal(Buffer.concat([first!, b, ...rest]))).toBe('refused')
    expect(await refusal(Buffer.concat([first!, a, a, b, ...rest]))).toBe('refused')
    expect(await refusal(Buffer.concat([first!, b, a, ...rest]))).toBe('refused')
    expect(await refusal(Buffer.concat([first!, strange.at(-1)!, ...frames]))).toBe('refused')
    expect(await refusal(Buffer.concat([bytes, bytes]))).toBe('refused')
    const later = await backupOf(few(), KEY, new Date('2026-05-04T10:00:00.000Z')).bytes
    const [other] = await Array.fromAsync(later)
    expect(await refusal(Buffer.concat([other!, ...frames]))).toBe('refused')
  })

  it('of a newer program is refused, not guessed at', async () => {
    async function* newer() {
      yield ['comet', { tail: 1 }] as unknown as Item
    }
    const tally = backupOf(newer(), KEY, AT)
    await expect(prove(Buffer.concat(await Array.fromAsync(tally.bytes)))).rejects.toThrow(/made by a newer program/)
  })
})

/** The first line, then frame by frame. */
function framesIn(bytes: Buffer): Buffer[] {
  let at = bytes.indexOf(10) + 1
  const pieces = [bytes.subarray(0, at)]
  while (at < bytes.length) {
    const end = at + 5 + bytes.readUInt32BE(at + 1) + 32
    pieces.push(bytes.subarray(at, end))
    at = end
  }
  return pieces
}

it('a store that was loaded half is empty again, and takes the whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dwar-load-'))
  const target = sqliteTarget(folder)
  async function* broken(): AsyncIterable<Item> {
    yield* few()
    throw new Error('the disk is gone')
  }
  await expect(target.load(broken())).rejects.toThrow('the disk is gone')
  expect(await target.isEmpty()).toBe(true)
  expect(await readdir(join(folder, 'blobs'))).toEqual([])
  await target.load(few())
  expect(await target.isEmpty()).toBe(false)
  expect(await readdir(join(folder, 'blobs'))).toEqual(['empty', 'paper'])
  await target.close()
  await rm(folder, { recursive: true })
})
