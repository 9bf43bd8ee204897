/** State never runs backwards, whatever a department says, however often, and by whichever way. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { DepartmentStatus, StatusChange } from '../../adapters/adapter.ts'
import type { Application, Effect, Event, Status } from '../../store/store.ts'
import { isFinal, LIFECYCLE } from '../../subgraphs/filing/lifecycle.ts'
import { receivedStep } from '../../subgraphs/filing/outcome.ts'
import { intake } from '../../subgraphs/filing/reports/intake.ts'
import { change, effectOf } from '../../subgraphs/filing/steps.ts'
import { Bench, DEPARTMENT } from './bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench[Symbol.asyncDispose]())

const STATUSES: readonly DepartmentStatus[] = [
  'received',
  'in_review',
  'action_required',
  'approved',
  'rejected',
  'withdrawn',
]
const ACTION = { kind: 'ANSWER', question: null, due: null, place: null } as const

/** What happens to an application: a report, the answer to its filing, or what its citizen does. */
type Happening =
  | {
      readonly kind: 'report'
      readonly report: Omit<StatusChange, 'key' | 'reference' | 'at'>
      readonly by: 'key' | 'reference' | 'both'
      readonly poll: number | null
    }
  | { readonly kind: 'answered' }
  | { readonly kind: 'withdrawn' }

const reports = fc.record({
  kind: fc.constant('report' as const),
  report: fc.record({
    status: fc.constantFrom(...STATUSES),
    sequence: fc.option(fc.integer({ min: 1, max: 12 }).map(String), { freq: 3 }),
    action: fc.constantFrom({ ...ACTION, text: 'Which tree?' }, { ...ACTION, text: 'Which street?' }),
  }),
  by: fc.constantFrom('key' as const, 'reference' as const, 'both' as const),
  poll: fc.option(fc.integer({ min: 1, max: 3 })),
})
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: reports },
  { weight: 1, arbitrary: fc.constant({ kind: 'answered' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'withdrawn' as const }) },
)

/** How far a life has come; what may alternate is equally far. */
const DISTANCE: Record<Status, number> = {
  SUBMITTED: 0,
  RECEIVED: 1,
  IN_REVIEW: 2,
  ACTION_REQUIRED: 2,
  APPROVED: 3,
  CERTIFIED: 4,
  REJECTED: 4,
  WITHDRAWN: 4,
  LAPSED: 4,
}
const exits = (status: Status): readonly Status[] => Object.values(LIFECYCLE[status])

async function happens(reference: string, one: Happening): Promise<void> {
  const number = `case ${reference}`
  if (one.kind === 'answered') {
    const effect = { id: `${reference}:submit:1` } as Effect
    await change(bench.host, reference, (application, vault) =>
      receivedStep(application, effect, number, { actor: 'department', now: bench.host.clock.now(), vault }),
    )
    return
  }
  if (one.kind === 'withdrawn') {
    await intake(bench.host, DEPARTMENT, {
      key: reference,
      reference: number,
      status: 'withdrawn',
      at: null,
      sequence: null,
    })
    return
  }
  const named = { key: one.by === 'reference' ? null : reference, reference: one.by === 'key' ? null : number }
  await intake(bench.host, DEPARTMENT, { ...one.report, ...named, at: null }, one.poll)
}

async function historyOf(reference: string): Promise<{ application: Application; events: Event[] }> {
  while (await bench.store.log.relay(500));
  const [application] = await bench.store.applications.read([reference])
  return { application: application!, events: await bench.store.applications.events(reference) }
}

function expectForward({ application, events }: { application: Application; events: readonly Event[] }): void {
  // no number is left out and none is given twice
  expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => `${application.reference}.${i + 1}`))
  expect(events).toHaveLength(application.events)
  for (const [i, { status }] of events.entries()) {
    if (i === 0) continue
    const before = events[i - 1]!.status
    expect(exits(before)).toContain(status)
    expect(DISTANCE[status]).toBeGreaterThanOrEqual(DISTANCE[before])
    expect(isFinal(before)).toBe(false)
  }
  expect(events.at(-1)!.status).toBe(application.status)
}

let made = 0
async function filed(): Promise<string> {
  const reference = `DWR-2026-${String(++made).padStart(6, '0')}`
  await bench.files({ reference, digest: reference })
  return reference
}

