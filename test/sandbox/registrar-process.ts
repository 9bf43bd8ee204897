/** The registrar's office in a process of its own, to be killed: `node registrar-process.ts FOLDER PORT`. */
import { open } from '../../sandbox/registrar/index.ts'

const [folder, port] = process.argv.slice(2)
const office = await open({
  now: () => new Date(),
  folder: folder!,
  url: 'http://localhost:0',
  postgresPort: Number(port),
  hubUrl: 'http://localhost:0',
  secret: () => 'secret',
  count: () => {},
  rude: () => null,
})
console.log(office.environment().REGISTRAR_DATABASE_URL)
