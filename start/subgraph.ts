/** `npm run subgraph -- NAME --port N [--env FILE]`: one subgraph as its own process. */
import { serveSubgraph } from '../gateway/subgraph-server.ts'
import { makeSubgraph } from './assemble.ts'
import { departmentNames } from './departments.ts'
import { commandLine, environmentWith, portOf } from './environment.ts'
import { closeOnSignal, refuseToStart } from './stopping.ts'

try {
  const { words, options } = commandLine(process.argv.slice(2))
  const names = ['applications', 'whatsapp', ...departmentNames()]
  const [name] = words
  if (!name || !names.includes(name))
    throw new Error(`which subgraph? ${names.join(', ')}: npm run subgraph -- NAME --port N`)
  const port = portOf('--port', options.port, 0)
  const { subgraph, secretKey, log, close } = await makeSubgraph(name, environmentWith(options.env))
  const server = await serveSubgraph(subgraph, { port, secretKey, log })
  await subgraph.start()
  closeOnSignal(async () => {
    await subgraph.stop()
    await server.close()
    await close()
  })
  console.log(`subgraph ${name} listens at http://localhost:${server.port}/graphql`)
} catch (error) {
  refuseToStart(error)
}
