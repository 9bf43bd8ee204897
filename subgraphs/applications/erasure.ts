/** Erasures: asked for as events of the log, carried out by one process at a time, taken up again after a crash. */
import { randomUUID } from 'node:crypto'
import type { Event } from '../../store/store.ts'
import { takeBack } from '../filing/file.ts'
import { forbidden, refusal, unauthenticated } from '../filing/refusal.ts'
import { SEALED } from '../filing/steps.ts'
import type { Context, Host } from '../subgraph.ts'
import { eraseWhatHasEnded, onTheirWay, openCases } from './erase.ts'

/** `Erasure` of the schema. */
export interface Erasure {
  readonly erased: boolean
  readonly waitsFor: readonly string[]
}

/** Somebody who is being erased, or was lately. */
interface Person {
  readonly citizen: string
  /** Id of a key of theirs: it moves along where they turn out to be somebody who is known already. Null where they had none. */
  readonly key: string | null
  /** Blind hashes that they were known by. */
  readonly identities: readonly string[]
  /** References of open cases. */
  readonly waitsFor: readonly string[]
  /** What was said in their chat until they asked is gone. */
  readonly chat: boolean
  /** ms since the epoch, by the machine's clock, since when only news of an ended case is waited for; null or absent: not. */
  readonly tellingSince?: number | null
  /** Whom they turned out to be, where it is somebody else by now. */
  readonly owner?: string
  /** ms since the epoch, by the machine's clock; null while it waits. */
  readonly erased: number | null
  /** What another process may have written with a key that it still held is gone, too. */
  readonly swept: boolean
}
interface Erasures {
  /** Of the last event that was looked at. */
  readonly position: number
  readonly people: readonly Person[]
}

const CURSOR = 'erasures'
export const ASKED = 'erasure-asked'
const DONE = 'erased'
const PAGE = 500
const LOOK_MS = 1000
/** Longer than any process holds a key; see KEY_AGE_MS. */
const SWEEP_MS = 10_000
/** Meta repeats for seven days what was not answered. */
const LATE_MS = 8 * 24 * 60 * 60 * 1000
/** How long whoever asks waits to hear what came of it. */
const ANSWER_MS = 15_000
/** For so long, at the most, the news of an ended case is waited for. */
const TELLING_MS = 24 * 60 * 60 * 1000
const REASON_LENGTH = 500

async function read(host: Host): Promise<Erasures> {
  const kept = await host.store.cursors.read(CURSOR)
  return kept ? JSON.parse(kept) : { position: 0, people: [] }
}
const write = (host: Host, erasures: Erasures) => host.store.cursors.write(CURSOR, JSON.stringify(erasures))

function event(host: Host, name: string, citizen: string, actor: string, reason: string | null): Event {
  return {
    id: `record-${randomUUID()}`,
    reference: '',
    citizen,
    department: '',
    service: '',
    name,
    status: 'SUBMITTED',
    at: host.clock.now().toISOString(),
    actor,
    // not under the key that goes
    reason: reason && host.vault.seal(reason, SEALED.reason),
  }
}

