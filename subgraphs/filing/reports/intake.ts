import type { DepartmentStatus, StatusChange } from '../../../adapters/adapter.ts'
import { CaseTaken } from '../../../store/case-taken.ts'
import type { Application, Step } from '../../../store/store.ts'
import type { Host, Vault } from '../../subgraph.ts'
import { isCaseNumber } from '../case-numbers.ts'
import { isFinal, reported } from '../lifecycle.ts'
import { change, effectOf, readOne, stepOf } from '../steps.ts'
import { briefAction, briefReport } from '../words.ts'

/** How a department's reports of one case are ordered: by its sequence where it has one, else by their differing from the last. */
interface Seen {
  readonly sequence: string | null
  /** Null where none was applied yet. */
  readonly report: string | null
  /** Fencing token of the poll that observed it; null for what the department told by itself. */
  readonly poll?: number | null
  /** Sealed: reports that named the case by our key alone before its reference was known, in the order in which they came. */
  readonly early?: string
}
const NOTHING: Seen = { sequence: null, report: null }
/** What is kept of a department that repeats itself. */
const EARLY_MAXIMUM = 20
const EARLY = 'early-reports'

function compare(a: string, b: string): number {
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return Math.sign(Number(BigInt(a) - BigInt(b)))
  return a < b ? -1 : a > b ? 1 : 0
}

const seenOf = ({ lastChange }: Pick<Application, 'lastChange'>): Seen =>
  lastChange ? (JSON.parse(lastChange) as Seen) : NOTHING

/** What the department last said of the case; null before it said anything. */
export function lastReported(application: Application): DepartmentStatus | null {
  const { report } = seenOf(application)
  return report && JSON.parse(report)[0]
}

/** Whether the department has told of a case by our key, whose reference is not known yet. */
export const wasToldOf = (application: Application): boolean =>
  application.departmentReference === null && seenOf(application).early !== undefined

function earlyOf(application: Application, vault: Vault): readonly StatusChange[] {
  const { early } = seenOf(application)
  if (early === undefined) return []
  const reports: StatusChange[] = JSON.parse(vault.openText(early, EARLY))
  return reports.toSorted((a, b) => (a.sequence !== null && b.sequence !== null ? compare(a.sequence, b.sequence) : 0))
}

/** A report to be known again: what a clerk asks for may name the citizen, so a keyed hash of it is kept. */
const reportOf = (c: StatusChange, vault: Vault) =>
  JSON.stringify([c.status, c.action ? vault.blind(JSON.stringify(briefAction(c.action)), 'report') : null])
/** As the first versions kept it. */
const plainReportOf = (c: StatusChange) => JSON.stringify([c.status, c.action ?? null])

/** Whether a report adds nothing to the last one applied: the same again, or an older one that came late. */
function isStale(seen: Seen, change: StatusChange, poll: number | null, vault: Vault): boolean {
  if (seen.report === null) return false
  // a process that slept brings what it saw before another took the poll over
  if (poll !== null && poll < (seen.poll ?? 0) && change.sequence === null) return true
  if (change.sequence !== null && seen.sequence !== null) return compare(change.sequence, seen.sequence) <= 0
  return seen.report === reportOf(change, vault) || seen.report === plainReportOf(change)
}

const isBehind = (report: StatusChange, seen: Seen): boolean =>
  report.sequence !== null && seen.sequence !== null && compare(report.sequence, seen.sequence) < 0

/** Whether a report would move a case on, and is dropped only because a later sequence was seen: it is late, or that sequence was none. */
function isOvertaken(application: Application, report: StatusChange, vault: Vault): boolean {
  const seen = seenOf(application)
  return (
    isBehind(report, seen) &&
    seen.report !== reportOf(report, vault) &&
    reported(application.status, report.status) !== null
  )
}

const DECISION: Partial<Record<Application['status'], DepartmentStatus>> = {
  APPROVED: 'approved',
  CERTIFIED: 'approved',
  REJECTED: 'rejected',
}
/** Whether a report decides anew what was decided otherwise before. */
function isContrary({ status, lastChange }: Application, report: StatusChange): boolean {
  const decision = DECISION[status]
  const decides = report.status === 'approved' || report.status === 'rejected'
  return decision !== undefined && decides && report.status !== decision && !isBehind(report, seenOf({ lastChange }))
}

interface Now {
  readonly now: Date
  readonly vault: Vault
  /** What was seen of the case when its department was asked where it stands: where that is still so, its answer counts whatever its sequence. */
  readonly asked?: Application['lastChange'] | undefined
}

/** Keeps a report of a case whose reference is not known: it is applied once it is. */
function keep(application: Application, told: StatusChange, vault: Vault): Step | null {
  const report = briefReport(told)
  const before = earlyOf(application, vault)
  const isKnown = before.some((one) => JSON.stringify(one) === JSON.stringify(report))
  if (isKnown) return null
  const early = vault.seal(JSON.stringify([...before, report].slice(-EARLY_MAXIMUM)), EARLY)
  const lastChange = JSON.stringify({ ...seenOf(application), early } satisfies Seen)
  return { application: { ...application, lastChange }, events: [], effects: [] }
}

