/** What one application costs to list, claim and read in a store of a thousand and in one of a million, on both stores. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mongoStore } from '../../store/mongo/index.ts'
import { mongoTarget } from '../../store/mongo/transfer/target.ts'
import { sqliteStore } from '../../store/sqlite/index.ts'
import { sqliteTarget } from '../../store/sqlite/transfer/target.ts'
import type { Store } from '../../store/store.ts'
import type { Target } from '../../store/transfer.ts'
import { freshDatabase } from '../../test/store/mongod.ts'
import { citizenOf, DEPARTMENTS, population, referenceOf } from './population.ts'

const SIZES = [1000, 1_000_000]
const TIMES = 300
const SESSION = 'bench'
const PAGE = 20

/** A place for a store of its own. */
interface Place {
  target(): Promise<Target>
  open(): Promise<Store>
  remove(): Promise<void>
}
const KINDS: Readonly<Record<string, () => Promise<Place | null>>> = {
  async SQLite() {
    const folder = await mkdtemp(join(tmpdir(), 'dwar-bench-'))
    return {
      target: async () => sqliteTarget(folder),
      open: async () => sqliteStore(folder),
      remove: () => rm(folder, { recursive: true }),
    }
  },
  async MongoDB() {
    const database = await freshDatabase()
    if (!database) return null
    return {
      target: () => mongoTarget(database.url),
      open: () => mongoStore(database.url),
      remove: () => database.drop(),
    }
  },
}

/** One call of the contract, timed by itself; what must be put back is put back outside the time. */
interface Operation {
  readonly name: string
  /** ms. */
  run(store: Store, size: number, i: number): Promise<number>
}
async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const began = performance.now()
  const result = await work()
  return [performance.now() - began, result]
}
/** Places spread over the whole store, the same in each run. */
const nth = (size: number, i: number): number => (i * 7919) % size

const OPERATIONS: readonly Operation[] = [
  {
    name: 'read one application',
    async run({ applications }, size, i) {
      const reference = referenceOf(nth(size, i))
      const [ms, [found]] = await timed(() => applications.read([reference]))
      assert.equal(found?.reference, reference)
      return ms
    },
  },
  {
    name: 'list the applications of a citizen',
    async run({ applications }, size, i) {
      const [ms, found] = await timed(() => applications.ofCitizen(citizenOf(nth(size, i)), PAGE, null))
      assert.equal(found.length, 5)
      return ms
    },
  },
  {
    name: `list ${PAGE} open applications of a department`,
    async run({ applications }, size, i) {
      const after = referenceOf(nth(size / 4, i))
      const [ms, found] = await timed(() => applications.open(DEPARTMENTS[i % DEPARTMENTS.length]!, PAGE, after))
      assert.equal(found.length, PAGE)
      return ms
    },
  },
  {
    name: 'claim 5 effects',
    async run({ applications }, _, i) {
      const department = DEPARTMENTS[i % DEPARTMENTS.length]!
      const [ms, claimed] = await timed(() => applications.claim(department, SESSION, 1e12, 5))
      assert.equal(claimed.length, 5)
      await Promise.all(
        claimed.map(({ id, due }) => applications.later(id, SESSION, { due, uncertainSince: null, note: null })),
      )
      return ms
    },
  },
]

/** Markdown. */
export async function storeSize(): Promise<string> {
  const rows: string[] = []
  for (const [kind, make] of Object.entries(KINDS)) {
    const places: Place[] = []
    const stores: Store[] = []
    for (const size of SIZES) {
      const place = await make()
      if (!place) break
      places.push(place)
      const target = await place.target()
      await target.load(population(size))
      await target.close()
      const store = await place.open()
      await store.sessions.begin(SESSION, 'hub', 3_600_000)
      stores.push(store)
    }
    if (stores.length === SIZES.length)
      for (const operation of OPERATIONS) rows.push(`| ${kind} | ${await row(operation, stores)} |`)
    for (const store of stores) await store.close()
    for (const place of places) await place.remove()
  }
  return [
    `Medians (and 99th percentiles) of ${TIMES} calls one after the other, alternating between the stores; one application in ten is open and owes an effect that is due.`,
    '',
    `| store | | ${SIZES.map((size) => `${size.toLocaleString('en')} applications`).join(' | ')} | ratio |`,
    `|---|---|${SIZES.map(() => '---|').join('')}---|`,
    ...rows,
  ].join('\n')
}

async function row({ name, run }: Operation, stores: readonly Store[]): Promise<string> {
  const times: number[][] = stores.map(() => [])
  for (let i = -50; i < TIMES; i++)
    for (const [k, store] of stores.entries()) {
      // the role's session is kept: this may take longer than it lives
      if (i % 50 === 0) await store.sessions.keep(SESSION, 3_600_000)
      const ms = await run(store, SIZES[k]!, Math.abs(i))
      if (i >= 0) times[k]!.push(ms)
    }
  const sorted = times.map((list) => list.sort((a, b) => a - b))
  const at = (list: readonly number[], share: number) => list[Math.floor(list.length * share)]!
  const cells = sorted.map((list) => `${at(list, 0.5).toFixed(2)} ms (${at(list, 0.99).toFixed(1)})`)
  return `${name} | ${cells.join(' | ')} | ${(at(sorted[1]!, 0.5) / at(sorted[0]!, 0.5)).toFixed(2)}`
}
