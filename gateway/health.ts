/** `/readyz`: what answers and what does not. */
import type { Health, Subgraph } from '../subgraphs/subgraph.ts'

export interface Readiness {
  /** `unavailable` while a store cannot be written: nothing may be promised then. A department that is down only degrades the hub. */
  readonly status: 'ready' | 'degraded' | 'unavailable'
  readonly subgraphs: Readonly<Record<string, readonly Health[]>>
}

/** The health that makes a hub unready when it fails. */
const STORE = 'store'
const PATIENCE_MS = 3000

export async function readiness(
  local: readonly Subgraph[],
  remote: Readonly<Record<string, string>> = {},
): Promise<Readiness> {
  const asked = [
    ...local.map(async (subgraph) => [subgraph.name, await inTime(subgraph.health())] as const),
    ...Object.entries(remote).map(async ([name, url]) => [name, await over(name, url)] as const),
  ]
  const subgraphs = Object.fromEntries(await Promise.all(asked))
  const all = Object.values(subgraphs).flat()
  const failing = all.filter((health) => !health.ok)
  const status = failing.some((health) => health.name === STORE) ? 'unavailable' : failing.length ? 'degraded' : 'ready'
  return { status, subgraphs }
}

export function readinessResponse(readiness: Readiness): Response {
  return Response.json(readiness, { status: readiness.status === 'unavailable' ? 503 : 200 })
}

async function inTime(health: Promise<readonly Health[]>): Promise<readonly Health[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<readonly Health[]>((resolve) => {
    timer = setTimeout(() => resolve([{ name: 'process', ok: false, detail: 'no answer in time' }]), PATIENCE_MS)
  })
  const failed = () => [{ name: 'process', ok: false, detail: 'failed' }]
  return Promise.race([health.catch(failed), late]).finally(() => clearTimeout(timer))
}

async function over(name: string, url: string): Promise<readonly Health[]> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const known = ((await answer.json()) as Readiness).subgraphs[name]
    return known ?? [{ name: 'process', ok: false, detail: 'another subgraph answers there' }]
  } catch {
    return [{ name: 'process', ok: false, detail: 'no answer' }]
  }
}
