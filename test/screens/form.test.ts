/** A form of WhatsApp's own on the phone page: every screen of it, from the hub's endpoint, to its end. */
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { World } from '../journeys/world.ts'
import { type Browser, NARROW, openBrowser } from './browser.ts'
import { nameless, overhang, pale } from './reading.ts'
import { describeScreens } from './screens.ts'

describeScreens('a form on the phone page', () => {
  let world: World
  let browser: Browser
  let next = 919800000101
  beforeAll(async () => {
    world = await World.open({ WHATSAPP_FLOWS: 'on' })
    browser = await openBrowser()
  }, 60_000)
  afterEach(() => browser.leave())
  afterAll(async () => {
    await browser?.close()
    await world?.[Symbol.asyncDispose]()
  })

  async function phoneOf(name: string): Promise<{ page: Page & { faults: readonly string[] }; phone: Locator }> {
    const number = String(next++)
    const page = await browser.page(NARROW)
    await page.addInitScript(
      ([who, from]) =>
        localStorage.setItem('sandbox.phone.citizens', JSON.stringify([{ name: who, number: from, open: true }])),
      [name, number] as const,
    )
    await page.goto(`${world.sandbox.url}/phone`)
    return { page, phone: page.getByRole('article', { name: `${name}’s phone` }) }
  }
  async function opens(phone: Locator, words: string, fill: string, open: string): Promise<Locator> {
    await phone.getByRole('textbox').fill(words)
    await phone.getByRole('textbox').press('Enter')
    await phone.getByRole('button', { name: fill }).click()
    await phone.getByRole('button', { name: open }).click()
    const form = phone.getByRole('dialog')
    await form.locator('.form-next:visible').waitFor()
    return form
  }
  /** Everything that is asked on the screen: the first choice, a day, a name or a number. */
  async function fills(form: Locator, day: string): Promise<void> {
    for (const group of await form.locator('fieldset').all()) await group.locator('input').first().check()
    for (const select of await form.locator('select').all()) await select.selectOption({ index: 1 })
    for (const date of await form.locator('input[type=date]').all()) await date.fill(day)
    for (const line of await form.locator('input[type=tel]').all()) await line.fill('9810012345')
    for (const line of await form.locator('input[inputmode=numeric]').all()) {
      const help = await form.locator(`[id="${await line.getAttribute('aria-describedby')}"]`).innerText()
      await line.fill(/: (\d+)$/.exec(help)![1]!)
    }
    for (const line of await form.locator('input[type=text]:not([inputmode]), textarea').all()) await line.fill('Delhi')
  }
  const screenOf = (form: Locator) => form.locator('.form-body').innerText()
  async function sends(form: Locator): Promise<void> {
    const before = await screenOf(form)
    await form.locator('.form-next').click()
    await form
      .page()
      .waitForFunction((was) => (document.querySelector('.form-body') as HTMLElement | null)?.innerText !== was, before)
  }

  it.each([
    ['Asha', 'Register a marriage', 'Fill a form', 'Open the form', 'ltr', /The groom must be 21/, '(optional)'],
    ['Zoya', 'شادی رجسٹر کرائیں', 'فارم بھریں', 'فارم کھولیں', 'rtl', /21/, '(اختیاری)'],
  ])(
    '%s is told on its screen what is wrong, and can read and name everything',
    async (name, words, fill, open, direction, wrong, optional) => {
      const { page, phone } = await phoneOf(name)
      if (direction === 'rtl') {
        await phone.getByRole('textbox').fill('اردو')
        await phone.getByRole('textbox').press('Enter')
        await phone.locator('.message.theirs').first().waitFor()
      }
      const form = await opens(phone, words, fill, open)
      expect(await form.getAttribute('dir')).toBe(direction)
      // nothing can be sent before what is required is there
      expect(await form.locator('.form-next').isDisabled()).toBe(true)
      await fills(form, '2024-02-14')
      await sends(form)
      await fills(form, '2010-02-14')
      await sends(form)
      await form.locator('.form-text-body', { hasText: wrong }).waitFor()
      expect(await form.locator('[aria-invalid=true]').count()).toBe(1)
      expect([...new Set(await form.locator('.form-optional').allInnerTexts())]).toEqual([optional])
      expect(await form.locator('input[type=tel]').inputValue()).toBe('9810012345')
      expect([await pale(page), await nameless(page), await overhang(page), page.faults]).toEqual([[], [], 0, []])
      // back and forth: what was given stands there
      await form.locator('.form-head button').click()
      expect(await form.locator('input[type=date]').inputValue()).toBe('2024-02-14')
      await page.keyboard.press('Escape')
      await form.waitFor({ state: 'detached' })
    },
    60_000,
  )

  it('a whole form is filled in, checked and sent; the chat goes on, and the form opens no more', async () => {
    const { page, phone } = await phoneOf('Meena')
    const form = await opens(phone, 'Birth certificate', 'Fill a form', 'Open the form').catch(async () => {
      throw new Error(await phone.innerText())
    })
    for (let screens = 0; !(await form.getByText('Please check', { exact: true }).isVisible()); screens++) {
      expect(screens).toBeLessThan(6)
      await fills(form, '1990-01-05')
      await sends(form)
    }
    await form.getByRole('button', { name: 'Back to the chat' }).click()
    await form.waitFor({ state: 'detached' })
    await phone.locator('.message.own', { hasText: 'Sent' }).waitFor()
    await phone.locator('.message.theirs').last().waitFor()
    const again = phone.getByRole('button', { name: 'Open the form', exact: true })
    await again.click()
    await form.getByText('no longer open').waitFor()
    await form.getByRole('button', { name: 'Close' }).click()
    expect(await again.isDisabled()).toBe(true)
    expect(page.faults).toEqual([])
  }, 60_000)
})
