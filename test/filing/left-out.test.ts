/** Applications to a department that the hub serves no longer (`DEPARTMENTS`), or to a service that is gone. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { graphql } from 'graphql'
import { applications } from '../../subgraphs/applications/index.ts'
import type { Host, Principal } from '../../subgraphs/subgraph.ts'
import { Bench } from './bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench[Symbol.asyncDispose]())

const READER: Principal = { kind: 'operator', client: 'whatsapp', scopes: ['applications:read'] }
const CERTIFICATE = { code: 'abcdefghjkmnpqrstvwxyz0123', issuedOn: '2026-01-05', sha256: 'ab', blob: 'b', name: 'n' }

/** A hub that serves no department. */
const subgraph = () =>
  applications({ ...bench.host, catalogue: { departments: [], services: [] }, publicUrl: 'https://hub.test' } as Host)

describe.each([
  ['of a department that is left out', 'municipal.birth-certificate', 'municipal', /Birth certificate/],
  ['of a service that nobody knows any more', 'parks.tree', 'parks', /parks\.tree/],
])('an application %s', (_, service, department, title) => {
  it('is read, and told of, with whatever is known of its service', async () => {
    await bench.files({ service, department })
    const { schema, context } = subgraph()
    const found = await graphql({
      schema,
      source: `{ application(reference: "DWR-2026-000001") { status service { code title questions { path } department { code name } } } }`,
      contextValue: context(READER, {}),
    })
    expect(found.errors).toBeUndefined()
    expect(found.data!.application).toMatchObject({
      status: 'SUBMITTED',
      service: { code: service, title: expect.stringMatching(title), department: { code: department } },
    })
  })

  it('has a certificate that is valid still', async () => {
    await bench.files({ service, department, status: 'CERTIFIED', certificate: CERTIFICATE })
    const { routes, schema, context } = subgraph()
    const { handle } = routes.find(({ path }) => path === '/verify/:code')!
    const page = await handle(new Request(`https://hub.test/verify/${CERTIFICATE.code}`), CERTIFICATE as any, null)
    expect(await page.text()).toMatch(title)
    const found = await graphql({
      schema,
      source: `{ verifyCertificate(code: "${CERTIFICATE.code}") { valid service { title } department { name } } }`,
      contextValue: context(null, {}),
    })
    expect(found).toMatchObject({
      data: { verifyCertificate: { valid: true, service: { title: expect.stringMatching(title) } } },
    })
  })
})
