/** Reports that cannot be applied although the store can be written, or whose sequence is in doubt: each is set aside for itself, and holds up nobody else's. */
import { type Adapter, AdapterError, type StatusChange } from '../../../adapters/adapter.ts'
import type { Application, Effect, Step } from '../../../store/store.ts'
import type { Host, Vault } from '../../subgraph.ts'
import { isFinal } from '../lifecycle.ts'
import type { Asking } from '../resilience.ts'
import { change, effectOf, SEALED } from '../steps.ts'
import { briefReport } from '../words.ts'
import { caseOf, intake } from './intake.ts'

const TRIES = 3

/**
 * Applies a department's report; one that fails each time, or is dropped for its sequence alone, is set aside: an effect of its case, which the dispatcher tries as any other
 * and parks for a person. Throws only where the store cannot be written: nothing is wrong with the report then, and it has to come again.
 */
export async function take(
  host: Host,
  department: string,
  report: StatusChange,
  poll: number | null = null,
): Promise<void> {
  let isDropped = false
  const failure = await failureOf(host, async () => {
    isDropped = await intake(host, department, report, poll)
  })
  if (!failure && !isDropped) return
  let reference: string | null = null
  const unkept = await failureOf(host, async () => {
    const application = await caseOf(host, department, report)
    reference = application?.reference ?? null
    if (application) await setAside(host, application, report)
  })
  const where = { department, reference }
  // no case of ours to keep it in, or one that takes no write: the next sweep asks where it stands
  if (unkept) host.log.error('a report could neither be applied nor set aside, and is passed over', unkept.error, where)
  else if (failure) host.log.error('a report could not be applied and is set aside', failure.error, where)
  else host.log.warn('a report is behind the sequence that was seen of its case; the department is asked', where)
}

/** The error of a work that fails each time while the store can be written; null where it came off. Throws where the store cannot. */
async function failureOf(host: Host, work: () => Promise<void>): Promise<{ readonly error: unknown } | null> {
  for (let tried = 1; ; tried++)
    try {
      await work()
      return null
    } catch (error) {
      await host.store.ping()
      if (tried >= TRIES) return { error }
    }
}

async function setAside(host: Host, { reference }: Application, report: StatusChange): Promise<void> {
  // the one that waits asks where the case stands by then, and so speaks for this one, too
  const owed = await host.store.applications.effectsOf(reference)
  if (owed.some(({ kind }) => kind === 'report')) return
  await change(host, reference, (current, vault) => owing(current, report, vault, host.clock.now().getTime()))
}

function owing(application: Application, report: StatusChange, vault: Vault, now: number): Step | null {
  if (isFinal(application.status)) return null
  const number = application.version + 1
  const payload = vault.seal(JSON.stringify(briefReport(report)), SEALED.report)
  const effect = effectOf(application, 'report', number, `${application.reference}.report.${number}`, now, payload)
  return { application, events: [], effects: [effect] }
}

/** Applies a report that was set aside: where the department says that the case stands by now, for later reports may have come meanwhile. */
export async function takeAgain(
  host: Host,
  adapter: Adapter,
  guard: Asking,
  effect: Effect,
  application: Application,
): Promise<void> {
  if (isFinal(application.status)) return
  const { department } = adapter
  const vault = await host.vaultOf(application.citizen, effect.payload)
  const told: StatusChange = JSON.parse(vault.openText(effect.payload!, SEALED.report))
  const reference = application.departmentReference ?? told.reference
  if (reference === null) return void (await intake(host, department, told))
  const [now] = await guard.call('status', effect.key, (call) => adapter.status([reference], call))
  if (now instanceof Error) throw now
  if (!now) throw new AdapterError('DEPARTMENT_PROTOCOL', { department, operation: 'status' }, 'no answer for a case')
  await intake(host, department, { ...now, reference, key: application.reference }, null, application.lastChange)
}
