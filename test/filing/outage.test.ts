/** A department that is down for a day: what it is asked meanwhile, and how what waited reaches it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Filing } from '../../adapters/adapter.ts'
import { Bench, DEPARTMENT, fails, RETRY_MAXIMUM } from './bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench[Symbol.asyncDispose]())

const APPLICATIONS = 30
const MINUTE = 60_000
const reference = (n: number) => `DWR-2026-${String(n).padStart(6, '0')}`

/** A department that can be switched off, and remembers its cases and how many calls it bears at once. */
function office() {
  const kept = {
    isUp: true,
    calls: 0,
    cases: [] as string[],
    /** Calls under way when each case was opened, this one among them. */
    atOnce: [] as number[],
  }
  let busy = 0
  const submit = async (filing: Filing) => {
    kept.calls++
    busy++
    try {
      // whatever is claimed together is under way together
      await new Promise((resolve) => setTimeout(resolve, 15))
      if (!kept.isUp) return fails('DEPARTMENT_UNAVAILABLE')
      kept.atOnce.push(busy)
      kept.cases.push(filing.reference)
      return { reference: `case ${filing.reference}` }
    } finally {
      busy--
    }
  }
  Object.assign(bench.adapter, { submit })
  return kept
}

/** Thirty people file, a minute apart. */
async function everyoneFiles(): Promise<string[]> {
  const filed = Array.from({ length: APPLICATIONS }, (_, i) => reference(i + 1))
  for (const one of filed) {
    await bench.files({ reference: one, digest: one })
    bench.passes(MINUTE)
  }
  return filed
}
const owed = async () => (await bench.store.applications.owed(DEPARTMENT)).owed

describe('a department that is down for a day', () => {
  it('is asked now and then, and has everything when it is back, oldest first, without a stampede', async () => {
    const department = office()
    department.isUp = false
    bench.start()
    const filed = await everyoneFiles()
    for (let hours = 0; hours < 24 * 6; hours++) {
      bench.passes(10 * MINUTE)
      await bench.until('a probe, or rest', async () => (await bench.waits(1).catch(() => null)) !== null)
    }
    const asked = department.calls
    expect(asked).toBeLessThanOrEqual(24 * 6 + APPLICATIONS + 10)
    department.isUp = true
    await bench.until('all to be filed', async () => {
      bench.passes(RETRY_MAXIMUM)
      return (await owed()) === 0
    })
    expect(department.cases.toSorted()).toEqual(filed)
    // one that has been tried too often gives way; the others keep the order in which they were filed
    const inversions = department.cases.filter((one, i) => i > 0 && one < department.cases[i - 1]!)
    expect(inversions.length).toBeLessThanOrEqual(APPLICATIONS / 2)
    expect(department.atOnce[0]).toBe(1)
    expect(department.atOnce[1]).toBeLessThanOrEqual(2)
    expect(Math.max(...department.atOnce)).toBeLessThanOrEqual(8)
  }, 60_000)
})
