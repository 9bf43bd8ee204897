/** `npm run hub -- [--env FILE]`: the hub alone, all subgraphs in one process. */
import { startHub } from './assemble.ts'
import { commandLine, environmentWith } from './environment.ts'
import { closeOnSignal, refuseToStart } from './stopping.ts'

try {
  const { options } = commandLine(process.argv.slice(2))
  const hub = await startHub(environmentWith(options.env))
  closeOnSignal(() => hub.close())
  console.log(`Dwar listens at ${hub.url} (GraphQL at ${hub.url}/graphql)`)
} catch (error) {
  refuseToStart(error)
}
