import type { Application, Effect, Status } from '../../store/store.ts'
import type { Item } from '../../store/transfer.ts'

export const DEPARTMENTS = ['parks', 'roads', 'water'] as const

export const referenceOf = (n: number): string => `DWR-2026-${String(n + 1).padStart(7, '0')}`
/** Five applications each. */
export const citizenOf = (n: number): string => `citizen-${Math.floor(n / 5)}`
const isOpenOne = (n: number): boolean => n % 10 === 0

/** A store of so many applications, one in ten of them open with an effect that is due. */
export async function* population(size: number): AsyncIterable<Item> {
  for (let n = 0; n < size; n++) yield ['application', application(n)]
  for (let n = 0; n < size; n += 10) yield ['effect', effect(n)]
}

function application(n: number): Application {
  const status: Status = isOpenOne(n) ? 'SUBMITTED' : 'CERTIFIED'
  const department = DEPARTMENTS[((n / 10) % 3) | 0]!
  return {
    reference: referenceOf(n),
    service: `${department}.service`,
    department,
    citizen: citizenOf(n),
    status,
    departmentReference: status === 'CERTIFIED' ? `CASE/${n}` : null,
    submittedAt: new Date(1_767_000_000_000 + n * 1000).toISOString(),
    due: '2027-01-01',
    // as long as sealed answers are
    input: 'x'.repeat(600),
    digest: `digest-${n}`,
    request: `request-${n}`,
    fee: null,
    client: null,
    restricted: false,
    documents: [],
    action: null,
    certificate: null,
    lastChange: null,
    decidedAt: status === 'CERTIFIED' ? new Date(1_768_000_000_000 + n * 1000).toISOString() : null,
    delayed: false,
    overdue: false,
    events: 1,
    version: 1,
  }
}

function effect(n: number): Effect {
  const reference = referenceOf(n)
  return {
    id: `${reference}:submit:1`,
    reference,
    department: DEPARTMENTS[((n / 10) % 3) | 0]!,
    kind: 'submit',
    key: reference,
    payload: null,
    due: n,
    attempts: 0,
    uncertainSince: null,
    state: 'owed',
    owner: null,
    note: null,
    raw: null,
  }
}
