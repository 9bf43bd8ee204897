/** Whether the record is whole: the chain of the event log, and each application against its events. */
import { certificateHash } from './certificate-hash.ts'
import { chain, GENESIS } from './chain.ts'
import type { Application, Event, LogRow } from './store.ts'
import type { Snapshot } from './transfer.ts'

/** Where the log stood at some time, kept elsewhere. */
export interface Head {
  readonly position: number
  readonly hash: string
  /** RFC 3339. */
  readonly at: string
}
/** The first thing that is wrong. */
export interface Fault {
  /** `hash`: a row does not follow from the one before; `gap`: positions are missing; `row`: its columns are not its event's; `application`: its events are not the log's; `head`: the log is not the one whose head was kept; `end`: it was cut off. */
  readonly kind: 'hash' | 'gap' | 'row' | 'application' | 'head' | 'end'
  /** Of the log; null where there is no row to name. */
  readonly position: number | null
  /** Id of the event, where there is one. */
  readonly event: string | null
  /** One sentence, without personal data. */
  readonly says: string
}
export interface Audit {
  readonly rows: number
  readonly applications: number
  /** Committed, and on their way to the log. */
  readonly waiting: number
  /** Heads that lie in the chain. */
  readonly heads: number
  readonly head: { readonly position: number; readonly hash: string }
  readonly fault: Fault | null
}

/** What the log says of an application. */
interface Told {
  readonly count: number
  /** The last of its events, and no more of it: there is one for each application. */
  readonly event: Pick<Event, 'id' | 'reference' | 'status' | 'service' | 'department' | 'citizen'>
  /** That of the last; null where it is on its way to the log. */
  readonly position: number | null
  /** What the event that issued its certificate keeps of it: empty where that is older than the keeping; null where there is none. */
  readonly issued: string | null
  /** Times of the first event and of the one that told the decision; null where there is none. */
  readonly submittedAt: string
  readonly decidedAt: string | null
}
const DECIDED: ReadonlySet<string> = new Set(['APPROVED', 'CERTIFIED', 'REJECTED'])

class Found extends Error {
  readonly fault: Fault
  constructor(kind: Fault['kind'], position: number | null, event: string | null, says: string) {
    super(says)
    this.fault = { kind, position, event, says }
  }
}

/** Walks the whole record. `heads` were kept before the snapshot was taken. */
export async function audit(snapshot: Snapshot, heads: readonly Head[]): Promise<Audit> {
  const counts = { rows: 0, applications: 0, waiting: 0, heads: 0 }
  const told = new Map<string, Told>()
  const moved: Told[] = []
  const chained = walk(heads)
  let fault: Fault | null = null
  try {
    for await (const [kind, row] of snapshot.rows(['log', 'event', 'application'])) {
      // that the log was cut off says more than whose events went with it
      if (kind !== 'log') chained.end()
      if (kind === 'log') {
        chained.next(row)
        counts.rows += 1
        tell(told, row.document, row.id, row.position)
      } else if (kind === 'event') {
        counts.waiting += 1
        tell(told, row.document, row.id, null)
      } else if (kind === 'application') {
        const known = compare(told, row)
        if (known.event.citizen !== row.citizen) moved.push(known)
        counts.applications += 1
      }
    }
    chained.end()
    const [orphan] = [...told].sort(([, a], [, b]) => (a.position ?? 0) - (b.position ?? 0))
    if (orphan) {
      const [reference, { position, count }] = orphan
      throw new Found(
        'application',
        position,
        `${reference}.${count}`,
        `${reference} has events in the log, and no such application is in the store: the application was removed, or the events were inserted`,
      )
    }
    if (moved.length) await whose(snapshot, moved)
  } catch (error) {
    if (!(error instanceof Found)) throw error
    fault = error.fault
  }
  return { ...counts, heads: chained.matched, head: chained.head, fault }
}

/** Follows the chain row by row, past the heads that were kept. */
function walk(heads: readonly Head[]) {
  const kept = [...heads].sort((a, b) => a.position - b.position)
  let position = 0
  let hash = GENESIS
  let event: string | null = null
  let proven = 0
  let matched = 0

  function pass(): void {
    for (; kept[matched]?.position === position; matched++) {
      const { hash: was, at } = kept[matched]!
      if (was !== hash)
        throw new Found(
          'head',
          position,
          event,
          `the log up to position ${position} is not the one whose head was kept on ${at}: a row from ${proven + 1} to ${position} was changed, removed or inserted, and the chain was written anew behind it`,
        )
      proven = position
    }
  }

  return {
    get matched() {
      return matched
    },
    get head() {
      return { position, hash }
    },
    next(row: LogRow): void {
      if (position === 0) pass()
      const expected = position + 1
      if (row.position !== expected)
        throw new Found(
          'gap',
          expected,
          null,
          row.position > expected
            ? `position ${expected}${row.position > expected + 1 ? ` to ${row.position - 1}` : ''} is missing: behind position ${position}${event ? ` (${event})` : ''} comes ${row.position} (${row.id}); what stood between was removed`
            : `position ${row.position} (${row.id}) comes where ${expected} was expected: it was inserted`,
        )
      if (chain(hash, row.position, row.document) !== row.hash)
        throw new Found(
          'hash',
          row.position,
          row.id,
          `its hash does not follow from the row before it: it was changed or inserted, or what stood before it was removed${event ? `, or ${event} at position ${position} was changed and given a new hash` : ''}`,
        )
      position = row.position
      hash = row.hash
      event = row.id
      pass()
    },
    end(): void {
      if (position === 0) pass()
      const beyond = kept[matched]
      if (beyond)
        throw new Found(
          'end',
          position + 1,
          null,
          `the log ends at position ${position}, and on ${beyond.at} it reached ${beyond.position}: all from position ${position + 1} on was removed`,
        )
    },
  }
}

