/** What Meta tells beside messages and statuses, as far as it asks something of the channel. */
import type { Host } from '../../subgraph.ts'
import { type Held, type Holds, templateHold } from './holds.ts'

const HOUR_MS = 3_600_000
/** Held without a word of its end: it is tried once a day. */
const DAY_MS = 24 * HOUR_MS
/** A paused template comes back after three hours, then after six. */
const PAUSED_MS = 6 * HOUR_MS

/**
 * Fields of webhooks that are acted upon; of the others a row is kept, and nothing done. `user_preferences` is none of them: it tells of
 * marketing messages, of which the hub sends none, and says nothing of news that a citizen waits for.
 */
export const ACTED_UPON: ReadonlySet<string> = new Set(['message_template_status_update', 'account_update', 'flows'])

export interface AccountChanges {
  /** Does what a change asks for. What cannot be read asks for nothing. */
  take(field: string, value: any): Promise<void>
}

export interface AccountOptions {
  readonly host: Host
  readonly holds: Holds
}

/** What each event of a template means for it. */
const TEMPLATE_EVENTS: Readonly<Record<string, 'held' | 'free'>> = {
  APPROVED: 'free',
  UNPAUSE: 'free',
  REINSTATED: 'free',
  PAUSED: 'held',
  REJECTED: 'held',
  DISABLED: 'held',
  PENDING_DELETION: 'held',
}
/** What a restriction of the account forbids. */
const RESTRICTIONS: Readonly<Record<string, Held>> = {
  RESTRICTED_BIZ_INITIATED_MESSAGING: 'unasked',
  RESTRICTED_CUSTOMER_INITIATED_MESSAGING: 'all',
}
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const items = (value: unknown): any[] =>
  (Array.isArray(value) ? value : []).filter((item) => typeof item === 'object' && item !== null)

const isReinstated = (value: any): boolean => [value?.ban_info?.waba_ban_state].flat().includes('REINSTATE')
const meaningOf = (event: string) => (Object.hasOwn(TEMPLATE_EVENTS, event) ? TEMPLATE_EVENTS[event] : undefined)

/** Whether a change ends a hold. It may be done any number of times: what goes too early, Meta refuses, and it is held again. */
export const frees = (field: string, value: any): boolean =>
  field === 'account_update'
    ? isReinstated(value)
    : field === 'message_template_status_update' && meaningOf(wordOf(value?.event)) === 'free'

export function accountChanges({ host, holds }: AccountOptions): AccountChanges {
  const now = () => host.clock.now().getTime()

  async function template(value: any): Promise<void> {
    const [name, language] = [wordOf(value?.message_template_name), wordOf(value?.message_template_language)]
    const means = meaningOf(wordOf(value?.event))
    if (!name || !language || !means) return
    const what = templateHold(name, language)
    if (means === 'free') await holds.release(what)
    else await holds.hold(what, { until: now() + (value.event === 'PAUSED' ? PAUSED_MS : DAY_MS), why: value.event })
    host.wake('outbox')
  }

  async function account(value: any): Promise<void> {
    const event = wordOf(value?.event)
    const state = [value?.ban_info?.waba_ban_state].flat()
    if (state.includes('DISABLE')) await holds.hold('all', { until: now() + DAY_MS, why: event })
    if (isReinstated(value)) for (const what of ['all', 'unasked'] as const) await holds.release(what)
    for (const { restriction_type, expiration } of items(value?.restriction_info)) {
      const what = Object.hasOwn(RESTRICTIONS, wordOf(restriction_type)) ? RESTRICTIONS[restriction_type] : undefined
      // seconds, or a time in words
      const end = Number(expiration) > 0 ? Number(expiration) * 1000 : Date.parse(wordOf(expiration))
      if (what) await holds.hold(what, { until: Number.isFinite(end) ? end : now() + DAY_MS, why: event })
    }
    if (event) host.log.warn('WhatsApp tells of the account', { event: /^[A-Z_]{1,60}$/.test(event) ? event : 'other' })
    host.wake('outbox')
  }

  /** Meta finds the endpoint of forms slow or failing, or has changed what becomes of one: for an operator to see. */
  function form(value: any): void {
    const word = (given: unknown) => (/^[A-Z_]{1,60}$/.test(wordOf(given)) ? wordOf(given) : null)
    const flow = /^\d{1,20}$/.test(wordOf(value?.flow_id)) ? wordOf(value.flow_id) : null
    host.log.warn('WhatsApp tells of a form', {
      event: word(value?.event) ?? 'other',
      flow,
      status: word(value?.new_status),
    })
  }

  return {
    async take(field, value) {
      if (field === 'message_template_status_update') await template(value)
      else if (field === 'account_update') await account(value)
      else if (field === 'flows') form(value)
    },
  }
}
