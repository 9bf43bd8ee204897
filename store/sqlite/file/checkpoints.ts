import { Worker } from 'node:worker_threads'

/** Bytes of the WAL from which it is brought into the database file, and ms between two times. */
const FROM = 4 * 1024 * 1024
const EVERY_MS = 500

/** A connection of its own, so that the disk's work holds up neither the event loop nor who writes. */
const WORK = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require('node:sqlite')
const db = new DatabaseSync(workerData)
db.exec('PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL')
const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)')
parentPort.on('message', () => {
  let frames = 0
  try {
    frames = checkpoint.get().log
  } finally {
    parentPort.postMessage(frames)
  }
})`

interface Told {
  /** The WAL, of so many frames, stands in the file, but for what was written meanwhile. */
  done(frames: number): void
  /** There is no thread, and there will be none. */
  failed(): void
}

/** Checkpoints in a thread, which is begun where there is enough to do. */
export class Checkpoints {
  readonly #file: string
  readonly #told: Told
  #worker: Worker | null = null
  #last = 0
  #isRunning = false
  #isEnded = false

  constructor(file: string, told: Told) {
    this.#file = file
    this.#told = told
  }

  /** Whether a WAL of this size is to be brought into the file now. */
  isDue(bytes: number): boolean {
    return bytes >= FROM && !this.#isRunning && !this.#isEnded && performance.now() - this.#last >= EVERY_MS
  }
  /** Does it in the thread; false where there is none any more. */
  begin(): boolean {
    if (this.#isEnded) return false
    this.#worker ??= this.#thread()
    this.#isRunning = true
    this.#worker.postMessage(null)
    return true
  }
  #thread(): Worker {
    const worker = new Worker(WORK, { eval: true, workerData: this.#file, execArgv: [] })
    worker.unref()
    worker.on('message', (frames: number) => {
      this.#isRunning = false
      this.#last = performance.now()
      this.#told.done(frames)
    })
    // its end is told behind it
    worker.on('error', () => {})
    worker.on('exit', () => {
      this.#isEnded = true
      this.#told.failed()
    })
    return worker
  }

  /** Nothing works on the file once it resolves. */
  async close(): Promise<void> {
    await this.#worker?.terminate()
  }
}
