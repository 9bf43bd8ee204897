import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { textOf } from './citizen.ts'
import { worldWithHubProcess } from './processes.ts'

let world: Awaited<ReturnType<typeof worldWithHubProcess>>
beforeAll(async () => {
  world = await worldWithHubProcess()
})
afterAll(async () => {
  await world.hubProcess.kill()
  await world[Symbol.asyncDispose]()
})

const { code: SERVICE, department: DEPARTMENT } = readCatalogue().services.find((s) => s.questions.length < 15)!

const killAndStart = async () => {
  await world.hubProcess.kill()
  await world.startHubProcess()
}

it('a hub that is killed at every stage goes on: one case, and each status told once, in order', async () => {
  const asha = world.citizen()
  const { title } = await asha.questions(SERVICE)
  await asha.says(title)
  await asha.hears()
  await killAndStart()
  // killed while the message that begins anew is under way
  await asha.says('cancel')
  await world.hubProcess.kill()
  await world.startHubProcess()
  await asha.hears()
  const reference = await asha.appliesFor(SERVICE)
  await killAndStart()
  const { reference: caseNumber } = await world.caseOf(reference, DEPARTMENT)
  await world.clerk(DEPARTMENT, caseNumber, { status: 'in_review' })
  await killAndStart()
  await world.hubProcess.kill()
  // the clerk decides while nobody listens
  await world.clerk(DEPARTMENT, caseNumber, { status: 'approved' })
  await world.startHubProcess()
  const paper = await asha.hears((m) => m.message.type === 'document')
  expect(textOf(paper)).toMatch(/\/verify\//)

  expect((await world.cases(DEPARTMENT)).filter(({ key }) => key === reference)).toHaveLength(1)
  const token = await world.token({ citizen: asha.mobile })
  const { data } = await world.graphql(
    'query ($r: ID!) { application(reference: $r) { history { name status } } }',
    { r: reference },
    token,
  )
  // that it took longer may have been told between two of its deaths
  const statuses = data.application.history.filter((e: any) => e.name !== 'delayed').map((e: any) => e.status)
  expect(statuses).toEqual(['SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'APPROVED', 'CERTIFIED'])
  const documents = (await asha.chat()).filter((m) => m.direction === 'out' && m.message.type === 'document')
  expect(documents).toHaveLength(1)
}, 240_000)
