import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Door, openDoor } from './door.ts'

const LIST = '{ mine { reference status boat { name } shelf } }'

describe.each([
  ['in one process', false],
  ['with each subgraph in its own', true],
])('a query %s', (_, split) => {
  let door: Door
  let token: string
  beforeAll(async () => {
    door = await openDoor({ split })
    token = await door.keys.token()
  })
  afterAll(() => door.close())

  it('joins three subgraphs with one call of each department', async () => {
    const before = { ...door.town.calls }
    const { status, body } = await door.post(LIST, { token })
    expect(status).toBe(200)
    expect(body.errors).toBeUndefined()
    expect(body.data.mine).toHaveLength(20)
    expect(body.data.mine[7]).toEqual({
      reference: 'DWR-7',
      status: 'status 0',
      boat: { name: 'boat of DWR-7' },
      shelf: 'shelf of DWR-7',
    })
    expect(door.town.calls).toEqual({ fisheries: before.fisheries + 1, archive: before.archive + 1 })
  })

  it('takes variables, aliases and fragments through the join', async () => {
    const query = `query ($r: ID!) { one: application(reference: $r) { ...A } two: application(reference: "DWR-2") { ...A } }
      fragment A on Application { reference it: boat { called: name } }`
    const { body } = await door.post(query, { token, variables: { r: 'DWR-1' } })
    expect(body).toEqual({
      data: {
        one: { reference: 'DWR-1', it: { called: 'boat of DWR-1' } },
        two: { reference: 'DWR-2', it: { called: 'boat of DWR-2' } },
      },
    })
  })

  it('answers what needs no token without one', async () => {
    expect((await door.post('{ open boats { name } }')).body).toEqual({
      data: { open: 'for all', boats: [{ name: 'Jal Pari' }] },
    })
  })

  it('is refused with 401 and a challenge where it needs a token and has none', async () => {
    const { status, headers, body } = await door.post(LIST)
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toBe('Bearer')
    expect(body.errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' })
    expect(body.data ?? null).toBeNull()
  })

  it('is refused with 403 where its token is not enough', async () => {
    const portal = await door.keys.token({ sub: 'portal', client_id: 'portal', scope: 'applications:read' })
    const { status, headers, body } = await door.post('{ application(reference: "DWR-1") { reference } }', {
      token: portal,
    })
    expect(status).toBe(403)
    expect(headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"')
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN')
  })

  it('keeps what it may see beside a field that it may not', async () => {
    const { status, body } = await door.post('{ open application(reference: "DWR-1") { reference secret } }', { token })
    expect(status).toBe(200)
    expect(body.data).toEqual({ open: 'for all', application: { reference: 'DWR-1', secret: null } })
    expect(body.errors).toEqual([
      { message: 'Only operators see this.', path: ['application', 'secret'], extensions: { code: 'FORBIDDEN' } },
    ])
  })

  it('shows one sentence for what nobody expected, and logs it whole under the same id', async () => {
    const { status, body } = await door.post('{ open fails }')
    expect(status).toBe(200)
    expect(body.data).toEqual({ open: 'for all', fails: null })
    const [error] = body.errors
    expect(error).toEqual({
      message: 'Unexpected error.',
      path: ['fails'],
      extensions: { code: 'INTERNAL', correlationId: expect.any(String) },
    })
    expect(JSON.stringify(body)).not.toContain('9810012345')
    const entry = door.logged.find((each) => each.fields?.correlationId === error.extensions.correlationId)
    expect((entry!.error as Error).message).toContain('citizens_mobile')
  })

  it('says what is wrong with a document and with its variables', async () => {
    expect((await door.post('{ nothing }')).body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
    expect((await door.post('{ open')).body.errors[0].extensions.code).toBe('GRAPHQL_PARSE_FAILED')
    const { body } = await door.post('query ($r: ID!) { application(reference: $r) { reference } }', {
      token,
      variables: {},
    })
    expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT')
    expect(body.errors[0].message).toContain('$r')
  })

  it('reads the schema without the marks of federation', async () => {
    const { body } = await door.post('{ __schema { types { name } directives { name } } }')
    const names = body.data.__schema.types.map((type: { name: string }) => type.name)
    expect(names).toEqual(expect.arrayContaining(['Application', 'Boat', 'Change']))
    expect(names.filter((name: string) => /^(join__|link__|_)[a-zA-Z]/.test(name) && !name.startsWith('__'))).toEqual(
      [],
    )
  })
})

describe('a subgraph that does not answer', () => {
  it('leaves the rest of the page standing', async () => {
    await using door = await openDoor({ split: true })
    const token = await door.keys.token()
    await door.stop('archive')
    const { status, body } = await door.post('{ application(reference: "DWR-1") { reference boat { name } shelf } }', {
      token,
    })
    expect(status).toBe(200)
    expect(body.data.application).toEqual({ reference: 'DWR-1', boat: { name: 'boat of DWR-1' }, shelf: null })
    expect(body.errors.map((error: any) => error.extensions)).toEqual([{ code: 'UNAVAILABLE', subgraph: 'archive' }])
  })
})

describe('a gateway under another secret than its subgraphs', () => {
  it('is told nothing, and does not blame the client for it', async () => {
    await using door = await openDoor({ split: true, gateway: { secretKey: 'another secret' } })
    const { status, body } = await door.post('{ open }')
    expect(status).toBe(200)
    expect(body.errors.map((error: any) => error.extensions)).toEqual([
      { code: 'UNAVAILABLE', subgraph: 'applications' },
    ])
    expect((await fetch(`${door.url}/uploads/doc-1`, { method: 'PUT', body: 'x' })).status).toBe(503)
  })
})
