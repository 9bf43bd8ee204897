import { randomUUID } from 'node:crypto'
import type { Environment } from '../adapters/adapter.ts'
import { readEnvironment } from '../adapters/environment.ts'
import { createGateway, type Gateway } from '../gateway/index.ts'
import { remoteAsk } from '../gateway/remote-ask.ts'
import type { Store } from '../store/store.ts'
import { applications } from '../subgraphs/applications/index.ts'
import { DEPARTMENT_ENVIRONMENT, departmentSubgraph } from '../subgraphs/department.ts'
import { file } from '../subgraphs/filing/file.ts'
import { citizens } from '../subgraphs/host/citizens.ts'
import { clockOf } from '../subgraphs/host/clock.ts'
import { held } from '../subgraphs/host/held.ts'
import { logger } from '../subgraphs/host/log.ts'
import { withoutNumbers } from '../subgraphs/host/message-ids.ts'
import { secrets } from '../subgraphs/host/secrets.ts'
import { type SessionKeeper, sessionKeeper } from '../subgraphs/host/session.ts'
import { openVaults } from '../subgraphs/host/vault.ts'
import { joinedWakes, type Wakes, wakes } from '../subgraphs/host/wake.ts'
import type { Ask, Clock, Host, Subgraph } from '../subgraphs/subgraph.ts'
import { environment as WHATSAPP_ENVIRONMENT, whatsapp } from '../subgraphs/whatsapp/index.ts'
import { type Catalogue, readCatalogue } from '../vocabulary/catalogue.ts'
import { supergraphOf } from '../vocabulary/supergraph.ts'
import { chosenDepartments, loadDepartment } from './departments.ts'
import { HUB_ENVIRONMENT, OPTIONAL_ENVIRONMENT } from './environment.ts'
import { readWorkingDays, warnOfUnknownYears } from './holidays.ts'
import { openStore } from './open-store.ts'

type Env = Readonly<Record<string, string | undefined>>

export interface Hub {
  readonly gateway: Gateway
  readonly store: Store
  readonly url: string
  /** Ends in-flight work, then resolves. */
  close(): Promise<void>
}

interface Parts {
  readonly values: Record<string, string>
  readonly names: readonly string[]
  readonly store: Store
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly sessions: SessionKeeper
  readonly waking: Wakes
  host(ask: Ask): Host
  make(name: string, host: Host): Promise<Subgraph>
}

/** What every process of the hub is made of. `wanted`: the subgraphs that will be made. */
async function parts(env: Env, clock: Clock, only?: string): Promise<Parts> {
  const names = chosenDepartments(env.DEPARTMENTS)
  const loaded = new Map(
    await Promise.all(names.filter((n) => !only || only === n).map(async (n) => [n, await loadDepartment(n)] as const)),
  )
  const environment: Environment = {
    ...HUB_ENVIRONMENT,
    ...DEPARTMENT_ENVIRONMENT,
    ...(!only || only === 'whatsapp' ? WHATSAPP_ENVIRONMENT : {}),
    ...Object.assign({}, ...[...loaded.values()].map(({ module }) => module.environment)),
  }
  const needed = only
    ? Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AUTH_')))
    : environment
  const given = Object.entries(OPTIONAL_ENVIRONMENT).filter(([name]) => env[name])
  readEnvironment(Object.fromEntries(given), env)
  const values = readEnvironment(needed, env)
  const workingDays = readWorkingDays(env.HOLIDAYS_FILE)
  const keys = secrets(values.HUB_SECRET_KEY!, env.HUB_SECRET_KEY_OLD)
  const role = only ? `subgraph ${only}` : 'hub'
  const opened = await openStore(values, keys, { role })
  const vaults = await openVaults(opened, keys)
  const store = withoutNumbers(opened, vaults.vault)
  const all = readCatalogue()
  const catalogue: Catalogue = {
    departments: all.departments.filter((d) => names.includes(d.code)),
    services: all.services.filter((s) => names.includes(s.department)),
  }
  const log = logger(values.LOG_LEVEL!)
  warnOfUnknownYears(workingDays, clock, log)
  const waking = env.REDIS_URL ? await joinedWakes(env.REDIS_URL, log) : wakes()
  const { wake, wait } = waking
  const sessions = sessionKeeper(store, role, log)
  // a subgraph of its own is reached through the gateway
  const ownUrl = only && env.GATEWAY_URL ? new URL(env.GATEWAY_URL).origin : `http://localhost:${values.PORT}`
  const publicUrl = (env.PUBLIC_URL || ownUrl).replace(/\/+$/, '')
  return {
    values,
    names,
    store,
    catalogue,
    clock,
    sessions,
    waking,
    host(ask) {
      const host: Host = {
        clock,
        log,
        store,
        vault: vaults.vault,
        vaultOf: vaults.vaultOf,
        citizens: citizens(store, vaults),
        ask,
        catalogue,
        workingDays,
        publicUrl,
        env: values,
        file: (request) => file(host, request),
        async record(name, citizen, details) {
          await store.applications.record({
            id: `record-${randomUUID()}`,
            reference: '',
            citizen,
            department: '',
            service: '',
            name,
            status: 'SUBMITTED',
            at: clock.now().toISOString(),
            actor: details,
            reason: null,
          })
          wake('events')
        },
        session: sessions.current,
        held: held(store, sessions, { wait, log }),
        wake,
        wait,
      }
      return host
    },
    async make(name, host) {
      if (name === 'applications') return applications(host)
      if (name === 'whatsapp') return whatsapp(host)
      const { department, module } = loaded.get(name)!
      return departmentSubgraph(department, module.create(values), host)
    },
  }
}

