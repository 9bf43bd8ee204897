import type { DepartmentStatus } from '../adapter.ts'
import type { CaseStatus } from './wire.ts'

/** CaseStatus, licensing.wsdl annex B. 40 is not given since 2019, but older cases still carry it. */
export const STATUS = {
  '10': 'received',
  '20': 'in_review',
  '30': 'action_required',
  '40': 'approved',
  '50': 'approved',
  '90': 'rejected',
  '95': 'withdrawn',
} as const satisfies Record<CaseStatus, DepartmentStatus>
