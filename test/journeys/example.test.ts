import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { textOf } from './citizen.ts'
import { paperFor } from './papers.ts'
import { until, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

/** Sets `value` at a question's path; `witnesses[].name` sets it in each of the list's items. */
function put(input: any, path: string, value: unknown, count: number): void {
  const [name, ...rest] = path.split('.')
  const key = name!.replace('[]', '')
  if (name!.endsWith('[]')) {
    input[key] ??= Array.from({ length: count }, () => (rest.length ? {} : value))
    if (rest.length) for (const item of input[key]) put(item, rest.join('.'), value, count)
  } else if (rest.length) {
    input[key] ??= {}
    put(input[key], rest.join('.'), value, count)
  } else input[key] = value
}

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
      expect(await page.text()).toContain(service.title.en)
    })

    it('is finished by GraphQL with examples and first options', async () => {
      const token = await world.token({ citizen: world.citizen().mobile })
      const fields = 'path type example required accepts when repeats { minimum maximum }'
      const { data } = await world.graphql(`query ($code: ID!) { service(code: $code) { questions { ${fields} } } }`, {
        code: service.code,
      })
      const input: any = {}
      for (const question of data.service.questions) {
        if (question.when) continue
        const count = Math.max(question.repeats?.minimum ?? 1, 1)
        let value: any = question.example
        if (question.type === 'DOCUMENT') {
          const { name, mediaType, bytes } = paperFor(question.accepts)
          value = await world.upload(token, name, mediaType, bytes)
        } else if (/^(CHOICE|CHOICES)$/.test(question.type)) {
          const answer = await world.graphql(
            'query ($code: ID!, $answers: JSON) { service(code: $code) { questions { path options(answers: $answers) { value } } } }',
            { code: service.code, answers: input },
            token,
          )
          const options = answer.data.service.questions.find((q: any) => q.path === question.path).options
          value = question.type === 'CHOICES' ? [options[0].value] : options[0].value
        } else if (question.type === 'BOOLEAN') value = true
        else if (question.type === 'INTEGER') value = Number(question.example)
        put(input, question.path, value, count)
      }
      const mutation = `mutation ($input: ${service.input}!, $requestId: ID) { apply: ${service.mutation}(input: $input, requestId: $requestId) {
        __typename ... on Application { reference status } ... on InvalidInput { problems { path rule message } } } }`
      const [first, again] = [
        await world.graphql(mutation, { input, requestId: 'one' }, token),
        await world.graphql(mutation, { input, requestId: 'one' }, token),
      ]
      expect(first.data?.apply).toMatchObject({ __typename: 'Application', status: 'SUBMITTED' })
      expect(again.data.apply.reference).toBe(first.data.apply.reference)
      await until(
        'one case',
        async () => (await world.cases(department)).filter((c) => c.key === first.data.apply.reference).length === 1,
      )
    })
  })
}
