/** Applications that lived for a while, written through the store's contract. */
import type { Application, Effect, EffectKind, Event, Status, Store } from '../../store/store.ts'

export const SECRET = 'a secret of more than thirty-two characters'

const LIFE = [
  ['submitted', 'SUBMITTED'],
  ['received', 'RECEIVED'],
  ['in-review', 'IN_REVIEW'],
  ['approved', 'APPROVED'],
] as const satisfies readonly (readonly [string, Status])[]

const AT = '2026-01-05T10:00:00.000Z'

export function application(reference: string, more: Partial<Application> = {}): Application {
  return {
    reference,
    service: 'parks.tree',
    department: 'parks',
    citizen: 'asha',
    status: 'SUBMITTED',
    departmentReference: null,
    submittedAt: AT,
    due: null,
    input: 'sealed',
    digest: reference,
    request: null,
    fee: null,
    client: null,
    restricted: false,
    documents: [],
    action: null,
    certificate: null,
    lastChange: null,
    decidedAt: null,
    delayed: false,
    overdue: false,
    events: 1,
    version: 0,
    ...more,
  }
}
export const event = (reference: string, number: number, more: Partial<Event> = {}): Event => ({
  id: `${reference}.${number}`,
  reference,
  citizen: 'asha',
  department: 'parks',
  service: 'parks.tree',
  name: LIFE[number - 1]![0],
  status: LIFE[number - 1]![1],
  at: AT,
  actor: 'citizen',
  reason: null,
  ...more,
})
export const effect = (reference: string, kind: EffectKind, more: Partial<Effect> = {}): Effect => ({
  id: `${reference}:${kind}:1`,
  reference,
  department: 'parks',
  kind,
  key: reference,
  payload: null,
  due: 0,
  attempts: 0,
  uncertainSince: null,
  state: 'owed',
  owner: null,
  note: null,
  raw: null,
  ...more,
})

/** `A`, `B`, …: each lives through three events in turn, so that the log has them mixed; the relay has brought all there. */
export async function lives(store: Store, references: readonly string[]): Promise<void> {
  for (const reference of references)
    await store.applications.create({
      application: application(reference),
      events: [event(reference, 1)],
      effects: [effect(reference, 'submit')],
    })
  for (const number of [2, 3]) for (const reference of references) await goesOn(store, reference, number)
  await store.log.relay(1000)
}

/** The next event of an application, committed and not in the log yet. */
export async function goesOn(store: Store, reference: string, number: number): Promise<void> {
  const [read] = await store.applications.read([reference])
  const status = LIFE[number - 1]![1]
  await store.applications.commit({
    application: { ...read!, status, events: number },
    events: [event(reference, number)],
    effects: [],
  })
}
