import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { openSnapshot, type Place } from '../../start/open-store.ts'
import type { Application, Effect } from '../../store/store.ts'
import { onMongo } from '../store/on-mongo.ts'
import { DEPARTMENTS, IMPATIENT, misbehaves, SERVICES } from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { answers, run, worldWithHubProcess } from './processes.ts'
import { until, type World } from './world.ts'

const AT_ONCE = 6

/** Files from many citizens, a few at a time; `filed` grows while they come in. */
async function filesMany(world: World, filed: string[], count: number): Promise<void> {
  const wanted = Array.from({ length: count / DEPARTMENTS.length }, () => world.citizen().mobile).flatMap((mobile) =>
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
async function kept(place: Place): Promise<{ applications: Application[]; effects: Effect[] }> {
  const snapshot = await openSnapshot(place)
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

/** A backup is made while so many filings run at one place, and a hub goes on from it at another. */
async function goesOnElsewhere(
  count: number,
  places: (world: World) => Promise<readonly [Place, Place]>,
): Promise<void> {
  const world = await worldWithHubProcess(IMPATIENT)
  await world.hubProcess.stop()
  const file = join(world.folder, 'backup')
  const env = ['--env', join(world.folder, 'sandbox', 'hub.env')]
  const command = async (entry: string, args: string[], place: Place) => {
    const running = run(entry, [...args, ...env], { ...IMPATIENT, ...place })
    const code = await new Promise((resolve) => running.child.once('close', resolve))
    expect({ code, says: running.output() }).toMatchObject({ code: 0 })
    return running.output()
  }
  const startsAt = async (place: Place) => {
    world.hubProcess = run('hub', env, { ...IMPATIENT, ...place, PORT: String(world.port) })
    await answers(world.hubProcess, `${world.url}/healthz`)
  }
  try {
    const [here, elsewhere] = await places(world)
    await startsAt(here)
    // so that much is owed when the backup is made, and found or filed after it
    for (const department of DEPARTMENTS.slice(1)) await misbehaves(world, department, 'lost-answer')
    const filed: string[] = []
    const filing = filesMany(world, filed, count)
    filing.catch(() => undefined)
    await until('half of them', async () => filed.length > count / 2, 120_000)
    await command('store', ['backup', file], here)
    for (const department of DEPARTMENTS) await misbehaves(world, department, null)
    await filing
    await until('a case each', async () => (await casesByKey(world)).size === count, 120_000)
    await world.hubProcess.kill()

    await command('store', ['restore', file], elsewhere)
    expect(await command('audit', ['verify'], elsewhere)).toMatch(/^whole: /)
    const { applications, effects } = await kept(elsewhere)
    expect(applications.length).toBeGreaterThan(count / 2)
    expect(applications.length).toBeLessThan(count)
    expect(effects.filter(({ kind }) => kind === 'submit').length).toBeGreaterThan(count / 10)

    await startsAt(elsewhere)
    await world.control('clerks', { seconds: 1 })
    await until(
      'a certificate each',
      async () => (await kept(elsewhere)).applications.every(({ status }) => status === 'CERTIFIED'),
      180_000,
    )
    const cases = await casesByKey(world)
    expect(applications.map(({ reference }) => [reference, cases.get(reference)])).toEqual(
      applications.map(({ reference }) => [reference, 1]),
    )
    expect([...cases.values()].every((one) => one === 1)).toBe(true)

    // a number that was given after the backup is nobody else's
    const token = await world.token({ citizen: world.citizen().mobile })
    const { data } = await files(world, await exampleInput(world, SERVICES[DEPARTMENTS[0]!]!, token), token)
    expect(filed).not.toContain(data.apply.reference)
    expect(await command('audit', ['verify'], elsewhere)).toMatch(/^whole: /)
  } finally {
    await world.hubProcess.kill()
    await world[Symbol.asyncDispose]()
  }
}

it(
  'a backup that is made while ninety filings run goes on, restored elsewhere, to one certificate for one case each',
  () =>
    goesOnElsewhere(90, async ({ folder }) => [
      { STORE_URL: 'sqlite:', DATA_DIR: folder },
      { STORE_URL: 'sqlite:', DATA_DIR: join(folder, 'other') },
    ]),
  600_000,
)

onMongo('a backup of a hub on MongoDB', (fresh) => {
  it('goes on in another database in the same way', async () => {
    const databases = await Promise.all([fresh(), fresh()])
    const [one, two] = databases.map(({ url }) => url) as [string, string]
    await goesOnElsewhere(60, async ({ folder }) => [
      { STORE_URL: one, DATA_DIR: folder },
      { STORE_URL: two, DATA_DIR: join(folder, 'other') },
    ])
    await Promise.all(databases.map((database) => database.drop()))
  }, 600_000)
})
