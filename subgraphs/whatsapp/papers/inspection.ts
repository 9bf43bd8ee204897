/** A thread of its own for what would hold up every chat: HEIC pictures are decoded here, and PDFs looked into. */
import { parentPort } from 'node:worker_threads'
import decode from 'heic-decode'
import { pdfFault } from './pdf.ts'

export type Task =
  | { readonly kind: 'heic'; readonly bytes: Uint8Array }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
export interface Raw {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}
// what the decoder prints of a broken file is nobody's news
if (parentPort) console.log = () => {}

parentPort?.on('message', async ({ id, task }: { id: number; task: Task }) => {
  try {
    if (task.kind === 'pdf') return parentPort?.postMessage({ id, result: pdfFault(task.bytes) })
    const { width, height, data } = await decode({ buffer: task.bytes })
    const raw: Raw = { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
    parentPort?.postMessage({ id, result: raw }, [data.buffer as ArrayBuffer])
  } catch {
    parentPort?.postMessage({ id, failed: true })
  }
})
