/** `npm run crash [-- --filings 10000 --kills 200 --seed N --store sqlite|mongo|mongodb://… --processes N --pauses N --without NAME]` */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { freshDatabase } from '../store/mongod.ts'
import { crash } from './index.ts'
import type { Faults } from './verdict.ts'

const SHOWN = 20

const { values } = parseArgs({
  options: {
    filings: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    store: { type: 'string', default: 'sqlite' },
    processes: { type: 'string' },
    pauses: { type: 'string' },
    without: { type: 'string' },
  },
})
const isShared = values.store !== 'sqlite'
/** `mongo`: a mongod of this run, or what MONGODB_URI names. */
async function database(): Promise<string> {
  const fresh = await freshDatabase()
  if (!fresh) throw new Error('there is no MongoDB here: set MONGODB_URI, or put a mongod on the PATH')
  return fresh.url
}
if (isShared && !/^mongo$|^mongodb(\+srv)?:\/\//.test(values.store))
  throw new Error('--store is sqlite, mongo or a mongodb:// address')
const seed = Number(values.seed)
// what it started ends with it
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
console.log(`seed ${seed}`)
const outcome = await crash({
  filings: Number(values.filings),
  kills: Number(values.kills),
  seed,
  storeUrl: values.store === 'mongo' ? await database() : isShared ? values.store : null,
  processes: Number(values.processes ?? (isShared ? 3 : 1)),
  pauses: Number(values.pauses ?? (isShared ? 10 : 0)),
  without: values.without ?? null,
  progress: (line) => console.log(line),
})
const { faults } = outcome
for (const kind of ['lost', 'doubled', 'outOfOrder', 'stuck'] as const satisfies readonly (keyof Faults)[])
  for (const line of faults[kind].slice(0, SHOWN)) console.log(`${kind}: ${line}`)
const counts = Object.entries(outcome.network).map(([name, count]) => `${count} ${name}`)
console.log(
  `acknowledged ${outcome.acknowledged} (${outcome.byChat} by chat)  kills ${outcome.kills}  pauses ${outcome.pauses}  webhooks: ${counts.join(', ')}  slowest answer ${outcome.slowestAnswer} s  seed ${seed}  ${outcome.seconds} s`,
)
console.log(
  `lost ${faults.lost.length}  doubled ${faults.doubled.length}  out of order ${faults.outOfOrder.length}  stuck ${faults.stuck.length}`,
)
const isWhole = Object.values(faults).every((list) => !list.length)
if (!isWhole) console.log(`kept: ${outcome.folder}`)
process.exit(isWhole ? 0 : 1)
