/** Debian's Chromium, driven without a screen. */
import { existsSync } from 'node:fs'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Where a Chromium is looked for; `CHROMIUM` names another. */
export const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
export const found = PLACES.find((place) => place && existsSync(place))

/** A host that is this machine, but to which a browser grants no secure context over http. */
export const INSECURE_HOST = 'office.example'

export const NARROW = { viewport: { width: 360, height: 740 } }
export const WIDE = { viewport: { width: 1280, height: 800 } }

export interface Browser {
  /** A page of a person who was never here before; what it throws or fails to load is in `faults`. */
  page(options?: BrowserContextOptions): Promise<Page & { readonly faults: readonly string[] }>
  /** Closes all pages. */
  leave(): Promise<void>
  close(): Promise<void>
}

export async function openBrowser(): Promise<Browser> {
  if (!found) throw new Error(`no Chromium is found at ${PLACES.filter(Boolean).join(', ')}: CHROMIUM names another`)
  const browser = await chromium.launch({
    executablePath: found,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`,
    ],
  })
  return {
    async page(options) {
      const context = await browser.newContext({ locale: 'en-IN', timezoneId: 'Asia/Kolkata', ...WIDE, ...options })
      context.setDefaultTimeout(15_000)
      const faults: string[] = []
      context.on('weberror', (error) => faults.push(error.error().message))
      context.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      return Object.assign(await context.newPage(), { faults })
    },
    leave: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    close: () => browser.close(),
  }
}
