/** Commands of the product as processes of their own, in the process group of the test. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { freePort } from '../free-port.ts'
import { until, World } from './world.ts'

export interface Running {
  readonly child: ChildProcess
  /** All that it printed so far. */
  output(): string
  /** SIGKILL, at once. */
  kill(): Promise<void>
  /** SIGTERM, and waits for the end. */
  stop(): Promise<number | null>
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** `npm run <command> -- <args>`, without npm's own process. */
export function run(command: string, args: readonly string[], env: Record<string, string>): Running {
  const [node, ...script] = scripts[command]!.split(' ')
  const child = spawn(node!, [...script, ...args], {
    env: {
      PATH: process.env.PATH!,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream!.on('data', (chunk) => (output += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { child, output: () => output, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') }
}

/** Waits until it answers; throws with what it printed where it ends before. */
export async function answers(running: Running, url: string): Promise<void> {
  await until(
    url,
    async () => {
      if (running.child.exitCode !== null) throw new Error(`it ended: ${running.output()}`)
      return fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    },
    60_000,
  )
}

/** The sandbox in this process, and the hub as a process that may be killed. `env` is of both. */
export async function worldWithHubProcess(
  env: Record<string, string> = {},
): Promise<World & { hubProcess: Running; startHubProcess(more?: Record<string, string>): Promise<void> }> {
  const world = (await World.open(env, { hub: false })) as World & {
    hubProcess: Running
    startHubProcess(more?: Record<string, string>): Promise<void>
  }
  world.startHubProcess = async (more = {}) => {
    world.hubProcess = run('hub', ['--env', `${world.folder}/sandbox/hub.env`], {
      ...world.store,
      ...env,
      ...more,
      DATA_DIR: world.folder,
      PORT: String(world.port),
    })
    await answers(world.hubProcess, `${world.url}/healthz`)
  }
  await world.startHubProcess()
  return world
}

/** The hub in six processes: each subgraph alone, and the gateway over HTTP to them. */
export async function splitHub(world: World, names: readonly string[]): Promise<Running[]> {
  const ports = new Map(await Promise.all(names.map(async (name) => [name, await freePort()] as const)))
  const env = {
    ...world.store,
    DATA_DIR: world.folder,
    PORT: String(world.port),
    PUBLIC_URL: world.url,
    GATEWAY_URL: `${world.url}/graphql`,
  }
  const file = `${world.folder}/sandbox/hub.env`
  const subgraphs = names.map((name) => run('subgraph', [name, '--port', String(ports.get(name)), '--env', file], env))
  await Promise.all(subgraphs.map((running, i) => answers(running, `http://localhost:${ports.get(names[i]!)}/healthz`)))
  const gateway = run(
    'gateway',
    ['--supergraph', 'schema/supergraph.graphql', '--port', String(world.port), '--env', file],
    {
      ...env,
      SUBGRAPHS: names.map((name) => `${name}=http://localhost:${ports.get(name)}`).join(','),
    },
  )
  await answers(gateway, `${world.url}/healthz`)
  return [gateway, ...subgraphs]
}
