/** Papers from real life: what becomes of a file before it leaves the hub. */
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import exif from 'exif-reader'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import type { UploadDoubt } from '../../../subgraphs/whatsapp/conversation/state.ts'
import { inspector } from '../../../subgraphs/whatsapp/papers/inspector.ts'
import { harmlessName } from '../../../subgraphs/whatsapp/papers/names.ts'
import { type Paper, PaperRefused } from '../../../subgraphs/whatsapp/papers/paper.ts'
import { prepared, preparedTogether } from '../../../subgraphs/whatsapp/papers/prepared.ts'
import { blurred, claiming, page, photograph, withText, written } from './pictures.ts'

const BOTH = ['application/pdf', 'image/*']
const HEIC = readFileSync(new URL('samples/photograph.heic', import.meta.url))
const inspecting = inspector()

const prepare = (
  bytes: Uint8Array,
  more: { said?: string; name?: string; accepts?: string[] | null; despite?: UploadDoubt[] } = {},
): Promise<Paper> =>
  prepared(
    { bytes, said: more.said ?? null, name: more.name ?? null },
    { accepts: more.accepts === undefined ? BOTH : more.accepts, despite: more.despite ?? [] },
    inspecting,
  )
const refusal = (taken: Promise<Paper>): Promise<string> =>
  taken.then(
    () => 'taken',
    (error) => (error instanceof PaperRefused ? error.why : Promise.reject(error)),
  )
const looksLike = async (bytes: Uint8Array, width: number, height: number): Promise<number> => {
  const dots = await sharp(bytes).greyscale().raw().toBuffer()
  const wanted = page(width, height)
  return dots.reduce((sum, dot, i) => sum + Math.abs(dot - wanted[i]!), 0) / dots.length
}

function pdf(draw: (document: PDFKit.PDFDocument) => void = () => {}, options: PDFKit.PDFDocumentOptions = {}) {
  const document = new PDFDocument(options)
  const chunks: Buffer[] = []
  document.on('data', (chunk) => chunks.push(chunk))
  const done = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
  document.text('Proof of address: 12, Mall Road')
  draw(document)
  document.end()
  return done
}
const object = (text: string) => Buffer.from(`%PDF-1.5\n1 0 obj\n${text}\nendobj\n%%EOF\n`, 'latin1')
const END = 'startxref\n9\n%%EOF\n'
const PAGES = '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n'
/** A PDF of these objects, without a place of each: readers find them. */
const whole = (objects: string, end = END) => Buffer.from(`%PDF-1.5\n${objects}${end}`, 'latin1')
const opening = (action: string, rest = '') =>
  whole(`1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction ${action}>>\nendobj\n${rest}`)
