/** A department that is down for a day: what it is asked meanwhile, and how what waited reaches it. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Filing } from '../../adapters/adapter.ts'
import { effectOf } from '../../subgraphs/filing/steps.ts'
import { Bench, DEPARTMENT, fails } from './bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench[Symbol.asyncDispose]())

const APPLICATIONS = 30
const MINUTE = 60_000
const FILED = Array.from({ length: APPLICATIONS }, (_, i) => `DWR-2026-${String(i + 1).padStart(6, '0')}`)

/** A department that can be switched off, takes its time, and remembers its cases and how many calls it bore at once. */
function office() {
  const kept = { isUp: true, calls: 0, cases: [] as string[], atOnce: [] as number[], refuses: '' }
  let busy = 0
  const submit = async (filing: Filing) => {
    kept.calls++
    busy++
    try {
      // what is claimed together is under way together
      await pause(15)
      if (!kept.isUp || filing.reference === kept.refuses) return fails('DEPARTMENT_UNAVAILABLE')
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
async function everyoneFiles(): Promise<void> {
  for (const one of FILED) {
    await bench.files({ reference: one, digest: one })
    bench.passes(MINUTE)
  }
}
const owed = async () => (await bench.store.applications.owed(DEPARTMENT)).owed

/** Time passes in steps, in each of which the department may be asked once more. */
async function hoursPass(hours: number): Promise<void> {
  const effects = async () => (await Promise.all(FILED.map((one) => bench.store.applications.effectsOf(one)))).flat()
  const claims = async () => (await effects()).reduce((sum, { attempts }) => sum + attempts, 0)
  for (let steps = 0; steps < hours * 12; steps++) {
    await bench.until('rest', async () => (await effects()).every(({ state }) => state !== 'claimed'))
    const before = await claims()
    bench.passes(5 * MINUTE)
    await bench.until('another look', async () => (await claims()) > before)
  }
}

describe('a department that is down for a day', () => {
  it('is asked now and then, and has everything when it is back: oldest first, and ever more at once', async () => {
    const department = office()
    department.isUp = false
    bench.start()
    await everyoneFiles()
    await hoursPass(24)
    // once in each step of time; never once for each that waits
    expect(department.calls).toBeGreaterThan(5)
    expect(department.calls).toBeLessThan(24 * 12 + 2 * APPLICATIONS)
    department.isUp = true
    await bench.until('all to be filed', async () => {
      bench.passes(MINUTE)
      return (await owed()) === 0
    })
    expect(department.cases.toSorted()).toEqual(FILED)
    // calls that are under way together may end in any order
    for (const [i, one] of department.cases.entries()) expect(Math.abs(FILED.indexOf(one) - i)).toBeLessThan(8)
    expect(department.atOnce[0]).toBe(1)
    expect(department.atOnce[1]).toBeLessThanOrEqual(2)
    expect(Math.max(...department.atOnce)).toBe(8)
  }, 60_000)

  it('is asked for ever more papers at once, too, when it is back', async () => {
    let isUp = false
    let busy = 0
    const atOnce: number[] = []
    const certificate = async () => {
      busy++
      await pause(5)
      if (isUp) atOnce.push(busy)
      busy--
      return isUp ? null : fails('DEPARTMENT_UNAVAILABLE')
    }
    Object.assign(bench.adapter, { certificate })
    for (const one of FILED)
      await bench.files({ reference: one, digest: one, status: 'APPROVED', departmentReference: one }, (a) => [
        effectOf(a, 'certificate', 2, a.reference, bench.now),
      ])
    bench.start()
    await bench.until('a try', async () => bench.logged.length > 0)
    isUp = true
    await bench.until('each to be asked for', async () => {
      bench.passes(MINUTE)
      return atOnce.length > APPLICATIONS
    })
    expect(atOnce[0]).toBe(1)
    expect(Math.max(...atOnce)).toBe(8)
  })

  it('has the others, though it falls over one of them each time', async () => {
    const department = office()
    department.refuses = FILED[0]!
    bench.start()
    await everyoneFiles()
    await bench.until('the others to be filed', async () => {
      bench.passes(MINUTE)
      return (await owed()) === 1
    })
    expect(department.cases.toSorted()).toEqual(FILED.slice(1))
  }, 60_000)
})
