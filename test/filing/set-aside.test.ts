import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Adapter, StatusChange } from '../../adapters/adapter.ts'
import type { Step, Store } from '../../store/store.ts'
import { eraseWhatHasEnded } from '../../subgraphs/applications/erase.ts'
import { operationResolvers } from '../../subgraphs/applications/operations/index.ts'
import { dispatcher } from '../../subgraphs/filing/dispatcher.ts'
import { poller } from '../../subgraphs/filing/reports/poller.ts'
import { take } from '../../subgraphs/filing/reports/set-aside.ts'
import { guard } from '../../subgraphs/filing/resilience.ts'
import type { Context } from '../../subgraphs/subgraph.ts'
import { Bench, DEPARTMENT, RETRY_MAXIMUM, TIMEOUT } from './bench.ts'

const [ASHA, RAVI] = ['DWR-2026-000001', 'DWR-2026-000002'] as const
const CASES = { [ASHA]: '77', [RAVI]: '78' }

let bench: Bench
/** Whether a change of Asha's case to another status fails, as for a fault of its own. */
let isFaulty: (step: Step) => boolean
let store: Store
const running: (() => Promise<void>)[] = []

beforeEach(async () => {
  bench = await Bench.open()
  isFaulty = ({ application }) => application.reference === ASHA && application.status !== 'RECEIVED'
  const { applications } = bench.store
  store = {
    ...bench.store,
    applications: {
      ...applications,
      commit: async (step) => {
        if (isFaulty(step)) throw new Error('this document is too large')
        return applications.commit(step)
      },
    },
  }
  for (const [reference, departmentReference] of Object.entries(CASES))
    await bench.files({ reference, digest: reference, status: 'RECEIVED', departmentReference }, () => [])
})
afterEach(async () => {
  for (const stop of running.splice(0)) await stop()
  await bench[Symbol.asyncDispose]()
})

const report = (reference: string, status: StatusChange['status'] = 'in_review'): StatusChange => ({
  reference,
  key: null,
  status,
  at: null,
  sequence: null,
})
const cursor = () => bench.store.cursors.read(`changes:${DEPARTMENT}`)
const statusOf = async (reference: string) => (await bench.store.applications.read([reference]))[0]!.status
const becomes = (reference: string, status: string) =>
  bench.until(`${reference} ${status}`, async () => {
    bench.passes(1000)
    return (await statusOf(reference)) === status
  })

function works(run: (signal: AbortSignal) => Promise<void>): void {
  const stopping = new AbortController()
  const ended = run(stopping.signal)
  running.push(async () => {
    stopping.abort()
    await ended
  })
}
const adapterOf = (says: Partial<Adapter>) => ({ department: DEPARTMENT, settles: 0, ...says }) as Adapter
/** Its poll, and what it is owed. */
function department(says: Partial<Adapter>): void {
  const adapter = adapterOf(says)
  const guarded = guard(DEPARTMENT, TIMEOUT)
  const host = { ...bench.host, store }
  works(poller(host, adapter, guarded, 5).run)
  works(dispatcher(host, adapter, guarded, { timeout: TIMEOUT, retryMaximum: RETRY_MAXIMUM }).run)
}
const feedOf = (...changes: StatusChange[]): Partial<Adapter> => ({
  async *changes(after) {
    for (let id = Number(after ?? 0); id < changes.length; id++) yield { change: changes[id]!, cursor: String(id + 1) }
  },
})
const asks: Partial<Adapter> = { status: async (references) => references.map((reference) => report(reference)) }
const CLERK = { principal: { kind: 'operator', client: 'desk', scopes: ['operations'] } } as unknown as Context
const operations = () => operationResolvers(bench.host, (code) => ({ code }))
const parked = async () =>
  (await operations().Query.parkedEffects(null, {}, CLERK)).edges.map(({ node: { id, kind, note } }) => ({
    ...{ id, kind, note },
  }))
/** Acts on what is parked as soon as it is not being tried. */
const acts = (act: (id: string) => Promise<unknown>) =>
  bench.until('the act', async () => {
    const [found] = await parked()
    return (
      found &&
      act(found.id).then(
        () => true,
        (error) => {
          if (error.extensions?.code !== 'CONFLICT') throw error
        },
      )
    )
  })
/** Time passes until it has been tried so often that a person must look. */
const parks = () =>
  bench.until('parked', async () => {
    bench.passes(RETRY_MAXIMUM)
    return (await parked()).length > 0
  })

