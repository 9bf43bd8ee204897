/** What a citizen answers with a quote: the text of an older message of ours. */
import type { Host, Vault } from '../../subgraph.ts'
import { openOutgoing } from '../chat.ts'
import { contextOf } from './inbound.ts'

/** Null where nothing of ours is quoted, and for what was said to somebody else. */
export async function quotedBy(
  message: unknown,
  citizen: string,
  vault: Vault,
  { channel }: Host['store'],
): Promise<string | null> {
  const wamid = contextOf(message)
  const row = wamid === null ? null : await channel.sentAs(wamid)
  if (!row || row.citizen !== citizen) return null
  const free = openOutgoing(row, vault).free as any
  return free?.text?.body ?? free?.interactive?.body?.text ?? null
}
