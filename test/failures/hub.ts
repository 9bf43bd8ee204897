/** A hub in a process of its own whose store lies elsewhere than the sandbox, and what its failures are tried with. */
import { createHmac, randomUUID } from 'node:crypto'
import { answers, type Running, run } from '../journeys/processes.ts'
import { World } from '../journeys/world.ts'

export interface Apart {
  readonly world: World
  readonly hub: Running
  startHub(env?: Record<string, string>, imports?: readonly string[]): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** The sandbox in this process, the hub in another. `env` is of both. */
export async function apart(env: Record<string, string>): Promise<Apart> {
  const world = await World.open(env, { hub: false })
  const opened = {
    world,
    hub: null as unknown as Running,
    async startHub(more: Record<string, string> = {}, imports: readonly string[] = []) {
      opened.hub = run('hub', ['--env', `${world.folder}/sandbox/hub.env`], {
        ...env,
        DATA_DIR: world.folder,
        PORT: String(world.port),
        ...(imports.length ? { NODE_OPTIONS: imports.map((module) => `--import=${module}`).join(' ') } : {}),
        ...more,
      })
      await answers(opened.hub, `${world.url}/healthz`)
    },
    async [Symbol.asyncDispose]() {
      if (opened.hub) {
        opened.hub.child.kill('SIGCONT')
        await opened.hub.kill()
      }
      await world[Symbol.asyncDispose]()
    },
  }
  return opened
}

/** Posts a message as Meta does; the status of the answer, 0 where there is none. */
export async function posts(world: World, from: string, text: string, id = `wamid.${randomUUID()}`): Promise<number> {
  const settings = world.sandbox.environment()
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '911100000000', phone_number_id: settings.WHATSAPP_PHONE_NUMBER_ID },
    contacts: [{ profile: { name: 'Asha' }, wa_id: from }],
    messages: [{ from, id, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body: text } }],
  }
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }],
  })
  const signature = createHmac('sha256', settings.WHATSAPP_APP_SECRET!).update(body).digest('hex')
  return fetch(`${world.url}/webhooks/whatsapp`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
  }).then(
    ({ status }) => status,
    () => 0,
  )
}

export const ready = async (world: World): Promise<number> =>
  (await fetch(`${world.url}/readyz`).catch(() => ({ status: 0 }))).status

/** What the hub says of itself at the end of a start that it refuses. */
export async function refuses(
  env: Record<string, string>,
  file: string,
): Promise<{ code: number | null; said: string }> {
  const running = run('hub', ['--env', file], env)
  const code = await new Promise<number | null>((resolve) => running.child.once('close', resolve))
  return { code, said: running.output() }
}
