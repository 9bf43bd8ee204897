import { describe, expect, it } from '@jest/globals'
import { IMPATIENT } from '../journeys/departments.ts'
import { exampleInput, type Form, files } from '../journeys/filing.ts'
import { until, type World } from '../journeys/world.ts'
import { type Apart, apart, posts, ready } from './hub.ts'
import { type OwnMongod, ownMongod, slowWay, withoutMongod } from './mongod.ts'

const SERVICE = 'registrar.marriage-copy'
const reason = withoutMongod()
if (reason) console.warn(`tests of a MongoDB that fails are left out: ${reason}`)
const onMongod = reason ? describe.skip : describe

interface Begun {
  readonly token: string
  readonly form: Form
  readonly reference: string
}
async function begun(opened: Apart, url: string): Promise<Begun> {
  const { world } = opened
  await opened.startHub({ STORE_URL: url })
  const token = await world.token({ citizen: '919810012345' })
  const form = await exampleInput(world, SERVICE, token)
  const { reference } = (await files(world, form, token, { requestId: 'before' })).data.apply
  return { token, form, reference }
}

/** All goes on as if nothing had been: what was acknowledged is there, chats are answered, and more can be filed. */
async function goesOn(world: World, { token, form, reference }: Begun): Promise<void> {
  await until('the hub to be ready', async () => (await ready(world)) === 200, 60_000)
  const asha = world.citizen('919810012345')
  await asha.hears(undefined, 60_000)
  expect((await world.caseOf(reference, 'registrar')).key).toBe(reference)
  const again = await files(world, form, token, { requestId: 'before' })
  expect(again.data.apply.reference).toBe(reference)
}

onMongod('a MongoDB', () => {
  const STOPS: Record<string, (mongod: OwnMongod) => Promise<() => Promise<void>>> = {
    'that does not answer for thirty seconds': async (mongod) => {
      mongod.signal('SIGSTOP')
      return async () => mongod.signal('SIGCONT')
    },
    'that is killed and begun again thirty seconds later': async (mongod) => {
      await mongod.kill()
      return () => mongod.start()
    },
  }
  for (const [stop, stops] of Object.entries(STOPS))
    it(`${stop} has webhooks posted again, and all goes on by itself`, async () => {
      await using mongod = await ownMongod()
      const opened = await apart(IMPATIENT)
      await using _ = opened
      const { world } = opened
      const known = await begun(opened, mongod.url)
      const goes = await stops(mongod)
      const over = performance.now() + 30_000
      expect(await ready(world)).toBe(503)
      expect(await posts(world, '919810012345', 'hi')).toBe(503)
      await world.citizen('919810012345').says('hi')
      await until('thirty seconds', async () => performance.now() > over, 40_000)
      await goes()
      await goesOn(world, known)
    }, 240_000)

  it('that is two seconds away makes answers late, and loses nothing', async () => {
    await using mongod = await ownMongod()
    const opened = await apart(IMPATIENT)
    await using _ = opened
    const { world } = opened
    const way = await slowWay(mongod.port)
    const known = await begun(opened, `mongodb://127.0.0.1:${way.port}/hub?directConnection=true`)
    way.delay.ms = 2000
    const began = performance.now()
    expect(await posts(world, '919810012345', 'menu')).toBe(200)
    expect(performance.now() - began).toBeGreaterThan(1900)
    await world.citizen('919810012345').says('hi')
    way.delay.ms = 0
    await goesOn(world, known)
    way.close()
  }, 240_000)
})
