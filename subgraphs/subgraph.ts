/**
 * The subgraph contract: what every subgraph is, and what it is handed at start. No subgraph imports another;
 * what several need (the act of filing, who the citizen is, the clock, the way to ask the hub) stands here.
 */

import type DataLoader from 'dataloader'
import type { ExecutionResult, GraphQLSchema } from 'graphql'
import type { Adapter } from '../adapters/adapter.ts'
import type { Store } from '../store/store.ts'
import type { Catalogue } from '../vocabulary/catalogue.ts'
import type { Session } from './host/session.ts'
import type { WorkingDays } from './host/working-days.ts'

// ---------- who asks ----------

export type Scope = 'applications:file' | 'applications:read' | 'operations'
/** Who asks. From outside it comes from a JWT of AUTH_ISSUER; the channel makes a citizen's itself; between processes it travels as a 60-second JWT. */
export interface Principal {
  readonly kind: 'citizen' | 'portal' | 'operator'
  /** What is known of the citizen: at least one of these. Verified, each of them. */
  readonly citizen?: {
    /** The hub's own id (`Citizen.id`). */
    readonly id?: string
    /** `issuer subject` of a token. */
    readonly subject?: string
    /** `+919810012345` */
    readonly mobile?: string
  }
  /** Client id of a portal or an operator. */
  readonly client?: string
  readonly scopes: readonly Scope[]
}

/** What a resolver gets. One object a request and subgraph. */
export interface Context {
  readonly principal: Principal | null
  /** `Citizen.id` of the principal; null for those who are no citizen. Creates the citizen on first sight. */
  citizen(): Promise<string | null>
  /** Applications by reference, as far as the principal may see them (else null); one store read a batch. */
  readonly applications: DataLoader<string, FiledApplication | null>
  /** A loader (or anything else) kept for this request under `key`; made at its first use. */
  once<T>(key: object, make: () => T): T
}
/** An application as a department's subgraph sees it. */
export interface FiledApplication {
  readonly reference: string
  readonly service: string
  readonly department: string
  readonly departmentReference: string | null
  readonly citizen: string
  readonly status: string
}

// ---------- what is handed in ----------

export interface Clock {
  now(): Date
  /** `YYYY-MM-DD` in Asia/Kolkata. */
  today(): string
}
/** Structured log. Fields that may hold personal data are refused by type: ids, codes, counts and errors only. */
export interface Log {
  info(message: string, fields?: Record<string, string | number | boolean | null | undefined>): void
  warn(message: string, fields?: Record<string, string | number | boolean | null | undefined>): void
  /** Logs name, code and stack of `error`; messages of unknown errors are redacted of digits and quoted text. */
  error(message: string, error: unknown, fields?: Record<string, string | number | boolean | null | undefined>): void
}

/** The hub's GraphQL API, asked as `principal`: through the gateway's executor in one process, over GATEWAY_URL in a process of its own. */
export interface Ask {
  (
    operation: string,
    variables: Readonly<Record<string, unknown>>,
    principal: Principal | null,
  ): Promise<ExecutionResult<any>>
  /** A subscription; ends when `signal` aborts or the gateway goes away (subscribe again with the last cursor). */
  subscribe(
    operation: string,
    variables: Readonly<Record<string, unknown>>,
    principal: Principal | null,
    signal: AbortSignal,
  ): AsyncIterable<ExecutionResult<any>>
  /** A route of the hub (`/uploads/…`, `/certificates/…`), as `principal`. `path` is a path or a full URL of the hub. */
  fetch(path: string, init: RequestInit, principal: Principal | null): Promise<Response>
}

/**
 * Authenticated encryption; each value carries the id of its key. `purpose` is bound to the value: what is sealed for one cannot be
 * opened for another. What cannot be opened is a VaultError; its `fault` is `no-key` where a person was erased.
 */
