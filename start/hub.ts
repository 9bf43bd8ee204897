/** `npm run hub -- [--env FILE]`: the hub alone, all subgraphs in one process. */
import { flushCompileCache } from 'node:module'
import { startHub } from './assemble.ts'
import { commandLine, environmentWith } from './environment.ts'
import { closeOnSignal, refuseToStart } from './stopping.ts'

try {
  const { options } = commandLine(process.argv.slice(2))
  const hub = await startHub(environmentWith(options.env))
  closeOnSignal(() => hub.close())
  // where NODE_COMPILE_CACHE names a folder, the next start finds what this one compiled, even if this one is killed
  flushCompileCache()
  console.log(`Dwar listens at ${hub.url} (GraphQL at ${hub.url}/graphql)`)
} catch (error) {
  refuseToStart(error)
}
