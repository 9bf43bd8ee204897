import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { World } from '../journeys/world.ts'
import { type Browser, NARROW, openBrowser } from './browser.ts'
import { describeScreens } from './screens.ts'

describeScreens('a citizen with a phone and a clerk at a desk', () => {
  let world: World
  let browser: Browser
  beforeAll(async () => {
    world = await World.open()
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await world?.[Symbol.asyncDispose]()
  })

  it('go from the first word to a certificate whose file is verified, seeing only their screens', async () => {
    const page = await browser.page(NARROW)
    await page.goto(`${world.sandbox.url}/phone`)
    const box = page.getByRole('textbox').first()
    await box.fill('birht certificate')
    await box.press('Enter')
    const suggestion = page.getByRole('button', { name: 'Birth certificate' }).first()
    await suggestion.click()
    const question = page.locator('.message').filter({ hasText: 'Who are you to the child?' })
    await question.first().waitFor()
    // the rest of the answers come from the same citizen's hand, by machine
    const [{ number }] = await page.evaluate(() => JSON.parse(localStorage.getItem('sandbox.phone.citizens') ?? '[{}]'))
    const asha = world.citizen(number ?? '919810012345')
    const reference = await asha.appliesFor('municipal.birth-certificate')
    await page
      .locator('.message')
      .filter({ hasText: `Received: ${reference}` })
      .first()
      .waitFor()

    const department = 'municipal'
    const desk = await browser.page()
    await desk.goto(`${world.sandbox.url}/desk/${department}`)
    await desk.getByText(reference).first().click()
    await desk.getByRole('button', { name: 'Take up' }).click()
    await desk.getByRole('button', { name: 'Approve' }).click()

    const card = page.locator('.message').filter({ hasText: `${reference}.pdf` })
    await card.first().waitFor({ timeout: 30_000 })
    const paper = await asha.hears((m) => m.message.type === 'document')
    const file = Buffer.from(
      await (await fetch(`${world.sandbox.url}/control/whatsapp/media/${paper.message.document.id}`)).arrayBuffer(),
    )
    const address = (await card.first().getByRole('link').first().getAttribute('href')) ?? ''
    const verify = await browser.page(NARROW)
    await verify.goto(
      /\/verify\//.test(address) ? address : /http\S+\/verify\/\w+/.exec(paper.message.document.caption)![0],
    )
    await verify.getByText('This certificate was issued').waitFor()
    const choose = verify.locator('input[type=file]')
    await choose.setInputFiles({ name: 'c.pdf', mimeType: 'application/pdf', buffer: file })
    await verify.getByText('This file is the certificate that was issued').waitFor()
    const changed = Buffer.concat([file, Buffer.from('%')])
    expect(createHash('sha256').update(changed).digest('hex')).not.toBe(createHash('sha256').update(file).digest('hex'))
    await choose.setInputFiles({ name: 'c.pdf', mimeType: 'application/pdf', buffer: changed })
    await verify.getByText('This file is not the certificate that was issued').waitFor()
    expect([...page.faults, ...desk.faults, ...verify.faults]).toEqual([])
  }, 120_000)
})
