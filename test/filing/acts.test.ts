/** What a citizen does while a department is down, and what it then hears of it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Action, ActionAnswer, Call } from '../../adapters/adapter.ts'
import { actionResolvers } from '../../subgraphs/applications/actions.ts'
import { eraseWhatHasEnded } from '../../subgraphs/applications/erase.ts'
import { SEALED } from '../../subgraphs/filing/steps.ts'
import type { Context, Host } from '../../subgraphs/subgraph.ts'
import { Bench, DEPARTMENT } from './bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench[Symbol.asyncDispose]())

const REFERENCE = 'DWR-2026-000001'
const ACTION: Action = { kind: 'ANSWER', text: 'Which tree?', question: null, due: null, place: null }
const asha = { principal: { kind: 'citizen', scopes: [] }, citizen: async () => 'asha' } as unknown as Context

function acts() {
  const host = {
    ...bench.host,
    catalogue: { departments: [], services: [{ code: 'parks.tree', questions: [] }] },
    citizens: { ...bench.host.citizens, of: async () => 'asha' },
  } as unknown as Host
  return actionResolvers(host)
}

/** A department that does each request once, by its key, as the contracts of some have it. */
function office() {
  const done = new Map<string, string>()
  const once = (kind: string, { key }: Call) => {
    if (!done.has(key)) done.set(key, kind)
  }
  Object.assign(bench.adapter, {
    answer: async (_: string, { value }: ActionAnswer, call: Call) => once(`answer: ${value}`, call),
    withdraw: async (_: string, call: Call) => {
      once('withdraw', call)
      return 'too-late'
    },
  })
  return { heard: () => [...done.values()].toSorted() }
}

describe('a withdrawal that waits', () => {
  it('and an answer that is given meanwhile both reach the department', async () => {
    const action = (await bench.host.vaultOf('asha')).seal(JSON.stringify(ACTION), SEALED.action)
    await bench.files({ status: 'ACTION_REQUIRED', departmentReference: '77', action, events: 3 }, () => [])
    const { withdrawApplication, answerAction } = acts()
    await withdrawApplication(null, { reference: REFERENCE }, asha)
    expect(await answerAction(null, { reference: REFERENCE, answer: 'The old neem' }, asha)).toMatchObject({
      __typename: 'Application',
    })
    const department = office()
    bench.start()
    await bench.settles()
    expect(department.heard()).toEqual(['answer: The old neem', 'withdraw'])
  })
})

describe('an erasure', () => {
  it('leaves a case that was filed after it had looked', async () => {
    await bench.files()
    const { applications } = bench.store
    const looks: (() => Promise<Awaited<ReturnType<typeof applications.ofCitizen>>>)[] = [async () => []]
    const ofCitizen: typeof applications.ofCitizen = (...of) =>
      (looks.shift() ?? (() => applications.ofCitizen(...of)))()
    const host = { ...bench.host, store: { ...bench.store, applications: { ...applications, ofCitizen } } }
    expect(await eraseWhatHasEnded(host, 'asha', { chat: false })).toEqual([])
    expect((await bench.application()).input).not.toBe('')
  })

  it('leaves a client’s document that somebody else’s open case names', async () => {
    const { documents } = bench.store
    const paper = { owner: 'client counter', name: 'sealed', mediaType: 'image/png', size: 1, sha256: null, expires: 0 }
    for (const id of ['doc_1', 'doc_2']) await documents.announce({ ...paper, id, blob: id })
    const filed = { client: 'client counter', documents: ['doc_1', 'doc_2'].map((id) => ({ id, path: id })) }
    await bench.files({ ...filed, status: 'WITHDRAWN' }, () => [])
    const ravi = { reference: 'DWR-2026-000002', digest: 'r', citizen: 'ravi', documents: filed.documents.slice(0, 1) }
    await bench.files({ ...filed, ...ravi }, () => [])
    const host = { ...bench.host, catalogue: { departments: [{ code: DEPARTMENT }], services: [] } } as unknown as Host
    expect(await eraseWhatHasEnded(host, 'asha', { chat: false })).toEqual([])
    expect((await bench.application()).input).toBe('')
    expect((await documents.read(['doc_1', 'doc_2'])).map((record) => record?.id)).toEqual(['doc_1', undefined])
  })
})