describe('a report that cannot be applied', () => {
  it('holds up no other in its feed, waits for a person, and is applied once its fault is mended', async () => {
    department({ ...feedOf(report('77'), report('78')), ...asks })
    await becomes(RAVI, 'IN_REVIEW')
    await bench.until('the cursor', async () => (await cursor()) === '2')
    await parks()
    expect(await parked()).toEqual([
      { id: expect.stringMatching(/^DWR-2026-000001:report:\d+$/), kind: 'report', note: 'INTERNAL' },
    ])
    expect(await bench.store.applications.owed(DEPARTMENT)).toEqual({ owed: 1, parked: 1 })
    expect(await statusOf(ASHA)).toBe('RECEIVED')
    await acts((id) => operations().Mutation.retryEffect(null, { id }, CLERK))
    isFaulty = () => false
    bench.passes(RETRY_MAXIMUM)
    await becomes(ASHA, 'IN_REVIEW')
    await bench.settles()
  })

  it('holds up no other in a sweep, and is owed once, however often it is seen', async () => {
    let rounds = 0
    department({
      async status(references) {
        rounds += references.length > 1 ? 1 : 0
        return references.map((reference) => report(reference))
      },
    })
    await becomes(RAVI, 'IN_REVIEW')
    await bench.until('more rounds', async () => rounds > 4)
    expect((await bench.effects()).map(({ kind }) => kind)).toEqual(['report'])
  })

  it('leaves what an operator gives up as it is', async () => {
    department({ ...feedOf(report('77')), ...asks })
    await parks()
    await acts((id) => operations().Mutation.closeEffect(null, { id, reason: 'told by hand' }, CLERK))
    expect(await bench.effects()).toEqual([])
    expect(await statusOf(ASHA)).toBe('RECEIVED')
  })

  it('is no hindrance to an erasure, which waits for its case as for any other', async () => {
    department({ ...feedOf(report('77')), ...asks })
    await bench.until('set aside', async () => (await bench.effects()).length > 0)
    expect((await eraseWhatHasEnded(bench.host, 'asha', { chat: false })).toSorted()).toEqual([ASHA, RAVI])
  })

  it('is not applied over what the department has said since', async () => {
    const ask = { kind: 'DOCUMENT', text: 'A photograph', question: null, due: null, place: null } as const
    department({
      ...feedOf({ ...report('77', 'action_required'), action: ask }, report('77', 'approved')),
      status: async (references) => references.map((reference) => report(reference, 'approved')),
    })
    await bench.until('set aside', async () => (await cursor()) === '2')
    isFaulty = () => false
    bench.passes(RETRY_MAXIMUM)
    await becomes(ASHA, 'APPROVED')
    await bench.store.log.relay(100)
    const names = (await bench.store.applications.events(ASHA)).map(({ name }) => name)
    expect(names).toEqual(['submitted', 'approved'])
  })

  it('is passed over where its case takes no write at all: the log says so, without whose it is', async () => {
    isFaulty = ({ application }) => application.reference === ASHA
    department({ ...feedOf(report('77'), report('78')), ...asks })
    await becomes(RAVI, 'IN_REVIEW')
    await bench.until('the cursor', async () => (await cursor()) === '2')
    expect(bench.logged).toContain('a report could neither be applied nor set aside, and is passed over')
  })

  it('for the store’s fault is waited for, and nothing is set aside', async () => {
    let down = 10
    const fails = store
    store = {
      ...fails,
      ping: async () => {
        if (down-- > 0) throw new Error('the disk is full')
      },
    }
    isFaulty = () => down > 0
    department({ ...feedOf(report('77'), report('78')), ...asks })
    await becomes(ASHA, 'IN_REVIEW')
    await becomes(RAVI, 'IN_REVIEW')
    await bench.until('the cursor', async () => (await cursor()) === '2')
    expect(bench.logged.filter((line) => line.includes('set aside'))).toEqual([])
  })
})

describe('a report behind the sequence that was seen', () => {
  const told = (reference: string, status: StatusChange['status'], sequence: string) =>
    take(bench.host, DEPARTMENT, { ...report(reference, status), sequence })
  const eventsOf = async (reference: string) => {
    await bench.store.log.relay(100)
    return (await bench.store.applications.events(reference)).map(({ name }) => name)
  }
  const DROPPED = 'a report is behind the sequence that was seen of its case; the department is asked'
  const CONTRARY = 'a report contradicts what was decided'

  it('has its department asked, whose word counts: a sequence that was none holds up no case, and what was late changes nothing', async () => {
    isFaulty = () => false
    const ask = { kind: 'DOCUMENT', text: 'A photograph', question: null, due: null, place: null } as const
    department({
      ...feedOf(),
      status: async (references) =>
        references.map((reference) =>
          reference === '77' ? { ...report('77', 'approved'), sequence: '4' } : { ...report(reference), sequence: '6' },
        ),
    })
    await told('77', 'in_review', '9007199254740991')
    await told('78', 'in_review', '6')
    await told('77', 'approved', '4')
    await take(bench.host, DEPARTMENT, { ...report('78', 'action_required'), action: ask, sequence: '5' })
    expect(bench.logged.filter((line) => line === DROPPED)).toHaveLength(2)
    await becomes(ASHA, 'APPROVED')
    await bench.until('nothing set aside', async () => {
      const owed = await Promise.all([ASHA, RAVI].map((one) => bench.store.applications.effectsOf(one)))
      return owed.flat().every(({ kind }) => kind !== 'report')
    })
    expect(await eventsOf(RAVI)).toEqual(['submitted', 'in-review'])
    expect(bench.logged).not.toContain(CONTRARY)
    await told('77', 'rejected', '3')
    expect(bench.logged).not.toContain(CONTRARY)
    await told('77', 'rejected', '5')
    expect(bench.logged).toContain(CONTRARY)
    expect(await eventsOf(ASHA)).toEqual(['submitted', 'in-review', 'approved'])
  })
})

describe('a feed that hangs behind a change', () => {
  const hangs = (call: { signal: AbortSignal }) =>
    new Promise<never>((_, reject) => {
      call.signal.addEventListener('abort', () => reject(new Error('aborted')))
    })

  it('has told what came before it, and each case is asked for what may come behind it', async () => {
    isFaulty = () => false
    department({
      async *changes(after, call) {
        if (after === null) yield { change: report('77'), cursor: '1' }
        await hangs(call)
      },
      status: async (references) =>
        references.map((reference) => report(reference, reference === '78' ? 'approved' : 'in_review')),
    })
    await becomes(ASHA, 'IN_REVIEW')
    await bench.until('the cursor', async () => (await cursor()) === '1')
    await becomes(RAVI, 'APPROVED')
  })
})
