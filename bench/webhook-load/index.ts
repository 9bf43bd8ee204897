/** The webhook under load: every message on disk before its 200, while the chats are answered; beside a bare server that only keeps bodies. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { freePort } from '../../test/free-port.ts'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import type { Load, Measured } from './generator.ts'

const PHASES = [
  { name: '500 a second for 60 s', rate: 500, seconds: 60 },
  { name: '2,000 a second for 30 s', rate: 2000, seconds: 30 },
]
/** Of a large sender: the hub's own speed is measured, not Meta's limit of 80 a second. */
const A_SECOND = '1000'
const ANSWERED_MS = 600_000

/** Markdown. `share`: of each phase's time, for a quick look. */
export async function webhookLoad({ share = 1 }: { readonly share?: number } = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dwar-load-'))
  const children: ChildProcess[] = []
  const entry = (name: string, args: readonly string[] = []) => {
    const child = fork(new URL(`./${name}.ts`, import.meta.url), args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    children.push(child)
    return child
  }
  const product = async (args: readonly string[], env: Record<string, string>, url: string) => {
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH!, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    children.push(child)
    for (;;) {
      const isUp = await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
      if (isUp) return
      if (child.exitCode !== null) throw new Error(`${args[0]} ended with ${child.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  try {
    const [port, sandboxPort] = [await freePort(), await freePort()]
    await product(
      ['start/sandbox.ts'],
      {
        DATA_DIR: folder,
        SANDBOX_PORT: String(sandboxPort),
        SANDBOX_POSTGRES_PORT: String(await freePort()),
        HUB_URL: `http://localhost:${port}`,
      },
      `http://localhost:${sandboxPort}/control`,
    )
    const file = join(folder, 'sandbox', 'hub.env')
    const settings = parseEnv(readFileSync(file, 'utf8')) as Record<string, string>
    const meta = entry('meta')
    const [{ port: metaPort }] = (await once(meta, 'message')) as [{ port: number }]
    const profile = process.env.LOAD_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.LOAD_PROFILE}`] : []
    await product(
      [...profile, 'start/hub.ts', '--env', file],
      {
        DATA_DIR: folder,
        PORT: String(port),
        LOG_LEVEL: 'error',
        WHATSAPP_API_URL: `http://127.0.0.1:${metaPort}`,
        WHATSAPP_MESSAGES_A_SECOND: A_SECOND,
      },
      `http://localhost:${port}/healthz`,
    )
    const known = { secret: settings.WHATSAPP_APP_SECRET!, phoneNumberId: settings.WHATSAPP_PHONE_NUMBER_ID! }
    meta.send({ port, ...known })
    const [{ port: barePort }] = (await once(entry('bare', [join(folder, 'bare.log')]), 'message')) as [
      { port: number },
    ]

    const texts = ['hi', readCatalogue().services[0]!.title.en, 'back']
    const load = async (to: number, phase: (typeof PHASES)[number], series: number): Promise<Measured> => {
      const generator = entry('generator')
      const asked: Load = {
        port: to,
        ...known,
        ...phase,
        seconds: Math.max(2, Math.round(phase.seconds * share)),
        series,
        texts,
      }
      generator.send(asked)
      const [measured] = (await once(generator, 'message')) as [Measured]
      generator.kill()
      return measured
    }
    // what is compiled and connected at the first request is not what is measured
    await load(port, { name: 'warm-up', rate: 100, seconds: 5 / share }, 70)
    await answered(port)
    const rows: string[] = []
    for (const [i, phase] of PHASES.entries()) {
      const bare = await load(barePort, phase, 80 + i)
      rows.push(row(phase.name, 'bare server', bare, null))
      const before = loadavg()[0]!
      const hub = await load(port, phase, 90 + i)
      const [after] = [loadavg()[0]!]
      const began = performance.now()
      const sent = await answered(port)
      rows.push(row(phase.name, 'hub', hub, (performance.now() - began) / 1000))
      rows.push(`<!-- load average ${before.toFixed(1)} before, ${after.toFixed(1)} after; ${sent} -->`)
    }
    const notes = rows.filter((line) => line.startsWith('<!--')).map((line) => line.slice(5, -4))
    return [
      '| load | server | messages | errors | p50 | p99 | longest | until all are answered, and all receipts taken |',
      '|---|---|---|---|---|---|---|---|',
      ...rows.filter((line) => !line.startsWith('<!--')),
      '',
      `Load generator, hub, sandbox and the stand-in for Meta share the machine's cores. ${notes.map((note, i) => `${PHASES[i]!.name}: ${note}.`).join(' ')}`,
    ].join('\n')
  } finally {
    for (const child of children) child.kill('SIGINT')
    await Promise.all(
      children.map((child) => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null)),
    )
    await rm(folder, { recursive: true, force: true })
  }
}

/** Resolves when the hub owes nobody an answer; how many are parked. */
async function answered(port: number): Promise<string> {
  for (const end = Date.now() + ANSWERED_MS; ; ) {
    const { subgraphs } = (await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as any
    const detail: string = subgraphs.whatsapp[0].detail ?? ''
    if (detail.startsWith('0 to answer, 0 to send')) return detail
    if (Date.now() > end) throw new Error(`the backlog is not answered: ${detail}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

const row = (
  load: string,
  server: string,
  { sent, errors, p50, p99, worst }: Measured,
  backlog: number | null,
): string =>
  `| ${load} | ${server} | ${sent} | ${errors} | ${p50.toFixed(1)} ms | ${p99.toFixed(1)} ms | ${worst.toFixed(0)} ms | ${backlog === null ? '' : `${backlog.toFixed(1)} s after the last`} |`
