import type { OutboxRow } from '../../../store/channel.ts'
import type { Host } from '../../subgraph.ts'
import { type Outgoing, openChat, openOutgoing } from '../chat.ts'
import type { ClosedForms } from '../flows/closed.ts'
import { asCitizen } from '../operations.ts'
import type { Wording } from '../wording.ts'
import { acceptance } from './acceptance.ts'
import { addressee } from './addressee.ts'
import { AnswerLost, type CloudApi, CloudApiError, NotReached } from './cloud-api.ts'
import { type Holds, templateHold } from './holds.ts'
import { joining } from './joining.ts'
import type { CloudMessage } from './layout.ts'
import { numberRequest } from './number-request.ts'
import type { Pace, Passing } from './pace.ts'
import {
  backoff,
  FLOW_THROTTLED,
  HELD_FROM_ANOTHER,
  isGivenUp,
  LATER,
  LATEST_MS,
  LONGEST_MS,
  NO_ADDRESS,
  NO_CODE,
  PAUSED,
  remedyOf,
  STOPPED,
  WINDOW_CLOSED,
} from './send-errors.ts'
import { withheldNotice } from './withheld.ts'

/** How long a lost answer is waited for: a receipt that carries our id may still come. */
const RECEIPT_MS = 30_000
/** An answer that is lost sooner is waited for from the beginning of the call. */
const AT_ONCE_MS = 1000
/** The window is taken for closed a little before it is. */
const WINDOW_MARGIN_MS = 60_000
const LOOK_MS = 250
const BATCH = 200
/** Sends that are begun before whatever else waits has its turn. */
const SENDS_A_ROUND = 2
const MEDIA_DAYS_MS = 25 * 24 * 60 * 60 * 1000
/** Of a reply that Meta takes for too late: a minute of them. */
const REPLY_TRIES = 6
/** How long the second part of an answer, or the next notice, waits for the one before it to arrive: sent in a row, they may change places. By the monotonic clock. */
const PART_MS = 1500
const PART_LOOK_MS = 50
const REMEMBERED = 10_000
/** A template that is held is looked at again so often. */
const HELD_LOOK_MS = LONGEST_MS
/** What Meta did not say the end of is tried again after so long. */
const UNSAID_MS = 60 * 60_000
/** For no longer does everybody wait for one answer of Meta's. */
const SLOWEST_MS = 10 * 60_000

export interface SenderOptions {
  readonly host: Host
  readonly api: CloudApi
  readonly pace: Pace
  readonly holds: Holds
  readonly wording: Wording
  readonly closedForms: ClosedForms
}
/** `code`: Meta's, null where none came; `status`: of HTTP, 400 where it came by a webhook. */
type Refusal = Pick<CloudApiError, 'code' | 'status'>
/** A certificate that cannot be had just now. */
class FileNotReady extends Error {
  override readonly name = 'FileNotReady'
}

