import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { textOf } from './citizen.ts'
import { exampleInput, files } from './filing.ts'
import { JPEG, PDF } from './papers.ts'
import { overSse, overWebSocket } from './streams.ts'
import { until, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const { code: SERVICE, department: DEPARTMENT } = readCatalogue().services.find((s) => s.days !== null)!

async function approve(reference: string): Promise<void> {
  const { reference: caseNumber } = await world.caseOf(reference, DEPARTMENT)
  for (const status of ['in_review', 'approved']) await world.clerk(DEPARTMENT, caseNumber, { status })
}

describe('a citizen who files in a portal', () => {
  it('hears of it in their chat, to the certificate', async () => {
    const asha = world.citizen()
    await asha.says('hi')
    await asha.hears()
    const token = await world.token({ citizen: asha.mobile })
    const { data } = await files(world, await exampleInput(world, SERVICE, token), token)
    const { reference } = data.apply
    await asha.hears(reference)
    await approve(reference)
    const paper = await asha.hears((m) => m.message.type === 'document')
    expect(textOf(paper)).toMatch(/\/verify\//)
  })

  it('is told at their number by templates, though they never wrote to the chat', async () => {
    const ravi = world.citizen()
    const token = await world.token({ citizen: ravi.mobile })
    const { data } = await files(world, await exampleInput(world, SERVICE, token), token)
    await approve(data.apply.reference)
    const paper = await ravi.hears((m) => m.message.template?.components?.[0]?.parameters?.[0]?.type === 'document')
    expect(JSON.stringify(paper.message)).toMatch(/\/verify\//)
    expect((await ravi.chat()).filter((m) => m.direction === 'out').every((m) => m.message.type === 'template')).toBe(
      true,
    )
  })

  it('gets the same application for the same requestId, and is told of an open one with the same answers', async () => {
    const token = await world.token({ citizen: world.citizen().mobile })
    const form = await exampleInput(world, SERVICE, token)
    const [one, two] = await Promise.all([
      files(world, form, token, { requestId: 'r' }),
      files(world, form, token, { requestId: 'r' }),
    ])
    expect(one.data.apply.reference).toBe(two.data.apply.reference)
    const third = await files(world, form, token, { requestId: 'another' })
    expect(third.data.apply).toEqual({
      __typename: 'AlreadyApplied',
      application: { reference: one.data.apply.reference },
    })
  })

  it('has a requestId for one service', async () => {
    const token = await world.token({ citizen: world.citizen().mobile })
    await files(world, await exampleInput(world, SERVICE, token), token, { requestId: 'r' })
    const other = readCatalogue().services.find(
      ({ code, department }) => code !== SERVICE && department === DEPARTMENT,
    )!
    const { errors } = await files(world, await exampleInput(world, other.code, token), token, { requestId: 'r' })
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/of another service/), extensions: { code: 'CONFLICT' } },
    ])
  })

  it('at a counter has one for each person: nobody is answered with another’s application', async () => {
    const portal = await world.token({ client: 'portal', scope: 'applications:file applications:read' })
    const form = await exampleInput(world, SERVICE, portal)
    const [asha, ravi] = [world.citizen().mobile, world.citizen().mobile]
    const applies = (mobile: string) =>
      files(world, form, portal, { requestId: 'counter', onBehalfOf: { mobileNumber: `+${mobile}` } })
    const { reference } = (await applies(asha)).data.apply
    expect(await applies(ravi)).toMatchObject({
      errors: [{ message: expect.stringMatching(/somebody else’s application/), extensions: { code: 'CONFLICT' } }],
    })
    expect((await applies(asha)).data.apply.reference).toBe(reference)
  })

  it('sees their own applications and nobody else’s', async () => {
    const [asha, ravi] = [
      await world.token({ citizen: world.citizen().mobile }),
      await world.token({ citizen: world.citizen().mobile }),
    ]
    const { data } = await files(world, await exampleInput(world, SERVICE, asha), asha)
    const query =
      'query ($reference: ID!) { application(reference: $reference) { reference status history { id status } documents { name sha256 } } }'
    const own = await world.graphql(query, data.apply, asha)
    expect(own.data.application).toMatchObject({
      status: 'SUBMITTED',
      history: [{ id: `${data.apply.reference}.1`, status: 'SUBMITTED' }],
    })
    expect((await world.graphql(query, data.apply, ravi)).data.application).toBeNull()
    const nobody = await world.graphql(query, data.apply)
    expect(nobody.status).toBe(401)
    expect(nobody.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })
})

