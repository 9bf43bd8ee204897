/** How often departments are asked for a list of applications with what they led to. */
import assert from 'node:assert/strict'
import { IMPATIENT } from '../test/journeys/departments.ts'
import { type Cost, costOf, finished, quiet } from '../test/journeys/lists.ts'
import { World } from '../test/journeys/world.ts'

const LISTS = [20, 100]

/** Markdown. */
export async function departmentCalls({ rounds }: { readonly rounds: number }): Promise<string> {
  await using world = await World.open(IMPATIENT)
  const token = await finished(world, Math.max(...LISTS))
  await quiet(world)
  for (const count of LISTS) await costOf(world, token, count)
  const rows: string[] = []
  for (const count of LISTS) {
    const costs: Cost[] = []
    for (let i = 0; i < rounds * 5; i++) costs.push(await costOf(world, token, count))
    const [first] = costs
    for (const cost of costs) assert.deepEqual([cost.calls, cost.records], [first!.calls, count])
    const each = Object.values(first!.calls).map((calls) => Object.values(calls).reduce((sum, n) => sum + n, 0))
    const times = costs.map(({ ms }) => ms).sort((a, b) => a - b)
    const total = each.reduce((sum, n) => sum + n, 0)
    rows.push(`| ${count} | ${each.length} | ${total} | ${times[times.length >> 1]!.toFixed(0)} ms |`)
  }
  return ['| applications | departments | department calls | median time |', '|---|---|---|---|', ...rows].join('\n')
}
