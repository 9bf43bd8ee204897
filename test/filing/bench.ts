/** One department's filing on a real store, a clock that is set by hand, and a department that answers as it is told. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Adapter, AdapterError, type AdapterErrorCode } from '../../adapters/adapter.ts'
import { sqliteStore } from '../../store/sqlite/index.ts'
import type { Application, Effect, Step, Store } from '../../store/store.ts'
import { casesRoute } from '../../subgraphs/filing/cases.ts'
import { dispatcher } from '../../subgraphs/filing/dispatcher.ts'
import { guard } from '../../subgraphs/filing/resilience.ts'
import { effectOf, eventOf, SEALED, stepOf } from '../../subgraphs/filing/steps.ts'
import { citizens } from '../../subgraphs/host/citizens.ts'
import { clockOf } from '../../subgraphs/host/clock.ts'
import { held } from '../../subgraphs/host/held.ts'
import { secrets } from '../../subgraphs/host/secrets.ts'
import { type SessionKeeper, sessionKeeper } from '../../subgraphs/host/session.ts'
import { openVaults, type Vaults } from '../../subgraphs/host/vault.ts'
import { wakes } from '../../subgraphs/host/wake.ts'
import type { Ask, Host } from '../../subgraphs/subgraph.ts'

export const DEPARTMENT = 'parks'
export const SETTLES = 10_000
export const TIMEOUT = 200
export const RETRY_MAXIMUM = 60_000
const REFERENCE = 'DWR-2026-000001'

export const fails = (
  code: AdapterErrorCode,
  more: { reason?: string; retryAfter?: number; raw?: string } = {},
): never => {
  throw new AdapterError(code, { department: DEPARTMENT, operation: 'any', ...more }, 'as told')
}

/** The methods of a department, each a queue of answers; the last one stays. */
type Script = { [method in 'submit' | 'find' | 'answer' | 'withdraw' | 'certificate']?: (() => unknown)[] }

export class Bench {
  readonly store: Store
  readonly host: Host
  readonly calls: string[] = []
  /** What was logged: message and error's code. */
  readonly logged: string[] = []
  now = Date.parse('2026-01-05T10:00:00Z')
  readonly sessions: SessionKeeper
  readonly #folder: string
  readonly #script: Script = {}
  #running = new AbortController()
  #ended: Promise<void> = Promise.resolve()

  private constructor(folder: string, store: Store, vaults: Vaults) {
    this.#folder = folder
    this.store = store
    const note = (message: string, error?: unknown) =>
      void this.logged.push(error instanceof AdapterError ? `${message} ${error.code}` : message)
    const log: Host['log'] = { info: note, warn: (message) => note(message), error: note }
    const { wake, wait } = wakes()
    this.sessions = sessionKeeper(this.store, 'hub', log)
    const ask = {
      fetch: async (path, init, principal) => {
        const { path: prefix, handle } = casesRoute(this.adapter, guard(DEPARTMENT, TIMEOUT))
        const key = path.slice(prefix.indexOf(':'))
        return handle(new Request(`http://hub${path}`, init), { key }, principal)
      },
    } as Partial<Ask> as Ask
    this.host = {
      ask,
      store: this.store,
      vault: vaults.vault,
      vaultOf: vaults.vaultOf,
      clock: clockOf(() => new Date(this.now)),
      log,
      citizens: citizens(this.store, vaults),
      session: this.sessions.current,
      held: held(this.store, this.sessions, { wait, log }),
      wake,
      wait,
    } as Partial<Host> as Host
  }
  static async open(): Promise<Bench> {
    const folder = await mkdtemp(join(tmpdir(), 'dwar-filing-'))
    const store = sqliteStore(folder)
    const bench = new Bench(folder, store, await openVaults(store, secrets('x'.repeat(40))))
    await bench.sessions.start()
    return bench
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    await this.sessions.stop()
    await this.store.close()
    await rm(this.#folder, { recursive: true })
  }

  says(script: Script): void {
    Object.assign(this.#script, script)
  }
  #next(method: keyof Script): unknown {
    this.calls.push(method)
    const answers = this.#script[method] ?? []
    return (answers.length > 1 ? answers.shift() : answers[0])?.()
  }
  readonly adapter = {
    department: DEPARTMENT,
    settles: SETTLES,
    submit: async () => this.#next('submit'),
    find: async () => this.#next('find') ?? [],
    answer: async () => this.#next('answer'),
    withdraw: async () => this.#next('withdraw') ?? 'withdrawn',
    certificate: async () => this.#next('certificate') ?? null,
  } as unknown as Adapter

  start(store: Store = this.store): void {
    this.#running = new AbortController()
    this.#ended = dispatcher({ ...this.host, store }, this.adapter, guard(DEPARTMENT, TIMEOUT), {
      timeout: TIMEOUT,
      retryMaximum: RETRY_MAXIMUM,
    }).run(this.#running.signal)
  }
  async stop(): Promise<void> {
    this.#running.abort()
    await this.#ended
  }
  /** Time passes, and whoever waits looks. */
  passes(ms: number): void {
    this.now += ms
    this.host.wake('effects')
  }

