import type { DepartmentStatus, StatusChange } from '../../adapters/adapter.ts'
import type { Application, Step } from '../../store/store.ts'
import type { Host, Vault } from '../subgraph.ts'
import { isFinal, reported } from './lifecycle.ts'
import { change, effectOf, readOne, stepOf } from './steps.ts'

/** How a department's reports of one case are ordered: by its sequence where it has one, else by their differing from the last. */
interface Seen {
  readonly sequence: string | null
  readonly report: string
  /** Fencing token of the poll that observed it; null for what the department told by itself. */
  readonly poll?: number | null
}

function compare(a: string, b: string): number {
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return Math.sign(Number(BigInt(a) - BigInt(b)))
  return a < b ? -1 : a > b ? 1 : 0
}

/** What the department last said of the case; null before it said anything. */
export function lastReported(application: Application): DepartmentStatus | null {
  return application.lastChange && JSON.parse((JSON.parse(application.lastChange) as Seen).report)[0]
}

/** A report to be known again: what a clerk asks for may name the citizen, so a keyed hash of it is kept. */
const reportOf = (c: StatusChange, vault: Vault) =>
  JSON.stringify([c.status, c.action ? vault.blind(JSON.stringify(c.action), 'report') : null])
/** As the first versions kept it. */
const plainReportOf = (c: StatusChange) => JSON.stringify([c.status, c.action ?? null])

/** Whether a report adds nothing to the last one applied: the same again, or an older one that came late. */
function isStale(last: string | null, change: StatusChange, poll: number | null, vault: Vault): boolean {
  if (!last) return false
  const seen: Seen = JSON.parse(last)
  // a process that slept brings what it saw before another took the poll over
  if (poll !== null && poll < (seen.poll ?? 0) && change.sequence === null) return true
  if (change.sequence !== null && seen.sequence !== null) return compare(change.sequence, seen.sequence) <= 0
  return seen.report === reportOf(change, vault) || seen.report === plainReportOf(change)
}

/** What a report of the department does to an application; null where it does nothing. `poll`: fencing token of the poll that brought it. Pure. */
export function intakeStep(
  { clock, vault }: { readonly clock: Host['clock']; readonly vault: Vault },
  application: Application,
  report: StatusChange,
  poll: number | null = null,
): Step | null {
  const departmentReference = application.departmentReference ?? report.reference
  const now = clock.now()
  if (isFinal(application.status)) return null
  // named by our key alone, and the filing's answer is not here yet: a later report finds the case by its reference
  if (departmentReference === null) return null
  // an open question reported again after our answer is an echo, until the department has said something else
  if (isStale(application.lastChange, report, poll, vault)) return null
  const before: Seen | null = application.lastChange && JSON.parse(application.lastChange)
  const seen: Seen = { sequence: report.sequence, report: reportOf(report, vault), poll: poll ?? before?.poll ?? null }
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

/** Applies a department's report. Reports of cases that are not ours, and late or repeated ones, change nothing. */
export async function intake(
  host: Host,
  department: string,
  report: StatusChange,
  poll: number | null = null,
): Promise<void> {
  const application = await find(host, department, report)
  if (!application) return
  await change(host, application.reference, (current, vault) =>
    intakeStep({ clock: host.clock, vault }, current, report, poll),
  )
}

async function find(host: Host, department: string, report: StatusChange): Promise<Application | null> {
  const byKey = report.key ? await readOne(host.store, report.key) : null
  const byReference = report.reference
    ? (await host.store.applications.byDepartment(department, [report.reference]))[0]
    : null
  const application = byReference ?? byKey
  if (!application || application.department !== department) return null
  const contradicts =
    report.reference && application.departmentReference && report.reference !== application.departmentReference
  return contradicts ? null : application
}
