/**
 * The crash harness: the hub as whole processes that are killed at random moments, departments that lie, a network that
 * repeats and reorders, and people who file all the while. At the end nothing may be lost, doubled, out of order or stuck.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mulberry32 } from '../../sandbox/rude.ts'
import { freePort } from '../free-port.ts'
import { DEPARTMENTS, IMPATIENT, type Mode } from '../journeys/departments.ts'
import type { Case } from '../journeys/world.ts'
import { Chats } from './chats.ts'
import { Hubs } from './hubs.ts'
import { type Filing, isAcknowledged, planned } from './ledger.ts'
import { DRAWN, decides, moods } from './moods.ts'
import { Network } from './network.ts'
import { insist, Outside, pause } from './outside.ts'
import { type Forms, Portal, readForms } from './portal.ts'
import { type Faults, judge } from './verdict.ts'

export interface CrashOptions {
  readonly filings: number
  readonly kills: number
  readonly seed: number
  /** STORE_URL; null for SQLite in the run's own folder. */
  readonly storeUrl: string | null
  /** Hub processes at once. */
  readonly processes: number
  /** Pauses longer than a session. */
  readonly pauses: number
  /** Name of a module of `without/`, which switches one protection off. */
  readonly without: string | null
  /** The moods that departments have in turn, drawn by the seed; where absent, all of them. */
  readonly modes?: readonly Mode[]
  /** Told how far it is. */
  readonly progress?: (line: string) => void
}
export interface Outcome {
  readonly faults: Faults
  readonly acknowledged: number
  readonly byChat: number
  readonly kills: number
  readonly pauses: number
  readonly network: Readonly<Record<string, number>>
  /** s that somebody in a chat waited at most. */
  readonly slowestAnswer: number
  readonly seconds: number
  /** Kept where something was wrong; else removed. */
  readonly folder: string
}

const AT_ONCE = 64
/** ms without anything becoming less, after which what is owed is stuck. */
const STUCK_MS = 180_000
/** Longer than a session, and what its successor then waits before it files again. */
const PAUSE_MS = 15_000
/** ms: a slow department of the sandbox takes two seconds, and more on a machine that is busy; one that opened a case later would break its word. */
const HONEST = Object.fromEntries(DEPARTMENTS.map((name) => [`${name.toUpperCase()}_SETTLES_MS`, '8000']))
/** Share of the kills that are followed by another while the process starts. */
const AT_START = 0.15

export async function crash(options: CrashOptions): Promise<Outcome> {
  const began = performance.now()
  const random = mulberry32(options.seed)
  const folder = await mkdtemp(join(tmpdir(), 'dwar-crash-'))
  const ports: number[] = []
  for (let i = 0; i < options.processes; i++) ports.push(await freePort())
  const network = await Network.open(await freePort(), mulberry32(options.seed + 1))
  const env = {
    ...IMPATIENT,
    // the less time there is for a report to come first, the more a missing protection shows
    ...(options.without ? {} : HONEST),
    LOG_LEVEL: 'warn',
    // each filing has one picture, and the next is another filing's
    WHATSAPP_PICTURES_MS: '20',
    DATA_DIR: folder,
    PUBLIC_URL: network.url,
    ...(options.storeUrl ? { STORE_URL: options.storeUrl } : {}),
    ...(process.env.REDIS_URL ? { REDIS_URL: process.env.REDIS_URL } : {}),
  }
  const outside = await Outside.open({
    folder,
    port: await freePort(),
    postgresPort: await freePort(),
    hubUrl: network.url,
    env,
  })
  const preload = options.without && new URL(`./without/${options.without}.ts`, import.meta.url).href
  const hubs = new Hubs({ ports, folder, env, network, preload })
  const chats = new Chats(outside)
  let faults: Faults | null = null
  try {
    await Promise.all(ports.map((port) => hubs.start(port)))
    const forms = await readForms(outside)
    const samples = await sampled(outside, forms)
    const filings = planned(options.filings, random)
    await underFire({ options, outside, network, hubs, chats, forms, filings, random })
    const stuck = await drained(outside, network)
    faults = await judge({ outside, chats, filings, samples, moments: hubs.moments })
    faults.stuck.push(...stuck)
    return {
      faults,
      acknowledged: filings.filter(isAcknowledged).length,
      byChat: filings.filter((filing) => filing.way === 'chat' && isAcknowledged(filing)).length,
      kills: hubs.kills,
      pauses: hubs.pauses,
      network: network.counts,
      slowestAnswer: Math.round(chats.slowest / 1000),
      seconds: Math.round((performance.now() - began) / 1000),
      folder,
    }
  } finally {
    chats.close()
    await hubs.stop()
    await network.close()
    await outside.close()
    if (faults && Object.values(faults).every((list) => !list.length))
      await rm(folder, { recursive: true, force: true })
  }
}

