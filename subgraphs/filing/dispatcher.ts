import { createHash, randomBytes, randomInt } from 'node:crypto'
import {
  type ActionAnswer,
  type Adapter,
  AdapterError,
  type CertificateFile,
  type Filing,
} from '../../adapters/adapter.ts'
import type { Application, Effect } from '../../store/store.ts'
import type { Host } from '../subgraph.ts'
import { readDocuments } from './documents.ts'
import { isFinal } from './lifecycle.ts'
import type { Guard } from './resilience.ts'
import { change, effectOf, noteOf, readOne, SEALED, stepOf } from './steps.ts'

export interface DispatchOptions {
  /** ms that a claimed effect is ours. */
  readonly lease: number
  /** ms: the longest wait between two tries. */
  readonly retryMaximum: number
}

const AT_ONCE = 8
const IDLE_MS = 1000
const FIRST_RETRY_MS = 500
/** Answers outside the contract that an effect survives before a person must look. */
const PROTOCOL_TRIES = 4

/** Full jitter: anywhere up to twice as long as the last time. */
const backoff = (attempts: number, maximum: number) =>
  randomInt(1, Math.max(2, Math.min(maximum, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20))))

/** Letters and digits that cannot be mistaken for one another. */
const CODE_ALPHABET = 'abcdefghjkmnpqrstvwxyz0123456789'
/** 130 random bits: five of each byte. */
const certificateCode = () => Array.from(randomBytes(26), (byte) => CODE_ALPHABET[byte & 31]).join('')

