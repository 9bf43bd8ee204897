/**
 * `npm run flows -- export DIR` writes the Flow JSON of every form; `npm run flows -- publish [--env FILE]` publishes them at Meta with the
 * key and the endpoint of the hub; `npm run flows -- retire [--env FILE]` deprecates those of former editions.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { servicesOf } from '../../subgraphs/whatsapp/catalogue.ts'
import { flowCreations } from '../../subgraphs/whatsapp/flows/creations.ts'
import { PATH, privateKeyOf } from '../../subgraphs/whatsapp/flows/endpoint.ts'
import { type MetaAccount, publishForms, retireForms } from '../../subgraphs/whatsapp/flows/publishing.ts'
import { wording } from '../../subgraphs/whatsapp/wording.ts'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { chosenDepartments } from '../departments.ts'
import { commandLine, environmentWith, onlyThese } from '../environment.ts'
import { makeFolder } from '../folder.ts'
import { refuseToStart } from '../stopping.ts'

const USAGE = 'npm run flows -- export DIR | publish | retire [--env FILE]'

type Env = Readonly<Record<string, string | undefined>>

/** The forms of the departments that a hub with this environment serves. */
export function formsOf(env: Env) {
  const names = chosenDepartments(env.DEPARTMENTS)
  const { departments, services } = readCatalogue()
  return flowCreations(
    servicesOf({ departments, services: services.filter(({ department }) => names.includes(department)) }),
    wording(),
  )
}

function wanted(env: Env, name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} is needed, in the environment or in the file that --env names`)
  return value
}
const accountOf = (env: Env): MetaAccount => ({
  url: wanted(env, 'WHATSAPP_API_URL'),
  accessToken: wanted(env, 'WHATSAPP_ACCESS_TOKEN'),
  phoneNumberId: wanted(env, 'WHATSAPP_PHONE_NUMBER_ID'),
  accountId: wanted(env, 'WHATSAPP_BUSINESS_ACCOUNT_ID'),
})

async function main(): Promise<void> {
  const { words, options } = commandLine(process.argv.slice(2))
  const [verb, folder, ...more] = words
  const none = verb === 'export' ? more : words.slice(1)
  onlyThese({ words: none, options }, ['env'], USAGE)
  const env = environmentWith(options.env)
  const forms = formsOf(env)
  const told = ({ name, did }: { name: string; did: string }) => console.log(`${did.padEnd(10)} ${name}`)
  if (verb === 'export' && folder) {
    makeFolder(folder, 'export DIR')
    for (const { name, flow_json } of forms) {
      writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(JSON.parse(flow_json), null, 2)}\n`)
      console.log(`wrote ${name}.json`)
    }
  } else if (verb === 'publish') {
    const endpoint = wanted(env, 'PUBLIC_URL').replace(/\/+$/, '') + PATH
    const privateKey = privateKeyOf(env.WHATSAPP_FLOWS_PRIVATE_KEY ?? '')
    await publishForms(accountOf(env), forms, { endpoint, privateKey, told })
  } else if (verb === 'retire') await retireForms(accountOf(env), forms, told)
  else throw new Error(verb && verb !== 'export' ? `no command ${verb}\n${USAGE}` : USAGE)
}

if (import.meta.main) await main().catch(refuseToStart)
