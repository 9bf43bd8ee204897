/**
 * Where the hub keeps its own state. Personal data comes in sealed (see `Vault`): a store never sees it in the clear.
 * Every promise of a change resolves once the change is durable. One call is one atomic write.
 */
import type { ChannelStore } from './channel.ts'

export type Status =
  | 'SUBMITTED'
  | 'RECEIVED'
  | 'IN_REVIEW'
  | 'ACTION_REQUIRED'
  | 'APPROVED'
  | 'CERTIFIED'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'LAPSED'

/** An application: the state that one atomic write changes, together with the events and effects of that change. */
export interface Application {
  readonly reference: string
  readonly service: string
  readonly department: string
  /** `Citizen.id` */
  readonly citizen: string
  readonly status: Status
  readonly departmentReference: string | null
  readonly submittedAt: string
  /** `YYYY-MM-DD` */
  readonly due: string | null
  /** Sealed JSON: the answers. */
  readonly input: string
  /** Keyed hash of citizen, service and answers: finds an open application with the same answers. */
  readonly digest: string
  /** Keyed hash of caller and requestId; null without one. */
  readonly request: string | null
  readonly fee: number | null
  /** Client that filed it on behalf of its citizen; null where the citizen did. */
  readonly client: string | null
  /** True while filed on behalf of a number whose holder has not linked to it. */
  readonly restricted: boolean
  readonly documents: readonly DocumentLink[]
  /** Sealed JSON of the open action; null where none is open. */
  readonly action: string | null
  readonly certificate: {
    readonly code: string
    readonly issuedOn: string
    readonly sha256: string
    readonly blob: string
    readonly name: string
  } | null
  /** Order of the last department change applied; see `StatusChange.sequence`. */
  readonly lastChange: string | null
  /** Events committed so far. */
  readonly events: number
  /** Counts the writes; a write against an old version is refused. */
  readonly version: number
}
export interface DocumentLink {
  readonly id: string
  readonly path: string
}

/** A fact of the log. `reason` is sealed. */
export interface Event {
  /** `DWR-2026-000001.3` */
  readonly id: string
  readonly reference: string
  readonly citizen: string
  readonly department: string
  readonly service: string
  /** `submitted`, `received`, … or an act that changes no status: `consented`, `looked-up`, `linked`, `answered`. */
  readonly name: string
  readonly status: Status
  readonly at: string
  /** Who did it: `citizen`, `department`, `portal <client>`, `hub`. */
  readonly actor: string
  readonly reason: string | null
}
/** An event in the log: positions without gaps, each hash over the one before. */
export interface LoggedEvent extends Event {
  readonly position: number
  /** Hex SHA-256 over the previous hash and this event's canonical JSON. */
  readonly hash: string
}

export type EffectKind = 'submit' | 'answer' | 'withdraw' | 'certificate'
/** Something owed to a department, committed with the step that owes it. */
export interface Effect {
  readonly id: string
  readonly reference: string
  readonly department: string
  readonly kind: EffectKind
  /** Idempotency key for the department. */
  readonly key: string
  /** Sealed JSON: what is sent beside the application; null where nothing is. */
  readonly payload: string | null
  /** ms since the epoch: not before. */
  readonly due: number
  readonly attempts: number
  /** ms since the epoch by which a try that may have happened had been sent; null where none may have. */
  readonly uncertainSince: number | null
  readonly state: 'owed' | 'claimed' | 'parked'
  /** Why it waits or is parked: an error code, no personal data. */
  readonly note: string | null
}

export interface Step {
  /** The application as it is to be; `version` is the one that was read. */
  readonly application: Application
  readonly events: readonly Event[]
  readonly effects: readonly Effect[]
  /** Effect that this step settles. */
  readonly settles?: string
  /** Effects of the application that are no longer owed, by kind. */
  readonly cancels?: readonly EffectKind[]
}