/** Each service filed once while all is well: what its cases look like. */
async function sampled(outside: Outside, forms: Forms): Promise<Map<string, Case>> {
  const portal = new Portal(outside, forms, () => 1)
  const samples = new Map<string, Case>()
  for (const [i, service] of [...forms.keys()].entries()) {
    const [department] = service.split('.')
    const references = new Set<string>()
    const marker = `sample-${service}`
    const mobile = `91961000000${i}`
    await portal.files({
      marker,
      mobile,
      service,
      department: department!,
      way: 'graphql',
      outcome: null,
      references,
      unanswered: false,
    })
    samples.set(
      service,
      await insist('a sample', async () => {
        const found = await outside.caseOf(department!, [...references][0]!)
        if (!found) throw new Error(`no case of ${service}`)
        return found
      }),
    )
  }
  return samples
}

interface Fire {
  readonly options: CrashOptions
  readonly outside: Outside
  readonly network: Network
  readonly hubs: Hubs
  readonly chats: Chats
  readonly forms: Forms
  readonly filings: readonly Filing[]
  readonly random: () => number
}

/** Everybody files while everything goes wrong; resolves when all is filed, all kills are done and all is well again. */
async function underFire({ options, outside, network, hubs, chats, forms, filings, random }: Fire): Promise<void> {
  const portal = new Portal(outside, forms, random)
  const ended = new AbortController()
  const departments = [...new Set(filings.map(({ department }) => department))]
  network.isRude = true
  const rude = moods({ outside, departments, modes: options.modes ?? DRAWN, random }, ended.signal)
  let done = 0
  const clerks: Promise<void>[] = []
  const killed = kill(options, hubs, random, () => done)
  const queue = filings.values()
  const people = async () => {
    for (const filing of queue) {
      await (filing.way === 'chat' ? chats : portal).files(filing)
      done++
      if (filing.outcome) clerks.push(decides(outside, filing, random))
      if (done % 100 === 0)
        options.progress?.(`${done} of ${filings.length} filed, ${hubs.kills} kills, ${hubs.pauses} pauses`)
    }
  }
  try {
    await Promise.all([killed, ...Array.from({ length: AT_ONCE }, people)])
    await Promise.all(clerks)
  } finally {
    ended.abort()
    await rude
    network.isRude = false
  }
}

/** Kills and pauses when so many are filed as the seed says; what is left when all are filed follows at once. */
async function kill(options: CrashOptions, hubs: Hubs, random: () => number, done: () => number): Promise<void> {
  const moments = [
    ...Array.from({ length: options.kills }, () => ({ at: random() * options.filings, does: 'kill' as const })),
    ...Array.from({ length: options.pauses }, () => ({ at: random() * options.filings, does: 'pause' as const })),
  ].sort((a, b) => a.at - b.at)
  const busy = new Map<number, Promise<void>>()
  for (let next = moments.shift(); next; next = moments.shift()) {
    while (done() < next.at) await pause(5)
    const port = hubs.ports[Math.floor(random() * hubs.ports.length)]!
    await busy.get(port)
    await pause(random() * 300)
    if (next.does === 'pause') {
      // the others go on meanwhile, and may be killed
      busy.set(port, hubs.pause(port, PAUSE_MS + random() * 3000))
      continue
    }
    await hubs.kill(port)
    const second = random() < AT_START && moments.findIndex(({ does }) => does === 'kill')
    const started = hubs.start(port)
    if (second !== false && second >= 0) {
      moments.splice(second, 1)
      await pause(random() * 1500)
      await hubs.kill(port)
      await started
      busy.set(port, hubs.start(port))
    } else busy.set(port, started)
    if (hubs.ports.length === 1) await busy.get(port)
  }
  await Promise.all(busy.values())
}

/** Waits until nobody is owed anything any more; what is still owed then is stuck. */
async function drained(outside: Outside, network: Network): Promise<string[]> {
  const owed = async (): Promise<string[]> => {
    const waits: string[] = []
    if (network.onTheWay) waits.push(`${network.onTheWay} webhooks are on their way`)
    const { owed: webhooks } = await outside.control('whatsapp/webhooks')
    if (webhooks) waits.push(`${webhooks} webhooks are owed by WhatsApp`)
    const owing = (line: string) =>
      /\d+ (owed|to answer)/.test(line) && /[1-9]\d* (owed|parked|to answer|to send|to tell)/.test(line)
    return [...waits, ...(await outside.readiness()).filter(owing)]
  }
  let quiet = 0
  let least = Number.POSITIVE_INFINITY
  for (let since = Date.now(); ; ) {
    const seen = await owed().catch((error: Error) => error)
    const waits = seen instanceof Error ? [String(seen)] : seen
    quiet = waits.length ? 0 : quiet + 1
    // a poll may bring what the department decided last: twice the time between two of them
    if (quiet >= 4) return []
    const counts = waits.flatMap((line) => line.match(/\d+/g) ?? [])
    const left = seen instanceof Error ? least : counts.reduce((sum, count) => sum + Number(count), 0)
    if (left < least) [least, since] = [left, Date.now()]
    if (Date.now() - since > STUCK_MS) return waits
    await pause(500)
  }
}
