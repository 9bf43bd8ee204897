/** Whether the record is whole: the chain of the event log, and each application against its events. */
import { chain, GENESIS } from './chain.ts'
import type { Application, LogRow, Status } from './store.ts'
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
  count: number
  status: Status
  position: number | null
}

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
        compare(told, row)
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
  let event: { id?: unknown; reference?: unknown; status?: unknown }
  try {
    event = JSON.parse(document)
  } catch {
    throw new Found('row', position, id, 'what it holds is no event')
  }
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
  told.set(reference, { count: (before?.count ?? 0) + 1, status: event.status as Status, position })
}

function compare(told: Map<string, Told>, { reference, events, status }: Application): void {
  const known = told.get(reference)
  told.delete(reference)
  const count = known?.count ?? 0
  if (count < events)
    throw new Found(
      'application',
      null,
      `${reference}.${count + 1}`,
      `${reference} has ${events} events and the log has ${count}: the rest was removed from its end`,
    )
  if (count > events)
    throw new Found(
      'application',
      known?.position ?? null,
      `${reference}.${events + 1}`,
      `${reference} has ${events} events and the log has ${count}: those behind were inserted, or the application was set back`,
    )
  if (known && known.status !== status)
    throw new Found(
      'application',
      known.position,
      `${reference}.${count}`,
      `${reference} is ${status}, and its last event says ${known.status}: the application was changed without an event`,
    )
}
