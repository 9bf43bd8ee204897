/**
 * The sandbox's own contract: what a department of the outside world offers to the control interface and to its desk.
 * A department is written from its contract (WSDL, OpenAPI, tables), in its own voice; nothing here is known to the hub.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

export type RudeMode =
  | 'unavailable'
  | 'slow'
  | 'hang'
  | 'fault'
  | 'garbage'
  | 'half'
  | 'lost-answer'
  | 'duplicate'
  | 'out-of-order'

/** What the sandbox hands to each office. */
export interface World {
  /** The sandbox's clock; `POST /control/clock` moves it. */
  now(): Date
  /** Folder of this office's own state; it survives `kill -9`. */
  readonly folder: string
  /** `http://localhost:4100`, where this office is reached under `/<name>`. */
  readonly url: string
  /** Where an office that is a database listens; 0 for any free port. */
  readonly postgresPort: number
  /** Base of the hub, where notices are posted (`<hubUrl>/webhooks/<name>`). */
  readonly hubUrl: string
  /** A secret made at random once and kept in the sandbox's folder. */
  secret(name: string): string
  /** Counts a call of the real interface, for `GET /control/<name>/calls`. */
  count(operation: string): void
  /**
   * The misbehaviour to show for this call, drawn by the seeded rate; null mostly. `changes`: the operation changes something
   * (`lost-answer`, `duplicate`, `out-of-order` are drawn for those and for notices only).
   */
  rude(changes: boolean): RudeMode | null
}

/** A case as `GET /control/<department>/cases` shows it: the department's own record, decoded (codes as words, dates as YYYY-MM-DD, padding gone). */
export interface CaseView {
  /** The department's reference. */
  readonly reference: string
  /** The number that the hub gave. */
  readonly key: string
  /** `<department>.<service>`, such as `parks.tree-felling`. */
  readonly service: string
  readonly status: 'received' | 'in_review' | 'action_required' | 'approved' | 'rejected' | 'withdrawn'
  readonly fields: Readonly<Record<string, unknown>>
  readonly documents: readonly {
    readonly name: string
    readonly mediaType: string
    readonly size: number
    readonly sha256: string
  }[]
}
export interface ClerkAct {
  readonly status: 'in_review' | 'action_required' | 'approved' | 'rejected'
  readonly reason?: string
  /** As GraphQL's Action: `{ kind?, text?, question?, due?, place? }`. */
  readonly action?: {
    readonly kind?: string
    readonly text?: string
    readonly question?: string
    readonly due?: string
    readonly place?: string
  }
}

export interface Office {
  readonly name: string
  /** Title of its desk. */
  readonly title: string
  /** Serves its real interface; `path` is what stands behind `/<name>` (`/licensing?wsdl`). */
  handle(request: IncomingMessage, response: ServerResponse, path: string): void | Promise<void>
  /** What a hub must have in its environment to reach it. */
  environment(): Readonly<Record<string, string>>
  /** Oldest first. */
  cases(): Promise<readonly CaseView[]>
  /** The first case with this reference or this key; null where there is none. */
  oneCase(referenceOrKey: string): Promise<CaseView | null>
  /** Bytes of a case's document, by its place in `documents`; null if there is none. */
  document(reference: string, index: number): Promise<{ name: string; mediaType: string; bytes: Uint8Array } | null>
  /** The certificate as issued; null before. */
  certificate(reference: string): Promise<{ name: string; bytes: Uint8Array } | null>
  /** The clerk acts. Throws an Error that says why where the case cannot take the act. */
  act(reference: string, act: ClerkAct): Promise<void>
  /** What a clerk who takes every case on by themselves does next with a case; null where nothing is left to do. */
  next(view: CaseView): ClerkAct | null
  close(): Promise<void>
}

/** What `sandbox/<department>/index.ts` exports as `open`. */
export type OpenOffice = (world: World) => Promise<Office>
