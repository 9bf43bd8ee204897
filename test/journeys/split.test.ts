import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { departmentNames } from '../../start/departments.ts'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { textOf } from './citizen.ts'
import { exampleInput, files } from './filing.ts'
import { type Running, splitHub } from './processes.ts'
import { overWebSocket } from './streams.ts'
import { until, World } from './world.ts'

const { services } = readCatalogue()

/** What a portal does with each service, and what it gets: without what differs from run to run. */
async function everything(world: World): Promise<unknown> {
  const asha = world.citizen()
  await asha.says('hi')
  await asha.hears()
  const token = await world.token({ citizen: asha.mobile })
  const catalogue = await world.graphql(
    '{ services(search: "certificate") { code title(language: HI) department { name } } }',
  )
  const statuses: Record<string, unknown> = {}
  for (const { code, department } of [services.find((s) => s.questions.length < 15)!]) {
    const filed = await files(world, await exampleInput(world, code, token), token, { requestId: code })
    const { reference } = filed.data.apply
    await world.caseOf(reference, department)
    const first = overWebSocket(world, token, { reference, after: `${reference}.1` })
    await first.hears(1)
    first.end()
    const { reference: caseNumber } = await world.caseOf(reference, department)
    for (const status of ['in_review', 'approved']) await world.clerk(department, caseNumber, { status })
    const resumed = overWebSocket(world, token, { reference, after: first.heard[0]!.id })
    await resumed.hears(3)
    resumed.end()
    statuses[code] = [first.heard[0], ...resumed.heard].map((e) => [
      e!.id.replace(reference, ''),
      e!.status,
      e!.application.service?.title,
    ])
    const paper = await asha.hears((m) => m.message.type === 'document')
    expect(textOf(paper)).toMatch(/\/verify\//)
  }
  const own = await world.graphql(
    '{ me { applications { edges { node { status documents { name mediaType size sha256 } certificate { issuedOn } } } } } }',
    {},
    token,
  )
  const refused = await world.graphql('{ me { id } }')
  return {
    catalogue: catalogue.data,
    statuses,
    own: own.data,
    refused: [refused.status, refused.errors?.[0]?.extensions?.code],
  }
}

describe('each subgraph in a process of its own', () => {
  let together: World
  let apart: World
  let running: Running[] = []
  beforeAll(async () => {
    together = await World.open()
    apart = await World.open({}, { hub: false })
    running = await splitHub(apart, ['applications', 'whatsapp', ...departmentNames()])
  }, 120_000)
  afterAll(async () => {
    await Promise.all(running.map((each) => each.stop()))
    await together[Symbol.asyncDispose]()
    await apart[Symbol.asyncDispose]()
  })

  it('gives the same answers as all in one: catalogue, upload, filing, a resumed subscription, the chat, records, refusals', async () => {
    const [one, other] = [await everything(together), await everything(apart)]
    expect(other).toEqual(one)
  }, 180_000)

  it('is refused by a subgraph itself without the gateway’s token', async () => {
    await until('a subgraph', async () => running.length > 0)
    const port = /localhost:(\d+)\/graphql/.exec(running[1]!.output())![1]
    const response = await fetch(`http://localhost:${port}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await apart.token({ client: 'operator' })}`,
      },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
    expect(response.status).toBe(401)
  })
})