export interface Applications {
  /** The next reference of a year: `DWR-2026-000001`. Numbers may be skipped, never repeated. */
  reference(year: string): Promise<string>
  /** Creates it, unless its `request` is taken already or an open application has its digest. */
  create(step: Step): Promise<'created' | 'same-request' | 'same-answers'>
  /** The only way to change an application. False where its version has moved on: read again, decide again. */
  commit(step: Step): Promise<boolean>
  read(references: readonly string[]): Promise<(Application | null)[]>
  byRequest(request: string): Promise<Application | null>
  /** An open application with this digest. */
  openByDigest(digest: string): Promise<Application | null>
  byDepartment(department: string, departmentReferences: readonly string[]): Promise<(Application | null)[]>
  byCertificate(code: string): Promise<Application | null>
  /** Newest first, behind the reference `after`. */
  ofCitizen(citizen: string, first: number, after: string | null): Promise<Application[]>
  /** References and department references that a department has not finished, for polling. */
  open(department: string, limit: number, after: string | null): Promise<Application[]>
  events(reference: string): Promise<Event[]>
  /** Commits an event that belongs to no application (a register was looked up, consent was given): its `reference` is empty. */
  record(event: Event): Promise<void>

  /** Claims effects that are due, oldest first, until `until` (ms since the epoch); what is parked comes due, too. */
  claim(department: string, now: number, until: number, limit: number): Promise<Effect[]>
  /** A try may be under way, sent by `by` (ms since the epoch) if at all: from now on it is uncertain whether it happened. Durable before the department is called. */
  trying(effect: string, by: number): Promise<void>
  /** Puts a claimed effect back, or parks it. */
  later(
    effect: string,
    change: { due: number; uncertainSince: number | null; note: string | null; park?: boolean },
  ): Promise<void>
  effectsOf(reference: string): Promise<Effect[]>
  /** What a department is owed, and how much of it waits for a person. */
  owed(department: string): Promise<{ owed: number; parked: number }>
  /** Claimed effects of a department whose holder is gone become owed again. */
  release(department: string): Promise<void>
}

export interface EventLog {
  /** Moves committed events into the log, in the order of their commits. Returns how many. */
  relay(limit: number): Promise<number>
  after(position: number, limit: number): Promise<LoggedEvent[]>
  position(event: string): Promise<number | null>
  head(): Promise<{ position: number; hash: string }>
}

export interface DocumentRecord {
  readonly id: string
  /** Who announced it; `Citizen.id` or `client <id>`. */
  readonly owner: string
  /** Sealed. */
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Hex; null until the bytes are there. */
  readonly sha256: string | null
  /** ms since the epoch after which the bytes can no longer be put. */
  readonly expires: number
}
export interface Documents {
  announce(document: DocumentRecord): Promise<void>
  read(ids: readonly string[]): Promise<(DocumentRecord | null)[]>
  /** Keeps the (sealed) bytes, then marks the document complete. */
  complete(id: string, sha256: string, mediaType: string, sealed: Uint8Array): Promise<void>
  bytes(id: string): Promise<Uint8Array | null>
  /** Keeps bytes that no citizen announced (a certificate). */
  keep(id: string, sealed: Uint8Array): Promise<void>
}

export interface People {
  /** The citizen that this identity (a blind hash, such as `mobile:…`) belongs to. */
  byIdentity(identity: string): Promise<string | null>
  /** One write: makes the citizen `fresh` if none of the identities has one, else gives all of them, and all applications, to the oldest one met. Returns its id. */
  unite(identities: readonly Identity[], fresh: string): Promise<string>
  /** Takes an identity from whoever has it: a number went to a new holder. */
  forget(identity: string): Promise<void>
  /** Sealed values of a citizen's identities. */
  identities(citizen: string): Promise<Identity[]>
}
/** `identity`: a blind hash such as `mobile:…`; `sealed`: the value itself. */
export interface Identity {
  readonly identity: string
  readonly sealed: string
}

export interface Store {
  readonly applications: Applications
  readonly log: EventLog
  readonly documents: Documents
  readonly people: People
  readonly channel: ChannelStore
  /** Small durable values by name: cursors. */
  readonly cursors: {
    read(name: string): Promise<string | null>
    write(name: string, value: string): Promise<void>
  }
  /** Named leases with a fencing token that only grows; null while another holds it. */
  readonly leases: {
    acquire(name: string, owner: string, ms: number): Promise<number | null>
    release(name: string, owner: string): Promise<void>
  }
  /** Distinct items per key and day. False where `item` is new and `limit` items are there already; the same item again costs nothing. */
  readonly counts: { add(key: string, day: string, item: string, limit: number): Promise<boolean> }
  /** One-time codes by blind hash. */
  readonly codes: {
    put(code: string, sealed: string, expires: number): Promise<void>
    /** The value, once; null for a code that is wrong, old or spent. */
    spend(code: string, now: number): Promise<string | null>
  }
  /** For `/readyz`: throws where the store cannot be written. */
  ping(): Promise<void>
  close(): Promise<void>
}
