/** What the conversation needs to know beside the state of a chat. */
import type { Host } from '../subgraph.ts'
import type { ChatCatalogue, World } from './conversation/index.ts'
import type { Wording } from './wording.ts'

export interface WorldOptions {
  readonly host: Pick<Host, 'clock' | 'env'>
  readonly wording: Wording
  readonly catalogue: () => Promise<ChatCatalogue>
  /** Where forms of WhatsApp's own are offered: those that Meta does not open now. */
  readonly closedForms?: () => Promise<ReadonlySet<string>>
}
/** `id`: of what is being answered; `arrived`: when that was written at the latest. */
export type Worlds = (id: string, arrived?: number) => Promise<World>

/** Where a person answers, unless HELPLINE says otherwise: the sandbox has nobody to call. */
export const HELPLINE = '1076'

export function worlds({ host, wording, catalogue, closedForms }: WorldOptions): Worlds {
  const helpline = host.env.HELPLINE || HELPLINE
  return async (id, arrived) => ({
    catalogue: await catalogue(),
    wording,
    today: host.clock.today(),
    now: host.clock.now().getTime(),
    ...(arrived === undefined ? {} : { arrived }),
    id,
    helpline,
    ...(closedForms ? { forms: { closed: await closedForms() } } : {}),
  })
}
