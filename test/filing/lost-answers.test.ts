/** A department that opens a case each time it is asked, and whose answers are lost at every point: one case, in the end. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ActionAnswer, Call, Filing } from '../../adapters/adapter.ts'
import { type AnswerPayload, effectOf, SEALED } from '../../subgraphs/filing/steps.ts'
import { Bench, fails, RETRY_MAXIMUM, SETTLES } from './bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench[Symbol.asyncDispose]())

type Fate =
  | 'answered'
  | 'lost on the way'
  | 'lost on the way back'
  | 'committed late'
  | 'cut off'
  | 'denied'
  | 'refused'
type Search = 'answered' | 'down' | 'silent' | 'garbage'

/** What becomes of each try, in order; what is not said goes well. */
function office(tries: readonly Fate[], searches: readonly Search[] = []) {
  const kept = {
    cases: [] as { key: string; from: number }[],
    answers: [] as string[],
    withdrawals: [] as string[],
    submits: 0,
    finds: 0,
  }
  const fate = (n: number) => tries[n] ?? 'answered'
  let changes = 0
  const change = (key: string, list: string[]) => {
    const now = fate(changes++)
    if (now === 'lost on the way') return fails('DEPARTMENT_TIMEOUT')
    // it knows a request that it has had before
    if (!list.includes(key)) list.push(key)
    return now === 'answered' ? undefined : fails(now === 'cut off' ? 'DEPARTMENT_PROTOCOL' : 'DEPARTMENT_TIMEOUT')
  }
  Object.assign(bench.adapter, {
    submit: async (filing: Filing) => {
      const now = fate(kept.submits++)
      if (now === 'lost on the way') return fails('DEPARTMENT_TIMEOUT')
      if (now === 'refused') return fails('DEPARTMENT_UNAVAILABLE')
      kept.cases.push({ key: filing.reference, from: bench.now + (now === 'committed late' ? SETTLES - 1 : 0) })
      if (now === 'cut off') return fails('DEPARTMENT_PROTOCOL')
      if (now === 'denied') return fails('DEPARTMENT_UNAVAILABLE')
      return now === 'answered' ? { reference: String(kept.cases.length) } : fails('DEPARTMENT_TIMEOUT')
    },
    find: async (key: string) => {
      const now = searches[kept.finds++] ?? 'answered'
      if (now === 'down') return fails('DEPARTMENT_UNAVAILABLE')
      if (now === 'silent') return fails('DEPARTMENT_TIMEOUT')
      if (now === 'garbage') return fails('DEPARTMENT_PROTOCOL')
      return kept.cases.flatMap((one, i) =>
        one.key === key && one.from <= bench.now ? [{ reference: String(i + 1) }] : [],
      )
    },
    answer: async (_: string, __: ActionAnswer, call: Call) => change(call.key, kept.answers),
    withdraw: async (_: string, call: Call) => {
      change(call.key, kept.withdrawals)
      return 'withdrawn'
    },
  })
  return kept
}
/** Time passes until it is so, half a settling at a time: a hub that is too hasty files too early. */
const inTime = (what: string, look: () => Promise<boolean>) =>
  bench.until(what, async () => {
    if (await look()) return true
    const [effect] = await bench.effects()
    if (effect?.state !== 'claimed') bench.passes(SETTLES / 2)
    return false
  })

describe('a filing has one case at a department that opens one each time', () => {
  it.each([
    ['the answer comes', ['answered'], [], 1],
    ['lost on the way there', ['lost on the way'], [], 2],
    ['lost on the way there, twice', ['lost on the way', 'lost on the way'], [], 3],
    ['lost on the way back', ['lost on the way back'], [], 1],
    ['committed long after we gave up', ['committed late'], [], 1],
    ['an answer that is cut off', ['cut off'], [], 1],
    ['taken, and said to be impossible', ['denied'], [], 1],
    ['said to be impossible, and it was', ['refused'], [], 2],
    ['taken and denied, and the search is down', ['denied'], ['down', 'down'], 1],
    ['lost there, and then on the way back', ['lost on the way', 'lost on the way back'], [], 2],
    ['lost there, and then committed late', ['lost on the way', 'committed late'], [], 2],
    ['lost back, and the search is down', ['lost on the way back'], ['down', 'down', 'down'], 1],
    ['lost back, and the search is silent', ['lost on the way back'], ['silent', 'silent'], 1],
    ['lost back, and the search answers garbage', ['lost on the way back'], ['garbage', 'garbage'], 1],
    ['committed late, and the search fails in every way', ['committed late'], ['down', 'garbage', 'silent'], 1],
    ['lost there, and the search is down', ['lost on the way'], ['down', 'silent'], 2],
  ] as [string, Fate[], Search[], number][])('%s', async (_, tries, searches, submits) => {
    const department = office(tries, searches)
    await bench.files()
    bench.start()
    await inTime('it to be received', async () => (await bench.application()).status === 'RECEIVED')
    expect(department.cases).toHaveLength(1)
    expect(department.submits).toBe(submits)
    expect(department.finds).toBe(searches.length + (tries[0] === 'answered' ? 0 : tries.length))
    expect((await bench.application()).departmentReference).toBe('1')
    expect(await bench.effects()).toEqual([])
  })

  it('a search that answers garbage for ever is for a person, and nothing is filed', async () => {
    const department = office(['lost on the way back'], Array(50).fill('garbage'))
    await bench.files()
    bench.start()
    await inTime('it to be parked', async () => (await bench.effect())?.state === 'parked')
    expect(department.submits).toBe(1)
    const before = department.finds
    bench.passes(RETRY_MAXIMUM)
    await bench.until('another look', async () => department.finds > before)
    expect(department.submits).toBe(1)
  })
})

describe('an answer and a withdrawal go again with the key that they had', () => {
  const FATES: [string, Fate[]][] = [
    ['lost on the way there', ['lost on the way']],
    ['lost on the way back', ['lost on the way back']],
    ['lost on the way back, twice', ['lost on the way back', 'lost on the way back']],
    ['an answer that is cut off', ['cut off']],
  ]
  it.each(FATES)('an answer: %s', async (_, tries) => {
    const department = office(tries)
    const action = { kind: 'ANSWER', text: 'Which tree?', question: null, due: null, place: null } as const
    const payload: AnswerPayload = { value: 'The old one', documents: [], action }
    const sealed = bench.host.vault.seal(JSON.stringify(payload), SEALED.payload)
    await bench.files({ status: 'IN_REVIEW', departmentReference: '77' }, (a) => [
      effectOf(a, 'answer', 2, `${a.reference}.2`, bench.now, sealed),
    ])
    bench.start()
    await inTime('it to be settled', async () => (await bench.effects()).length === 0)
    expect(department.answers).toEqual(['DWR-2026-000001.2'])
    expect((await bench.application()).status).toBe('IN_REVIEW')
  })
  it.each(FATES)('a withdrawal: %s', async (_, tries) => {
    const department = office(tries)
    await bench.files({ status: 'IN_REVIEW', departmentReference: '77' }, (a) => [
      effectOf(a, 'withdraw', 2, `${a.reference}.2`, bench.now),
    ])
    bench.start()
    await inTime('it to be settled', async () => (await bench.effects()).length === 0)
    expect(department.withdrawals).toEqual(['DWR-2026-000001.2'])
    expect((await bench.application()).status).toBe('WITHDRAWN')
  })
})
