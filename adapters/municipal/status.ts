import type { DepartmentStatus } from '../adapter.ts'
import type { CaseCode, ErrorCode } from './wire.ts'

/** `Status`, contract/openapi.yaml. DLVRD says that the paper left the office; the certificate was ready before. */
export const STATUS = {
  RCVD: 'received',
  SCRUTINY: 'in_review',
  QUERY: 'action_required',
  APPRVD: 'approved',
  DLVRD: 'approved',
  REJCTD: 'rejected',
  WDRAWN: 'withdrawn',
} as const satisfies Record<CaseCode, DepartmentStatus>

/** `ErrorCode`, contract/openapi.yaml. What the hub itself did wrong (INVALID_REQUEST, KEY_REUSED, NOT_FOUND) is for a person to look at. */
export const FAILURE = {
  INVALID_REQUEST: 'DEPARTMENT_PROTOCOL',
  NOT_FOUND: 'DEPARTMENT_PROTOCOL',
  KEY_REUSED: 'DEPARTMENT_PROTOCOL',
  INVALID_CLIENT: 'DEPARTMENT_UNAVAILABLE',
  INVALID_TOKEN: 'DEPARTMENT_UNAVAILABLE',
  TRY_LATER: 'DEPARTMENT_UNAVAILABLE',
  REGISTER_LOCKED: 'DEPARTMENT_UNAVAILABLE',
  RATE_LIMITED: 'DEPARTMENT_UNAVAILABLE',
  OUT_OF_SERVICE: 'DEPARTMENT_UNAVAILABLE',
  INTERNAL: 'DEPARTMENT_UNAVAILABLE',
  TOO_LATE: 'DEPARTMENT_REJECTED',
  NO_QUERY_OPEN: 'DEPARTMENT_REJECTED',
  RECORD_NOT_FOUND: 'DEPARTMENT_REJECTED',
  NAME_ALREADY_REGISTERED: 'DEPARTMENT_REJECTED',
  NAME_PERIOD_OVER: 'DEPARTMENT_REJECTED',
  DOCUMENT_UNREADABLE: 'DEPARTMENT_REJECTED',
} as const satisfies Record<ErrorCode, 'DEPARTMENT_UNAVAILABLE' | 'DEPARTMENT_REJECTED' | 'DEPARTMENT_PROTOCOL'>