  /** An application that owes its filing, or what `effects` says. */
  async files(
    more: Partial<Application> = {},
    effects: (application: Application) => Effect[] = (a) => [effectOf(a, 'submit', 1, a.reference, this.now)],
  ): Promise<Application> {
    const application: Application = {
      reference: REFERENCE,
      service: 'parks.tree',
      department: DEPARTMENT,
      citizen: 'asha',
      status: 'SUBMITTED',
      departmentReference: null,
      submittedAt: new Date(this.now).toISOString(),
      due: null,
      input: (await this.host.vaultOf('asha')).seal('{"tree":"Neem"}', SEALED.input),
      digest: 'd',
      request: null,
      fee: null,
      client: null,
      restricted: false,
      documents: [],
      action: null,
      certificate: null,
      lastChange: null,
      decidedAt: null,
      delayed: false,
      overdue: false,
      events: 1,
      version: 0,
      ...more,
    }
    const event = eventOf(application, 1, 'submitted', 'SUBMITTED', new Date(this.now), 'citizen', null)
    await this.store.applications.create({ application, events: [event], effects: effects(application) })
    return this.application()
  }
  async application(): Promise<Application> {
    const [found] = await this.store.applications.read([REFERENCE])
    return found!
  }
  async commits(decide: (application: Application) => Partial<Step> & { events: Step['events'] }): Promise<void> {
    const application = await this.application()
    await this.store.applications.commit({ application, effects: [], ...decide(application) })
    this.host.wake('effects')
  }
  /** What a citizen's or a department's act does to it. */
  move(move: Parameters<typeof stepOf>[1]): Promise<void> {
    return this.commits((application) => stepOf(application, move, new Date(this.now), this.host.vault))
  }
  effects(): Promise<Effect[]> {
    return this.store.applications.effectsOf(REFERENCE)
  }
  async effect(): Promise<Effect | undefined> {
    return (await this.effects())[0]
  }

  /** Looks until it is so; the dispatcher is woken, time stands. */
  async until<T>(what: string, look: () => Promise<T | false | null | undefined>): Promise<T> {
    const end = Date.now() + 20_000
    for (;;) {
      const found = await look()
      if (found) return found
      if (Date.now() > end) throw new Error(`${what}: not within 20 s; ${JSON.stringify(await this.effects())}`)
      this.host.wake('effects')
      await pause(5)
    }
  }
  reaches(status: Application['status']): Promise<Application> {
    return this.until(status, async () => {
      const application = await this.application()
      return application.status === status && application
    })
  }
  /** Nothing is owed any more. */
  settles(): Promise<unknown> {
    return this.until('nothing owed', async () => (await this.effects()).length === 0)
  }
  /** The effect has been tried and waits again. */
  waits(attempts: number): Promise<Effect> {
    return this.until(`try ${attempts}`, async () => {
      const effect = await this.effect()
      return effect && effect.attempts >= attempts && effect.state !== 'claimed' && effect
    })
  }
}