const packed = (inner: string, filter = '/Filter/FlateDecode', first = 4) => {
  const data = deflateSync(Buffer.from(inner, 'latin1'))
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.5\n7 0 obj\n<</Type/ObjStm/N 1/First ${first}${filter}/Length ${data.length}>>\nstream\n`,
      'latin1',
    ),
    data,
    Buffer.from(`\nendstream\nendobj\n${END}`, 'latin1'),
  ])
}

const WEB = `9 0 obj\n<</Linearized 1/L 9>>\nendobj\nstartxref\n0\n%%EOF\n`

/** Where orientation `turn` shows the dot (u, v) of a file that is `w` × `h`: TIFF 6.0, Orientation. */
const SHOWN: Readonly<Record<number, (u: number, v: number, w: number, h: number) => [x: number, y: number]>> = {
  1: (u, v) => [u, v],
  2: (u, v, w) => [w - 1 - u, v],
  3: (u, v, w, h) => [w - 1 - u, h - 1 - v],
  4: (u, v, _, h) => [u, h - 1 - v],
  5: (u, v) => [v, u],
  6: (u, v, _, h) => [h - 1 - v, u],
  7: (u, v, w, h) => [h - 1 - v, w - 1 - u],
  8: (u, v, w) => [v, w - 1 - u],
}
/** A page of 200 × 320 dots as a phone that was held so writes it. */
async function heldSo(turn: number): Promise<Buffer> {
  const [width, height] = turn > 4 ? [320, 200] : [200, 320]
  const upright = page(200, 320)
  const dots = Buffer.alloc(200 * 320)
  for (let v = 0; v < height; v++)
    for (let u = 0; u < width; u++) {
      const [x, y] = SHOWN[turn]!(u, v, width, height)
      dots[v * width + u] = upright[y * 200 + x]!
    }
  return sharp(dots, { raw: { width, height, channels: 1 } })
    .toColourspace('srgb')
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 36/1 50/1' } })
    .withMetadata({ orientation: turn })
    .jpeg({ quality: 95 })
    .toBuffer()
}

describe('a photograph', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('with orientation %i comes out upright, without its place', async (turn) => {
    const sideways = await heldSo(turn)
    expect((await sharp(sideways).metadata()).exif).toBeDefined()
    const { bytes, mediaType } = await prepare(sideways, { said: 'image/jpeg' })
    const { width, height, exif: notes, orientation } = await sharp(bytes).metadata()
    expect({ mediaType, width, height, notes, orientation }).toEqual({
      mediaType: 'image/jpeg',
      width: 200,
      height: 320,
    })
    expect(await looksLike(bytes, 200, 320)).toBeLessThan(6)
  })

  it('loses its place, maker and preview, and no dot of its picture', async () => {
    const taken = await photograph(400, 300)
    expect(exif((await sharp(taken).metadata()).exif!).GPSInfo?.GPSLatitude).toBeDefined()
    // a film that newer phones hang behind the picture
    const { bytes } = await prepare(Buffer.concat([taken, Buffer.from('ftypmp42 28.6139 77.2090')]))
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    expect(Buffer.from(bytes).includes('77.2090') || Buffer.from(bytes).includes('A phone')).toBe(false)
    expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(taken).raw().toBuffer())
  })

  it('that carries nothing beside its picture is kept byte for byte', async () => {
    for (const made of [
      written(300, 200).jpeg(),
      written(300, 200).jpeg({ progressive: true }),
      written(300, 200).png(),
    ]) {
      const bytes = await made.toBuffer()
      expect(Buffer.from((await prepare(bytes)).bytes).equals(bytes)).toBe(true)
    }
  })

  it('as a PNG loses its texts', async () => {
    const png = await written(300, 200).png().toBuffer()
    const { bytes, mediaType } = await prepare(withText(png, '28.6139 N'))
    expect([mediaType, Buffer.from(bytes).equals(png)]).toEqual(['image/png', true])
  })

  it.each(['image/heic', 'image/heif', 'application/octet-stream'])(
    'of a newer phone (%s) becomes a JPEG',
    async (said) => {
      const { bytes, mediaType, name } = await prepare(HEIC, { said, name: 'IMG_0001.HEIC' })
      const { format, width, height, exif: notes } = await sharp(bytes).metadata()
      expect({ format, width, height, notes, mediaType, name }).toEqual({
        ...{ format: 'jpeg', width: 320, height: 240, mediaType: 'image/jpeg', name: 'IMG_0001.jpg' },
      })
      // the block at its upper left is blue, the paper white
      const dot = async (left: number, top: number) => [
        ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
      ]
      const [red = 255, , blue = 0] = await dot(40, 50)
      expect(blue - red).toBeGreaterThan(100)
      expect(Math.min(...(await dot(310, 230)))).toBeGreaterThan(230)
    },
  )

  it('of another kind becomes one that offices can open', async () => {
    for (const made of [written(300, 200).webp(), written(300, 200).avif(), written(300, 200).tiff()])
      expect(await prepare(await made.toBuffer())).toMatchObject({ mediaType: 'image/jpeg', name: 'file.jpg' })
    expect(await prepare(await written(300, 200).webp().toBuffer(), { accepts: ['image/png'] })).toMatchObject({
      mediaType: 'image/png',
    })
  })

  it('of the largest cameras is opened', async () => {
    const sideways = await sharp({ create: { width: 9000, height: 6000, channels: 3, background: 'white' } })
      .composite([{ input: await written(2000, 2000).png().toBuffer() }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { width, height } = await sharp((await prepare(sideways)).bytes).metadata()
    expect([width, height]).toEqual([2731, 4096])
  })

  it('in four inks is taken', async () => {
    const cmyk = await written(300, 200).toColourspace('cmyk').jpeg().toBuffer()
    expect(await refusal(prepare(cmyk))).toBe('taken')
  })
})

describe('a picture that is hard to read', () => {
  const cases: [string, () => Promise<Buffer>, UploadDoubt][] = [
    ['one dot', () => written(1, 1).png().toBuffer(), 'small'],
    ['a thumbnail', () => written(90, 60).jpeg().toBuffer(), 'small'],
    ['shaken', () => blurred(1600, 1200), 'blurred'],
    [
      'of nothing',
      () =>
        sharp({ create: { width: 800, height: 600, channels: 3, background: '#777' } })
          .jpeg()
          .toBuffer(),
      'blurred',
    ],
  ]
  it.each(cases)('(%s) is doubted once, and taken when the citizen insists', async (_, made, doubt) => {
    const bytes = await made()
    expect(await refusal(prepare(bytes))).toBe(doubt)
    expect(await refusal(prepare(bytes, { despite: [doubt] }))).toBe('taken')
  })

  it('is told from one that can be read', async () => {
    for (const made of [
      written(200, 230).jpeg({ quality: 60 }),
      written(140, 60).jpeg(),
      written(3000, 4000).jpeg({ quality: 50 }),
      // a small paper on a large, empty table
      sharp({ create: { width: 3000, height: 4000, channels: 3, background: '#b9a27c' } })
        .composite([{ input: await written(1000, 700).png().toBuffer() }])
        .jpeg(),
      // in poor light
      written(1200, 900).linear(0.25, 10).jpeg(),
    ])
      expect(await refusal(prepare(await made.toBuffer()))).toBe('taken')
  })
})

describe('a file that is not taken', () => {
  it.each([
    ['a kilobyte that claims 50,000 × 50,000 dots', () => claiming(50_000, 50_000), 'pixels'],
    ['one that claims more dots than numbers go', () => claiming(0x7fffffff, 0x7fffffff), 'damaged'],
    ['a HEIC file that claims as many', () => hugeHeic(), 'pixels'],
    ['half a HEIC file', () => HEIC.subarray(0, 2000), 'damaged'],
    ['a PNG of which nothing came', () => claiming(300, 200).subarray(0, 60), 'damaged'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'type'],
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'type'],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'type'],
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['17 MB', () => Buffer.alloc(17 * 1024 * 1024), 'too-large'],
  ])('is %s', async (_, made, why) => {
    const begun = performance.now()
    expect(await refusal(prepare(made()))).toBe(why)
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it('is half a JPEG', async () => {
    const whole = await written(1200, 900).jpeg().toBuffer()
    expect(await refusal(prepare(whole.subarray(0, whole.length / 2)))).toBe('damaged')
  })

  it('is a picture whose bytes are those of another kind', async () => {
    expect(await refusal(prepare(await written(300, 200).png().toBuffer(), { said: 'application/pdf' }))).toBe(
      'content',
    )
    expect(await refusal(prepare(await pdf(), { said: 'image/jpeg' }))).toBe('content')
  })

  it.each([
    ['application/pdf', BOTH, 'content'],
    ['image/jpeg', BOTH, 'content'],
    ['application/pdf', ['image/*'], 'type'],
    ['text/plain', BOTH, 'type'],
  ])('is a text that is called %s, where %j is taken', async (said, accepts, why) => {
    expect(await refusal(prepare(Buffer.from('My proof of address'), { said, accepts }))).toBe(why)
  })

  it('is a scan of several pages that would lose all but one', async () => {
    const page = await written(300, 200).raw().toBuffer()
    const pages = sharp(Buffer.concat([page, page]), {
      raw: { width: 300, height: 400, channels: 1, pageHeight: 200 } as any,
    })
    const tiff = await pages.tiff().toBuffer()
    expect([(await sharp(tiff).metadata()).pages, await refusal(prepare(tiff))]).toEqual([2, 'type'])
  })
})

/** The HEIC file, its picture said to be 60,000 × 60,000. */
function hugeHeic(): Buffer {
  const bytes = Buffer.from(HEIC)
  const at = bytes.indexOf('ispe')
  bytes.writeUInt32BE(60_000, at + 8)
  bytes.writeUInt32BE(60_000, at + 12)
  return bytes
}

describe('a PDF', () => {
  it('is kept byte for byte', async () => {
    const bytes = await pdf((d) => d.addPage().text('second page', { link: 'https://example.org' }))
    const kept = await prepare(bytes, { said: 'application/pdf', name: 'proof.pdf' })
    expect([kept.name, Buffer.from(kept.bytes).equals(bytes)]).toEqual(['proof.pdf', true])
  })

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['with a password', () => pdf(undefined, { userPassword: 'secret', pdfVersion: '1.7' }), 'locked'],
    ['with an owner’s password alone', () => pdf(undefined, { ownerPassword: 'secret' }), 'locked'],
    ['with a script', () => object('<</S/JavaScript/JS(app.alert\\(1\\))>>'), 'active'],
    ['with a script whose name is written in numbers', () => object('<</S/J#61v#61Script/JS(1)>>'), 'active'],
    ['that starts a program', () => object('<</OpenAction<</S/Launch/F(cmd.exe)>>>>'), 'active'],
    ['with a script in packed objects', () => packed('1 0 <</S/JavaScript/JS(1)>>'), 'active'],
    ['whose objects are packed twice', () => packed('x', '/Filter[/FlateDecode/FlateDecode]'), 'damaged'],
    ['whose objects are packed in an odd way', () => packed('x', '/Filter/LZWDecode'), 'damaged'],
    ['whose objects unpack to hundreds of megabytes', () => packed('x'.repeat(100_000_000)), 'damaged'],
    ['of which half came', async () => (await pdf()).subarray(0, 700), 'damaged'],
    ['cut behind an object', () => whole(PAGES, ''), 'damaged'],
    ['that says nowhere where its objects are', () => whole(PAGES, '%%EOF\n'), 'taken'],
    ['made for the web, cut behind its first part', () => whole(WEB + PAGES, ''), 'damaged'],
    ['made for the web', () => whole(WEB + PAGES), 'taken'],
    ['that was added to', () => whole(`${PAGES}${END}9 0 obj\n<</Producer(x)>>\nendobj\n`), 'taken'],
    [
      'with a mail’s text and padding behind it',
      () => whole(PAGES, `${END}${'-- \n'.repeat(999)}${'\0'.repeat(60_000)}`),
      'taken',
    ],
    ['with a trailer alone', () => whole(PAGES, 'trailer\n<</Root 1 0 R>>\n%%EOF'), 'taken'],
    ['with a form that submits itself', () => opening('<</S/SubmitForm/F(http://x)>>'), 'active'],
    ['that opens another file', () => opening('<</S/GoToR/F(\\\\x\\y)>>'), 'active'],
    ['that opens an address', () => opening('<</S/URI/URI(http://x)>>'), 'active'],
    ['that opens an address elsewhere', () => opening('7 0 R', '7 0 obj\n<</S %\n/URI/URI(x)>>\nendobj\n'), 'active'],
    [
      'that opens an address in packed objects',
      () => packed('1 0 7 40 <</Type/Catalog/OpenAction 7 0 R>>      <</S/URI/URI(x)>>', '/Filter/FlateDecode', 9),
      'active',
    ],
    ['that opens at a page', () => opening('7 0 R', '7 0 obj\n<</S/GoTo/D[3 0 R/Fit]>>\nendobj\n'), 'taken'],
    ['with a form of its own kind', () => whole(`${PAGES}4 0 obj\n<</XFA[(x) 5 0 R]>>\nendobj\n`), 'active'],
    ['that names a file in it', () => whole(`${PAGES}4 0 obj\n<</F(a.exe)/EF <</F 5 0 R>>>>\nendobj\n`), 'active'],
    ['that names a file elsewhere in it', () => whole(`${PAGES}4 0 obj\n<</EF%\n5 0 R>>\nendobj\n`), 'active'],
    [
      'whose picture happens to hold /EF and /XFA',
      () => whole(`${PAGES}4 0 obj\n<<>>stream\n\xff/EF\x01/XFA\x02\nendstream\nendobj\n`),
      'taken',
    ],
    ['that carries another file', () => pdf((d) => void d.file(Buffer.from('MZ'), { name: 'x.exe' })), 'active'],
    ['that is plain, its objects packed', () => packed('1 0 <</Type/Catalog>>'), 'taken'],
  ])('%s', async (_, made, why) => {
    expect(await refusal(prepare(await made(), { said: 'application/pdf' }))).toBe(why)
  })

  it('loses the place that a photograph in it notes, and nothing moves; a signed one stays as it is', async () => {
    const taken = await photograph(400, 300)
    const scan = (more = '') =>
      whole(`${PAGES}4 0 obj\n<</Filter/DCTDecode${more}>>\nstream\n${taken.toString('latin1')}\nendstream\nendobj\n`)
    const bytes = Buffer.from((await prepare(scan())).bytes)
    const [from, end] = [scan().indexOf(taken), scan().indexOf(taken) + taken.length]
    expect(bytes.length).toBe(scan().length)
    expect([bytes.subarray(0, from), bytes.subarray(end)]).toEqual([scan().subarray(0, from), scan().subarray(end)])
    const picture = bytes.subarray(from, end)
    expect([picture.includes('A phone'), (await sharp(picture).metadata()).exif]).toEqual([false, undefined])
    expect(await sharp(picture).raw().toBuffer()).toEqual(await sharp(taken).raw().toBuffer())
    const signed = scan('/ByteRange[0 9 9 9]')
    expect(Buffer.from((await prepare(signed)).bytes).equals(signed)).toBe(true)
  })

  it('is refused where a photo is wanted', async () => {
    expect(await refusal(prepare(await pdf(), { accepts: ['image/*'] }))).toBe('type')
  })
})

describe('several pictures of one paper', () => {
  const file = async (bytes: Promise<Buffer> | Buffer, name = 'page.jpg') => ({ bytes: await bytes, said: null, name })

  it('become one PDF with a page each, upright', async () => {
    const files = [await file(photograph(300, 400)), await file(heldSo(6)), await file(HEIC, 'last.heic')]
    const { bytes, mediaType, name } = await preparedTogether(files, { accepts: BOTH, despite: [] }, inspecting)
    const text = Buffer.from(bytes).toString('latin1')
    expect([mediaType, name]).toEqual(['application/pdf', 'last.pdf'])
    expect(text.match(/\/Type\/Page\/Parent/g)).toHaveLength(3)
    expect([...text.matchAll(/\/Width (\d+)\/Height (\d+)/g)].map(([, w, h]) => `${w} × ${h}`)).toEqual([
      ...['300 × 400', '200 × 320', '320 × 240'],
    ])
    expect(text).not.toMatch(/A phone|Exif/)
    const at = Number(/startxref\n(\d+)/.exec(text)![1])
    expect(text.slice(at, at + 4)).toBe('xref')
    for (const [, place, i] of [...text.slice(at).matchAll(/^(\d{10}) 00000 n/gm)].map(
      (m, n) => [m[0], Number(m[1]), n + 1] as const,
    ))
      expect(text.slice(place).startsWith(`${i} 0 obj`)).toBe(true)
  })

  it('are not joined where no PDF is wanted, nor with a PDF among them', async () => {
    const files = [await file(photograph(300, 400)), await file(photograph(300, 400))]
    expect(await refusal(preparedTogether(files, { accepts: ['image/*'], despite: [] }, inspecting))).toBe('type')
    const mixed = [files[0]!, await file(pdf(), 'b.pdf')]
    expect(await refusal(preparedTogether(mixed, { accepts: BOTH, despite: [] }, inspecting))).toBe('type')
  })
})

it.each([
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['C:\\Users\\x\\proof.pdf', 'application/pdf', 'proof.pdf'],
  ['proof.pdf.exe', 'application/pdf', 'proof.pdf.pdf'],
  ['photo.HEIC', 'image/jpeg', 'photo.jpg'],
  ['photo.JPEG', 'image/jpeg', 'photo.jpeg'],
  ['आधार कार्ड.pdf', 'application/pdf', 'आधार कार्ड.pdf'],
  ['a\u202Efdp.exe', 'application/pdf', 'afdp.pdf'],
  ['a\u0000b\nc.png', 'image/png', 'abc.png'],
  ['..', 'image/png', 'file.png'],
  ['.htaccess', 'application/pdf', 'htaccess.pdf'],
  ['', 'image/jpeg', 'file.jpg'],
  [null, 'application/pdf', 'file.pdf'],
  [`${'ā'.repeat(500)}.pdf`, 'application/pdf', `${'ā'.repeat(100)}.pdf`],
  ['Dr. Rao', 'application/pdf', 'Dr. Rao.pdf'],
])('the name %j of a %s becomes %j', (given, type, wanted) => {
  expect(harmlessName(given, type)).toBe(wanted)
})
