import { Worker } from 'node:worker_threads'
import type { Raw, Task } from './inspection.ts'
import type { PdfFault } from './pdf.ts'

/** A file that takes longer is none that a phone made. */
const TASK_MS = 30_000

/** What the thread could not do: the file is broken, or asks for too much. */
export class Uninspected extends Error {
  override readonly name = 'Uninspected'
}

export interface Inspector {
  /** The picture in a HEIC file, upright, four bytes a dot. Throws Uninspected. */
  heic(bytes: Uint8Array): Promise<Raw>
  /** What is wrong with a PDF; null: nothing. Throws Uninspected. */
  pdf(bytes: Uint8Array): Promise<PdfFault | null>
}

/** One thread, made at its first use, that does one task after the other; it keeps no process alive. */
export function inspector(): Inspector {
  let thread: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let count = 0

  function perform(task: Task): Promise<unknown> {
    thread ??= new Worker(new URL('./inspection.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const worker = thread
    const id = ++count
    worker.ref()
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer)
        worker.off('message', heard)
        worker.off('error', broke)
        worker.off('exit', broke)
        worker.unref()
      }
      const broke = (error?: unknown) => {
        done()
        thread = null
        void worker.terminate()
        reject(new Uninspected('the thread gave up', { cause: error }))
      }
      const heard = (answer: { id: number; result?: unknown; failed?: true }) => {
        if (answer.id !== id) return
        done()
        if (answer.failed) reject(new Uninspected('the file cannot be opened'))
        else resolve(answer.result)
      }
      const timer = setTimeout(broke, TASK_MS)
      worker.on('message', heard)
      worker.on('error', broke)
      worker.on('exit', broke)
      worker.postMessage({ id, task })
    })
  }
  function inTurn<T>(task: Task): Promise<T> {
    const mine = last.then(() => perform(task)) as Promise<T>
    last = mine.catch(() => {})
    return mine
  }
  return { heic: (bytes) => inTurn({ kind: 'heic', bytes }), pdf: (bytes) => inTurn({ kind: 'pdf', bytes }) }
}
