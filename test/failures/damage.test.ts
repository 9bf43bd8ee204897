import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { IMPATIENT } from '../journeys/departments.ts'
import { exampleInput, files } from '../journeys/filing.ts'
import { run } from '../journeys/processes.ts'
import { type Apart, apart, refuses } from './hub.ts'

let opened: Apart
let file: string
let whole: string
beforeAll(async () => {
  opened = await apart(IMPATIENT)
  const { world } = opened
  file = `${world.folder}/hub.sqlite`
  whole = `${world.folder}/whole.sqlite`
  await opened.startHub()
  const token = await world.token({ citizen: '919810012345' })
  await files(world, await exampleInput(world, 'registrar.marriage-copy', token), token)
  await opened.hub.stop()
  copyFileSync(file, whole)
}, 120_000)
afterAll(() => opened[Symbol.asyncDispose]())

const PAGE = 4096
/** What is done to the file, by what it then looks like. */
const DAMAGES: Record<string, (bytes: Buffer) => Buffer> = {
  'is no database': (bytes) => Buffer.concat([Buffer.from('<!doctype html>'), bytes.subarray(15)]),
  'has pages of something else': (bytes) => bytes.fill(0xa5, 2 * PAGE, 12 * PAGE),
  'has lost all its bytes': () => Buffer.alloc(0),
  'is cut in the middle': (bytes) => bytes.subarray(0, Math.floor(bytes.length / PAGE / 2) * PAGE),
}

for (const [damage, done] of Object.entries(DAMAGES)) {
  it(`a database that ${damage} is refused at the start, and not touched`, async () => {
    const { world } = opened
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
    writeFileSync(file, done(readFileSync(whole)))
    const before = [statSync(file).size, readFileSync(file).toString('base64')]
    const { code, said } = await refuses(
      { DATA_DIR: world.folder, PORT: String(world.port) },
      `${world.folder}/sandbox/hub.env`,
    )
    expect(code).toBe(1)
    expect(said).toContain(`${file} is damaged; nothing was touched.`)
    expect(said).toContain('Move away hub.sqlite, hub.sqlite-wal and hub.sqlite-shm, and restore the last backup')
    expect([statSync(file).size, readFileSync(file).toString('base64')]).toEqual(before)
  }, 60_000)
}

it.each(Object.keys(DAMAGES))(
  'a database that %s is named by who proves its record, or makes a backup of it',
  async (damage) => {
    const { world } = opened
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
    const bytes = DAMAGES[damage]!(readFileSync(whole))
    writeFileSync(file, bytes)
    const env = { DATA_DIR: world.folder, HUB_SECRET_KEY: world.sandbox.environment().HUB_SECRET_KEY! }
    for (const [command, ...args] of [
      ['audit', 'verify', '--env', `${world.folder}/sandbox/hub.env`],
      ['store', 'backup', `${world.folder}/backup`],
    ]) {
      const running = run(command!, args, env)
      expect(await new Promise((ended) => running.child.once('close', ended))).toBe(1)
      expect(running.output()).toContain(`${file} is damaged; nothing was touched.`)
      expect(readFileSync(file).equals(bytes)).toBe(true)
    }
    expect(existsSync(`${world.folder}/backup`)).toBe(false)
  },
  60_000,
)

it('the same database as it was is taken again', async () => {
  copyFileSync(whole, file)
  await opened.startHub()
  expect((await fetch(`${opened.world.url}/readyz`)).status).toBe(200)
}, 60_000)
