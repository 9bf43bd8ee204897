import type { Application, Effect, Event, Step, Store } from '../../../store/store.ts'

export const DEPARTMENT = 'parks'

export const application = (reference: string, more: Partial<Application> = {}): Application => ({
  reference,
  service: 'parks.tree',
  department: DEPARTMENT,
  citizen: 'asha',
  status: 'SUBMITTED',
  departmentReference: null,
  submittedAt: '2026-01-05T10:00:00.000Z',
  due: null,
  input: '$sealed.value',
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
})
export const event = (reference: string, number: number, more: Partial<Event> = {}): Event => ({
  id: `${reference}.${number}`,
  reference,
  citizen: 'asha',
  department: DEPARTMENT,
  service: 'parks.tree',
  name: 'submitted',
  status: 'SUBMITTED',
  at: '2026-01-05T10:00:00.000Z',
  actor: 'citizen',
  reason: null,
  ...more,
})
export const effect = (reference: string, due = 0, more: Partial<Effect> = {}): Effect => ({
  id: `${reference}:submit:1`,
  reference,
  department: DEPARTMENT,
  kind: 'submit',
  key: reference,
  payload: null,
  due,
  attempts: 0,
  uncertainSince: null,
  state: 'owed',
  owner: null,
  note: null,
  raw: null,
  ...more,
})

/** Files an application with its first event and an effect that is due at `due`. */
export const create = (store: Store, a: Application, due?: number) =>
  store.applications.create({
    application: a,
    events: [event(a.reference, 1)],
    effects: [effect(a.reference, due, { department: a.department })],
  })

/** Changes an application as it stands now. */
export async function change(store: Store, reference: string, changes: Partial<Application>, step: Partial<Step> = {}) {
  const [read] = await store.applications.read([reference])
  return store.applications.commit({ application: { ...read!, ...changes }, events: [], effects: [], ...step })
}

/** A session that lives as long as a test. */
export const begin = (store: Store, id: string) => store.sessions.begin(id, `role of ${id}`, 60_000)

/** Waits until a session has ended by itself: its process has not kept it. */
export async function lapse(store: Store, id: string): Promise<void> {
  while (await store.sessions.keep(id, 0));
}
