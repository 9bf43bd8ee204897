/** `Citizen.conversation`: what was said in a chat, for its citizen and for operators. */
import { GraphQLError } from 'graphql'
import type { Line } from '../../store/channel.ts'
import { isKeyGone } from '../host/vault.ts'
import { afterOf, firstOf } from '../paging.ts'
import type { Context, Host, Vault } from '../subgraph.ts'
import { openOutgoing, SEALED } from './chat.ts'
import { inWords, type Posted } from './inbox/inbound.ts'

const PAGE = 20
const PAGE_MAXIMUM = 100
/** A time and an id, as the store makes them. */
const CURSOR = /^\d{1,16} ./

/** Null for what says nothing, and for what was sealed under a key that is gone. */
function textOf(line: Line, vault: Vault): string | null {
  try {
    if (line.direction === 'in') {
      const posted: Posted = JSON.parse(vault.openText(line.sealed, SEALED.inbound))
      return 'message' in posted ? inWords(posted.message) : null
    }
    const { free, file } = openOutgoing(line, vault)
    const message = free as any
    return file?.caption ?? message?.text?.body ?? message?.interactive?.body?.text ?? null
  } catch (error) {
    if (isKeyGone(error)) return null
    throw error
  }
}

function statusOf({ direction, state, receipt }: Line): string {
  if (direction === 'in') return 'RECEIVED'
  if (receipt) return receipt.toUpperCase()
  return state === 'accepted' ? 'SENT' : state === 'parked' ? 'FAILED' : 'QUEUED'
}

export function conversationResolvers(host: Host) {
  return {
    Citizen: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      async conversation(
        { id }: { id: string },
        args: { first?: number | null; after?: string | null },
        context: Context,
      ) {
        const { principal } = context
        if (!principal)
          throw new GraphQLError('An access token is needed.', { extensions: { code: 'UNAUTHENTICATED' } })
        if (principal.kind !== 'operator' && (await context.citizen()) !== id)
          throw new GraphQLError('This token does not allow to read this chat.', { extensions: { code: 'FORBIDDEN' } })
        const first = firstOf(args.first, { usual: PAGE, maximum: PAGE_MAXIMUM })
        const after = afterOf(args.after, (cursor) => CURSOR.test(Buffer.from(cursor, 'base64url').toString()))
        const lines = await host.store.channel.lines(id, first + 1, after)
        // nobody gets a key by being asked about
        const vault = lines.length ? await host.vaultOf(id, ...lines.map(({ sealed }) => sealed)) : host.vault
        const edges = lines.slice(0, first).map((line) => ({
          cursor: line.cursor,
          node: {
            id: line.id,
            direction: line.direction.toUpperCase(),
            at: new Date(line.at).toISOString(),
            text: textOf(line, vault),
            status: statusOf(line),
          },
        }))
        return {
          edges,
          pageInfo: {
            hasNextPage: lines.length > first,
            hasPreviousPage: after !== null,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
          },
        }
      },
    },
  }
}
