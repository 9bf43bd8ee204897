import type { Action, DepartmentStatus } from '../adapter.ts'
import type { CaseCode } from './wire.ts'

/** STS_MST, schema.sql. Registered and issued are two codes for one thing: the paper is, or will be, in CERT_DOC. */
export const STATUS = {
  RC: 'received',
  SC: 'in_review',
  AP: 'action_required',
  DN: 'action_required',
  QY: 'action_required',
  RG: 'approved',
  IS: 'approved',
  RJ: 'rejected',
  WD: 'withdrawn',
} as const satisfies Record<CaseCode, DepartmentStatus>

/** What a case waits for, where it waits for the citizen. */
export const ACTION = {
  RC: null,
  SC: null,
  AP: 'APPOINTMENT',
  DN: 'DOCUMENT',
  QY: 'ANSWER',
  RG: null,
  IS: null,
  RJ: null,
  WD: null,
} as const satisfies Record<CaseCode, Action['kind'] | null>
