import { randomUUID } from 'node:crypto'
import type { Event } from '../store.ts'
import type { Item } from '../transfer.ts'

export interface Restoring {
  /** When the backup was made. */
  readonly made: Date
  readonly now: Date
  /** References that are left out behind the last one of the backup: as many as may have been given since, or more. */
  readonly skip: number
}

/** What departments may have been asked since, though the backup says that it is still owed. */
const MAY_HAVE_HAPPENED: ReadonlySet<string> = new Set(['submit', 'answer', 'withdraw'])
const REFERENCES = /^reference (\d{4})$/

/**
 * A backup's items as a hub may go on from them, though the world went on since: what is owed to departments is looked for before it is sent
 * again, numbers that may have been given are not given again, and the log says that a backup was restored.
 */
export async function* restored(items: AsyncIterable<Item>, { made, now, skip }: Restoring): AsyncIterable<Item> {
  let state: 'sequences' | 'events' | 'done' = 'sequences'
  const years = yearsFrom(made, now)
  for await (const item of items) {
    const [kind] = item
    if (state === 'sequences' && kind !== 'sequence') {
      for (const year of years) yield ['sequence', { name: `reference ${year}`, value: skip }]
      state = 'events'
    }
    if (state === 'events' && !BEFORE_EVENTS.has(kind)) {
      yield restoredEvent(made, now)
      state = 'done'
    }
    if (kind === 'sequence') {
      const year = REFERENCES.exec(item[1].name)?.[1]
      if (year) years.delete(year)
      yield year ? ['sequence', { ...item[1], value: item[1].value + skip }] : item
    } else if (kind === 'effect' && MAY_HAVE_HAPPENED.has(item[1].kind))
      yield ['effect', { ...item[1], uncertainSince: now.getTime() }]
    else yield item
  }
  if (state === 'sequences') for (const year of years) yield ['sequence', { name: `reference ${year}`, value: skip }]
  if (state !== 'done') yield restoredEvent(made, now)
}

const BEFORE_EVENTS: ReadonlySet<string> = new Set(['sequence', 'cursor', 'key', 'identity', 'log', 'event'])

/** Also years of which the backup knows nothing yet. */
function yearsFrom(made: Date, now: Date): Set<string> {
  const years = new Set<string>()
  // a day more, for a year begins earlier in India
  for (let year = made.getUTCFullYear(); year <= new Date(now.getTime() + 86_400_000).getUTCFullYear(); year++)
    years.add(String(year))
  return years
}

function restoredEvent(made: Date, now: Date): Item {
  const event: Event = {
    id: `record-${randomUUID()}`,
    reference: '',
    citizen: '',
    department: '',
    service: '',
    name: 'restored',
    status: 'SUBMITTED',
    at: now.toISOString(),
    actor: `backup of ${made.toISOString()}`,
    reason: null,
  }
  return ['event', { id: event.id, reference: '', document: JSON.stringify(event) }]
}
