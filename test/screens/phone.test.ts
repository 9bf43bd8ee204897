import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { templateCreations } from '../../subgraphs/whatsapp/sending/templates.ts'
import { wording } from '../../subgraphs/whatsapp/wording.ts'
import { type Browser, NARROW, openBrowser, WIDE } from './browser.ts'
import { type Business, openBusiness } from './business.ts'
import { nameless, overhang, pale } from './reading.ts'
import { describeScreens } from './screens.ts'

const PDF = Buffer.from('%PDF-1.4\n% a paper\n')

describeScreens('the phone page', () => {
  let browser: Browser
  let business: Business
  let next = 919800000001

  beforeAll(async () => {
    browser = await openBrowser()
    business = await openBusiness({ templates: templateCreations(wording()) })
  })
  afterEach(() => browser.leave())
  afterAll(async () => {
    await browser?.close()
    await business?.[Symbol.asyncDispose]()
  })

  /** A new citizen's phone. */
  async function phoneOf(name: string, options?: Parameters<Browser['page']>[0]) {
    const number = String(next++)
    const page = await browser.page(options)
    await page.addInitScript(
      ([who, from]) =>
        localStorage.setItem('sandbox.phone.citizens', JSON.stringify([{ name: who, number: from, open: true }])),
      [name, number] as const,
    )
    await page.goto(`${business.sandbox.url}/phone`)
    const phone = page.getByRole('article', { name: `${name}’s phone` })
    const to = `+${number}`
    const types = async (text: string) => {
      await phone.getByRole('textbox').fill(text)
      await phone.getByRole('textbox').press('Enter')
      return heard(to, (message) => message.text?.body === text)
    }
    return { page, phone, to, types, says: (message: object) => business.send({ to, ...message }) }
  }

  /** The next message of a citizen that reached the business and is as wanted. */
  async function heard(from: string, wanted: (message: Record<string, any>) => boolean): Promise<Record<string, any>> {
    for (;;) {
      const message = business.received.find((one) => `+${one.from}` === from && wanted(one))
      if (message) return message
      await business.change()
    }
  }

  /** The line stands inside the part of the chat that is shown. */
  const inView = (page: Page, text: string) =>
    page.waitForFunction((wanted) => {
      const line = [...document.querySelectorAll('.message p')].findLast((one) => one.textContent === wanted)
      const [box, window] = [line, line?.closest('.scroll')].map((element) => element?.getBoundingClientRect())
      return box && window && box.top >= window.top && box.bottom <= window.bottom
    }, text)

  const bubbles = (phone: Locator) => phone.locator('.message')
  const buttons = (text: string, titles: readonly string[]) => ({
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text },
      action: { buttons: titles.map((title) => ({ type: 'reply', reply: { id: `id:${title}`, title } })) },
    },
  })
  const list = {
    type: 'interactive',
    interactive: {
      type: 'list',
      body: { text: 'What do you need?' },
      action: {
        button: 'See services',
        sections: [
          { title: 'Town', rows: [{ id: 'a', title: 'Birth certificate', description: 'From the register' }] },
          { title: 'Roads', rows: [{ id: 'b', title: 'Driving licence' }] },
        ],
      },
    },
  }

  it('what a citizen types arrives, and its ticks tell how far it came', async () => {
    const { phone, types } = await phoneOf('Asha')
    await phone.getByText('Say hi, or type what you need').waitFor()
    const { id } = await types("नमस्ते, it's me")
    const own = bubbles(phone).filter({ hasText: "नमस्ते, it's me" })
    await own.getByRole('img', { name: 'Delivered' }).waitFor()
    await business.read(id, true)
    await own.getByRole('img', { name: 'Read' }).waitFor()
    await phone.getByText('typing…').waitFor()
    expect(await phone.getByText('Say hi, or type what you need').isVisible()).toBe(false)
  })

  it('a pressed button is sent as the answer to its message, and quotes it', async () => {
    const { phone, to, types, says } = await phoneOf('Asha')
    await types('hi')
    const first = await says(buttons('Is this right?', ['Yes', 'No']))
    await says(buttons('And this?', ['Yes', 'No']))
    await bubbles(phone).filter({ hasText: 'Is this right?' }).getByRole('button', { name: 'No' }).click()
    const { interactive, context } = await heard(to, ({ type }) => type === 'interactive')
    expect(interactive).toEqual({ type: 'button_reply', button_reply: { id: 'id:No', title: 'No' } })
    expect(context.id).toBe(first)
    const answer = phone.locator('.message.own').last()
    await answer.getByRole('button', { name: 'Is this right?' }).waitFor()
    await answer.getByRole('img', { name: 'Delivered' }).waitFor()
  })

  it('a list opens as a sheet, and its rows are chosen by the keyboard', async () => {
    const { page, phone, to, types, says } = await phoneOf('Asha')
    await types('hi')
    await says(list)
    await phone.getByRole('button', { name: 'See services' }).press('Enter')
    await phone.getByRole('dialog', { name: 'See services' }).waitFor()
    await page.keyboard.press('Escape')
    await phone.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const { interactive } = await heard(to, ({ type }) => type === 'interactive')
    expect(interactive.list_reply).toEqual({ id: 'b', title: 'Driving licence' })
  })

  it('sample documents are made on the page: a photo and a PDF', async () => {
    const { phone, to, types } = await phoneOf('Asha')
    await types('hi')
    await phone.getByRole('button', { name: 'Attach' }).click()
    await phone.getByText('Photo of an identity card').click()
    const { image } = await heard(to, ({ type }) => type === 'image')
    const photo = await (await fetch(`${business.sandbox.url}/control/whatsapp/media/${image.id}`)).bytes()
    expect([...photo.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    await phone.getByRole('link', { name: 'Open the photo' }).waitFor()
    await phone.getByRole('button', { name: 'Attach' }).click()
    await phone.getByText('PDF document').click()
    const { document } = await heard(to, ({ type }) => type === 'document')
    expect(document).toMatchObject({ filename: 'document.pdf', mime_type: 'application/pdf' })
  })

  it('a file from disk is sent as it is', async () => {
    const { page, phone, to, types } = await phoneOf('Asha')
    await types('hi')
    const chooser = page.waitForEvent('filechooser')
    await phone.getByRole('button', { name: 'Attach' }).click()
    await phone.getByText('From this computer').click()
    await (await chooser).setFiles({ name: 'प्रमाण.pdf', mimeType: 'application/pdf', buffer: PDF })
    const { document } = await heard(to, ({ type }) => type === 'document')
    const sent = await (await fetch(`${business.sandbox.url}/control/whatsapp/media/${document.id}`)).bytes()
    expect(Buffer.from(sent)).toEqual(PDF)
    await phone.getByRole('link', { name: 'प्रमाण.pdf' }).waitFor()
  })

  it('a document from the business has a card that opens it, and a caption with a link', async () => {
    const { page, phone, types, says } = await phoneOf('Asha')
    await types('hi')
    const id = await business.upload('certificate.pdf', 'application/pdf', PDF)
    const caption = 'Ready: http://localhost:4000/verify/ABCD.'
    await says({ type: 'document', document: { id, filename: 'certificate.pdf', caption } })
    const card = phone.getByRole('link', { name: 'certificate.pdf' })
    expect(await phone.getByRole('link', { name: 'http://localhost:4000/verify/ABCD' }).getAttribute('href')).toBe(
      'http://localhost:4000/verify/ABCD',
    )
    const opened = page.waitForEvent('popup')
    await card.click()
    expect((await opened).url()).toMatch(/^blob:/)
  })

  it('marks are formatting, markup is text', async () => {
    const { page, phone, types, says } = await phoneOf('Asha')
    await types('hi')
    await says({
      type: 'text',
      text: { body: '*Name of the _child_*\n<img src=x onerror="document.title=1"> 2*3*4 a_b_c' },
    })
    await phone.locator('strong', { hasText: 'Name of the child' }).locator('em').waitFor()
    await phone.getByText('<img src=x onerror="document.title=1"> 2*3*4 a_b_c').waitFor()
    expect(await page.title()).toContain('Phones')
  })

  it('Urdu stands from right to left: lines, buttons, lists', async () => {
    const { phone, types, says } = await phoneOf('محمد علی')
    const direction = (part: Locator) => part.evaluate((element) => getComputedStyle(element).direction)
    await types('میری درخواست')
    await says({ type: 'text', text: { body: '*آپ کی درخواست* DWR-2026-000002\nKiran Kumar' } })
    const lines = bubbles(phone).filter({ hasText: 'DWR-2026-000002' }).locator('p')
    expect(await direction(lines.first())).toBe('rtl')
    expect(await direction(lines.last())).toBe('ltr')
    await says(buttons('کیا یہ ٹھیک ہے؟', ['ہاں', 'نہیں']))
    expect(await direction(phone.getByRole('button', { name: 'نہیں' }).locator('span').last())).toBe('rtl')
    const rows = [{ id: 'u', title: 'پیدائش کا سرٹیفکیٹ', description: 'دہلی میں درج پیدائش' }]
    const action = { button: 'چنیں', sections: [{ rows }] }
    await says({ type: 'interactive', interactive: { type: 'list', body: { text: 'کیا چاہیے؟' }, action } })
    await phone.getByRole('button', { name: 'چنیں' }).click()
    const sheet = phone.getByRole('dialog', { name: 'چنیں' })
    const title = sheet.getByText('پیدائش کا سرٹیفکیٹ')
    expect(await direction(title)).toBe('rtl')
    expect(await direction(sheet.getByText('دہلی میں درج پیدائش'))).toBe('rtl')
    // the words begin at the right edge of their column
    const [words, column] = await Promise.all([title, title.locator('xpath=..')].map((part) => part.boundingBox()))
    expect(Math.abs(words!.x + words!.width - (column!.x + column!.width))).toBeLessThan(2)
  })

  it('a contact card, a place and a voice message can be sent, and a day can pass', async () => {
    const { page, phone, to, types } = await phoneOf('Asha')
    await types('hi')
    for (const [row, type] of [
      ['Contact card', 'contacts'],
      ['Location', 'location'],
      ['Voice message', 'audio'],
    ] as const) {
      await phone.getByRole('button', { name: 'Attach' }).click()
      await phone.getByText(row).click()
      expect((await heard(to, (message) => message.type === type))[type]).toBeTruthy()
    }
    const ahead = async () => (await (await fetch(`${business.sandbox.url}/control/clock`)).json()).ahead
    const before = await ahead()
    const moved = page.waitForResponse(/control\/clock/)
    await phone.getByRole('button', { name: 'More' }).click()
    await phone.getByText('Let a day pass').click()
    await moved
    expect((await ahead()) - before).toBe(25 * 60 * 60 * 1000)
  })

  it('what comes late is a template in the citizen’s language, with its button', async () => {
    const { phone, to, types, says } = await phoneOf('نسرین')
    await types('سلام')
    const parameters = Object.entries({ reference: 'DWR-2026-000003', title: 'شادی', what: 'کاغذ بھیجیں' }).map(
      ([parameter_name, text]) => ({ type: 'text', parameter_name, text }),
    )
    const payload = { type: 'payload', payload: 'respond|DWR-2026-000003' }
    const components = [
      { type: 'body', parameters },
      { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [payload] },
    ]
    await says({ type: 'template', template: { name: 'action_required', language: { code: 'ur' }, components } })
    await phone.getByText('آپ کی درخواست DWR-2026-000003 (شادی) کے لیے آپ سے کچھ چاہیے: کاغذ بھیجیں').waitFor()
    await phone.getByRole('button', { name: 'ابھی جواب دیں' }).click()
    expect((await heard(to, ({ type }) => type === 'button')).button.payload).toBe(payload.payload)
  })

  it('several phones lie side by side, one of them with a username only', async () => {
    const { page, phone, types } = await phoneOf('Asha')
    await types('hi')
    await page.getByRole('button', { name: 'Add a citizen' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Ravi')
    await page.getByLabel('their username only').check()
    await page.getByLabel('Username', { exact: true }).fill('@ravi.k')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    const other = page.getByRole('article', { name: 'Ravi’s phone' })
    await other.getByRole('textbox').fill('hello from Ravi')
    await other.getByRole('textbox').press('Enter')
    await other.locator('.message.own').getByRole('img', { name: 'Delivered' }).waitFor()
    const message = business.received.find(({ text }) => text?.body === 'hello from Ravi')!
    expect(message.from).toBeUndefined()
    expect(message.from_user_id).toMatch(/^IN\.\d{20}$/)
    expect(await phone.isVisible()).toBe(true)
    expect(await bubbles(phone).count()).toBe(1)
  })

  it('an unseen message is counted until its chat is opened', async () => {
    const { page, phone, types, says } = await phoneOf('Asha', NARROW)
    await types('hi')
    await phone.getByRole('button', { name: 'All citizens' }).click()
    await says({ type: 'text', text: { body: 'One' } })
    await says({ type: 'text', text: { body: 'Two' } })
    const row = page.getByRole('button', { name: /Asha/ })
    await row.locator('.unread', { hasText: '2' }).waitFor()
    await row.click()
    await phone.getByText('Two').waitFor()
    await phone.getByRole('button', { name: 'All citizens' }).click()
    expect(await row.locator('.unread').count()).toBe(0)
  })

  it('the newest message stays in view unless the reader has scrolled back', async () => {
    const { page, phone, types, says } = await phoneOf('Asha', NARROW)
    await types('hi')
    for (let line = 1; line <= 12; line++) await says({ type: 'text', text: { body: `Line ${line}\n\n\nend ${line}` } })
    await inView(page, 'end 12')
    await phone.getByRole('region', { name: 'Chat' }).evaluate((element) => element.scrollTo(0, 0))
    await phone.getByRole('button', { name: 'To the newest message' }).waitFor()
    await says({ type: 'text', text: { body: 'The last' } })
    await phone.getByRole('button', { name: 'To the newest message' }).click()
    await inView(page, 'The last')
  })

  it('a refusal of the sandbox is shown at the message', async () => {
    const { page, phone } = await phoneOf('Asha')
    await page.route('**/control/whatsapp/messages', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 400, json: { error: 'this is refused' } })
        : route.continue(),
    )
    await phone.getByRole('textbox').fill('hi')
    await phone.getByRole('textbox').press('Enter')
    await phone.getByRole('alert').filter({ hasText: 'this is refused' }).waitFor()
    await phone.getByRole('img', { name: 'Not sent' }).waitFor()
  })

  it.each([
    ['light and wide', { colorScheme: 'light', ...WIDE }],
    ['dark and wide', { colorScheme: 'dark', ...WIDE }],
    ['light and narrow', { colorScheme: 'light', ...NARROW }],
    ['dark and narrow', { colorScheme: 'dark', ...NARROW }],
  ] as const)(
    '%s, it can be read, every control has a name, and it asks only the citizen’s hand',
    async (_, options) => {
      const { page, phone, types, says } = await phoneOf('Asha', options)
      const asked = watched(page)
      await types('hi')
      const id = await business.upload('certificate.pdf', 'application/pdf', PDF)
      await says({ type: 'document', document: { id, filename: 'certificate.pdf', caption: 'https://example.org' } })
      await says(list)
      await says(buttons('*Right?*', ['Yes']))
      await phone.getByRole('button', { name: 'Yes' }).click()
      await phone.locator('.message.own').last().getByRole('img', { name: 'Delivered' }).waitFor()
      expect(await pale(page)).toEqual([])
      expect(await nameless(page)).toEqual([])
      expect(await overhang(page)).toBe(0)
      await phone.getByRole('button', { name: 'See services' }).click()
      expect(await pale(page)).toEqual([])
      expect(asked.filter((path) => !/^\/(phone|control\/whatsapp)\b/.test(path))).toEqual([])
      expect(page.faults).toEqual([])
    },
  )

  const watched = (page: Page): string[] => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    return asked
  }
})
