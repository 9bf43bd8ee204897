/** Several waiting notices of one citizen become one message: where few may still be sent, and each costs. */
import { createHash } from 'node:crypto'
import type { OutboxRow } from '../../../store/channel.ts'
import type { Host } from '../../subgraph.ts'
import { type Outgoing, openOutgoing, owe } from '../chat.ts'
import { LIMITS } from './layout.ts'

/** Lines of a chat that are looked through. */
const LINES = 100
/** What stands as the wamid of a row whose words go in another. */
const JOINED = 'joined:'
const BETWEEN = '\n\n'

interface Waiting {
  readonly row: OutboxRow
  readonly outgoing: Outgoing
}
const textOf = ({ free }: Outgoing): string | null =>
  free?.type === 'text' ? ((free as any).text.body as string) : null
/** Words only: papers, buttons and what must go as a template stay by themselves. */
const canJoin = ({ row, outgoing }: Waiting): boolean =>
  row.began === null && !row.template && !outgoing.file && textOf(outgoing) !== null

export interface Joining {
  /** Joins the last of the notices that wait for a citizen, so that none changes its place. False where there is nothing to join. */
  join(citizen: string): Promise<boolean>
  /** Whether all that a joined notice tells goes in it alone; not where the process ended while it joined or split them, and some went by themselves. */
  isWhole(outgoing: Outgoing): Promise<boolean>
  /** Owes what goes in a joined notice alone by itself again, each as a template where it must. Safe to repeat. */
  split(row: OutboxRow, outgoing: Outgoing, template: boolean): Promise<void>
}

export function joining({ store, clock, vaultOf }: Pick<Host, 'store' | 'clock' | 'vaultOf'>): Joining {
  const { channel } = store

  async function waiting(citizen: string): Promise<Waiting[]> {
    const found: Waiting[] = []
    for (const line of await channel.lines(citizen, LINES, null)) {
      if (line.direction !== 'out' || line.state !== 'owed') continue
      const row = await channel.outgoing(line.id)
      if (row?.state === 'owed' && row.lane === 'notice')
        found.push({ row, outgoing: openOutgoing(row, await vaultOf(citizen, row.sealed)) })
    }
    return found.sort((a, b) => a.row.position - b.row.position)
  }

  const isJoined = async (id: string): Promise<boolean> =>
    (await channel.outgoing(id))?.wamid?.startsWith(JOINED) ?? false

  return {
    async join(citizen) {
      const all = await waiting(citizen)
      // a joined row that was written just before the process ended: its parts are done now
      const parts = new Set(all.flatMap(({ outgoing }) => outgoing.joins ?? []))
      const left = all.filter(({ row }) => !parts.has(row.id))
      for (const { row } of all) if (parts.has(row.id)) await channel.accepted(row.id, `${JOINED}${row.id}`)
      const last = left.slice(left.findLastIndex((one) => !canJoin(one)) + 1)
      const body = last.map(({ outgoing }) => textOf(outgoing)).join(BETWEEN)
      if (last.length < 2 || body.length > LIMITS.text) return parts.size > 0 && left.length < all.length
      const ids = last.map(({ row }) => row.id)
      const id = `join:${createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 32)}`
      const outgoing: Outgoing = {
        free: { type: 'text', text: { body, preview_url: false } },
        template: null,
        file: null,
        joins: last.flatMap(({ row, outgoing }) => outgoing.joins ?? [row.id]),
      }
      const at = clock.now().getTime()
      await channel.commit({ owes: [owe(await vaultOf(citizen), { id, citizen, lane: 'notice', at }, outgoing)] })
      for (const one of ids) await channel.accepted(one, `${JOINED}${one}`)
      return true
    },
    isWhole: async ({ joins = [] }) => (await Promise.all(joins.map(isJoined))).every(Boolean),
    async split(row, { joins = [] }, template) {
      for (const id of joins)
        if (await isJoined(id))
          await channel.again(id, { due: clock.now().getTime(), note: null, template, counts: false })
      await channel.accepted(row.id, `${JOINED}${row.id}`)
    },
  }
}