describe('a counter that files on behalf of a number', () => {
  it('lets that chat hear reference and status only, until a one-time code links it', async () => {
    const portal = await world.token({ client: 'portal' })
    const ravi = world.citizen()
    await ravi.says('hi')
    await ravi.hears()
    const form = await exampleInput(world, SERVICE, portal)
    const { data } = await files(world, form, portal, { onBehalfOf: { mobileNumber: ravi.mobile } })
    const { reference } = data.apply
    await ravi.hears(reference)
    const token = await world.token({ citizen: ravi.mobile })
    const query =
      'query ($reference: ID!) { application(reference: $reference) { restricted status documents { name } departmentReference } }'
    await world.caseOf(reference, DEPARTMENT)
    expect((await world.graphql(query, { reference }, token)).data.application).toMatchObject({
      restricted: true,
      documents: [],
      departmentReference: null,
    })

    const code = await world.graphql(
      'mutation ($reference: ID!) { createLinkCode(reference: $reference) { code } }',
      { reference },
      portal,
    )
    await ravi.says(code.data.createLinkCode.code)
    const linked = await until('the link', async () => {
      const { data } = await world.graphql(query, { reference }, token)
      return !data.application.restricted && data.application
    })
    expect(linked.documents.length).toBeGreaterThan(0)
    await approve(reference)
    await ravi.hears((m) => m.message.type === 'document')
  })

  it('is refused without the scope, and without naming the citizen', async () => {
    const reader = await world.token({ client: 'portal', scope: 'applications:read' })
    const filer = await world.token({ client: 'portal' })
    const form = await exampleInput(world, SERVICE, filer)
    const refused = await files(world, form, reader, { onBehalfOf: { mobileNumber: '9810012345' } })
    expect([refused.status, refused.errors?.[0]?.extensions?.code]).toEqual([403, 'FORBIDDEN'])
    expect((await files(world, form, filer)).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })
})

describe('applicationChanged', () => {
  for (const [over, subscribe] of [
    ['SSE', overSse],
    ['graphql-ws', overWebSocket],
  ] as const)
    it(`resumes over ${over} behind the last event, without a gap or a repeat`, async () => {
      const token = await world.token({ citizen: world.citizen().mobile })
      const { data } = await files(world, await exampleInput(world, SERVICE, token), token)
      const { reference } = data.apply
      await world.caseOf(reference, DEPARTMENT)
      const first = subscribe(world, token, { reference, after: `${reference}.1` })
      await first.hears(1)
      first.end()
      await approve(reference)
      const resumed = subscribe(world, token, { reference, after: first.heard[0]!.id })
      await resumed.hears(3)
      resumed.end()
      expect([...first.heard.slice(0, 1), ...resumed.heard].map((e) => [e.id, e.status])).toEqual([
        [`${reference}.2`, 'RECEIVED'],
        [`${reference}.3`, 'IN_REVIEW'],
        [`${reference}.4`, 'APPROVED'],
        [`${reference}.5`, 'CERTIFIED'],
      ])
      expect(resumed.heard[0]?.application.service?.title).toBeTruthy()
    })

  it('refuses a cursor that was made by hand, and another’s event, alike', async () => {
    const [asha, ravi] = [
      await world.token({ citizen: world.citizen().mobile }),
      await world.token({ citizen: world.citizen().mobile }),
    ]
    const { data } = await files(world, await exampleInput(world, SERVICE, asha), asha)
    for (const after of ['DWR-2026-999999.1', 'nonsense', `${data.apply.reference}.1`]) {
      const hears = overSse(world, ravi, { after })
      await expect(hears.hears(1)).rejects.toThrow()
      hears.end()
      expect(hears.errors[0]?.extensions?.code).toBe('BAD_CURSOR')
    }
  }, 120_000)
})

describe('documents', () => {
  const upload = async (mediaType: string, size: number, bytes: Uint8Array, who?: string) => {
    const token = await world.token({ citizen: '919810000001' })
    const { data, errors } = await world.graphql(
      'mutation ($mediaType: String!, $size: Int!) { createUpload(name: "../../a.pdf", mediaType: $mediaType, size: $size) { documentId url } }',
      { mediaType, size },
      token,
    )
    if (errors) return errors[0]!.extensions?.code
    const authorization = `Bearer ${who ?? token}`
    const response = await fetch(data.createUpload.url, {
      method: 'PUT',
      headers: { authorization },
      body: bytes as Uint8Array<ArrayBuffer>,
    })
    return response.status
  }
  it('are taken when they are what they say', async () => {
    expect(await upload('application/pdf', PDF.length, PDF)).toBe(204)
    expect(await upload('image/jpeg', JPEG.length, JPEG)).toBe(204)
  })
  it('are refused with the reason: another content, another size, empty, too large, of a wrong type, of somebody else', async () => {
    expect(await upload('application/pdf', JPEG.length, JPEG)).toBe(415)
    expect(await upload('application/pdf', PDF.length + 1, PDF)).toBe(400)
    expect(await upload('application/pdf', 5, PDF)).toBe(413)
    expect(await upload('application/pdf', PDF.length, new Uint8Array())).toBe(400)
    expect(await upload('application/pdf', 17 * 1024 * 1024, PDF)).toBe('BAD_USER_INPUT')
    expect(await upload('image/svg+xml', 100, PDF)).toBe('BAD_USER_INPUT')
    expect(await upload('application/pdf', PDF.length, PDF, await world.token({ citizen: '919810000002' }))).toBe(404)
  })
})
