/** WhatsApp misbehaves while departments decide: what a citizen should hear arrives in the end, in order, and the hub is well. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { textOf } from './citizen.ts'
import { clerkActs, SERVICES } from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { until, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const [DEPARTMENT, SERVICE] = Object.entries(SERVICES)[0]!
const answers = async (): Promise<number> =>
  Object.values((await world.control('whatsapp/calls')) as Record<string, number>).reduce((a, b) => a + b, 0)

const statusIn = (message: { message: any; status: string }): string | null => {
  if (message.status === 'failed') return null
  const text = `${textOf(message as any)} ${JSON.stringify(message.message)}`
  if (/being checked/i.test(text)) return 'in review'
  if (/"document":/.test(text)) return 'certificate'
  return /approved/i.test(text) ? 'approved' : null
}

it.each([
  [131047, 1],
  [131056, 0.5],
  [130429, 1],
  [131026, 1],
  [131000, 0.7],
  [190, 1],
  [368, 1],
  ['late-failure', 0.5],
  ['lost-answer', 1],
  ['reordered', 1],
  ['doubled', 1],
  ['hang', 0.3],
] as const)(
  '%s at a rate of %d',
  async (mode, rate) => {
    const asha = world.citizen()
    await asha.says('hi')
    await asha.hears(/write what you need/)
    const token = await world.token({ citizen: asha.mobile })
    const { data } = await files(world, await exampleInput(world, SERVICE, token), token)
    const { reference } = data.apply
    await asha.hears(/received it/)

    const before = await answers()
    await world.control('whatsapp/rude', { mode, rate, seed: 11 })
    await clerkActs(world, DEPARTMENT, reference, { status: 'in_review' })
    await asha.says('help')
    await until('some calls', async () => (await answers()) >= before + 2)
    await clerkActs(world, DEPARTMENT, reference, { status: 'approved' })
    await until('another call', async () => {
      if ((await answers()) >= before + 3) return true
      // refused altogether, it tries again only after half a minute
      await world.control('clock', { advance: '10s' })
      return false
    })
    await world.control('whatsapp/rude', { mode: null })

    const heard = await until(
      'all that is owed',
      async () => {
        await world.control('clock', { advance: '2m' })
        const chat = (await asha.chat()).filter((m) => m.direction === 'out')
        const statuses = chat.flatMap((m) => statusIn(m) ?? [])
        const helped = chat.some((m) => m.status !== 'failed' && /Answer the question/.test(textOf(m)))
        return helped && new Set(statuses).size === 3 && statuses
      },
      60_000,
    )
    // one that failed after it was sent goes again behind those that did not
    if (mode !== 'late-failure') expect([...new Set(heard)]).toEqual(['in review', 'approved', 'certificate'])
    const { subgraphs } = (await (await fetch(`${world.url}/readyz`)).json()) as any
    expect(subgraphs.whatsapp[0]).toMatchObject({ ok: true })
    expect(subgraphs.whatsapp[0].detail).toMatch(/ 0 parked/)
  },
  200_000,
)
