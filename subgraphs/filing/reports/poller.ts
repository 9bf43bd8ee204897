import { type Adapter, AdapterError } from '../../../adapters/adapter.ts'
import type { Host } from '../../subgraph.ts'
import { type Guard, RETRY_AFTER_MAXIMUM } from '../resilience.ts'
import { take } from './set-aside.ts'

type Entry = NonNullable<Adapter['changes']> extends (...of: never[]) => AsyncIterable<infer E> ? E : never

const PAGE = 200
/** Of a feed in one poll: one that has no end is read on with the next. */
const PAGES = 100
/** A department with a feed is asked for every open case only now and then, for what the feed may have lost. */
const SWEEP_EVERY = 30

/** Whether a question failed by what it was about: another may well be answered. A department that is down answers none, and its breaker says so. */
const isOfItsOwn = (error: unknown) =>
  error instanceof AdapterError && (error.code === 'DEPARTMENT_PROTOCOL' || error.code === 'DEPARTMENT_TIMEOUT')

/** What may be refused for one case in many. */
const REFUSED: readonly string[] = ['DEPARTMENT_PROTOCOL', 'DEPARTMENT_REJECTED']
/** More than it takes to come from a page to one case in it: so many in a row, and the department understands no question at all. */
const IN_VAIN = 16

/** Asks a department for changes, by its feed where it has one, else for each open case. `every` in ms. */
export function poller(host: Host, adapter: Adapter, guard: Guard, every: number) {
  const { store, log } = host
  const department = adapter.department
  const cursorName = `changes:${department}`

  /** One page of the feed; whether there is more. */
  async function feed(token: number): Promise<boolean> {
    const after = await store.cursors.read(cursorName)
    const list: Entry[] = []
    // the whole feed is one guarded call, so a department that hangs half-way ends with the deadline
    const failure = await guard
      .call('changes', cursorName, async (call) => {
        for await (const entry of adapter.changes!(after, call)) {
          list.push(entry)
          if (list.length >= PAGE) break
        }
      })
      .then(
        () => null,
        (error: AdapterError) => error,
      )
    // what came before it broke off is news all the same; an adapter that does not heed the deadline may still add to the list
    const found = list.slice()
    for (const { change } of found) await take(host, department, change, token)
    const cursor = found.at(-1)?.cursor
    const isOnward = cursor !== undefined && cursor !== after
    if (isOnward) await store.cursors.write(cursorName, cursor)
    if (failure && !(isOnward && failure.code === 'DEPARTMENT_TIMEOUT')) throw failure
    return isOnward && (failure !== null || found.length >= PAGE)
  }

  /** All that the feed has, or as much of it as one poll reads. False where it is not understood, or stays with the same change until the deadline: then each case is asked for. */
  async function fed(signal: AbortSignal, token: number): Promise<boolean> {
    try {
      for (let page = 0; page < PAGES && !signal.aborted && (await feed(token)); page++);
      return true
    } catch (error) {
      if (!isOfItsOwn(error)) throw error
      log.error('a feed was not understood, or not to its end; each open case is asked for', error, { department })
      return false
    }
  }

  async function sweep(token: number): Promise<void> {
    const sweeping = { inVain: 0 }
    for (let after: string | null = null; ; ) {
      const page = await store.applications.open(department, PAGE, after)
      const references = page.flatMap((application) => application.departmentReference ?? [])
      if (references.length) await asked(references, token, sweeping)
      if (page.length < PAGE) return
      after = page.at(-1)!.reference
    }
  }

  /** `inVain`: questions in a row that were refused, in a sweep. */
  async function asked(references: readonly string[], token: number, sweeping: { inVain: number }): Promise<void> {
    let reports: Awaited<ReturnType<Adapter['status']>>
    try {
      reports = await guard.call('status', 'sweep', (call) => adapter.status(references, call))
      sweeping.inVain = 0
    } catch (error) {
      const isRefused = error instanceof AdapterError && REFUSED.includes(error.code)
      // an answer that is not understood, or too slow, holds up the cases that it is about, not those behind them
      if (!isRefused && !isOfItsOwn(error)) throw error
      const half = references.length >> 1
      if (isRefused) sweeping.inVain++
      if (isRefused && half && sweeping.inVain <= IN_VAIN) {
        // one case may be what it does not take: it holds up no other
        for (const some of [references.slice(0, half), references.slice(half)])
          if (sweeping.inVain <= IN_VAIN) await asked(some, token, sweeping)
        return
      }
      const one = references.length === 1 ? { case: references[0] } : { cases: references.length }
      log.error('a poll was not understood, or not answered in time', error, { department, ...one })
      return
    }
    for (const report of reports) {
      if (report instanceof Error)
        log.warn('a status was not understood', { department, code: (report as AdapterError).code })
      else await take(host, department, report, token)
    }
  }

  async function poll(signal: AbortSignal, token: number): Promise<void> {
    for (let round = 0; !signal.aborted; round++) {
      let wait = every
      try {
        const isFed = adapter.changes ? await fed(signal, token) : false
        if (!isFed || round % SWEEP_EVERY === SWEEP_EVERY - 1) await sweep(token)
      } catch (error) {
        if (!(error instanceof AdapterError)) log.error('a poll failed', error, { department })
        else if (error.code === 'DEPARTMENT_PROTOCOL') log.error('a poll was not understood', error, { department })
        if (error instanceof AdapterError) wait = Math.max(every, Math.min(error.retryAfter ?? 0, RETRY_AFTER_MAXIMUM))
      }
      await host.wait(`poll:${department}`, wait, signal)
    }
  }
  return {
    /** Polls while this process holds the department's poll; resolves when `signal` aborts. */
    run: (signal: AbortSignal): Promise<void> => host.held(`poll:${department}`, signal, poll),
  }
}
