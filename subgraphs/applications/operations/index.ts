/** What an operator sees and does: effects that wait for a person, and applications that are overdue. */
import { randomUUID } from 'node:crypto'
import { AdapterError } from '../../../adapters/adapter.ts'
import type { Effect } from '../../../store/store.ts'
import { caseNumbers, casesNamed, isCaseNumber, otherOf } from '../../filing/case-numbers.ts'
import { askCases } from '../../filing/cases.ts'
import { closedStep, receivedStep } from '../../filing/outcome.ts'
import { forbidden, refusal, unauthenticated } from '../../filing/refusal.ts'
import { change, SEALED } from '../../filing/steps.ts'
import type { Session } from '../../host/session.ts'
import { shown } from '../../host/vault.ts'
import { afterOf, connectionOf, firstOf } from '../../paging.ts'
import type { Context, Host } from '../../subgraph.ts'
import { REFERENCE } from '../references.ts'

const PAGE = { usual: 20, maximum: 100 }
const EFFECT = /^DWR-\d{4}-\d{6,}:[a-z]+:\d+$/
const REASON_LENGTH = 500
/** ms between tries to put back what could not be settled. */
const PUT_BACK_MS = 500

interface Paging {
  readonly first?: number | null
  readonly after?: string | null
}
type Decide = Parameters<typeof change>[2]

