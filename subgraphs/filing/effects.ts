import type { Action, Adapter, CertificateFile, Filing } from '../../adapters/adapter.ts'
import { wholeCertificate } from '../../adapters/certificate.ts'
import { onlyWhile } from '../../adapters/in-time.ts'
import type { Application, Effect, Step } from '../../store/store.ts'
import type { Session } from '../host/session.ts'
import type { Host, Vault } from '../subgraph.ts'
import { caseNumbers, casesOf } from './case-numbers.ts'
import { keptCertificate, readDocuments } from './documents.ts'
import { isFinal } from './lifecycle.ts'
import { receivedStep, settled } from './outcome.ts'
import { lastReported, wasToldOf } from './reports/intake.ts'
import { takeAgain } from './reports/set-aside.ts'
import type { Asking, Guard } from './resilience.ts'
import { type AnswerPayload, change, isUnsent, noteOf, SEALED, stepOf } from './steps.ts'

/** The effect is another process's by now. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost'
}

/** One try of an effect. */
export interface Try {
  readonly effect: Effect
  /** For which it was claimed. */
  readonly session: Session
  /** ms since the epoch by which an earlier try, whose outcome is open, had been sent; null where none is. */
  uncertain: number | null
  /** Whether the department has been asked to change something in this try. */
  sent: boolean
  /** Whether the department has answered anything in this try. */
  answered: boolean
}
export interface EffectOptions {
  /** ms that a department call may take. */
  readonly timeout: number
  /** ms until the next try. */
  again(attempts: number): number
  /** ms until what is parked is looked at again. */
  readonly parked: number
}

/** Answers outside the contract, to what was asked to be done, after which a person must look. */
export const MISUNDERSTOOD = 4

const WAIT_MS = 1000
/** Where an application may stand that its department knows nothing of. */
const OPEN_HERE: readonly string[] = ['SUBMITTED', 'ACTION_REQUIRED']

