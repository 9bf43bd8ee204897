import { expect } from '@jest/globals'
import { type CrashOptions, crash } from './index.ts'

/** The form of the harness that every run of the tests goes through; the long one is `npm run crash`. */
export const SHORT: CrashOptions = {
  filings: 500,
  kills: 20,
  seed: 20_261_125,
  storeUrl: null,
  processes: 1,
  pauses: 0,
  without: null,
}
export const LONG_MS = 600_000

export async function isWhole(options: Partial<CrashOptions>) {
  const { faults, acknowledged, kills } = await crash({ ...SHORT, ...options })
  expect(faults).toEqual({ lost: [], doubled: [], outOfOrder: [], stuck: [] })
  expect({ acknowledged, kills }).toEqual({ acknowledged: 500, kills: 20 })
}
