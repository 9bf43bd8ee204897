import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import { type Verification, verifyPage, verifyPageSecurity } from '../../subgraphs/applications/verify-page.ts'
import { type Browser, INSECURE_HOST, NARROW, openBrowser } from './browser.ts'
import { nameless, overhang, pale } from './reading.ts'
import { describeScreens } from './screens.ts'

const PAPER = Buffer.from('%PDF-1.4\n% the certificate, बच्चे का नाम\n')
const CERTIFICATE: Verification = {
  code: 'K7QF-2M9D-XT4R',
  valid: true,
  service: 'Birth certificate',
  department: "Officer's <records>",
  issuedOn: '2026-11-23',
  sha256: createHash('sha256').update(PAPER).digest('hex'),
  language: 'en',
}

describeScreens('the page behind a certificate’s address', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterEach(() => browser.leave())
  afterAll(() => browser?.close())

  async function served(change: Partial<Verification>, options?: Parameters<Browser['page']>[0], host = 'localhost') {
    const server = createServer((_request, response) =>
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': verifyPageSecurity().csp,
        })
        .end(verifyPage({ ...CERTIFICATE, ...change })),
    )
    await new Promise<void>((listening) => server.listen(0, listening))
    const page = await browser.page({ ...NARROW, ...options })
    await page.goto(`http://${host}:${(server.address() as AddressInfo).port}/verify/x`)
    const chooses = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })
    return {
      page,
      chooses,
      async [Symbol.asyncDispose]() {
        server.closeAllConnections()
        await new Promise((closed) => server.close(closed))
      },
    }
  }
  const match = 'This file is the certificate that was issued'
  const mismatch = 'This file is not the certificate that was issued'

  it.each([
    ['in a secure context', 'localhost'],
    ['over plain http, where the browser has no digest of its own', INSECURE_HOST],
  ])('tells the issued file from a changed one %s', async (_, host) => {
    await using screen = await served({}, {}, host)
    await screen.chooses('certificate.pdf', PAPER)
    await screen.page.getByRole('heading', { name: match }).waitFor()
    await screen.chooses('certificate.pdf', Buffer.concat([PAPER, Buffer.from('\n')]))
    await screen.page.getByRole('heading', { name: mismatch }).waitFor()
    expect(await screen.page.getByRole('heading', { name: match }).isVisible()).toBe(false)
    await screen.chooses('certificate.pdf', PAPER)
    await screen.page.getByRole('heading', { name: match }).waitFor()
    expect(await screen.page.evaluate(() => isSecureContext)).toBe(host === 'localhost')
    expect(screen.page.faults).toEqual([])
  })

  it('hashes a file of 3 MB without the browser’s digest as with it', async () => {
    const large = Buffer.alloc(3_000_001, 'certificate')
    const sha256 = createHash('sha256').update(large).digest('hex')
    await using screen = await served({ sha256 }, {}, INSECURE_HOST)
    await screen.chooses('large.pdf', large)
    await screen.page.getByRole('heading', { name: match }).waitFor()
  })

  it('takes a file that is dropped on it', async () => {
    await using screen = await served({})
    await screen.page.evaluate((text) => {
      const dropped = new DataTransfer()
      dropped.items.add(new File([text], 'certificate.pdf', { type: 'application/pdf' }))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }))
    }, PAPER.toString())
    await screen.page.getByRole('heading', { name: match }).waitFor()
  })

  it('is reached by the keyboard alone', async () => {
    await using screen = await served({})
    const chooser = screen.page.waitForEvent('filechooser')
    // three other languages stand before the file
    for (let stop = 0; stop < 4; stop++) await screen.page.keyboard.press('Tab')
    await screen.page.keyboard.press('Enter')
    await (await chooser).setFiles({ name: 'other.pdf', mimeType: 'application/pdf', buffer: Buffer.from('other') })
    await screen.page.getByRole('heading', { name: mismatch }).waitFor()
  })

  it('says what was issued, by whom and when, without a script as well', async () => {
    await using screen = await served({}, { javaScriptEnabled: false })
    const rows = await screen.page.locator('dl > div').allInnerTexts()
    expect(rows.map((row) => row.split(/\s*\n+\s*/))).toEqual([
      ['What', 'Birth certificate'],
      ['Issued by', "Officer's <records>"],
      ['Issued on', '23 November 2026'],
      ['Code', 'K7QF-2M9D-XT4R'],
    ])
    expect(await screen.page.locator('noscript p').textContent()).toContain('allow JavaScript')
    expect(await screen.page.locator('#compare').isVisible()).toBe(false)
  })

  it('says of a code that is not ours what to do, and shows it as text', async () => {
    await using screen = await served({ code: '<script>alert(1)</script>$&', valid: false })
    await screen.page.getByRole('heading', { name: 'This code is not ours' }).waitFor()
    await screen.page.getByText('No certificate with the code <script>alert(1)</script>$& was issued here.').waitFor()
    expect(await screen.page.locator('li').count()).toBe(3)
    expect(await screen.page.locator('input').count()).toBe(0)
  })

  it.each([
    ['hi', 'ltr', 'यह प्रमाणपत्र जारी किया गया है', '23 नवंबर 2026', 'जन्म प्रमाणपत्र'],
    ['pa', 'ltr', 'ਇਹ ਸਰਟੀਫਿਕੇਟ ਜਾਰੀ ਹੋਇਆ ਹੈ', '23 ਨਵੰਬਰ 2026', 'ਜਨਮ ਸਰਟੀਫਿਕੇਟ'],
    ['ur', 'rtl', 'یہ سرٹیفکیٹ جاری ہوا ہے', '23 نومبر، 2026', 'پیدائش کا سرٹیفکیٹ'],
  ] as const)('speaks %s, written %s, and leads to the other languages', async (language, dir, title, day, service) => {
    await using screen = await served({ language, service })
    await screen.page.getByRole('heading', { name: title }).waitFor()
    await screen.page.getByText(day).waitFor()
    const html = screen.page.locator('html')
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([language, dir])
    // the code reads from left to right, and stands where the other answers stand
    const code = screen.page.locator('dd code')
    expect(await code.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    const [mark, heading] = await Promise.all(
      ['.verdict svg', '.verdict h1'].map((part) => screen.page.locator(part).first().boundingBox()),
    )
    expect(mark!.x < heading!.x).toBe(dir === 'ltr')
    const links = await screen.page
      .locator('nav a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('hreflang')))
    expect([...links, language].sort()).toEqual(['en', 'hi', 'pa', 'ur'])
    expect(await pale(screen.page)).toEqual([])
    expect(await overhang(screen.page)).toBe(0)
  })

  it.each(['light', 'dark'] as const)(
    'can be read in %s, fits a phone, and weighs less than 100 kB',
    async (colorScheme) => {
      await using screen = await served({}, { colorScheme })
      await screen.chooses('other.pdf', Buffer.from('other'))
      await screen.page.getByRole('heading', { name: mismatch }).waitFor()
      await screen.page.getByText('Fingerprint').click()
      expect(await pale(screen.page)).toEqual([])
      expect(await nameless(screen.page)).toEqual([])
      expect(await overhang(screen.page)).toBe(0)
      expect(Buffer.byteLength(verifyPage(CERTIFICATE))).toBeLessThan(100_000)
    },
  )
})
