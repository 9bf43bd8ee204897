import { describe, expect, it } from '@jest/globals'
import { type Address, NOWHERE } from '../../../subgraphs/whatsapp/chat.ts'
import { smallHub, smallMeta, until } from '../host.ts'
import { HOUR, post, template } from './outbox.ts'

const ADDRESS: Address = { ...NOWHERE, mobile: '+919810012345', identity: 'DF2lS5v2W6x=' }
const CERTIFICATE = {
  free: null,
  template: { ...template, name: 'certificate_ready' },
  file: { url: 'http://hub.test/certificates/c', name: 'DWR-2026-000001.pdf', caption: 'Here it is' },
}

describe('a certificate for a phone that may be in other hands', () => {
  it('is held, and its citizen hears why and what to do, once', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub({ HELPLINE: '011-2345' })
    await using chat = await post(hub, meta.url, { address: ADDRESS })
    await chat.owes('n1', CERTIFICATE, 'notice')
    const { wamid } = await chat.settled('n1')
    await chat.receipts.take('s1', { id: wamid, status: 'failed', errors: [{ code: 137000 }] })
    const told = await until('the reason', () => meta.sent[1])
    expect(told.text.body).toMatch(/^Your certificate for DWR-2026-000001 is ready\..*one-time code.* 011-2345\.$/)
    expect(told.recipient_identity_key_hash).toBeUndefined()
    await chat.owes('r1', { free: { type: 'text', text: { body: 'later' } }, template: null, file: null })
    await chat.settled('r1')
    expect(meta.sent.map((one) => one.type)).toEqual(['document', 'text', 'text'])
    expect(await chat.row('n1')).toMatchObject({ state: 'parked', note: '137000' })
  })

  it('is told by a template where the window is closed, without a word of what it is for', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url, { address: ADDRESS, window: -HOUR })
    await chat.owes('n1', CERTIFICATE, 'notice')
    const { wamid } = await chat.settled('n1')
    await chat.receipts.take('s1', { id: wamid, status: 'failed', errors: [{ code: 137000 }] })
    const told = await until('the reason', () => meta.sent[1])
    expect(told.template.name).toBe('application_update')
    const [{ parameters }] = told.template.components
    expect(parameters.map((one: any) => one.text)).toEqual([
      'DWR-2026-000001',
      'DWR-2026-000001',
      'Certificate ready, but held: this phone may have a new owner',
    ])
  })
})
