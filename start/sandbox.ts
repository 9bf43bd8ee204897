/** `npm run sandbox`: the outside world alone. */
import { join } from 'node:path'
import { openSandbox } from '../sandbox/index.ts'
import { servicesOf } from '../subgraphs/whatsapp/catalogue.ts'
import { flowCreations } from '../subgraphs/whatsapp/flows/creations.ts'
import { templateCreations } from '../subgraphs/whatsapp/sending/templates.ts'
import { wording } from '../subgraphs/whatsapp/wording.ts'
import { readCatalogue } from '../vocabulary/catalogue.ts'
import { closeOnSignal, refuseToStart } from './stopping.ts'

function port(name: string, otherwise: number): number {
  const value = process.env[name]
  if (!value) return otherwise
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new Error(`${name} is not a port (such as ${otherwise})`)
  return Number(value)
}

async function main(): Promise<void> {
  const dataDir = process.env.DATA_DIR || '.data'
  const hubUrl = (process.env.HUB_URL || 'http://localhost:4000').replace(/\/$/, '')
  if (!URL.canParse(hubUrl)) throw new Error('HUB_URL is not a URL (such as http://localhost:4000)')
  const sandbox = await openSandbox({
    port: port('SANDBOX_PORT', 4100),
    postgresPort: port('SANDBOX_POSTGRES_PORT', 4132),
    dataDir,
    hubUrl,
    env: process.env,
    templates: templateCreations(wording()),
    flows: flowCreations(servicesOf(readCatalogue()), wording()),
  })
  closeOnSignal(() => sandbox.close())
  const { url } = sandbox
  console.log(`The sandbox is at ${url}`)
  console.log(`  a citizen's phone   ${url}/phone`)
  for (const department of sandbox.departments) console.log(`  the clerk's desk    ${url}/desk/${department}`)
  console.log(`  its control         ${url}/control`)
  console.log(`  posts to the hub    ${hubUrl}`)
  console.log(`  what a hub needs    ${join(dataDir, 'sandbox', 'hub.env')}`)
}

await main().catch(refuseToStart)
