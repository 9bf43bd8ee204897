import { describe } from '@jest/globals'
import { found, PLACES } from './browser.ts'

/** As `describe`; where no Chromium is found it skips and says so, in CI it fails. */
export function describeScreens(name: string, facts: () => void): void {
  if (found || process.env.CI) {
    describe(name, facts)
    return
  }
  console.warn(
    `No Chromium is found (${PLACES.filter(Boolean).join(', ')}): the screens are not tested. CHROMIUM names another.`,
  )
  describe.skip(name, facts)
}
