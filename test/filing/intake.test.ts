import { describe, expect, it } from '@jest/globals'
import type { StatusChange } from '../../adapters/adapter.ts'
import type { Application } from '../../store/store.ts'
import { intakeStep } from '../../subgraphs/filing/reports/intake.ts'
import { clockOf } from '../../subgraphs/host/clock.ts'
import { newKey } from '../../subgraphs/host/seal.ts'
import { vaultWith } from '../../subgraphs/host/vault.ts'

const KEY = newKey()
const host = {
  clock: clockOf(() => new Date('2026-01-05T10:00:00Z')),
  vault: vaultWith(KEY, () => KEY.bytes, KEY.bytes),
}
const filed = (more: Partial<Application> = {}): Application => ({
  reference: 'DWR-2026-000001',
  service: 'parks.tree',
  department: 'parks',
  citizen: 'asha',
  status: 'RECEIVED',
  departmentReference: '77',
  submittedAt: '2026-01-05T09:00:00.000Z',
  due: null,
  input: 'sealed',
  digest: 'd',
  request: null,
  fee: null,
  client: null,
  restricted: false,
  documents: [],
  action: null,
  certificate: null,
  lastChange: null,
  decidedAt: null,
  delayed: false,
  overdue: false,
  events: 2,
  version: 2,
  ...more,
})
const report = (status: StatusChange['status'], more: Partial<StatusChange> = {}): StatusChange => ({
  reference: '77',
  key: null,
  status,
  at: null,
  sequence: null,
  ...more,
})
/** Reports applied one after another; the statuses that events gave. */
function statusesAfter(application: Application, ...reports: StatusChange[]): string[] {
  const statuses: string[] = []
  let current = application
  for (const each of reports) {
    const step = intakeStep(host, current, each)
    if (!step) continue
    statuses.push(...step.events.map((e) => e.status))
    current = step.application
  }
  return statuses
}

describe('what a department reports', () => {
  it('is told once, however often it is repeated', () => {
    expect(statusesAfter(filed(), report('in_review'), report('in_review'), report('in_review'))).toEqual(['IN_REVIEW'])
  })

  it('is ignored when it is older than what was applied', () => {
    expect(
      statusesAfter(filed(), report('approved', { sequence: '10' }), report('in_review', { sequence: '9' })),
    ).toEqual(['APPROVED'])
  })

  it('compares numeric sequences as numbers', () => {
    expect(
      statusesAfter(filed(), report('in_review', { sequence: '9' }), report('approved', { sequence: '10' })),
    ).toEqual(['IN_REVIEW', 'APPROVED'])
  })

  it('owes the certificate with an approval, in the same step', () => {
    const step = intakeStep(host, filed(), report('approved'))
    expect(step?.effects.map((e) => [e.kind, e.key])).toEqual([['certificate', 'DWR-2026-000001.certificate']])
  })

  it('arrives before the filing is recorded: the case is known from then on and not filed again', () => {
    const step = intakeStep(
      host,
      filed({ status: 'SUBMITTED', departmentReference: null }),
      report('in_review', { key: 'DWR-2026-000001' }),
    )
    expect(step?.application).toMatchObject({ status: 'IN_REVIEW', departmentReference: '77' })
    expect(step?.cancels).toEqual(['submit'])
  })

  it('asks again after it has gone on, even with the same words', () => {
    const ask = report('action_required', {
      action: { kind: 'DOCUMENT', text: 'Another photograph', question: null, due: null, place: null },
    })
    expect(statusesAfter(filed(), ask, ask, report('in_review'), ask)).toEqual([
      'ACTION_REQUIRED',
      'IN_REVIEW',
      'ACTION_REQUIRED',
    ])
  })

  it('keeps the reason sealed', () => {
    const step = intakeStep(host, filed(), report('rejected', { reason: 'The photograph of Asha is missing' }))
    expect(JSON.stringify(step)).not.toContain('Asha')
    expect(host.vault.openText(step!.events[0]!.reason!, 'reason')).toContain('Asha')
  })
})
