/** A backup: all rows and blobs of a store in one file, sealed as they are, proved as a whole. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { differences, drain, type Item, KINDS, newTally, type Row, type Tally, tallied } from '../transfer.ts'
import { BackupError, FRAME, type Frame, readFrames, writeFrames } from './frames.ts'

export { BackupError, MAGIC } from './frames.ts'

/** Rows that share a frame, characters. */
const BATCH = 2 ** 18
/** Longest piece of a blob in a frame, bytes. */
const PIECE = 2 ** 20
/** What the rows of one frame may grow to when they are unpacked, bytes. */
const UNPACKED_MAXIMUM = 2 ** 26

/** The bytes of a backup of these items, and how much there was of each, once all are read. */
export function backupOf(
  items: AsyncIterable<Item>,
  key: Uint8Array,
  at: Date,
): { bytes: AsyncIterable<Buffer>; tally: Tally } {
  const tally = newTally()
  return { bytes: writeFrames(framesOf(tallied(items, tally), tally), key, at), tally }
}

async function* framesOf(items: AsyncIterable<Item>, tally: Tally): AsyncIterable<Frame> {
  let lines: string[] = []
  let length = 0
  function* flush(): Iterable<Frame> {
    if (lines.length) yield { type: FRAME.rows, content: zstdCompressSync(lines.join('\n')) }
    lines = []
    length = 0
  }
  for await (const item of items) {
    if (item[0] === 'blob') {
      yield* flush()
      yield { type: FRAME.blob, content: Buffer.from(item[1].name) }
      for await (const chunk of item[1].bytes)
        for (let at = 0; at < chunk.length; at += PIECE)
          yield { type: FRAME.bytes, content: Buffer.from(chunk.subarray(at, at + PIECE)) }
      continue
    }
    const line = JSON.stringify(item)
    lines.push(line)
    length += line.length
    if (length >= BATCH) yield* flush()
  }
  yield* flush()
  yield { type: FRAME.end, content: Buffer.from(JSON.stringify(tally)) }
}

/** What a whole backup says of itself. */
export interface Contents {
  /** When it was made, RFC 3339. */
  readonly at: string
  readonly tally: Tally
}

/** Reads a whole file to its end before anything is made of it. Throws a BackupError. `see` is shown each row. */
export async function proveBackup(
  name: string,
  file: AsyncIterable<Uint8Array>,
  keys: readonly Uint8Array[],
  see: (row: Row) => void = () => undefined,
): Promise<Contents> {
  const tally = newTally()
  const read = readBackup(name, file, keys)
  const watched = (async function* (): AsyncIterable<Item> {
    for await (const item of read.items) {
      if (item[0] !== 'blob') see(item)
      yield item
    }
  })()
  await drain(tallied(watched, tally))
  const unlike = differences(read.end(), tally)
  if (unlike.length) throw new BackupError(`${name} does not hold what its end mark says (${unlike.join('; ')})`)
  return { at: read.at(), tally }
}

/** The items of a backup, each proved before it is given; that all of it is there is known at the end only. Throws a BackupError. */
export function readBackup(name: string, file: AsyncIterable<Uint8Array>, keys: readonly Uint8Array[]) {
  let end: Tally | null = null
  let at = ''
  async function* items(): AsyncIterable<Item> {
    const frames = readFrames(name, file, keys, (made) => {
      at = made
    })[Symbol.asyncIterator]()
    let frame = await frames.next()
    async function* bytes(): AsyncIterable<Uint8Array> {
      for (frame = await frames.next(); frame.value?.type === FRAME.bytes; frame = await frames.next())
        yield frame.value.content
    }
    while (!frame.done) {
      const { type, content } = frame.value
      if (type === FRAME.blob) {
        const pieces = bytes()
        yield ['blob', { name: content.toString(), bytes: pieces }]
        // what was not read of it is passed over
        for await (const _ of pieces);
        continue
      }
      if (type === FRAME.rows) yield* rowsOf(name, content)
      else if (type === FRAME.end) end = JSON.parse(content.toString())
      else throw new BackupError(`${name} was made by a newer program: it holds what this one does not know`)
      frame = await frames.next()
    }
  }
  return {
    items: items(),
    at: () => at,
    end(): Tally {
      if (!end) throw new BackupError(`${name} was not read to its end`)
      return end
    },
  }
}

function rowsOf(name: string, content: Buffer): Row[] {
  const text = zstdDecompressSync(content, { maxOutputLength: UNPACKED_MAXIMUM }).toString()
  return text.split('\n').map((line) => {
    const row = JSON.parse(line)
    if (!(KINDS as readonly string[]).includes(row[0]))
      throw new BackupError(`${name} was made by a newer program: it holds rows that this one does not know`)
    return row
  })
}
