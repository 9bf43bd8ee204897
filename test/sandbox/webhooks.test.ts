import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import { until, World } from './world.ts'

const text = (body: string) => ({ type: 'text', text: { body } })
const words = (world: World) => world.hub.messages().map((message) => message.text.body)
const rude = (world: World, mode: unknown, extras: Record<string, unknown> = {}) =>
  world.call('POST', '/control/whatsapp/rude', { mode, ...extras })

describe('webhooks', () => {
  it('wait for a hub that is down and come in order', async () => {
    await using world = await World.open()
    await world.hub.stop()
    for (const word of ['one', 'two', 'three']) await world.writes({ text: word })
    expect((await world.chat()).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent'])
    await world.hub.start()
    await until(() => world.hub.messages().length === 3)
    expect(words(world)).toEqual(['one', 'two', 'three'])
    await until(async () => (await world.chat()).every(({ status }) => status === 'delivered'))
    expect((await world.call('GET', '/control/whatsapp/webhooks')).body).toEqual({ owed: 0 })
  })

  it('come again after an answer that is not 2xx', async () => {
    await using world = await World.open()
    world.hub.status = 500
    await world.writes({ text: 'one' })
    await until(() => world.hub.refused.length >= 2)
    world.hub.status = 200
    await until(() => world.hub.messages().length)
    expect(world.hub.received[0]!.raw).toBe(world.hub.refused[0]!.raw)
  })

  it('survive a restart of the sandbox, and so do the chats', async () => {
    await using world = await World.open()
    await world.hub.stop()
    await world.writes({ text: 'one' })
    await world.restart()
    await world.writes({ text: 'two' })
    await world.hub.start()
    await until(() => world.hub.messages().length === 2)
    expect(words(world)).toEqual(['one', 'two'])
    expect(await world.chat()).toHaveLength(2)
  })

  it('survive kill -9', async () => {
    await using world = await World.open()
    const port = Number(new URL(world.sandbox.url).port)
    await world.sandbox.close()
    await world.hub.stop()
    const start = async () => {
      const child = spawn('node', ['start/sandbox.ts'], {
        env: {
          PATH: process.env.PATH,
          DATA_DIR: world.dataDir,
          SANDBOX_PORT: String(port),
          SANDBOX_POSTGRES_PORT: '0',
          HUB_URL: world.hub.url,
          DEPARTMENTS: 'none',
        },
        stdio: 'ignore',
      })
      await until(
        () =>
          fetch(`http://localhost:${port}/control`).then(
            (answer) => answer.ok,
            () => false,
          ),
        30_000,
      )
      return child
    }
    const end = async (child: ReturnType<typeof spawn>, signal: NodeJS.Signals) => {
      child.kill(signal)
      return (await once(child, 'exit'))[0]
    }
    const first = await start()
    const bytes = Buffer.from('%PDF-1.7 a page')
    const file = { name: 'a.pdf', mediaType: 'application/pdf', base64: bytes.toString('base64') }
    await world.writes({ file })
    await end(first, 'SIGKILL')
    const second = await start()
    await world.hub.start()
    await until(() => world.hub.messages().length)
    const [message] = world.hub.messages()
    const kept = await fetch(`http://localhost:${port}/control/whatsapp/media/${message.document.id}`)
    expect(Buffer.from(await kept.arrayBuffer())).toEqual(bytes)
    expect(await end(second, 'SIGTERM')).toBe(0)
  })

  it('are any change that the control gives', async () => {
    await using world = await World.open()
    const value = { metadata: { phone_number_id: '1' }, messages: [{ id: 'wamid.other', type: 'text' }] }
    await world.call('POST', '/control/whatsapp/webhooks', { field: 'messages', value })
    await until(() => world.hub.received.length)
    expect(world.hub.received[0]!.value).toEqual(value)
    expect((await world.call('POST', '/control/whatsapp/webhooks', { field: 1 })).status).toBe(400)
  })

  it('make the handshake with the verify token', async () => {
    await using world = await World.open()
    expect((await world.call('POST', '/control/whatsapp/subscribe')).body).toEqual({ status: 200, accepted: true })
  })
})

describe('Meta misbehaves', () => {
  it('with any error code, at a rate', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    await rude(world, 131042)
    expect(await world.send(text('a'))).toMatchObject({ status: 400, body: { error: { code: 131042 } } })
    await rude(world, '190')
    expect((await world.send(text('a'))).status).toBe(401)
    await rude(world, 131000, { rate: 0.5, seed: 3 })
    const statuses = new Set<number>()
    for (let index = 0; index < 12; index++) statuses.add((await world.send(text('a'))).status)
    expect(statuses).toEqual(new Set([200, 500]))
    await rude(world, 131047)
    const upload = await world.uploads(new TextEncoder().encode('%PDF'), 'application/pdf', 'a.pdf')
    expect(upload.status).toBe(200)
    await rude(world, null)
    await world.sends(text('a'))
  })

  it('accepts and then fails', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    await rude(world, 'late-failure', { code: 131026 })
    const id = await world.sends(text('a'))
    expect(await world.told(id, 1)).toEqual(['failed'])
    expect(world.hub.statuses(id)[0].errors[0].code).toBe(131026)
  })

  it('sends the message and loses its answer', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    await rude(world, 'lost-answer')
    await expect(world.send({ ...text('a'), biz_opaque_callback_data: 'outbox-1' })).rejects.toThrow()
    await until(() =>
      world.hub.received.some(({ value }) => value.statuses?.[0].biz_opaque_callback_data === 'outbox-1'),
    )
    expect((await world.chat()).at(-1)?.message.text.body).toBe('a')
  })

  it('never answers', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    await rude(world, 'hang')
    const url = `${world.env.WHATSAPP_API_URL}/v25.0/${world.env.WHATSAPP_PHONE_NUMBER_ID}`
    const headers = { authorization: `Bearer ${world.env.WHATSAPP_ACCESS_TOKEN}` }
    await expect(fetch(url, { headers, signal: AbortSignal.timeout(300) })).rejects.toMatchObject({
      name: 'TimeoutError',
    })
    await rude(world, null)
    expect((await fetch(url, { headers })).status).toBe(200)
  })

  it('tells everything twice', async () => {
    await using world = await World.open()
    await rude(world, 'doubled')
    const id = await world.writes({ text: 'hi' })
    await until(() => world.hub.messages().length === 2)
    expect(world.hub.messages().map((message) => message.id)).toEqual([id, id])
    const sent = await world.sends(text('a'))
    expect(await world.told(sent, 6)).toEqual(['sent', 'sent', 'delivered', 'delivered', 'read', 'read'])
  })

  it('tells backwards, and lets a message arrive behind a later one', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    await rude(world, 'reordered', { seed: 2 })
    const early = await world.sends(text('first'))
    await rude(world, null)
    const late = await world.sends(text('second'))
    await until(() => world.hub.statuses(early).some(({ status }) => status === 'sent'))
    expect((await world.told(early, 3)).slice(-3)).toEqual(['read', 'delivered', 'sent'])
    const order = (await world.chat()).map(({ id }) => id)
    expect(order.indexOf(late)).toBeLessThan(order.indexOf(early))
  })

  it('tells read alone', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    await rude(world, 'read-alone')
    const id = await world.sends(text('a'))
    expect(await world.told(id, 1)).toEqual(['read'])
    expect(world.hub.statuses(id)[0].pricing).toBeDefined()
  })

  it('puts several entries into one request', async () => {
    await using world = await World.open()
    await rude(world, 'batched')
    for (const word of ['one', 'two', 'three']) await world.writes({ text: word })
    await until(() => world.hub.messages().length === 3)
    expect(words(world)).toEqual(['one', 'two', 'three'])
    expect(Math.max(...world.hub.received.map(({ body }) => body.entry.length))).toBe(2)
  })

  it('signs with another secret first', async () => {
    await using world = await World.open()
    await rude(world, 'bad-signature')
    await world.writes({ text: 'hi' })
    await until(() => world.hub.received.length === 2)
    const [bad, good] = world.hub.received
    expect(bad!.raw).toBe(good!.raw)
    expect(bad!.signature).not.toBe(good!.signature)
  })

  it.each([[{ mode: 'sulk' }], [{ mode: 'hang', rate: -1 }], [{ mode: 'hang', seed: 0.5 }], [{ mode: -3 }]])(
    'not with %j',
    async (body) => {
      await using world = await World.open()
      expect((await world.call('POST', '/control/whatsapp/rude', body)).status).toBe(400)
    },
  )
})
