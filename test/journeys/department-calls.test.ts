import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { DEPARTMENTS, IMPATIENT } from './departments.ts'
import { costOf, finished, quiet } from './lists.ts'
import { World } from './world.ts'

let world: World
let token: string
beforeAll(async () => {
  // many cases at once, on a machine that does more than this: nothing here is about a department that is late
  world = await World.open({ ...IMPATIENT, DEPARTMENT_TIMEOUT_MS: '10000' })
  token = await finished(world, 100)
  await quiet(world)
  await costOf(world, token, 100)
}, 240_000)
afterAll(() => world[Symbol.asyncDispose]())

for (const count of [20, 100])
  it(`a list of ${count} applications with what they led to costs one call of each department`, async () => {
    const { listed, records, calls } = await costOf(world, token, count)
    expect([listed, records]).toEqual([count, count])
    for (const department of DEPARTMENTS) expect(Object.values(calls[department]!)).toEqual([1])
  })
