import { createHash } from 'node:crypto'
import type { PendingInbound } from '../../../store/channel.ts'
import type { Host, Vault } from '../../subgraph.ts'
import { owe, SEALED, sealChat } from '../chat.ts'
import {
  type ChatCatalogue,
  conversation,
  gathers,
  type Message,
  type Reply,
  type Result,
  type State,
  united,
} from '../conversation/index.ts'
import { outgoingOf } from '../flows/outgoing.ts'
import { operations } from '../operations.ts'
import type { CloudApi } from '../sending/cloud-api.ts'
import type { Seen } from '../sending/seen.ts'
import { HELD_FROM_ANOTHER, UNREACHED } from '../sending/send-errors.ts'
import type { Wording } from '../wording.ts'
import type { Worlds } from '../world.ts'
import { heard, isPicture, type Posted, type Sender, sentAt, writtenLately } from './inbound.ts'
import { isMet, otherChatOf } from './other-chat.ts'
import { quotedBy } from './quoted.ts'
import { type Whose, whoseChat } from './whose.ts'

const WINDOW_MS = 24 * 60 * 60 * 1000
/** An answer of a chat needs a handful of operations; more is a loop. */
const OPERATIONS = 20
const CONFLICTS = 10
/** Pictures that are answered together, at the most. */
const TOGETHER = 10
const LOOK_MS = 20

export interface AnsweringOptions {
  readonly host: Host
  readonly api: CloudApi
  readonly wording: Wording
  readonly catalogue: () => Promise<ChatCatalogue>
  readonly worldOf: Worlds
  readonly seen: Seen
  /** ms for which the next picture of a paper is waited for. */
  readonly picturesMs: number
}

/** A message whose chat is known. */
export interface Addressed {
  readonly row: PendingInbound
  readonly message: any
  readonly sender: Sender
  readonly citizen: string
}

/** What a conversation answered a message. */
interface Answer {
  readonly state: State
  readonly replies: readonly Reply[]
  readonly linked: boolean
  /** What was kept of the citizen and this chat has been destroyed meanwhile. */
  readonly erased: boolean
}