/** Carries out what was asked for. */
export function eraser(host: Host) {
  const { store, log } = host

  async function erase(person: Person): Promise<Person> {
    const { citizen } = person
    const owner = (person.key && (await store.keys.byId(person.key))?.citizen) ?? citizen
    const them = new Set([owner, citizen])
    for (const one of them) await host.citizens.beginErasure(one)
    const untold = person.chat ? await beingTold(person, owner) : []
    const waitsFor = await eraseWhatHasEnded(host, owner, { chat: !person.chat, untold })
    const tellingSince = untold.length ? (person.tellingSince ?? Date.now()) : null
    if (waitsFor.length) {
      for (const one of them) await host.citizens.spare(one)
      return { ...person, waitsFor, chat: true, tellingSince }
    }
    for (const one of them) {
      await host.citizens.erase(one, host.clock.now().getTime())
      // also what was being said in these moments
      await store.channel.forget(one)
    }
    await store.applications.record(event(host, DONE, citizen, 'hub', null))
    host.wake('events')
    return { ...person, owner, waitsFor, chat: true, erased: Date.now() }
  }
  /** Cases that were waited for and whose end is on its way to the chat: their person hears it first. */
  async function beingTold({ citizen, waitsFor, tellingSince }: Person, owner: string): Promise<string[]> {
    if (Date.now() - (tellingSince ?? Date.now()) > TELLING_MS) return []
    const open = new Set((await openCases(host, owner)).map(({ reference }) => reference))
    const ended = waitsFor.filter((reference) => !open.has(reference))
    const found = await Promise.all([...new Set([owner, citizen])].map((one) => onTheirWay(host, one, ended)))
    return [...new Set(found.flat())]
  }
  async function sweep(person: Person): Promise<Person> {
    for (const one of new Set([person.citizen, person.owner ?? person.citizen])) {
      // filed while they were erased, by a process that ended before it saw that
      for (const reference of await eraseWhatHasEnded(host, one, { chat: true })) await takeBack(host, { reference })
      await host.citizens.erase(one, host.clock.now().getTime())
    }
    return { ...person, swept: true }
  }
  async function forget(person: Person): Promise<null> {
    await host.citizens.forgetErased(person.identities)
    return null
  }

  const isWaiting = ({ erased }: Person) => erased === null
  /** What is to be done for a person now; null where nothing is. `changed`: references of events that came. */
  function dueFor(person: Person, changed: ReadonlySet<string>): ((person: Person) => Promise<Person | null>) | null {
    const age = Date.now() - (person.erased ?? 0)
    if (isWaiting(person))
      return !person.waitsFor.length || person.tellingSince || person.waitsFor.some((one) => changed.has(one))
        ? erase
        : null
    if (!person.swept) return age > SWEEP_MS ? sweep : null
    return age > LATE_MS ? forget : null
  }

  /** Looks at the next events. Whether there may be more. */
  async function round(): Promise<boolean> {
    const before = await read(host)
    const events = await store.log.after(before.position, PAGE)
    const position = events.at(-1)?.position ?? before.position
    const people = new Map(before.people.map((person) => [person.citizen, person]))
    for (const { name, citizen } of events)
      if (name === ASKED) {
        const known = people.get(citizen)
        if (!known) people.set(citizen, await begun(citizen))
        else if (isWaiting(known)) people.set(citizen, { ...known, waitsFor: [], chat: false })
      }
    const changed = new Set(events.map(({ reference }) => reference))
    const due = [...people.values()].flatMap((person) => {
      const act = dueFor(person, changed)
      return act ? [{ person, act }] : []
    })
    // by what somebody was known must be on disk before it is forgotten
    if (due.some(({ person }) => !before.people.includes(person)))
      await write(host, { position: before.position, people: [...people.values()] })
    for (const { person, act } of due)
      try {
        const after = await act(person)
        if (after) people.set(person.citizen, after)
        else people.delete(person.citizen)
      } catch (error) {
        log.error('an erasure could not be ended; it is tried again', error)
        // what is still to be told stays to be told
        people.set(person.citizen, { ...person, tellingSince: person.tellingSince ?? Date.now() })
      }
    if (due.length || position > before.position) await write(host, { position, people: [...people.values()] })
    if (due.length) host.wake('erasures')
    return events.length === PAGE
  }
  async function begun(citizen: string): Promise<Person> {
    const identities = (await store.people.identities(citizen)).map(({ identity }) => identity)
    const key = (await store.keys.of(citizen))[0]?.id ?? null
    return { citizen, key, identities, waitsFor: [], chat: false, erased: null, swept: false }
  }

  return {
    /** Erases while this process is the one that does. */
    run: (signal: AbortSignal): Promise<void> =>
      host.held('erasure', signal, async (held) => {
        while (!held.aborted) {
          let more = false
          try {
            more = await round()
          } catch (error) {
            log.error('erasures could not be looked at', error)
          }
          if (!more) await host.wait('log', LOOK_MS, held)
        }
      }),
  }
}

/** Asks for an erasure and waits for what comes of it. */
async function ask(host: Host, citizen: string, actor: string, reason: string | null): Promise<Erasure> {
  const asked = event(host, ASKED, citizen, actor, reason)
  await host.store.applications.record(asked)
  host.wake('events')
  const late = AbortSignal.timeout(ANSWER_MS)
  while (!late.aborted) {
    const position = await host.store.log.position(asked.id)
    const now = await read(host)
    if (position !== null && now.position >= position) {
      const person = now.people.find((one) => one.citizen === citizen)
      return { erased: !person || person.erased !== null, waitsFor: person?.waitsFor ?? [] }
    }
    await host.wait('erasures', 50, late)
  }
  return { erased: false, waitsFor: (await openCases(host, citizen)).map(({ reference }) => reference) }
}

export function erasureResolvers(host: Host) {
  const { store } = host
  return {
    async eraseMe(_: unknown, __: unknown, context: Context): Promise<Erasure> {
      const citizen = await context.citizen()
      if (!citizen) throw context.principal ? forbidden('to be erased: it is no citizen’s') : unauthenticated()
      return ask(host, citizen, 'citizen', null)
    },
    async eraseCitizen(
      _: unknown,
      { id, reason }: { id: string; reason: string },
      { principal }: Context,
    ): Promise<Erasure> {
      if (!principal) throw unauthenticated()
      if (principal.kind !== 'operator' || !principal.scopes.includes('operations'))
        throw forbidden('to erase a citizen')
      if (!reason.trim() || reason.length > REASON_LENGTH)
        throw refusal(
          'BAD_USER_INPUT',
          `reason has ${reason.trim().length} characters; 1 to ${REASON_LENGTH} are needed.`,
        )
      const known = await Promise.all([
        store.keys.of(id),
        store.people.identities(id),
        store.applications.ofCitizen(id, 1, null),
      ])
      // a portal's client and the hub itself have keys, too, and are nobody to be erased
      if (!id.startsWith('citizen-') || known.every((one) => one.length === 0))
        throw refusal('NOT_FOUND', 'No such citizen.')
      return ask(host, id, `operator ${principal.client}`, reason.trim())
    },
  }
}
