import { describe, expect, it } from '@jest/globals'
import type { Status } from '../../store/store.ts'
import { type EventName, isFinal, LIFECYCLE, next, reported } from '../../subgraphs/filing/lifecycle.ts'

const STATUSES = Object.keys(LIFECYCLE) as Status[]
const EVENTS: EventName[] = [
  'receive',
  'review',
  'ask',
  'answer',
  'resubmit',
  'approve',
  'certify',
  'reject',
  'withdraw',
  'lapse',
]

describe('the life of an application', () => {
  for (const status of STATUSES)
    for (const event of EVENTS) {
      const to = next(status, event)
      it(to ? `${status} + ${event} → ${to}` : `${status} refuses ${event}`, () => {
        expect(to === null || STATUSES.includes(to)).toBe(true)
        if (isFinal(status)) expect(to).toBeNull()
      })
    }

  it('reaches every status from SUBMITTED', () => {
    const reached = new Set<Status>(['SUBMITTED'])
    for (const status of reached) for (const event of EVENTS) if (next(status, event)) reached.add(next(status, event)!)
    expect([...reached].sort()).toEqual([...STATUSES].sort())
  })

  it('fills in what a department reports only later', () => {
    expect(reported('SUBMITTED', 'approved')).toEqual(['receive', 'approve'])
    expect(reported('SUBMITTED', 'in_review')).toEqual(['receive', 'review'])
    expect(reported('RECEIVED', 'in_review')).toEqual(['review'])
  })

  it('never runs backwards', () => {
    expect(reported('IN_REVIEW', 'received')).toBeNull()
    expect(reported('APPROVED', 'in_review')).toBeNull()
    expect(reported('APPROVED', 'rejected')).toBeNull()
    for (const status of STATUSES.filter(isFinal)) expect(reported(status, 'approved')).toBeNull()
  })
})
