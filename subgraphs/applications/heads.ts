import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appendHead, type SignedHead, signHead } from '../host/heads.ts'
import type { Host } from '../subgraph.ts'

const HOUR_MS = 3_600_000
/** ms between looks at the clock: it may be set. */
const LOOK_MS = 1000

/** Writes the head of the log, signed, to `heads.jsonl` in DATA_DIR once an hour. */
export function heads(host: Host) {
  const { DATA_DIR: folder, HUB_SECRET_KEY: secretKey } = host.env
  async function writeHourly(dataDir: string, secret: string, signal: AbortSignal): Promise<void> {
    const file = join(dataDir, 'heads.jsonl')
    let last = await lastOf(file)
    while (!signal.aborted) {
      const now = host.clock.now()
      if (Math.abs(now.getTime() - last) >= HOUR_MS)
        try {
          const head = await host.store.log.head()
          await mkdir(dataDir, { recursive: true })
          if (head.position) {
            await appendHead(file, signHead(secret, head, now))
            last = now.getTime()
          }
        } catch (error) {
          host.log.error('the head of the log could not be written', error)
        }
      await host.wait('heads', LOOK_MS, signal)
    }
  }
  return {
    /** Writes while this process is the one that does. */
    async run(signal: AbortSignal): Promise<void> {
      if (folder && secretKey) await host.held('heads', signal, (held) => writeHourly(folder, secretKey, held))
    },
  }
}

/** ms since the epoch at which the last head was written; long ago where there is none. */
async function lastOf(file: string): Promise<number> {
  try {
    const line = (await readFile(file, 'utf8')).trimEnd().split('\n').at(-1)!
    return Date.parse((JSON.parse(line) as SignedHead).at) || 0
  } catch {
    // none yet, or a line that was cut off: another follows it
    return 0
  }
}