export interface Vault {
  seal(plain: string | Uint8Array, purpose: string): string
  open(sealed: string, purpose: string): Uint8Array
  openText(sealed: string, purpose: string): string
  /** Seals bytes as they pass; no more than a frame of 64 KiB is held. */
  sealStream(plain: AsyncIterable<Uint8Array>, purpose: string): AsyncIterable<Uint8Array>
  /** Opens what `sealStream` made: no byte comes out that was not proved, and bytes that were cut off are an error. */
  openStream(sealed: AsyncIterable<Uint8Array>, purpose: string): AsyncIterable<Uint8Array>
  /** Keyed hash for look-ups by a personal value (phone, user id): hex, the same for the same value and purpose, whoever's vault it is. */
  blind(value: string, purpose: string): string
}

/** By what a chat is known: a number (`+91…`), a business-scoped user id, or both. */
export interface ChatIds {
  readonly mobile?: string | undefined
  readonly userId?: string | undefined
}
/** Who a citizen is: one record that several identities meet in. */
export interface Citizens {
  /**
   * The citizen of a principal, made on first sight. An account that is met for the first time is the citizen's of its verified number; one
   * that is known stays its own, and takes a number that nobody has: of two citizens a number makes no one. Null for a principal that is no citizen.
   */
  of(principal: Principal | null): Promise<string | null>
  /** The citizen of a chat by its phone number and/or business-scoped user id; made on first sight. */
  ofChat(ids: ChatIds): Promise<string>
  /** Whoever holds a phone that is known as another citizen's, by the key that the chat was given for them; made on first sight. */
  ofHolder(key: string): Promise<string>
  /**
   * The holder of a chat has another number or user id now: they stay the same citizen. Who has written under the new user id is them; whoever
   * else had the number loses it. Whoever has the former number since is not them, where a user id says so. Null where it is of nobody known.
   */
  moved(from: ChatIds, to: ChatIds): Promise<string | null>
  /** Whether a number or a user id has another holder now. */
  isAnothers(ids: ChatIds, citizen: string): Promise<boolean>
  /** Two citizens turned out to be one person. Returns whose all of it is now. */
  unite(one: string, other: string): Promise<string>
  /** Before an erasure looks at what there is of a citizen: who files for them from then on looks at `erasure` once it is written, and answers by that. */
  beginErasure(citizen: string): Promise<void>
  /** It has looked, and what is left is theirs still: an open case needs it. */
  spare(citizen: string): Promise<void>
  /** Where their erasure stands; null where none has begun, or it left them what they have. */
  erasure(citizen: string): Promise<'under way' | 'ended' | null>
  /**
   * The last of an erasure, `at` (ms since the epoch): forgets what a citizen was known by, and destroys their keys. For a while a
   * keyed hash of each identity says when, so that what they wrote before and comes late is known: see `wasErased`.
   */
  erase(citizen: string, at: number): Promise<void>
  /** Ends that while, for identities as the store names them. */
  forgetErased(identities: readonly string[]): Promise<void>
  /** Whether who is known by any of these was erased after they wrote (ms since the epoch): nothing of it is to be taken. */
  wasErased(ids: ChatIds, wrote: number): Promise<boolean>
  /** Verified mobile number (`+91…`), or null. */
  mobile(citizen: string): Promise<string | null>
}

export interface FileRequest {
  /** Service code. */
  readonly service: string
  /** As GraphQL gave it: scalars parsed, faulty values as `InvalidValue`. */
  readonly input: Readonly<Record<string, unknown>>
  readonly requestId: string | null
  readonly onBehalfOf: { readonly mobileNumber: string; readonly name?: string } | null
  readonly context: Context
}
/** A value of the `ApplyResult` union, `__typename` included. */
export type ApplyResult =
  | { __typename: 'Application'; reference: string }
  | { __typename: 'InvalidInput'; problems: readonly ProblemValue[] }
  | { __typename: 'AlreadyApplied'; application: { __typename: 'Application'; reference: string } }
export interface ProblemValue {
  readonly path: string
  readonly rule: string
  message(args: { language?: string | null }): string
}

