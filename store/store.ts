/**
 * Where the hub keeps its own state. Personal data comes in sealed (see `Vault`): a store never sees it in the clear.
 * Every promise of a change resolves once the change is durable. One call is one atomic write.
 */
import type { ChannelStore } from './channel.ts'
import type { Keys, People } from './people.ts'

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
  /** RFC 3339: when the department decided (approved or rejected); null before it. */
  readonly decidedAt: string | null
  /** True once it was told that filing it takes longer than usual: it is told once. */
  readonly delayed: boolean
  /** True once its lateness was told: it is told once. */
  readonly overdue: boolean
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
  /** `certificateHash` of the certificate that it issues; missing in others, and in those of before it was kept. */
  readonly certificate?: string
}
/** An event in the log: positions without gaps, each hash over the one before. */
export interface LoggedEvent extends Event {
  readonly position: number
  /** Hex SHA-256 over the previous hash and this event's canonical JSON. */
  readonly hash: string
}

/** `report`: what a department said of a case could not be applied; it is asked again. */
export type EffectKind = 'submit' | 'answer' | 'withdraw' | 'certificate' | 'report'
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
  /** ms since the epoch by which a try that may have happened had been sent, 0 where the department denied it; null where none may have. */
  readonly uncertainSince: number | null
  readonly state: 'owed' | 'claimed' | 'parked'
  /** Session that claimed it; null where none has. */
  readonly owner: string | null
  /** Why it waits or is parked: an error code, no personal data. */
  readonly note: string | null
  /** Sealed: the department's answer as it came, where it was not understood; null otherwise. */
  readonly raw: string | null
  /** Answers to it that the contract does not allow, since it was owed or a person had it tried again; missing or 0 where none came. */
  readonly misunderstood?: number
  /** Parked and not let go since, also while it is claimed; missing or false otherwise. */
  readonly parked?: boolean
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
  /**
   * The only way to change an application. False where its version has moved on: read again, decide again. Throws a CaseTaken where it would
   * get the `departmentReference` that another application of its department has: of several at once, one gets it.
   */
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
  /** All that was committed of it, in that order: what is in the log, then what is on its way there. */
  events(reference: string): Promise<Event[]>
  /** Commits an event that belongs to no application (a register was looked up, consent was given): its `reference` is empty. */
  record(event: Event): Promise<void>

  /**
   * Claims effects for a session: those that are due (what is parked comes due, too), oldest first, and those whose claimant's session has ended.
   * What a session claimed is its own until it is put back, settled, or the session ends.
   */
  claim(department: string, session: string, now: number, limit: number): Promise<Effect[]>
  /**
   * A try may be under way, sent by `by` (ms since the epoch) if at all: from now on it is uncertain whether it happened.
   * Durable before the department is called. False where the effect is the session's no longer: the department must not be called.
   */
  trying(effect: string, session: string, by: number): Promise<boolean>
  /** Puts a claimed effect back: parked where it was parked before, whoever claimed it, until `park` or `retry` says otherwise. False where it is the session's no longer: nothing is changed. */
  later(
    effect: string,
    session: string,
    change: {
      due: number
      uncertainSince: number | null
      note: string | null
      /** Missing or null: as it was. */
      raw?: string | null
      /** Missing: as it was. */
      misunderstood?: number
      /** Missing: as it was. */
      park?: boolean | undefined
    },
  ): Promise<boolean>
  /**
   * What a clock that was set back would make wait: a department's effects that are due later than `latest.due` are due `now`, and a try that had
   * been sent later than `latest.sent` had been sent by then (all ms since the epoch).
   */
  hasten(department: string, now: number, latest: { readonly due: number; readonly sent: number }): Promise<void>
  /** What a session has claimed of a department's effects, also by a claim whose answer was lost. */
  claimed(department: string, session: string): Promise<Effect[]>
  effect(id: string): Promise<Effect | null>
  effectsOf(reference: string): Promise<Effect[]>
  /** Parked effects, also those that are being tried, in the order of their ids, behind the id `after`. */
  parked(first: number, after: string | null): Promise<Effect[]>
  /** An operator has it tried at once. False where it is not parked. */
  retry(effect: string, now: number): Promise<boolean>
  /** Claims a parked effect for a session, for an operator who settles it: nobody tries it meanwhile. False where it is not parked. */
  take(effect: string, session: string): Promise<boolean>
  /** What a department is owed, and how much of it waits for a person. */
  owed(department: string): Promise<{ owed: number; parked: number }>
  /** Applications of a department that are still SUBMITTED though submitted before `before` (RFC 3339), and whose delay was not told, oldest first. */
  slow(department: string, before: string, limit: number): Promise<Application[]>
  /** Open applications that are not approved, whose day has passed and whose lateness was not told, oldest due first. `today`: `YYYY-MM-DD`. */
  late(today: string, limit: number): Promise<Application[]>
  /** Open applications that are not approved and whose lateness was told, in the order of their references, behind the reference `after`. */
  overdue(first: number, after: string | null): Promise<Application[]>
  /** How many open applications of a service are not approved and their lateness was told; `limit` where there are more. */
  undecided(service: string, limit: number): Promise<number>
  /** The last decided applications of a service, newest decision first. */
  decided(service: string, limit: number): Promise<Pick<Application, 'submittedAt' | 'decidedAt' | 'due'>[]>
}