/** An `ask` that can be handed out before the gateway stands. */
function lateAsk(): { ask: Ask; bind(to: Ask): void } {
  let target: Ask | null = null
  const bound = () => {
    if (!target) throw new Error('the hub was asked before its gateway stood')
    return target
  }
  const ask = Object.assign((...of: Parameters<Ask>) => bound()(...of), {
    subscribe: (...of: Parameters<Ask['subscribe']>) => bound().subscribe(...of),
    fetch: (...of: Parameters<Ask['fetch']>) => bound().fetch(...of),
  }) as Ask
  return {
    ask,
    bind(to) {
      target = to
    },
  }
}

/** The hub with all its subgraphs in this process, listening on PORT. Throws an EnvironmentError that names what is missing. */
export async function startHub(env: Env, now?: () => Date): Promise<Hub> {
  const made = await parts(env, clockOf(now))
  const late = lateAsk()
  const host = made.host(late.ask)
  const subgraphs = await Promise.all(['applications', 'whatsapp', ...made.names].map((name) => made.make(name, host)))
  const gateway = await createGateway({
    supergraph: supergraphOf(subgraphs.map((subgraph) => subgraph.name)),
    subgraphs: { local: Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, subgraph])) },
    auth: {
      issuer: made.values.AUTH_ISSUER!,
      audience: made.values.AUTH_AUDIENCE!,
      jwksUrl: made.values.AUTH_JWKS_URL!,
    },
    secretKey: made.values.HUB_SECRET_KEY!,
    publicUrl: host.publicUrl,
    clock: made.clock,
    log: host.log,
    graphiql: true,
  })
  late.bind(gateway.ask)
  const listening = await gateway.listen(Number(made.values.PORT))
  await made.sessions.start()
  for (const subgraph of subgraphs) await subgraph.start()
  return {
    gateway,
    store: made.store,
    url: host.publicUrl,
    async close() {
      await listening.close()
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop()))
      await gateway.close()
      await made.sessions.stop()
      await made.waking.close()
      await made.store.close()
    },
  }
}

/** One subgraph for a process of its own, which asks the hub at GATEWAY_URL. */
export async function makeSubgraph(name: string, env: Env, now?: () => Date) {
  const made = await parts(env, clockOf(now), name)
  const host = made.host(remoteAsk(env.GATEWAY_URL || 'http://localhost:4000/graphql', made.values.HUB_SECRET_KEY!))
  const subgraph = await made.make(name, host)
  await made.sessions.start()
  return {
    subgraph,
    secretKey: made.values.HUB_SECRET_KEY!,
    log: host.log,
    async close() {
      await made.sessions.stop()
      await made.waking.close()
      await made.store.close()
    },
  }
}
