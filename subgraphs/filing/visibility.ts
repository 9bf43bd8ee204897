import type { Application } from '../../store/store.ts'
import type { Principal } from '../subgraph.ts'

/** How much of an application a principal may see. `outline`: reference, service and status only. */
export type Sight = 'whole' | 'outline' | 'nothing'

/**
 * A citizen sees their own, and the outline of what a counter filed for their number until they link to it;
 * a portal sees what it filed, the whole of it with the scope to read; an operator sees all.
 */
export function visible(
  application: Pick<Application, 'citizen' | 'client' | 'restricted'>,
  principal: Principal | null,
  citizen: string | null,
): Sight {
  if (!principal) return 'nothing'
  switch (principal.kind) {
    case 'citizen':
      if (citizen === null || application.citizen !== citizen) return 'nothing'
      return application.restricted ? 'outline' : 'whole'
    case 'portal':
      if (application.client !== `client ${principal.client}`) return 'nothing'
      if (principal.scopes.includes('applications:read')) return 'whole'
      return principal.scopes.includes('applications:file') ? 'outline' : 'nothing'
    case 'operator':
      return principal.scopes.includes('operations') || principal.scopes.includes('applications:read')
        ? 'whole'
        : 'nothing'
  }
}