/** What each kind of effect asks of a department, and what its answer means for the application. */
export function effects(host: Host, adapter: Adapter, guard: Guard, options: EffectOptions) {
  const { store, clock, log } = host
  const now = () => clock.now().getTime()
  const numbers = caseNumbers(store, adapter.department)

  const heard = (tried: Try): Asking => ({
    async call(...of) {
      const answer = await guard.call(...of)
      tried.answered = true
      return answer
    },
  })
  const settle = async (effect: Effect): Promise<void> => {
    await change(host, effect.reference, (application) => settled(application, effect))
  }
  async function later(
    { effect, session }: Try,
    due: number,
    note: string,
    more: { uncertain?: number | null; park?: boolean; raw?: string } = {},
  ): Promise<void> {
    const change = {
      due,
      note,
      uncertainSince: more.uncertain ?? null,
      park: more.park,
      raw: more.raw ?? null,
    }
    if (!(await store.applications.later(effect.id, session.id, change))) throw new ClaimLost()
  }
  const park = (tried: Try, note: string, more: { uncertain?: number | null; raw?: string } = {}) =>
    later(tried, now() + options.parked, note, { ...more, park: true })

  /** Marks the try as begun, durably, and then makes it: from here on a silence means that it may have happened. */
  async function attempt<T>(tried: Try, operation: string, run: Parameters<typeof guard.call<T>>[2]): Promise<T> {
    let unmarked: { readonly error: unknown } | null = null
    try {
      return await heard(tried).call(operation, tried.effect.key, async (call) => {
        const mine = await store.applications
          .trying(tried.effect.id, tried.session.id, now() + options.timeout)
          .catch((error) => {
            unmarked = { error }
            throw error
          })
        // a process that was stopped since it claimed may not have been told yet that the effect is another's
        if (!mine || !tried.session.isAlive) {
          unmarked = { error: new ClaimLost() }
          throw new ClaimLost()
        }
        call.signal.throwIfAborted()
        onlyWhile(call.signal, () => tried.session.isAlive)
        tried.sent = true
        return run(call)
      })
    } catch (error) {
      throw unmarked === null ? error : (unmarked as { error: unknown }).error
    }
  }

  async function submit(tried: Try, application: Application): Promise<void> {
    const { effect } = tried
    const isWithdrawn = application.status === 'WITHDRAWN'
    if (application.departmentReference !== null || (application.status !== 'SUBMITTED' && !isWithdrawn))
      return settle(effect)
    // what the department has told of by our key alone is looked for whatever came of our tries
    const isTold = wasToldOf(application)
    const isMisunderstood = (effect.misunderstood ?? 0) >= MISUNDERSTOOD
    if (tried.uncertain !== null || isTold) {
      const due = (tried.uncertain ?? 0) + adapter.settles
      const uncertain = tried.uncertain
      const waits = () =>
        isMisunderstood
          ? later(tried, due, 'DEPARTMENT_PROTOCOL', { uncertain, park: true })
          : later(tried, due, 'waits until the department has settled', { uncertain })
      if (now() < due && !isTold) return waits()
      const cases = await casesOf(adapter, heard(tried), effect.key)
      if (cases.length > 1) {
        const vault = await host.vaultOf(application.citizen)
        const raw = vault.seal(JSON.stringify(cases), SEALED.raw)
        return park(tried, 'two cases have our key', { uncertain, raw })
      }
      if (cases[0] !== undefined) return received(effect, cases[0], 'find')
      if (now() < due) return waits()
      if (isTold) return park(tried, 'the department tells of a case that it does not find', { uncertain })
      tried.uncertain = null
    }
    // nothing was sent before it was withdrawn, so there is nothing to take back
    if (isWithdrawn) return settle(effect)
    const filing = await filingOf(application)
    const answer = await attempt(tried, 'submit', (call) => adapter.submit(filing, call))
    if ('reference' in answer) return received(effect, answer.reference, 'submit')
    await change(host, effect.reference, (current, vault) =>
      current.status === 'SUBMITTED'
        ? stepOf(
            current,
            { events: ['ask'], actor: 'department', action: answer.action, settles: effect.id },
            clock.now(),
            vault,
          )
        : settled(current, effect),
    )
  }

  async function answer(tried: Try, application: Application): Promise<void> {
    const { effect } = tried
    // what the department asks by now is another question than the one that was answered
    const isOver = isFinal(application.status) || application.status === 'ACTION_REQUIRED'
    const reference = application.departmentReference
    if (isOver || reference === null) return settle(effect)
    const payload = payloadOf(effect, await host.vaultOf(application.citizen, effect.payload))
    const links = payload.documents.map((id, i) => ({ id, path: String(i) }))
    const given = { value: payload.value, documents: await readDocuments(host, links) }
    await attempt(tried, 'answer', (call) => adapter.answer(reference, given, call))
    await settle(effect)
  }

  async function withdraw(tried: Try, application: Application): Promise<void> {
    const { effect } = tried
    const reference = application.departmentReference
    // withdrawn here while its filing was under way: the department still has to hear of it
    const isOrphan = application.status === 'WITHDRAWN' && reference !== null
    if (isFinal(application.status) && !isOrphan) return settle(effect)
    if (reference === null) {
      // a filing whose outcome is open is settled first: only then is there something to withdraw
      const over = isUnsent(await store.applications.effectsOf(effect.reference)) ? OPEN_HERE : ['ACTION_REQUIRED']
      const after = await change(host, effect.reference, (current, vault) =>
        current.departmentReference === null && over.includes(current.status)
          ? withdrawn(current, effect, vault)
          : null,
      )
      return after?.status === 'WITHDRAWN' ? undefined : later(tried, now() + WAIT_MS, 'waits for the filing')
    }
    const word = await attempt(tried, 'withdraw', (call) => adapter.withdraw(reference, call))
    if (word === 'too-late') return withdrawalRefused(effect)
    await change(host, effect.reference, (current, vault) =>
      isFinal(current.status) || current.status === 'APPROVED'
        ? settled(current, effect)
        : withdrawn(current, effect, vault),
    )
  }
  const withdrawn = (application: Application, effect: Effect, vault: Vault): Step =>
    stepOf(application, { events: ['withdraw'], actor: 'citizen', settles: effect.id }, clock.now(), vault)

  async function certificate(tried: Try, application: Application): Promise<void> {
    const { effect } = tried
    const reference = application.departmentReference
    if (application.status !== 'APPROVED' || reference === null) return settle(effect)
    const file = await heard(tried).call('certificate', effect.key, async (call) => {
      const made = await adapter.certificate(reference, call)
      return made && wholeCertificate(adapter.department, made)
    })
    if (!file) return later(tried, now() + options.again(effect.attempts), 'the paper is not made yet', { park: false })
    await certify(effect, application.citizen, file)
  }

  /** The department has understood the effect and refused it. */
  async function refused(tried: Try, reason: string | null): Promise<void> {
    const { effect } = tried
    switch (effect.kind) {
      case 'submit':
        return void (await change(host, effect.reference, (application, vault) =>
          // a case that the department has told us of meanwhile was filed by an earlier try
          application.status === 'SUBMITTED' && application.departmentReference === null
            ? stepOf(
                application,
                { events: ['reject'], actor: 'department', reason, settles: effect.id },
                clock.now(),
                vault,
              )
            : settled(application, effect),
        ))
      case 'answer':
        return askedAgain(effect, reason)
      case 'withdraw':
        return withdrawalRefused(effect)
      case 'certificate':
        return park(tried, 'the department refuses the certificate of a case that it approved')
      case 'report':
        return park(tried, 'the department does not say where a case stands that it told of')
    }
  }

  /** An answer that the department does not take leaves its question open, with the reason. */
  async function askedAgain(effect: Effect, reason: string | null): Promise<void> {
    await change(host, effect.reference, (application, vault) => {
      const { action } = payloadOf(effect, vault)
      const goneOn = application.status !== 'IN_REVIEW' || lastReported(application) === 'in_review'
      if (goneOn) return settled(application, effect)
      const again: Action = { ...action, text: reason ?? action.text }
      return stepOf(
        application,
        { events: ['ask'], actor: 'department', reason, action: again, settles: effect.id },
        clock.now(),
        vault,
      )
    })
  }

  async function withdrawalRefused(effect: Effect): Promise<void> {
    await change(host, effect.reference, (application) => {
      if (!isFinal(application.status))
        return noteOf(application, 'withdrawal-refused', 'department', clock.now(), { settles: effect.id })
      if (application.status === 'WITHDRAWN')
        log.warn('a case is withdrawn here and decided at the department', { effect: effect.id })
      return settled(application, effect)
    })
  }

  /** The department has the case under its own reference. */
  const received = (effect: Effect, departmentReference: string, operation: string): Promise<void> =>
    numbers.give(operation, effect.reference, departmentReference, async () => {
      await change(host, effect.reference, (application, vault) => {
        const known = application.departmentReference
        if (known !== null && known !== departmentReference)
          log.warn('two cases have our key', { effect: effect.id, department: adapter.department })
        return receivedStep(application, effect, departmentReference, { actor: 'department', now: clock.now(), vault })
      })
    })

  async function certify(effect: Effect, citizen: string, file: CertificateFile): Promise<void> {
    const certificate = await keptCertificate(host, citizen, file)
    await change(host, effect.reference, (application, vault) =>
      application.status === 'APPROVED'
        ? stepOf(
            application,
            { events: ['certify'], actor: 'department', changes: { certificate }, settles: effect.id },
            clock.now(),
            vault,
          )
        : settled(application, effect),
    )
  }

  const payloadOf = (effect: Effect, vault: Vault): AnswerPayload =>
    JSON.parse(vault.openText(effect.payload!, SEALED.payload))

  const filingOf = async (application: Application): Promise<Filing> => ({
    service: application.service,
    reference: application.reference,
    submittedAt: application.submittedAt,
    input: JSON.parse(
      (await host.vaultOf(application.citizen, application.input)).openText(application.input, SEALED.input),
    ),
    documents: await readDocuments(host, application.documents),
    fee: application.fee,
    mobile: await host.citizens.mobile(application.citizen),
  })

  const handlers: Record<Effect['kind'], (tried: Try, application: Application) => Promise<void>> = {
    submit,
    answer,
    withdraw,
    certificate,
    report: (tried, application) =>
      takeAgain(host, adapter, heard(tried), tried.effect, application).then(() => settle(tried.effect)),
  }
  return { handlers, refused }
}