export interface EventLog {
  /** Moves committed events into the log, in the order of their commits (of one application at least). Returns how many. Safe to be run by two at once. */
  relay(limit: number): Promise<number>
  after(position: number, limit: number): Promise<LoggedEvent[]>
  /** The rows as they are kept, for whoever checks the chain: `document` is the JSON that was hashed. */
  rows(position: number, limit: number): Promise<LogRow[]>
  position(event: string): Promise<number | null>
  head(): Promise<{ position: number; hash: string }>
}
export interface LogRow {
  readonly position: number
  /** Of the event. */
  readonly id: string
  readonly document: string
  readonly hash: string
}

export interface DocumentRecord {
  readonly id: string
  /** Who announced it; `Citizen.id` or `client <id>`. */
  readonly owner: string
  /** Sealed. */
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Sealed hex of the bytes; null until the bytes are there. */
  readonly sha256: string | null
  /** Where the bytes are; null until they are there. Says nothing of them: two who send the same file have two. */
  readonly blob: string | null
  /** ms since the epoch after which the bytes can no longer be put. */
  readonly expires: number
}
export interface Documents {
  announce(document: DocumentRecord): Promise<void>
  read(ids: readonly string[]): Promise<(DocumentRecord | null)[]>
  /** Marks a document as complete. False where it was complete before: what was written for it in vain is removed by the caller. */
  complete(id: string, to: { blob: string; sha256: string; mediaType: string }): Promise<boolean>
  /** Keeps (sealed) bytes under a name that nobody has; durable once it resolves, nothing is kept where it rejects. */
  write(blob: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** Null where there are none. */
  open(blob: string): Promise<AsyncIterable<Uint8Array> | null>
  /** Those that are not there are passed over. */
  remove(blobs: readonly string[]): Promise<void>
  /** Everything that an owner announced. */
  ofOwner(owner: string): Promise<DocumentRecord[]>
  /** Forgets documents; their bytes are removed, too. */
  forget(ids: readonly string[]): Promise<void>
}

/** A process at work. Whatever it claimed or leased is its own while its session lives, by the store's own clock. */
export interface Sessions {
  /** Begins a session of `ms`. On a store of one machine it ends the session that the same role (`hub`, `subgraph parks`) had before: that process is gone. */
  begin(session: string, role: string, ms: number): Promise<void>
  /** Keeps it for `ms` from now. False where it has ended: what it held may be another's, and it never comes back. */
  keep(session: string, ms: number): Promise<boolean>
  /** Ends it: all that it held is free at once. */
  end(session: string): Promise<void>
}
/** What only one process does at a time, by name. */
export interface Leases {
  /** Takes or keeps it for a session: its fencing token, which grows each time that the holder changes; null while another living session holds it, or where `session` has ended. */
  acquire(name: string, session: string): Promise<number | null>
  release(name: string, session: string): Promise<void>
}

export interface Store {
  /** Several processes may work on it at once: what they must not do together they hold leases and chats for. */
  readonly shared: boolean
  readonly applications: Applications
  readonly log: EventLog
  readonly documents: Documents
  readonly people: People
  readonly keys: Keys
  readonly channel: ChannelStore
  /** Small durable values by name: cursors. */
  readonly cursors: {
    read(name: string): Promise<string | null>
    write(name: string, value: string): Promise<void>
    forget(name: string): Promise<void>
  }
  readonly sessions: Sessions
  readonly leases: Leases
  /** Distinct items per key and day. False where `item` is new and `limit` items are there already; the same item again costs nothing. */
  readonly counts: { add(key: string, day: string, item: string, limit: number): Promise<boolean> }
  /** One-time codes by blind hash. */
  readonly codes: {
    put(code: string, sealed: string, expires: number): Promise<void>
    /** The same for a code that nobody has at `now`. False where it is somebody's: nothing is changed. */
    add(code: string, sealed: string, expires: number, now: number): Promise<boolean>
    /** As it stands, unspent (`spender` null) or not; null for one that is wrong or old. */
    read(code: string, now: number): Promise<{ sealed: string; spender: string | null } | null>
    /**
     * Spends it for a citizen, unless it is spent: the value, and for whom. Whoever was refused asks again. Null for a code that is wrong or old.
     */
    spend(code: string, citizen: string, now: number): Promise<{ sealed: string; spender: string } | null>
  }
  /** For `/readyz`: throws where the store cannot be written. */
  ping(): Promise<void>
  close(): Promise<void>
}
