/** HUB_SECRET_KEY as an operator meets it: the wrong one, and a new one while people use the hub. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { clerkActs, reaches } from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { run, worldWithHubProcess } from './processes.ts'

let world: Awaited<ReturnType<typeof worldWithHubProcess>>
let hubEnv: string
let first: string
beforeAll(async () => {
  world = await worldWithHubProcess()
  hubEnv = join(world.folder, 'sandbox', 'hub.env')
  first = parseEnv(await readFile(hubEnv, 'utf8')).HUB_SECRET_KEY!
})
afterAll(async () => {
  await world.hubProcess.kill()
  await world[Symbol.asyncDispose]()
})

const { code: SERVICE, department: DEPARTMENT } = readCatalogue().services.find((s) => s.questions.length < 15)!
const SECOND = 'a second secret, of more than thirty-two characters'

/** Name, time of change and bytes of each file that the hub keeps. */
async function kept(): Promise<string[]> {
  const entries = await readdir(world.folder, { recursive: true, withFileTypes: true })
  const names = entries.map((entry) => join(entry.parentPath, entry.name)).filter((n) => !n.includes('/sandbox'))
  return Promise.all(
    names.sort().map(async (name) => {
      const file = await stat(name)
      return `${name} ${file.mtimeMs} ${file.isFile() ? (await readFile(name)).toString('base64') : ''}`
    }),
  )
}
const settings = () => ({ DATA_DIR: world.folder, PORT: String(world.port) })

it('a hub with another secret refuses to start, says why, and changes not a byte', async () => {
  const asha = world.citizen()
  await asha.appliesFor(SERVICE)
  for (const end of ['stop', 'kill'] as const) {
    await world.hubProcess[end]()
    const before = await kept()
    expect(before.some((one) => one.includes('hub.sqlite'))).toBe(true)
    for (const command of [['hub'], ['subgraph', 'applications'], ['store', 'rotate']]) {
      const wrong = run(command[0]!, [...command.slice(1), '--env', hubEnv], { ...settings(), HUB_SECRET_KEY: SECOND })
      expect(await exitOf(wrong)).toBe(1)
      expect(wrong.output()).toMatch(
        /HUB_SECRET_KEY is not the key that this store was sealed with.*nothing was touched/,
      )
    }
    expect(await kept()).toEqual(before)
    await world.startHubProcess()
  }
}, 120_000)

it('a secret is changed while people use the hub: nothing is lost, and the former one can be dropped', async () => {
  const asha = world.citizen()
  const token = await world.token({ citizen: asha.mobile })
  const mine = await asha.appliesFor(SERVICE)
  await world.caseOf(mine, DEPARTMENT)
  await clerkActs(world, DEPARTMENT, mine, { status: 'approved' })
  await reaches(world, token, mine, 'CERTIFIED')
  const certificate = await certificateOf(mine, token)
  const begun = world.citizen()
  const { title } = await begun.questions(SERVICE)
  await begun.says(title)
  await begun.hears()

  await world.hubProcess.stop()
  await world.startHubProcess({ HUB_SECRET_KEY: SECOND, HUB_SECRET_KEY_OLD: first })
  const rotation = run('store', ['rotate', '--env', hubEnv], {
    ...settings(),
    HUB_SECRET_KEY: SECOND,
    HUB_SECRET_KEY_OLD: first,
  })
  const form = await exampleInput(world, SERVICE, token)
  const meanwhile = await files(world, form, token)
  expect(meanwhile.data.apply.__typename).toBe('Application')
  expect(await exitOf(rotation)).toBe(0)
  expect(rotation.output()).toMatch(/citizens' keys +\d+ wrapped anew.*done: HUB_SECRET_KEY_OLD is not needed/s)
  expect(await certificateOf(mine, token)).toEqual(certificate)

  await world.hubProcess.stop()
  await world.startHubProcess({ HUB_SECRET_KEY: SECOND })
  expect(await certificateOf(mine, token)).toEqual(certificate)
  const { data } = await world.graphql(
    '{ me { applications { edges { node { reference documents { name sha256 } } } } } }',
    {},
    token,
  )
  const all = data.me.applications.edges.map(({ node }: any) => node.reference)
  expect(all).toEqual(expect.arrayContaining([mine, meanwhile.data.apply.reference]))
  // the chat goes on where it stood: it is the same person, by the same hash of their number
  expect(await begun.appliesFor(SERVICE)).toMatch(/^DWR-/)
}, 180_000)

const exitOf = ({ child }: ReturnType<typeof run>): Promise<number | null> =>
  child.exitCode !== null ? Promise.resolve(child.exitCode) : new Promise((resolve) => child.once('exit', resolve))

async function certificateOf(reference: string, token: string): Promise<Buffer> {
  const { data } = await world.graphql(
    'query ($r: ID!) { application(reference: $r) { certificate { url } } }',
    { r: reference },
    token,
  )
  const file = await fetch(data.application.certificate.url, { headers: { authorization: `Bearer ${token}` } })
  expect(file.status).toBe(200)
  return Buffer.from(await file.arrayBuffer())
}
