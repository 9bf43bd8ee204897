import type { Inbound, PendingInbound } from '../../../store/channel.ts'
import { openChat, sealChat } from '../chat.ts'
import { united } from '../conversation/index.ts'
import type { Turns } from '../turns.ts'
import { type Addressed, type AnsweringOptions, answering } from './answering.ts'
import { movedTo, moveOf, type Posted, type Sender, senderOf, typeOf, writtenBy } from './inbound.ts'
import { otherChatOf } from './other-chat.ts'
import type { Receipts } from './receipts.ts'
import { statusRunner } from './statuses.ts'
import { nextRound, work } from './work.ts'

const BATCH = 200
/** Messages that are begun before whatever else waits has its turn: a webhook must not wait for a crowd of chats. */
const A_ROUND = 2
/** Messages that are being worked on at once. */
const AT_ONCE = 500
const LOOK_MS = 250
const CONFLICTS = 10

export interface RunnerOptions extends AnsweringOptions {
  readonly turns: Turns
  readonly receipts: Receipts
}

/** From the inbox to the conversations: one citizen at a time, in order; many citizens at once. */
export function inboxRunner(options: RunnerOptions) {
  const { host, catalogue, turns, receipts } = options
  const { store, log } = host
  const answers = answering(options)
  const rows = work(host)
  const statuses = statusRunner(host, receipts)
  let isFresh = false

  async function addressedTo(
    row: PendingInbound,
    { message, contact }: Extract<Posted, { message: any }>,
  ): Promise<Addressed | null> {
    const sender = senderOf(message, contact)
    if (await isErased(row, message, [sender])) return null
    if (sender.mobile || sender.userId)
      return {
        row,
        message,
        sender,
        citizen: await host.citizens.ofChat({ mobile: sender.mobile, userId: sender.userId }),
      }
    log.warn('a message came from nobody; it is kept', { type: typeOf(message) })
    await store.channel.commit({ done: [{ id: row.id, citizen: null, sealed: '' }] })
    return null
  }

  /** Whether a row is of somebody who was erased after they wrote it; then it is settled, and nothing of it is kept. */
  async function isErased(row: PendingInbound, message: any, senders: readonly Sender[]): Promise<boolean> {
    const wrote = writtenBy(message, row.at)
    const erased = await Promise.all(
      senders.map(({ mobile, userId }) => host.citizens.wasErased({ mobile, userId }, wrote)),
    )
    if (!erased.includes(true)) return false
    await store.channel.commit({ done: [{ id: row.id, citizen: null, sealed: '' }] })
    return true
  }

  /** A chat whose holder has another number or user id now: the citizen stays the same. */
  async function relink(row: PendingInbound, { from, to }: { from: Sender; to: Sender }): Promise<void> {
    const citizen = await host.citizens.moved(
      { mobile: from.mobile, userId: from.userId },
      { mobile: to.mobile, userId: to.userId },
    )
    if (!citizen) {
      await store.channel.commit({ done: [{ id: row.id, citizen: null, sealed: '' }] })
      return
    }
    await turns.run(citizen, async () => {
      for (let i = 0; i < CONFLICTS; i++) {
        const kept = await store.channel.chat(citizen)
        const own = await host.vaultOf(citizen, kept?.address)
        const chat = openChat(kept, citizen, own)
        const address = movedTo(chat.address, to)
        const other = await otherChatOf(chat, own, store)
        const state = other ? united(chat.state, other.state) : chat.state
        if (
          await store.channel.commit({
            chat: sealChat({ ...chat, address, state }, own),
            done: [{ id: row.id, citizen, sealed: '' }],
            ...(other ? { cursor: other.taken } : {}),
          })
        )
          return
      }
      throw new Error('a chat changed too often while it was moved')
    })
  }

  /** Begins a run of messages: first it is found whose they are, then each citizen's are taken in order. */
  async function begin(run: readonly (readonly [PendingInbound, Extract<Posted, { message: any }>])[]): Promise<void> {
    const found = await Promise.all(run.map(([row, posted]) => addressedTo(row, posted)))
    for (const each of found) {
      if (!each) continue
      answers.comes(each)
      void rows.run(each.row, (last) => turns.run(each.citizen, () => answers.answer(each, last)))
    }
  }

  /** Begins all messages that wait, oldest first. */
  async function sweepMessages(): Promise<void> {
    for (let after = 0; rows.busy < AT_ONCE; ) {
      const waiting = await store.channel.pending('message', after, BATCH)
      if (waiting.length) await catalogue()
      let run: [PendingInbound, Extract<Posted, { message: any }>][] = []
      for (const row of waiting) {
        after = row.position
        const posted = rows.isFree(row.id) ? rows.open(row) : null
        if (!posted || !('message' in posted)) continue
        const move = moveOf(posted.message)
        if (move) {
          await begin(run)
          run = []
          await rows.run(row, async () => {
            if (!(await isErased(row, posted.message, [move.from, move.to]))) await relink(row, move)
          })
        } else if (run.push([row, posted]) >= A_ROUND) {
          await begin(run)
          await nextRound()
          run = []
        }
      }
      await begin(run)
      if (waiting.length < BATCH) return
    }
  }

  return {
    /** These were posted to this process, and are new. */
    came(posted: readonly Inbound[]): void {
      isFresh = true
      statuses.came(posted.filter(({ kind }) => kind === 'status'))
    },
    async run(signal: AbortSignal): Promise<void> {
      const seeing = statuses.run(signal)
      while (!signal.aborted) {
        isFresh = false
        try {
          await sweepMessages()
        } catch (error) {
          log.error('the inbox could not be read', error)
        }
        // what came meanwhile has woken nobody
        if (!isFresh) await host.wait('inbox', LOOK_MS, signal)
      }
      await Promise.all([seeing, turns.idle()])
    },
  }
}