/** Carries out what is owed to one department: claims effects that are due and calls the adapter, outside any transaction. */
export function dispatcher(host: Host, adapter: Adapter, guard: Guard, options: DispatchOptions) {
  const { store, vault, clock, log } = host
  const department = adapter.department
  const inFlight = new Map<string, Promise<void>>()

  async function run(signal: AbortSignal): Promise<void> {
    await store.applications.release(department)
    while (!signal.aborted) {
      const claimed = await claim()
      for (const effect of claimed) {
        const work = process(effect).finally(() => {
          inFlight.delete(effect.id)
          host.wake('effects')
        })
        inFlight.set(effect.id, work)
      }
      if (!claimed.length) await host.wait('effects', IDLE_MS, signal)
      else if (inFlight.size >= AT_ONCE) await Promise.race(inFlight.values())
    }
    await Promise.all(inFlight.values())
  }

  async function claim(): Promise<Effect[]> {
    const room = AT_ONCE - inFlight.size
    if (room <= 0) return []
    const now = clock.now().getTime()
    try {
      const effects = await store.applications.claim(department, now, now + options.lease, room)
      return effects.filter((effect) => !inFlight.has(effect.id))
    } catch (error) {
      log.error('effects could not be claimed', error, { department })
      return []
    }
  }

  async function process(effect: Effect): Promise<void> {
    try {
      const application = await readOne(store, effect.reference)
      if (!application) throw new Error(`effect ${effect.id} has no application`)
      await handlers[effect.kind](effect, application)
    } catch (error) {
      await failed(effect, error).catch((again) =>
        log.error('an effect could not be put back', again, { effect: effect.id }),
      )
    }
  }

  /** What a failure means for the next try. The code decides; see AdapterErrorCode. */
  async function failed(effect: Effect, error: unknown): Promise<void> {
    const now = clock.now().getTime()
    const code = error instanceof AdapterError ? error.code : 'INTERNAL'
    log.error('a department effect failed', error, { effect: effect.id, attempt: effect.attempts, department })
    if (error instanceof AdapterError && error.code === 'DEPARTMENT_REJECTED')
      return refused(effect, error.reason ?? null)
    const isProtocol = code === 'DEPARTMENT_PROTOCOL'
    const mayHaveHappened = code === 'DEPARTMENT_TIMEOUT' || isProtocol || code === 'INTERNAL'
    const retryAfter = error instanceof AdapterError ? (error.retryAfter ?? 0) : 0
    const [current] = (await store.applications.effectsOf(effect.reference)).filter((e) => e.id === effect.id)
    const began = current?.uncertainSince ?? null
    await store.applications.later(effect.id, {
      due: now + Math.max(backoff(effect.attempts, options.retryMaximum), retryAfter),
      uncertainSince: mayHaveHappened || effect.uncertainSince !== null ? began : null,
      note: code,
      park: isProtocol && effect.attempts >= PROTOCOL_TRIES,
    })
  }

  async function refused(effect: Effect, reason: string | null): Promise<void> {
    if (effect.kind === 'withdraw') return withdrawalRefused(effect)
    await change(host, effect.reference, (application) => {
      if (isFinal(application.status)) return { application, events: [], effects: [], settles: effect.id }
      return stepOf(
        application,
        { events: ['reject'], actor: 'department', reason, settles: effect.id },
        clock.now(),
        vault,
      )
    })
  }

  async function withdrawalRefused(effect: Effect): Promise<void> {
    await change(host, effect.reference, (application) =>
      noteOf(application, 'withdrawal-refused', 'department', clock.now(), { settles: effect.id }),
    )
  }

  const settle = (effect: Effect) =>
    change(host, effect.reference, (application) => ({ application, events: [], effects: [], settles: effect.id }))

  /** Marks the try as begun, durably, and then makes it: from here on a silence means that it may have happened. */
  async function attempt<T>(effect: Effect, operation: string, run: Parameters<typeof guard.call<T>>[2]): Promise<T> {
    await store.applications.trying(effect.id, clock.now().getTime())
    return guard.call(operation, effect.key, run)
  }

  const handlers: Record<Effect['kind'], (effect: Effect, application: Application) => Promise<void>> = {
    async submit(effect, application) {
      if (application.departmentReference !== null || application.status !== 'SUBMITTED')
        return void (await settle(effect))
      if (effect.uncertainSince !== null) {
        const settled = effect.uncertainSince + adapter.settles
        const now = clock.now().getTime()
        if (now < settled)
          return store.applications.later(effect.id, {
            due: settled,
            uncertainSince: effect.uncertainSince,
            note: 'waits until the department has settled',
          })
        const cases = await guard.call('find', effect.key, (call) => adapter.find(effect.key, call))
        if (cases.length > 1)
          return store.applications.later(effect.id, {
            due: now,
            uncertainSince: effect.uncertainSince,
            note: 'two cases have our key',
            park: true,
          })
        if (cases[0]) return received(effect, cases[0].reference)
      }
      const filing = await filingOf(application)
      const answer = await attempt(effect, 'submit', (call) => adapter.submit(filing, call))
      if ('reference' in answer) return received(effect, answer.reference)
      await change(host, effect.reference, (current) =>
        current.status === 'SUBMITTED'
          ? stepOf(
              current,
              { events: ['ask'], actor: 'department', action: answer.action, settles: effect.id },
              clock.now(),
              vault,
            )
          : { application: current, events: [], effects: [], settles: effect.id },
      )
    },

    async answer(effect, application) {
      if (isFinal(application.status) || !application.departmentReference) return void (await settle(effect))
      const payload = JSON.parse(vault.openText(effect.payload!, SEALED.payload)) as {
        value: unknown
        documents: string[]
      }
      const links = payload.documents.map((id, i) => ({ id, path: String(i) }))
      const answer: ActionAnswer = { value: payload.value, documents: await readDocuments(host, links) }
      const reference = application.departmentReference
      await attempt(effect, 'answer', (call) => adapter.answer(reference, answer, call))
      await settle(effect)
    },

    async withdraw(effect, application) {
      // withdrawn here while its filing was under way: the department still has to hear of it
      const orphan = application.status === 'WITHDRAWN' && application.departmentReference !== null
      if (isFinal(application.status) && !orphan) return void (await settle(effect))
      const reference = application.departmentReference
      // a filing whose outcome is open is settled first: only then is there something to withdraw
      if (!reference)
        return store.applications.later(effect.id, {
          due: clock.now().getTime() + IDLE_MS,
          uncertainSince: null,
          note: 'waits for the filing',
        })
      const word = await attempt(effect, 'withdraw', (call) => adapter.withdraw(reference, call))
      if (orphan) return void (await settle(effect))
      if (word === 'too-late') return withdrawalRefused(effect)
      await change(host, effect.reference, (current) =>
        isFinal(current.status) || current.status === 'APPROVED'
          ? { application: current, events: [], effects: [], settles: effect.id }
          : stepOf(current, { events: ['withdraw'], actor: 'citizen', settles: effect.id }, clock.now(), vault),
      )
    },

    async certificate(effect, application) {
      if (application.status !== 'APPROVED' || !application.departmentReference) return void (await settle(effect))
      const reference = application.departmentReference
      const file = await guard.call('certificate', effect.key, (call) => adapter.certificate(reference, call))
      if (!file)
        return store.applications.later(effect.id, {
          due: clock.now().getTime() + backoff(effect.attempts, options.retryMaximum),
          uncertainSince: null,
          note: 'the paper is not made yet',
        })
      await certify(effect, file)
    },
  }

  async function received(effect: Effect, departmentReference: string): Promise<void> {
    await change(host, effect.reference, (application) => {
      if (application.status !== 'SUBMITTED') {
        const owed = application.status === 'WITHDRAWN' && application.departmentReference === null
        const number = application.events + 1
        return {
          application: { ...application, departmentReference: application.departmentReference ?? departmentReference },
          events: [],
          effects: owed
            ? [effectOf(application, 'withdraw', number, `${application.reference}.${number}`, clock.now().getTime())]
            : [],
          settles: effect.id,
        }
      }
      return stepOf(
        application,
        { events: ['receive'], actor: 'department', changes: { departmentReference }, settles: effect.id },
        clock.now(),
        vault,
      )
    })
  }

  async function certify(effect: Effect, file: CertificateFile): Promise<void> {
    const code = certificateCode()
    const blob = `certificate-${code}`
    await store.documents.keep(blob, vault.sealBytes(file.bytes, blob))
    const certificate = {
      code,
      issuedOn: file.issuedOn,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      blob,
      name: vault.seal(file.name, SEALED.file),
    }
    await change(host, effect.reference, (application) =>
      application.status === 'APPROVED'
        ? stepOf(
            application,
            { events: ['certify'], actor: 'department', changes: { certificate }, settles: effect.id },
            clock.now(),
            vault,
          )
        : { application, events: [], effects: [], settles: effect.id },
    )
  }

  async function filingOf(application: Application): Promise<Filing> {
    return {
      service: application.service,
      reference: application.reference,
      submittedAt: application.submittedAt,
      input: JSON.parse(vault.openText(application.input, SEALED.input)),
      documents: await readDocuments(host, application.documents),
      fee: application.fee,
      mobile: await host.citizens.mobile(application.citizen),
    }
  }

  return { run }
}
