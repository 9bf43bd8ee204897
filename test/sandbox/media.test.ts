import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { until, World } from './world.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 a page')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const hash = (bytes: Uint8Array, form: 'hex' | 'base64') => createHash('sha256').update(bytes).digest(form)
const file = (name: string, mediaType: string, bytes: Uint8Array, extras: Record<string, unknown> = {}) => ({
  file: { name, mediaType, base64: Buffer.from(bytes).toString('base64'), ...extras },
})
const fetchWithToken = (world: World, url: string) =>
  fetch(url, { headers: { authorization: `Bearer ${world.env.WHATSAPP_ACCESS_TOKEN}` } })

describe('what a citizen sends', () => {
  it('comes as an image or a document, with an id and an address', async () => {
    await using world = await World.open()
    await world.writes(file('photo.png', 'image/png', PNG, { caption: 'Me' }))
    await world.writes(file('proof.pdf', 'application/pdf', PDF))
    await world.writes(file('photo.heic', 'image/heic', PNG))
    await world.writes(file('voice.ogg', 'audio/ogg; codecs=opus', PNG))
    await until(() => world.hub.messages().length === 4)
    const [image, document, heic, audio] = world.hub.messages()
    expect(image).toMatchObject({
      type: 'image',
      image: { mime_type: 'image/png', caption: 'Me', sha256: hash(PNG, 'base64') },
    })
    expect(document).toMatchObject({
      type: 'document',
      document: { filename: 'proof.pdf', mime_type: 'application/pdf' },
    })
    expect([heic.type, audio.type, audio.audio.voice]).toEqual(['document', 'audio', true])
    const bytes = await fetchWithToken(world, document.document.url)
    expect([bytes.headers.get('content-type'), Buffer.from(await bytes.arrayBuffer()).equals(PDF)]).toEqual([
      'application/pdf',
      true,
    ])
  })

  it('is behind an address for five minutes and with the token only', async () => {
    await using world = await World.open()
    await world.writes(file('proof.pdf', 'application/pdf', PDF))
    await until(() => world.hub.messages().length)
    const { id } = world.hub.messages()[0].document
    const { body } = await world.graph('GET', `${id}?phone_number_id=${world.env.WHATSAPP_PHONE_NUMBER_ID}`)
    expect(body).toEqual({
      messaging_product: 'whatsapp',
      url: expect.stringMatching(/^http/),
      mime_type: 'application/pdf',
      sha256: hash(PDF, 'hex'),
      file_size: PDF.length,
      id,
    })
    expect((await fetch(body.url)).status).toBe(401)
    expect((await fetchWithToken(world, body.url)).status).toBe(200)
    await world.call('POST', '/control/clock', { advance: '5m' })
    expect((await fetchWithToken(world, body.url)).status).toBe(404)
    const anew = await world.graph('GET', id)
    expect((await fetchWithToken(world, anew.body.url)).status).toBe(200)
    expect((await world.graph('GET', `${id}?phone_number_id=1`)).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    })
    await world.call('POST', '/control/clock', { advance: '7d' })
    expect((await world.graph('GET', id)).status).toBe(400)
  })

  it('over 100 MB comes as an error instead', async () => {
    await using world = await World.open()
    await world.writes(file('film.bin', 'application/octet-stream', new Uint8Array(101 * 1024 * 1024)))
    await until(() => world.hub.messages().length)
    expect(world.hub.messages()[0]).toMatchObject({ type: 'unsupported', errors: [{ code: 131052 }] })
  })

  it('may be empty or not what it says: that is for the hub to find', async () => {
    await using world = await World.open()
    await world.writes(file('empty.pdf', 'application/pdf', new Uint8Array()))
    await until(() => world.hub.messages().length)
    expect(world.hub.messages()[0].document.filename).toBe('empty.pdf')
  })
})

describe('what a business uploads', () => {
  it('can be sent, looked at and removed', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    const { body } = await world.uploads(PDF, 'application/pdf', 'certificate.pdf')
    const id = await world.sends({
      type: 'document',
      document: { id: body.id, filename: 'certificate.pdf', caption: 'Yours' },
    })
    expect(await world.told(id, 3)).toEqual(['sent', 'delivered', 'read'])
    expect((await world.chat()).at(-1)?.message.document).toEqual({
      id: body.id,
      filename: 'certificate.pdf',
      caption: 'Yours',
    })
    const bytes = await fetch(`${world.sandbox.url}/control/whatsapp/media/${body.id}`)
    expect(Buffer.from(await bytes.arrayBuffer()).equals(PDF)).toBe(true)
    expect((await world.graph('DELETE', body.id)).body).toEqual({ success: true })
    expect((await world.send({ type: 'document', document: { id: body.id } })).body.error.code).toBe(131009)
  })

  it.each([
    ['image/heic', 10, 100, /following types/],
    ['application/x-sh', 10, 100, /following types/],
    ['image/png', 5 * 1024 * 1024 + 1, 131053, /at most 5242880/],
    ['application/pdf', 0, 100, /empty/],
  ])('of type %s and %i bytes is refused', async (mediaType, size, code, details) => {
    await using world = await World.open()
    const { status, body } = await world.uploads(new Uint8Array(size), mediaType, 'file')
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code, error_data: { details: expect.stringMatching(details) } })
  })

  it('without the product or the file is refused', async () => {
    await using world = await World.open()
    const path = `${world.env.WHATSAPP_PHONE_NUMBER_ID}/media`
    const form = new FormData()
    form.set('type', 'application/pdf')
    expect((await world.graph('POST', path, form)).body.error.error_data.details).toMatch(/messaging_product/)
    form.set('messaging_product', 'whatsapp')
    expect((await world.graph('POST', path, form)).body.error.error_data.details).toMatch(/file is required/)
    expect((await world.graph('POST', path, {})).body.error.error_data.details).toMatch(/multipart/)
  })

  it('as an image must be an image', async () => {
    await using world = await World.open()
    await world.writes({ text: 'hi' })
    const { body } = await world.uploads(PDF, 'application/pdf', 'a.pdf')
    expect((await world.send({ type: 'image', image: { id: body.id } })).body.error.code).toBe(131053)
  })
})
