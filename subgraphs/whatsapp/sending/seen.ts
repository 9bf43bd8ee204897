import type { Host } from '../../subgraph.ts'
import type { CloudApi } from './cloud-api.ts'

/** Marks under way; beyond them none is made: answers are worth more. */
const AT_ONCE = 8

/** Shows a citizen that their message was read and is being answered. Best effort: it delays nothing, and what fails is let go. */
export type Seen = (wamid: unknown) => void

export function seen({ log }: Pick<Host, 'log'>, api: Pick<CloudApi, 'seen'>): Seen {
  let underWay = 0
  return (wamid) => {
    if (underWay >= AT_ONCE || typeof wamid !== 'string' || !wamid.startsWith('wamid.')) return
    underWay++
    api
      .seen(wamid)
      .catch((error: Error) => log.info('a message could not be marked as read', { error: error.name }))
      .finally(() => underWay--)
  }
}
