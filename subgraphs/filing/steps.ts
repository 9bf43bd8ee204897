import type { Action } from '../../adapters/adapter.ts'
import { certificateHash } from '../../store/certificate-hash.ts'
import type { Application, Effect, EffectKind, Event, Step, Store } from '../../store/store.ts'
import type { Host, Vault } from '../subgraph.ts'
import { type EventName, isFinal, next } from './lifecycle.ts'
import { brief, briefAction } from './words.ts'

/** What an application's sealed fields are sealed for. */
export const SEALED = {
  input: 'input',
  reason: 'reason',
  action: 'action',
  payload: 'payload',
  report: 'report',
  raw: 'raw',
  file: 'certificate-name',
} as const

const PAST: Record<EventName, string> = {
  submit: 'submitted',
  receive: 'received',
  review: 'in-review',
  ask: 'action-required',
  answer: 'answered',
  resubmit: 'resubmitted',
  approve: 'approved',
  certify: 'certified',
  reject: 'rejected',
  withdraw: 'withdrawn',
  lapse: 'lapsed',
}

/** What an `answer` effect carries, sealed: the answer, and the question in case the department does not take it. */
export interface AnswerPayload {
  readonly value: unknown
  /** Ids. */
  readonly documents: readonly string[]
  readonly action: Action
}

export interface Move {
  readonly events: readonly EventName[]
  readonly actor: string
  readonly reason?: string | null
  readonly action?: Action | null
  readonly changes?: Partial<Application>
  readonly effects?: readonly Effect[]
  readonly settles?: string
  readonly cancels?: readonly EffectKind[]
}

/** An application with the events and effects of a move: pure, to be committed in one write. Throws where the life does not allow it. */
export function stepOf(application: Application, move: Move, at: Date, vault: Vault): Step {
  let { status, events: count } = application
  const events: Event[] = move.events.map((name, i) => {
    const to = next(status, name)
    if (!to) throw new Error(`${status} does not allow ${name}`)
    status = to
    count += 1
    const isLast = i === move.events.length - 1
    const reason = isLast && move.reason ? vault.seal(brief(move.reason), SEALED.reason) : null
    const event = eventOf(application, count, PAST[name], status, at, move.actor, reason)
    const issued = name === 'certify' ? move.changes?.certificate : null
    return issued ? { ...event, certificate: certificateHash(issued) } : event
  })
  const action = move.action
    ? vault.seal(JSON.stringify(briefAction(move.action)), SEALED.action)
    : status === 'ACTION_REQUIRED'
      ? application.action
      : null
  const isDecided = status === 'APPROVED' || status === 'REJECTED'
  const decidedAt = application.decidedAt ?? (isDecided ? at.toISOString() : null)
  return {
    application: { ...application, decidedAt, ...move.changes, status, action, events: count },
    events,
    effects: move.effects ?? [],
    ...(move.settles ? { settles: move.settles } : {}),
    ...(move.cancels ? { cancels: move.cancels } : {}),
  }
}

/** A fact about an application that changes no status: `withdrawal-refused`, `linked`. */
export function noteOf(
  application: Application,
  name: string,
  actor: string,
  at: Date,
  more: { settles?: string; changes?: Partial<Application> } = {},
): Step {
  const count = application.events + 1
  return {
    application: { ...application, ...more.changes, events: count },
    events: [eventOf(application, count, name, application.status, at, actor, null)],
    effects: [],
    ...(more.settles ? { settles: more.settles } : {}),
  }
}

/** The `number`th event of an application. `reason` comes sealed. */
export function eventOf(
  application: Application,
  number: number,
  name: string,
  status: Application['status'],
  at: Date,
  actor: string,
  reason: string | null,
): Event {
  const { reference, citizen, department, service } = application
  return {
    id: `${reference}.${number}`,
    reference,
    citizen,
    department,
    service,
    name,
    status,
    at: at.toISOString(),
    actor,
    reason,
  }
}

export function effectOf(
  application: Application,
  kind: EffectKind,
  number: number,
  key: string,
  due: number,
  payload: string | null = null,
): Effect {
  return {
    id: `${application.reference}:${kind}:${number}`,
    reference: application.reference,
    department: application.department,
    kind,
    key,
    payload,
    due,
    attempts: 0,
    uncertainSince: null,
    state: 'owed',
    owner: null,
    note: null,
    raw: null,
  }
}

/** Key of a withdrawal: owing one is no event, so an answer that is given while it waits has the same number. */
export const withdrawalKey = (reference: string, number: number): string => `${reference}.withdraw.${number}`

/**
 * `uncertainSince` of a filing of which the department said that it could not take it. It is looked for before it is sent again, without a wait:
 * a department may say so of a case that it opened.
 */
export const DENIED = 0

/** Whether the department knows nothing of a filing, by its own word. Where it does all the same, the case is found, and taken back. */
export const isUnsent = (effects: readonly Effect[]): boolean =>
  effects.every(
    (e) => e.kind !== 'submit' || (e.state !== 'claimed' && (e.uncertainSince === null || e.uncertainSince === DENIED)),
  )

/** A withdrawal: at once where its department knows nothing of it (`unsent`), else owed to the department. Null where it is too late. */
export function withdrawalOf(
  application: Application,
  { unsent, actor }: { unsent: boolean; actor: string },
  at: Date,
  vault: Vault,
): Step | null {
  if (isFinal(application.status) || application.status === 'APPROVED') return null
  if (unsent && application.departmentReference === null)
    return stepOf(application, { events: ['withdraw'], actor }, at, vault)
  const number = application.events + 1
  const effect = effectOf(application, 'withdraw', number, withdrawalKey(application.reference, number), at.getTime())
  return { application, events: [], effects: [effect] }
}

const TRIES = 20

/** Reads, decides, commits; again where somebody else was faster. `decide` gets the citizen's vault, and may find that nothing is to be done (null). */
export async function change(
  host: Pick<Host, 'store' | 'wake' | 'vaultOf'>,
  reference: string,
  decide: (application: Application, vault: Vault) => Step | null,
): Promise<Application | null> {
  for (let i = 0; i < TRIES; i++) {
    const application = await readOne(host.store, reference)
    if (!application) return null
    const step = decide(application, await host.vaultOf(application.citizen, application.input, application.action))
    if (!step) return application
    if (await host.store.applications.commit(step)) {
      host.wake('events')
      if (step.effects.length) host.wake('effects')
      return { ...step.application, version: application.version + 1 }
    }
  }
  throw new Error(`${reference} changed ${TRIES} times while it was being changed`)
}

export async function readOne(store: Store, reference: string): Promise<Application | null> {
  const [application] = await store.applications.read([reference])
  return application ?? null
}