describe('whatever a department reports', () => {
  it('one after the other: the status only moves forward, what is final stays, and no event is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happenings, { maxLength: 14 }), async (sequence) => {
        const reference = await filed()
        let last: Status = 'SUBMITTED'
        for (const one of sequence) {
          await happens(reference, one)
          const [now] = await bench.store.applications.read([reference])
          if (isFinal(last)) expect(now!.status).toBe(last)
          last = now!.status
        }
        expectForward(await historyOf(reference))
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('all at once, from polls and callbacks: likewise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happenings, { minLength: 2, maxLength: 8 }), async (sequence) => {
        const reference = await filed()
        await Promise.all(sequence.map((one) => happens(reference, one)))
        expectForward(await historyOf(reference))
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('told once and by our key alone before the filing’s answer: each is applied as if it had come after it', async () => {
    const numbered = fc.uniqueArray(
      fc.record({ status: fc.constantFrom(...STATUSES), sequence: fc.integer({ min: 1, max: 99 }).map(String) }),
      { maxLength: 6, selector: ({ sequence }) => sequence },
    )
    const report = (of: { status: DepartmentStatus; sequence: string }): Happening => ({
      kind: 'report',
      report: { ...of, action: { ...ACTION, text: 'Which tree?' } },
      by: 'key',
      poll: null,
    })
    await fc.assert(
      fc.asyncProperty(numbered, async (told) => {
        const [early, late] = [await filed(), await filed()]
        for (const one of told) await happens(early, report(one))
        await happens(early, { kind: 'answered' })
        await happens(late, { kind: 'answered' })
        for (const one of told.toSorted((a, b) => Number(a.sequence) - Number(b.sequence)))
          await happens(late, report(one))
        const [one, other] = [await historyOf(early), await historyOf(late)]
        expect(one.events.map(({ name }) => name)).toEqual(other.events.map(({ name }) => name))
        expect(one.application.status).toBe(other.application.status)
      }),
      { numRuns: 80 },
    )
  }, 60_000)
})

describe('a poll that a process brings after it slept', () => {
  const report = (status: DepartmentStatus): StatusChange => ({
    reference: '77',
    key: null,
    status,
    at: null,
    sequence: null,
  })

  it('changes nothing that a later holder of the poll has told', async () => {
    await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
    await intake(bench.host, DEPARTMENT, report('in_review'), 2)
    await intake(bench.host, DEPARTMENT, { ...report('action_required'), action: { ...ACTION, text: 'Which?' } }, 1)
    expect((await bench.application()).status).toBe('IN_REVIEW')
    await intake(bench.host, DEPARTMENT, { ...report('action_required'), action: { ...ACTION, text: 'Which?' } }, 2)
    expect((await bench.application()).status).toBe('ACTION_REQUIRED')
  })

  it('is heard all the same where the department numbers its changes', async () => {
    await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
    await intake(bench.host, DEPARTMENT, { ...report('in_review'), sequence: '1' }, 2)
    await intake(bench.host, DEPARTMENT, { ...report('approved'), sequence: '2' }, 1)
    expect((await bench.application()).status).toBe('APPROVED')
  })
})

describe('a withdrawal that meets an approval', () => {
  it.each([
    ['the approval first', ['approved', 'withdrawn'], 'APPROVED'],
    ['the withdrawal first', ['withdrawn', 'approved'], 'WITHDRAWN'],
  ] as const)('%s: that stands', async (_, order, status) => {
    await bench.files({ status: 'IN_REVIEW', departmentReference: '77' }, (a) => [
      effectOf(a, 'withdraw', 2, `${a.reference}.2`, bench.now + 10 ** 9),
    ])
    for (const one of order)
      await intake(bench.host, DEPARTMENT, { reference: '77', key: null, status: one, at: null, sequence: null })
    expect((await bench.application()).status).toBe(status)
    bench.says({ withdraw: [() => 'too-late'] })
    bench.start()
    bench.passes(2 * 10 ** 9)
    await bench.until('the withdrawal to be over', async () =>
      (await bench.effects()).every(({ kind }) => kind !== 'withdraw'),
    )
    expect((await bench.application()).status).toBe(status)
  })
})
