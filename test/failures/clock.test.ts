import { expect, it } from '@jest/globals'
import { clerkActs, IMPATIENT, misbehaves, reaches, seen } from '../journeys/departments.ts'
import { exampleInput, files } from '../journeys/filing.ts'
import { apart } from './hub.ts'

const [SERVICE, DEPARTMENT] = ['registrar.marriage-copy', 'registrar']

it('a wall clock that is set back an hour changes nothing: retries, order, tokens and chats go on', async () => {
  const opened = await apart(IMPATIENT)
  await using _ = opened
  const { world } = opened
  await opened.startHub({}, [new URL('./set-back.ts', import.meta.url).href])
  const asha = world.citizen()
  await asha.says('hi')
  await asha.hears()
  const token = await world.token({ citizen: asha.mobile })
  const form = await exampleInput(world, SERVICE, token)
  await misbehaves(world, DEPARTMENT, 'unavailable')
  const { reference } = (await files(world, form, token)).data.apply

  opened.hub.child.kill('SIGUSR2')
  await misbehaves(world, DEPARTMENT, null)
  await reaches(world, token, reference, 'RECEIVED')
  await clerkActs(world, DEPARTMENT, reference, { status: 'in_review' })
  await clerkActs(world, DEPARTMENT, reference, { status: 'rejected', reason: 'as decided' })
  await reaches(world, await world.token({ citizen: asha.mobile }), reference, 'REJECTED')

  expect((await seen(world, token, reference)).statuses).toEqual(['SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'REJECTED'])
  const { data } = await world.graphql(
    'query ($reference: ID!) { application(reference: $reference) { history { at } } }',
    { reference },
    token,
  )
  const times: string[] = data.application.history.map((event: any) => event.at)
  expect(times).toEqual(times.toSorted())
  await asha.hears(/as decided/)
  await asha.says('status')
  await asha.hears(reference)
}, 120_000)
