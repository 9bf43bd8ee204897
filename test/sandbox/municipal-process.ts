/** The municipality's office as a process of its own, to be killed: `node municipal-process.ts FOLDER` prints where it is. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { open } from '../../sandbox/municipal/index.ts'

const server = createServer((request, response) => {
  void office.handle(request, response, request.url!.replace(/^\/municipal/, ''))
})
await new Promise<void>((listening) => server.listen(0, listening))
const url = `http://localhost:${(server.address() as AddressInfo).port}`
const office = await open({
  now: () => new Date(),
  folder: process.argv[2]!,
  url,
  postgresPort: 0,
  hubUrl: `${url}/nobody`,
  secret: (name) => `secret-${name}`,
  count: () => {},
  rude: () => null,
})
process.stdout.write(`${url}\n`)
