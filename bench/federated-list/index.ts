/** A list of 20 applications joined over three subgraphs, against one schema with the same resolvers, and against another gateway. */
import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { loadOverHttp } from './load.ts'
import { PEERS, type PeerName } from './peers.ts'
import type { Order } from './process.ts'
import type { Round } from './round.ts'

export interface Options {
  /** Fresh processes: what V8 settles on differs from one to the next. */
  readonly starts: number
  readonly rounds: number
  readonly ms: number
}
const MODES = ['in process', 'over HTTP'] as const
type Mode = (typeof MODES)[number]
type Rounds = Record<PeerName, Record<Mode, Round[]>>
const BASE: PeerName = 'yoga'
const WARM_UP_MS = 2000

interface Running {
  readonly child: ChildProcess
  readonly port: number
  readonly authorization: string
  tell<T>(order: Order): Promise<T>
}

/** Markdown. */
export async function federatedList(options: Options): Promise<string> {
  const all = Object.fromEntries(
    PEERS.map((name) => [name, { 'in process': [], 'over HTTP': [] }]),
  ) as unknown as Rounds
  for (let start = 0; start < options.starts; start++) {
    const order = PEERS.map((_, i) => PEERS[(i + start) % PEERS.length]!)
    const running = new Map<PeerName, Running>()
    try {
      for (const name of order) running.set(name, await started(name))
      await assertEqual(running)
      for (const mode of MODES) for (const name of order) await round(running.get(name)!, mode, WARM_UP_MS)
      for (let i = 0; i < options.rounds; i++) {
        for (const mode of MODES) {
          // alternating, so that a noisy moment of the machine hits all
          for (const name of i % 2 ? [...order].reverse() : order) {
            all[name][mode].push(await round(running.get(name)!, mode, options.ms))
          }
        }
      }
    } finally {
      for (const { child } of running.values()) child.kill()
    }
  }
  return table(all, options)
}

async function started(name: PeerName): Promise<Running> {
  const child = fork(new URL('./process.ts', import.meta.url), [name], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const next = <T>() =>
    new Promise<T>((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`${name} ended with ${code}`))
      child.once('exit', gone)
      child.once('message', (message) => {
        child.off('exit', gone)
        resolve(message as T)
      })
    })
  const hello = await next<{ port: number; authorization: string }>()
  return {
    child,
    ...hello,
    tell: (order) => {
      const answer = next<any>()
      child.send(order)
      return answer
    },
  }
}

function round(peer: Running, mode: Mode, ms: number): Promise<Round> {
  return mode === 'in process' ? peer.tell<Round>({ do: 'round', ms }) : loadOverHttp(peer.port, peer.authorization, ms)
}

/** The same answers for those who may, the same refusal for those who may not. */
async function assertEqual(running: ReadonlyMap<PeerName, Running>): Promise<void> {
  for (const n of [0, 7, 199]) {
    const wanted = JSON.parse(await running.get(BASE)!.tell<string>({ do: 'answer', n, token: true }))
    assert.equal(wanted.data.citizen.applications.length, 20)
    for (const [name, peer] of running) {
      assert.deepEqual(JSON.parse(await peer.tell<string>({ do: 'answer', n, token: true })), wanted, name)
    }
  }
  for (const [name, peer] of running) {
    const { data, errors } = JSON.parse(await peer.tell<string>({ do: 'answer', n: 0, token: false }))
    assert.equal(data?.citizen ?? null, null, name)
    assert.equal(errors[0].message, 'This needs the scope applications:read.', name)
  }
}

function table(all: Rounds, { starts, rounds, ms }: Options): string {
  const rows = PEERS.map((name) => {
    const cells = MODES.flatMap((mode) => {
      const own = all[name][mode]
      const rates = own.map(rate)
      const ratios = own.map((each, i) => rate(each) / rate(all[BASE][mode][i]!))
      const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`
      const p = (which: 'p50' | 'p99') => median(own.map((each) => each[which])).toFixed(1)
      return [
        Math.round(median(rates)).toString(),
        `${median(ratios).toFixed(2)} (${range})`,
        `${p('p50')} / ${p('p99')}`,
      ]
    })
    return `| ${name} | ${cells.join(' | ')} |`
  })
  return [
    `Medians of ${starts} fresh starts of ${rounds} alternating rounds of ${ms} ms; each peer in a process of its own; answers asserted equal; the token checked on each request; no answers kept.`,
    '',
    '| | in process, a second | × yoga (min–max) | p50 / p99 ms | over HTTP, a second | × yoga (min–max) | p50 / p99 ms |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}
const rate = ({ count, ms }: Round) => (count / ms) * 1000
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
