import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { transport } from '../../../adapters/transport/index.ts'
import { filing, openLiar, within } from './bench.ts'

const WSDL = readFileSync(new URL('../../../adapters/transport/contract/licensing.wsdl', import.meta.url), 'utf8')
const NS = 'http://licensing.transport.delhi.example/2009/07'
const envelope = (body: string, before = '') =>
  `<?xml version="1.0"?>${before}<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`
const message = (name: string, inside: string) => envelope(`<${name} xmlns="${NS}">${inside}</${name}>`)
const connect = (url: string) => transport({ wsdl: `${url}/licensing?wsdl`, username: 'hub', password: 'secret' })

/** A department that serves the right WSDL and answers every call with `xml`. */
const lying = (xml: string | Buffer, status = 200, headers: Record<string, string> = {}) =>
  openLiar((request, _, response) => {
    if (request.method === 'GET') response.end(WSDL)
    else response.writeHead(status, { 'content-type': 'text/xml', ...headers }).end(xml)
  })

const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>`
const file = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
const found = (text: string) => `<ExternalRef>DWR-2026-000001</ExternalRef><ApplicationNo>${text}</ApplicationNo>`

describe('a department that lies', () => {
  it.each([
    [
      'a bomb of entities',
      envelope(`<SearchByExternalRefResponse xmlns="${NS}">${found('&c;')}</SearchByExternalRefResponse>`, bomb),
    ],
    [
      'an entity that is a file',
      envelope(`<SearchByExternalRefResponse xmlns="${NS}">${found('&a;')}</SearchByExternalRefResponse>`, file),
    ],
    ['an answer to another question', message('GetOfficesResponse', '')],
    [
      'an answer about another reference',
      message('SearchByExternalRefResponse', '<ExternalRef>DWR-2026-000002</ExternalRef>'),
    ],
    ['a case without a number', message('SearchByExternalRefResponse', found(''))],
    ['a case whose number is none', message('SearchByExternalRefResponse', found('2026000001 or so'))],
    ['no answer inside the envelope', envelope('<nothing/>')],
    [
      'a message longer than any answer',
      message('SearchByExternalRefResponse', `<ExternalRef>${'x'.repeat(5_000_000)}</ExternalRef>`),
    ],
  ])('is not believed with %s', async (_, xml) => {
    await using liar = await lying(xml)
    const adapter = connect(liar.url)
    await expect(adapter.find('DWR-2026-000001', within())).rejects.toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
  })

  it.each([
    ['a page', '<html><body>maintenance</body></html>'],
    ['half an envelope', message('SearchByExternalRefResponse', found('1')).slice(0, 200)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ['an entity without a document type', message('SearchByExternalRefResponse', found('&a;'))],
  ])('counts as down with %s', async (_, xml) => {
    await using liar = await lying(xml)
    await expect(connect(liar.url).find('DWR-2026-000001', within())).rejects.toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
    })
  })

  it('does not get the hub to follow it elsewhere', async () => {
    const reached: string[] = []
    await using other = await openLiar((request, _, response) => {
      reached.push(request.url!)
      response.end()
    })
    await using liar = await lying('', 307, { location: `${other.url}/licensing` })
    await expect(connect(liar.url).find('DWR-2026-000001', within())).rejects.toMatchObject({
      code: 'DEPARTMENT_PROTOCOL',
    })
    expect(reached).toEqual([])
  })

  it('is called at the origin of its WSDL, whatever address that names', async () => {
    const paths: string[] = []
    await using liar = await openLiar((request, _, response) => {
      if (request.method === 'GET')
        return response.end(WSDL.replace(/location="[^"]*"/, 'location="http://192.0.2.1:9/steal/licensing"'))
      paths.push(request.url!)
      response.writeHead(200, { 'content-type': 'text/xml' }).end(message('SearchByExternalRefResponse', found('7')))
    })
    expect(await connect(liar.url).find('DWR-2026-000001', within())).toEqual([{ reference: '7' }])
    expect(paths).toEqual(['/steal/licensing'])
  })

  it('never sees the password', async () => {
    let sent = ''
    await using liar = await openLiar((request, body, response) => {
      if (request.method === 'GET') return response.end(WSDL)
      sent = body
      response.writeHead(200).end(message('SearchByExternalRefResponse', found('7')))
    })
    await connect(liar.url).find('DWR-2026-000001', within())
    expect(sent).toMatch(/<wsse:Username>hub<\/wsse:Username>/)
    expect(sent).not.toMatch(/secret/)
  })

  it.each([
    [
      'a submission of another application',
      '<ReturnCode>0</ReturnCode><ReturnText>Done</ReturnText><ExternalRef>DWR-2026-000002</ExternalRef><ApplicationNo>1</ApplicationNo>',
    ],
    [
      'a code that the WSDL does not have',
      '<ReturnCode>77</ReturnCode><ReturnText>?</ReturnText><ExternalRef>DWR-2026-000001</ExternalRef>',
    ],
    [
      'a success without a number',
      '<ReturnCode>0</ReturnCode><ReturnText>Done</ReturnText><ExternalRef>DWR-2026-000001</ExternalRef>',
    ],
    [
      'a success with an empty number',
      '<ReturnCode>0</ReturnCode><ReturnText>Done</ReturnText><ExternalRef>DWR-2026-000001</ExternalRef><ApplicationNo/>',
    ],
    [
      'a number that is none',
      `<ReturnCode>0</ReturnCode><ReturnText>Done</ReturnText><ExternalRef>DWR-2026-000001</ExternalRef><ApplicationNo>${'1'.repeat(10_000)}</ApplicationNo>`,
    ],
  ])('is handed to a person with %s', async (_, inside) => {
    await using liar = await lying(message('SubmitApplicationResponse', inside))
    const submitted = connect(liar.url).submit(filing('transport.learner-licence'), within())
    await expect(submitted).rejects.toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
  })

  it('spoils only the status that it garbles', async () => {
    const record = (no: string | null, status: string, on = '05-01-2026 10:00:00') =>
      `<StatusRecord>${no === null ? '' : `<ApplicationNo>${no}</ApplicationNo>`}<ReturnCode>0</ReturnCode><ExternalRef>r</ExternalRef><CaseStatus>${status}</CaseStatus><StatusSerial>1</StatusSerial><StatusOn>${on}</StatusOn></StatusRecord>`
    await using liar = await lying(
      message(
        'GetStatusResponse',
        record(null, '20') +
          record('1', '20') +
          record('2', '77') +
          record('3', '40') +
          record('4', '50', '31-02-2026 10:00:00') +
          record('9', '50'),
      ),
    )
    const changes = await connect(liar.url).status(['1', '2', '3', '4', '5'], within())
    expect(changes.map((change) => (change as any).status ?? (change as any).code)).toEqual([
      'in_review',
      'DEPARTMENT_PROTOCOL',
      'approved',
      'DEPARTMENT_PROTOCOL',
      'DEPARTMENT_PROTOCOL',
    ])
  })

  it.each([
    ['of another case', '<ApplicationNo>2</ApplicationNo>', 'JVBERi0xLjQ='],
    ['that is no base64', '<ApplicationNo>1</ApplicationNo>', 'JVBERi0xLjQ=!'],
  ])('has no certificate accepted %s', async (_, number, content) => {
    await using liar = await lying(
      message(
        'GetLicenceDocumentResponse',
        `${number}<ReturnCode>0</ReturnCode><ReturnText/><FileName>a.pdf</FileName><ContentType>application/pdf</ContentType><IssueDate>05-01-2026</IssueDate><Content>${content}</Content>`,
      ),
    )
    await expect(connect(liar.url).certificate('1', within())).rejects.toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
  })

  it('is unavailable, not refusing, when it does not take our credentials', async () => {
    await using liar = await lying(
      envelope('<s:Fault><faultcode>wsse:FailedAuthentication</faultcode><faultstring>no</faultstring></s:Fault>'),
      500,
    )
    const submitted = connect(liar.url).submit(filing('transport.learner-licence'), within())
    await expect(submitted).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' })
  })

  it.each([
    ['seconds', '120', 120_000],
    ['a date', new Date(Date.now() + 3_600_000).toUTCString(), 3_600_000],
    ['a date that has passed', 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['words', 'in a while', undefined],
    ['less than nothing', '-5', undefined],
    ['a part of a second', '1.5', undefined],
    ['nothing', '', undefined],
  ])('says when to come again in %s: as long as it says, or as the hub thinks right', async (_, said, wait) => {
    await using liar = await lying('', 503, { 'retry-after': said })
    const error = await connect(liar.url)
      .submit(filing('transport.learner-licence'), within())
      .catch((failed) => failed)
    expect(error).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' })
    if (wait === undefined) expect(error.retryAfter).toBeUndefined()
    else expect(Math.abs(error.retryAfter - wait)).toBeLessThan(10_000)
  })

  it('is not asked for its WSDL before the time that it names', async () => {
    let asked = 0
    await using liar = await openLiar((_request, _body, response) => {
      asked++
      response.writeHead(503, { 'retry-after': '120' }).end()
    })
    const adapter = connect(liar.url)
    for (const _ of [1, 2, 3]) {
      const error = await adapter.find('DWR-2026-000001', within()).catch((failed) => failed)
      expect(error.code).toBe('DEPARTMENT_UNAVAILABLE')
      expect(Math.abs(error.retryAfter - 120_000)).toBeLessThan(10_000)
    }
    expect(asked).toBe(1)
  })

  it('is understood again after its WSDL has changed', async () => {
    let version = 'FindByRef'
    await using liar = await openLiar((request, _, response) => {
      if (request.method === 'GET') return response.end(WSDL.replaceAll('SearchByExternalRef', version))
      response.writeHead(200).end(message('SearchByExternalRefResponse', found('7')))
    })
    const adapter = connect(liar.url)
    await expect(adapter.find('DWR-2026-000001', within())).rejects.toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
    version = 'SearchByExternalRef'
    expect(await adapter.find('DWR-2026-000001', within())).toEqual([{ reference: '7' }])
  })
})
