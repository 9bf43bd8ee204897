/** `GET /cases/<department>/<key>`: which cases a department has with our key, for whoever settles a filing by hand, in whatever process. */
import { type Adapter, AdapterError } from '../../adapters/adapter.ts'
import type { Ask, Principal, Route } from '../subgraph.ts'
import { casesOf } from './case-numbers.ts'
import type { Guard } from './resilience.ts'

/** ms that an operator waits for a department. */
const ASK_MS = 5000

const refuse = (status: number, code: string, message: string): Response =>
  Response.json({ errors: [{ message, extensions: { code } }] }, { status })

/** Operators: the department is asked each time. */
export const casesRoute = (adapter: Adapter, guard: Guard): Route => ({
  method: 'GET',
  path: `/cases/${adapter.department}/:key`,
  async handle(_request, { key = '' }, principal) {
    if (!principal) return refuse(401, 'UNAUTHENTICATED', 'An access token is needed.')
    if (principal.kind !== 'operator' || !principal.scopes.includes('operations'))
      return refuse(403, 'FORBIDDEN', 'This token does not allow operations.')
    try {
      return Response.json({ cases: await casesOf(adapter, guard, key) })
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error
      return refuse(503, error.code, 'The department does not say now which cases it has. Try again later.')
    }
  },
})

/** The department's cases with our key; null where it does not say. */
export async function askCases(
  ask: Ask,
  department: string,
  key: string,
  principal: Principal | null,
): Promise<readonly string[] | null> {
  const path = `/cases/${encodeURIComponent(department)}/${encodeURIComponent(key)}`
  const answer = await ask.fetch(path, { signal: AbortSignal.timeout(ASK_MS) }, principal).catch(() => null)
  const said: { cases: readonly string[] } | null = answer?.ok ? await answer.json().catch(() => null) : null
  return said?.cases ?? null
}
