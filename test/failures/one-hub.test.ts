import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { freePort } from '../free-port.ts'
import { run } from '../journeys/processes.ts'
import { apart } from './hub.ts'

let opened: Awaited<ReturnType<typeof apart>>
beforeAll(async () => {
  opened = await apart({ LOG_LEVEL: 'warn' })
  await opened.startHub()
}, 60_000)
afterAll(() => opened[Symbol.asyncDispose]())

it('a second hub on the same folder is refused, and the first goes on; one that was killed is followed at once', async () => {
  const { world } = opened
  const second = run('hub', ['--env', `${world.folder}/sandbox/hub.env`], {
    DATA_DIR: world.folder,
    PORT: String(await freePort()),
  })
  expect(await new Promise((ended) => second.child.once('close', ended))).toBe(1)
  expect(second.output()).toBe(
    `a process of the hub (hub) works on the store in ${world.folder} already: end it first, or give this one a store of its own (DATA_DIR, STORE_URL). Several work on one MongoDB\n`,
  )
  expect((await fetch(`${world.url}/readyz`)).status).toBe(200)
  expect(opened.hub.output()).not.toMatch(/session has ended/)
  await opened.hub.kill()
  await opened.startHub()
  expect((await fetch(`${world.url}/readyz`)).status).toBe(200)
}, 60_000)
