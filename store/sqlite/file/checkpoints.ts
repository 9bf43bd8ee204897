import { Worker } from 'node:worker_threads'

/** Bytes of the WAL from which it is brought into the database file, and ms between two times. */
const FROM = 4 * 1024 * 1024
const EVERY_MS = 500
/** ms without a thread after one has ended by itself. */
const REST_MS = 10_000

/** A connection of its own, so that the disk's work holds up neither the event loop nor who writes. */
const WORK = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require('node:sqlite')
const db = new DatabaseSync(workerData)
db.exec('PRAGMA synchronous = NORMAL')
parentPort.on('message', (cut) => {
  let done = { frames: 0, isCut: false }
  try {
    // what it must wait for, such as a reader of an older moment, it does not wait for: writers would with it
    db.exec('PRAGMA busy_timeout = ' + (cut ? 0 : 10000))
    const { busy, log } = db.prepare('PRAGMA wal_checkpoint(' + (cut ? 'TRUNCATE' : 'PASSIVE') + ')').get()
    done = { frames: log, isCut: cut && !busy }
  } catch {
    // a full disk, say: it is asked to again
  }
  parentPort.postMessage(done)
})`

interface Told {
  /** The WAL, of so many frames, stands in the file, but for what was written meanwhile; `isCut`: it has none any more. */
  done(frames: number, isCut: boolean): void
  /** There is no thread for a while. */
  failed(): void
}

/** Checkpoints in a thread, which is begun where there is enough to do. */
export class Checkpoints {
  readonly #file: string
  readonly #told: Told
  #worker: Worker | null = null
  #last = 0
  #isRunning = false
  /** By `performance.now()`. */
  #restsUntil = 0

  constructor(file: string, told: Told) {
    this.#file = file
    this.#told = told
  }

  get isRunning(): boolean {
    return this.#isRunning
  }
  get #rests(): boolean {
    return performance.now() < this.#restsUntil
  }
  /** Whether a WAL of this size is to be brought into the file now. */
  isDue(bytes: number): boolean {
    return bytes >= FROM && !this.#isRunning && !this.#rests && performance.now() - this.#last >= EVERY_MS
  }
  /** Does it in the thread; false where there is none now. `cut`: the WAL is then cut to nothing, unless somebody reads it or writes. */
  begin(cut = false): boolean {
    if (this.#rests) return false
    this.#worker ??= this.#thread()
    this.#isRunning = true
    this.#worker.postMessage(cut)
    return true
  }
  #thread(): Worker {
    const worker = new Worker(WORK, { eval: true, workerData: this.#file, execArgv: [] })
    worker.unref()
    worker.on('message', ({ frames, isCut }: { frames: number; isCut: boolean }) => {
      this.#isRunning = false
      this.#last = performance.now()
      this.#told.done(frames, isCut)
    })
    // its end is told behind it
    worker.on('error', () => {})
    worker.on('exit', () => {
      this.#worker = null
      this.#isRunning = false
      this.#restsUntil = performance.now() + REST_MS
      this.#told.failed()
    })
    return worker
  }

  /** Nothing works on the file once it resolves. */
  async close(): Promise<void> {
    await this.#worker?.terminate()
  }
}