/** What one report does to an application whose reference is known by now. */
function applyOne(
  application: Application,
  report: StatusChange,
  departmentReference: string,
  poll: number | null,
  { now, vault, asked }: Now,
): Step | null {
  const last = seenOf(application)
  if (isFinal(application.status)) return null
  // where the department itself is behind the sequence that was seen, that was none
  const before = asked === application.lastChange && isBehind(report, last) ? { ...last, sequence: null } : last
  // an open question reported again after our answer is an echo, until the department has said something else
  if (isStale(before, report, poll, vault)) return null
  const seen: Seen = { sequence: report.sequence, report: reportOf(report, vault), poll: poll ?? before.poll ?? null }
  const events = reported(application.status, report.status)
  const known = { departmentReference, lastChange: JSON.stringify(seen) }
  // the department has the case, so it need not be filed any more
  const cancels = application.departmentReference === null ? (['submit'] as const) : undefined
  if (!events)
    return { application: { ...application, ...known }, events: [], effects: [], ...(cancels ? { cancels } : {}) }
  const effects =
    report.status === 'approved'
      ? [
          effectOf(
            application,
            'certificate',
            application.events + 1,
            `${application.reference}.certificate`,
            now.getTime(),
          ),
        ]
      : []
  return stepOf(
    application,
    {
      events,
      actor: 'department',
      reason: report.reason ?? null,
      action: report.action ?? null,
      changes: known,
      effects,
      ...(cancels ? { cancels } : {}),
    },
    now,
    vault,
  )
}

/** One step of two: the second was made of what the first left. */
const together = (first: Step, second: Step): Step => {
  const cancels = [...(first.cancels ?? []), ...(second.cancels ?? [])]
  return {
    ...first,
    application: second.application,
    events: [...first.events, ...second.events],
    effects: [...first.effects, ...second.effects],
    ...(cancels.length ? { cancels } : {}),
  }
}

/** A step that has made a case's reference known, together with the reports that came before it was. */
export function applyEarly(step: Step, now: Date, vault: Vault): Step {
  const { application } = step
  const early = earlyOf(application, vault)
  if (!early.length || application.departmentReference === null) return step
  const { early: _, ...seen } = seenOf(application)
  const lastChange = seen.report === null ? null : JSON.stringify(seen)
  let all: Step = { ...step, application: { ...application, lastChange } }
  for (const report of early) {
    const next = applyOne(all.application, report, application.departmentReference, null, { now, vault })
    if (next) all = together(all, next)
  }
  return all
}

/** What a report of the department does to an application; null where it does nothing. `poll`: fencing token of the poll that brought it. Pure. */
export function intakeStep(
  { clock, vault, asked }: { readonly clock: Host['clock'] } & Pick<Now, 'vault' | 'asked'>,
  application: Application,
  report: StatusChange,
  poll: number | null = null,
): Step | null {
  const known = { now: clock.now(), vault, asked }
  const reference = application.departmentReference ?? report.reference
  if (isFinal(application.status)) return null
  if (reference === null) return keep(application, report, vault)
  if (!wasToldOf(application)) return applyOne(application, report, reference, poll, known)
  const named: Step = {
    application: { ...application, departmentReference: reference },
    events: [],
    effects: [],
    cancels: ['submit'],
  }
  const early = applyEarly(named, known.now, vault)
  const last = applyOne(early.application, report, reference, poll, known)
  return last ? together(early, last) : early
}

/**
 * Applies a department's report. Reports of cases that are not ours, and late or repeated ones, change nothing. True where one that would
 * move its case on was dropped for its sequence alone: whether it was late, only the department can say.
 */
export async function intake(
  host: Host,
  department: string,
  report: StatusChange,
  poll: number | null = null,
  asked?: Application['lastChange'],
): Promise<boolean> {
  const application = await caseOf(host, department, report)
  if (!application) return false
  let isDropped = false
  await change(host, application.reference, (current, vault) => {
    const step = intakeStep({ clock: host.clock, vault, asked }, current, report, poll)
    isDropped = !step && !isFinal(current.status) && isOvertaken(current, report, vault)
    if (isContrary(current, report))
      host.log.warn('a report contradicts what was decided', { department, reference: current.reference })
    return step
  }).catch((error) => {
    if (!(error instanceof CaseTaken)) throw error
    host.log.warn('a report names two applications', { department, one: application.reference })
  })
  return isDropped
}

/** The application that a report is about; null where it is none of ours. */
export async function caseOf(host: Host, department: string, report: StatusChange): Promise<Application | null> {
  if (report.reference !== null && !isCaseNumber(report.reference)) {
    host.log.warn('a report gives a number that no case can have', { department })
    return null
  }
  const byKey = report.key ? await readOne(host.store, report.key) : null
  const byReference = report.reference
    ? (await host.store.applications.byDepartment(department, [report.reference]))[0]
    : null
  // a case that it tells of by our key, with the number of another's: to which of the two it happened cannot be known
  const isOfTwo = byReference && byKey?.department === department && byKey.reference !== byReference.reference
  if (isOfTwo && byKey.departmentReference !== report.reference) {
    host.log.warn('a report names two applications', { department, one: byReference.reference, other: byKey.reference })
    return null
  }
  const application = isOfTwo ? byKey : (byReference ?? byKey)
  if (!application || application.department !== department) return null
  const contradicts =
    report.reference && application.departmentReference && report.reference !== application.departmentReference
  if (!contradicts) return application
  host.log.warn('two cases have our key', { department, reference: application.reference })
  return null
}
