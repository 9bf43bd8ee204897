import { createHmac } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import {
  casesWith,
  clerkActs,
  DEPARTMENTS,
  IMPATIENT,
  misbehaves,
  nothingOwed,
  reaches,
  SERVICES,
  seen,
} from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { worldWithHubProcess } from './processes.ts'
import { until, World } from './world.ts'

async function applicants(world: World) {
  return Promise.all(
    DEPARTMENTS.map(async (department) => {
      const token = await world.token({ citizen: world.citizen().mobile })
      const form = await exampleInput(world, SERVICES[department]!, token)
      return { department, token, file: async () => (await files(world, form, token)).data.apply.reference as string }
    }),
  )
}

describe('a hub that is killed', () => {
  it('between the sending of a filing and its answer finds the case that was opened, in each department', async () => {
    const world = await worldWithHubProcess({ ...IMPATIENT, DEPARTMENT_TIMEOUT_MS: '3000' })
    try {
      for (const { department, token, file } of await applicants(world)) {
        await misbehaves(world, department, 'slow')
        const reference = await file()
        const store = await world.openStore()
        await until('it to be sent', async () => {
          const [submit] = await store.applications.effectsOf(reference)
          return submit?.uncertainSince
        }).finally(() => store.close())
        await world.hubProcess.kill()
        await misbehaves(world, department, null)
        await world.startHubProcess()
        await reaches(world, token, reference, 'RECEIVED')
        expect(await casesWith(world, department, reference)).toHaveLength(1)
        expect((await seen(world, token, reference)).statuses).toEqual(['SUBMITTED', 'RECEIVED'])
      }
    } finally {
      await world.hubProcess.kill()
      await world[Symbol.asyncDispose]()
    }
  }, 120_000)
})

describe('departments that are down when the hub starts', () => {
  it('are named by /readyz, which is 200; what is filed meanwhile is done when they are back', async () => {
    await using world = await World.open(IMPATIENT)
    const all = await applicants(world)
    await world.hub!.close()
    world.hub = null
    for (const { department } of all) await misbehaves(world, department, 'unavailable')
    await world.startHub()
    const ready = await fetch(`${world.url}/readyz`)
    const { status, subgraphs } = (await ready.json()) as any
    expect([ready.status, status]).toEqual([200, 'degraded'])
    for (const department of DEPARTMENTS)
      expect(subgraphs[department]).toContainEqual({
        name: 'department',
        ok: false,
        detail: expect.stringMatching(/^DEPARTMENT_/),
      })
    const filed = await Promise.all(all.map(async (one) => ({ ...one, reference: await one.file() })))
    for (const { department } of all) await misbehaves(world, department, null)
    for (const { department, reference, token } of filed) {
      await reaches(world, token, reference, 'RECEIVED')
      expect(await casesWith(world, department, reference)).toHaveLength(1)
    }
    await nothingOwed(world)
  }, 90_000)
})

describe('callbacks', () => {
  /** Nothing but a callback tells the hub anything. */
  const DEAF = {
    ...IMPATIENT,
    DEPARTMENT_POLL_MS: '600000',
    ...Object.fromEntries(DEPARTMENTS.map((name) => [`${name.toUpperCase()}_SETTLES_MS`, '600000'])),
  }
  const posts = (world: World, department: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${world.url}/webhooks/${department}`, { method: 'POST', body, headers })

  it('of a case whose filing is not recorded yet are taken: the case is known by them, and not filed again', async () => {
    await using world = await World.open(DEAF)
    const calling = []
    for (const one of await applicants(world))
      if ((await posts(world, one.department, '{}')).status !== 404) calling.push(one)
    expect(calling.length).toBeGreaterThan(0)
    for (const { department, token, file } of calling) {
      await misbehaves(world, department, 'lost-answer')
      const reference = await file()
      await world.caseOf(reference, department)
      await clerkActs(world, department, reference, { status: 'in_review' })
      await reaches(world, token, reference, 'IN_REVIEW')
      await misbehaves(world, department, null)
      await clerkActs(world, department, reference, { status: 'approved' })
      const { statuses } = await reaches(world, token, reference, 'CERTIFIED')
      expect(statuses).toEqual(['SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'APPROVED', 'CERTIFIED'])
      expect(await casesWith(world, department, reference)).toHaveLength(1)
    }
    await nothingOwed(world)
  }, 60_000)

  it('that are forged, unsigned, old or of a department without any change nothing', async () => {
    await using world = await World.open({ ...DEAF, DEPARTMENT_TIMEOUT_MS: '10000' })
    const all = await applicants(world)
    for (const { department, token, file } of all) {
      const reference = await file()
      const { departmentReference } = await reaches(world, token, reference, 'RECEIVED')
      const now = String(Math.floor(Date.now() / 1000))
      const body = JSON.stringify({
        notice_id: 'forged',
        sent_at: new Date().toISOString(),
        application: { application_number: departmentReference, external_id: reference, status: 'APPRVD' },
      })
      const signature = createHmac('sha256', 'not the secret').update(`${now}.${body}`).digest('hex')
      const forged = Object.fromEntries(
        [
          ['signature', `sha256=${signature}`],
          ['timestamp', now],
          ['key-id', '1'],
        ].map(([name, value]) => [`x-${department}-${name}`, value!]),
      )
      for (const headers of [{}, forged, { ...forged, [`x-${department}-timestamp`]: '1' }])
        expect([401, 404]).toContain((await posts(world, department, body, headers)).status)
      expect((await seen(world, token, reference)).statuses).toEqual(['SUBMITTED', 'RECEIVED'])
    }
    expect((await posts(world, 'nobody', '{}')).status).toBe(404)
  }, 60_000)
})