/** From the outbox to WhatsApp, within its rules: replies before notices, each chat in order, each send begun on disk before it begins. */
export function sender({ host, api, pace, holds, wording, closedForms }: SenderOptions) {
  const { store, clock, log } = host
  const busy = new Set<string>()
  const media = new Map<string, { id: string; at: number }>()
  let stopping = new AbortController().signal
  let halted: { note: string; until: number } | null = null
  const { join, isWhole, split } = joining(host)
  const askNumber = numberRequest(host, wording)
  const tellWithheld = withheldNotice(host, wording)
  /** When rows were accepted that the next may wait for, by the monotonic clock. */
  const accepted = new Map<string, number>()
  /** The last notice of each citizen. */
  const noticed = new Map<string, string>()
  const now = () => clock.now().getTime()

  /** Whether a row may go now; null, or the ms after which it may. */
  async function heldFor(row: OutboxRow, at: number): Promise<number | null> {
    if (row.began !== null && at < row.began + RECEIPT_MS) return row.began + RECEIPT_MS - at
    const notice = row.lane === 'notice' ? noticed.get(row.citizen) : undefined
    for (const before of [...partsBefore(row.id), ...(notice && notice !== row.id ? [notice] : [])]) {
      const since = accepted.get(before)
      if (since === undefined || performance.now() >= since + PART_MS) continue
      // one that is kept no longer is waited for by nobody
      const ahead = await store.channel.outgoing(before)
      if (ahead && (ahead.receipt === null || ahead.receipt === 'sent')) return PART_LOOK_MS
    }
    const wait = pace.wait(row.citizen, row.lane === 'reply', at)
    return wait > 0 ? wait : null
  }

  async function look(): Promise<number> {
    let next = LOOK_MS
    if ((halted && now() < halted.until) || (await holds.of('all'))) return next
    const isQuiet = (await holds.of('unasked')) !== null
    const rows = await store.channel.ready(now(), BATCH + busy.size)
    let begun = 0
    for (const row of rows) {
      if (busy.has(row.citizen) || (isQuiet && row.lane === 'notice')) continue
      if (row.lane === 'notice' && pace.isShort(row.citizen, now()) && (await join(row.citizen))) {
        next = 0
        continue
      }
      const held = await heldFor(row, now())
      if (held !== null) {
        next = Math.min(next, held)
        continue
      }
      const passing = pace.pass(now())
      if (!passing) return Math.min(next, 50)
      pace.take(row.citizen, row.lane === 'reply', now())
      busy.add(row.citizen)
      void send(row, passing).finally(() => {
        passing.ends()
        busy.delete(row.citizen)
        host.wake('outbox')
      })
      if (++begun % SENDS_A_ROUND === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    const due = await store.channel.nextDue(now())
    return due === null ? next : Math.max(1, Math.min(next, due - now()))
  }

  async function send(row: OutboxRow, passing: Passing): Promise<void> {
    let begun: number | null = null
    try {
      const kept = await store.channel.chat(row.citizen)
      const vault = await host.vaultOf(row.citizen, row.sealed, kept?.address)
      const chat = openChat(kept, row.citizen, vault)
      const to = await addressee(host, row.citizen, chat.address)
      if (!to) return await park(row, NO_ADDRESS)
      if (row.lane === 'notice' && chat.state.stopped) return await park(row, STOPPED)
      const outgoing = openOutgoing(row, vault)
      const asTemplate = row.template || now() > chat.windowUntil - WINDOW_MARGIN_MS
      if (outgoing.joins && (asTemplate || !(await isWhole(outgoing)))) return await split(row, outgoing, asTemplate)
      const name = asTemplate && outgoing.template
      if (name && (await holds.of(templateHold(name.name, name.language.code))))
        return await wait(row, row.note ?? PAUSED)
      const body = await bodyOf(row, outgoing, asTemplate)
      if (!body) return park(row, WINDOW_CLOSED)
      const identity =
        outgoing.file && chat.address.identity ? { recipient_identity_key_hash: chat.address.identity } : {}
      const at = now()
      if (!host.session().isAlive || !(await store.channel.began(row.id, at, row.began))) return
      begun = at
      passing.leaves(now())
      const wamid = await api.send({ ...to, ...body, ...identity, biz_opaque_callback_data: row.id })
      await acceptance(host, { id: row.id, wamid, ms: RECEIPT_MS, signal: stopping })
      remember(row)
      halted = null
    } catch (error) {
      await failed(row, error, begun).catch((worse) => log.error('the outbox could not be written', worse))
    }
  }

  const outgoingOf = async (row: OutboxRow): Promise<Outgoing> =>
    openOutgoing(row, await host.vaultOf(row.citizen, row.sealed))

  async function bodyOf(row: OutboxRow, outgoing: Outgoing, asTemplate: boolean): Promise<CloudMessage | null> {
    const { free, template, file } = outgoing
    // a form that Meta refused is replaced by what stands in its place
    if (outgoing.form && row.template) return outgoing.form.otherwise
    // a reply has no template: late, it is still tried as it is, and Meta decides
    if (!file) return asTemplate && template ? { type: 'template', template } : row.template ? null : free
    const document = { id: await mediaOf(row.citizen, file), filename: file.name }
    if (!asTemplate) return { type: 'document', document: { ...document, caption: file.caption } }
    if (!template) return null
    const header = { type: 'header', parameters: [{ type: 'document', document }] }
    return { type: 'template', template: { ...template, components: [header, ...template.components] } }
  }

  /** The certificate as a file of WhatsApp: fetched as its citizen, uploaded once. */
  async function mediaOf(citizen: string, file: NonNullable<Outgoing['file']>): Promise<string> {
    const known = media.get(file.url)
    if (known && now() - known.at < MEDIA_DAYS_MS) return known.id
    const response = await host.ask.fetch(file.url, { method: 'GET' }, asCitizen(citizen))
    if (!response.ok) throw new FileNotReady(`the certificate's route answered ${response.status}`)
    const id = await api.upload(new Uint8Array(await response.arrayBuffer()), 'application/pdf', file.name)
    media.set(file.url, { id, at: now() })
    return id
  }

  async function failed(row: OutboxRow, error: unknown, begun: number | null): Promise<void> {
    if (error instanceof CloudApiError) return remedied(row, error)
    if (begun !== null && !(error instanceof NotReached)) {
      // it began and may have happened, perhaps just now: it stays begun, and goes again when no receipt has come
      if (now() > begun + AT_ONCE_MS) await store.channel.began(row.id, now(), begun)
      log.warn('an answer of WhatsApp was lost; a receipt is waited for', { attempts: row.attempts })
      if (!(error instanceof AnswerLost)) log.error('a message that was sent could not be written down', error)
      return
    }
    if (!(error instanceof NotReached || error instanceof AnswerLost))
      log.error('a message could not be sent; it is tried again', error)
    await store.channel.again(row.id, { due: now() + backoff('again', row.attempts), note: (error as Error).name })
  }

  /** The row stays as it is, and is looked at again later. */
  const wait = (row: OutboxRow, note: string | null): Promise<void> =>
    store.channel.again(row.id, { due: now() + HELD_LOOK_MS, note, counts: false })

  function remember({ id, citizen, lane }: OutboxRow): void {
    accepted.set(id, performance.now())
    if (lane === 'notice') noticed.set(citizen, id)
    for (const known of [accepted, noticed]) if (known.size > REMEMBERED) known.delete(known.keys().next().value!)
  }

  async function remedied(row: OutboxRow, error: CloudApiError): Promise<void> {
    const remedy = remedyOf(error.code, error.status)
    if (remedy === 'slower') {
      const ms = error.retryAfter ? Math.min(error.retryAfter, SLOWEST_MS) : 1000
      pace.slowDown(now(), ms * (1 + Math.random() / 2))
    }
    media.delete((await outgoingOf(row)).file?.url ?? '')
    await settle(row, error)
  }

  /** What becomes of a row that Meta refused, at once or by a later webhook. */
  async function settle(row: OutboxRow, { code, status }: Refusal): Promise<void> {
    const remedy = remedyOf(code, status)
    const note = code === null ? NO_CODE : String(code)
    const outgoing = await outgoingOf(row)
    const { form } = outgoing
    const isRefused = remedy === 'park' || (remedy === 'once' && isGivenUp(remedy, row.attempts))
    if (form && !row.template && (isRefused || code === FLOW_THROTTLED)) {
      await closedForms.close(form.key, note)
      return store.channel.again(row.id, { due: now(), note, template: true })
    }
    switch (remedy) {
      case 'halt':
        halted = { note: code === null ? `HTTP ${status}` : note, until: now() + backoff('halt', 0) }
        log.error('WhatsApp refuses everything; the outbox is kept', new CloudApiError(code, status), { code, status })
        return store.channel.again(row.id, { due: now(), note, counts: false })
      case 'unasked':
        await holds.hold('unasked', { until: now() + UNSAID_MS, why: note })
        return store.channel.again(row.id, { due: now() + backoff('again', row.attempts), note, counts: false })
      case 'paused': {
        const name = (await outgoingOf(row)).template
        if (!name) return park(row, note)
        await holds.hold(templateHold(name.name, name.language.code), { until: now() + UNSAID_MS, why: note })
        return wait(row, note)
      }
      case 'pair':
        pace.leave(row.citizen, now(), backoff('pair', row.attempts))
        break
      case 'template':
        return late(row, note)
      case 'number':
        await park(row, note)
        return askNumber(row.citizen)
    }
    if (note === HELD_FROM_ANOTHER) await tellWithheld(row, outgoing)
    if (isGivenUp(remedy, row.attempts)) return park(row, note)
    await store.channel.again(row.id, { due: now() + backoff(remedy, row.attempts), note })
  }

  /** Meta takes the 24 hours for over. */
  async function late(row: OutboxRow, note: string): Promise<void> {
    const outgoing = await outgoingOf(row)
    if (!row.template && (outgoing.template || outgoing.joins)) {
      await store.channel.closeWindow(row.citizen)
      // what was joined goes as it was owed: each has a template of its own
      return store.channel.again(row.id, { due: now(), note, template: true })
    }
    // Meta says so at times though the window is open: what has no other form is tried a while
    if (row.lane === 'reply' && row.attempts + 1 >= REPLY_TRIES) return park(row, note)
    await store.channel.again(row.id, { due: now() + backoff('again', row.attempts), note })
  }

  async function park(row: OutboxRow, note: string): Promise<void> {
    log.warn('a message is parked', { note, lane: row.lane })
    await store.channel.again(row.id, { due: now(), note, park: true })
  }

  return {
    settle,
    /** Meta's code, HTTP's or an event while it refuses everything, or what the hub begins; null otherwise. */
    trouble: async (): Promise<string | null> => (halted ? halted.note : ((await holds.trouble())?.why ?? null)),
    /** Sends while this process is the one that does. */
    run: (signal: AbortSignal): Promise<void> =>
      host.held('sender', signal, async (held) => {
        stopping = held
        await store.channel.hasten(now(), now() + LONGEST_MS, LATER, now() + LATEST_MS)
        while (!held.aborted) {
          let wait = LOOK_MS
          try {
            wait = await look()
          } catch (error) {
            log.error('the outbox could not be read', error)
          }
          await host.wait('outbox', wait, held)
        }
        while (busy.size) await new Promise((resolve) => setTimeout(resolve, 10))
      }),
  }
}
export type Sender = ReturnType<typeof sender>

/** Ids that the parts of one answer, or of one notice, before this one may have. */
function partsBefore(id: string): string[] {
  const [, whole, part] = /^(.+):([1-9]\d?)$/.exec(id) ?? []
  return whole && part ? [`${whole}:${Number(part) - 1}`, ...(part === '1' ? [whole] : [])] : []
}