export function operationResolvers(host: Host, departmentOf: (code: string) => unknown) {
  const { applications } = host.store
  const applicationOf = (reference: string) => ({ __typename: 'Application', reference })

  /** `operator <client>` of whoever asks. */
  function operatorOf({ principal }: Context): string {
    if (!principal) throw unauthenticated()
    if (principal.kind !== 'operator' || !principal.scopes.includes('operations')) throw forbidden('operations')
    return `operator ${principal.client}`
  }

  /** In the log, and in no application's history. What it was about is sealed with the hub's own key. */
  async function record(name: string, effect: Effect, actor: string, about = ''): Promise<void> {
    const [application] = await applications.read([effect.reference])
    await applications.record({
      id: `record-${randomUUID()}`,
      reference: '',
      citizen: application?.citizen ?? '',
      department: effect.department,
      service: application?.service ?? '',
      name,
      status: application?.status ?? 'SUBMITTED',
      at: host.clock.now().toISOString(),
      actor,
      reason: host.vault.seal([effect.id, about].filter(Boolean).join(': '), SEALED.reason),
    })
    host.wake('events')
  }

  async function parkedOne(id: string): Promise<Effect> {
    const effect = EFFECT.test(id) ? await applications.effect(id) : null
    if (!effect) throw refusal('NOT_FOUND', 'Nothing of this id is owed: it may have been settled.')
    if (effect.state !== 'parked') throw busy(effect)
    return effect
  }
  async function rawOf({ raw, reference }: Effect): Promise<string | null> {
    const [application] = raw === null ? [] : await applications.read([reference])
    return application ? shown(await host.vaultOf(application.citizen, raw!), raw!, SEALED.raw) : null
  }
  const busy = ({ state }: Pick<Effect, 'state'>) =>
    refusal(
      'CONFLICT',
      state === 'claimed'
        ? 'It is being tried at its department just now, or another operator settles it: look again in a moment.'
        : 'It is not parked: it is tried by itself.',
    )

  /** Settles a parked effect by one step, while nobody tries it; put back where that fails. */
  async function settle(effect: Effect, note: (taken: Effect) => Promise<void>, decide: Decide) {
    const session = host.session()
    if (!session.isAlive) throw refusal('UNAVAILABLE', 'The hub is catching up with its store: again in a moment.')
    // another operator of this process has it
    if (session.inHand.has(effect.id)) throw busy({ state: 'claimed' })
    session.inHand.add(effect.id)
    let isTaken: boolean
    try {
      isTaken = await applications.take(effect.id, session.id)
      if (isTaken) {
        await note(effect)
        await change(host, effect.reference, (application, vault) => {
          if (!session.isAlive) throw busy({ state: 'claimed' })
          return decide(application, vault)
        })
      }
    } catch (error) {
      // what was refused may have been done all the same
      void putBack(effect, session)
      throw error
    }
    session.inHand.delete(effect.id)
    if (!isTaken) throw busy({ state: 'claimed' })
    return applicationOf(effect.reference)
  }

  /** Parks it again, however long the store does not take it. */
  async function putBack({ id, due, uncertainSince, note }: Effect, session: Session): Promise<void> {
    while (session.isAlive) {
      const isDone = await applications.later(id, session.id, { due, uncertainSince, note, park: true }).then(
        () => true,
        () => false,
      )
      if (isDone) break
      await host.wait('operations', PUT_BACK_MS, session.signal)
    }
    session.inHand.delete(id)
  }

  return {
    Query: {
      async parkedEffects(_: unknown, args: Paging, context: Context) {
        operatorOf(context)
        const first = firstOf(args.first, PAGE)
        const after = afterOf(args.after, (cursor) => EFFECT.test(cursor))
        const found = await applications.parked(first + 1, after)
        return connectionOf(
          found,
          first,
          after,
          ({ id }) => id,
          (effect) => effect,
        )
      },
      async overdueApplications(_: unknown, args: Paging, context: Context) {
        operatorOf(context)
        const first = firstOf(args.first, PAGE)
        const after = afterOf(args.after, (cursor) => REFERENCE.test(cursor))
        const found = await applications.overdue(first + 1, after)
        return connectionOf(
          found,
          first,
          after,
          ({ reference }) => reference,
          ({ reference }) => applicationOf(reference),
        )
      },
    },
    Mutation: {
      async retryEffect(_: unknown, { id }: { id: string }, context: Context) {
        const actor = operatorOf(context)
        const effect = await parkedOne(id)
        await record('effect-retried', effect, actor)
        if (!(await applications.retry(id, host.clock.now().getTime()))) throw busy({ state: 'claimed' })
        host.wake('effects')
        return applicationOf(effect.reference)
      },
      async correctEffect(_: unknown, args: { id: string; departmentReference: string }, context: Context) {
        const actor = operatorOf(context)
        const effect = await parkedOne(args.id)
        if (effect.kind !== 'submit')
          throw refusal('BAD_USER_INPUT', 'Only a filing is corrected: retry or close anything else.')
        const reference = args.departmentReference.trim()
        if (!isCaseNumber(reference))
          throw refusal('BAD_USER_INPUT', 'departmentReference has 1 to 100 characters, all of which can be seen.')
        const other = await otherOf(host.store, effect.department, reference, effect.reference)
        if (other) throw refusal('BAD_USER_INPUT', `departmentReference is the case of ${other}.`)
        const said = await askCases(host.ask, effect.department, effect.key, context.principal)
        const cases = said ?? casesNamed(await rawOf(effect))
        // where it has none with our key, or never said of any, the office may have opened one by hand: the operator's word stands
        if (cases.length && !cases.includes(reference))
          throw refusal(
            'BAD_USER_INPUT',
            `departmentReference is no case of ${effect.reference}: of it the department has ${cases.join(', ')}.`,
          )
        const give = async () => {
          await settle(
            effect,
            () => record('effect-corrected', effect, actor, reference),
            (application, vault) =>
              receivedStep(application, effect, reference, { actor, now: host.clock.now(), vault }),
          )
        }
        await caseNumbers(host.store, effect.department)
          .give('correct', effect.reference, reference, give)
          .catch((error) => {
            if (!(error instanceof AdapterError)) throw error
            throw refusal('CONFLICT', 'departmentReference is being given to another application just now.')
          })
        return applicationOf(effect.reference)
      },
      async closeEffect(_: unknown, args: { id: string; reason: string }, context: Context) {
        const actor = operatorOf(context)
        const effect = await parkedOne(args.id)
        const reason = args.reason.trim()
        if (!reason || reason.length > REASON_LENGTH)
          throw refusal('BAD_USER_INPUT', `reason has 1 to ${REASON_LENGTH} characters.`)
        return settle(
          effect,
          () => record('effect-closed', effect, actor, reason),
          (application, vault) => closedStep(application, effect, reason, { actor, now: host.clock.now(), vault }),
        )
      },
    },
    ParkedEffect: {
      application: ({ reference }: Effect) => applicationOf(reference),
      department: ({ department }: Effect) => departmentOf(department),
      kind: ({ kind }: Effect) => kind.toUpperCase(),
      due: ({ due }: Effect) => new Date(due).toISOString(),
      // DENIED is no time: by the department's word nothing has happened
      uncertainSince: ({ uncertainSince }: Effect) => (uncertainSince ? new Date(uncertainSince).toISOString() : null),
      async raw(effect: Effect, _: unknown, context: Context) {
        const actor = operatorOf(context)
        if (effect.raw === null) return null
        await record('looked-at', effect, actor)
        return rawOf(effect)
      },
    },
  }
}