/** What every subgraph is handed. */
export interface Host {
  readonly clock: Clock
  readonly log: Log
  readonly store: Store
  /** The hub's own vault: for what belongs to nobody yet. */
  readonly vault: Vault
  /** The vault of a citizen, or of a portal's client (`client x`), under a key of their own. Not to be kept: a key may be destroyed. `opens`: values that it is to open. */
  vaultOf(owner: string, ...opens: readonly (string | null | undefined)[]): Promise<Vault>
  readonly citizens: Citizens
  readonly ask: Ask
  readonly catalogue: Catalogue
  /** The calendar by which `due` is counted. */
  readonly workingDays: WorkingDays
  /** PUBLIC_URL, without a slash at its end. */
  readonly publicUrl: string
  /** Durations and limits, and the environment variables that the subgraph declared. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Validates, then commits the application with its event and its owed effects in one write. Throws GraphQLErrors with code UNAUTHENTICATED or FORBIDDEN. */
  file(request: FileRequest): Promise<ApplyResult>
  /** Records an act that belongs to no application (`consented`, `looked-up`). `details` hold no personal data. */
  record(name: string, citizen: string, details: string): Promise<void>
  /** This process at work: whatever it claims is claimed for this session. */
  session(): Session
  /**
   * Does `work` while this process alone holds the lease `name`; waits until it does, and again whenever it was lost. `work` returns soon after its
   * signal aborts; `token` grows each time that the lease changes hands. Resolves when `signal` aborts.
   */
  held(name: string, signal: AbortSignal, work: (signal: AbortSignal, token: number) => Promise<void>): Promise<void>
  /** Something was committed under this topic (`events`, `effects`, `outbox`, `inbox`): wakes whoever waits, in this process and, over Redis, in others; without it they look by themselves. */
  wake(topic: string): void
  /** Resolves at the next `wake(topic)`, after `ms` at the latest, or when `signal` aborts. */
  wait(topic: string, ms: number, signal: AbortSignal): Promise<void>
}

/** What a department's subgraph is handed besides. */
export interface DepartmentHost<A extends Adapter = Adapter> extends Host {
  readonly adapter: A
  /** A deadline and the department's resilience (timeout, breaker, bulkhead) around a call that changes nothing: `read((call) => adapter.births(q, call))`. */
  read<T>(run: (call: import('../adapters/adapter.ts').Call) => Promise<T>): Promise<T>
  /** Spends one of the day's ten register look-ups of this citizen, and records it. The same `question` again that day is free. Throws a GraphQLError with code LOOKUP_LIMIT. */
  spendLookup(context: Context, register: string, question: unknown): Promise<void>
}

// ---------- what a subgraph is ----------

/** An HTTP route that a subgraph serves itself; the gateway passes it on. `path` may end in a `:name` segment. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** `principal`: of the request's token, verified by the door; null without one. */
  handle(request: Request, params: Readonly<Record<string, string>>, principal: Principal | null): Promise<Response>
}
export interface Subgraph {
  readonly name: string
  readonly schema: GraphQLSchema
  /** One context a request; `scope` is the request's own object, the same for all its calls. */
  context(principal: Principal | null, scope: object): Context
  readonly routes: readonly Route[]
  /** Begins its background work (dispatcher, poller, relay, sender …). */
  start(): Promise<void>
  /** Ends in-flight work, then resolves. */
  stop(): Promise<void>
  /** For `/readyz`. */
  health(): Promise<readonly Health[]>
}
export interface Health {
  readonly name: string
  readonly ok: boolean
  /** Without personal data or addresses. */
  readonly detail?: string
}

/** What `subgraphs/<department>/index.ts` exports as `department`: nothing about its services, which stand in its schema. */
export interface Department<A extends Adapter = Adapter> {
  readonly name: string
  /**
   * Resolvers for what the schema has beside its services: records (`Citizen.licences`, `Application.drivingLicence`), look-ups, option lists, facts.
   * Service mutations, `Problem.message` and entity references resolve by themselves. Fields fed by the department return null when it does not answer.
   */
  resolvers(host: DepartmentHost<A>): Record<string, Record<string, any>>
}
