import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { sqliteSnapshot } from '../../store/sqlite/snapshot.ts'
import type { Application, Effect } from '../../store/store.ts'
import { DEPARTMENTS, IMPATIENT, misbehaves, SERVICES } from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { answers, run, worldWithHubProcess } from './processes.ts'
import { until, type World } from './world.ts'

const FILINGS = 201
const AT_ONCE = 6

/** Files from many citizens, a few at a time; `filed` grows while they come in. */
async function filesMany(world: World, filed: string[]): Promise<void> {
  const wanted = Array.from({ length: FILINGS / DEPARTMENTS.length }, () => world.citizen().mobile).flatMap((mobile) =>
    DEPARTMENTS.map((department) => ({ mobile, department })),
  )
  const one = async () => {
    for (let next = wanted.shift(); next; next = wanted.shift()) {
      const token = await world.token({ citizen: next.mobile })
      const answer = await files(world, await exampleInput(world, SERVICES[next.department]!, token), token)
      filed.push(answer.data.apply.reference)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}
async function kept(folder: string): Promise<{ applications: Application[]; effects: Effect[] }> {
  const snapshot = sqliteSnapshot(folder)
  const found: { applications: Application[]; effects: Effect[] } = { applications: [], effects: [] }
  for await (const [kind, row] of snapshot.rows(['application', 'effect']))
    if (kind === 'application') found.applications.push(row)
    else if (kind === 'effect') found.effects.push(row)
  await snapshot.close()
  return found
}
/** Number of cases under each of our numbers, over all departments. */
async function casesByKey(world: World): Promise<Map<string, number>> {
  const all = (await Promise.all(DEPARTMENTS.map((department) => world.cases(department)))).flat()
  return new Map([...Map.groupBy(all, ({ key }) => key)].map(([key, cases]) => [key, cases.length]))
}

it('a backup that is made while two hundred filings run goes on, restored elsewhere, to one certificate for one case each', async () => {
  const world = await worldWithHubProcess(IMPATIENT)
  const other = join(world.folder, 'other')
  const file = join(world.folder, 'backup')
  const env = ['--env', join(world.folder, 'sandbox', 'hub.env')]
  const command = async (entry: string, args: string[], folder: string) => {
    const running = run(entry, [...args, ...env], { ...IMPATIENT, DATA_DIR: folder })
    const code = await new Promise((resolve) => running.child.once('close', resolve))
    expect({ code, says: running.output() }).toMatchObject({ code: 0 })
    return running.output()
  }
  try {
    // so that much is owed when the backup is made, and found or filed after it
    for (const department of DEPARTMENTS.slice(1)) await misbehaves(world, department, 'lost-answer')
    const filed: string[] = []
    const filing = filesMany(world, filed)
    filing.catch(() => undefined)
    await until('half of them', async () => filed.length > FILINGS / 2, 120_000)
    await command('store', ['backup', file], world.folder)
    const missed = FILINGS - filed.length
    for (const department of DEPARTMENTS) await misbehaves(world, department, null)
    await filing
    expect(missed).toBeGreaterThan(0)
    await until('a case each', async () => (await casesByKey(world)).size === FILINGS, 120_000)
    await world.hubProcess.kill()

    await command('store', ['restore', file], other)
    expect(await command('audit', ['verify'], other)).toMatch(/^whole: /)
    const { applications, effects } = await kept(other)
    expect(applications.length).toBeGreaterThan(FILINGS / 2)
    expect(applications.length).toBeLessThan(FILINGS)
    expect(effects.filter(({ kind }) => kind === 'submit').length).toBeGreaterThan(20)

    world.hubProcess = run('hub', env, { ...IMPATIENT, DATA_DIR: other, PORT: String(world.port) })
    await answers(world.hubProcess, `${world.url}/healthz`)
    await world.control('clerks', { seconds: 1 })
    await until(
      'a certificate each',
      async () => (await kept(other)).applications.every(({ status }) => status === 'CERTIFIED'),
      180_000,
    )
    const cases = await casesByKey(world)
    expect(applications.map(({ reference }) => [reference, cases.get(reference)])).toEqual(
      applications.map(({ reference }) => [reference, 1]),
    )
    expect([...cases.values()].every((count) => count === 1)).toBe(true)

    // a number that was given after the backup is nobody else's
    const token = await world.token({ citizen: world.citizen().mobile })
    const { data } = await files(world, await exampleInput(world, SERVICES[DEPARTMENTS[0]!]!, token), token)
    expect(filed).not.toContain(data.apply.reference)
    expect(await command('audit', ['verify'], other)).toMatch(/^whole: /)
  } finally {
    await world.hubProcess.kill()
    await world[Symbol.asyncDispose]()
  }
}, 600_000)
