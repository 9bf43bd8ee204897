import type { DepartmentStatus } from '../../adapters/adapter.ts'
import type { Status } from '../../store/store.ts'

/** The life of an application, as data: from a status, by an event, to a status. A status without exits is final. */
export const LIFECYCLE = {
  SUBMITTED: { receive: 'RECEIVED', ask: 'ACTION_REQUIRED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
  RECEIVED: {
    review: 'IN_REVIEW',
    ask: 'ACTION_REQUIRED',
    approve: 'APPROVED',
    reject: 'REJECTED',
    withdraw: 'WITHDRAWN',
  },
  IN_REVIEW: { ask: 'ACTION_REQUIRED', approve: 'APPROVED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
  ACTION_REQUIRED: {
    answer: 'IN_REVIEW',
    resubmit: 'SUBMITTED',
    review: 'IN_REVIEW',
    ask: 'ACTION_REQUIRED',
    approve: 'APPROVED',
    reject: 'REJECTED',
    lapse: 'LAPSED',
    withdraw: 'WITHDRAWN',
  },
  APPROVED: { certify: 'CERTIFIED' },
  CERTIFIED: {},
  REJECTED: {},
  WITHDRAWN: {},
  LAPSED: {},
} as const satisfies Record<Status, Record<string, Status>>

export type EventName =
  | 'submit'
  | 'receive'
  | 'review'
  | 'ask'
  | 'answer'
  | 'resubmit'
  | 'approve'
  | 'certify'
  | 'reject'
  | 'withdraw'
  | 'lapse'

/** Where `event` leads from `status`; null where the life does not allow it. */
export function next(status: Status, event: EventName): Status | null {
  return (LIFECYCLE[status] as Partial<Record<EventName, Status>>)[event] ?? null
}

/** Nothing happens to it any more. */
export const isFinal = (status: Status): boolean => Object.keys(LIFECYCLE[status]).length === 0

/** The events that bring an application from where it stands to what its department reports, skipped steps filled in; null where that would run backwards. */
export function reported(status: Status, report: DepartmentStatus): readonly EventName[] | null {
  const direct: Record<DepartmentStatus, EventName> = {
    received: 'receive',
    in_review: 'review',
    action_required: 'ask',
    approved: 'approve',
    rejected: 'reject',
    withdrawn: 'withdraw',
  }
  const event = direct[report]
  if (next(status, event)) return [event]
  // a department that reports late may have gone on twice since we looked
  const received = next(status, 'receive')
  if (received && next(received, event)) return ['receive', event]
  return null
}
