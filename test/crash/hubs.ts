/** The hub's processes, which are killed and paused at random moments. */
import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import type { Network } from './network.ts'

const LOOK_MS = 40
const START_MS = 60_000

/** A process was killed, paused or woken. */
export interface Moment {
  /** ms of the machine's clock. */
  readonly at: number
  /** What it sent since then, it may not have recorded. */
  readonly since: number
}
interface Pulse {
  readonly began: number
  asked: number
  readonly answers: { readonly at: number; readonly took: number }[]
}
/** ms between two questions, and for which an answer counts. */
const PULSE_MS = 200
const LATELY_MS = 10_000
const RECORDED_MS = 1500
const TURNS = 4

export interface HubOptions {
  readonly ports: readonly number[]
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly network: Network
  /** Module that switches one protection off. */
  readonly preload: string | null
}

export class Hubs {
  readonly #options: HubOptions
  readonly #children = new Map<number, ChildProcess>()
  readonly moments: Moment[] = []
  /** How long each process took to say that it is alive, lately. */
  readonly #pulses = new Map<number, Pulse>()
  kills = 0
  pauses = 0

  constructor(options: HubOptions) {
    this.#options = options
    process.once('exit', () => {
      for (const child of this.#children.values()) child.kill('SIGKILL')
    })
  }
  get ports(): readonly number[] {
    return this.#options.ports
  }

  /** Starts a process; resolves once it answers, or null where it was killed before. Throws where it ends by itself. */
  async start(port: number): Promise<void> {
    const { folder, env, preload, network } = this.#options
    const log = openSync(join(folder, `hub-${port}.log`), 'a')
    const child = spawn(
      process.execPath,
      [...(preload ? ['--import', preload] : []), 'start/hub.ts', '--env', join(folder, 'sandbox', 'hub.env')],
      {
        env: {
          PATH: process.env.PATH!,
          NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
          ...env,
          PORT: String(port),
        },
        stdio: ['ignore', log, log],
      },
    )
    this.#children.set(port, child)
    this.#pulses.set(port, { began: Date.now(), asked: Date.now(), answers: [] })
    for (const end = Date.now() + START_MS; ; ) {
      if (child.signalCode !== null) return
      if (child.exitCode !== null) throw new Error(`a hub ended with ${child.exitCode}: see ${folder}/hub-${port}.log`)
      const isUp = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
        (response) => response.ok,
        () => false,
      )
      if (isUp) break
      if (Date.now() > end) throw new Error(`a hub does not start: see ${folder}/hub-${port}.log`)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
    network.stands(port)
    void this.#feel(port, child)
  }

  async #feel(port: number, child: ChildProcess): Promise<void> {
    const pulse = this.#pulses.get(port)!
    while (child.exitCode === null && child.signalCode === null) {
      pulse.asked = Date.now()
      await fetch(`http://127.0.0.1:${port}/healthz`).then(
        (response) => response.text(),
        () => null,
      )
      pulse.answers.push({ at: Date.now(), took: Date.now() - pulse.asked })
      while (pulse.answers[0]!.at < Date.now() - LATELY_MS) pulse.answers.shift()
      await new Promise((resolve) => setTimeout(resolve, PULSE_MS))
    }
  }
  /** Between an answer and its record a process has to have its turn a few times: the slower it was, the longer that took. */
  #moment(port: number): Moment {
    const at = Date.now()
    const { began, asked, answers } = this.#pulses.get(port)!
    const lately = answers.filter((answer) => answer.at > at - LATELY_MS)
    const slow = Math.max(at - asked - PULSE_MS, ...lately.map(({ took }) => took))
    return { at, since: Math.max(began, at - Math.max(RECORDED_MS, TURNS * slow)) }
  }

  /** SIGKILL, at once. */
  async kill(port: number): Promise<void> {
    const child = this.#children.get(port)!
    this.#options.network.falls(port)
    this.moments.push(this.#moment(port))
    this.kills++
    await ended(child, 'SIGKILL')
  }

  /** Stops a process for `ms` as if its machine slept, and lets it go on. */
  async pause(port: number, ms: number): Promise<void> {
    const child = this.#children.get(port)!
    this.moments.push(this.#moment(port))
    this.pauses++
    child.kill('SIGSTOP')
    await new Promise((resolve) => setTimeout(resolve, ms))
    child.kill('SIGCONT')
    this.moments.push(this.#moment(port))
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#children.values()].map((child) => ended(child, 'SIGTERM')))
  }
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const end = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(signal)
  return end
}
