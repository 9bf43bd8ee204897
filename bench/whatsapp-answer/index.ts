/** From a webhook to its answer leaving: the hub, and the least that any channel can do. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../test/free-port.ts'
import { World } from '../../test/journeys/world.ts'
import { conversations, openMeta } from './conversations.ts'

const PEOPLE = 100
/** A service is begun, left and begun again; one line in six asks the gateway for the citizen's applications. */
const LINES = ['hi', 'birth certificate', 'help', 'status', 'menu', 'birth certificate']
const ROUNDS = 3
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

async function ready(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout!.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`a process of the bench ended with ${code}`)))
  })
}
async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/** Markdown. */
export async function whatsappAnswer(): Promise<string> {
  const meta = await openMeta()
  const folder = await mkdtemp(join(tmpdir(), 'dwar-bench-'))
  const world = await World.open({}, { hub: false })
  const hubEnv: Record<string, string> = {
    ...world.sandbox.environment(),
    DATA_DIR: world.folder,
    PORT: String(world.port),
    LOG_LEVEL: 'error',
    WHATSAPP_API_URL: meta.url,
    // Meta's own limit of 80 a second would be all that is measured
    WHATSAPP_MESSAGES_A_SECOND: '100000',
  }
  const hub = spawn(process.execPath, ['start/hub.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...hubEnv },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await freePort()
  const limit = spawn(process.execPath, ['bench/whatsapp-answer/limit.ts', String(port), folder, meta.url], {
    cwd: ROOT,
  })
  try {
    await Promise.all([ready(hub), ready(limit)])
    const talk = {
      secret: hubEnv.WHATSAPP_APP_SECRET!,
      phoneNumberId: hubEnv.WHATSAPP_PHONE_NUMBER_ID!,
      meta,
      people: PEOPLE,
      lines: LINES,
    }
    const peers = [
      ['the hub', world.url],
      ['one write, one call', `http://localhost:${port}`],
    ] as const
    const rows: string[] = []
    for (const [said, pause] of [
      ['each a line a second', 1000],
      ['each at once after its answer', 0],
    ] as const)
      for (const [name, url] of peers) {
        await conversations({ ...talk, hub: url, pause: 0 })
        const times: number[] = []
        const begun = performance.now()
        for (let i = 0; i < ROUNDS; i++) times.push(...(await conversations({ ...talk, hub: url, pause })))
        const seconds = (performance.now() - begun) / 1000
        times.sort((a, b) => a - b)
        const at = (share: number) =>
          `${times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1)} ms`
        rows.push(`| ${said} | ${name} | ${(times.length / seconds).toFixed(0)} | ${at(0.5)} | ${at(0.99)} |`)
      }
    return ['| 100 conversations | | answers a second | p50 | p99 |', '|---|---|---|---|---|', ...rows].join('\n')
  } finally {
    await Promise.all([ended(hub), ended(limit)])
    await world[Symbol.asyncDispose]()
    await meta.close()
    await rm(folder, { recursive: true, force: true })
  }
}
