/** `npm start`: the hub and the whole sandbox in one process, on one clock. */
import { openSandbox } from '../sandbox/index.ts'
import { servicesOf } from '../subgraphs/whatsapp/catalogue.ts'
import { flowCreations } from '../subgraphs/whatsapp/flows/creations.ts'
import { templateCreations } from '../subgraphs/whatsapp/sending/templates.ts'
import { wording } from '../subgraphs/whatsapp/wording.ts'
import { readCatalogue } from '../vocabulary/catalogue.ts'
import { startHub } from './assemble.ts'
import { departmentNames } from './departments.ts'
import { portOf } from './environment.ts'
import { makeFolder } from './folder.ts'
import { closeOnSignal, refuseToStart } from './stopping.ts'

try {
  const { env } = process
  const port = portOf('PORT', env.PORT, 4000)
  const sandboxPort = portOf('SANDBOX_PORT', env.SANDBOX_PORT, 4100)
  const postgresPort = portOf('SANDBOX_POSTGRES_PORT', env.SANDBOX_POSTGRES_PORT, 4132)
  const dataDir = env.DATA_DIR || './.data'
  makeFolder(dataDir, 'DATA_DIR')
  const sandbox = await openSandbox({
    port: sandboxPort,
    postgresPort,
    dataDir,
    hubUrl: env.HUB_URL || `http://localhost:${port}`,
    clerks: 10,
    env,
    templates: templateCreations(wording()),
    flows: flowCreations(servicesOf(readCatalogue()), wording()),
  })
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value))
  const hub = await startHub({ ...sandbox.environment(), LOG_LEVEL: 'warn', ...set }, () => sandbox.clock.now())
  closeOnSignal(async () => {
    await hub.close()
    await sandbox.close()
  })
  console.log(`
  Dwar is open.

    A citizen's phone    ${sandbox.url}/phone
    GraphiQL             ${hub.url}/graphql
    The clerks' desks    ${departmentNames()
      .map((name) => `${sandbox.url}/desk/${name}`)
      .join('\n                         ')}
    The sandbox          ${sandbox.url}/control

  Open the phone, write "birth certificate", and answer what is asked.
  A token for GraphiQL: npm run --silent token -- --citizen 919810012345
`)
} catch (error) {
  refuseToStart(error)
}
