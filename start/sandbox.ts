/** `npm run sandbox`: the outside world alone. */
import { join } from 'node:path'
import { openSandbox } from '../sandbox/index.ts'
import { servicesOf } from '../subgraphs/whatsapp/catalogue.ts'
import { flowCreations } from '../subgraphs/whatsapp/flows/creations.ts'
import { templateCreations } from '../subgraphs/whatsapp/sending/templates.ts'
import { wording } from '../subgraphs/whatsapp/wording.ts'
import { readCatalogue } from '../vocabulary/catalogue.ts'
import { portOf } from './environment.ts'
import { makeFolder } from './folder.ts'
import { closeOnSignal, refuseToStart } from './stopping.ts'

async function main(): Promise<void> {
  const port = portOf('SANDBOX_PORT', process.env.SANDBOX_PORT, 4100)
  const postgresPort = portOf('SANDBOX_POSTGRES_PORT', process.env.SANDBOX_POSTGRES_PORT, 4132)
  const dataDir = process.env.DATA_DIR || '.data'
  const hubUrl = (process.env.HUB_URL || 'http://localhost:4000').replace(/\/$/, '')
  if (!URL.canParse(hubUrl)) throw new Error('HUB_URL is not a URL (such as http://localhost:4000)')
  makeFolder(dataDir, 'DATA_DIR')
  const sandbox = await openSandbox({
    port,
    postgresPort,
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
