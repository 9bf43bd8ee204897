import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { exampleInput, files } from './filing.ts'
import { run } from './processes.ts'
import { until, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const { code: SERVICE, department: DEPARTMENT } = readCatalogue().services.find((s) => s.questions.length < 15)!
const HISTORY = 'query ($r: ID!) { application(reference: $r) { status history { id status } } }'

/** An application that is in review, as citizen and operator see it. */
async function filed() {
  const mobile = world.citizen().mobile
  const token = await world.token({ citizen: mobile })
  const { data } = await files(world, await exampleInput(world, SERVICE, token), token)
  const { reference } = data.apply
  const { reference: caseNumber } = await world.caseOf(reference, DEPARTMENT)
  await world.clerk(DEPARTMENT, caseNumber, { status: 'in_review' })
  const views = async () => {
    const tokens = [token, await world.token({ client: 'operator' })]
    return Promise.all(
      tokens.map(async (one) => (await world.graphql(HISTORY, { r: reference }, one)).data.application),
    )
  }
  await until('in review', async () => (await views())[0].status === 'IN_REVIEW')
  return { reference, views }
}
const headsOf = async (): Promise<any[]> => {
  const file = join(world.folder, 'heads.jsonl')
  if (!existsSync(file)) return []
  return (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

it('what citizen and operator see of an application is exactly its rows of the log', async () => {
  const { reference, views } = await filed()
  const told = await until('all of it in the log', async () => {
    const rows = await world.hub!.store.log.rows(0, 1000)
    const own = rows.map((row) => JSON.parse(row.document)).filter((event) => event.reference === reference)
    return own.length === 3 && own
  })
  const expected = told.map(({ id, status }) => ({ id, status }))
  expect(expected.map(({ status }) => status)).toEqual(['SUBMITTED', 'RECEIVED', 'IN_REVIEW'])
  for (const { history } of await views()) expect(history).toEqual(expected)
})

it('a hub writes the signed head of its log every hour, and its record is whole while it works', async () => {
  await filed()
  await until('a first head', async () => (await headsOf()).length === 1)
  await world.control('clock', { advance: '61m' })
  const [first, second] = await until('a second head', async () => {
    const heads = await headsOf()
    return heads.length === 2 && heads
  })
  expect(Date.parse(second.at) - Date.parse(first.at)).toBeGreaterThan(3_600_000)
  const file = join(world.folder, 'heads.jsonl')
  const env = join(world.folder, 'sandbox', 'hub.env')
  const command = run('audit', ['verify', '--env', env, '--heads', file], { DATA_DIR: world.folder })
  expect(await new Promise((resolve) => command.child.once('close', resolve))).toBe(0)
  expect(command.output()).toMatch(/^whole: \d+ rows, .*2 signed heads lie in the chain$/ms)
})
