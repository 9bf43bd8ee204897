import type { PendingInbound } from '../../../store/channel.ts'
import { type Address, openChat, SEALED, sealChat } from '../chat.ts'
import { united } from '../conversation/index.ts'
import type { Turns } from '../turns.ts'
import { type Addressed, type AnsweringOptions, answering } from './answering.ts'
import { moveOf, type Posted, type Sender, senderOf, typeOf, writtenBy } from './inbound.ts'
import { otherChatOf } from './other-chat.ts'
import { ours } from './ours.ts'
import { NotYetKnown, type Receipts } from './receipts.ts'

const BATCH = 200
/** Messages and receipts that are begun before whatever else waits has its turn: a webhook must not wait for a crowd of chats. */
const MESSAGES_A_ROUND = 2
const RECEIPTS_A_ROUND = 8
/** Rows that are being worked on at once, and how many of them are receipts: people who wrote do not wait behind these. */
const AT_ONCE = 500
const RECEIPTS_AT_ONCE = 250
const LOOK_MS = 250
const CONFLICTS = 10
const TRIES = 5
const UNREADABLE_MS = 60_000

export interface RunnerOptions extends AnsweringOptions {
  readonly turns: Turns
  readonly receipts: Receipts
}

/** From the inbox to the conversations: one citizen at a time, in order; many citizens at once. */
export function inboxRunner(options: RunnerOptions) {
  const { host, catalogue, turns, receipts } = options
  const { store, vault, log } = host
  const answers = answering(options)
  /** Rows in work; a row that failed is looked at again after a while. */
  const working = new Map<string, { again: number | null; failures: number }>()
  let busy = 0
  let receiptsBusy = 0
  const mine = ours()

  /** What a row holds; null for one that cannot be read, which stays for a person and holds up no other. */
  function open(row: PendingInbound): Posted | null {
    try {
      return JSON.parse(vault.openText(row.sealed, SEALED.inbound))
    } catch (error) {
      log.error('an inbox row cannot be read; it is kept', error, { kind: row.kind })
      working.set(row.id, { again: performance.now() + UNREADABLE_MS, failures: 0 })
      return null
    }
  }

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
    await turns.run(citizen, async () => {
      for (let i = 0; i < CONFLICTS; i++) {
        const own = await host.vaultOf(citizen)
        const chat = openChat(await store.channel.chat(citizen), citizen, own)
        const address: Address = { ...chat.address, mobile: to.mobile ?? null, userId: to.userId ?? null }
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

  /** Runs `task` for a row; one that fails is tried again later, and at last answered with an apology. */
  async function work(row: PendingInbound, task: (last: boolean) => Promise<void>): Promise<void> {
    const failures = working.get(row.id)?.failures ?? 0
    working.set(row.id, { again: null, failures })
    busy++
    try {
      await task(failures + 1 >= TRIES)
      working.delete(row.id)
    } catch (error) {
      if (error instanceof NotYetKnown)
        return void working.set(row.id, { again: performance.now() + LOOK_MS, failures })
      log.error('an inbox row could not be worked on; it is tried again', error, { kind: row.kind, failures })
      working.set(row.id, { again: performance.now() + Math.min(1000 * 2 ** failures, 60_000), failures: failures + 1 })
    } finally {
      busy--
    }
  }

  /** Begins a run of messages: first it is found whose they are, then each citizen's are taken in order. */
  async function begin(rows: readonly (readonly [PendingInbound, Extract<Posted, { message: any }>])[]): Promise<void> {
    const found = await Promise.all(rows.map(([row, posted]) => addressedTo(row, posted)))
    for (const each of found) {
      if (!each) continue
      answers.comes(each)
      void work(each.row, (last) => turns.run(each.citizen, () => answers.answer(each, last)))
    }
  }

  /** Begins all rows that wait, oldest first. */
  async function sweep(): Promise<void> {
    let receiptsBegun = 0
    for (let after = 0; busy < AT_ONCE; ) {
      const rows = await store.channel.pending(after, BATCH)
      if (rows.some((row) => row.kind === 'message')) await catalogue()
      let messages: [PendingInbound, Extract<Posted, { message: any }>][] = []
      for (const row of rows) {
        after = row.position
        const known = working.get(row.id)
        if (known && (known.again === null || known.again > performance.now())) continue
        if (row.kind !== 'message' && (receiptsBusy >= RECEIPTS_AT_ONCE || !(known || mine.begins(row.id)))) continue
        const posted = open(row)
        if (!posted) continue
        if ('status' in posted) {
          receiptsBusy++
          void work(row, () => receipts.take(row, posted.status)).finally(() => receiptsBusy--)
          if (++receiptsBegun % RECEIPTS_A_ROUND === 0) await nextRound()
        } else if (!('message' in posted))
          void work(row, () => receipts.takeOther(row, posted.field, (posted as { value?: unknown }).value))
        else if (moveOf(posted.message)) {
          await begin(messages)
          messages = []
          const move = moveOf(posted.message)!
          await work(row, async () => {
            if (!(await isErased(row, posted.message, [move.from, move.to]))) await relink(row, move)
          })
        } else if (messages.push([row, posted]) >= MESSAGES_A_ROUND) {
          await begin(messages)
          await nextRound()
          messages = []
        }
      }
      await begin(messages)
      if (rows.length < BATCH) return
    }
  }

  return {
    sweep,
    came: mine.came,
    async run(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        try {
          await sweep()
        } catch (error) {
          log.error('the inbox could not be read', error)
        }
        await host.wait('inbox', LOOK_MS, signal)
      }
      await turns.idle()
    },
  }
}

/** Resolves when everything that waits now has had its turn. */
const nextRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
