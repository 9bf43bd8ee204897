/** Bodies of known size, and bodies that are bounded as they come. */
import type { IncomingMessage } from 'node:http'

/** A body that came piece by piece was larger than it may be. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

/** Whoever sent a body went away before its end: nobody is there to be answered. */
export class BodyBrokenOff extends Error {
  override readonly name = 'BodyBrokenOff'
}

/** The bytes of a body, or null where there are more than `limit`; no more than that is read. */
export async function bodyWithin(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      reader.cancel().catch(() => {})
      return null
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** A body as it comes: BodyTooLarge ends it behind `limit`, BodyBrokenOff where its sender goes away. What its taker does not want is read and dropped, so that the answer arrives. */
export function streamOf(request: IncomingMessage, limit: number): ReadableStream<Uint8Array> {
  const chunks = request.iterator({ destroyOnReturn: false })
  let size = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next().catch((cause) => {
          throw new BodyBrokenOff(`behind ${size} bytes`, { cause })
        })
        size += value?.length ?? 0
        if (size > limit) throw new BodyTooLarge(`more than ${limit} bytes`)
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await chunks.return?.()
        request.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > limit) request.destroy()
        })
      },
    },
    { highWaterMark: 0 },
  )
}
/** Whether what failed, failed because a body was too large. */
export const isTooLarge = (error: unknown): boolean => error instanceof BodyTooLarge
/** Whether what failed, failed because the sender of a body went away. */
export const isBrokenOff = (error: unknown): boolean => error instanceof BodyBrokenOff
