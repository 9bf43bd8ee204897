/** Who asks, and what one request carries through the gateway. */
import type { Principal } from '../subgraphs/subgraph.ts'

/** Who asks, as the door found out. */
export interface Caller {
  readonly principal: Principal | null
  /** When the token ends, in ms since 1970; null without one and for what the hub asks itself. */
  readonly expiresAt: number | null
  /** The Authorization header as it came; passed on only where the gateway checks no tokens. */
  readonly authorization: string | null
}

/** One operation's context. */
export interface RequestContext {
  readonly caller: Caller
  /** The request's own object, the same for all its subgraph calls; a new one for each event of a subscription, so that no loader answers from before it. */
  scope: object
}

export const NOBODY: Caller = { principal: null, expiresAt: null, authorization: null }

/** What the hub asks of itself, as `principal`. */
export function inside(principal: Principal | null): Caller {
  return { principal, expiresAt: null, authorization: null }
}
