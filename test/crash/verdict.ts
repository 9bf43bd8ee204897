/** What became of what was acknowledged: at the departments, in the log, and in the chats. */
import { createHash } from 'node:crypto'
import type { ChatMessage } from '../journeys/citizen.ts'
import { REFERENCE, textOf } from '../journeys/citizen.ts'
import { photo } from '../journeys/papers.ts'
import type { Case } from '../journeys/world.ts'
import type { Chats } from './chats.ts'
import type { Moment } from './hubs.ts'
import { type Filing, isAcknowledged } from './ledger.ts'
import { insist, type Outside } from './outside.ts'

export interface Faults {
  /** Acknowledged, and not kept: no case, another's data in it, a status never told, a message never answered. */
  readonly lost: string[]
  /** Filed, acknowledged or told twice. */
  readonly doubled: string[]
  readonly outOfOrder: string[]
  readonly stuck: string[]
}

/** Events that the channel tells of in no message of their own. */
const UNTOLD: ReadonlySet<string> = new Set(['answered', 'resubmitted', 'linked', 'consented', 'looked-up'])
/** The answer to a send may have been lost where a process ended soon after it, or began soon before it: that message may have come twice. */
const AFTER_MS = 1500
const SIDE_BY_SIDE = 12
/** What differs from case to case of one service, or is compared in another way. A fee is left to a department that was down when it was reckoned. */
const OWN = /mobile|submitted|filedOn|fileNumber|^fee$/i

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** Whether a case says all that the sample says; what a clerk has added since is theirs. */
const saysAllOf = (sample: Case['fields'], fields: Case['fields']): boolean =>
  Object.entries(sample).every(
    ([name, value]) => OWN.test(name) || JSON.stringify(fields[name]) === JSON.stringify(value),
  )

export interface Judged {
  readonly outside: Outside
  readonly chats: Chats
  readonly filings: readonly Filing[]
  /** A case of each service that was filed before anything went wrong. */
  readonly samples: ReadonlyMap<string, Case>
  /** When processes were killed or paused. */
  readonly moments: readonly Moment[]
}

export async function judge(judged: Judged): Promise<Faults> {
  const faults: Faults = { lost: [], doubled: [], outOfOrder: [], stuck: [] }
  for (const filing of judged.filings) {
    if (filing.unanswered) faults.lost.push(`${filing.marker}: a message was taken and never answered`)
    if (filing.references.size > 1)
      faults.doubled.push(`${filing.marker}: acknowledged as ${[...filing.references].join(' and ')}`)
  }
  await judgeCases(judged, faults)
  const acknowledged = judged.filings.filter(isAcknowledged)
  const token = await judged.outside.operatorToken()
  let next = 0
  const work = async () => {
    for (let filing = acknowledged[next++]; filing; filing = acknowledged[next++])
      await judgeTold(judged, filing, await historyOf(judged.outside, filing, token), faults)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
  return faults
}

/** One case for each filing, found by the bytes that only it sent, with the data that it was filed with. */
async function judgeCases({ outside, filings, samples }: Judged, faults: Faults): Promise<void> {
  const byPaper = new Map<string, Case[]>()
  const departments = new Set(filings.map(({ department }) => department))
  for (const department of departments)
    for (const one of await outside.cases(department)) {
      const paper = one.documents[0]?.sha256 ?? ''
      byPaper.set(paper, [...(byPaper.get(paper) ?? []), one])
    }
  for (const filing of filings) {
    const paper = sha256(photo(filing.marker).bytes)
    const own = byPaper.get(paper) ?? []
    const [reference] = filing.references
    const named = `${filing.marker} ${reference ?? ''}`
    if (own.length > 1) faults.doubled.push(`${named}: ${own.length} cases at ${filing.department}`)
    if (!reference) continue
    const [found] = own
    if (!found) {
      faults.lost.push(`${named}: no case at ${filing.department}`)
      continue
    }
    const sample = samples.get(filing.service)!
    const isSame =
      found.service === filing.service &&
      saysAllOf(sample.fields, found.fields) &&
      JSON.stringify(found.fields).includes(`+${filing.mobile}`) &&
      found.documents.length === sample.documents.length &&
      found.documents.every(({ sha256: of }) => of === paper)
    if (!isSame || !filing.references.has(found.key))
      faults.lost.push(`${named}: other data in ${found.reference} (${found.key})`)
  }
}

interface Logged {
  readonly id: string
  readonly name: string
  readonly status: string
}
async function historyOf(outside: Outside, filing: Filing, token: string): Promise<readonly Logged[] | null> {
  const [reference] = filing.references
  return insist('a history', async () => {
    const { data, errors } = await outside.graphql(
      'query ($reference: ID!) { application(reference: $reference) { history { id name status } } }',
      { reference },
      token,
    )
    if (errors) throw new Error(errors[0]!.message)
    return data.application?.history ?? null
  })
}

/** Each status once and in its order, whatever form the message had: each carries the id of its event. */
async function judgeTold(
  { chats, moments }: Judged,
  filing: Filing,
  history: readonly Logged[] | null,
  faults: Faults,
): Promise<void> {
  const [reference] = filing.references
  const named = `${filing.marker} ${reference}`
  if (!history?.length) {
    faults.lost.push(`${named}: not in the log`)
    return
  }
  const chat = await chats.chat(filing.mobile)
  const doubtful = (first: ChatMessage) => {
    const at = Date.parse(first.at)
    return moments.some((moment) => at > moment.since && at < moment.at + AFTER_MS)
  }
  const told = new Map<string, ChatMessage[]>()
  const order: number[] = []
  for (const message of chat) {
    const [, event, number] = /^((?:DWR-\d{4}-\d+)\.(\d+)):/.exec(message.message.biz_opaque_callback_data ?? '') ?? []
    if (!event?.startsWith(`${reference}.`)) continue
    if (!told.has(event)) order.push(Number(number))
    told.set(event, [...(told.get(event) ?? []), message])
  }
  for (const [event, messages] of told)
    if (messages.length > 1 && !doubtful(messages[0]!))
      faults.doubled.push(`${named}: told ${messages.length} times of ${event}`)
  if (order.some((number, i) => i > 0 && number < order[i - 1]!))
    faults.outOfOrder.push(`${named}: told in the order ${order.join(', ')}`)
  // who filed by chat reads the first status in the answer
  const expected = history.filter(
    ({ name, status }) => !UNTOLD.has(name) && !(filing.way === 'chat' && status === 'SUBMITTED'),
  )
  for (const { id, status } of expected)
    if (!told.has(id)) faults.lost.push(`${named}: never told of ${status} (${id})`)
  if (filing.way !== 'chat') return
  const receipts = chat.filter(
    (message) => !/^DWR-/.test(message.message.biz_opaque_callback_data ?? '') && REFERENCE.test(textOf(message)),
  )
  if (receipts.length > 1 && !doubtful(receipts[0]!))
    faults.doubled.push(`${named}: acknowledged ${receipts.length} times in the chat`)
}