/** An application's events follow one another by number, in the log as in its life. */
function tell(told: Map<string, Told>, document: string, id: string, position: number | null): void {
  const event = eventIn(document)
  if (!event) throw new Found('row', position, id, 'what it holds is no event')
  if (event.id !== id)
    throw new Found(
      'row',
      position,
      id,
      `it is called ${id}, and the event that it holds is called ${String(event.id)}`,
    )
  const reference = String(event.reference ?? '')
  if (!reference) return
  const before = told.get(reference)
  const expected = `${reference}.${(before?.count ?? 0) + 1}`
  if (id !== expected)
    throw new Found(
      'application',
      position,
      id,
      `${expected} was expected as the next event of ${reference}: an event was removed before this one, or this one was inserted`,
    )
  const { status, service, department, citizen } = event
  const issued = event.name === 'certified' ? (event.certificate ?? '') : (before?.issued ?? null)
  told.set(reference, {
    count: (before?.count ?? 0) + 1,
    event: { id, reference, status, service, department, citizen },
    position,
    issued,
    submittedAt: before?.submittedAt ?? event.at,
    decidedAt: before?.decidedAt ?? (DECIDED.has(status) ? event.at : null),
  })
}
/** As it was committed; null for what is none. */
function eventIn(document: string): Event | null {
  try {
    const event = JSON.parse(document)
    return typeof event === 'object' ? event : null
  } catch {
    return null
  }
}

/** Compares an application with what the log says of it. */
function compare(told: Map<string, Told>, application: Application): Told {
  const { reference, events, status, certificate } = application
  const known = told.get(reference)
  told.delete(reference)
  const count = known?.count ?? 0
  const wrong = (number: number, says: string) =>
    new Found('application', number > count ? null : known!.position, `${reference}.${number}`, `${reference} ${says}`)
  if (!Number.isSafeInteger(events) || events < 1)
    throw wrong(
      count + 1,
      `says that it has had ${String(events)} events: none is without one, so it was inserted or changed`,
    )
  if (!known || count < events)
    throw wrong(
      count + 1,
      `has ${events} events and the log has ${count}: the rest was removed from its end, or the application was inserted`,
    )
  if (count > events)
    throw new Found(
      'application',
      known.position,
      `${reference}.${events + 1}`,
      `${reference} has ${events} events and the log has ${count}: those behind were inserted, or the application was set back`,
    )
  const { event, issued } = known
  const unlike = (what: string, its: string, said: string) =>
    wrong(count, `${what} ${its}, and its last event says ${said}: the application was changed without an event`)
  if (event.status !== status) throw unlike('is', status, event.status)
  if (event.service !== application.service) throw unlike('is of', application.service, event.service)
  if (event.department !== application.department) throw unlike('is for', application.department, event.department)
  if (application.submittedAt !== known.submittedAt)
    throw wrong(
      1,
      `was submitted at ${application.submittedAt}, and its first event says ${known.submittedAt}: the application was changed`,
    )
  // one of before it was kept has none
  if (application.decidedAt !== null && application.decidedAt !== known.decidedAt)
    throw wrong(
      count,
      `was decided at ${application.decidedAt}, and its events say ${known.decidedAt}: the application was changed`,
    )
  if (certificate && issued === null)
    throw wrong(count, 'has a certificate, and no event that issued one: it was inserted')
  if (!certificate && issued !== null)
    throw wrong(count, 'has no certificate, and an event that issued one: it was removed')
  if (certificate && issued && issued !== certificateHash(certificate))
    throw wrong(count, 'has another certificate than the one that was issued: its code, day or hash was changed')
  return known
}

/** Two citizens that turn out to be one are that with all that is theirs: one who is still known as before has lost an application to somebody else. */
async function whose(snapshot: Snapshot, moved: readonly Told[]): Promise<void> {
  const before = new Map(moved.map((told) => [told.event.citizen, told]))
  for await (const [kind, row] of snapshot.rows(['identity'])) {
    const told = kind === 'identity' ? before.get(row.citizen) : undefined
    if (told)
      throw new Found(
        'application',
        told.position,
        told.event.id,
        `${told.event.reference} is another citizen's than its last event says, who is still known: the application was changed without an event`,
      )
  }
}
