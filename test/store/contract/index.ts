import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals'
import type { Store } from '../../../store/store.ts'
import { applicationsSuite } from './applications.ts'
import { channelSuite } from './channel.ts'
import { documentsSuite } from './documents.ts'
import { effectsSuite } from './effects.ts'
import { logSuite } from './log.ts'
import { peopleSuite } from './people.ts'
import { sessionsSuite } from './sessions.ts'
import { valuesSuite } from './values.ts'

/** What the shared suite asks of an implementation. */
export interface StoreBench {
  /** The store, empty at the beginning of each test. */
  readonly store: Store
  /** The same data as another process sees it; it stays open until the bench closes. */
  another(): Promise<Store>
  /** Closes the store and opens it again on what it kept. */
  reopen(): Promise<Store>
  empty(): Promise<void>
  close(): Promise<void>
}
/** The bench of the test that runs. */
export type Current = () => StoreBench

/** All that the contract promises, of one implementation. */
export function describeStore(name: string, open: () => Promise<StoreBench>): void {
  describe(`${name}:`, () => {
    let bench: StoreBench
    beforeAll(async () => {
      bench = await open()
    })
    beforeEach(() => bench.empty())
    afterAll(() => bench?.close())

    const current = () => bench
    applicationsSuite(current)
    effectsSuite(current)
    logSuite(current)
    peopleSuite(current)
    documentsSuite(current)
    sessionsSuite(current)
    valuesSuite(current)
    channelSuite(current)
  })
}
