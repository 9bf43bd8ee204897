import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { createClientAsync, WSSecurity } from 'soap'
import { filing, openBench, within } from '../adapters/transport/bench.ts'

const called = async (url: string, security: WSSecurity | null, operation = 'GetFees', request = {}) => {
  const client = await createClientAsync(`${url}/transport/licensing?wsdl`, { disableCache: true })
  if (security) client.setSecurity(security)
  const [answer] = await (client as any)[`${operation}Async`](request)
  return answer
}

describe('the licensing service of the sandbox', () => {
  it('serves its WSDL with its own address filled in', async () => {
    await using bench = await openBench()
    const answer = await fetch(`${bench.url}/transport/licensing?wsdl`)
    const wsdl = await answer.text()
    expect(wsdl).toContain(`<soap:address location="${bench.url}/transport/licensing"/>`)
    const contract = readFileSync(new URL('../../adapters/transport/contract/licensing.wsdl', import.meta.url), 'utf8')
    expect(wsdl.length).toBeGreaterThan(contract.length / 2)
  })

  it('takes a token with the password or with its digest, and none that is wrong or missing', async () => {
    await using bench = await openBench()
    const { TRANSPORT_USERNAME: user, TRANSPORT_PASSWORD: password } = bench.office.environment() as Record<
      string,
      string
    >
    for (const type of ['PasswordText', 'PasswordDigest'] as const)
      expect((await called(bench.url, new WSSecurity(user!, password!, { passwordType: type }))).Fee).toHaveLength(7)
    for (const wrong of [
      null,
      new WSSecurity(user!, 'wrong', { passwordType: 'PasswordDigest' }),
      new WSSecurity('other', password!),
    ])
      await expect(called(bench.url, wrong)).rejects.toThrow(/FailedAuthentication/)
  })

  it('refuses a token that was used before', async () => {
    await using bench = await openBench()
    const { TRANSPORT_USERNAME: user, TRANSPORT_PASSWORD: password } = bench.office.environment() as Record<
      string,
      string
    >
    const header = new WSSecurity(user!, password!, { passwordType: 'PasswordDigest' }).toXML()
    const replayed = { toXML: () => header } as unknown as WSSecurity
    expect((await called(bench.url, replayed)).Fee).toHaveLength(7)
    await expect(called(bench.url, replayed)).rejects.toThrow(/FailedAuthentication/)
  })

  it('refuses a message with a document type', async () => {
    await using bench = await openBench()
    const answer = await fetch(`${bench.url}/transport/licensing`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', soapaction: '"x/GetFees"' },
      body: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    })
    expect(answer.status).toBe(400)
  })

  it('opens a second case for a repeated submission', async () => {
    await using bench = await openBench()
    await bench.adapter.submit(filing('transport.learner-licence'), within())
    await bench.adapter.submit(filing('transport.learner-licence'), within())
    const views = await bench.office.cases()
    expect(views.map(({ key }) => key)).toEqual(['DWR-2026-000001', 'DWR-2026-000001'])
    expect(new Set(views.map(({ reference }) => reference)).size).toBe(2)
  })

  it('leads a case to its licence by the acts that a clerk does next', async () => {
    await using bench = await openBench()
    await bench.adapter.submit(filing('transport.licence-renewal'), within())
    const statuses: string[] = []
    for (;;) {
      const [view] = await bench.office.cases()
      statuses.push(view!.status)
      const act = bench.office.next(view!)
      if (!act) break
      await bench.office.act(view!.reference, act)
    }
    expect(statuses).toEqual(['received', 'in_review', 'approved'])
    const [view] = await bench.office.cases()
    expect(view!.fields.licenceIssued).toBe('DL-0420110149646')
  })

  it('says why a clerk’s act cannot be taken', async () => {
    await using bench = await openBench()
    await expect(bench.office.act('2026000001', { status: 'approved' })).rejects.toThrow(/no application/)
    const receipt = await bench.adapter.submit(filing('transport.learner-licence'), within())
    const { reference } = receipt as { reference: string }
    await bench.office.act(reference, { status: 'rejected', reason: 'Not readable' })
    await expect(bench.office.act(reference, { status: 'in_review' })).rejects.toThrow(/rejected already/)
  })

  it('frees the slot of a withdrawn application', async () => {
    await using bench = await openBench()
    const [slot] = await bench.adapter.slots('DL-04', within())
    const receipt = await bench.adapter.submit(filing('transport.driving-licence', { slot: slot!.id }), within())
    await bench.adapter.withdraw((receipt as { reference: string }).reference, within())
    expect(await bench.adapter.slots('DL-04', within())).toContainEqual(slot)
  })
})