/** What answers the messages of chats, each chat in its turn. */
export function answering({ host, api, wording, catalogue, worldOf, seen, picturesMs }: AnsweringOptions) {
  const { store, clock, log } = host
  /** What waits for its answer, by citizen, in order. */
  const waiting = new Map<string, Addressed[]>()

  function leaves(each: Addressed): void {
    const left = (waiting.get(each.citizen) ?? []).filter(({ row }) => row.id !== each.row.id)
    if (left.length) waiting.set(each.citizen, left)
    else waiting.delete(each.citizen)
  }

  /**
   * A message with the pictures right behind it, where they may be pages of one paper. People send these in one go, and each comes as a
   * message of its own: an answer to the first would ask for the next paper while the second is on its way.
   */
  async function gathered(each: Addressed): Promise<readonly Addressed[]> {
    if (!isPicture(each.message)) return [each]
    const { citizen, row, sender } = each
    const whose = await whoseChat(host, citizen, sender)
    if (!whose || !gathers(whose.kept.state, await worldOf('', row.at))) return [each]
    let [found, since] = [0, performance.now()]
    while (performance.now() - since < picturesMs && found < TOGETHER - 1) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      const behind = (waiting.get(citizen) ?? []).findIndex(({ message }) => !isPicture(message))
      const count = behind < 0 ? (waiting.get(citizen)?.length ?? 0) : behind
      if (count > found) [found, since] = [count, performance.now()]
      if (behind >= 0) break
    }
    const more: Addressed[] = []
    for (const one of (waiting.get(citizen) ?? []).slice(0, Math.min(found, TOGETHER - 1)))
      if (await store.channel.waits(one.row.id, citizen)) more.push(one)
    return [each, ...more]
  }

  /** Answers a message, unless that has been done; with the pictures that come with it. `last`: what goes wrong now is apologised for. */
  async function converse(each: Addressed, last: boolean): Promise<void> {
    const { row, citizen, sender, message: posted } = each
    // another process may have answered it while this one waited for the chat
    if (!(await store.channel.waits(row.id, citizen))) return
    if (heard(posted)) seen(posted.id)
    const together = await gathered(each)
    if (together.length > 1) seen(together.at(-1)!.message.id)
    const message = heardTogether(together)
    const wrote = sentAt(posted)
    let settled: Answer | null = null
    for (let i = 0; i < CONFLICTS; i++) {
      // whoever was erased is somebody new from then on, and whoever has linked themselves may be somebody known
      const known = settled ? await host.citizens.ofChat({ mobile: sender.mobile, userId: sender.userId }) : citizen
      const found = await whoseChat(host, known, sender)
      if (!found) continue
      const { citizen: whose, own, kept, address, proved } = found
      const met = isMet(kept, address) ? await otherChatOf(kept, own, store) : null
      const chat = met ? { ...kept, state: united(kept.state, met.state) } : kept
      const windowUntil = wrote === null ? 0 : Math.min(wrote, row.at) + WINDOW_MS
      // what was sealed for whoever it might be from is theirs from now on
      const done = together.map((one) => {
        const said: Posted = { field: 'messages', message: one.message, contact: null }
        return { id: one.row.id, citizen: whose, sealed: own.seal(JSON.stringify(said), SEALED.inbound) }
      })
      if (!message) {
        const cursor = met ? { cursor: met.taken } : {}
        if (await store.channel.commit({ chat: sealChat({ ...chat, address }, own), windowUntil, done, ...cursor }))
          return
        continue
      }
      const given: Answer =
        settled ??
        (await answerTo(row, posted, found, chat.state, await quoting(message, posted, whose, own)).catch((error) => {
          if (!last) throw error
          log.error('a message could not be answered', error)
          const replies = [{ text: wording.say(chat.state.language, 'went-wrong') }]
          return { state: chat.state, replies, linked: false, erased: false }
        }))
      if ((given.erased || given.linked) && !settled) {
        settled = given
        continue
      }
      const { replies } = given
      const linked = given.linked || proved
      const other = met ?? (linked ? await otherChatOf(chat, own, store) : null)
      const both = linked ? united(given.state, chat.state) : given.state
      const state = linked && other ? united(both, other.state) : both
      const services = await catalogue()
      const owes = replies
        .flatMap((reply) => outgoingOf(reply, { host, wording, citizen: whose, services, language: state.language }))
        .map((outgoing, n) =>
          owe(own, { id: `${row.id}:${n}`, citizen: whose, lane: 'reply', at: clock.now().getTime() }, outgoing),
        )
      if (
        await store.channel.commit({
          chat: sealChat({ ...chat, address, state }, own),
          windowUntil,
          done,
          owes,
          revives: linked ? [...UNREACHED, HELD_FROM_ANOTHER] : UNREACHED,
          ...(other ? { cursor: other.taken } : {}),
        })
      ) {
        host.wake('outbox')
        return
      }
    }
    throw new Error('a chat changed too often while it was answered')
  }

  async function answerTo(
    row: PendingInbound,
    posted: any,
    { citizen, unproved }: Whose,
    before: State,
    message: Message,
  ): Promise<Answer> {
    const id = createHash('sha256').update(row.id).digest('hex').slice(0, 24)
    const world = { ...(await worldOf(id, writtenLately(posted, row.at))), ...(unproved ? { unproved: true } : {}) }
    let state = before
    let event: Message | Result = message
    let [linked, erased] = [false, false]
    const replies: Reply[] = []
    for (let i = 0; i < OPERATIONS; i++) {
      const outcome = conversation(state, event, world)
      state = outcome.state
      replies.push(...outcome.replies)
      for (const { name, details } of outcome.records ?? []) await host.record(name, citizen, details)
      if (!outcome.operation) return { state, replies, linked, erased }
      event = await operations(host, api, citizen, state.language, unproved)(outcome.operation, world.catalogue)
      linked ||= event.type === 'link' && event.linked
      erased ||= event.type === 'erase' && event.erased !== null
    }
    throw new Error('a conversation asked for too many operations')
  }

  async function quoting(message: Message, posted: any, citizen: string, own: Vault): Promise<Message> {
    return message.type === 'text' ? { ...message, about: await quotedBy(posted, citizen, own, store) } : message
  }

  return {
    /** A message waits for its answer from now on. */
    comes(each: Addressed): void {
      waiting.set(each.citizen, [...(waiting.get(each.citizen) ?? []), each])
    },
    async answer(each: Addressed, last: boolean): Promise<void> {
      leaves(each)
      await converse(each, last)
    },
  }
}

/** Several pictures are one message. */
function heardTogether([first, ...more]: readonly Addressed[]): Message | null {
  const message = heard(first!.message)
  const others = more.flatMap(({ message }) => {
    const one = heard(message)
    return one?.type === 'file' ? [one] : []
  })
  if (message?.type !== 'file' || !others.length) return message
  const caption = [message, ...others].map((one) => one.caption).find(Boolean) ?? null
  return { ...message, others: others.map(({ media }) => media), caption }
}
