import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { ClerkAct } from '../../sandbox/office.ts'
import { type Browser, NARROW, openBrowser, WIDE } from './browser.ts'
import { type Business, openBusiness } from './business.ts'
import { PAPER, smallOffice } from './office.ts'
import { nameless, overhang, pale } from './reading.ts'
import { describeScreens } from './screens.ts'

describeScreens("the clerk's desk", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterEach(() => browser.leave())
  afterAll(() => browser?.close())

  async function openDesk(options?: Parameters<Browser['page']>[0]) {
    const acts: ClerkAct[] = []
    const business: Business = await openBusiness({ offices: { records: async () => smallOffice(acts) } })
    const page = await browser.page(options)
    const { url } = business.sandbox
    await page.goto(`${url}/desk/records`)
    await page.getByRole('heading', { name: 'Office of Records' }).waitFor()
    const detail = page.getByRole('region', { name: 'Case', exact: true })
    return {
      acts,
      page,
      url,
      detail,
      open: async (reference: string) => page.getByRole('link', { name: reference }).click(),
      [Symbol.asyncDispose]: () => business[Symbol.asyncDispose](),
    }
  }

  it('the newest case stands first, and the list narrows to a status', async () => {
    await using desk = await openDesk()
    const rows = desk.page.locator('#cases li')
    await rows.first().getByText('MRG/2026/18').waitFor()
    await desk.page.getByLabel('Status').selectOption('received')
    expect(await rows.allTextContents()).toEqual([expect.stringContaining('MRG/2026/17')])
  })

  it('a case shows its record, nested as it is, and its documents', async () => {
    await using desk = await openDesk()
    await desk.open('MRG/2026/17')
    await desk.detail.getByText("रवि O'Neill").waitFor()
    await desk.detail.getByText('Status before').waitFor()
    await desk.detail.getByText('<img src=x onerror=alert(1)>').waitFor()
    const picture = desk.detail.locator('img')
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(2)
    const paper = desk.detail.getByRole('link', { name: 'उद्घोषणा.pdf' })
    const opened = desk.page.waitForEvent('popup')
    await paper.click()
    expect((await opened).url()).toMatch(/^blob:/)
    const address = await paper.getAttribute('href')
    expect(Buffer.from(await (await fetch(desk.url + address)).arrayBuffer())).toEqual(PAPER)
  })

  it('the clerk takes a case up and approves it', async () => {
    await using desk = await openDesk()
    await desk.open('MRG/2026/17')
    await desk.detail.getByRole('button', { name: 'Take up' }).click()
    await desk.detail.getByText('In review').waitFor()
    await desk.detail.getByRole('button', { name: 'Approve' }).click()
    await desk.detail.getByRole('link', { name: 'Certificate as issued' }).waitFor()
    expect(desk.acts).toEqual([{ status: 'in_review' }, { status: 'approved' }])
  })

  it('the clerk asks the citizen to come, and reads why the office will not have it', async () => {
    await using desk = await openDesk()
    await desk.open('MRG/2026/17')
    await desk.detail.getByRole('button', { name: 'Ask…' }).click()
    await desk.detail.getByLabel('For').selectOption('APPOINTMENT')
    await desk.detail.getByLabel('What the citizen reads').fill('Please come with your witnesses.')
    await desk.detail.getByLabel('Place').fill('Room 12')
    await desk.detail.getByLabel('On', { exact: true }).fill('2020-01-01')
    await desk.detail.getByRole('button', { name: 'Ask', exact: true }).click()
    await desk.detail.getByText('the day lies in the past').waitFor()
    await desk.detail.getByLabel('On', { exact: true }).fill('2030-01-02')
    await desk.detail.getByRole('button', { name: 'Ask', exact: true }).click()
    await desk.detail.getByText('Waiting for the citizen').waitFor()
    const action = {
      kind: 'APPOINTMENT',
      text: 'Please come with your witnesses.',
      due: '2030-01-02',
      place: 'Room 12',
    }
    expect(desk.acts).toEqual([{ status: 'action_required', action }])
  })

  it('a refusal needs a reason', async () => {
    await using desk = await openDesk()
    await desk.open('MRG/2026/17')
    await desk.detail.getByRole('button', { name: 'Refuse…' }).click()
    await desk.detail.getByRole('button', { name: 'Refuse', exact: true }).click()
    expect(desk.acts).toEqual([])
    await desk.detail.getByLabel('Reason').fill('Already registered')
    await desk.detail.getByRole('button', { name: 'Refuse', exact: true }).click()
    await desk.detail.getByText('This case is closed.').waitFor()
    expect(desk.acts).toEqual([{ status: 'rejected', reason: 'Already registered' }])
  })

  it('a change made elsewhere appears by itself, and leaves a half-written refusal alone', async () => {
    await using desk = await openDesk()
    await desk.open('MRG/2026/17')
    await desk.detail.getByRole('button', { name: 'Refuse…' }).click()
    await desk.detail.getByLabel('Reason').fill('Half a')
    const body = JSON.stringify({ status: 'in_review' })
    await fetch(`${desk.url}/control/records/cases/${encodeURIComponent('MRG/2026/18')}`, { method: 'POST', body })
    await desk.page.locator('#cases').getByText('In review', { exact: true }).waitFor()
    expect(await desk.detail.getByLabel('Reason').inputValue()).toBe('Half a')
  })

  it('clerks are set to act by themselves, and back', async () => {
    await using desk = await openDesk()
    const now = async () => (await fetch(`${desk.url}/control/clerks`)).json()
    await desk.page.getByLabel('Seconds').fill('30')
    const set = desk.page.waitForResponse((response) => response.request().method() === 'POST')
    await desk.page.getByLabel('by themselves').check()
    await set
    expect(await now()).toEqual({ seconds: 30 })
    const back = desk.page.waitForResponse((response) => response.request().method() === 'POST')
    await desk.page.getByLabel('by hand').check()
    await back
    expect(await now()).toEqual({ seconds: null })
  })

  it.each([
    ['light and wide', { colorScheme: 'light', ...WIDE }],
    ['dark and narrow', { colorScheme: 'dark', ...NARROW }],
  ] as const)('%s, it can be read, every control has a name, and it weighs less than 100 kB', async (_, options) => {
    await using desk = await openDesk(options)
    expect(await pale(desk.page)).toEqual([])
    await desk.open('MRG/2026/17')
    await desk.detail.getByRole('button', { name: 'Ask…' }).click()
    expect(await pale(desk.page)).toEqual([])
    expect(await nameless(desk.page)).toEqual([])
    expect(await overhang(desk.page)).toBe(0)
    expect(desk.page.faults).toEqual([])
    const weight = await desk.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => !name.includes('/control'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0),
    )
    expect(weight).toBeLessThan(100_000)
  })
})
