import { describe, expect, it } from '@jest/globals'
import { webhookRoutes } from '../../subgraphs/whatsapp/inbox/webhook.ts'
import { from, NUMBER, posted, request, SECRET, sign, signed, smallHub, text } from './host.ts'

async function door() {
  const hub = await smallHub()
  const warned: string[] = []
  const log = { ...hub.host.log, warn: (words: string) => void warned.push(words) }
  const [handshake, post] = webhookRoutes(
    { ...hub.host, log },
    {
      phoneNumberId: NUMBER,
      appSecret: SECRET,
      verifyToken: 'verify',
      came: () => {},
      refused: () => {},
    },
  )
  const channel = hub.host.store.channel
  return {
    hub,
    warned,
    channel,
    verify: (query: string) => handshake!.handle(new Request(`http://hub.test/webhooks/whatsapp?${query}`), {}, null),
    post: (of: Request) => post!.handle(of, {}, null),
    pending: async () => [...(await channel.pending('message', 0, 100)), ...(await channel.pending('status', 0, 100))],
    [Symbol.asyncDispose]: () => hub[Symbol.asyncDispose](),
  }
}

describe('the webhook', () => {
  it('answers the handshake with the bare challenge, and only to who knows the word', async () => {
    await using meta = await door()
    const known = await meta.verify('hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=verify')
    expect([known.status, await known.text()]).toEqual([200, '1158201444'])
    expect((await meta.verify('hub.mode=subscribe&hub.challenge=1&hub.verify_token=other')).status).toBe(403)
    expect((await meta.verify('')).status).toBe(403)
  })

  it('refuses a wrong or missing signature and keeps nothing', async () => {
    await using meta = await door()
    const body = posted({ messages: [text('hi')] })
    expect((await meta.post(request(body))).status).toBe(401)
    expect((await meta.post(request(body, { 'x-hub-signature-256': 'sha256=00' }))).status).toBe(401)
    expect((await meta.post(request(body, { 'x-hub-signature-256': sign(`${body} `) }))).status).toBe(401)
    expect(await meta.pending()).toEqual([])
  })

  it('checks the signature over the bytes as they came', async () => {
    await using meta = await door()
    const body = posted({ messages: [text('नमस्ते 🙏 \u00e9')] }).replace('नमस्ते', '\\u0928मस्ते')
    expect((await meta.post(signed(body))).status).toBe(200)
    expect(await meta.pending()).toHaveLength(1)
  })

  it('takes a body that begins with a byte order mark', async () => {
    await using meta = await door()
    expect((await meta.post(signed(`\uFEFF${posted({ messages: [text('hi')] })}`))).status).toBe(200)
    expect(await meta.pending()).toHaveLength(1)
  })

  it('says 400 to what is no JSON, and 413 to more than 3 MB', async () => {
    await using meta = await door()
    expect((await meta.post(signed('{"object":'))).status).toBe(400)
    expect((await meta.post(signed(`"${'x'.repeat(3 * 1024 * 1024)}"`))).status).toBe(413)
  })

  it('keeps each message and each status of a batch once, however often it is posted', async () => {
    await using meta = await door()
    const status = { id: 'wamid.out', status: 'sent', timestamp: '1', recipient_id: '919810012345' }
    const body = posted({
      messages: [text('one'), text('two')],
      statuses: [status, { ...status, status: 'delivered' }],
    })
    expect((await meta.post(signed(body))).status).toBe(200)
    expect((await meta.post(signed(body))).status).toBe(200)
    expect((await meta.pending()).map((row) => row.kind)).toEqual(['message', 'message', 'status', 'status'])
  })

  it('takes nothing of another product of Meta’s, and says so once without a word of it', async () => {
    await using meta = await door()
    const body = posted({ messages: [text('hi')] })
    for (let n = 0; n < 2; n++)
      expect((await meta.post(signed(body.replace('whatsapp_business_account', 'instagram')))).status).toBe(200)
    expect(await meta.pending()).toEqual([])
    expect(meta.warned).toEqual(['a webhook of another product than WhatsApp came; such are ignored'])
    expect((await meta.post(signed(body.replace('"object":"whatsapp_business_account",', '')))).status).toBe(200)
    expect(await meta.pending()).toHaveLength(1)
  })

  it('keeps another number’s messages and unknown fields, and owes them nothing', async () => {
    await using meta = await door()
    expect((await meta.post(signed(posted({ messages: [text('hi')] }, { number: '1' })))).status).toBe(200)
    expect((await meta.post(signed(posted({ event: 'FLAGGED' }, { field: 'account_alerts' })))).status).toBe(200)
    expect((await meta.post(signed('{"object":"page"}'))).status).toBe(200)
    expect((await meta.post(signed('[]'))).status).toBe(200)
    expect(await meta.pending()).toEqual([])
  })

  it('owes a change of a template or of the account what it asks for', async () => {
    await using meta = await door()
    for (const field of ['message_template_status_update', 'account_update'])
      expect((await meta.post(signed(posted({ event: 'PAUSED' }, { field })))).status).toBe(200)
    expect(await meta.pending()).toHaveLength(2)
  })

  it('keeps no personal data in the clear', async () => {
    await using meta = await door()
    await meta.post(signed(posted({ messages: [from({ type: 'text', text: { body: 'Asha Devi' } })] })))
    expect(JSON.stringify(await meta.pending())).not.toMatch(/Asha|9810012345/)
  })

  it('asks Meta to post again when the store cannot be written', async () => {
    const meta = await door()
    await meta.hub.host.store.close()
    expect((await meta.post(signed(posted({ messages: [text('hi')] })))).status).toBe(503)
    await meta[Symbol.asyncDispose]()
  })
})
