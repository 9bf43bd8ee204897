/** Debian's Chromium, driven without a picture on any screen. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

/** Where a Chromium is looked for; `CHROMIUM` names another. */
export const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
export const found = PLACES.find((place) => place && existsSync(place))

export interface Browser extends AsyncDisposable {
  readonly context: BrowserContext
}

/**
 * A browser that nobody has used before; `insecure` names a host that is this machine over plain http, where a page has
 * no secure context.
 */
export async function openBrowser(options: BrowserContextOptions & { insecure?: string } = {}): Promise<Browser> {
  const { insecure, ...rest } = options
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: found!,
    headless: true,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(insecure ? [`--host-resolver-rules=MAP ${insecure} 127.0.0.1`] : []),
    ],
    ...rest,
  })
  context.setDefaultTimeout(15_000)
  return {
    context,
    async [Symbol.asyncDispose]() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
