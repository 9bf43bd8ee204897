/**
 * The department contract: what the hub asks of whatever speaks to a department's system.
 * An adapter depends on this file and on its protocol's kit, on nothing above it, and never on another adapter.
 */

/** Where a case stands at its department, in the hub's words. Departments' own codes are mapped to these by a total table. */
export type DepartmentStatus = 'received' | 'in_review' | 'action_required' | 'approved' | 'rejected' | 'withdrawn'

/** One call to a department. */
export interface Call {
  /** Idempotency key: the same for every try of the same effect. For `submit` it is the hub's reference (`DWR-2026-000001`). */
  readonly key: string
  /** Aborts at the call's deadline; pass it to whatever waits. */
  readonly signal: AbortSignal
}

/** An application to be filed. `input` has the shape of the service's input type: dates `YYYY-MM-DD`, absent optionals absent. */
export interface Filing {
  /** `parks.tree-felling` */
  readonly service: string
  readonly reference: string
  readonly submittedAt: string
  readonly input: Readonly<Record<string, any>>
  /** Every document that `input` names, by the path of its field (`groom.proofOfAge`, `witnesses.0.identity`). */
  readonly documents: readonly FilingDocument[]
  /** In rupees; null where none is asked. */
  readonly fee: number | null
  /** Verified mobile number of the applicant (`+919810012345`), where the hub knows it. */
  readonly mobile: string | null
}
export interface FilingDocument {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  /** Hex. */
  readonly sha256: string
  read(): Promise<Uint8Array>
}

/** The department has the case under its own `reference`. */
export interface Receipt {
  readonly reference: string
}
/** A refusal that the citizen can cure: the slot is gone, the photograph is unreadable. Nothing was filed. */
export interface ActionNeeded {
  readonly action: Action
}
export interface Action {
  readonly kind: 'ANSWER' | 'DOCUMENT' | 'APPOINTMENT'
  /** The department's own sentence, in whatever language it wrote it; null where the hub's words suffice. */
  readonly text: string | null
  /** Path of the service's question to answer anew; null for an answer that the service does not ask for. */
  readonly question: string | null
  /** `YYYY-MM-DD` */
  readonly due: string | null
  /** Where to come, and at what time, in the department's words. */
  readonly place: string | null
}
export interface ActionAnswer {
  /** A text, a choice's value, or nothing beside the documents. */
  readonly value: unknown
  readonly documents: readonly FilingDocument[]
}

/** What a department says of a case. Named by its reference, by our key, or both. */
export interface StatusChange {
  readonly reference: string | null
  readonly key: string | null
  readonly status: DepartmentStatus
  /** RFC 3339, the department's clock; null where it does not say. */
  readonly at: string | null
  /** Orders the changes of one case (compared as numbers where numeric, else as text); null where the department has no order. */
  readonly sequence: string | null
  /** In the department's words; the citizen reads 2,000 characters of them at the most, as of an action's text and place. */
  readonly reason?: string
  readonly action?: Action
}

export interface CertificateFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** `YYYY-MM-DD` */
  readonly issuedOn: string
}

export interface Adapter {
  readonly department: string
  /** The longest, in ms, after which a request already sent can still open a case: a null from `find` counts only after that. */
  readonly settles: number
  /** Files the application. Called again with the same `call.key` after a failure: must not open a second case. May answer with an action that cures a refusal. */
  submit(filing: Filing, call: Call): Promise<Receipt | ActionNeeded>
  /** Every case with our key: asked before a retry whose first try may have been accepted. Two or more are parked for a person. */
  find(key: string, call: Call): Promise<readonly Receipt[]>
  /** Sends what an action asked for. */
  answer(reference: string, answer: ActionAnswer, call: Call): Promise<void>
  withdraw(reference: string, call: Call): Promise<'withdrawn' | 'too-late'>
  /** Many references in as few department calls as the system allows; answers stand in the order of the references. */
  status(references: readonly string[], call: Call): Promise<readonly (StatusChange | Error)[]>
  /** Changes after a cursor, oldest first, each with the cursor that covers it. Overlaps: may repeat one, never skips one that committed late. */
  changes?(after: string | null, call: Call): AsyncIterable<{ readonly change: StatusChange; readonly cursor: string }>
  /** Where the department calls us (`POST /webhooks/<department>`): authenticates the request (throws `CallbackRefused`), then parses it. */
  callback?(request: Request): Promise<readonly StatusChange[]>
  /** The paper of an approved case, as it came; null while it is not made: again later. The hub takes none but a whole PDF of a real day (`certificate.ts`). */
  certificate(reference: string, call: Call): Promise<CertificateFile | null>
  /** Whether the department answers now; throws an AdapterError where not. Cheap: asked by `/readyz`. */
  ping(call: Call): Promise<void>
  close(): Promise<void>
}

/** A callback that does not prove to be the department's. */
export class CallbackRefused extends Error {
  override readonly name = 'CallbackRefused'
}

export type AdapterErrorCode =
  /** Not reached, refused, 429, 503: try again later; a filing is looked for by `find` before it is sent again, for a department may say so of a case that it opened. */
  | 'DEPARTMENT_UNAVAILABLE'
  /** Sent, and no answer: may have happened. Wait `settles`, `find`, then try again with the same key. */
  | 'DEPARTMENT_TIMEOUT'
  /** Understood and refused: never try again. `reason` is the department's, for the citizen. */
  | 'DEPARTMENT_REJECTED'
  /** An answer that its contract does not allow: a person looks. */
  | 'DEPARTMENT_PROTOCOL'

/** What is kept of an answer. */
const RAW_CHARACTERS = 65_536

/** Carries no personal data in its message; the department's own words stand in `reason`, its raw answer, cut, in `raw`. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError'
  readonly code: AdapterErrorCode
  readonly department: string
  readonly operation: string
  /** ms to wait before the next try, where the department said so (Retry-After). */
  readonly retryAfter?: number
  readonly reason?: string
  readonly raw?: string
  constructor(
    code: AdapterErrorCode,
    where: { department: string; operation: string; retryAfter?: number; reason?: string; raw?: string },
    message: string,
    options?: { cause?: unknown },
  ) {
    super(`${where.department} ${where.operation}: ${message}`, options)
    this.code = code
    this.department = where.department
    this.operation = where.operation
    if (where.retryAfter !== undefined) this.retryAfter = where.retryAfter
    if (where.reason !== undefined) this.reason = where.reason
    if (where.raw !== undefined) this.raw = where.raw.slice(0, RAW_CHARACTERS)
  }
}

/** What `adapters/<department>/index.ts` exports as `adapter`. */
export interface AdapterModule<A extends Adapter = Adapter> {
  readonly department: string
  /** Its environment variables; `.env.example` is made from them. */
  readonly environment: Environment
  /** Makes the adapter; opens nothing until its first call. `values` has been checked against `environment`. */
  create(values: Readonly<Record<string, string>>): A
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, Variable>>
export interface Variable {
  readonly description: string
  readonly kind: 'url' | 'secret' | 'text' | 'integer'
  readonly example: string
  /** Used where the variable is not set; a variable without one is required. */
  readonly default?: string
  /** Of an integer: the least that works; 0 where it is not stated. */
  readonly minimum?: number
  /** Of an integer: the most that works; 2147483647 where it is not stated, for no timer takes more. */
  readonly maximum?: number
  /** All that it may be. */
  readonly oneOf?: readonly string[]
}
