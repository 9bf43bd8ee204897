/** `npm run bench [-- NAME… --starts 3 --rounds 3 --ms 1500 --share 1]`: measures, prints, and writes docs/performance.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { departmentCalls } from './department-calls.ts'
import { federatedList } from './federated-list/index.ts'
import { oneDepartmentDown } from './one-department-down/index.ts'
import { storeSize } from './store-size/index.ts'
import { webhookLoad } from './webhook-load/index.ts'
import { whatsappAnswer } from './whatsapp-answer/index.ts'

interface Bench {
  readonly title: string
  readonly about: string
  run(): Promise<string>
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    starts: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    ms: { type: 'string', default: '1500' },
    only: { type: 'string' },
    share: { type: 'string', default: '1' },
  },
})
const options = { starts: Number(values.starts), rounds: Number(values.rounds), ms: Number(values.ms) }

const BENCHES: Readonly<Record<string, Bench>> = {
  'federated-list': {
    title: 'A federated list',
    about:
      'One citizen with 20 applications, each with its service, marriage and birth certificate: three subgraphs, joined. Against one schema with the same resolvers and loaders (graphql-yoga, without and with graphql-jit), and against Apollo Gateway.',
    run: () => federatedList(options),
  },
  'department-calls': {
    title: 'Department calls of a list',
    about:
      'One citizen with 100 finished applications over all departments, each listed with the record that it led to. Calls are counted by the departments themselves, over their own protocols; no answers are kept.',
    run: () => departmentCalls(options),
  },
  'whatsapp-answer': {
    title: 'From a webhook to its answer',
    about:
      'A hundred people write to the hub at the same time: the menu, a service that is begun, left and begun again, their applications. From the moment at which the signed webhook is posted to the moment at which the answer arrives at Meta (a server in the bench’s own process); each message and each answer is on disk before anything is said of it. Against the least that any channel can do: a process that writes each webhook to the disk and makes one call.',
    run: () => whatsappAnswer(),
  },
  'one-department-down': {
    title: 'One department hangs',
    about:
      'People file at all departments while one of them takes each call and never answers; how long it takes with the others, against the same while all answer.',
    run: () => oneDepartmentDown(options),
  },
  'webhook-load': {
    title: 'The webhook under load',
    about:
      "Signed messages posted at a steady rate, each of them on disk before it is answered, while the hub answers the chats that they start and takes two receipts for each answer. A message's time runs from the moment at which it was to be sent. Beside it a bare Node server that appends each body to a file and syncs it before the 200, many bodies at once, and does nothing else.",
    run: () => webhookLoad({ share: Number(values.share) }),
  },
  'store-size': {
    title: 'A store of a million applications',
    about:
      'What one application costs to read, list and claim in a store of a thousand applications and in one of a million, on both stores (MongoDB: a replica set of one): `npm run bench -- --only store-size`.',
    run: () => storeSize(),
  },
}

const chosen = [...positionals, ...(values.only ? [values.only] : [])]
for (const name of chosen)
  if (!(name in BENCHES)) throw new Error(`no bench ${name}; there are ${Object.keys(BENCHES).join(', ')}`)

const PAGE = new URL('../docs/performance.md', import.meta.url)
const INTRODUCTION = `# Performance

Measured by \`npm run bench\`, which writes the tables below. It takes some minutes; run it on a machine that does nothing else.
`

for (const [name, bench] of Object.entries(BENCHES)) {
  if (chosen.length && !chosen.includes(name)) continue
  const result = await bench.run()
  console.log(`\n${bench.title}\n\n${result}`)
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}.`
  write(name, `## ${bench.title}\n\n${bench.about}\n\n${result}\n\n${machine}`)
}
process.exit(0)

/** Each bench has its own part of the page, and leaves the others as they are. */
function write(name: string, text: string): void {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : INTRODUCTION
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const part = `${open}\n${text}\n${close}`
  const at = page.indexOf(open)
  const changed =
    at < 0
      ? `${page.trimEnd()}\n\n${part}\n`
      : page.slice(0, at) + part + page.slice(page.indexOf(close) + close.length)
  writeFileSync(PAGE, changed)
}
