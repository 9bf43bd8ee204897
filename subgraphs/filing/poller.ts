import { type Adapter, AdapterError } from '../../adapters/adapter.ts'
import type { Host } from '../subgraph.ts'
import { intake } from './intake.ts'
import type { Guard } from './resilience.ts'

const PAGE = 200
/** A department with a feed is asked for every open case only now and then, for what the feed may have lost. */
const SWEEP_EVERY = 30

/** Asks a department for changes, by its feed where it has one, else for each open case. `every` in ms. */
export function poller(host: Host, adapter: Adapter, guard: Guard, every: number) {
  const { store, log } = host
  const department = adapter.department
  const cursorName = `changes:${department}`

  /** One page of the feed; whether there is more. */
  async function feed(token: number): Promise<boolean> {
    const after = await store.cursors.read(cursorName)
    // the whole feed is one guarded call, so a department that hangs half-way ends with the deadline
    const found = await guard.call('changes', cursorName, async (call) => {
      const list = []
      for await (const entry of adapter.changes!(after, call)) {
        list.push(entry)
        if (list.length >= PAGE) break
      }
      return list
    })
    for (const { change } of found) await intake(host, department, change, token)
    const cursor = found.at(-1)?.cursor
    if (cursor === undefined || cursor === after) return false
    await store.cursors.write(cursorName, cursor)
    return found.length >= PAGE
  }

  /** All that the feed has. False where it is not understood: then each case is asked for. */
  async function fed(signal: AbortSignal, token: number): Promise<boolean> {
    try {
      while (!signal.aborted && (await feed(token)));
      return true
    } catch (error) {
      if (!(error instanceof AdapterError && error.code === 'DEPARTMENT_PROTOCOL')) throw error
      log.error('a feed was not understood; each open case is asked for', error, { department })
      return false
    }
  }

  async function sweep(token: number): Promise<void> {
    for (let after: string | null = null; ; ) {
      const page = await store.applications.open(department, PAGE, after)
      const references = page.flatMap((application) => application.departmentReference ?? [])
      if (references.length) await asked(references, token)
      if (page.length < PAGE) return
      after = page.at(-1)!.reference
    }
  }

  async function asked(references: readonly string[], token: number): Promise<void> {
    let reports: Awaited<ReturnType<Adapter['status']>>
    try {
      reports = await guard.call('status', 'sweep', (call) => adapter.status(references, call))
    } catch (error) {
      // an answer that is not understood holds up the cases that it is about, not those behind them
      if (!(error instanceof AdapterError && error.code === 'DEPARTMENT_PROTOCOL')) throw error
      log.error('a poll was not understood', error, { department })
      return
    }
    for (const report of reports) {
      if (report instanceof Error)
        log.warn('a status was not understood', { department, code: (report as AdapterError).code })
      else await intake(host, department, report, token)
    }
  }

  async function poll(signal: AbortSignal, token: number): Promise<void> {
    for (let round = 0; !signal.aborted; round++) {
      try {
        const isFed = adapter.changes ? await fed(signal, token) : false
        if (!isFed || round % SWEEP_EVERY === SWEEP_EVERY - 1) await sweep(token)
      } catch (error) {
        if (!(error instanceof AdapterError)) log.error('a poll failed', error, { department })
        else if (error.code === 'DEPARTMENT_PROTOCOL') log.error('a poll was not understood', error, { department })
      }
      await host.wait(`poll:${department}`, every, signal)
    }
  }
  return {
    /** Polls while this process holds the department's poll; resolves when `signal` aborts. */
    run: (signal: AbortSignal): Promise<void> => host.held(`poll:${department}`, signal, poll),
  }
}
