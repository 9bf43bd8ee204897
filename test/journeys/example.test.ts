import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { textOf } from './citizen.ts'
import { exampleInput, files } from './filing.ts'
import { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

for (const service of readCatalogue().services) {
  describe(service.code, () => {
    const department = service.department

    it('is finished in the chat by examples and first options, and its certificate arrives and is verified', async () => {
      const asha = world.citizen()
      const reference = await asha.appliesFor(service.code)
      for (;;) {
        const { reference: caseNumber, status } = await world.caseOf(reference, department)
        if (status === 'approved') break
        await world.clerk(department, caseNumber, { status: status === 'received' ? 'in_review' : 'approved' })
      }
      const paper = await asha.hears((m) => m.message.type === 'document')
      const code = /\/verify\/([\w-]+)/.exec(textOf(paper))?.[1]
      const page = await fetch(`${world.url}/verify/${code}`)
      expect(page.status).toBe(200)
      expect((await page.text()).replaceAll('&#39;', "'")).toContain(service.title.en)
    })

    it.each([
      ['Hindi', 'HI'],
      ['Punjabi', 'PA'],
      ['Urdu', 'UR'],
    ] as const)('is finished in %s by the examples that are shown in it', async (_, language) => {
      const reference = await world.citizen().appliesFor(service.code, {}, { language })
      expect((await world.caseOf(reference, department)).service).toBe(service.code)
    })

    it('is finished by GraphQL with examples and first options, once however often it is asked', async () => {
      const token = await world.token({ citizen: world.citizen().mobile })
      const form = await exampleInput(world, service.code, token)
      const first = await files(world, form, token, { requestId: 'one' })
      expect(first.data?.apply).toMatchObject({ __typename: 'Application', status: 'SUBMITTED' })
      const { reference } = first.data.apply
      expect((await files(world, form, token, { requestId: 'one' })).data.apply.reference).toBe(reference)
      await world.caseOf(reference, department)
      expect((await world.cases(department)).filter((c) => c.key === reference)).toHaveLength(1)
    })
  })
}
